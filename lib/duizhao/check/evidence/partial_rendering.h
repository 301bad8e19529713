#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/term_use.h"
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

/// The largest share of the characters of `expected`, folded, that a stretch of `text` hardly
/// longer than it has in the same order; in [0,1]. For Chinese.
[[nodiscard]] double characters_shared(std::string_view expected, std::string_view text);

/// Whether `text` has an abbreviation of `expected`: three characters of it or more, in its order,
/// next to each other, from its first to its last. 金管局 is one of 金融管理局, 亞太經合組織 of
/// 亞太經濟合作組織.
[[nodiscard]] bool has_abbreviation(std::string_view expected, std::string_view text);

}  // namespace duizhao::check
