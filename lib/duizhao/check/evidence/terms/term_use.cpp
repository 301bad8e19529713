#include "duizhao/check/evidence/terms/term_use.h"

#include <algorithm>

#include "duizhao/check/evidence/terms/letter_case.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

using terms::Case;
using terms::Glossary;
using terms::TermForm;
using terms::TermMatch;

/// Adds `span` unless it overlaps one that is there: a place counts once.
void add_place(std::vector<Span>& places, Span span) {
  for (Span& place : places) {
    if (!place.overlaps(span)) continue;
    place = place.joined(span);
    return;
  }
  places.push_back(span);
}

bool covered(const std::vector<Span>& places, Span span) {
  return std::any_of(places.begin(), places.end(),
                     [&](const Span& place) { return place.contains(span); });
}

bool has_entry(const TermUse& use, std::uint32_t entry) {
  return std::binary_search(use.entries.begin(), use.entries.end(), entry);
}

/// The terms of the source, grouped by the entries that name them; of the nested ones or of the
/// others.
void add_source_terms(const std::vector<TermMatch>& matches, bool nested,
                      std::vector<TermUse>& uses) {
  for (std::size_t first = 0; first < matches.size();) {
    std::size_t last = first;
    std::vector<std::uint32_t> entries;
    for (; last < matches.size() && matches[last].span == matches[first].span; ++last) {
      entries.push_back(matches[last].entry);
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    if (matches[first].nested == nested) {
      const auto known = std::find_if(uses.begin(), uses.end(),
                                      [&](const TermUse& use) { return use.entries == entries; });
      // A term that also stands by itself is looked at there.
      if (known == uses.end()) {
        TermUse& use = uses.emplace_back();
        use.entries = std::move(entries);
        use.source.push_back(matches[first].span);
        use.nested = nested;
      } else if (known->nested == nested) {
        known->source.push_back(matches[first].span);
      }
    }
    first = last;
  }
}

/// Whether the document has the term in full before the place of its short form.
bool said_in_full(const pair::Passage& source, const Glossary& glossary, const TermMatch& match) {
  // Reports say a name in full near their beginning; a book must not be searched for each name.
  constexpr std::size_t kReach = 100'000;
  const std::string_view before =
      std::string_view(source.document->text).substr(0, std::min(match.span.begin, kReach));
  return before.find(glossary.entries()[match.entry].terms[match.term].text) !=
         std::string_view::npos;
}

std::vector<TermUse> source_terms(const pair::Passage& source, const Glossary& glossary,
                                  const TermUseOptions& options) {
  std::vector<TermMatch> matches =
      glossary.find(source.text(), source.language, Case::kRespected, source.span.begin);
  std::erase_if(matches, [&](const TermMatch& match) {
    return match.form == TermForm::kShort && !options.short_forms &&
           !said_in_full(source, glossary, match);
  });
  std::erase_if(matches, [&](const TermMatch& match) {
    const TermEntry& entry = glossary.entries()[match.entry];
    return entry.letter_case == TermCase::kKept &&
           has_other_case(entry.terms[match.term].text, TermCase::kKept,
                          match.span.in(source.document->text), true);
  });
  std::vector<TermUse> uses;
  add_source_terms(matches, false, uses);
  add_source_terms(matches, true, uses);
  return uses;
}

/// Takes away the renderings that lie inside a longer one of another term: in 新加坡金管局 there is
/// no 金管局 where the source has both authorities.
void drop_inner_renderings(std::vector<TermUse>& uses) {
  std::vector<std::vector<Span>> kept(uses.size());
  for (std::size_t u = 0; u < uses.size(); ++u) {
    for (const Span place : uses[u].target) {
      const bool inner = std::any_of(uses.begin(), uses.end(), [&](const TermUse& other) {
        return !other.nested && std::any_of(other.target.begin(), other.target.end(), [&](Span o) {
          return o.contains(place) && o.size() > place.size();
        });
      });
      if (!inner || uses[u].nested) kept[u].push_back(place);
    }
  }
  for (std::size_t u = 0; u < uses.size(); ++u) uses[u].target = std::move(kept[u]);
}

/// Whether the entry forbids just this way to write a rendering that it asks for: "Github" where it
/// has "GitHub", 升腾 where it has 昇腾.
bool is_forbidden_writing(std::string_view found, const TermEntry& entry) {
  const auto has = [&](bool usable) {
    return std::any_of(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
      return may_be_used(term) == usable && found.starts_with(term.text);
    });
  };
  return has(false) && !has(true);
}

