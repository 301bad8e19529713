#include "duizhao/facts/trend.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/find_last.h"
#include "duizhao/text/utf8.h"

namespace duizhao::facts {
namespace {

/// Sorted. By hand: what news and reports say of figures.
constexpr auto kUp = std::to_array<std::string_view>(
    {"accelerated", "accelerating", "add",      "added",        "adding",       "adds",
     "advance",     "advanced",     "advances", "appreciated",  "appreciation", "bigger",
     "climb",       "climbed",      "climbing", "climbs",       "expand",       "expanded",
     "expanding",   "expansion",    "faster",   "gain",         "gained",       "gaining",
     "gains",       "grew",         "grow",     "growing",      "grown",        "grows",
     "growth",      "higher",       "improved", "improvement",  "increase",     "increased",
     "increases",   "increasing",   "jump",     "jumped",       "jumps",        "lifted",
     "raise",       "raised",       "raises",   "raising",      "rallied",      "rebound",
     "rebounded",   "rise",         "risen",    "rises",        "rising",       "rose",
     "soar",        "soared",       "soaring",  "strengthened", "surge",        "surged",
     "surging",     "swelled",      "upward",   "upwards",      "widened",      "widening"});
constexpr auto kDown = std::to_array<std::string_view>(
    {"contracted", "contracting", "contraction", "cut",         "cuts",         "cutting",
     "decline",    "declined",    "declines",    "declining",   "decrease",     "decreased",
     "decreases",  "decreasing",  "deficit",     "depreciated", "depreciation", "dip",
     "dipped",     "downward",    "downwards",   "drop",        "dropped",      "dropping",
     "drops",      "eased",       "easing",      "fall",        "fallen",       "falling",
     "falls",      "fell",        "fewer",       "less",        "lose",         "loses",
     "losing",     "loss",        "losses",      "lost",        "lower",        "lowered",
     "lowering",   "narrowed",    "narrowing",   "plunge",      "plunged",      "reduce",
     "reduced",    "reduces",     "reducing",    "reduction",   "retreated",    "sank",
     "shed",       "shrank",      "shrink",      "shrinking",   "shrunk",       "slid",
     "slide",      "slipped",     "slowed",      "slower",      "slowing",      "slump",
     "slumped",    "tumbled",     "weakened",    "weaker",      "worse",        "worsened"});
/// Characters and words of Chinese, in either script.
constexpr auto kChineseUp = std::to_array<std::string_view>(
    {"升", "涨", "漲", "增", "扩", "擴", "提高", "上扬", "上揚", "走高", "高出", "上调", "上調",
     "调高", "調高", "反弹", "反彈"});
constexpr auto kChineseDown = std::to_array<std::string_view>(
    {"降",   "跌",   "减",   "減",   "缩",   "縮",   "下滑", "回落", "下挫",
     "收窄", "亏",   "虧",   "贬",   "貶",   "放缓", "放緩", "走低", "下调",
     "下調", "调低", "調低", "逆差", "赤字", "损失", "損失", "少",   "低"});
/// Words that hold one of these and say nothing of the kind.
constexpr auto kChineseNeither = std::to_array<std::string_view>(
    {"增值税", "增值稅", "升级", "升級",   "晋升",   "晉升", "减排", "減排", "降雨",
     "降水",   "降落",   "至少", "不少于", "不少於", "最少", "少于", "少於", "低于",
     "低於",   "最低",   "低位", "低点",   "低點",   "低碳", "低息", "不低", "多少",
     "少年",   "少数",   "少數", "公升",   "毫升",   "减速", "減速", "增速"});

bool is_one_of(std::span<const std::string_view> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

/// "Price cuts raised the margin": what did it, with what it did behind it.
bool is_cause(std::string_view word, std::string_view rest) {
  constexpr auto kCauses = std::to_array<std::string_view>(
      {"cuts", "declines", "drops", "falls", "gains", "increases", "losses", "reductions"});
  constexpr auto kEffects = std::to_array<std::string_view>(
      {" cut ", " increased ", " lifted ", " lowered ", " raised ", " reduced "});
  return is_one_of(kCauses, word) && std::ranges::any_of(kEffects, [&](std::string_view effect) {
           return rest.starts_with(effect);
         });
}

/// "negative growth", "negative resource growth": the word after `before` goes the other way.
bool is_turned(std::string_view before) {
  constexpr std::string_view kNegative = "negative ";
  const std::size_t at = before.rfind(kNegative);
  if (at == std::string_view::npos) return false;
  const std::string_view between = before.substr(at + kNegative.size());
  return std::ranges::count(between, ' ') <= 1;
}

/// Reads the words of an English piece.
void read_english(std::string_view piece, Trend& trend) {
  const std::string lowered = text::ascii_lowered(piece);
  const std::string_view view = lowered;
  for (std::size_t i = 0; i < view.size();) {
    if (!text::is_ascii_letter(view[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < view.size() && text::is_ascii_letter(view[end])) ++end;
    const std::string_view word = view.substr(i, end - i);
    if (is_cause(word, view.substr(end))) {
      i = end;
      continue;
    }
    const bool up = is_one_of(kUp, word);
    const bool turned = up && is_turned(view.substr(0, i));
    trend.up = trend.up || (up && !turned);
    trend.down = trend.down || turned || is_one_of(kDown, word);
    i = end;
  }
}

void read_chinese(std::string_view piece, Trend& trend) {
  // The third byte of a character tells most apart.
  const auto begins = [](std::string_view text, std::string_view form) {
    return text.size() >= form.size() && text[2] == form[2] && text.starts_with(form);
  };
  for (std::size_t i = 0; i < piece.size();) {
    const std::string_view rest = piece.substr(i);
    const auto* const neither = std::ranges::find_if(
        kChineseNeither, [&](std::string_view form) { return begins(rest, form); });
    if (neither != kChineseNeither.end()) {
      i += neither->size();
      continue;
    }
    const auto holds = [&](std::string_view form) { return begins(rest, form); };
    trend.up = trend.up || std::ranges::any_of(kChineseUp, holds);
    trend.down = trend.down || std::ranges::any_of(kChineseDown, holds);
    static_cast<void>(text::next_code_point(piece, i));
  }
}

/// What ends the words that belong to a figure: marks, and conjunctions with their spaces.
constexpr auto kBorders = std::to_array<std::string_view>(
    {",",  ";",     ":",     "(",       ")",          "!",        "?",         ". ",
     "，", "；",    "。",    "、",      "：",         "（",       "）",        "！",
     "？", " and ", " but ", " while ", " compared ", " versus ", " against ", " than "});

/// The part of `text` behind its last border.
std::string_view behind_last_border(std::string_view text) {
  std::size_t begin = 0;
  for (const std::string_view border : kBorders) {
    const std::size_t at = text::find_last(text, border);
    if (at != std::string_view::npos) begin = std::max(begin, at + border.size());
  }
  return text.substr(begin);
}

std::string_view before_first_border(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view border : kBorders) end = std::min(end, text.find(border));
  return text.substr(0, end);
}

bool is_figure(const Fact& fact) {
  return fact.kind == Kind::kNumber || fact.kind == Kind::kMeasure || fact.kind == Kind::kMoney ||
         fact.kind == Kind::kMultiple;
}

/// `size` bytes at the end of the text, from the border of a character on.
std::string_view last_bytes(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  std::size_t begin = text.size() - size;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  return text.substr(begin);
}

std::string_view first_bytes(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

bool has_chinese(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_han(text::next_code_point(text, i))) return true;
  }
  return false;
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> forms) {
  return std::ranges::any_of(forms, [&](std::string_view form) { return text.ends_with(form); });
}

/// Whether a minus touches what follows `before`: a dash after a space, a bracket or Chinese, but
/// not the dash of a range or of a name.
bool ends_with_minus(std::string_view before) {
  constexpr auto kDashes = std::to_array<std::string_view>({"-", "−", "–", "－", "﹣"});
  const auto* const dash =
      std::ranges::find_if(kDashes, [&](std::string_view form) { return before.ends_with(form); });
  if (dash == kDashes.end()) return false;
  before.remove_suffix(dash->size());
  if (before.empty()) return true;
  if (static_cast<unsigned char>(before.back()) < 0x80U) {
    return before.back() == ' ' || before.back() == '(' || before.back() == ':' ||
           before.back() == '\t' || before.back() == '"' || before.back() == ',';
  }
  // A range goes on from a unit: 3月-5月, 5%-8%; 第3-5条.
  constexpr auto kCounted = std::to_array<std::string_view>(
      {"％", "年", "月", "日", "号", "號", "元", "万", "萬", "亿", "億", "岁",
       "歲", "人", "个", "個", "度", "℃",  "米", "点", "點", "时", "時", "分",
       "秒", "级", "級", "条", "條", "章", "–",  "—",  "−",  "－"});
  return !ends_with_any(before, kCounted);
}

/// "20 below zero", "20 degrees below", "20 below" of the weather; "paragraphs 47 to 49 below"
/// stand further down.
bool is_below_zero(std::string_view text, const Fact& figure, std::string_view after) {
  if (after.starts_with(' ')) after.remove_prefix(1);
  if (!after.starts_with("below")) return false;
  if (after.starts_with("below zero") || after.starts_with("below freezing")) return true;
  constexpr auto kWeather = std::to_array<std::string_view>(
      {"temperature", "thermometer", "mercury", "weather", "cold", "degree"});
  return dimension_of(figure.unit) == Dimension::kTemperature || figure.unit == Unit::kDegree ||
         std::ranges::any_of(kWeather, [&](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

}  // namespace

Trend trend_of(const PassageFacts& side, const Fact& figure) {
  std::size_t left = side.span.begin;
  std::size_t right = side.span.end;
  for (const Fact& other : side.facts) {
    if (other.alternative || !is_figure(other) || other.weak) continue;
    if (other.span.end <= figure.span.begin) left = std::max(left, other.span.end);
    if (other.span.begin >= figure.span.end) right = std::min(right, other.span.begin);
  }
  constexpr std::size_t kLeft = 42;  // bytes: seven words, fourteen characters
  constexpr std::size_t kRight = 27;
  const std::string_view before =
      behind_last_border(last_bytes(side.text.substr(left, figure.span.begin - left), kLeft));
  const std::string_view after = before_first_border(
      first_bytes(side.text.substr(figure.span.end, right - figure.span.end), kRight));
  Trend trend;
  for (const std::string_view piece : {before, after}) {
    has_chinese(piece) ? read_chinese(piece, trend) : read_english(piece, trend);
  }
  // up 5%, down by 3 points; but not "set up 5 offices".
  const bool share = dimension_of(figure.unit) == Dimension::kShare ||
                     dimension_of(figure.unit) == Dimension::kSharePoints;
  const std::string lowered = text::ascii_lowered(before);
  const std::string_view view = lowered;
  constexpr auto kUpEnds = std::to_array<std::string_view>({" up ", " up by "});
  constexpr auto kDownEnds = std::to_array<std::string_view>({" down ", " down by "});
  if (share || view.ends_with("by ")) {
    trend.up = trend.up || ends_with_any(view, kUpEnds) || view == "up ";
    trend.down = trend.down || ends_with_any(view, kDownEnds) || view == "down ";
  }
  return trend;
}

Sign sign_of(const PassageFacts& side, const Fact& figure) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"零下", "负", "負", "minus", "Minus", "negative", "Negative"});
  for (const std::size_t at : {figure.number.begin, figure.span.begin}) {
    std::string_view before = side.text.substr(side.span.begin, at - side.span.begin);
    if (ends_with_minus(before)) return Sign::kMinus;
    for (const std::string_view currency : {"US$", "HK$", "$", "€", "£", "¥"}) {
      if (before.ends_with(currency)) before.remove_suffix(currency.size());
    }
    if (ends_with_minus(before)) return Sign::kMinus;  // -$5
    while (before.ends_with(' ')) before.remove_suffix(1);
    for (const std::string_view about : {"约", "約", "about"}) {
      if (before.ends_with(about)) before.remove_suffix(about.size());
    }
    while (before.ends_with(' ')) before.remove_suffix(1);
    // 18胜20负7平 is a record.
    std::string_view rest =
        before.substr(0, before.size() - std::min<std::size_t>(3, before.size()));
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    if (!rest.empty() && text::is_ascii_digit(rest.back())) continue;
    if (ends_with_any(before, kWords)) return Sign::kMinus;
  }
  const std::string_view number = figure.span.in(side.text);
  for (const std::string_view word : {"零下", "minus", "negative"}) {
    if (number.find(word) != std::string_view::npos) return Sign::kMinus;
  }
  const std::string_view before =
      side.text.substr(side.span.begin, figure.span.begin - side.span.begin);
  const std::string_view after = side.text.substr(figure.span.end, side.span.end - figure.span.end);
  if (is_below_zero(side.span.in(side.text), figure, after)) return Sign::kMinus;
  const bool bracketed = (before.ends_with('(') || before.ends_with("（")) &&
                         (after.starts_with(')') || after.starts_with("）"));
  // (1,234)万元: the bracket closes before the magnitude.
  const bool closed_inside =
      (before.ends_with('(') || before.ends_with("（")) &&
      (number.find(')') != std::string_view::npos || number.find("）") != std::string_view::npos);
  return bracketed || closed_inside ? Sign::kBrackets : Sign::kNone;
}

}  // namespace duizhao::facts
