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
/// Which strings of Han characters some longer word begins with.
inline constexpr std::string_view kChinesePrefixesSection = "zh.prefixes";
inline constexpr std::string_view kEnglishWordsSection = "en.words";
inline constexpr std::string_view kToEnglishSection = "zh-en";
inline constexpr std::string_view kToChineseSection = "en-zh";

/// A vocabulary: the words in id order with their unigram probabilities.
struct VocabularyData {
  std::vector<std::string> words;
  std::vector<float> probabilities;
};

[[nodiscard]] std::string encode_vocabulary(const VocabularyData& vocabulary);
/// The proper prefixes of the words as a Bloom filter of one hash function.
[[nodiscard]] std::string encode_prefixes(const std::vector<std::string>& words);
[[nodiscard]] std::string encode_translations(const TranslationTable& table);
/// What encode_translations made, with probabilities rounded as it rounds them.
[[nodiscard]] TranslationTable decode_translations(std::string_view bytes);

/// Hash of a word's form: slots of the vocabulary's hash table, and Word::form_hash.
[[nodiscard]] std::uint64_t hash_form(std::string_view form);

}  // namespace duizhao::model
