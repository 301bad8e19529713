#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/pair/passage.h"
#include "duizhao/terms/glossary.h"

namespace duizhao::check {

/// A term of the source in one bead, and what the glossary says that the target has of it.
struct TermUse {
  std::vector<Span> source;            ///< its occurrences
  std::vector<std::uint32_t> entries;  ///< that name it, ascending
  std::vector<Span> target;            ///< occurrences of a rendering that may be used
  std::vector<Span> banned;            ///< occurrences of a rendering that must not be used
  /// Occurrences of the source's own word in the target, left as it is.
  std::vector<Span> left;
  /// Stands in the source only inside longer terms; it matters where their rendering is in doubt.
  bool nested = false;
};

struct TermUseOptions {
  /// Count the short forms of the source's terms wherever they stand, and not only where the
  /// document has said them in full before.
  bool short_forms = false;
};

/// The terms of `source` that have a rendering in the glossary, or one that is forbidden and stands
/// in the target; those that stand inside longer ones
/// last. In the target, where a compound may be built otherwise, a rendering counts in any case and
/// inside another one, unless the source has the term that the longer one renders.
[[nodiscard]] std::vector<TermUse> term_uses(const pair::Passage& source,
                                             const pair::Passage& target,
                                             const terms::Glossary& glossary,
                                             const TermUseOptions& options);

/// The first rendering of the entries that may be used, in `language`; nullptr where there is none.
[[nodiscard]] const Term* rendering_of(const std::vector<std::uint32_t>& entries,
                                       const terms::Glossary& glossary, Language language);

/// How often reviewed translations render a term as its entries say, as a share in [0,1] that
/// leans towards what is usual where few have been seen; 1 where none has.
[[nodiscard]] double trust_in(const TermUse& use, const terms::Glossary& glossary);

/// A name that Chinese texts keep in Latin letters: an acronym, or one with digits or with capitals
/// inside ("MiniMax", "01.AI", "iPhone").
[[nodiscard]] bool is_kept_in_latin(std::string_view name);

}  // namespace duizhao::check
