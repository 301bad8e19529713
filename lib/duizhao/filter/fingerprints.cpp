#include "duizhao/filter/fingerprints.h"

#include <utility>

#define XXH_INLINE_ALL
#include <unicode/uchar.h>
#include <xxhash.h>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::filter {

bool FingerprintSet::insert(std::uint64_t fingerprint) {
  if (10 * (size_ + 1) > 7 * slots_.size()) grow();
  if (fingerprint == 0) fingerprint = 1;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = fingerprint & mask;; at = (at + 1) & mask) {
    if (slots_[at] == fingerprint) return false;
    if (slots_[at] != 0) continue;
    slots_[at] = fingerprint;
    ++size_;
    return true;
  }
}

void FingerprintSet::grow() {
  constexpr std::size_t kFirst = 1024;
  const std::vector<std::uint64_t> before = std::exchange(
      slots_, std::vector<std::uint64_t>(slots_.empty() ? kFirst : 2 * slots_.size()));
  size_ = 0;
  for (const std::uint64_t fingerprint : before) {
    if (fingerprint != 0) insert(fingerprint);
  }
}

std::uint64_t fingerprint_of(std::string_view source, std::string_view target) {
  return XXH3_64bits_withSeed(target.data(), target.size(),
                              XXH3_64bits(source.data(), source.size()));
}

std::string normalised(std::string_view text) {
  constexpr char32_t kFullWidth = 0xFF01;
  constexpr char32_t kFullWidthEnd = 0xFF5E;
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = text::next_code_point(text, at);
    if (c >= kFullWidth && c <= kFullWidthEnd) c -= kFullWidth - 0x21;
    if (text::is_han(c)) {
      text::append_code_point(kept, text::folded_han(c));
    } else if (u_isalnum(static_cast<UChar32>(c))) {
      text::append_code_point(
          kept, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    }
  }
  return kept;
}

}  // namespace duizhao::filter
