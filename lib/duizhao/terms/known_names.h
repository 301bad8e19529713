#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "duizhao/core/term_entry.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"

namespace duizhao::terms {

/// What speaks against an entry.
struct NameDoubt {
  enum class Reason : std::uint8_t {
    kKnown,  ///< dictionaries call it otherwise: 郑州 is "Zhengzhou", not "Zhuzhou"
    kSound,  ///< no reading gives the other: 程永文 is not "Cheng Yongwu"
    kKind,   ///< the two say of what kind it is, and not the same: 鱼台县 is no "Yutai Province"
  };
  Reason reason = Reason::kKnown;
  std::string message;  ///< one sentence, without a full stop
  /// Share of doubts like this one that a terminologist would call right, in [0,1].
  double confidence = 0;
};

/// Whether what is known of names contradicts an entry: dictionaries that call a place, a body or a
/// person otherwise, and for what they lack the sound, of Chinese names spelled in pinyin above
/// all. Silent where a known, historical or regional rendering, an abbreviation or a sound fits,
/// where the terms are no names, and of whatever it doesn't know. `lexicon` tells which words of a
/// body's name mean something else; without it bodies that share a word are taken for one.
[[nodiscard]] std::optional<NameDoubt> known_otherwise(const TermEntry& entry,
                                                       const model::NameStore& names,
                                                       const model::Lexicon* lexicon = nullptr);

}  // namespace duizhao::terms
