#include "duizhao/terms/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "duizhao/terms/folded_text.h"

namespace duizhao::terms {
namespace {

bool is_banned(TermStatus status) {
  return status == TermStatus::kDeprecated || status == TermStatus::kForbidden;
}

/// Adds what `other` says; the first of two decisions about a term stays, and a clash is told.
void add_to(TermEntry& entry, const TermEntry& other, std::vector<std::string>& conflicts) {
  for (const Term& term : other.terms) {
    const auto same = std::find_if(entry.terms.begin(), entry.terms.end(), [&](const Term& t) {
      return t.language == term.language && t.text == term.text;
    });
    if (same == entry.terms.end()) {
      entry.terms.push_back(term);
      continue;
    }
    if (is_banned(same->status) != is_banned(term.status)) {
      conflicts.push_back("\"" + term.text + "\" may be used by one and not by the other (" +
                          entry.provenance + ", " + other.provenance + ")");
    }
  }
  const auto fill = [](std::string& field, const std::string& value) {
    if (field.empty()) {
      field = value;
    } else if (!value.empty() && field.find(value) == std::string::npos) {
      field += "; " + value;
    }
  };
  fill(entry.domain, other.domain);
  fill(entry.definition, other.definition);
  fill(entry.note, other.note);
  fill(entry.provenance, other.provenance);
  entry.record.checked += other.record.checked;
  entry.record.confirmed += other.record.confirmed;
  const bool decided = entry.letter_case != TermCase::kUsual;
  if (decided && other.letter_case != TermCase::kUsual && other.letter_case != entry.letter_case) {
    conflicts.push_back("\"" + main_term(entry, Language::kEnglish) +
                        "\" keeps its capitals in one and not in the other (" + entry.provenance +
                        ", " + other.provenance + ")");
  }
  if (!decided) entry.letter_case = other.letter_case;
}

/// The terms of a glossary that may be used, by their folded texts.
class UsableTerms {
 public:
  explicit UsableTerms(const std::vector<TermEntry>& entries) : entries_(entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      for (const Term& term : entries[i].terms) {
        if (!is_banned(term.status)) by_text_.emplace(key_of(term), i);
      }
    }
  }

  /// Tells where these entries render a term of `entry`, or use another for the same rendering.
  void compare(const TermEntry& entry, std::vector<std::string>& conflicts) const {
    for (const Term& term : entry.terms) {
      if (is_banned(term.status)) continue;
      const Language other = other_language(term.language);
      const std::string& here = main_term(entry, other);
      const auto [begin, end] = by_text_.equal_range(key_of(term));
      if (begin == end || here.empty()) continue;
      const auto agrees = [&](const auto& place) {
        return share_a_term(entries_[place.second], entry, other);
      };
      if (std::any_of(begin, end, agrees)) continue;
      std::size_t place = begin->second;  // the first of them, as the file has them
      for (auto it = begin; it != end; ++it) place = std::min(place, it->second);
      const TermEntry& known = entries_[place];
      if (main_term(known, other).empty()) continue;
      conflicts.push_back(fmt::format("\"{}\" is \"{}\" ({}) and \"{}\" ({})", term.text,
                                      main_term(known, other), known.provenance, here,
                                      entry.provenance));
    }
  }

 private:
  static std::string key_of(const Term& term) {
    return (term.language == Language::kChinese ? "zh\t" : "en\t") + fold(term.text).bytes;
  }

  static bool share_a_term(const TermEntry& a, const TermEntry& b, Language language) {
    const auto has = [&](const Term& term) {
      return std::ranges::any_of(a.terms, [&](const Term& t) {
        return t.language == language && !is_banned(t.status) && key_of(t) == key_of(term);
      });
    };
    return std::ranges::any_of(b.terms, [&](const Term& term) {
      return term.language == language && !is_banned(term.status) && has(term);
    });
  }

  const std::vector<TermEntry>& entries_;
  std::unordered_multimap<std::string, std::size_t> by_text_;
};

}  // namespace

const std::string& main_term(const TermEntry& entry, Language language) {
  static const std::string none;
  const auto found = std::find_if(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
    return term.language == language && !is_banned(term.status);
  });
  return found == entry.terms.end() ? none : found->text;
}

std::string concept_key(const TermEntry& entry) {
  return fold(main_term(entry, Language::kEnglish)).bytes + '\t' +
         fold(main_term(entry, Language::kChinese)).bytes;
}

MergedGlossary merge(const std::vector<TermEntry>& first, const std::vector<TermEntry>& second) {
  MergedGlossary merged;
  std::unordered_map<std::string, std::size_t> concepts;
  const UsableTerms of_first(first);
  for (const std::vector<TermEntry>* entries : {&first, &second}) {
    for (const TermEntry& entry : *entries) {
      const auto [place, added] = concepts.try_emplace(concept_key(entry), merged.entries.size());
      if (!added) {
        add_to(merged.entries[place->second], entry, merged.conflicts);
        continue;
      }
      if (entries == &second) of_first.compare(entry, merged.conflicts);
      merged.entries.push_back(entry);
    }
  }
  return merged;
}

}  // namespace duizhao::terms
