#include "duizhao/check/evidence/runs/list_items.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

/// A member has no more words than these; of longer ones who knows where they end.
constexpr std::size_t kMostWords = 4;
/// From these odds on, in nats, nothing of the other side stands for a word; below the others
/// something does.
constexpr double kOpen = 1.0;
constexpr double kAnswered = -0.5;

/// A member of a list: words from `begin` to `end`.
struct Member {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut = false;  ///< the last word before the first mark: it may belong to no list
};

bool is_list_mark(const pair::Passage& passage, std::size_t word) {
  return passage.written(word) ==
         (passage.language == Language::kChinese ? std::string_view("、") : std::string_view(","));
}

bool joins(const pair::Passage& passage, std::size_t word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"and", "or", "&", "和", "与", "與", "及", "以及", "或", "或者"});
  return text::is_one_of(text::ascii_lowered(passage.written(word)), kWords);
}

/// 四、, "4,": what numbers a paragraph is no member.
bool is_number(std::string_view word) {
  constexpr auto kNumerals =
      std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
  return text::is_one_of(word.substr(0, 3), kNumerals) ||
         std::ranges::any_of(word, text::is_ascii_digit);
}

/// Whether figures stand in a list: their commas may be of dates and of thousands.
bool has_number(const pair::Passage& passage, std::span<const Member> list) {
  return std::ranges::any_of(list, [&](const Member& member) {
    for (std::size_t i = member.begin; i < member.end; ++i) {
      if (is_number(passage.written(i))) return true;
    }
    return false;
  });
}

/// "Economy, Trade and Industry" is the name of one thing, and names that differ are told as names.
bool is_of_names(const pair::Passage& passage, std::span<const Member> list) {
  return std::ranges::all_of(list, [&](const Member& member) {
    return text::is_ascii_upper(passage.written(member.end - 1).front());
  });
}

/// How many marks and words of a passage may join members of a list.
std::size_t count_joints(const pair::Passage& passage) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"，",   ",",  ";",   "；", "并", "並", "且", "又", "兼", "还", "還", "也", "plus",
       "with", "as", "nor", "/",  "等", "—",  "–",  "-",  "(",  "（", ":",  "："});
  std::size_t joints = 0;
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    if (is_list_mark(passage, i) || joins(passage, i) ||
        text::is_one_of(passage.written(i), kOthers)) {
      ++joints;
    }
  }
  return joints;
}

/// The lists of a passage: members between marks, of which a word joins the last.
std::vector<std::vector<Member>> lists_of(const pair::Passage& passage) {
  const auto& words = passage.words;
  const auto is_mark = [&](std::size_t i) {
    return words[i].kind == text::TokenKind::kPunctuation;
  };
  std::vector<std::vector<Member>> lists;
  std::vector<Member> list;
  std::size_t begin = 0;
  const auto close = [&](std::size_t joint) {
    // What follows the joining word is a member up to the end of its clause, or its first words.
    std::size_t end = joint + 1;
    while (end < words.size() && !is_mark(end) && end - joint <= kMostWords) ++end;
    if (list.size() >= 2) {
      list.push_back({joint + 1, end, false});
      lists.push_back(list);
    }
    list.clear();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool list_mark = is_list_mark(passage, i);
    const bool joint = joins(passage, i);
    if (!list_mark && !joint) {
      if (is_mark(i)) {
        list.clear();
        begin = i + 1;
      }
      continue;
    }
    if (i > begin) {
      const bool cut = i - begin > kMostWords;
      if (cut) {
        list.clear();
        if (joint) {
          begin = i + 1;
          continue;
        }
        begin = i - 1;  // the last word before the first mark is of the list
      }
      list.push_back({begin, i, cut});
    }
    begin = i + 1;
    if (joint) close(i);
  }
  return lists;
}

}  // namespace

std::vector<Span> items_left_out(const OpenWords::Side& side, const OpenWords::Side& other_side) {
  std::vector<Span> left_out;
  const pair::Passage& passage = *side.passage;
  const std::vector<std::vector<Member>> lists = lists_of(passage);
  if (lists.empty()) return left_out;
  const std::size_t joints = count_joints(*other_side.passage);
  if (joints == 0) return left_out;
  for (const std::vector<Member>& list : lists) {
    if (list.size() <= joints + 1 || has_number(passage, list) || is_of_names(passage, list)) {
      continue;
    }
    std::vector<Span> open;  // members in a row are one
    std::size_t open_members = 0;
    std::size_t answered = 0;
    bool last_open = false;
    for (const Member& member : list) {
      bool all_open = !member.cut;
      bool any_answered = false;
      for (std::size_t i = member.begin; i < member.end; ++i) {
        all_open = all_open && side.odds[i] >= kOpen && !side.figures[i];
        any_answered = any_answered || side.odds[i] <= kAnswered;
      }
      if (all_open) {
        const std::size_t end = passage.words[member.end - 1].span.end;
        if (last_open) {
          open.back().end = end;
        } else {
          open.push_back({passage.words[member.begin].span.begin, end});
        }
        ++open_members;
      }
      last_open = all_open;
      answered += any_answered ? 1 : 0;
    }
    if (open.empty() || answered < 2 || open_members < list.size() - joints - 1) continue;
    left_out.insert(left_out.end(), open.begin(), open.end());
  }
  return left_out;
}

}  // namespace duizhao::check
