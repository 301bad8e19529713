#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/terms/term_use.h"
#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What to make of a term whose rendering is not in the target.
struct RenderingMatch {
  bool rendered = false;  ///< by an abbreviation or a paraphrase close to what was expected
  Severity severity = Severity::kMajor;
  double confidence = 0.8;  ///< that the term was rendered wrongly or not at all
};

/// Judges by how much of an expected rendering stands in the target in order (金管局 has three
/// characters of 金融管理局), and by what the lexicon finds for the words of the term.
/// What renders another one of `all`, the terms of the bead, can't render this one, which has no
/// rendering that the glossary knows.
[[nodiscard]] RenderingMatch match_rendering(const TermUse& use, const std::vector<TermUse>& all,
                                             const terms::Glossary& glossary,
                                             const BeadContext& context);

/// The target with what renders any of `all` blanked out, byte for byte.
[[nodiscard]] std::string unclaimed_text(const std::vector<TermUse>& all,
                                         const pair::Passage& target);

}  // namespace duizhao::check
