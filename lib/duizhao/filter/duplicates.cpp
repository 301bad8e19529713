#include "duizhao/filter/duplicates.h"

#include <algorithm>
#include <limits>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "duizhao/text/utf8.h"

namespace duizhao::filter {
namespace {

/// Letters that follow one another, in a text without spaces.
constexpr std::size_t kShingle = 4;
constexpr std::size_t kHanShingle = 2;

template <typename Take>
void each_shingle(std::string_view normalised, Take take) {
  std::vector<std::size_t> starts;
  bool has_han = false;
  for (std::size_t at = 0; at < normalised.size();) {
    starts.push_back(at);
    has_han |= text::is_han(text::next_code_point(normalised, at));
  }
  starts.push_back(normalised.size());
  const std::size_t length = has_han ? kHanShingle : kShingle;
  if (starts.size() <= length) {
    take(normalised);
    return;
  }
  for (std::size_t i = 0; i + length < starts.size(); ++i) {
    take(normalised.substr(starts[i], starts[i + length] - starts[i]));
  }
}

/// The n-th of a family of hashes.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t n) {
  hash = (hash ^ (n * 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

}  // namespace

bool Duplicates::was_there(std::string_view source, std::string_view target) {
  switch (sameness_) {
    case Sameness::kNone:
      return false;
    case Sameness::kExact:
      return !seen_.insert(fingerprint_of(source, target));
    case Sameness::kNormalised:
    case Sameness::kNear:
      break;
  }
  const std::string plain_source = normalised(source);
  const std::string plain_target = normalised(target);
  if (!seen_.insert(fingerprint_of(plain_source, plain_target))) return true;
  return sameness_ == Sameness::kNear && has_near(plain_source, plain_target);
}

bool Duplicates::has_near(std::string_view source, std::string_view target) {
  constexpr std::size_t kAlike = 17;  // of the least hashes: a similarity of .7
  constexpr std::size_t kInBand = kHashes / kBands;
  std::array<std::uint64_t, kHashes> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::string_view side : {source, target}) {
    each_shingle(side, [&](std::string_view shingle) {
      const std::uint64_t hash = XXH3_64bits(shingle.data(), shingle.size());
      for (std::size_t n = 0; n < kHashes; ++n) least[n] = std::min(least[n], mixed(hash, n + 1));
    });
  }
  Sketch sketch;
  std::ranges::transform(least, sketch.begin(),
                         [](std::uint64_t hash) { return static_cast<std::uint16_t>(hash); });
  std::array<std::uint64_t, kBands> bands;
  for (std::size_t b = 0; b < kBands; ++b) {
    bands[b] = XXH3_64bits_withSeed(&least[b * kInBand], kInBand * sizeof least[0], b);
    const auto [first, last] = by_band_.equal_range(bands[b]);
    for (auto candidate = first; candidate != last; ++candidate) {
      const Sketch& other = sketches_[candidate->second];
      std::size_t alike = 0;
      for (std::size_t n = 0; n < kHashes; ++n) alike += sketch[n] == other[n] ? 1 : 0;
      if (alike >= kAlike) return true;
    }
  }
  for (const std::uint64_t band : bands) {
    by_band_.emplace(band, static_cast<std::uint32_t>(sketches_.size()));
  }
  sketches_.push_back(sketch);
  return false;
}

}  // namespace duizhao::filter
