#pragma once

#include <iosfwd>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"

namespace duizhao::report {

/// A pair of documents with their beads.
struct Aligned {
  const Document& source;
  const Document& target;
  const Alignment& alignment;
};

/// One bead a line, sentence numbers from zero, source first: `[0,1]:[2]`, `[3]:[]`, `[]:[4]`.
void write_ladder(std::ostream& out, const Aligned& aligned);

/// One bead a line: source numbers, target numbers (separated by commas), confidence, flags
/// (`moved`, `repeated`, separated by commas), source text, target text. Tabs and line ends within
/// a text become spaces.
void write_alignment_tsv(std::ostream& out, const Aligned& aligned);

/// One bead a line, as a JSON object (see report/json.h).
void write_alignment_jsonl(std::ostream& out, const Aligned& aligned);

}  // namespace duizhao::report
