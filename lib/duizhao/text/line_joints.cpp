#include "duizhao/text/line_joints.h"

#include <algorithm>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

/// Marks that Chinese typesetting writes as wide as a character, and English not.
bool is_shared_mark(char32_t c) {
  return c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'—' || c == U'…' || c == U'·';
}

std::string_view last_word(std::string_view content) {
  std::size_t begin = content.size();
  while (begin > 0 && is_ascii_letter_or_digit(content[begin - 1])) --begin;
  return content.substr(begin);
}

std::string_view first_word(std::string_view content) {
  std::size_t end = 0;
  while (end < content.size() && is_ascii_letter_or_digit(content[end])) ++end;
  return content.substr(0, end);
}

/// "2." before "6" and "3" before ".1": in Chinese nothing stood between them.
bool marks_meet(const TypedLine& line, const TypedLine& next) {
  constexpr std::u32string_view kAfter = U".,%)/:";
  constexpr std::u32string_view kBefore = U".,(/:";
  const bool digit_follows = next.first >= '0' && next.first <= '9';
  return kAfter.find(next.first) != kAfter.npos ||
         (digit_follows && kBefore.find(line.last) != kBefore.npos);
}

/// "September 26,": a small number behind a word that begins in a capital letter.
bool ends_in_day(std::string_view before) {
  before.remove_suffix(1);
  const std::string_view day = last_word(before);
  if (day.size() > 2 || day.size() + 1 >= before.size()) return false;
  before.remove_suffix(day.size());
  if (before.back() != ' ') return false;
  const std::string_view month = last_word(before.substr(0, before.size() - 1));
  return !month.empty() && is_ascii_upper(month.front());
}

/// "US$" and "1," before a line of digits; but "June 26," is a day.
bool number_goes_on(std::string_view before, std::string_view after) {
  const std::string_view digits = first_word(after);
  if (digits.empty() || !is_ascii_digit(digits.front())) return false;
  for (const std::string_view sign : {"$", "€", "£", "¥"}) {
    if (before.ends_with(sign)) return true;
  }
  const bool grouped =
      before.size() > 1 && before.back() == ',' && is_ascii_digit(before[before.size() - 2]);
  return grouped && !ends_in_day(before) && digits.size() == 3 &&
         std::ranges::all_of(digits, [](char c) { return is_ascii_digit(c); });
}

}  // namespace

/// Whether a line end in a Chinese text fell inside a Latin word.
bool LineJoints::was_cut(std::string_view before, std::string_view after) const {
  const std::string_view left = last_word(before);
  const std::string_view right = first_word(after);
  if (left.empty() || right.empty()) return false;
  if (words_.has_whole(left, right)) return true;
  return habits_.cut_anywhere || is_ascii_lower(right.front());
}

Joint LineJoints::at_hyphen(std::string_view before, std::string_view after) const {
  const std::string_view left = last_word(before.substr(0, before.size() - 1));
  const std::string_view right = first_word(after);
  const Joint dash{0, " "};
  // A minus sign, whose figure had no room beside it.
  const bool minus =
      left.empty() && before.ends_with(" -") && !right.empty() && is_ascii_digit(right.front());
  if (minus) return {0, ""};
  // An option of a program, where the text has no dash like it.
  if (before.ends_with(" --") && !right.empty() && text_.find(" -- ") == text_.npos) {
    return {0, ""};
  }
  if (left.empty() || right.empty()) return dash;
  const Joint keep{0, ""};
  const Joint put_together{1, ""};
  if (!is_ascii_lower(right.front()) || !is_ascii_lower(left.back())) return keep;
  if (words_.has_whole(left, right)) return put_together;
  if (words_.has_hyphened(left, right)) return keep;
  return habits_.hyphenated ? put_together : keep;
}

Joint LineJoints::between(const TypedLine& line, const TypedLine& next,
                          bool fills_its_width) const {
  if (line.in_row) return {0, " "};
  const std::string_view before = line.content.in(text_);
  const std::string_view after = next.content.in(text_);
  const bool had_space = line.content.end < line.whole.end;
  const bool in_chinese = habits_.mostly_chinese || (line.is_chinese() && next.is_chinese());
  if (habits_.cut_anywhere && !habits_.mostly_chinese) {
    return {0, had_space || next.indent > line.indent ? " " : ""};
  }
  if (is_wide(line.last) || is_wide(next.first)) {
    const bool both = is_wide(line.last) && is_wide(next.first);
    return {0, had_space && !both ? " " : ""};
  }
  if (in_chinese && (is_shared_mark(line.last) || is_shared_mark(next.first))) return {};
  if (before.ends_with("\u00AD")) return {2, ""};
  if (before.ends_with("‐") && before.size() > 3) return {3, ""};
  if (line.last == '-') return at_hyphen(before, after);
  const bool digits_meet = line.last < 0x80 && is_ascii_digit(static_cast<char>(line.last)) &&
                           next.first < 0x80 && is_ascii_digit(static_cast<char>(next.first));
  if (digits_meet) return {0, in_chinese && fills_its_width && !had_space ? "" : " "};
  if (number_goes_on(before, after)) return {};
  if (in_chinese && !had_space && marks_meet(line, next)) return {};
  if (before.ends_with("—") && !before.ends_with(" —")) return {};
  if (after.starts_with("—") && !after.starts_with("— ")) return {};
  if (line.last == '/' || next.first == '%') return {};
  if (in_chinese && fills_its_width && !had_space && was_cut(before, after)) return {};
  return {0, " "};
}

}  // namespace duizhao::text
