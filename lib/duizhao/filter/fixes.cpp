#include "duizhao/filter/fixes.h"

#include <array>
#include <utility>
#include <vector>

#include "duizhao/text/ascii.h"
#include "duizhao/text/language.h"
#include "duizhao/text/utf8.h"

namespace duizhao::filter {
namespace {

constexpr std::array<std::string_view, kFixes> kNames = {"invisible", "spacing", "width", "script",
                                                         "sides"};

constexpr char32_t kIdeographicSpace = 0x3000;

bool is_invisible(char32_t c) {
  constexpr char32_t kDelete = 0x7F;
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= kDelete && c < 0xA0) ||
         c == 0xAD /* soft hyphen */ || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200A) || c == kIdeographicSpace;
}

/// Chinese marks, which have their space within.
bool is_chinese_mark(char32_t c) {
  return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || c == 0xFF01 ||
         c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) points.push_back(text::next_code_point(text, at));
  return points;
}

std::string bytes_of(const std::vector<char32_t>& points) {
  std::string text;
  for (const char32_t c : points) text::append_code_point(text, c);
  return text;
}

/// Blanks between Han characters mean something in lists of names, nothing where a text was broken
/// into words: there they stand between most.
bool is_broken_into_words(const std::vector<char32_t>& points) {
  std::size_t beside = 0;
  std::size_t apart = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    if (!text::is_han(points[i])) continue;
    beside += text::is_han(points[i + 1]) ? 1 : 0;
    apart +=
        i + 2 < points.size() && is_blank(points[i + 1]) && text::is_han(points[i + 2]) ? 1 : 0;
  }
  constexpr std::size_t kFew = 4;
  return apart >= kFew && 2 * apart >= beside;
}

/// The Chinese mark for an ASCII one; 0 where there is none.
char32_t chinese_mark(char32_t c) {
  switch (c) {
    case ',':
      return 0xFF0C;
    case ';':
      return 0xFF1B;
    case ':':
      return 0xFF1A;
    case '!':
      return 0xFF01;
    case '?':
      return 0xFF1F;
    default:
      return 0;
  }
}

char32_t english_mark(char32_t c) {
  constexpr char32_t kFirst = 0xFF01;
  constexpr char32_t kLast = 0xFF5E;
  if (c >= kFirst && c <= kLast) return c - kFirst + '!';
  if (c == 0x3002) return '.';
  if (c == 0x3001) return ',';
  return c;
}

}  // namespace

std::string_view name_of(Fix fix) { return kNames[static_cast<std::size_t>(fix)]; }

std::optional<Fix> fix_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Fix>(i);
  }
  return std::nullopt;
}

std::string without_invisible(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_invisible(text::next_code_point(text, at))) kept += text.substr(begin, at - begin);
  }
  return kept;
}

std::string with_even_spacing(std::string_view text, Language language) {
  const std::vector<char32_t> points = code_points(text);
  const bool closes_up = language == Language::kChinese && is_broken_into_words(points);
  std::vector<char32_t> kept;
  kept.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_blank(points[i])) {
      kept.push_back(points[i]);
      continue;
    }
    while (i + 1 < points.size() && is_blank(points[i + 1])) ++i;
    if (kept.empty() || i + 1 == points.size()) continue;
    const char32_t before = kept.back();
    const char32_t after = points[i + 1];
    const bool is_needless = language == Language::kChinese &&
                             (is_chinese_mark(before) || is_chinese_mark(after) ||
                              (closes_up && text::is_han(before) && text::is_han(after)));
    if (!is_needless) kept.push_back(' ');
  }
  return bytes_of(kept);
}

std::string with_usual_width(std::string_view text, Language language) {
  std::vector<char32_t> points = code_points(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t narrow = english_mark(points[i]);
    if (language == Language::kEnglish) {
      points[i] = narrow;
      continue;
    }
    // Letters, figures and the signs that go with them; the other marks are Chinese as they are.
    const bool is_letter =
        narrow < 0x80 && text::is_ascii_letter_or_digit(static_cast<char>(narrow));
    if (is_letter || (narrow != points[i] && (narrow == '%' || narrow == '+' || narrow == '$'))) {
      points[i] = narrow;
      continue;
    }
    const char32_t mark = chinese_mark(points[i]);
    const bool follows_han = i > 0 && text::is_han(points[i - 1]);
    const bool goes_on =
        i + 1 == points.size() || text::is_han(points[i + 1]) ||
        (is_blank(points[i + 1]) && (i + 2 == points.size() || text::is_han(points[i + 2])));
    if (mark != 0 && follows_han && goes_on) points[i] = mark;
  }
  return bytes_of(points);
}

Result<Fixer> Fixer::create(FixSet fixes, Script script) {
  Fixer fixer(fixes);
  if (!fixer.has(Fix::kScript) || script == Script::kUnknown) return fixer;
  auto converter = text::Converter::create(script == Script::kTraditional
                                               ? text::Converter::Direction::kToTraditional
                                               : text::Converter::Direction::kToSimplified);
  if (!converter) return tl::unexpected(converter.error());
  fixer.script_ = script;
  fixer.converter_.emplace(std::move(*converter));
  return fixer;
}

FixSet Fixer::apply(formats::BilingualPair& pair, Language source, Language target) const {
  FixSet done;
  if (has(Fix::kSides) && text::language_of(pair.source) == target &&
      text::language_of(pair.target) == source) {
    std::swap(pair.source, pair.target);
    done.set(static_cast<std::size_t>(Fix::kSides));
  }
  fix_side(pair.source, source, done);
  fix_side(pair.target, target, done);
  return done;
}

void Fixer::fix_side(std::string& text, Language language, FixSet& done) const {
  const auto take = [&](Fix fix, std::string mended) {
    if (mended == text) return;
    text = std::move(mended);
    done.set(static_cast<std::size_t>(fix));
  };
  if (has(Fix::kInvisible)) take(Fix::kInvisible, without_invisible(text));
  if (has(Fix::kWidth)) take(Fix::kWidth, with_usual_width(text, language));
  if (has(Fix::kSpacing)) take(Fix::kSpacing, with_even_spacing(text, language));
  if (!converter_ || language != Language::kChinese) return;
  const Script script = text::script_of(text);
  if (script == Script::kUnknown || script == script_) return;
  take(Fix::kScript, converter_->convert(text));
}

}  // namespace duizhao::filter
