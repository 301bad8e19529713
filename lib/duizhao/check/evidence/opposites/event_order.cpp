#include "duizhao/check/evidence/opposites/event_order.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

enum class Order : std::uint8_t { kBefore, kAfter };

/// How far behind "after" the words of its event stand.
constexpr std::size_t kReach = 6;
/// In longer passages other events stand in between.
constexpr std::size_t kMostWords = 60;
/// Words that are commoner speak of no event.
constexpr float kCommon = 3e-3F;
/// From this probability on a word renders another.
constexpr double kRenders = 0.3;
constexpr double kConfidence = 0.6;

/// A word that puts something before or behind an event.
struct Cue {
  std::size_t word = 0;  ///< index into the passage's words
  Order order = Order::kBefore;
};

std::vector<Cue> english_cues(const pair::Passage& passage) {
  std::vector<Cue> cues;
  for (std::size_t i = 0; i + 1 < passage.words.size(); ++i) {
    const std::string word = text::ascii_lowered(passage.written(i));
    if (word != "before" && word != "after") continue;
    bool denied = false;  // "not before", "no sooner"
    for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
      const std::string near = text::ascii_lowered(passage.written(k));
      denied |=
          text::is_one_of(near, {"not", "n't", "n’t", "never", "no", "until", "nor", "hardly"});
    }
    if (!denied) cues.push_back({i, word == "before" ? Order::kBefore : Order::kAfter});
  }
  return cues;
}

std::vector<Cue> chinese_cues(const pair::Passage& passage) {
  std::vector<Cue> cues;
  for (std::size_t i = 1; i < passage.words.size(); ++i) {
    const std::string_view word = passage.written(i);
    const bool before = text::is_one_of(word, {"前", "之前", "以前"});
    const bool after = text::is_one_of(word, {"后", "後", "之后", "之後", "以后", "以後"});
    if (!before && !after) continue;
    // 之后才: what English says with "not before".
    const std::string_view behind =
        passage.text().substr(passage.words[i].span.end - passage.span.begin);
    constexpr std::size_t kClause = 60;
    const std::string_view clause = behind.substr(0, std::min(behind.size(), kClause));
    const std::size_t again = clause.find("再");
    if (clause.find("才") != std::string_view::npos ||
        (again != std::string_view::npos && !clause.substr(0, again).ends_with("不"))) {
      continue;
    }
    cues.push_back({i, before ? Order::kBefore : Order::kAfter});
  }
  return cues;
}

bool ends_clause(std::string_view mark) {
  return text::is_one_of(mark, {",", ";", ".", ":", "!", "?", "，", "；", "。"});
}

/// Whether a word is said right behind an English cue, in its clause.
bool is_said_behind(const BeadContext& context, std::size_t chinese, const Cue& english) {
  const auto& words = context.english().words;
  const auto& links = context.chinese_links()[chinese].links;
  for (std::size_t i = english.word + 1; i < words.size() && i <= english.word + kReach; ++i) {
    if (words[i].kind == text::TokenKind::kPunctuation) {
      if (ends_clause(context.english().written(i))) break;
      continue;
    }
    if (context.english_links()[i].commonness >= kCommon) continue;
    const bool linked = std::ranges::any_of(links, [&](const pair::Link& link) {
      return link.other == i && double{link.from_other} + double{link.to_other} >= kRenders;
    });
    if (linked) return true;
  }
  return false;
}

/// Whether the event of the Chinese cue, which the words in front of it name (迁 and 出 of
/// 迁出前, 3.8 of 3.8版之前), is that of the English one.
bool speak_of_one_event(const BeadContext& context, const Cue& chinese, const Cue& english) {
  const std::vector<model::Word>& words = context.chinese().words;
  for (std::size_t i = chinese.word; i-- > 0 && chinese.word - i <= 2;) {
    if (words[i].kind == text::TokenKind::kPunctuation) return false;
    if (context.chinese_links()[i].commonness >= kCommon) continue;
    if (is_said_behind(context, i, english)) return true;
  }
  return false;
}

}  // namespace

std::vector<Opposition> opposed_orders(const BeadContext& context) {
  if (context.english().words.size() > kMostWords) return {};
  const std::vector<Cue> in_english = english_cues(context.english());
  if (in_english.empty()) return {};
  const std::vector<Cue> in_chinese = chinese_cues(context.chinese());
  std::vector<Opposition> found;
  const bool from_chinese = context.source.language == Language::kChinese;
  for (const Cue& english : in_english) {
    const Cue* opposed = nullptr;
    bool agrees = false;
    for (const Cue& chinese : in_chinese) {
      if (!speak_of_one_event(context, chinese, english)) continue;
      agrees |= chinese.order == english.order;
      opposed = &chinese;
    }
    // Where a side says both orders, which of them is which is anyone's guess.
    const auto is_said = [](const std::vector<Cue>& cues, Order order) {
      return std::ranges::any_of(cues, [&](const Cue& cue) { return cue.order == order; });
    };
    if (opposed == nullptr || agrees || is_said(in_chinese, english.order) ||
        is_said(in_english, opposed->order)) {
      continue;
    }
    const Span zh = context.chinese().words[opposed->word].span;
    const Span en = context.english().words[english.word].span;
    found.push_back(
        {Contrast::kMeaning, from_chinese ? zh : en, from_chinese ? en : zh, kConfidence});
  }
  return found;
}

}  // namespace duizhao::check
