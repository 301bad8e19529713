#include "duizhao/terms/compare.h"

#include <algorithm>
#include <unordered_map>

#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/merge.h"

namespace duizhao::terms {
namespace {

bool same_content(TermEntry a, TermEntry b) {
  for (TermEntry* entry : {&a, &b}) {
    entry->provenance.clear();
    entry->id.clear();
    entry->record = {};
    // Which language a file has first is no matter.
    std::ranges::stable_sort(entry->terms, {}, &Term::language);
  }
  return a == b;
}

/// An entry whose rendering was changed keeps its English term.
std::string english_key(const TermEntry& entry) {
  return fold(main_term(entry, Language::kEnglish)).bytes;
}

}  // namespace

std::vector<GlossaryDifference> differences(const std::vector<TermEntry>& before,
                                            const std::vector<TermEntry>& after) {
  std::unordered_multimap<std::string, std::size_t> by_concept;
  std::unordered_multimap<std::string, std::size_t> by_english;
  for (std::size_t i = 0; i < after.size(); ++i) {
    by_concept.emplace(concept_key(after[i]), i);
    by_english.emplace(english_key(after[i]), i);
  }
  std::vector<std::optional<std::size_t>> partner(before.size());
  std::vector<bool> taken(after.size(), false);
  const auto pair_up = [&](const auto& index, const auto& key_of) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (partner[i]) continue;
      const auto [first, last] = index.equal_range(key_of(before[i]));
      std::optional<std::size_t> best;
      for (auto candidate = first; candidate != last; ++candidate) {
        if (taken[candidate->second]) continue;
        if (!best || candidate->second < *best) best = candidate->second;
      }
      if (!best) continue;
      partner[i] = best;
      taken[*best] = true;
    }
  };
  pair_up(by_concept, concept_key);
  pair_up(by_english, english_key);
  std::vector<GlossaryDifference> result;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!partner[i] || !same_content(before[i], after[*partner[i]])) {
      result.push_back({i, partner[i]});
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!taken[i]) result.push_back({std::nullopt, i});
  }
  return result;
}

}  // namespace duizhao::terms
