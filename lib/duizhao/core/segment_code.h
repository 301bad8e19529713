#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao {

/// A code of the file that a segment was translated in, beside the segment's text: the bold, the
/// field or the picture that an element of TMX or XLIFF stands for.
///
///     Save <g id="1">all</g><x id="2"/>      Save all      {5, 5} open, {8, 8} close, {8, 8} alone
struct SegmentCode {
  enum class Kind : std::uint8_t { kOpen, kClose, kAlone };

  Span span;  ///< what is shown of it in the text; most often nothing, at its place
  Kind kind = Kind::kAlone;
  std::string id{};     ///< the same in both versions; empty where the file says none
  std::string pair{};   ///< the same of beginning and end within a segment
  std::string shown{};  ///< what people know it by: "<b>", "{0}", its own element at least
  /// Whether the file lets it change places with others (XLIFF 2, canReorder): no code that follows
  /// in order may stand before the ordered one before it.
  enum class Order : std::uint8_t { kFree, kFirst, kFollows };
  Order order = Order::kFree;
};

using SegmentCodes = std::vector<SegmentCode>;  ///< in the order of the text

}  // namespace duizhao
