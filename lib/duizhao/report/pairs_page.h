#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/report/html.h"
#include "duizhao/report/html_view.h"
#include "duizhao/review/review.h"
#include "duizhao/score/total.h"

namespace duizhao::report {

/// The pairs of a bilingual file as one HTML page, in the style of a review (report/html.h): those
/// with findings, each a row with its notes, and those that can't be judged, under a head that
/// counts and scores all of them.
class PairsPage {
 public:
  /// More than this many pairs, the first ones, are not shown: nobody reads them in a browser, and
  /// the other formats hold them all.
  static constexpr std::size_t kMostShown = 20000;

  explicit PairsPage(std::string file, Language language = Language::kEnglish)
      : language_(language) {
    pairs_.file = std::move(file);
  }

  /// Takes the next pair in; `name` stands in its margin, such as its line in the file.
  void add(const std::string& name, const Review& review);

  void append(std::string& out, const score::MqmOptions& options) const;

  // A page that the program serves has a window of the rows, and counts that others have made.

  /// Takes a row in, and nothing of its figures.
  void show(std::size_t number, const std::string& name, const Review& review);
  void set_counts(HtmlPairs counts) { pairs_ = std::move(counts); }

  /// The page without rows; its script is given `kept`, JSON: the version, the decisions by key.
  void append_live(std::string& out, const Score& score, std::string_view kept,
                   const About& about) const;
  /// What of it follows the review: head and bar.
  [[nodiscard]] std::vector<PagePiece> live_pieces(const Score& score, const About& about) const;
  /// The rows that were taken in.
  [[nodiscard]] std::string live_rows() const;

 private:
  void take_row(const std::string& name, const Review& review);

  /// The pairs that are shown as one pair of documents, a bead each.
  Review shown_;
  HtmlPairs pairs_;
  score::Total total_;
  Language language_;  ///< of the words around the texts
};

}  // namespace duizhao::report
