#include "duizhao/filter/site_phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "duizhao/text/ascii.h"

namespace duizhao::filter {
namespace {

constexpr auto kPhrases = std::to_array<std::string_view>({
#include "duizhao/filter/site_phrases.inc"
});

/// What of a text are such phrases.
struct Found {
  std::size_t phrases = 0;
  std::size_t bytes = 0;
  std::string_view first;
};

/// "log in" is no part of "log into".
bool ends_in_word(std::string_view text, std::size_t end) {
  return end < text.size() && text::is_ascii_letter(text[end - 1]) &&
         text::is_ascii_letter(text[end]);
}

Found found_in(const std::string& text) {
  Found found;
  for (const std::string_view phrase : kPhrases) {
    const std::size_t at = text.find(phrase);
    if (at == std::string::npos || ends_in_word(text, at + phrase.size())) continue;
    ++found.phrases;
    found.bytes += phrase.size();
    if (found.first.empty()) found.first = phrase;
  }
  return found;
}

/// Links and buttons stand side by side; a sentence has one of them, with other words.
bool is_mostly(const Found& found, std::size_t size) {
  constexpr std::size_t kManyWords = 80;  // bytes
  return (found.phrases >= 2 && 5 * found.bytes >= 2 * size) ||
         (found.phrases >= 1 && size <= kManyWords && 3 * found.bytes >= 2 * size);
}

}  // namespace

std::string site_phrase_in(std::string_view source, std::string_view target) {
  const std::string source_text = text::ascii_lowered(source);
  const std::string target_text = text::ascii_lowered(target);
  const Found in_source = found_in(source_text);
  const Found in_target = found_in(target_text);
  const auto told = [](const Found& found) { return std::string(found.first); };
  if (is_mostly(in_source, source.size()) && in_source.phrases >= 2) return told(in_source);
  if (is_mostly(in_target, target.size()) && in_target.phrases >= 2) return told(in_target);
  if (is_mostly(in_source, source.size()) && is_mostly(in_target, target.size())) {
    return told(in_source);
  }
  if (in_source.phrases >= 2 && in_target.phrases == 0) return told(in_source);
  if (in_target.phrases >= 2 && in_source.phrases == 0) return told(in_target);
  return {};
}

}  // namespace duizhao::filter
