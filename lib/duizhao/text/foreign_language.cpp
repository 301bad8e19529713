#include "duizhao/text/foreign_language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>

#include "duizhao/core/span.h"
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
struct CommonestWords {
  std::string_view language;
  std::array<std::string_view, 6> words;
};

constexpr std::array<CommonestWords, 9> kCommonestWords = {{
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

std::optional<std::string_view> by_commonest_words(std::string_view text) {
  std::array<std::size_t, kCommonestWords.size()> counts{};
  for (Span run = next_letter_run(text, 0); !run.empty(); run = next_letter_run(text, run.end)) {
    const std::string word = ascii_lowered(run.in(text));
    for (std::size_t l = 0; l < kCommonestWords.size(); ++l) {
      const auto& words = kCommonestWords[l].words;
      counts[l] += std::ranges::find(words, word) != words.end() ? 1 : 0;
    }
  }
  const auto most = std::ranges::max_element(counts);
  constexpr std::size_t kFew = 5;
  if (*most < kFew || *most <= 2 * counts.front()) return std::nullopt;
  return kCommonestWords[static_cast<std::size_t>(most - counts.begin())].language;
}

struct SmallWords {
  ForeignLanguage language;
  std::string_view words;  ///< parted and enclosed by '|'
};

/// The words that hold sentences together, but for those that are words of English.
constexpr auto kSmallWords = std::to_array<SmallWords>(
    {{{"english", "English"},
      "|the|of|and|to|is|that|in|for|with|was|are|this|by|on|from|as|be|it|at|have|has|not|"},
     {{"french", "French"},
      "|le|la|les|des|et|est|dans|une|un|du|par|pour|au|aux|sur|qui|que|cette|ce|été|"},
     {{"german", "German"},
      "|der|die|das|und|ist|nicht|ein|eine|mit|von|zu|den|dem|des|im|auf|für|wurde|"},
     {{"spanish", "Spanish"}, "|el|la|los|las|del|una|por|en|que|un|con|para|se|su|fue|este|esta|"},
     {{"italian", "Italian"}, "|che|di|il|la|gli|della|per|un|una|con|è|del|sono|dal|nel|questo|"},
     {{"portuguese", "Portuguese"}, "|não|uma|os|com|para|dos|do|da|em|um|foi|pelo|este|que|"},
     {{"dutch", "Dutch"}, "|het|een|van|niet|zijn|voor|de|en|dit|werd|door|met|op|"},
     {{"vietnamese", "Vietnamese"}, "|của|và|các|trong|được|những|là|này|cho|đã|một|"},
     {{"malay", "Indonesian or Malay"}, "|yang|dan|dengan|untuk|pada|dari|ini|itu|oleh|telah|"}});

/// Which languages of kSmallWords have a word, a bit each.
using Languages = std::uint32_t;

const std::unordered_map<std::string_view, Languages>& languages_of_words() {
  static const auto all = [] {
    std::unordered_map<std::string_view, Languages> languages;
    for (std::size_t l = 0; l < kSmallWords.size(); ++l) {
      const std::string_view words = kSmallWords[l].words;
      for (std::size_t begin = 1; begin < words.size();) {
        const std::size_t end = words.find('|', begin);
        languages[words.substr(begin, end - begin)] |= Languages{1} << l;
        begin = end + 1;
      }
    }
    return languages;
  }();
  return all;
}

/// os.path, com/de, en_US: what no sentence writes so.
bool is_part_of_code(std::string_view text, Span word) {
  constexpr std::string_view kJoints = "._/\\@=:";
  const auto joins = [&](std::size_t at, std::size_t beyond) {
    return at < text.size() && kJoints.find(text[at]) != std::string_view::npos &&
           beyond < text.size() && is_ascii_letter_or_digit(text[beyond]);
  };
  return joins(word.begin - 1, word.begin - 2) || joins(word.end, word.end + 1);
}

}  // namespace

std::optional<ForeignLanguage> language_of_small_words(std::string_view text) {
  constexpr std::size_t kFewestWords = 5;
  constexpr std::size_t kFewestSmall = 2;
  constexpr std::size_t kShare = 5;  // one word in so many is small
  const std::string lowered = ascii_lowered(text);
  const auto& languages = languages_of_words();
  std::array<std::size_t, kSmallWords.size()> counts{};
  std::array<std::set<std::string_view>, kSmallWords.size()> different;
  std::size_t words = 0;
  for (Span run = next_letter_run(text, 0); !run.empty(); run = next_letter_run(text, run.end)) {
    if (is_part_of_code(text, run)) continue;
    const std::string_view word = run.in(lowered);
    if (const auto known = languages.find(word); known != languages.end()) {
      for (std::size_t l = 0; l < kSmallWords.size(); ++l) {
        if ((known->second >> l & 1U) == 0) continue;
        ++counts[l];
        if (l > 0) different[l].insert(word);  // English is no third language
      }
    }
    ++words;
  }
  const auto most = std::ranges::max_element(counts);
  const auto language = static_cast<std::size_t>(most - counts.begin());
  if (words < kFewestWords || different[language].size() < kFewestSmall || *most * kShare < words ||
      *most <= 2 * counts.front()) {
    return std::nullopt;
  }
  return kSmallWords[language].language;
}

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
  return han > latin / 4 ? std::nullopt : by_commonest_words(text);
}

std::optional<std::string_view> foreign_language_of_lines(std::string_view text) {
  if (const auto foreign = foreign_language(text)) return foreign;
  const auto spoken = language_of_small_words(text);
  return spoken ? std::optional(spoken->name) : std::nullopt;
}

}  // namespace duizhao::text
