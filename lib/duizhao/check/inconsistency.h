#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What of a text counts when two are compared for saying the same: letters and Han characters in
/// one case, width and script, numbers as one mark each; no punctuation, no spaces.
[[nodiscard]] std::string essence(std::string_view text);

/// Remembers translations and tells where the same source was translated otherwise before, and
/// where the same translation stood for another source. Keeps a few words a segment, so that it
/// can watch over a corpus of millions. Not thread-safe: feed it in order.
class TranslationMemory {
 public:
  struct Seen {
    /// Number of the segment with the same source and another target.
    std::optional<std::size_t> other_target;
    /// Number of the segment with the same target and another source.
    std::optional<std::size_t> other_source;
  };

  /// Segments of less than a few words compare with nothing.
  [[nodiscard]] Seen add(std::size_t number, std::string_view source, std::string_view target);

 private:
  struct First {
    std::uint64_t partner = 0;  ///< hash of the other side's essence
    std::size_t number = 0;
  };

  std::unordered_map<std::uint64_t, First> by_source_;
  std::unordered_map<std::uint64_t, First> by_target_;
};

/// What to say of a segment whose source or target was seen with another one; `elsewhere` says
/// what or where that one is, as in "is “…” elsewhere" or "is translated otherwise in line 7".
[[nodiscard]] Finding inconsistency(const TranslationMemory::Seen& seen, Span source, Span target,
                                    std::string_view elsewhere);

}  // namespace duizhao::check
