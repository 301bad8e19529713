#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A name that the store knows, or that is shaped like one, on one side of a bead.
struct Mention {
  Span span;
  model::NameKinds kinds;
  std::vector<std::uint32_t>
      names;             ///< of the store; empty for one that is only shaped like a name
  bool weak = false;     ///< nothing but a capital tells that it is a name: Trump, Woods, Hunt
  bool pinyin = false;   ///< a Chinese place whose rendering is as it is read
  bool acronym = false;  ///< of capitals: CNN, NYSE
  bool chinese_person = false;  ///< a Chinese person by surname, shape and what stands beside
  bool speaks = false;          ///< a verb of saying stands behind it: 米勒说
  bool rendered = false;        ///< a rendering that is known of it stands on the other side
  bool found = false;           ///< something on the other side stands for it, or may
  Span counterpart;             ///< what does, where that is sure; else empty
};

/// The names of a bead, each side in order. Countries, weekdays and what may be an ordinary word
/// are left out: rules of their own look at them, or none can.
struct Mentions {
  std::vector<Mention> chinese;
  std::vector<Mention> english;
};

/// Whether 《》 hold a name of a text, and nothing else: then it is no ordinary word.
[[nodiscard]] bool is_titled(std::string_view text, Span name);

/// A name is found where any of its renderings stands on the other side, where the lexicon
/// translates it, or where something sounds like it or spells it. `store` may be null: then there
/// are no mentions.
[[nodiscard]] Mentions find_mentions(const pair::Passage& english,
                                     std::span<const pair::LinkedWord> english_links,
                                     std::span<const NameWord> name_words,
                                     const pair::Passage& chinese,
                                     std::span<const pair::LinkedWord> chinese_links,
                                     const model::NameStore* store);

}  // namespace duizhao::check
