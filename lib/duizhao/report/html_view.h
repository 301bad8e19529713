#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/report/about.h"
#include "duizhao/report/beads.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/html_rows.h"
#include "duizhao/report/summary.h"
#include "duizhao/report/verdict.h"

namespace duizhao::report {

/// What a page on the pairs of a bilingual file knows beside the pairs that it shows.
struct HtmlPairs {
  std::string file;
  std::size_t count = 0;
  std::size_t with_findings = 0;
  std::size_t unjudged = 0;
  PointsByCategory points{};              ///< what the findings of all pairs cost
  std::vector<std::string> names;         ///< of the pairs that are shown, by bead
  std::vector<std::string> unjudged_for;  ///< why a shown pair is not judged, or empty

  // Of a live page, which has only some of its rows at a time.
  std::vector<std::size_t> numbers;  ///< of the pairs that are shown, from 0
  std::size_t reviewed = 0;          ///< pairs, so far
  std::array<std::size_t, 4> by_severity{};
  std::map<std::string_view, std::size_t> by_rule;
};

/// How a note of the page came about.
enum class NoteKind : std::uint8_t {
  kFinding,  ///< a finding of the review
  kPlace,    ///< another place of a finding that is told once
  kAlone,    ///< a passage without counterpart that no finding tells of by itself
};

/// What a page is made of, and what several of its parts need to know. Holds references.
struct HtmlView {
  /// Without a score it is the page of an alignment; with `pairs`, every bead is a pair.
  HtmlView(const Document& source, const Document& target, const Alignment& alignment,
           const std::vector<Finding>& findings, const Score* score, Language language,
           const HtmlPairs* pairs = nullptr);

  /// What a note is called in the page: on paper and in a file by its number, in a live page by its
  /// finding, so that others can come and go.
  [[nodiscard]] std::string name_of_note(std::uint32_t note) const;

  /// What sets a bead apart, as a class of its row: moved, no-target, no-source or nothing.
  [[nodiscard]] static std::string_view kind_of(const Bead& bead);

  /// The number in the id of a bead's row.
  [[nodiscard]] std::size_t row_number(std::size_t bead) const {
    return pairs != nullptr && !pairs->numbers.empty() ? pairs->numbers[bead] : bead;
  }
  /// A page that is served row by row.
  [[nodiscard]] bool is_windowed() const { return pairs != nullptr && live_kept.has_value(); }

  /// Pixels, roughly: what the map and the scroll bar go by before the browser has laid it out.
  [[nodiscard]] std::size_t height_of(const HtmlRow& row) const;

  [[nodiscard]] bool is_alignment() const { return score == nullptr; }

  const Document& source;
  const Document& target;
  const std::vector<Bead>& beads;
  const std::vector<Finding>& told;  ///< the findings of the review
  /// What there is a note on: the findings, then their other places, then lone passages.
  std::vector<Finding> findings;
  std::vector<NoteKind> kinds;        ///< by note
  std::vector<std::uint32_t> groups;  ///< by note: the finding that tells of it, or itself
  const Score* score;
  const HtmlPairs* pairs;
  const Words words;  ///< around the texts
  /// Of a live page: what was decided before, as JSON.
  std::optional<std::string_view> live_kept;
  const About* about = nullptr;  ///< what is known of how the review was made
  /// Of a live page: the findings that count, those that were accepted left out.
  const std::vector<Finding>* open = nullptr;

  Summary summary;
  std::vector<BeadSpans> spans;                   ///< by bead
  std::vector<HtmlRow> rows;                      ///< in order
  std::vector<std::vector<std::uint32_t>> notes;  ///< by bead
  std::vector<std::uint32_t> whole;               ///< notes on the whole document

 private:
  void add_note(Finding finding, NoteKind kind, std::uint32_t group);
  void add_lone_passages();

  std::vector<std::uint32_t> repeats_;  ///< by note: notes before it with the same key
};

/// The name of a document without its folders.
[[nodiscard]] std::string_view file_of(std::string_view name);

}  // namespace duizhao::report
