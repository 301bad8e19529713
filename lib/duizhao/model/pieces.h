#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/model/lexicon_format.h"

/// Pieces of words (SentencePiece) in a model: what is trained, and the sections that it makes.
/// Reading them is the business of Lexicon.
namespace duizhao::model {

inline constexpr std::string_view kChinesePiecesSection = "zh.pieces";
inline constexpr std::string_view kEnglishPiecesSection = "en.pieces";
/// How the words translate that an English piece is part of.
inline constexpr std::string_view kPiecesToChineseSection = "en.pieces-zh";

/// Shorter pieces, in bytes, are part of too many words to mean something.
inline constexpr std::size_t kShortestMeaning = 3;

/// Learns the pieces of a language from the texts that `next` writes into its empty argument until
/// it returns false. Where the texts are too few for `size` pieces, there are fewer; empty where
/// they are too few for any.
[[nodiscard]] std::string train_pieces(const std::function<bool(std::string&)>& next,
                                       std::size_t size);

/// p(Chinese word | piece) for every piece of `pieces`: the mean over the English words that it is
/// part of, weighted by the square root of how common they are, so that neither a frequent word nor
/// a heap of rare ones decides alone. `to_chinese` has a row for each word.
[[nodiscard]] Result<TranslationTable> piece_translations(std::string_view pieces,
                                                          const VocabularyData& english,
                                                          const TranslationTable& to_chinese);

}  // namespace duizhao::model
