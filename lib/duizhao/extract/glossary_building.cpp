#include "duizhao/extract/glossary_building.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "duizhao/extract/glosses.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/merge.h"

namespace duizhao::extract {
namespace {

/// Score from which a proposal of the statistics is preferred to a gloss with uncertain bounds.
constexpr double kRepeated = 0.15;
/// Confidence from which the bounds of a gloss are not doubted.
constexpr double kSureBounds = 0.9;

std::string folded(std::string_view text) { return terms::fold(text).bytes; }

}  // namespace

std::vector<TermProposal> propose_glosses(const std::vector<TextPair>& pairs) {
  std::vector<TermProposal> proposals;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  const auto add = [&](std::string_view english, std::string_view chinese, double score,
                       std::size_t pair) {
    const auto [place, added] =
        places.try_emplace({folded(english), folded(chinese)}, proposals.size());
    if (added) {
      proposals.push_back({std::string(english), std::string(chinese), 0, score, pair});
    }
    ++proposals[place->second].count;
  };
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    for (const Gloss& gloss : glosses_of(pairs[p].english, Language::kEnglish)) {
      const std::string_view chinese = gloss.gloss.in(pairs[p].english);
      add(gloss.name.in(pairs[p].english), chinese, gloss.confidence, p);
      if (!gloss.acronym.empty()) {
        add(gloss.acronym.in(pairs[p].english), chinese, gloss.confidence, p);
      }
    }
    for (const Gloss& gloss : glosses_of(pairs[p].chinese, Language::kChinese)) {
      const std::string_view chinese = gloss.name.in(pairs[p].chinese);
      add(gloss.gloss.in(pairs[p].chinese), chinese, gloss.confidence, p);
      if (!gloss.acronym.empty()) {
        add(gloss.acronym.in(pairs[p].chinese), chinese, gloss.confidence, p);
      }
    }
  }
  return proposals;
}

std::vector<TermProposal> combine(std::vector<TermProposal> glosses,
                                  std::vector<TermProposal> statistics,
                                  const std::vector<TermEntry>& rejected) {
  std::unordered_set<std::string> dropped;
  for (const TermEntry& entry : rejected) dropped.insert(terms::concept_key(entry));
  // Where a Chinese name begins is often in doubt; what is repeated throughout tells it better.
  std::map<std::string, double> repeated;
  for (const TermProposal& proposal : statistics) {
    if (proposal.score >= kRepeated) repeated.emplace(folded(proposal.english), proposal.score);
  }
  std::erase_if(glosses, [&](const TermProposal& gloss) {
    return gloss.score < kSureBounds && repeated.contains(folded(gloss.english));
  });
  std::unordered_set<std::string> seen;
  std::vector<TermProposal> all;
  const auto better = [](const TermProposal& a, const TermProposal& b) {
    return a.score > b.score;
  };
  std::stable_sort(glosses.begin(), glosses.end(), better);
  std::stable_sort(statistics.begin(), statistics.end(), better);
  for (std::vector<TermProposal>* proposals : {&glosses, &statistics}) {
    for (TermProposal& proposal : *proposals) {
      const std::string english = folded(proposal.english);
      const std::string key = english + '\t' + folded(proposal.chinese);
      // Singular and plural are told apart by the surface, so the key is what is written.
      if (dropped.contains(key) || !seen.insert(english).second) continue;
      all.push_back(std::move(proposal));
    }
  }
  std::stable_sort(all.begin(), all.end(), better);
  return all;
}

}  // namespace duizhao::extract