void find_renderings(const pair::Passage& target, const Glossary& glossary,
                     std::vector<TermUse>& uses) {
  const auto matches =
      glossary.find(target.text(), target.language, Case::kIgnored, target.span.begin);
  for (TermUse& use : uses) {
    for (const TermMatch& match : matches) {
      if (!has_entry(use, match.entry)) continue;
      const Term& term = glossary.entries()[match.entry].terms[match.term];
      const std::string_view found = match.span.in(target.document->text);
      if (may_be_used(term) && !is_forbidden_writing(found, glossary.entries()[match.entry])) {
        add_place(use.target, match.span);
      }
    }
    // A rendering that must not be used may be part of one that may.
    for (const TermMatch& match : matches) {
      if (!has_entry(use, match.entry) || covered(use.target, match.span)) continue;
      const Term& term = glossary.entries()[match.entry].terms[match.term];
      if (!may_be_used(term)) add_place(use.banned, match.span);
    }
  }
}

void find_left(const pair::Passage& target, const Glossary& glossary, std::vector<TermUse>& uses) {
  const auto matches = glossary.find(target.text(), other_language(target.language),
                                     Case::kRespected, target.span.begin);
  for (TermUse& use : uses) {
    for (const TermMatch& match : matches) {
      if (has_entry(use, match.entry) && !covered(use.target, match.span)) {
        add_place(use.left, match.span);
      }
    }
  }
}

}  // namespace

std::vector<TermUse> term_uses(const pair::Passage& source, const pair::Passage& target,
                               const Glossary& glossary, const TermUseOptions& options) {
  std::vector<TermUse> uses = source_terms(source, glossary, options);
  if (uses.empty()) return uses;
  find_renderings(target, glossary, uses);
  // An entry that only forbids has something to say where what it forbids stands.
  std::erase_if(uses, [&](const TermUse& use) {
    return use.banned.empty() && rendering_of(use.entries, glossary, target.language) == nullptr;
  });
  drop_inner_renderings(uses);
  find_left(target, glossary, uses);
  return uses;
}

const Term* rendering_of(const std::vector<std::uint32_t>& entries, const Glossary& glossary,
                         Language language) {
  const Term* admitted = nullptr;
  for (const std::uint32_t entry : entries) {
    for (const Term& term : glossary.entries()[entry].terms) {
      if (term.language != language || !may_be_used(term)) continue;
      if (term.status == TermStatus::kPreferred) return &term;
      if (admitted == nullptr) admitted = &term;
    }
  }
  return admitted;
}

bool is_kept_in_latin(std::string_view name) {
  bool inside_word = false;
  for (const char c : name) {
    if (text::is_ascii_digit(c) || (text::is_ascii_upper(c) && inside_word)) return true;
    inside_word = c != ' ' && c != '-' && c != '.';
  }
  return false;
}

double trust_in(const TermUse& use, const terms::Glossary& glossary) {
  // As if every entry had been seen this often before, rendered as usual.
  constexpr double kUsual = 0.9;
  constexpr double kSeen = 2;
  double checked = 0;
  double confirmed = 0;
  for (const std::uint32_t entry : use.entries) {
    const TermRecord& record = glossary.entries()[entry].record;
    checked = std::max(checked, static_cast<double>(record.checked));
    confirmed = std::max(confirmed, static_cast<double>(record.confirmed));
  }
  return checked == 0 ? 1 : (confirmed + kUsual * kSeen) / (checked + kSeen);
}

}  // namespace duizhao::check
