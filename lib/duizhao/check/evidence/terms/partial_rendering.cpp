#include "duizhao/check/evidence/terms/partial_rendering.h"

#include <algorithm>
#include <string>
#include <vector>

#include "duizhao/terms/folded_text.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

std::u32string folded_characters(std::string_view text) {
  const terms::FoldedText folded = terms::fold(text);
  std::u32string characters;
  for (std::size_t i = 0; i < folded.bytes.size();) {
    characters.push_back(text::next_code_point(folded.bytes, i));
  }
  return characters;
}

/// Length of the longest common subsequence.
std::size_t common_subsequence(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char32_t c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = c == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// Share of the expected characters from which a rendering is a variant of it.
constexpr double kSimilar = 0.7;

/// Words more frequent than this say nothing of what a term means.
constexpr float kFunctionWord = 5e-3F;

/// Share of the term's words that the target explains, as far as the lexicon knows them.
double explained_share(const TermUse& use, const BeadContext& context) {
  double best = 0;
  for (const Span place : use.source) {
    double weight = 0;
    double explained = 0;
    for (std::size_t i = 0; i < context.source.words.size(); ++i) {
      const pair::LinkedWord& word = context.links.source[i];
      if (!place.overlaps(context.source.words[i].span) || word.commonness > kFunctionWord)
        continue;
      weight += word.known;
      explained += word.known * word.explained;
    }
    if (weight > 0) best = std::max(best, explained / weight);
  }
  return best;
}

/// The largest share of the characters of `expected`, folded, that a stretch of `text` hardly
/// longer than it has in the same order; in [0,1]. For Chinese.
double characters_shared(std::string_view expected, std::string_view text) {
  const std::u32string wanted = folded_characters(expected);
  const std::u32string there = folded_characters(text);
  if (wanted.empty() || there.empty()) return 0;
  const std::size_t window = wanted.size() + 2;
  std::size_t best = 0;
  for (std::size_t i = 0; i < there.size(); ++i) {
    // A stretch that begins with another character has nothing over the one a step further.
    if (wanted.find(there[i]) == std::u32string::npos) continue;
    best = std::max(best, common_subsequence(wanted, std::u32string_view(there).substr(i, window)));
  }
  return static_cast<double>(best) / static_cast<double>(wanted.size());
}

/// Whether `text` has an abbreviation of `expected`: three characters of it or more, in its order,
/// next to each other, from its first to its last. 金管局 is one of 金融管理局, 亞太經合組織 of
/// 亞太經濟合作組織.
bool has_abbreviation(std::string_view expected, std::string_view text) {
  const std::u32string wanted = folded_characters(expected);
  const std::u32string there = folded_characters(text);
  if (wanted.size() < 4) return false;
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (there[i] != wanted.front()) continue;
    std::size_t used = 1;
    for (std::size_t j = i + 1; j < there.size(); ++j) {
      const std::size_t found = wanted.find(there[j], used);
      if (found == std::u32string::npos) break;
      used = found + 1;
      const std::size_t length = j - i + 1;
      if (there[j] == wanted.back() && length >= 3 && length * 5 >= wanted.size() * 2) return true;
    }
  }
  return false;
}

}  // namespace

std::string unclaimed_text(const std::vector<TermUse>& all, const pair::Passage& target) {
  std::string text(target.text());
  for (const TermUse& use : all) {
    if (use.nested) continue;
    for (const Span place : use.target) {
      const std::size_t begin = place.begin - target.span.begin;
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(begin), place.size(), '|');
    }
  }
  return text;
}

RenderingMatch match_rendering(const TermUse& use, const std::vector<TermUse>& all,
                               const terms::Glossary& glossary, const BeadContext& context) {
  const std::string free = unclaimed_text(all, context.target);
  RenderingMatch result;
  double shared = 0;
  bool abbreviated = false;
  std::size_t renderings = 0;
  for (const std::uint32_t entry : use.entries) {
    for (const Term& term : glossary.entries()[entry].terms) {
      if (term.language != context.target.language || !may_be_used(term)) continue;
      ++renderings;
      if (term.language == Language::kChinese) {
        shared = std::max(shared, characters_shared(term.text, free));
        abbreviated = abbreviated || has_abbreviation(term.text, free);
      }
    }
  }
  const double explained = explained_share(use, context);
  result.rendered = shared >= kSimilar || abbreviated;
  result.severity =
      shared < 0.35 && explained < 0.5 && renderings < 3 ? Severity::kMajor : Severity::kMinor;
  result.confidence = 0.9 - 0.5 * std::max(shared, explained);
  return result;
}

}  // namespace duizhao::check
