#include "duizhao/check/evidence/runs/run_counterparts.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// The letters of an acronym; 0 for another word.
std::size_t letters_of_acronym(std::string_view word) {
  const bool capitals = std::ranges::all_of(word, text::is_ascii_upper);
  return capitals && word.size() >= 2 ? word.size() : 0;
}

/// What the words of the other side of the runs say for being open. Each letter of an acronym
/// stands for a word: CEPA for 关于建立更紧密经贸关系的安排.
std::vector<double> open_odds(const OpenWords::Side& side) {
  constexpr double kLetter = 1;
  std::vector<double> open(side.odds.size());
  for (std::size_t i = 0; i < side.odds.size(); ++i) {
    if (side.odds[i] <= 0) continue;
    const std::size_t letters =
        letters_of_acronym(side.passage->words[i].span.in(side.passage->document->text));
    open[i] = std::max(side.odds[i], kLetter * static_cast<double>(letters));
  }
  return open;
}

/// How much a word tells of what is said: little where it is common. 0 for punctuation.
double telling(const OpenWords::Side& side, std::size_t word) {
  constexpr double kNats = 9;
  constexpr double kFrom = 0.3;
  constexpr double kLeast = 0.1;
  constexpr float kRarest = 1e-7F;
  if (side.passage->words[word].kind == text::TokenKind::kPunctuation) return 0;
  return std::clamp(-std::log(std::max(side.links[word].commonness, kRarest)) / kNats - kFrom,
                    kLeast, 1.0);
}

}  // namespace

RunCounterparts::RunCounterparts(const OpenWords::Side& other, std::size_t words)
    : open_(open_odds(other)) {
  origins_.reserve(open_.size());
  telling_.reserve(open_.size());
  for (std::size_t i = 0; i < open_.size(); ++i) {
    origins_.push_back(origin_of(other.links[i], words));
    telling_.push_back(telling(other, i));
  }
  find_neighbours(other);
}

/// Under IBM Model 1 with a null word, as in pair/links.h.
RunCounterparts::Origin RunCounterparts::origin_of(const pair::LinkedWord& word,
                                                   std::size_t others) {
  if (word.links.empty()) return {};
  float total = static_cast<float>(others + 1) * word.commonness;
  for (const pair::Link& link : word.links) total += link.from_other;
  if (total <= 0) return {};
  return {word.links.front().other, word.links.front().from_other / total};
}

void RunCounterparts::find_neighbours(const OpenWords::Side& side) {
  constexpr float kSure = 0.5F;
  constexpr float kTooCommon = 1e-2F;
  neighbours_.resize(origins_.size());
  const auto look = [&](std::size_t i, std::optional<std::size_t>& last) {
    const Origin& origin = origins_[i];
    if (origin.probability > kSure && side.links[i].commonness < kTooCommon &&
        side.passage->words[i].kind != text::TokenKind::kPunctuation) {
      last = origin.word;
    }
  };
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < origins_.size(); ++i) {
    neighbours_[i].before = last;
    look(i, last);
  }
  last.reset();
  for (std::size_t i = origins_.size(); i-- > 0;) {
    neighbours_[i].behind = last;
    look(i, last);
  }
}

double RunCounterparts::open_beside(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kBeside = 4;
  const auto is_beside = [&](const std::optional<std::size_t>& origin) {
    return origin && *origin + kBeside >= begin && *origin < end + kBeside;
  };
  double open = 0;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i] <= 0) continue;
    const Neighbours& beside = neighbours_[i];
    const bool anywhere = !beside.before && !beside.behind;
    if (anywhere || is_beside(beside.before) || is_beside(beside.behind)) open += open_[i];
  }
  return open;
}

double RunCounterparts::best_stretch(std::size_t begin, std::size_t end) const {
  constexpr double kOpen = 0.5;
  constexpr float kDoubtful = 0.3F;
  double best = 0;
  double here = 0;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (telling_[i] == 0) continue;
    const Origin& origin = origins_[i];
    const bool inside = begin <= origin.word && origin.word < end;
    here += telling_[i] * (inside ? origin.probability : -origin.probability);
    if (open_[i] > 0 && origin.probability < kDoubtful) here += kOpen * std::min(1.0, open_[i]);
    here = std::max(here, 0.0);
    best = std::max(best, here);
  }
  return best;
}

}  // namespace duizhao::check
