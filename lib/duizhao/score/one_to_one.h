#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::score {

/// For each word of a passage the word of the other side that it renders; a word of the other side
/// is rendered once. Of several words that might render one, it is the one whose neighbours render
/// that word's neighbours, so that a word put in, which the lexicon would link to a word that has
/// its counterpart already, gets none and changes nothing for the others. None for punctuation and
/// for words that are not surely explained.
///
///     German [federal] criminal police and the German Federal Bureau     德国刑警与德国联邦调查局
[[nodiscard]] std::vector<std::optional<std::size_t>> one_to_one_links(
    const pair::Passage& passage, const std::vector<pair::LinkedWord>& links);

}  // namespace duizhao::score
