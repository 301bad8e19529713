// Rule `term`, for the names that the report itself gives in both languages.
//
// Fires:   the source says "Harbour Ltd (港芯)", the target calls it 港口公司; or leaves it in
//          English throughout (minor); or calls it both 港芯 and Harbour (minor, once, with the
//          places).
// Silent:  百川 for 百川智能, 港芯 in another script; names that Chinese keeps in Latin letters
//          (MiniMax, 01.AI, TSMC); a name in a passage that the target leaves out; a part of
//          another name (Harbour Lights).

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/labels.h"
#include "duizhao/check/evidence/terms/rendering.h"
#include "duizhao/check/evidence/terms/replacement.h"
#include "duizhao/check/evidence/terms/term_use.h"
#include "duizhao/check/rules/term.h"
#include "duizhao/extract/glosses.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/place.h"
#include "duizhao/text/sentences.h"

namespace duizhao::check {
namespace {

/// Less sure glosses have a name that reaches too far, and would be missed for that alone.
constexpr double kSureBounds = 0.6;

/// Letters of a word that tells whose name it is, at least.
constexpr std::size_t kLeastWord = 3;

/// Whether what a bead's source says should be in its target: it is rather right than wrong.
bool is_likely(const Bead& bead) { return bead.confidence >= 0.3 || bead.score > 0; }

/// Where one name stands in the two documents.
struct NamePlaces {
  std::vector<Span> rendered;  ///< in the target
  std::vector<Span> left;      ///< in the target, in the source's language
  /// Beads whose source has the name and whose target has it in no form.
  std::vector<std::size_t> missing;
  std::vector<Span> missing_source;  ///< the first place in the source, one per bead
};

class GlossedNames {
 public:
  GlossedNames(const DocumentContext& context, std::vector<Finding>& findings)
      : context_(context), findings_(findings) {}

  void run() {
    source_glosses_ = extract::glosses_of(context_.source);
    target_glosses_ = extract::glosses_of(context_.target);
    auto entries = sure_entries(source_glosses_, context_.source);
    const std::size_t from_source = entries.size();
    for (TermEntry& entry : sure_entries(target_glosses_, context_.target)) {
      if (!has_name(entries, entry)) entries.push_back(std::move(entry));
    }
    if (entries.empty()) return;
    glossary_ = terms::Glossary(std::move(entries));
    places_.resize(glossary_.entries().size());
    find_places();
    for (std::uint32_t e = 0; e < places_.size(); ++e) judge(e, e < from_source);
  }

 private:
  /// The glossary of a document's glosses, without what the user's own glossary decides.
  std::vector<TermEntry> sure_entries(std::vector<extract::Gloss>& glosses,
                                      const Document& document) const {
    auto sure = glosses;
    std::erase_if(sure, [](const extract::Gloss& gloss) { return gloss.confidence < kSureBounds; });
    auto entries = extract::entries_of(sure, document);
    if (context_.resources.glossary != nullptr) {
      std::erase_if(entries, [&](const TermEntry& entry) {
        return std::any_of(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
          return !context_.resources.glossary->find(term.text, term.language).empty();
        });
      });
    }
    return entries;
  }

  static bool has_name(const std::vector<TermEntry>& entries, const TermEntry& wanted) {
    for (const TermEntry& entry : entries) {
      for (const Term& term : entry.terms) {
        for (const Term& other : wanted.terms) {
          if (term.language == other.language && term.text == other.text) return true;
        }
      }
    }
    return false;
  }

  /// A passage in the language of its document: an English abstract behind a Chinese text is none.
  static bool is_translation(const pair::Passage& passage) {
    return !passage.span.empty() && text::language_of(passage.text()) == passage.language;
  }

  bool in_target_gloss(Span span) const {
    return std::any_of(target_glosses_.begin(), target_glosses_.end(),
                       [&](const extract::Gloss& gloss) { return gloss.gloss.overlaps(span); });
  }

