// Rule `term`, for the terms of a glossary: a term of the source is not rendered as the glossary
// says, or by a rendering that must not be used.
//
// Fires:   Exchange Fund / 外汇基金, but the target has 货币市场; "left in English" where the
// target
//          keeps the source's word; used three times, rendered twice (minor); a forbidden term.
//          One character of the rendering is another one (资金充足率 for 资本充足率), also where
//          scripts would hide it (升腾 for 昇腾); other capitals where they tell the term (Github).
// Silent:  another script, plural, hyphen or short form of the rendering; a rendering that has most
//          of the expected characters (金管局 for 香港金融管理局), which is a matter of style.

#include "duizhao/check/rules/term.h"

#include <algorithm>
#include <array>
#include <string>

#include "duizhao/check/evidence/form/exchanged_characters.h"
#include "duizhao/check/evidence/labels.h"
#include "duizhao/check/evidence/terms/letter_case.h"
#include "duizhao/check/evidence/terms/partial_rendering.h"
#include "duizhao/check/evidence/terms/rendering.h"
#include "duizhao/check/evidence/terms/replacement.h"
#include "duizhao/check/evidence/terms/term_use.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/resources.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Entries that reviewed translations follow less often than this raise no alarm; those that they
/// follow less often than that no major one.
constexpr double kLeastTrust = 0.8;
constexpr double kFullTrust = 0.9;

/// What stands in a term's place is about as long as the term; anything else is a chance find.
bool of_like_size(std::string_view found, std::string_view expected) {
  const auto found_size = static_cast<double>(text::count_code_points(found));
  const auto expected_size = static_cast<double>(text::count_code_points(expected));
  return found_size >= 0.6 * expected_size && found_size <= 1.7 * expected_size;
}

bool has_small_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_ascii_lower);
}

/// Whether nothing but blanks, quotation marks and brackets stands before `place` since the passage
/// or a sentence of it began.
bool begins_sentence(const pair::Passage& passage, std::size_t place) {
  constexpr std::string_view kBefore = " \t\n\"'([*#";
  const std::string_view before = passage.text().substr(0, place - passage.span.begin);
  const std::size_t last = before.find_last_not_of(kBefore);
  if (last == std::string_view::npos) return true;
  constexpr std::string_view kEnds = ".!?:;|";
  if (kEnds.find(before[last]) != std::string_view::npos) return true;
  // “ and ‘
  return before.substr(0, last + 1).ends_with("\xE2\x80\x9C") ||
         before.substr(0, last + 1).ends_with("\xE2\x80\x98");
}

class BeadTerms {
 public:
  BeadTerms(const BeadContext& context, std::vector<Finding>& findings)
      : context_(context), glossary_(*context.resources.glossary), findings_(findings) {}

  void run() {
    uses_ = term_uses(context_.source, context_.target, glossary_, {});
    for (const TermUse& use : uses_) {
      if (!use.target.empty() || use.nested) continue;
      missing_.insert(missing_.end(), use.source.begin(), use.source.end());
    }
    std::sort(missing_.begin(), missing_.end());
    for (const TermUse& use : uses_) {
      if (!use.nested || in_doubt(use)) judge(use);
    }
  }

 private:
  /// The longer terms around a nested one are rendered loosely, so that this part of them may be
  /// what is wrong.
  bool in_doubt(const TermUse& use) const {
    return std::any_of(use.source.begin(), use.source.end(), [&](Span place) {
      return std::any_of(loose_.begin(), loose_.end(),
                         [&](Span longer) { return longer.contains(place); });
    });
  }

  void judge(const TermUse& use) {
    std::size_t confirmed = std::min(use.source.size(), use.target.size());
    check_writing(use);
    if (!use.banned.empty()) {
      confirmed = 0;
      report_banned(use);
    } else if (use.target.size() < use.source.size() && report_exchanged(use)) {
      confirmed = use.target.size();
    } else if (use.target.empty()) {
      confirmed = report_missing(use) ? 0 : use.source.size();
    } else if (use.target.size() < use.source.size() && use.source.size() > 2) {
      report_count(use);
    }
    if (context_.term_outcomes == nullptr) return;
    context_.term_outcomes->push_back({use.entries, static_cast<std::uint32_t>(use.source.size()),
                                       static_cast<std::uint32_t>(confirmed)});
  }

