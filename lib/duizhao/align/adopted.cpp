#include "duizhao/align/adopted.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace duizhao::align {
namespace {

/// What the words of the other side must gain by the sentence, in nats, and what its own words must
/// be worth beside them. A neighbour that says something else makes the other side's words less
/// likely; one that is said there in half a sentence explains some that nothing else does.
constexpr float kGain = 0.5F;
constexpr float kOwn = 2;

bool is_shape(Shape shape) {
  return std::any_of(kShapes.begin(), kShapes.end(), [&](const Shape& one) {
    return one.chinese == shape.chinese && one.english == shape.english;
  });
}

/// The bead with one more sentence, if it is one that may be taken and explains enough.
std::optional<Step> widened(const Step& step, bool chinese, bool before, const Evidence& evidence,
                            const BeadScores& scores, const SearchSpace& space) {
  const TypedText& text = chinese ? evidence.chinese : evidence.english;
  const std::vector<bool>& taken = chinese ? space.chinese_taken : space.english_taken;
  const std::uint32_t first = chinese ? step.first_chinese() : step.first_english();
  const std::uint32_t last = chinese ? step.last_chinese : step.last_english;
  if (before ? first == 0 : last + 1 >= text.size()) return std::nullopt;
  const std::uint32_t sentence = before ? first - 1 : last + 1;
  if (taken[sentence] || text.sentences[sentence].empty()) return std::nullopt;
  if (text.headings[sentence] || text.headings[before ? first : last]) return std::nullopt;
  Step wide = step;
  ++(chinese ? wide.shape.chinese : wide.shape.english);
  if (!before) ++(chinese ? wide.last_chinese : wide.last_english);
  if (!is_shape(wide.shape)) return std::nullopt;
  const auto old = scores.likelihoods(step.first_chinese(), step.first_english(), step.shape);
  const auto now = scores.likelihoods(wide.first_chinese(), wide.first_english(), wide.shape);
  wide.score = scores.score(wide.first_chinese(), wide.first_english(), wide.shape);
  if (!std::isfinite(wide.score)) return std::nullopt;
  const float gain = chinese ? now.english - old.english : now.chinese - old.chinese;
  const float own = chinese ? now.chinese - old.chinese : now.english - old.english;
  if (gain < kGain || own < kOwn) return std::nullopt;
  return wide;
}

}  // namespace

void adopt_neighbours(std::vector<Step>& path, const Evidence& evidence, const BeadScores& scores,
                      SearchSpace& space) {
  for (Step& step : path) {
    for (const bool chinese : {true, false}) {
      for (const bool before : {true, false}) {
        if (const auto wide = widened(step, chinese, before, evidence, scores, space)) {
          step = *wide;
          take({step}, space);
        }
      }
    }
  }
}

}  // namespace duizhao::align
