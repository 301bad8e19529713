#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/word_splitter.h"
#include "duizhao/text/han_folding.h"

namespace duizhao::tests {

/// A word by its form, with its probability.
using Words = std::vector<std::pair<std::string, float>>;

/// A lexicon written out by hand, for tests that need a model file.
struct TinyLexicon {
  Words chinese;
  Words english;
  model::TranslationTable to_english;  ///< by number of the Chinese word
  model::TranslationTable to_chinese;

  [[nodiscard]] std::vector<model::Section> sections() const {
    using namespace duizhao::model;
    std::string folding;
    for (char32_t c = HanFolding::kFirst; c <= HanFolding::kLast; ++c) {
      const auto folded = static_cast<std::uint16_t>(text::folded_han(c));
      folding.append(reinterpret_cast<const char*>(&folded), sizeof folded);
    }
    return {{std::string(kFoldingSection), folding},
            {std::string(kChineseWordsSection), encode_vocabulary(data_of(chinese))},
            {std::string(kEnglishWordsSection), encode_vocabulary(data_of(english))},
            {std::string(kToEnglishSection), encode_translations(to_english)},
            {std::string(kToChineseSection), encode_translations(to_chinese)}};
  }

 private:
  static model::VocabularyData data_of(const Words& words) {
    model::VocabularyData data;
    for (const auto& [form, probability] : words) {
      data.words.push_back(form);
      data.probabilities.push_back(probability);
    }
    return data;
  }
};

}  // namespace duizhao::tests
