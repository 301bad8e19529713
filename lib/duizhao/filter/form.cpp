#include "duizhao/filter/form.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "duizhao/filter/fingerprints.h"
#include "duizhao/filter/site_phrases.h"
#include "duizhao/pair/comparable_length.h"
#include "duizhao/score/words.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/common_han.h"
#include "duizhao/text/foreign_language.h"
#include "duizhao/text/language.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::filter {
namespace {

/// What the characters of a text are, blanks aside.
struct Characters {
  std::size_t all = 0;
  std::size_t letters = 0;  ///< of any script
  std::size_t figures = 0;
  std::size_t han = 0;
  std::size_t rare_han = 0;
  std::size_t accented = 0;  ///< Latin letters and signs beyond ASCII up to U+00FF, and what
                             ///< Windows-1252 has besides: UTF-8 read in a wrong encoding
  std::size_t broken = 0;    ///< U+FFFD, private use, controls
};

bool is_windows_sign(char32_t c) {
  constexpr std::array<char32_t, 12> kSigns = {0x152, 0x153, 0x160,  0x161,  0x17D,  0x17E,
                                               0x2C6, 0x2DC, 0x2020, 0x2021, 0x20AC, 0x2122};
  return std::ranges::find(kSigns, c) != kSigns.end();
}

Characters characters_of(std::string_view text) {
  Characters count;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_space(c)) continue;
    ++count.all;
    if (c < 0x80) {
      count.letters += text::is_ascii_letter(static_cast<char>(c)) ? 1 : 0;
      count.figures += text::is_ascii_digit(static_cast<char>(c)) ? 1 : 0;
      count.broken += c < 0x20 || c == 0x7F ? 1 : 0;
    } else if (text::is_han(c)) {
      ++count.letters;
      ++count.han;
      count.rare_han += text::is_common_han(c) ? 0 : 1;
    } else {
      count.letters += u_isalpha(static_cast<UChar32>(c)) ? 1 : 0;
      count.figures += u_isdigit(static_cast<UChar32>(c)) ? 1 : 0;
      count.accented += (c > 0xA0 && c <= 0xFF) || is_windows_sign(c) ? 1 : 0;
      count.broken += c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c < 0xA0 ? 1 : 0;
    }
  }
  return count;
}

/// Whether something is said over and over without a stop between: at least six times, and a fifth
/// of the text.
bool has_loop(std::string_view text) {
  constexpr std::size_t kTimes = 6;
  constexpr std::size_t kLongestUnit = 24;  // bytes
  for (std::size_t unit = 2; unit <= kLongestUnit; ++unit) {
    std::size_t run = 0;
    bool letters = false;
    for (std::size_t i = unit; i < text.size(); ++i) {
      const bool same = text[i] == text[i - unit];
      run = same ? run + 1 : 0;
      const auto byte = static_cast<unsigned char>(text[i]);
      letters = same && (letters || byte >= 0x80 || text::is_ascii_letter(text[i]));
      if (letters && run >= (kTimes - 1) * unit && 5 * (run + unit) >= text.size() &&
          run + unit >= 3 * kTimes) {
        return true;
      }
    }
  }
  return false;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

/// Characters that stand as \u4e2d or &quot;, and tags.
bool is_escaped(std::string_view text) {
  const std::size_t escapes = count_of(text, "\\u") + count_of(text, "\\x");
  std::size_t entities = 0;
  for (const std::string_view entity : {"&lt;", "&gt;", "&quot;", "&amp;", "&#", "&nbsp;"}) {
    entities += count_of(text, entity);
  }
  constexpr std::size_t kMany = 4;
  return escapes >= kMany || entities >= kMany || 12 * escapes > text.size() + 12 ||
         12 * entities > text.size() + 12;
}

/// How many bytes of a text stand in addresses.
std::size_t bytes_of_addresses(std::string_view text) {
  std::size_t bytes = 0;
  for (const std::string_view begin : {"http://", "https://", "www."}) {
    for (std::size_t at = text.find(begin); at != text.npos; at = text.find(begin, at + 1)) {
      const bool counted = begin == "www." && at > 0 && text[at - 1] == '/';
      const std::size_t end = std::min(text.find(' ', at), text.size());
      bytes += counted ? 0 : end - at;
    }
  }
  return bytes;
}

/// "Home > News > Page 2", "首页 | 登录 | 注册": a trail of short links, and no sentence.
bool is_trail(std::string_view text) {
  constexpr std::size_t kLinks = 3;
  constexpr std::size_t kLongestLink = 30;  // bytes
  if (text.ends_with('.') || text.ends_with("。")) return false;
  for (const std::string_view mark : {" > ", " | ", " » ", " › ", " >> ", "｜"}) {
    std::size_t links = 0;
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++links) {
      const std::size_t end = std::min(text.find(mark, begin), text.size());
      longest = std::max(longest, end - begin);
      begin = end + mark.size();
    }
    if (links >= kLinks && longest <= kLongestLink) return true;
  }
  return false;
}

