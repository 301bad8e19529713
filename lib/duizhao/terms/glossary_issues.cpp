#include "duizhao/terms/glossary_issues.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/known_names.h"
#include "duizhao/terms/merge.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

constexpr std::array<std::string_view, 9> kNames = {
    "duplicate", "conflict",  "no-counterpart",  "mixed-scripts",  "other-script",
    "blanks",    "too-short", "used-and-banned", "known-otherwise"};

bool is_banned(TermStatus status) {
  return status == TermStatus::kDeprecated || status == TermStatus::kForbidden;
}

std::string quoted(std::string_view text) { return std::string("\"").append(text).append("\""); }

/// Characters of a script, each told by itself: 门 is simplified, 門 traditional, 中 neither.
struct ScriptCount {
  std::size_t simplified = 0;
  std::size_t traditional = 0;
};

ScriptCount count_scripts(std::string_view text) {
  ScriptCount count;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    static_cast<void>(text::next_code_point(text, i));
    const Script script = text::script_of(text.substr(begin, i - begin));
    count.simplified += script == Script::kSimplified;
    count.traditional += script == Script::kTraditional;
  }
  return count;
}

bool has_blanks_around(std::string_view text) {
  if (text.empty()) return false;
  std::size_t next = 0;
  std::size_t last = text.size();
  return text::is_space(text::next_code_point(text, next)) ||
         text::is_space(text::previous_code_point(text, last));
}

/// One Chinese character, or one Latin letter: found all over.
bool is_too_short(const Term& term) {
  const FoldedText folded = fold(term.text);
  return folded.characters.size() < 2;
}

class Examination {
 public:
  Examination(const std::vector<TermEntry>& entries, const model::NameStore* names,
              const model::Lexicon* lexicon)
      : entries_(entries), names_(names), lexicon_(lexicon) {}

  std::vector<GlossaryIssue> run() {
    count_all_scripts();
    for (std::size_t e = 0; e < entries_.size(); ++e) {
      entry_ = e;
      check_duplicate();
      check_counterpart();
      check_status();
      if (names_ != nullptr) check_names();
      for (const Term& term : entries_[e].terms) check_term(term);
    }
    return std::move(issues_);
  }

 private:
  void add(GlossaryFault fault, std::string message) {
    issues_.push_back({entry_, fault, std::move(message)});
  }

  void count_all_scripts() {
    for (const TermEntry& entry : entries_) {
      for (const Term& term : entry.terms) {
        if (term.language != Language::kChinese || !term.locale.empty()) continue;
        const ScriptCount count = count_scripts(term.text);
        all_.simplified += count.simplified > count.traditional;
        all_.traditional += count.traditional > count.simplified;
      }
    }
  }

  void check_duplicate() {
    const TermEntry& entry = entries_[entry_];
    const auto [place, added] = concepts_.try_emplace(concept_key(entry), entry_);
    if (!added) {
      add(GlossaryFault::kDuplicate, "the same terms as in " + entries_[place->second].provenance);
      return;
    }
    const std::string& english = main_term(entry, Language::kEnglish);
    const std::string& chinese = main_term(entry, Language::kChinese);
    if (english.empty() || chinese.empty()) return;
    const auto [known, is_new] = by_english_.try_emplace(fold(english).bytes, entry_);
    if (is_new) return;
    const TermEntry& other = entries_[known->second];
    add(GlossaryFault::kConflict, quoted(english) + " is " + quoted(chinese) + " here and " +
                                      quoted(main_term(other, Language::kChinese)) + " in " +
                                      other.provenance);
  }

  void check_counterpart() {
    const TermEntry& entry = entries_[entry_];
    for (const Language language : {Language::kEnglish, Language::kChinese}) {
      // An entry that only forbids renderings is one that the terminologist means.
      const bool forbids = std::any_of(
          entry.terms.begin(), entry.terms.end(),
          [&](const Term& term) { return term.language == language && is_banned(term.status); });
      if (forbids || !main_term(entry, language).empty()) continue;
      add(GlossaryFault::kNoCounterpart,
          entry.terms.empty() ? "an entry without a term"
                              : quoted(entry.terms.front().text) + " has no " +
                                    (language == Language::kEnglish ? "English" : "Chinese") +
                                    " term that may be used");
    }
  }

  void check_status() {
    const std::vector<Term>& terms = entries_[entry_].terms;
    for (const Term& banned : terms) {
      if (!is_banned(banned.status)) continue;
      const bool used = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
        // "Github" may be forbidden where "GitHub" is to be used.
        return !is_banned(term.status) && term.language == banned.language &&
               term.text == banned.text;
      });
      if (used) {
        add(GlossaryFault::kUsedAndBanned, quoted(banned.text) + " is to be used and forbidden");
      }
    }
  }

  void check_names() {
    if (auto doubt = known_otherwise(entries_[entry_], *names_, lexicon_)) {
      issues_.push_back(
          {entry_, GlossaryFault::kKnownOtherwise, std::move(doubt->message), doubt->confidence});
    }
  }

  void check_term(const Term& term) {
    if (has_blanks_around(term.text)) {
      add(GlossaryFault::kBlanks, "blanks around " + quoted(term.text));
    }
    if (!is_banned(term.status) && is_too_short(term)) {
      add(GlossaryFault::kTooShort, quoted(term.text) + " is too short to be found safely");
    }
    if (term.language != Language::kChinese) return;
    const ScriptCount count = count_scripts(term.text);
    if (count.simplified > 0 && count.traditional > 0) {
      add(GlossaryFault::kMixedScripts,
          quoted(term.text) + " has simplified and traditional characters");
      return;
    }
    // A glossary in one script with a few strays; one that has both throughout means them.
    const bool stray_simplified = count.simplified > 0 && all_.simplified * 20 < all_.traditional;
    const bool stray_traditional = count.traditional > 0 && all_.traditional * 20 < all_.simplified;
    if (term.locale.empty() && (stray_simplified || stray_traditional)) {
      add(GlossaryFault::kOtherScript, quoted(term.text) + " is " +
                                           (stray_simplified ? "simplified" : "traditional") +
                                           ", unlike the other terms");
    }
  }

  const std::vector<TermEntry>& entries_;
  const model::NameStore* names_;  ///< may be null
  const model::Lexicon* lexicon_;  ///< may be null
  std::vector<GlossaryIssue> issues_;
  std::unordered_map<std::string, std::size_t> concepts_;
  std::unordered_map<std::string, std::size_t> by_english_;
  ScriptCount all_;  ///< terms of a script
  std::size_t entry_ = 0;
};

}  // namespace

std::vector<GlossaryIssue> glossary_issues(const std::vector<TermEntry>& entries,
                                           const model::NameStore* names,
                                           const model::Lexicon* lexicon) {
  return Examination(entries, names, lexicon).run();
}

std::string_view name_of(GlossaryFault fault) { return kNames[static_cast<std::size_t>(fault)]; }

}  // namespace duizhao::terms
