#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::report {

/// A proposed term as a reviewer sees it.
struct ProposalRow {
  std::string term;
  std::string rendering;
  std::uint32_t count = 0;
  double score = 0;          ///< in [0,1]
  std::string term_example;  ///< a text that has the term, and its translation
  std::string rendering_example;
  std::string place;
  bool accepted = false;  ///< before, so that it needs no decision
  /// Further texts that have the term, each with its translation.
  std::vector<std::pair<std::string, std::string>> further{};
  std::string kind{};  ///< "person", "place" … of a name; empty of another term
};

/// Proposals to accept and reject in a browser.
struct ProposalsPage {
  std::string file;  ///< in which the terms were found
  bool source_is_chinese = false;
  std::vector<ProposalRow> rows;  ///< best first
};

/// Appends a page that needs no network: a key each accepts, rejects and corrects a proposal, and
/// the decisions are saved as a CSV file that `glossary build --decisions` and every other command
/// on glossaries read. All texts must be valid UTF-8. The same proposals give the same page.
void append_proposals_page(std::string& out, const ProposalsPage& page,
                           Language language = Language::kEnglish);

}  // namespace duizhao::report
