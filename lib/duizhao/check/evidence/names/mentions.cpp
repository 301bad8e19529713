#include "duizhao/check/evidence/names/mentions.h"

#include <algorithm>
#include <string_view>

#include "duizhao/check/evidence/names/chinese_mentions.h"
#include "duizhao/check/evidence/names/english_mentions.h"
#include "duizhao/check/evidence/names/named_sides.h"

namespace duizhao::check {
namespace {

/// A name that is found once is found wherever it stands.
void share_found(std::vector<Mention>& mentions, std::string_view text) {
  for (Mention& mention : mentions) {
    mention.found = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
      return other.found && other.span.in(text) == mention.span.in(text);
    });
  }
}

}  // namespace

bool is_titled(std::string_view text, Span name) {
  return text.substr(0, name.begin).ends_with("《") && text.substr(name.end).starts_with("》");
}

Mentions find_mentions(const pair::Passage& english,
                       std::span<const pair::LinkedWord> english_links,
                       std::span<const NameWord> name_words, const pair::Passage& chinese,
                       std::span<const pair::LinkedWord> chinese_links,
                       const model::NameStore* store) {
  if (store == nullptr) return {};
  const NamedSides sides(english, english_links, name_words, chinese, chinese_links, *store);
  Mentions mentions;
  mentions.chinese = chinese_mentions(sides);
  mentions.english = english_mentions(sides, mentions.chinese);
  share_found(mentions.chinese, chinese.document->text);
  share_found(mentions.english, english.document->text);
  return mentions;
}

}  // namespace duizhao::check
