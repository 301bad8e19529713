#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// One version of a passage.
struct PassageFacts {
  std::span<const Fact> facts;   ///< of the passage, in order
  std::string_view text;         ///< that all spans point into
  Span span;                     ///< of the passage
  std::span<const Fact> before;  ///< of the neighbouring passages, where a fact may have moved
  std::span<const Fact> after;
};

enum class Mismatch : std::uint8_t {
  kValue,      ///< both sides name a value where the other names another
  kUnit,       ///< the same figure in a unit that says something else
  kCurrency,   ///< the same amount in another currency
  kMissing,    ///< only the source has it
  kAdded,      ///< only the target has it
  kForm,       ///< the value is right, its digits are grouped as no reader expects
  kSwapped,    ///< both values are there, but for the other's thing
  kBound,      ///< the same figure, at most on one side and at least on the other
  kSign,       ///< the same figure, negative on one side only
  kDirection,  ///< the same figure, which rises on one side and falls on the other
  kHalfOfDay,  ///< an hour after noon that the other side leaves open, as before noon
};

struct Difference {
  Mismatch what = Mismatch::kValue;
  std::optional<std::size_t> source;  ///< index into the facts of the source
  std::optional<std::size_t> target;
  double confidence = 0.9;
};

/// A fact of the source and the one of the target that says the same.
struct Match {
  std::size_t source = 0;  ///< index into the facts of the source: the reading that agrees
  std::size_t target = 0;
};

struct Comparison {
  std::vector<Match> matches;  ///< in the order of the source
  std::vector<Difference> differences;
};

/// Compares the facts of two passages that translate each other. Every fact is explained at most
/// once by a fact of the other side, the best agreements first; what is left over is explained by
/// repetition, by parts of dates, by words of relative time, by the neighbours and by the bare
/// digits, in this order; the rest are differences.
[[nodiscard]] Comparison compare(const PassageFacts& source, const PassageFacts& target);

}  // namespace duizhao::facts
