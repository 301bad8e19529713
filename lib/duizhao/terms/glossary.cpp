#include "duizhao/terms/glossary.h"

#include <algorithm>

namespace duizhao::terms {
namespace {

/// Takes hits longest first; what a longer one covers or crosses is nested. Time grows with the
/// number of hits and the length of what is taken.
void mark_nested(const std::vector<TermIndex::Hit>& hits, std::size_t characters,
                 std::vector<bool>& taken, std::vector<TermMatch>& matches) {
  // By length, longest first, then by place: counted, since lengths are small numbers.
  const auto length_of = [&](std::uint32_t h) { return hits[h].last - hits[h].first; };
  std::uint32_t longest = 0;
  for (std::uint32_t h = 0; h < hits.size(); ++h) longest = std::max(longest, length_of(h));
  std::vector<std::uint32_t> begins(longest + 2, 0);
  for (std::uint32_t h = 0; h < hits.size(); ++h) ++begins[longest - length_of(h) + 1];
  for (std::size_t n = 1; n < begins.size(); ++n) begins[n] += begins[n - 1];
  std::vector<std::uint32_t> order(hits.size());
  for (std::uint32_t h = 0; h < hits.size(); ++h) order[begins[longest - length_of(h)]++] = h;
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
  // They come by their begin, shorter ones first; turn each group round.
  for (auto first = hits.begin(); first != hits.end();) {
    const auto last = std::find_if(
        first, hits.end(), [&](const TermIndex::Hit& hit) { return hit.first != first->first; });
    std::stable_sort(first, last, [](const TermIndex::Hit& a, const TermIndex::Hit& b) {
      return a.last > b.last;
    });
    first = last;
  }
  const std::vector<FoldedCharacter>& characters = workspace.folded.characters;
  matches.reserve(hits.size());
  for (const TermIndex::Hit& hit : hits) {
    matches.push_back({.span = characters[hit.first].span.joined(characters[hit.last - 1].span),
                       .entry = hit.entry,
                       .term = hit.term,
                       .form = hit.form});
  }
  mark_nested(hits, characters.size(), workspace.taken, matches);
}

}  // namespace duizhao::terms