  /// Whether English words stand beside the name in Chinese text: Newport of "Newport on the Levee"
  /// is not the place 纽波特, and what is left there is another name.
  static bool is_of_longer_name(const pair::Passage& chinese, Span name) {
    const std::string_view text = chinese.text();
    const std::size_t begin = name.begin - chinese.span.begin;
    const std::size_t end = name.end - chinese.span.begin;
    const auto is_space = [&](std::size_t at) { return at < text.size() && text[at] == ' '; };
    const auto is_letter = [&](std::size_t at) {
      return at < text.size() && text::is_ascii_letter(text[at]);
    };
    return chinese.language == Language::kChinese &&
           ((is_space(end) && is_letter(end + 1)) ||
            (begin > 1 && is_space(begin - 1) && is_letter(begin - 2)));
  }

  void find_places() {
    for (const pair::Passage& passage : context_.target_passages) {
      if (!is_translation(passage)) continue;
      for (const terms::TermMatch& match : glossary_.find(
               passage.text(), passage.language, terms::Case::kIgnored, passage.span.begin)) {
        places_[match.entry].rendered.push_back(match.span);
      }
      for (const terms::TermMatch& match :
           glossary_.find(passage.text(), context_.source.language, terms::Case::kRespected,
                          passage.span.begin)) {
        if (!match.nested && !in_target_gloss(match.span) &&
            !is_of_longer_name(passage, match.span)) {
          places_[match.entry].left.push_back(match.span);
        }
      }
    }
    for (std::size_t b = 0; b < context_.alignment.beads.size(); ++b) {
      const Bead& bead = context_.alignment.beads[b];
      if (bead.one_sided() || !is_likely(bead)) continue;
      if (!is_translation(context_.target_passages[b])) continue;
      for (const TermUse& use : uses_of(b)) {
        if (!use.target.empty() || !use.left.empty()) continue;
        for (const std::uint32_t entry : use.entries) {
          places_[entry].missing.push_back(b);
          places_[entry].missing_source.push_back(use.source.front());
        }
      }
    }
  }

  std::vector<TermUse> uses_of(std::size_t bead) const {
    return term_uses(context_.source_passages[bead], context_.target_passages[bead], glossary_,
                     {.short_forms = true});
  }

  void judge(std::uint32_t entry, bool from_source) {
    const NamePlaces& places = places_[entry];
    const bool kept =
        !places.left.empty() && is_kept_in_latin(places.left.front().in(context_.target.text));
    if (!places.left.empty() && !kept) {
      report_left(entry, from_source);
    } else if (from_source && places.rendered.empty() && places.left.empty() &&
               !places.missing.empty() && !is_partly_there(entry)) {
      report_missing(entry);
    }
  }

  /// The name in the source's language and its rendering in the target's script.
  std::string_view name(std::uint32_t entry) const { return term(entry, context_.source.language); }
  std::string rendering(std::uint32_t entry) const {
    return in_script_of(context_.target_passages.front(), term(entry, context_.target.language),
                        context_.resources);
  }
  std::string_view term(std::uint32_t entry, Language language) const {
    const auto& terms = glossary_.entries()[entry].terms;
    const auto found = std::find_if(terms.begin(), terms.end(),
                                    [&](const Term& t) { return t.language == language; });
    return found == terms.end() ? std::string_view() : std::string_view(found->text);
  }

  /// Whether the target has a word of the rendering, or spells out the acronym that it is: "Nathan"
  /// for Nathan Adrian, "British Medical Association" for BMA.
  bool is_partly_there(std::uint32_t entry) const {
    if (context_.target_passages.front().language != Language::kEnglish) return false;
    const std::string_view expected = term(entry, Language::kEnglish);
    const pair::Passage& target = context_.target_passages[places_[entry].missing.front()];
    std::string initials;
    bool has_word = false;
    for (const text::Token& token : target.tokens) {
      const std::string_view word = token.span.in(target.document->text);
      if (token.kind != text::TokenKind::kWord || !text::is_ascii_upper(word.front())) continue;
      initials += word.front();
      has_word = has_word || (word.size() >= kLeastWord && has_this_word(expected, word));
    }
    return has_word || initials.find(expected) != std::string::npos;
  }

