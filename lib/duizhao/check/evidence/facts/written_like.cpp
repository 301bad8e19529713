#include "duizhao/check/evidence/facts/written_like.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "duizhao/text/ascii.h"

namespace duizhao::check {

using facts::Fact;
using facts::Kind;
using facts::NumberForm;

namespace {

/// The text with one of the numbers `from` in it exchanged for `to`, for each place where one
/// stands.
std::vector<std::string> with_other_number(std::string_view text, int from, int to) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    int value = 0;
    constexpr std::size_t kMostDigits = 4;
    while (end < text.size() && text::is_ascii_digit(text[end]) && end - i < kMostDigits) {
      value = value * 10 + (text[end++] - '0');
    }
    if (end > i && value == from) {
      const bool padded = text[i] == '0';
      std::string changed(text.substr(0, i));
      changed += padded ? fmt::format("{:02}", to) : std::to_string(to);
      found.push_back(changed.append(text.substr(end)));
    }
    i = std::max(end, i + 1);
  }
  return found;
}

/// The text with a month named otherwise, in the form that stands there: Sept for Aug.
std::optional<std::string> with_other_month(std::string_view text, int from, int to) {
  const std::string_view here = facts::english_month(static_cast<std::size_t>(from));
  const std::string_view instead = facts::english_month(static_cast<std::size_t>(to));
  constexpr std::size_t kBrief = 3;  // letters of Aug
  const bool in_full = text.find(here) != std::string_view::npos;
  const std::string_view form = in_full ? here : here.substr(0, kBrief);
  const std::size_t at = text.find(form);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t end = at + form.size();
  if (!in_full && text.substr(end).starts_with('t')) ++end;  // Sept
  return std::string(text).replace(at, end - at, in_full ? instead : instead.substr(0, kBrief));
}

}  // namespace

std::optional<std::string> number_like(double value, int decimals, const Fact& target,
                                       std::string_view behind, facts::Style style) {
  constexpr double kUsualInWords = 12;  // in English; larger ones where the target writes such
  constexpr double kLargestInEnglishWords = 100;
  constexpr std::size_t kLongestInWords = 24;  // bytes: 二億五千萬, but no row of eight digits
  const bool whole = value == std::floor(value) && value >= 0;
  const std::string digits =
      facts::format_number(value, NumberForm::kScaled, style, whole ? 0 : decimals);
  if (!target.digits && !whole) return std::nullopt;  // a fraction has words of its own
  if (target.digits) return digits;
  if (style.language == Language::kEnglish) {
    const bool usual =
        value <= kUsualInWords || (target.value > kUsualInWords && value < kLargestInEnglishWords);
    return usual ? facts::format_number(value, NumberForm::kWords, style) : digits;
  }
  const bool counts = target.kind != Kind::kOrdinal && !behind.empty() &&
                      static_cast<unsigned char>(behind.front()) >= 0x80U;
  if (value == 2 && counts) return style.script == Script::kTraditional ? "兩" : "两";
  const std::string words = facts::format_number(value, NumberForm::kWords, style);
  return words.size() <= kLongestInWords ? words : digits;
}

std::optional<std::string> rank_like(const Fact& meant, const Fact& target, facts::Style style) {
  if (meant.kind != Kind::kOrdinal || meant.value < 1) return std::nullopt;
  const std::string_view rank = facts::english_rank(static_cast<std::size_t>(meant.value));
  if (target.digits || rank.empty()) return facts::format(meant, style);
  return std::string(rank);
}

std::optional<std::string> multiple_like(const Fact& meant, const Fact& target,
                                         std::string_view written, facts::Style style) {
  if (meant.kind != Kind::kMultiple) return std::nullopt;
  if (style.language == Language::kChinese) {
    if (written.starts_with("翻")) {  // to the power of two that it says
      for (const auto& [value, number] : {std::pair{2, "一番"}, {4, "两番"}, {8, "三番"}}) {
        if (meant.value == value)
          return (written.starts_with("翻了") ? "翻了" : "翻") + std::string(number);
      }
      return std::nullopt;
    }
    const auto number = number_like(meant.value, meant.decimals, target, "倍", style);
    return number ? std::optional(*number + "倍") : std::nullopt;
  }
  // Of twice, three and four times as much.
  constexpr std::array<std::array<std::string_view, 3>, 8> kForms = {{
      {"double", "triple", "quadruple"},
      {"double", "treble", "quadruple"},
      {"doubles", "triples", "quadruples"},
      {"doubled", "tripled", "quadrupled"},
      {"doubling", "tripling", "quadrupling"},
      {"twofold", "threefold", "fourfold"},
      {"twice", "three times", "four times"},
      {"two times", "three times", "four times"},
  }};
  const auto at = static_cast<std::size_t>(std::max(meant.value, 2.0)) - 2;
  const std::string lowered = text::ascii_lowered(written);
  if (meant.value != std::floor(meant.value) || meant.value < 2 || at >= kForms[0].size()) {
    return std::nullopt;
  }
  if (lowered == "half") return std::string(kForms[6][at]);
  for (const auto& forms : kForms) {
    if (std::ranges::find(forms, lowered) != forms.end()) return std::string(forms[at]);
  }
  return std::nullopt;
}

