#include "duizhao/align/align.h"

#include <algorithm>
#include <numeric>

#include "duizhao/align/candidates.h"
#include "duizhao/align/evidence.h"

namespace duizhao::align {
namespace {

std::vector<std::uint32_t> run_of(std::uint32_t last, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), last + 1 - count);
  return numbers;
}

}  // namespace

Alignment align(const Document& source, const Document& target, const model::Lexicon& lexicon,
                const AlignOptions& options) {
  const bool chinese_first = source.language == Language::kChinese;
  const Document& chinese = chinese_first ? source : target;
  const Document& english = chinese_first ? target : source;
  const Evidence evidence = gather_evidence(chinese, english, lexicon);
  const Layout layout =
      lay_out(evidence, band(evidence), options.bead, options.nulls, options.moved);
  std::vector<Step> steps = layout.path;
  for (const auto& passage : layout.moved)
    steps.insert(steps.end(), passage.begin(), passage.end());

  std::vector<bool> chinese_used(evidence.chinese.size(), false);
  std::vector<bool> english_used(evidence.english.size(), false);
  Alignment alignment;
  for (const Step& step : steps) {
    const auto zh = run_of(step.last_chinese, step.shape.chinese);
    const auto en = run_of(step.last_english, step.shape.english);
    for (const auto s : zh) chinese_used[s] = true;
    for (const auto s : en) english_used[s] = true;
    Bead bead;
    bead.source = chinese_first ? zh : en;
    bead.target = chinese_first ? en : zh;
    bead.score = step.score;
    alignment.beads.push_back(std::move(bead));
  }
  for (std::uint32_t s = 0; s < chinese_used.size(); ++s) {
    if (!chinese_used[s]) {
      Bead bead;
      (chinese_first ? bead.source : bead.target) = {s};
      alignment.beads.push_back(bead);
    }
  }
  for (std::uint32_t s = 0; s < english_used.size(); ++s) {
    if (!english_used[s]) {
      Bead bead;
      (chinese_first ? bead.target : bead.source) = {s};
      alignment.beads.push_back(bead);
    }
  }
  return alignment;
}

}  // namespace duizhao::align
