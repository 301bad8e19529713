#include "duizhao/terms/glossary.h"

#include <algorithm>

namespace duizhao::terms {
namespace {

/// Takes hits longest first; what a longer one covers or crosses is nested. Time is that of
/// sorting, plus the length of what is taken.
void mark_nested(const std::vector<TermIndex::Hit>& hits, std::size_t characters,
                 std::vector<bool>& taken, std::vector<TermMatch>& matches) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t h = 0; h < hits.size(); ++h) order.push_back(h);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t length_a = hits[a].last - hits[a].first;
    const std::uint32_t length_b = hits[b].last - hits[b].first;
    if (length_a != length_b) return length_a > length_b;
    return hits[a].first != hits[b].first ? hits[a].first < hits[b].first : a < b;
  });
  taken.assign(characters, false);
  for (std::size_t k = 0; k < order.size(); ++k) {
    const TermIndex::Hit& hit = hits[order[k]];
    // A string that several entries share is one place, taken once.
    if (k > 0 && !matches[order[k - 1]].nested && hits[order[k - 1]].first == hit.first &&
        hits[order[k - 1]].last == hit.last) {
      continue;
    }
    // No shorter hit can have been taken yet, so looking at both ends sees every overlap.
    if (taken[hit.first] || taken[hit.last - 1]) {
      matches[order[k]].nested = true;
    } else {
      std::fill(taken.begin() + hit.first, taken.begin() + hit.last, true);
    }
  }
}

}  // namespace

Glossary::Glossary(std::vector<TermEntry> entries)
    : entries_(std::move(entries)),
      chinese_(entries_, Language::kChinese),
      english_(entries_, Language::kEnglish) {}

std::vector<TermMatch> Glossary::find(std::string_view text, Language language, Case letter_case,
                                      std::size_t offset) const {
  SearchWorkspace workspace;
  std::vector<TermMatch> matches;
  find(text, language, letter_case, offset, workspace, matches);
  return matches;
}

void Glossary::find(std::string_view text, Language language, Case letter_case, std::size_t offset,
                    SearchWorkspace& workspace, std::vector<TermMatch>& matches) const {
  matches.clear();
  std::vector<TermIndex::Hit>& hits = workspace.hits;
  hits.clear();
  fold(text, offset, workspace.folded);
  index(language).find(workspace.folded, hits);
  if (letter_case == Case::kRespected) {
    std::erase_if(hits, [](const TermIndex::Hit& hit) { return !hit.same_case; });
  }
  std::stable_sort(hits.begin(), hits.end(), [](const TermIndex::Hit& a, const TermIndex::Hit& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  const std::vector<FoldedCharacter>& characters = workspace.folded.characters;
  for (const TermIndex::Hit& hit : hits) {
    matches.push_back({.span = characters[hit.first].span.joined(characters[hit.last - 1].span),
                       .entry = hit.entry,
                       .term = hit.term,
                       .form = hit.form});
  }
  mark_nested(hits, characters.size(), workspace.taken, matches);
}

}  // namespace duizhao::terms
