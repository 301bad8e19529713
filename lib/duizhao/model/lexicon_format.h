#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/model/word_alignment.h"

/// The sections of a lexicon inside a model file, as models/FORMAT.md describes them.
namespace duizhao::model {

inline constexpr std::string_view kFoldingSection = "fold";
inline constexpr std::string_view kChineseWordsSection = "zh.words";
inline constexpr std::string_view kEnglishWordsSection = "en.words";
inline constexpr std::string_view kToEnglishSection = "zh-en";
inline constexpr std::string_view kToChineseSection = "en-zh";

/// A translation in 32 bits: the id in the lower 20, -ln p in units of 1/256 in the upper 12.
inline constexpr unsigned kIdBits = 20;
inline constexpr std::uint32_t kMaxVocabulary = 1U << kIdBits;
inline constexpr float kNatsPerStep = 1.0F / 256;

/// A vocabulary: the words in id order with their unigram probabilities.
struct VocabularyData {
  std::vector<std::string> words;
  std::vector<float> probabilities;
};

[[nodiscard]] std::string encode_vocabulary(const VocabularyData& vocabulary);
[[nodiscard]] std::string encode_translations(const TranslationTable& table);

/// Hash of a unit's form: slots of the vocabulary's hash table, and Unit::form_hash.
[[nodiscard]] std::uint64_t hash_form(std::string_view form);

}  // namespace duizhao::model
