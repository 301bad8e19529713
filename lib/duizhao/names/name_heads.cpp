#include "duizhao/names/name_heads.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "duizhao/text/ascii.h"

namespace duizhao::names {
namespace {

constexpr NameHead kHeads[] = {
#include "duizhao/names/name_heads.inc"
};

constexpr std::array<std::string_view, 8> kKinds = {"",    "person", "place", "organisation",
                                                    "law", "work",   "award", "event"};

/// Calls `use` for each part of a text between separators, until it returns true; whether it did.
template <typename Use>
bool any_part(std::string_view text, std::string_view separators, Use&& use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0 && use(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

constexpr std::string_view kBetweenWords = " -,.()";

/// What all heads that an English word stands for have in common.
struct HeadWord {
  NameKind kind = NameKind::kNone;
  Land land = Land::kNone;
};
using HeadWords = std::unordered_map<std::string_view, HeadWord>;

const HeadWords& head_words() {
  static const HeadWords words = [] {
    HeadWords all;
    for (const NameHead& head : kHeads) {
      any_part(head.english, "|", [&](std::string_view word) {
        const auto [place, added] = all.try_emplace(word, HeadWord{head.kind, head.land});
        if (added) return false;
        HeadWord& known = place->second;
        if (known.kind != head.kind) known.kind = NameKind::kNone;
        if (known.land != head.land) known.land = Land::kNone;
        return false;
      });
    }
    return all;
  }();
  return words;
}

HeadWord head_word(std::string_view word) {
  const std::string lowered = text::ascii_lowered(word);
  const auto known = head_words().find(lowered);
  return known == head_words().end() ? HeadWord{} : known->second;
}

}  // namespace

std::string_view name_of(NameKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

const NameHead* head_of(std::string_view chinese) {
  const NameHead* longest = nullptr;
  for (const NameHead& head : kHeads) {
    const bool ends = chinese.size() > head.chinese.size() && chinese.ends_with(head.chinese);
    if (ends && (longest == nullptr || head.chinese.size() > longest->chinese.size())) {
      longest = &head;
    }
  }
  return longest;
}

bool has_head(std::string_view english, const NameHead& head) {
  return any_part(text::ascii_lowered(english), kBetweenWords, [&](std::string_view word) {
    return any_part(head.english, "|", [&](std::string_view known) { return known == word; });
  });
}

bool is_head_of_place(std::string_view word) { return head_word(word).kind == NameKind::kPlace; }

Land land_of(std::string_view word) { return head_word(word).land; }

}  // namespace duizhao::names
