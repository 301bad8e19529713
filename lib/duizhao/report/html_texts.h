#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"

namespace duizhao::report {

/// One of the two documents as the page shows it: its sentences, with the evidence of findings
/// marked. A mark is a link to its note: `<a class="m major" href="#f3" data-f="3">`, where several
/// findings share it `data-f="3 5"` with the severest one's class and link. A place where something
/// is missing has the class `point` and no text, a long passage `long`. Findings are numbered from
/// 1, in their order.
class HtmlText {
 public:
  /// `evidence` is Finding::source or Finding::target. Keeps references to both.
  HtmlText(const Document& document, const std::vector<Finding>& findings,
           std::optional<Span> Finding::*evidence);

  /// Calls the notes by these names instead of their numbers.
  void set_names(std::vector<std::string> names) { names_ = std::move(names); }
  /// Every sentence is an element of its own, `<span class="s" data-s="1">` for the one after the
  /// bead's first, for pages on which sentences are taken from one bead to another.
  void set_sentences_apart() { sentences_apart_ = true; }

  /// BCP 47: en, zh-Hans, zh-Hant, zh, und.
  [[nodiscard]] const std::string& language_tag() const { return language_tag_; }

  /// The sentences of one side of a bead, with what stands between them.
  void append(std::string& out, const std::vector<std::uint32_t>& sentences) const;

 private:
  void append_sentence(std::string& out, std::uint32_t sentence) const;

  const Document& document_;
  const std::vector<Finding>& findings_;
  std::optional<Span> Finding::*evidence_;
  std::vector<std::vector<std::uint32_t>> marks_;  ///< finding numbers from 0, by sentence
  std::string language_tag_;
  std::vector<std::string> names_;
  bool sentences_apart_ = false;
};

}  // namespace duizhao::report
