#pragma once

#include <string>
#include <vector>

#include "duizhao/core/term_entry.h"

namespace duizhao::terms {

/// Two glossaries as one.
struct MergedGlossary {
  std::vector<TermEntry> entries;
  /// What the two say differently, one sentence each; both sides' decisions are kept in `entries`.
  std::vector<std::string> conflicts;
};

/// Entries that share a main term and its rendering become one, with the terms and notes of both.
/// The order is that of `first`, then what only `second` has. Conflicts: one term, of
/// either language and main or not, with other renderings in the two; a term that one forbids and
/// the other uses; capitals that one keeps.
[[nodiscard]] MergedGlossary merge(const std::vector<TermEntry>& first,
                                   const std::vector<TermEntry>& second);

/// The string by which entries are the same concept: the folded main terms of both languages.
[[nodiscard]] std::string concept_key(const TermEntry& entry);

/// The first term of a language that may be used; empty where there is none.
[[nodiscard]] const std::string& main_term(const TermEntry& entry, Language language);

}  // namespace duizhao::terms
