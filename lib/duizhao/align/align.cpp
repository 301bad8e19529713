#include "duizhao/align/align.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "duizhao/align/evidence.h"

namespace duizhao::align {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> run_of(std::uint32_t last, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), last + 1 - count);
  return numbers;
}

/// Rounds of searching again where two beads claimed the same sentence.
constexpr int kRounds = 6;

/// Marks, best bead first, which beads keep their Chinese sentences; a bead that claims one that a
/// better bead has is out.
std::vector<bool> settle_claims(const std::vector<Step>& steps, std::size_t chinese_size,
                                std::vector<std::uint32_t>& owner) {
  std::vector<std::uint32_t> by_score(steps.size());
  std::iota(by_score.begin(), by_score.end(), 0U);
  std::stable_sort(by_score.begin(), by_score.end(),
                   [&](auto a, auto b) { return steps[a].score > steps[b].score; });
  owner.assign(chinese_size, kNobody);
  std::vector<bool> keeps(steps.size(), false);
  for (const std::uint32_t i : by_score) {
    const auto zh = run_of(steps[i].last_chinese, steps[i].chinese);
    keeps[i] = std::all_of(zh.begin(), zh.end(), [&](auto s) { return owner[s] == kNobody; });
    if (!keeps[i]) continue;
    for (const auto s : zh) owner[s] = i;
  }
  return keeps;
}

}  // namespace

Alignment align(const Document& source, const Document& target, const model::Lexicon& lexicon,
                const AlignOptions& options) {
  const bool chinese_first = source.language == Language::kChinese;
  const Document& chinese = chinese_first ? source : target;
  const Document& english = chinese_first ? target : source;
  const Evidence evidence = gather_evidence(chinese, english, lexicon);
  std::vector<std::uint32_t> all(evidence.chinese.size());
  std::iota(all.begin(), all.end(), 0U);
  Columns columns(evidence.english.size(), all);

  std::vector<Step> steps;
  std::vector<bool> keeps;
  for (int round = 0; round < kRounds; ++round) {
    steps = best_path(evidence, columns, options.bead, options.path);
    std::vector<std::uint32_t> owner;
    keeps = settle_claims(steps, evidence.chinese.size(), owner);
    bool contested = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (keeps[i]) continue;
      contested = true;
      for (const auto t : run_of(steps[i].last_english, steps[i].english)) {
        std::erase_if(columns[t], [&](std::uint32_t s) {
          return owner[s] != kNobody && owner[s] != i &&
                 s + steps[i].chinese > steps[i].last_chinese && s <= steps[i].last_chinese;
        });
      }
    }
    if (!contested) break;
  }

  std::vector<bool> chinese_used(evidence.chinese.size(), false);
  std::vector<bool> english_used(evidence.english.size(), false);
  Alignment alignment;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!keeps[i]) continue;
    const Step& step = steps[i];
    const auto zh = run_of(step.last_chinese, step.chinese);
    const auto en = run_of(step.last_english, step.english);
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
