#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/report/about.h"
#include "duizhao/review/review.h"

namespace duizhao::report {

/// A review as one HTML page that needs nothing else, no network either: both texts side by side,
/// bead by bead, the evidence marked in place, the findings beside it; what moved leads to where it
/// stands in the other text, and what has no counterpart shows as a gap. The script in it only adds
/// to what can be read and printed without: filters, keys, a map.
///
/// `language` is that of the words around the texts. No markup in the texts survives, and the page
/// forbids the browser every script but its own.
/// `about` is what the page tells of how the review was made.
void append_html(std::string& out, const Review& review, Language language = Language::kEnglish,
                 const About* about = nullptr);

/// A part of a page with an id of its own, which a live page exchanges when it has changed.
struct PagePiece {
  std::string id;
  std::string html;
  friend bool operator==(const PagePiece&, const PagePiece&) = default;
};

/// A row of a live page. What stands before it is counted in it: its own number, those of its
/// sentences and lines. These are apart, so that a row that only moves stays the same row.
struct PageRow {
  std::string key;      ///< of all that it says and shows but those numbers
  std::string numbers;  ///< its own, the first sentence and line on either side; or empty
  std::string html;     ///< with the key and the numbers
};

struct LivePieces {
  std::vector<PagePiece> parts;  ///< head, bar and map, and what concerns the whole document
  std::vector<PageRow> rows;     ///< in order
};

/// A review while it is mended.
struct LiveHtml {
  const Review& review;
  const std::vector<Finding>& open;  ///< of its findings, those that count: not the accepted ones
  const Score& score;                ///< what they come to
  const About* about = nullptr;
  Language language = Language::kEnglish;
};

/// The same page for a reader who mends the translation, served by the program: it may ask the
/// server that it came from. Its script is given `kept`, JSON: the version, the decisions by key.
void append_live_html(std::string& out, const LiveHtml& live, std::string_view kept);

/// What of a live page follows the review.
[[nodiscard]] LivePieces live_pieces(const LiveHtml& live);

/// The page of an alignment in the same way, for a reader who mends its beads, and its pieces.
void append_live_alignment_html(std::string& out, const Review& review, std::string_view kept,
                                Language language = Language::kEnglish);
[[nodiscard]] LivePieces live_alignment_pieces(const Review& review, Language language);

/// The beads of an alignment in the same way: what moved, and what is missing on either side.
void append_alignment_html(std::string& out, const Document& source, const Document& target,
                           const Alignment& alignment, Language language = Language::kEnglish);

}  // namespace duizhao::report
