#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/term_index.h"

namespace duizhao::terms {

/// A term that stands in a text.
struct TermMatch {
  Span span;                ///< in the text that was searched, with its plural or possessive ending
  std::uint32_t entry = 0;  ///< index into Glossary::entries()
  std::uint32_t term = 0;   ///< index into the entry's terms
  TermForm form = TermForm::kFull;
  /// Lies within, or crosses, a longer term that was found.
  bool nested = false;

  friend bool operator==(const TermMatch&, const TermMatch&) = default;
};

enum class Case : std::uint8_t {
  /// A capital of a term of one word is a capital in the text: "Moonshot" is no "moonshot", but
  /// "Exchange Fund" may be "exchange fund".
  kRespected,
  kIgnored,
};

/// What searching needs beside the glossary; keep one per thread.
struct SearchWorkspace {
  FoldedText folded;
  std::vector<TermIndex::Hit> hits;
  std::vector<bool> taken;
};

/// The entries of one or several glossaries, and where their terms stand in a running text.
///
///     Glossary glossary(entries);
///     for (const TermMatch& match : glossary.find(text, Language::kChinese)) …
///
/// A term is found as a string, not as words, so that Chinese word breaks cannot hide it, in either
/// script, in any width and case, as a plural or possessive, with or without hyphens, interpuncts
/// and quotation marks. Latin words have edges: "AI" is not found in "AIM". One pass at well over
/// 10 MB/s, whatever the number of entries. Immutable, so safe to share between threads.
class Glossary {
 public:
  Glossary() = default;
  explicit Glossary(std::vector<TermEntry> entries);

  [[nodiscard]] const std::vector<TermEntry>& entries() const { return entries_; }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// All terms of `language` in `text` (valid UTF-8), ordered by their begin, longer ones first.
  /// The longest is taken first; what it covers or crosses is marked as nested. A string that
  /// several entries share gives a match for each. Spans are shifted by `offset`.
  [[nodiscard]] std::vector<TermMatch> find(std::string_view text, Language language,
                                            Case letter_case = Case::kRespected,
                                            std::size_t offset = 0) const;
  void find(std::string_view text, Language language, Case letter_case, std::size_t offset,
            SearchWorkspace& workspace, std::vector<TermMatch>& matches) const;

 private:
  [[nodiscard]] const TermIndex& index(Language language) const {
    return language == Language::kChinese ? chinese_ : english_;
  }

  std::vector<TermEntry> entries_;
  TermIndex chinese_;
  TermIndex english_;
};

}  // namespace duizhao::terms
