#pragma once

#include <cstddef>
#include <optional>

#include "check/reviewed.h"
#include "duizhao/align/after_edit.h"
#include "duizhao/align/align.h"

namespace duizhao::tests {

/// How two texts are aligned, and again when the target was edited.
struct AlignedTwice {
  Alignment before;
  Alignment after;
};

/// `filled`: as in align::EditedTarget.
inline AlignedTwice align_twice(const Document& source, const Document& target,
                                const Document& edited,
                                std::optional<std::size_t> filled = std::nullopt) {
  AlignedTwice aligned{align::align(source, target, lexicon()), {}};
  const auto analysed_source = pair::analyse(source, lexicon());
  const auto analysed_target = pair::analyse(edited, lexicon());
  aligned.after = align::align_after_edit(
      {aligned.before, target, analysed_source, analysed_target, filled}, lexicon());
  return aligned;
}

}  // namespace duizhao::tests
