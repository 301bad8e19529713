#include "duizhao/batch/comparison.h"

#include <utility>

#include "duizhao/pair/resources.h"

namespace duizhao::batch {

void Comparison::check(const NumberedPair& pair, Review& review, const Checker& checker) {
  const check::RepetitionIndex::Seen others = seen(pair);
  if (others.other_target && compare(review, *others.other_target, checker)) return;
  if (others.other_source && compare(review, *others.other_source, checker)) return;
  for (const std::size_t other : others.like_source) {
    if (compare(review, other, checker)) return;
  }
}

check::RepetitionIndex::Seen Comparison::seen(const NumberedPair& pair) {
  if (kept_.empty()) first_ = pair.number;
  const formats::BilingualPair& texts = pair.texts;
  kept_.push_back({texts.line, texts.source.size(), texts.source + texts.target});
  bytes_ += kept_.back().bytes();
  while (bytes_ > kMostBytes) {
    bytes_ -= kept_.front().bytes();
    kept_.pop_front();
    ++first_;
  }
  return index_.add(pair.number, texts.source, texts.target);
}

bool Comparison::compare(Review& review, std::size_t other, const Checker& checker) {
  if (other < first_) return false;
  const Kept& there = kept_[other - first_];
  auto finding =
      check::inconsistency({review.source.text, review.target.text}, there.translated(),
                           review.source.language, there.line, *checker.resources().lexicon);
  if (!finding) return false;
  finding->bead = 0;
  checker.add_findings(review, {std::move(*finding)});
  return true;
}

}  // namespace duizhao::batch