/// Language by the writing of a text; kUnknown where there is nothing to tell by.
FormVerdict language_verdict(std::string_view source, std::string_view target, Language language) {
  const Language other = other_language(language);
  // Names and commands in the other one's letters don't make it another language.
  const Language source_is = text::language_of(text::tally_writing(source), language);
  const Language target_is = text::language_of(text::tally_writing(target), other);
  if (source_is == other && target_is == language) return {Step::kSwapped, {}};
  for (const std::string_view side : {source, target}) {
    if (const auto foreign = text::foreign_language(side)) {
      return {Step::kLanguage, std::string(*foreign)};
    }
    const text::WritingTally writing = text::tally_writing(side);
    constexpr std::size_t kFew = 4;
    constexpr std::size_t kLettersPerWord = 4;
    if (writing.other >= kFew &&
        3 * writing.other > writing.han + kLettersPerWord * writing.latin_words) {
      return {Step::kLanguage, "another script"};
    }
  }
  const auto name = [](Language l) { return l == Language::kChinese ? "Chinese" : "English"; };
  if (source_is == other && target_is == other) {
    return {Step::kLanguage, fmt::format("the source is {}", name(other))};
  }
  if (source_is == language && target_is == language) {
    return {Step::kLanguage, fmt::format("the target is {}", name(language))};
  }
  return {};
}

/// Whether one side is the other, or all of its words stand there in their order.
bool is_copied(std::string_view source, std::string_view target) {
  const std::string plain_source = normalised(source);
  const std::string plain_target = normalised(target);
  const std::size_t longer = std::max(plain_source.size(), plain_target.size());
  const std::size_t shorter = std::min(plain_source.size(), plain_target.size());
  if (longer == 0) return false;
  if (plain_source == plain_target) return true;
  const bool within = plain_source.find(plain_target) != std::string::npos ||
                      plain_target.find(plain_source) != std::string::npos;
  return within && 10 * shorter >= 6 * longer;
}

/// Why a text is none for people to read, alone: "a loop", "a wrong encoding"; empty where it is.
std::string_view junk_in(std::string_view text, Language language) {
  const Characters count = characters_of(text);
  if (count.broken >= 2 || (count.broken > 0 && 20 * count.broken > count.all)) {
    return "broken characters";
  }
  if (count.accented >= 4 && 10 * count.accented > count.all) return "a wrong encoding";
  if (is_escaped(text)) return "escapes";
  if (2 * bytes_of_addresses(text) > text.size()) return "an address";
  constexpr std::size_t kFew = 8;
  if (count.all >= kFew && 2 * (count.letters + count.figures) < count.all) return "symbols";
  // A Han character says as much as a few letters.
  if (count.all >= kFew && 3 * (count.letters + 2 * count.han) < count.figures) return "figures";
  if (count.han >= kFew && 4 * count.rare_han > 3 * count.han) return "rare characters";
  if (language == Language::kEnglish && count.all >= 2 * kFew &&
      10 * (count.letters + count.figures) < 7 * count.all) {
    return "symbols";
  }
  if (has_loop(text)) return "a loop";
  return {};
}

}  // namespace

FormVerdict form_of(std::string_view source, std::string_view target, Language language,
                    const FormLimits& limits) {
  const Language other = other_language(language);
  for (const std::string_view side : {source, target}) {
    const Characters count = characters_of(side);
    if (count.letters + count.figures == 0) return {Step::kEmpty, {}};
  }
  if (is_copied(source, target)) return {Step::kCopied, {}};
  if (auto verdict = language_verdict(source, target, language); verdict.step != Step::kKept) {
    return verdict;
  }
  const std::string_view chinese = language == Language::kChinese ? source : target;
  if (limits.script != Script::kUnknown) {
    const Script script = text::script_of(chinese);
    if (script != Script::kUnknown && script != limits.script) return {Step::kScript, {}};
  }
  for (const auto& [side, in] : {std::pair{source, language}, std::pair{target, other}}) {
    if (const std::string_view what = junk_in(side, in); !what.empty()) {
      return {Step::kJunk, std::string(what)};
    }
  }
  if (is_trail(source) || is_trail(target)) return {Step::kBoilerplate, "links"};
  if (auto phrase = site_phrase_in(source, target); !phrase.empty()) {
    return {Step::kBoilerplate, std::move(phrase)};
  }
  const std::size_t words = std::max(score::count_words(source), score::count_words(target));
  if (words < limits.least_words || words > limits.most_words) {
    return {Step::kLength, fmt::format("{} words", words)};
  }
  // From the longer one: a short text lets expect anything.
  const double source_length = pair::comparable_length(source, language);
  const double target_length = pair::comparable_length(target, other);
  const double deviation = -pair::length_deviation(std::max(source_length, target_length),
                                                   std::min(source_length, target_length));
  if (deviation > limits.most_deviation) {
    return {Step::kRatio, fmt::format("{:.1f} deviations", deviation)};
  }
  return {};
}

}  // namespace duizhao::filter
