#pragma once

#include <optional>
#include <string_view>

#include "duizhao/core/span.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/resources.h"

namespace duizhao::check {

struct ExchangedRendering {
  Span place;
  /// The other character is part of a word, as in 资金充足率, and not a slip such as 资木充足率.
  bool makes_a_word = false;
};

/// A place in `target`, Chinese, that has `expected` with one character exchanged: 资金充足率 for
/// 资本充足率. `free` is the target's text with what renders other terms blanked out, of the same
/// length. Of three characters at least. A character lost or inserted is no exchange; nor is one at
/// the term's beginning or end without which it still consists of words, as 银行业 does without 业:
/// renderings leave it out. Words for "and" are exchanged freely.
[[nodiscard]] std::optional<ExchangedRendering> exchanged_rendering(const pair::Passage& target,
                                                                    std::string_view free,
                                                                    std::string_view expected,
                                                                    const Resources& resources);

/// Whether `found`, which folds as `term` does, has another character than the script of `found`
/// asks for: 升腾 is not 昇腾, nor 干隆 乾隆, but 台灣 is 台湾 and 裏 is 裡.
[[nodiscard]] bool hides_exchange(std::string_view term, std::string_view found,
                                  const pair::Passage& target, const Resources& resources);

}  // namespace duizhao::check