  Finding finding(const TermUse& use, const FindingKind& what) const {
    Finding result(what);
    result.source = use.source.front();
    result.suggestion = expected(use);
    result.with("term", text(context_.source, use.source.front())).with("expected", expected(use));
    return result;
  }

  std::string expected(const TermUse& use) const {
    const Term* term = rendering_of(use.entries, glossary_, context_.target.language);
    return in_script_of(context_.target, term->text, context_.resources);
  }

  std::string_view text(const pair::Passage& passage, Span span) const {
    return span.in(passage.document->text);
  }

  void report_banned(const TermUse& use) {
    const bool has_rendering = !renderings(use).empty();
    for (const Span place : use.banned) {
      Finding result = has_rendering ? finding(use, kind(kTermKinds, "term/banned"))
                                     : Finding(kind(kTermKinds, "term/banned-only"));
      result.source = use.source.front();
      if (!has_rendering) result.with("term", text(context_.source, use.source.front()));
      result.target = place;
      findings_.push_back(std::move(result.with("found", text(context_.target, place))));
    }
  }

  /// False where no rendering of the term stands there with one character exchanged.
  bool report_exchanged(const TermUse& use) {
    if (context_.target.language != Language::kChinese) return false;
    const double trust = trust_in(use, glossary_);
    if (trust < kLeastTrust) return false;
    const std::string free = unclaimed_text(uses_, context_.target);
    for (const Term* term : renderings(use)) {
      const std::string wanted = in_script_of(context_.target, term->text, context_.resources);
      const auto place = exchanged_rendering(context_.target, free, wanted, context_.resources);
      if (!place) continue;
      report_writing(use, kind(kTermKinds, "term/exchanged"), place->place, wanted);
      if (place->makes_a_word || trust < kFullTrust) findings_.back().severity = Severity::kMinor;
      return true;
    }
    return false;
  }

  /// Renderings that stand there, and are written otherwise than the glossary writes them.
  void check_writing(const TermUse& use) {
    for (const Span place : use.target) {
      const std::string_view found = text(context_.target, place);
      const std::string folded = terms::fold(found).bytes;
      const Term* other_case = nullptr;
      const Term* exchanged = nullptr;
      bool as_written = false;
      for (const Term* term : renderings(use)) {
        // What stands there may be another form, which the glossary does not write out.
        if (!folded.starts_with(terms::fold(term->text).bytes)) continue;
        if (is_in_other_case(use, *term, place)) {
          other_case = term;
        } else if (context_.target.language == Language::kChinese &&
                   hides_exchange(term->text, found, context_.target, context_.resources)) {
          exchanged = term;
        } else {
          as_written = true;
        }
      }
      if (as_written) continue;
      if (exchanged != nullptr) {
        report_writing(use, kind(kTermKinds, "term/exchanged"), place,
                       in_script_of(context_.target, exchanged->text, context_.resources));
      } else if (other_case != nullptr) {
        report_writing(use, kind(kTermKinds, "term/case"), place, other_case->text);
      }
    }
  }

  bool is_in_other_case(const TermUse& use, const Term& term, Span place) const {
    // Texts in capitals, such as headings, have them everywhere.
    if (!has_small_letters(context_.english().text())) return false;
    const std::string_view found = text(context_.target, place);
    const bool begins = begins_sentence(context_.target, place.begin);
    return std::all_of(use.entries.begin(), use.entries.end(), [&](std::uint32_t entry) {
      return has_other_case(term.text, glossary_.entries()[entry].letter_case, found, begins);
    });
  }

  void report_writing(const TermUse& use, const FindingKind& what, Span place,
                      const std::string& wanted) {
    Finding result(what);
    result.source = use.source.front();
    result.target = place;
    result.suggestion = wanted;
    result.with("term", text(context_.source, use.source.front())).with("expected", wanted);
    findings_.push_back(std::move(result.with("found", text(context_.target, place))));
  }

