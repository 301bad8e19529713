#include "duizhao/check/evidence/runs/untranslated_sentences.h"

#include <string_view>
#include <unordered_map>

#include "duizhao/text/language.h"

namespace duizhao::check {
namespace {

/// More sentences in a row in the source's language are no slip of a translator.
constexpr std::size_t kLongestRun = 3;

/// Shorter ones are names, credits and codes, which may rightly stay.
constexpr std::size_t kLeastBytes = 30;

/// By target sentence: whether it stands in a run of at most kLongestRun sentences in the source's
/// language.
std::vector<bool> in_short_run(const DocumentContext& context) {
  const Document& target = context.target;
  std::vector<bool> result(target.sentences.size(), false);
  std::size_t begin = 0;
  for (std::size_t s = 0; s <= target.sentences.size(); ++s) {
    const bool foreign =
        s < target.sentences.size() &&
        text::language_of(target.text_of(target.sentences[s])) == context.source.language;
    if (foreign) continue;
    if (s - begin <= kLongestRun) {
      for (std::size_t i = begin; i < s; ++i) result[i] = true;
    }
    begin = s + 1;
  }
  return result;
}

}  // namespace

std::vector<UntranslatedSentence> untranslated_sentences(const DocumentContext& context) {
  std::unordered_map<std::string_view, std::uint32_t> untranslated;  // sources without counterpart
  for (const Bead& bead : context.alignment.beads) {
    if (!bead.target.empty()) continue;
    for (const std::uint32_t s : bead.source) {
      untranslated.emplace(context.source.text_of(context.source.sentences[s]), s);
    }
  }
  std::vector<UntranslatedSentence> result;
  if (untranslated.empty()) return result;
  const std::vector<bool> slip = in_short_run(context);
  for (std::size_t b = 0; b < context.alignment.beads.size(); ++b) {
    const Bead& bead = context.alignment.beads[b];
    if (!bead.source.empty()) continue;
    for (const std::uint32_t t : bead.target) {
      const std::string_view text = context.target.text_of(context.target.sentences[t]);
      const auto found = untranslated.find(text);
      if (!slip[t] || text.size() < kLeastBytes || found == untranslated.end()) continue;
      result.push_back({found->second, t, b});
    }
  }
  return result;
}

}  // namespace duizhao::check
