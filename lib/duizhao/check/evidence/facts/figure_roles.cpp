#include "duizhao/check/evidence/facts/figure_roles.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/find_last.h"

namespace duizhao::check {
namespace {

using facts::Fact;

/// The end of `text` of at most `size` bytes, behind the last of the marks that end a clause.
std::string_view clause_before(std::string_view text, std::size_t size) {
  if (text.size() > size) text.remove_prefix(text.size() - size);
  for (const std::string_view mark :
       {", ", "; ", ". ", "，", "；", "。", "！", "？", "：", "(", "（", ")", "）"}) {
    const std::size_t at = text::find_last(text, mark);
    if (at != std::string_view::npos) text.remove_prefix(at + mark.size());
  }
  return text;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> forms) {
  return std::ranges::any_of(
      forms, [&](std::string_view form) { return text.find(form) != std::string_view::npos; });
}

/// Where the last of the forms begins in the text.
std::size_t last_of(std::string_view text, std::initializer_list<std::string_view> forms) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view form : forms) {
    const std::size_t at = text::find_last(text, form);
    if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) last = at;
  }
  return last;
}

/// "27 of the 34", "seven out of 10"; "of the 34 …, 27".
FigureRoles english_parts(std::string_view before, std::string_view between) {
  if (has_any(between, {" of the ", " of these ", " of those ", " of all ", " of its ", " of his ",
                        " of their ", " of our ", " out of ", " of a total "}) &&
      between.size() <= 40 && between.find(',') == std::string_view::npos) {
    return FigureRoles::kFirstIsPart;
  }
  const bool of = before.ends_with("of the ") || before.ends_with("of these ") ||
                  before.ends_with("of ") || before.ends_with("among the ");
  const bool opens = has_any(before, {"Of ", "of the", "Out of", "Among "}) && before.size() <= 12;
  return of && opens ? FigureRoles::kSecondIsPart : FigureRoles::kUnsaid;
}

/// 34个省份中有27个: 中, unless it begins a word of its own; 98分，满分100分.
FigureRoles chinese_parts(std::string_view between) {
  constexpr std::size_t kFarthest = 60;  // bytes
  // 30-65岁，其中47.7%的患者超过50岁: the part is another figure.
  if (between.size() > kFarthest || has_any(between, {"。", "；"}) ||
      std::ranges::any_of(between, text::is_ascii_digit)) {
    return FigureRoles::kUnsaid;
  }
  if (has_any(between, {"满分", "滿分", "总分", "總分"})) return FigureRoles::kFirstIsPart;
  constexpr std::string_view kWithin = "中";
  for (std::size_t at = between.find(kWithin); at != std::string_view::npos;
       at = between.find(kWithin, at + 1)) {
    const std::string_view after = between.substr(at + kWithin.size());
    const bool other_word = std::ranges::any_of(
        std::initializer_list<std::string_view>{
            "国", "國", "心", "央", "东", "東", "午", "美", "部", "级", "級", "间", "間",
            "小", "学", "學", "期", "旬", "等", "文", "华", "華", "型", "止", "断", "斷"},
        [&](std::string_view word) { return after.starts_with(word); });
    if (!other_word) return FigureRoles::kSecondIsPart;
  }
  return FigureRoles::kUnsaid;
}

enum class Role : std::uint8_t { kUnsaid, kStart, kEnd };

/// Whether a figure is where a change starts or ends, by the words in front of it.
Role role_in_change(const pair::Passage& passage, const Fact& figure) {
  const std::string_view all = passage.document->text;
  const std::string_view head =
      all.substr(passage.span.begin, figure.span.begin - passage.span.begin);
  if (passage.language == Language::kChinese) {
    // 由2015年底的70.1%降至2016年底的68.4%
    const std::string_view before = clause_before(head, 90);
    const std::size_t start = last_of(before, {"由", "从", "從", "自"});
    const std::size_t end = last_of(before, {"至", "到", "为", "為"});
    if (end != std::string_view::npos && (start == std::string_view::npos || end > start)) {
      const bool near = before.size() - end <= 30;
      return start != std::string_view::npos || near ? Role::kEnd : Role::kUnsaid;
    }
    return start == std::string_view::npos ? Role::kUnsaid : Role::kStart;
  }
  std::string lowered(1, ' ');
  lowered += text::ascii_lowered(clause_before(head, 40));
  const std::size_t at = last_of(lowered, {" from ", " to "});
  if (at == std::string::npos || lowered.size() - at > 24) return Role::kUnsaid;
  return lowered.compare(at, 6, " from ") == 0 ? Role::kStart : Role::kEnd;
}

/// "five instead of six", 6场减为5场: what it is, and what it was.
FigureRoles replaced(std::string_view between) {
  constexpr std::size_t kFarthest = 30;  // bytes
  if (between.size() > kFarthest || has_any(between, {"，", "。", "；", ", ", ". "})) {
    return FigureRoles::kUnsaid;
  }
  if (has_any(between, {" instead of ", " rather than "})) return FigureRoles::kSecondIsStart;
  return has_any(between, {"减为", "減為", "减至", "減至", "降为", "降為", "降至", "增至", "升至",
                           "改为", "改為", "变为", "變為", "增加到", "减少到", "減少到"})
             ? FigureRoles::kFirstIsStart
             : FigureRoles::kUnsaid;
}

}  // namespace

FigureRoles roles_of(const pair::Passage& passage, const Fact& first, const Fact& second) {
  const bool in_order = first.span.begin < second.span.begin;
  const Fact& left = in_order ? first : second;
  const Fact& right = in_order ? second : first;
  if (left.span.end > right.span.begin) return FigureRoles::kUnsaid;
  const std::string_view text = passage.document->text;
  const std::string_view before =
      text.substr(passage.span.begin, left.span.begin - passage.span.begin);
  const std::string_view between = text.substr(left.span.end, right.span.begin - left.span.end);
  FigureRoles roles = passage.language == Language::kChinese ? chinese_parts(between)
                                                             : english_parts(before, between);
  if (roles == FigureRoles::kUnsaid) roles = replaced(between);
  if (roles == FigureRoles::kUnsaid) {
    const Role a = role_in_change(passage, left);
    const Role b = role_in_change(passage, right);
    if (a == Role::kStart && b == Role::kEnd) roles = FigureRoles::kFirstIsStart;
    if (a == Role::kEnd && b == Role::kStart) roles = FigureRoles::kSecondIsStart;
  }
  if (in_order) return roles;
  switch (roles) {
    case FigureRoles::kFirstIsPart:
      return FigureRoles::kSecondIsPart;
    case FigureRoles::kSecondIsPart:
      return FigureRoles::kFirstIsPart;
    case FigureRoles::kFirstIsStart:
      return FigureRoles::kSecondIsStart;
    case FigureRoles::kSecondIsStart:
      return FigureRoles::kFirstIsStart;
    case FigureRoles::kUnsaid:
      break;
  }
  return roles;
}

bool comparable(FigureRoles a, FigureRoles b) {
  const auto is_part = [](FigureRoles roles) {
    return roles == FigureRoles::kFirstIsPart || roles == FigureRoles::kSecondIsPart;
  };
  return a != FigureRoles::kUnsaid && b != FigureRoles::kUnsaid && is_part(a) == is_part(b);
}

}  // namespace duizhao::check