  std::vector<const Term*> renderings(const TermUse& use) const {
    std::vector<const Term*> all;
    for (const std::uint32_t entry : use.entries) {
      for (const Term& term : glossary_.entries()[entry].terms) {
        if (term.language == context_.target.language && may_be_used(term)) all.push_back(&term);
      }
    }
    return all;
  }

  /// False where it is not missing, only rendered loosely.
  bool report_missing(const TermUse& use) {
    const RenderingMatch looseness = match_rendering(use, uses_, glossary_, context_);
    if (looseness.rendered) {
      loose_.insert(loose_.end(), use.source.begin(), use.source.end());
      return false;
    }
    const double trust = trust_in(use, glossary_);
    if (trust < kLeastTrust) return true;
    if (!use.left.empty() && is_kept_in_latin(text(context_.target, use.left.front()))) {
      return false;
    }
    Finding result = use.left.empty() ? missing_or_replaced(use) : left(use);
    result.severity = looseness.severity;
    result.confidence = looseness.confidence;
    if (trust < kFullTrust) result.severity = std::min(result.severity, Severity::kMinor);
    findings_.push_back(std::move(result));
    return true;
  }

  Finding left(const TermUse& use) const {
    Finding result = finding(use, kind(kTermKinds, "term/left"));
    result.target = use.left.front();
    return std::move(result.with("language", label_of(context_.source.language)));
  }

  Finding missing_or_replaced(const TermUse& use) const {
    std::vector<Anchor> anchors;
    for (const TermUse& other : uses_) {
      if (other.target.empty()) continue;
      anchors.push_back({other.source.front(), other.target.front()});
    }
    const auto place = replacement_of(use.source.front(), missing_, context_.source,
                                      context_.target, anchors, *context_.resources.lexicon);
    if (!place || !of_like_size(text(context_.target, *place), expected(use))) {
      return finding(use, kind(kTermKinds, "term/missing"));
    }
    Finding result = finding(use, kind(kTermKinds, "term/replaced"));
    result.target = place;
    return std::move(result.with("found", text(context_.target, *place)));
  }

  void report_count(const TermUse& use) {
    findings_.push_back(std::move(finding(use, kind(kTermKinds, "term/count"))
                                      .with("in-source", use.source.size())
                                      .with("in-target", use.target.size())));
  }

  const BeadContext& context_;
  const terms::Glossary& glossary_;
  std::vector<Finding>& findings_;
  std::vector<TermUse> uses_;
  std::vector<Span> missing_;
  std::vector<Span> loose_;  ///< places of the source whose rendering is only like the expected one
};

void check_terms(const BeadContext& context, std::vector<Finding>& findings) {
  if (context.resources.glossary == nullptr || context.resources.glossary->empty()) return;
  BeadTerms(context, findings).run();
}

constexpr std::array kExamples = {
    Example{"The Exchange Fund grew.", "货币市场增长了。", "term/replaced",
            "Exchange Fund\t外汇基金"},
    Example{"The Exchange Fund grew.", "Exchange Fund增长了。", "term/left",
            "Exchange Fund\t外汇基金"},
    Example{"The deposit rate fell.", "存款例率下降了。", "term/exchanged",
            "deposit rate\t存款利率"},
    Example{"国内生产总值增长。", "The gdp grew.", "term/case", "国内生产总值\tGDP"},
    Example{"Lights of Moor Lane (沼泽巷) rose by two percent.\nMoor Lane said nothing.",
            "沼泽巷股价上涨百分之二。\nMoor Lane没有发言。", "term/gloss-inconsistent"},
    Example{"The Exchange Fund grew.", "外匯基金增長了。", "", "Exchange Fund\t外汇基金"},
};

}  // namespace

extern const Rule kTermRule = {
    .id = "term",
    .concern = Concern::kNames,
    .kinds = kTermKinds,
    .examples = kExamples,
    .check_bead = check_terms,
    .check_document = check_glossed_names,
};

}  // namespace duizhao::check
