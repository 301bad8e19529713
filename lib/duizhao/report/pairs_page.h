#pragma once

#include <cstddef>
#include <string>

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

 private:
  /// The pairs that are shown as one pair of documents, a bead each.
  Review shown_;
  HtmlPairs pairs_;
  score::Total total_;
  Language language_;  ///< of the words around the texts
};

}  // namespace duizhao::report
