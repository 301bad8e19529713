#include "duizhao/check/evidence/form/doubled_text.h"

#include <algorithm>
#include <cstddef>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// Bytes of what stands twice: names and phrases, not sentences.
constexpr std::size_t kLongest = 200;
constexpr std::size_t kShortest = 2;

bool is_known(std::string_view word, const model::Lexicon& lexicon) {
  const auto words = lexicon.words(word, Language::kEnglish);
  return words.size() == 1 && words.front().id != model::kUnknownWord;
}

/// Whether letters that are twice `half` are no word of their own, nor laughter ("hahaha"), nor an
/// acronym (ISIS).
bool is_slip(std::string_view word, std::string_view half, const model::Lexicon& lexicon) {
  constexpr std::size_t kShortestWord = 4;
  const bool has_small = std::ranges::any_of(half, text::is_ascii_lower);
  if (text::is_ascii_upper(half.front()) && has_small) return true;
  return half.size() >= kShortestWord && !is_known(word, lexicon) && is_known(half, lexicon);
}

/// Bytes of what begins at `at` and stands again right behind; 0 where nothing does.
std::size_t length_at(std::string_view text, std::size_t at, const model::Lexicon& lexicon) {
  for (std::size_t n = std::min(kLongest, (text.size() - at) / 2); n >= kShortest; --n) {
    if (text[at + n] != text[at] || !text::is_ascii_letter(text[at + n - 1])) continue;
    const std::size_t end = at + 2 * n;
    if (text[end - 1] != text[at + n - 1]) continue;
    const std::string_view once = text.substr(at, n);
    if (text.substr(at + n, n) != once) continue;
    const bool ends_here = end == text.size() || !text::is_ascii_letter(text[end]);
    if (!ends_here && text.substr(end, n) != once) continue;
    const bool one_word = std::all_of(once.begin(), once.end(), text::is_ascii_letter);
    if (!one_word || is_slip(text.substr(at, 2 * n), once, lexicon)) return n;
  }
  return 0;
}

}  // namespace

std::vector<Span> doubled_text(std::string_view text, const model::Lexicon& lexicon) {
  std::vector<Span> found;
  for (std::size_t i = 0; i + 2 * kShortest <= text.size(); ++i) {
    if (!text::is_ascii_letter(text[i]) || (i > 0 && text::is_ascii_letter(text[i - 1]))) continue;
    const std::size_t n = length_at(text, i, lexicon);
    if (n == 0) continue;
    found.push_back({i, i + 2 * n});
    i += 2 * n - 1;
  }
  return found;
}

}  // namespace duizhao::check