std::optional<std::string> bound_like(std::string_view written, facts::Style style) {
  constexpr std::array<std::array<std::u32string_view, 2>, 21> kBounds = {{
      {U"at least", U"at most"},
      {U"no less than", U"no more than"},
      {U"not less than", U"not more than"},
      {U"no fewer than", U"no more than"},
      {U"more than", U"less than"},
      {U"more than", U"fewer than"},
      {U"or more", U"or less"},
      {U"or above", U"or below"},
      {U"above", U"below"},
      {U"over", U"under"},
      {U"at least", U"up to"},
      {U"不少于", U"不超过"},
      {U"不少于", U"不多于"},
      {U"不低于", U"不高于"},
      {U"不小于", U"不大于"},
      {U"至少", U"至多"},
      {U"最少", U"最多"},
      {U"以上", U"以下"},
      {U"高于", U"低于"},
      {U"超过", U"不到"},
      {U"逾", U"不足"},
  }};
  const std::string lowered = text::ascii_lowered(written);
  for (const auto& [above, below] : kBounds) {
    const std::array ends = {facts::simplified_or_traditional(above, style),
                             facts::simplified_or_traditional(below, style)};
    for (const auto& [here, instead] : {std::pair(ends[0], ends[1]), std::pair(ends[1], ends[0])}) {
      const std::size_t at = lowered.find(here);
      if (at == std::string::npos) continue;
      std::string text = std::string(written).replace(at, here.size(), instead);
      if (written[at] != lowered[at]) text[at] = text::ascii_upper(text[at]);
      return text;
    }
  }
  return std::nullopt;
}

std::optional<std::string> time_like(const Fact& meant, std::string_view written,
                                     facts::Style style) {
  if (meant.kind != Kind::kTime || style.language != Language::kEnglish) return std::nullopt;
  std::optional<std::string> text = facts::format(meant, style);
  if (!text) return std::nullopt;
  const std::size_t half = text->size() - std::string_view("p.m.").size();
  if (!text->ends_with(".m.")) return std::nullopt;
  // pm, PM and P.M., with a blank or without
  const bool dotted = written.ends_with('.');
  const std::string_view last = written.substr(0, written.size() - (dotted ? 1 : 0));
  const bool capitals = last.ends_with('M');
  std::string letters = dotted ? text->substr(half) : std::string{(*text)[half], 'm'};
  if (capitals) std::ranges::transform(letters, letters.begin(), text::ascii_upper);
  const bool spaced = written.find(' ') != std::string_view::npos;
  return text->substr(0, half - (spaced ? 0 : 1)) + letters;
}

std::optional<std::string> weekday_like(const Fact& meant, std::string_view written,
                                        facts::Style style) {
  if (style.language != Language::kChinese || meant.date.weekday == 0 || meant.date.month != 0 ||
      meant.date.day != 0 || meant.date.year != 0) {
    return std::nullopt;
  }
  constexpr std::string_view kDays[] = {"", "一", "二", "三", "四", "五", "六", "日"};
  for (const std::string_view word : {"星期", "礼拜", "禮拜", "周", "週"}) {
    const std::size_t at = written.find(word);
    if (at == std::string_view::npos) continue;
    std::string text(written.substr(0, at + word.size()));
    return text.append(kDays[meant.date.weekday]);
  }
  return std::nullopt;
}

std::vector<std::string> dates_like(const Fact& meant, const Fact& target,
                                    std::string_view written) {
  using Period = facts::Date::Period;
  const facts::Date& now = target.date;
  const facts::Date& then = meant.date;
  if (meant.kind != Kind::kDate || target.kind != Kind::kDate || now.period != then.period ||
      now.year < 0 || then.year < 0) {
    return {};
  }
  std::vector<std::string> texts = {std::string(written)};
  const auto exchange = [&](int from, int to, bool month) {
    if (from == to || from == 0 || to == 0) return;
    std::vector<std::string> changed;
    for (const std::string& text : texts) {
      if (month) {
        if (auto named = with_other_month(text, from, to)) changed.push_back(*named);
      }
      std::ranges::move(with_other_number(text, from, to), std::back_inserter(changed));
    }
    texts = std::move(changed);
  };
  exchange(now.year, then.year, false);
  exchange(now.month, then.month, true);
  exchange(now.day, then.day, false);
  if (now.period != Period::kNone) exchange(now.number, then.number, false);
  return texts;
}

}  // namespace duizhao::check
