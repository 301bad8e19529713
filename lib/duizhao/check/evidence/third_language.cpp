#include "duizhao/check/evidence/third_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "duizhao/core/span.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/letter_runs.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

struct Alphabet {
  char32_t first;
  char32_t last;
  std::string_view label;
};

constexpr auto kAlphabets = std::to_array<Alphabet>({{0x370, 0x3FF, "greek"},
                                                     {0x400, 0x52F, "cyrillic"},
                                                     {0x5D0, 0x5EA, "hebrew"},
                                                     {0x620, 0x6FF, "arabic"},
                                                     {0x900, 0xDFF, "indic"},
                                                     {0xE01, 0xE5B, "thai"},
                                                     {0x3041, 0x3096, "japanese"},
                                                     {0x30A1, 0x30FA, "japanese"},
                                                     {0x1100, 0x11FF, "korean"},
                                                     {0xAC00, 0xD7A3, "korean"}});

struct SmallWords {
  std::string_view label;
  std::string_view words;  ///< parted and enclosed by '|'
};

/// The words that hold sentences together, but for those that are words of English.
constexpr auto kSmallWords = std::to_array<SmallWords>(
    {{"english",
      "|the|of|and|to|is|that|in|for|with|was|are|this|by|on|from|as|be|it|at|have|has|not|"},
     {"french", "|le|la|les|des|et|est|dans|une|un|du|par|pour|au|aux|sur|qui|que|cette|ce|été|"},
     {"german", "|der|die|das|und|ist|nicht|ein|eine|mit|von|zu|den|dem|des|im|auf|für|wurde|"},
     {"spanish", "|el|la|los|las|del|una|por|en|que|un|con|para|se|su|fue|este|esta|"},
     {"italian", "|che|di|il|la|gli|della|per|un|una|con|è|del|sono|dal|nel|questo|"},
     {"portuguese", "|não|uma|os|com|para|dos|do|da|em|um|foi|pelo|este|que|"},
     {"dutch", "|het|een|van|niet|zijn|voor|de|en|dit|werd|door|met|op|"},
     {"vietnamese", "|của|và|các|trong|được|những|là|này|cho|đã|một|"},
     {"malay", "|yang|dan|dengan|untuk|pada|dari|ini|itu|oleh|telah|"}});

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
           beyond < text.size() && text::is_ascii_letter_or_digit(text[beyond]);
  };
  return joins(word.begin - 1, word.begin - 2) || joins(word.end, word.end + 1);
}

std::optional<Label> by_small_words(std::string_view text) {
  constexpr std::size_t kFewestWords = 5;
  constexpr std::size_t kFewestSmall = 2;
  constexpr std::size_t kShare = 5;  // one word in so many is small
  const std::string lowered = text::ascii_lowered(text);
  const auto& languages = languages_of_words();
  std::array<std::size_t, kSmallWords.size()> counts{};
  std::array<std::set<std::string_view>, kSmallWords.size()> different;
  std::size_t words = 0;
  for (Span run = text::next_letter_run(text, 0); !run.empty();
       run = text::next_letter_run(text, run.end)) {
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
  return Label{kSmallWords[language].label};
}

}  // namespace

std::optional<Label> third_language(std::string_view text) {
  constexpr std::size_t kFew = 4;
  std::array<std::size_t, kAlphabets.size()> counts{};
  std::size_t han = 0;
  std::size_t latin = 0;
  bool ascii = true;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c < 0x80) {
      latin += text::is_ascii_letter(static_cast<char>(c)) ? 1 : 0;
      continue;
    }
    ascii = false;
    if (text::is_han(c)) {
      ++han;
      continue;
    }
    for (std::size_t a = 0; a < kAlphabets.size(); ++a) {
      counts[a] += c >= kAlphabets[a].first && c <= kAlphabets[a].last ? 1 : 0;
    }
  }
  for (std::size_t a = 0; !ascii && a < kAlphabets.size(); ++a) {
    // Both rows of kana, and of Korean, are one script.
    std::size_t count = 0;
    for (std::size_t b = 0; b < kAlphabets.size(); ++b) {
      if (kAlphabets[b].label == kAlphabets[a].label) count += counts[b];
    }
    // Four in ten characters of Japanese are Han or so.
    const bool japanese = kAlphabets[a].label == "japanese";
    if (count >= kFew && (japanese ? 4 * count > han + latin / 4 : count > han + latin)) {
      return Label{kAlphabets[a].label};
    }
  }
  return han == 0 ? by_small_words(text) : std::nullopt;
}

}  // namespace duizhao::check
