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
  if (entry.letter_case == TermCase::kUsual) entry.letter_case = other.letter_case;
}

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
  std::unordered_map<std::string, std::size_t> by_english;
  for (const std::vector<TermEntry>* entries : {&first, &second}) {
    for (const TermEntry& entry : *entries) {
      const auto [place, added] = concepts.try_emplace(concept_key(entry), merged.entries.size());
      if (!added) {
        add_to(merged.entries[place->second], entry, merged.conflicts);
        continue;
      }
      const std::string& english = main_term(entry, Language::kEnglish);
      const std::string& chinese = main_term(entry, Language::kChinese);
      const auto [known, is_new] =
          by_english.try_emplace(fold(english).bytes, merged.entries.size());
      if (!is_new && entries == &second && known->second < first.size() && !english.empty()) {
        const TermEntry& other = merged.entries[known->second];
        merged.conflicts.push_back(fmt::format("\"{}\" is \"{}\" ({}) and \"{}\" ({})", english,
                                               main_term(other, Language::kChinese),
                                               other.provenance, chinese, entry.provenance));
      }
      merged.entries.push_back(entry);
    }
  }
  return merged;
}

}  // namespace duizhao::terms
