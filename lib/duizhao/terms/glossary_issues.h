#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/core/term_entry.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"

namespace duizhao::terms {

enum class GlossaryFault : std::uint8_t {
  kDuplicate,       ///< the same terms as an entry before
  kConflict,        ///< one term, several entries with other renderings
  kNoCounterpart,   ///< terms in one language only
  kMixedScripts,    ///< a Chinese term with characters of both scripts
  kOtherScript,     ///< a term in the script that few of the glossary's terms have
  kBlanks,          ///< blanks around a term
  kTooShort,        ///< a term that would be found inside unrelated words
  kUsedAndBanned,   ///< a term that one entry uses and forbids
  kKnownOtherwise,  ///< a name that dictionaries know otherwise, or that is read otherwise
};

/// What a terminologist would mend in a glossary.
struct GlossaryIssue {
  std::size_t entry = 0;
  GlossaryFault fault = GlossaryFault::kDuplicate;
  std::string message;    ///< one sentence, without a full stop
  double confidence = 1;  ///< below 1 where it is a judgement: what names are known as
};

/// In the order of the entries. What contradicts the known names is told where `names` is given, of
/// bodies whose name is another but for a word where `lexicon` is as well.
[[nodiscard]] std::vector<GlossaryIssue> glossary_issues(const std::vector<TermEntry>& entries,
                                                         const model::NameStore* names = nullptr,
                                                         const model::Lexicon* lexicon = nullptr);

[[nodiscard]] std::string_view name_of(GlossaryFault fault);

}  // namespace duizhao::terms
