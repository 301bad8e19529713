#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/opposites/opposition.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/concern.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/term_outcome.h"
#include "duizhao/facts/compare.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/tables.h"

namespace duizhao {
struct Resources;
}

namespace duizhao::check {

class GlossedWords;
class KeptNameForms;
struct OpenWords;

/// What a pair rule sees: one bead with text on both sides, and the passages around it. Facts and
/// names may have moved into a neighbour; a null neighbour is the document's end or a gap.
struct BeadContext {
  const Bead& bead;
  const pair::Passage& source;
  const pair::Passage& target;
  const pair::Links& links;                             ///< between the words of the two passages
  std::span<const facts::Difference> fact_differences;  ///< between the facts of the passages
  const Resources& resources;
  const GlossedWords* glossed = nullptr;  ///< of the whole English document
  const pair::Passage* source_before = nullptr;
  const pair::Passage* source_after = nullptr;
  const pair::Passage* target_before = nullptr;
  const pair::Passage* target_after = nullptr;
  /// Where the rule `term` says what it looked at; null where nobody wants to know.
  std::vector<TermOutcome>* term_outcomes = nullptr;
  std::span<const Opposition> oppositions = {};  ///< between the words of the passages
  const OpenWords* open_words = nullptr;         ///< those without counterpart

  [[nodiscard]] const pair::Passage& chinese() const {
    return source.language == Language::kChinese ? source : target;
  }
  [[nodiscard]] const pair::Passage& english() const {
    return source.language == Language::kChinese ? target : source;
  }
  /// The links of the Chinese passage's words, and of the English one's.
  [[nodiscard]] const std::vector<pair::LinkedWord>& chinese_links() const {
    return source.language == Language::kChinese ? links.source : links.target;
  }
  [[nodiscard]] const std::vector<pair::LinkedWord>& english_links() const {
    return source.language == Language::kChinese ? links.target : links.source;
  }
};

/// What a document rule sees: the whole review.
struct DocumentContext {
  const Document& source;
  const Document& target;
  const Alignment& alignment;
  std::span<const pair::Passage> source_passages;  ///< by bead number; empty text for an empty side
  std::span<const pair::Passage> target_passages;
  const Resources& resources;
  std::span<const pair::HeadedTable> tables = {};  ///< whose headings differ
  KeptNameForms* name_forms = nullptr;             ///< of a text that is edited and reviewed again
};

/// Judges one bead by itself. Appends findings, whose `bead` the caller fills in. Must be safe to
/// call from several threads.
using BeadCheck = void (*)(const BeadContext& context, std::vector<Finding>& findings);

/// Looks at more than one bead: passages without counterpart, habits, inconsistency.
using DocumentCheck = void (*)(const DocumentContext& context, std::vector<Finding>& findings);

/// A source and a target that a rule finds something in, or nothing. Two texts of several lines are
/// two documents, a line a sentence; else they are a pair.
struct Example {
  std::string_view source;
  std::string_view target;
  std::string_view code = {};      ///< what is found; empty: the rule is silent
  std::string_view glossary = {};  ///< one line: source term, tab, target term
};

/// A row of the table of rules, which stands in the rule's file under the name k…Rule; rules.inc
/// lists them. All that the program does with a rule by its name asks this row. What the rule is
/// for says the catalogue (report/messages.inc), under "rule/" and the id.
struct Rule {
  std::string_view id;  ///< never changes: profiles, suppressions and programs name it
  Concern concern = Concern::kForm;
  /// A matter of how it is written, not of what: a habit that runs through a document is told once
  /// (evidence/repeated_findings.h), and corpora are not told of it.
  bool is_form = false;
  bool on = true;  ///< unless a profile or --off says otherwise
  /// The profiles that come with the program tell findings from this confidence on.
  double least_confidence = 0;
  /// Of what nobody reads line by line, from this severity on.
  Severity least_in_corpora = Severity::kNeutral;
  std::span<const FindingKind> kinds;
  std::span<const Example> examples;  ///< those that fire first
  BeadCheck check_bead = nullptr;
  DocumentCheck check_document = nullptr;
};

/// All rules, in the order in which they look at a text and --rules lists them.
[[nodiscard]] std::span<const Rule* const> rules();

/// Null where there is no such rule.
[[nodiscard]] const Rule* rule_named(std::string_view id);

}  // namespace duizhao::check
