#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/extract/term_extraction.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/report/proposals_page.h"
#include "glossary_command.h"

namespace duizhao::cli {

/// A piece of the input with its translation; either side may be empty.
struct BuildPair {
  std::string source;
  std::string target;
  std::string place;  ///< file and line, for the reviewer
};

/// The proposals of `glossary build` with what they were found in.
struct BuiltGlossary {
  std::vector<extract::TermProposal> proposals;
  std::vector<BuildPair> pairs;
  bool source_is_chinese = false;
  std::unordered_set<std::string> accepted;  ///< concepts (terms::concept_key) accepted before

  /// Rows of the formats for tables; TSV has five columns and no header.
  [[nodiscard]] std::vector<std::vector<std::string>> table(formats::GlossaryFormat format) const;
  [[nodiscard]] std::vector<TermEntry> entries() const;
  /// The page for reviewing them.
  [[nodiscard]] report::ProposalsPage page(const GlossaryCommand::Options& options) const;

 private:
  [[nodiscard]] TermEntry entry_of(const extract::TermProposal& proposal) const;
  /// Pairs that have both, other than the first one.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> further_examples(
      const std::string& term, const std::string& rendering, std::size_t first) const;
  [[nodiscard]] bool is_accepted(const extract::TermProposal& proposal) const;
};

[[nodiscard]] Result<BuiltGlossary> build_glossary(const GlossaryCommand::Options& options,
                                                   Streams& streams);

}  // namespace duizhao::cli