  static bool has_this_word(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string_view::npos && (at == 0 || text[at - 1] == ' ') &&
           (at + word.size() == text.size() || text[at + word.size()] == ' ');
  }

  /// The lines of the target that hold the places.
  LineNumbers lines_of(const std::vector<Span>& places) const {
    std::set<std::size_t> numbers;
    for (const Span place : places) {
      numbers.insert(text::place_of(context_.target.text, place.begin, {}).line);
    }
    return {{numbers.begin(), numbers.end()}};
  }

  std::optional<std::size_t> bead_at(Span target) const {
    for (std::size_t b = 0; b < context_.target_passages.size(); ++b) {
      if (context_.target_passages[b].span.contains(target)) return b;
    }
    return std::nullopt;
  }

  void report_left(std::uint32_t entry, bool from_source) {
    const NamePlaces& places = places_[entry];
    Finding finding(places.rendered.empty() ? kind(kTermKinds, "term/gloss-left")
                                            : kind(kTermKinds, "term/gloss-inconsistent"));
    finding.target = places.left.front();
    finding.bead = bead_at(places.left.front());
    finding.suggestion = rendering(entry);
    finding.with("name", places.left.front().in(context_.target.text))
        .with("lines", lines_of(places.left));
    if (places.rendered.empty()) {
      finding.with("language", label_of(context_.source.language))
          .with("side", Label{from_source ? "source" : "target"})
          .with("expected", rendering(entry));
    } else {
      finding.with("other", places.rendered.front().in(context_.target.text))
          .with("other-lines", lines_of(places.rendered));
    }
    findings_.push_back(std::move(finding));
  }

  void report_missing(std::uint32_t entry) {
    const NamePlaces& places = places_[entry];
    const std::size_t bead = places.missing.front();
    const std::optional<Span> found = replacement(entry, bead);
    Finding finding(found ? kind(kTermKinds, "term/gloss-replaced")
                          : kind(kTermKinds, "term/gloss-missing"));
    finding.source = places.missing_source.front();
    finding.target = found;
    finding.bead = bead;
    finding.suggestion = rendering(entry);
    finding.with("name", name(entry)).with("expected", rendering(entry));
    if (found) finding.with("found", found->in(context_.target.text));
    findings_.push_back(std::move(finding));
  }

  /// What stands in the bead's target in the place of the name.
  std::optional<Span> replacement(std::uint32_t entry, std::size_t bead) const {
    std::vector<Anchor> anchors;
    std::vector<Span> missing;
    Span place;
    for (const TermUse& use : uses_of(bead)) {
      if (!use.target.empty()) {
        anchors.push_back({use.source.front(), use.target.front()});
      } else if (!use.left.empty()) {
        anchors.push_back({use.source.front(), use.left.front()});
      } else {
        missing.push_back(use.source.front());
      }
      if (std::find(use.entries.begin(), use.entries.end(), entry) != use.entries.end()) {
        place = use.source.front();
      }
    }
    return replacement_of(place, missing, context_.source_passages[bead],
                          context_.target_passages[bead], anchors, *context_.resources.lexicon);
  }

  const DocumentContext& context_;
  std::vector<Finding>& findings_;
  std::vector<extract::Gloss> source_glosses_;
  std::vector<extract::Gloss> target_glosses_;
  terms::Glossary glossary_;
  std::vector<NamePlaces> places_;
};

}  // namespace

void check_glossed_names(const DocumentContext& context, std::vector<Finding>& findings) {
  GlossedNames(context, findings).run();
}

}  // namespace duizhao::check
