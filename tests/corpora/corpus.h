#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/reports.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/span.h"

namespace duizhao::tests {

/// One version of a report: its text, and its sentences from the file beside it.
struct Version {
  std::string path;  ///< relative to the source tree
  std::string text;
  std::vector<std::string> sentences;
};

/// A line of errors.tsv.
struct PlantedError {
  std::vector<std::string> rules;  ///< the first is to report it, the others may instead
  std::string severity;            ///< the least that is expected
  std::string source;              ///< a passage of the source's text; empty for an addition
  std::string target;              ///< a passage of the draft's text; empty for an omission
  std::string note;
};

struct GlossaryLine {
  std::string source;
  std::string target;
};

/// A folder of corpora/, whose README.md describes the files.
struct Corpus {
  std::string name;
  Version source;
  Version draft;
  Version clean;
  Alignment draft_gold;
  Alignment clean_gold;
  std::vector<PlantedError> errors;
  std::string glossary_path;
  std::vector<GlossaryLine> glossary;
};

/// Reads a folder of corpora/, for tests, which run in the source tree. Throws std::runtime_error,
/// with file and line, where a file is missing or not as the README says.
[[nodiscard]] Corpus read_corpus(std::string_view name);

/// Where `passage` stands in `text`; none where it does not, or stands there more than once.
[[nodiscard]] std::optional<Span> only_place(std::string_view text, std::string_view passage);

/// The places of a version's sentences in its text, in order. Throws std::runtime_error for a
/// sentence that does not follow the one before it.
[[nodiscard]] std::vector<Span> sentence_spans(const Version& version);

}  // namespace duizhao::tests
