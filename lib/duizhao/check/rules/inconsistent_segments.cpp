// Rule `inconsistency`: the same source sentence, or nearly the same, is translated in two ways, or
// two source sentences that say different things have one translation.
//
// Fires:   "Press the red button." → 按红色按钮。 and further down 请按下红色的键。
//          "Press the red button twice." → 按两下红色的键。 ("button" is 按钮 and 键)
//          "Press the green button." → 按红色按钮。 ("green" and "red" have one translation)
// Silent:  sentences that differ in a word or in their numbers and are translated alike but for
//          that; headings of a word or two; targets that differ in punctuation, script or spacing.
//
// Compares segments within a document, and over --pairs with --across. Segments with the same
// source, with the same translation, or with one half of the source the same to the word are found
// by hashes in constant time; some 200 bytes a segment are remembered and half a gigabyte at most,
// and beside it the last 256 MB of text, so that the finding can say what differs. Numbers, case,
// width, script and marks do not count. Of sources that differ in a word or two the targets have
// to differ in more places than the sources do, and the lexicon has to show a word of both sources
// that has another translation in each. Two sources with one translation are told where words
// stand in one another's place of which the translation says one and not the other.

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "duizhao/check/evidence/form/repetition_index.h"
#include "duizhao/check/rule.h"
#include "duizhao/check/rules/inconsistency.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/place.h"

namespace duizhao::check {
namespace {

class InconsistentSegments {
 public:
  InconsistentSegments(const DocumentContext& context, std::vector<Finding>& findings)
      : context_(context), findings_(findings) {}

  void look_at(std::size_t bead) {
    const RepetitionIndex::Seen seen = index_.add(bead, source(bead).text(), target(bead).text());
    if (seen.other_target && compare(bead, *seen.other_target)) return;
    if (seen.other_source && compare(bead, *seen.other_source)) return;
    for (const std::size_t other : seen.like_source) {
      if (compare(bead, other)) return;
    }
  }

  void count_places() {
    for (const auto& [segment, told] : told_) {
      findings_[told.finding].places = told.places;
    }
  }

 private:
  [[nodiscard]] const pair::Passage& source(std::size_t bead) const {
    return context_.source_passages[bead];
  }
  [[nodiscard]] const pair::Passage& target(std::size_t bead) const {
    return context_.target_passages[bead];
  }

  bool compare(std::size_t bead, std::size_t other) {
    const std::size_t line =
        text::place_of(context_.target.text, target(other).span.begin, {}).line;
    auto finding = inconsistency({source(bead).text(), target(bead).text()},
                                 {source(other).text(), target(other).text()},
                                 context_.source.language, line, *context_.resources.lexicon);
    if (!finding) return false;
    const double sure = context_.alignment.beads[bead].confidence;
    finding->confidence *= sure == 0 ? 1 : sure;
    finding->source = finding->source->shifted(source(bead).span.begin);
    finding->target = finding->target->shifted(target(bead).span.begin);
    finding->bead = bead;
    // A habit is told at its first place.
    const auto [told, is_new] =
        told_.try_emplace(essence(source(bead).text()) + '|' + essence(target(bead).text()),
                          Told{findings_.size(), 1});
    if (is_new) {
      findings_.push_back(std::move(*finding));
    } else {
      ++told->second.places;
    }
    return true;
  }

  /// A finding and how often it came.
  struct Told {
    std::size_t finding = 0;
    std::size_t places = 1;
  };

  const DocumentContext& context_;
  std::vector<Finding>& findings_;
  RepetitionIndex index_;
  std::unordered_map<std::string, Told> told_;  ///< by source and target
};

void check_inconsistency(const DocumentContext& context, std::vector<Finding>& findings) {
  if (context.alignment.beads.size() < 2) return;
  InconsistentSegments segments(context, findings);
  for (std::size_t b = 0; b < context.alignment.beads.size(); ++b) {
    const Bead& bead = context.alignment.beads[b];
    if (!bead.one_sided() && !bead.repeated) segments.look_at(b);
  }
  segments.count_places();
}

constexpr std::array kExamples = {
    Example{"The bank raised rates on Thursday.\nNothing else happened on that day.\nThe bank "
            "raised rates on Thursday.",
            "该行周四加息。\n当天没有发生别的事情。\n该银行星期四提高了利率。",
            "inconsistency/word"},
    Example{"Press the green button.\nWait for the lamp to go out.\nPress the red button.",
            "按红色按钮。\n等待灯熄灭。\n按红色按钮。", "inconsistency/one-translation"},
    Example{"Press the green button.\nWait for the lamp to go out.\nPress the red button.",
            "按绿色按钮。\n等待灯熄灭。\n按红色按钮。"},
};

}  // namespace

extern const Rule kInconsistencyRule = {
    .id = "inconsistency",
    .concern = Concern::kForm,
    .kinds = kInconsistencyKinds,
    .examples = kExamples,
    .check_document = check_inconsistency,
};

}  // namespace duizhao::check
