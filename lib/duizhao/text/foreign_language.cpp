#include "duizhao/text/foreign_language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "duizhao/text/ascii.h"
#include "duizhao/text/letter_runs.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

constexpr std::size_t kSample = 100'000;

struct Alphabet {
  char32_t first;
  char32_t last;
  std::string_view language;
};

constexpr std::array<Alphabet, 10> kAlphabets = {{
    {0x370, 0x3FF, "Greek"},
    {0x400, 0x52F, "Russian or another language in Cyrillic letters"},
    {0x531, 0x58F, "Armenian"},
    {0x5D0, 0x5EA, "Hebrew"},
    {0x620, 0x6FF, "Arabic or another language in Arabic letters"},
    {0x900, 0xDFF, "a language of India"},
    {0xE01, 0xE5B, "Thai"},
    {0x3041, 0x30FF, "Japanese"},
    {0xAC00, 0xD7A3, "Korean"},
    {0x1100, 0x11FF, "Korean"},
}};

/// Words that no other language here has in common use, six of the twenty commonest each.
struct SmallWords {
  std::string_view language;
  std::array<std::string_view, 6> words;
};

constexpr std::array<SmallWords, 9> kSmallWords = {{
    {"English", {"the", "of", "and", "to", "is", "that"}},
    {"French", {"les", "des", "est", "dans", "et", "une"}},
    {"German", {"der", "und", "die", "nicht", "das", "ist"}},
    {"Spanish", {"los", "las", "el", "del", "una", "por"}},
    {"Italian", {"che", "di", "della", "il", "gli", "sono"}},
    {"Portuguese", {"não", "uma", "os", "com", "para", "dos"}},
    {"Dutch", {"het", "een", "van", "niet", "zijn", "voor"}},
    {"Vietnamese", {"của", "và", "các", "trong", "được", "những"}},
    {"Indonesian or Malay", {"yang", "dan", "dengan", "untuk", "pada", "dari"}},
}};

std::optional<std::string_view> by_small_words(std::string_view text) {
  std::array<std::size_t, kSmallWords.size()> counts{};
  for (Span run = next_letter_run(text, 0); !run.empty(); run = next_letter_run(text, run.end)) {
    const std::string word = ascii_lowered(run.in(text));
    for (std::size_t l = 0; l < kSmallWords.size(); ++l) {
      const auto& words = kSmallWords[l].words;
      counts[l] += std::ranges::find(words, word) != words.end() ? 1 : 0;
    }
  }
  const auto most = std::ranges::max_element(counts);
  constexpr std::size_t kFew = 5;
  if (*most < kFew || *most <= 2 * counts.front()) return std::nullopt;
  return kSmallWords[static_cast<std::size_t>(most - counts.begin())].language;
}

}  // namespace

std::optional<std::string_view> foreign_language(std::string_view text) {
  if (text.size() > kSample) {
    std::size_t end = kSample;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  std::array<std::size_t, kAlphabets.size()> counts{};
  std::size_t han = 0;
  std::size_t latin = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (c < 0x80) {
      latin += is_ascii_letter(static_cast<char>(c)) ? 1 : 0;
      continue;
    }
    han += is_han(c) ? 1 : 0;
    latin += c < 0x250 || (c >= 0x1E00 && c < 0x1F00) ? 1 : 0;
    for (std::size_t i = 0; i < kAlphabets.size(); ++i) {
      counts[i] += c >= kAlphabets[i].first && c <= kAlphabets[i].last ? 1 : 0;
    }
  }
  const auto most = std::ranges::max_element(counts);
  const Alphabet& alphabet = kAlphabets[static_cast<std::size_t>(most - counts.begin())];
  constexpr std::size_t kFew = 10;
  // Japanese is written in Han characters too, four in ten or so; Chinese has kana in names only.
  const bool japanese = alphabet.language == "Japanese";
  if (*most >= kFew && (japanese ? 4 * *most > han + latin / 4 : *most > han + latin)) {
    return alphabet.language;
  }
  return han > latin / 4 ? std::nullopt : by_small_words(text);
}

}  // namespace duizhao::text
