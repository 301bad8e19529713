#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::model {

/// An English word of a gloss, as written, with its share of the gloss's meaning: words in
/// parentheses are explanation and count less.
struct GlossWord {
  std::string word;
  float weight = 1;
};

using Gloss = std::vector<GlossWord>;

/// An entry of a Chinese-English dictionary.
struct DictionaryEntry {
  std::vector<std::string> headwords;  ///< the written forms, in either script
  std::vector<Gloss> glosses;
};

/// Reads a dictionary from tab-separated lines: the last column holds the glosses, separated by `/`
/// or `;`; each other column that has Han characters is a headword; further columns (pinyin) are
/// passed over. Fits CC-CEDICT in columns, CedPane, and CLDR names with `english` in a column of
/// its own before the Chinese ones (the English column is then the last one without Han).
/// Cross-references ("variant of …", "see …"), measure words ("CL:…") and pronunciations are
/// dropped. Invalid UTF-8 is an error with its line.
[[nodiscard]] Result<std::vector<DictionaryEntry>> read_dictionary(const std::string& path);

/// The glosses of a definition, cleaned; none where it only refers elsewhere.
[[nodiscard]] std::vector<Gloss> parse_glosses(std::string_view definition);

}  // namespace duizhao::model
