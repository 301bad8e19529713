#include "duizhao/check/evidence/names/unfound_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/name_doubts.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/terms/rendering.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"

namespace duizhao::check {
namespace {

/// Doubts below are not told.
constexpr double kLeastLogOdds = -2;
/// Doubts below are neutral: of published translations one in two hundred has one above.
constexpr double kLikelyLogOdds = 0;
/// From here on a finding is major: hardly any published translation has one.
constexpr double kSureLogOdds = 0.8;
/// A translation that has less of the words of the other version is free, a summary or none.
constexpr double kLeastExplained = 0.35;

/// Of a hundred doubts about single words that stay neutral, in published translations that were
/// read, six were mistakes: titles that are called otherwise, words with capitals. Whoever wants
/// them told asks for findings of less confidence.
constexpr double kOfNeutral = 0.4;
/// Words that the weights are so sure of are told all the same.
constexpr double kStrange = 1.1;

class UnfoundNames {
 public:
  UnfoundNames(const BeadContext& context, std::span<const NameWord> words,
               const Mentions& mentions, std::vector<Finding>& findings)
      : context_(context), words_(words), mentions_(mentions), findings_(findings) {}

  void run() {
    const auto& english_links = context_.english_links();
    const auto& chinese_links = context_.chinese_links();
    if (pair::share_explained(context_.english(), english_links) < kLeastExplained) return;
    std::vector<NameDoubt> doubts = name_doubts(context_.english(), english_links, words_,
                                                context_.chinese(), chinese_links, kLeastLogOdds);
    std::erase_if(doubts, [&](const NameDoubt& doubt) { return is_known(doubt); });
    join_neighbours(doubts);
    for (NameDoubt& doubt : doubts) {
      if (doubt.english) doubt.english = whole_name(context_, *doubt.english);
      report(doubt);
    }
  }

 private:
  /// Words next to each other are one name, and one finding.
  void join_neighbours(std::vector<NameDoubt>& doubts) const {
    const std::string_view text = context_.english().document->text;
    std::vector<NameDoubt> joined;
    for (const NameDoubt& doubt : doubts) {
      if (!joined.empty() && joined.back().english && doubt.english) {
        NameDoubt& last = joined.back();
        const std::string_view between =
            text.substr(last.english->end, doubt.english->begin - last.english->end);
        if (between == " " || between == "-") {
          last.english = last.english->joined(*doubt.english);
          last.log_odds = std::max(last.log_odds, doubt.log_odds);
          last.several = true;
          last.is_name = last.is_name && doubt.is_name;
          continue;
        }
      }
      joined.push_back(doubt);
    }
    doubts = std::move(joined);
  }

  /// Whether a doubt is about what a known name is rendered by: "Suddeutsche" for 南德日报.
  [[nodiscard]] bool is_known(const NameDoubt& doubt) const {
    return std::ranges::any_of(mentions_.chinese, [&](const Mention& mention) {
      return mention.kinds.listed && mention.rendered &&
             ((doubt.english && mention.counterpart.overlaps(*doubt.english)) ||
              (doubt.chinese && mention.span.overlaps(*doubt.chinese)));
    });
  }

  [[nodiscard]] bool is_told(const NameDoubt& doubt) const {
    const bool chinese_source = context_.source.language == Language::kChinese;
    return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
      const auto& english = chinese_source ? other.target : other.source;
      const auto& chinese = chinese_source ? other.source : other.target;
      return (doubt.english && english && english->overlaps(*doubt.english)) ||
             (doubt.chinese && chinese && chinese->overlaps(*doubt.chinese));
    });
  }

  /// What the lexicon knows for a word of the source: the likeliest translations, with a slash
  /// between.
  [[nodiscard]] std::string known_renderings(Span place) const {
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    const pair::Passage& source = context_.source;
    std::string renderings;
    for (const model::Word& word : source.words) {
      if (word.span != place || word.id == model::kUnknownWord) continue;
      for (const model::Translation& translation : lexicon.translations(source.language, word.id)) {
        if (translation.probability < 0.2) break;
        if (!renderings.empty()) renderings += '/';
        renderings +=
            in_script_of(context_.target, lexicon.form(context_.target.language, translation.id),
                         context_.resources);
      }
    }
    return renderings;
  }

  /// Titles are often called otherwise in the other language, and words that the lexicon knows are
  /// part of names that each language words in its own way: 谅解备忘录 for "MOU".
  [[nodiscard]] static Severity severity_of(const NameDoubt& doubt) {
    if (!doubt.english || !doubt.unknown) return Severity::kNeutral;
    if (doubt.log_odds >= kSureLogOdds && !doubt.titled) return Severity::kMajor;
    return doubt.log_odds >= kLikelyLogOdds ? Severity::kMinor : Severity::kNeutral;
  }

  void report(const NameDoubt& doubt) {
    if (is_told(doubt)) return;
    Finding finding(doubt.english ? kind(kNameKinds, "name/not-in-chinese")
                                  : kind(kNameKinds, "name/not-in-english"));
    finding.severity = severity_of(doubt);
    finding.confidence = doubt.confidence();
    const bool said_otherwise = !doubt.is_whole() && (!doubt.english || doubt.log_odds < kStrange);
    if (finding.severity == Severity::kNeutral && said_otherwise) finding.confidence *= kOfNeutral;
    const bool chinese_source = context_.source.language == Language::kChinese;
    finding.source = chinese_source ? doubt.chinese : doubt.english;
    finding.target = chinese_source ? doubt.english : doubt.chinese;
    const std::string_view chinese =
        doubt.chinese ? doubt.chinese->in(context_.chinese().document->text) : "";
    if (!doubt.english) {
      finding.with("name", chinese);
    } else {
      finding.with("name", doubt.english->in(context_.english().document->text));
      if (!chinese.empty()) finding.with("perhaps", chinese);
      if (!chinese_source) {
        const std::string known = known_renderings(*doubt.english);
        if (!known.empty()) finding.suggestion = known;
      }
    }
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  std::span<const NameWord> words_;
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_unfound_names(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings) {
  UnfoundNames(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
