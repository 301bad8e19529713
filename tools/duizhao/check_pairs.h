#pragma once

#include "check_command.h"
#include "command.h"
#include "duizhao/review/checker.h"
#include "pairs_file.h"

namespace duizhao::cli {

/// `duizhao check --pairs`: reviews the lines of a bilingual file one by one, with several threads,
/// and writes what it finds in the order of the file. Memory does not grow with the file.
///
/// A file given by -o is written under its name with .partial at the end until all pairs are done;
/// --resume goes on from what an interrupted run with the same options has left there.
[[nodiscard]] int check_pairs(const CheckCommand::Options& options, const Checker& checker,
                              Streams& streams);

/// The same for pairs that have been opened.
[[nodiscard]] int check_pairs_of(PairsFile& file, const CheckCommand::Options& options,
                                 const Checker& checker, Streams& streams);

}  // namespace duizhao::cli
