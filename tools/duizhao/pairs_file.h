#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "command.h"
#include "duizhao/batch/pair_stream.h"
#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"
#include "options.h"
#include "progress.h"

namespace duizhao::cli {

/// A file of pairs that a command goes through from its beginning to its end.
struct PairsFile {
  /// Opens the file and settles which side is Chinese. `path` "-" is standard input.
  [[nodiscard]] static Result<PairsFile> open(const std::string& path, const TextOptions& text,
                                              const formats::BilingualOptions& reading,
                                              std::istream& standard_in);

  /// The same for two files of keys and texts, which are pairs key by key; none where they are no
  /// such files (formats/keyed_texts.h).
  [[nodiscard]] static Result<std::optional<PairsFile>> open_keyed(const std::string& source,
                                                                   const std::string& target,
                                                                   const TextOptions& text);

  /// Says how far the run through it has come: on a terminal, unless the results, which go to
  /// `output`, stand there too; where it is `wanted`, always.
  [[nodiscard]] Progress progress(Streams& streams, const std::string& output, bool wanted) const;

  /// What units can't be read and were passed over.
  void tell_passed_over(std::ostream& err) const;

  std::string name;         ///< for messages
  std::uint64_t bytes = 0;  ///< of the file; 0: unknown
  std::unique_ptr<formats::BilingualReader> reader;
  batch::PairStream pairs;
};

}  // namespace duizhao::cli
