#include "duizhao/align/align.h"

#include <numeric>
#include <utility>

#include "duizhao/align/bead_order.h"
#include "duizhao/align/confidence.h"
#include "duizhao/align/evidence.h"

namespace duizhao::align {
namespace {

std::vector<std::uint32_t> numbers_from(std::uint32_t first, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), first);
  return numbers;
}

/// Turns steps into beads of source and target.
class BeadMaker {
 public:
  BeadMaker(const Evidence& evidence, const Layout& layout,
            const model::BeadConfidenceWeights& confidence, bool chinese_first)
      : evidence_(evidence),
        layout_(layout),
        confidence_(confidence),
        chinese_first_(chinese_first) {}

  [[nodiscard]] std::vector<Bead> make() {
    add(layout_.path, false, false);
    for (const auto& passage : layout_.moved) add(passage, true, false);
    add(layout_.repeated, false, true);
    std::vector<bool> chinese_used(evidence_.chinese.size(), false);
    std::vector<bool> english_used(evidence_.english.size(), false);
    for (const Bead& bead : beads_) {
      for (const auto s : chinese_first_ ? bead.source : bead.target) chinese_used[s] = true;
      for (const auto t : chinese_first_ ? bead.target : bead.source) english_used[t] = true;
    }
    add_nulls(evidence_.chinese, chinese_used, chinese_first_);
    add_nulls(evidence_.english, english_used, !chinese_first_);
    return std::move(beads_);
  }

 private:
  void add(const std::vector<PlacedStep>& steps, bool moved, bool repeated) {
    for (const PlacedStep& placed : steps) {
      const Step& step = placed.step;
      Bead bead;
      auto& chinese = chinese_first_ ? bead.source : bead.target;
      auto& english = chinese_first_ ? bead.target : bead.source;
      chinese = numbers_from(step.first_chinese(), step.shape.chinese);
      english = numbers_from(step.first_english(), step.shape.english);
      bead.score = step.score;
      bead.confidence = placed.confidence;
      bead.moved = moved;
      bead.repeated = repeated;
      beads_.push_back(std::move(bead));
    }
  }

  void add_nulls(const TypedText& text, const std::vector<bool>& used, bool is_source) {
    for (std::uint32_t s = 0; s < used.size(); ++s) {
      if (used[s]) continue;
      Bead bead;
      (is_source ? bead.source : bead.target) = {s};
      bead.confidence =
          confidence_of_null(text.sentences[s].size(), layout_.closeness, confidence_);
      beads_.push_back(std::move(bead));
    }
  }

  const Evidence& evidence_;
  const Layout& layout_;
  const model::BeadConfidenceWeights& confidence_;
  bool chinese_first_;
  std::vector<Bead> beads_;
};

}  // namespace

Alignment align(const Document& source, const Document& target, const model::Lexicon& lexicon,
                const AlignOptions& options) {
  return align(pair::analyse(source, lexicon), pair::analyse(target, lexicon), lexicon, options);
}

Alignment align(const pair::AnalysedDocument& source, const pair::AnalysedDocument& target,
                const model::Lexicon& lexicon, const AlignOptions& options) {
  const bool chinese_first = source.document->language == Language::kChinese;
  const pair::AnalysedDocument& chinese = chinese_first ? source : target;
  const pair::AnalysedDocument& english = chinese_first ? target : source;
  const Evidence evidence = gather_evidence(chinese, english, lexicon, options.glossary);
  const model::BeadConfidenceWeights& confidence = lexicon.weights().bead_confidence;
  const Layout layout =
      place_moved(evidence, options.bead, options.nulls, options.moved, confidence);
  Alignment alignment{BeadMaker(evidence, layout, confidence, chinese_first).make()};
  arrange(alignment.beads);
  return alignment;
}

}  // namespace duizhao::align
