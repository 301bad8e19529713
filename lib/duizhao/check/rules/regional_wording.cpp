// Rule `script`, for words: what another region calls something, in a text that is written for the
// readers of one.
//
// Fires:   该公司推出新软体，用网路销售。 (软件, 网络); 這家公司用軟體管理計程車的視頻。 (影片).
// Silent:  words that are ordinary in either place (资料库, 简讯); titles in 《》; a text that does
//          not show for whom it is written; what the source has in Chinese itself.
//
// For whom a Chinese target is written follows from the target: simplified script is the
// mainland's, unless it has words of Singapore or Malaysia; traditional script needs two words or
// characters that only Taiwan or only Hong Kong uses, and hardly any of the other.
// regional_words.inc lists what a thing is called in the three places; a word is marked where the
// place's own column does not have it. Left out are words that are ordinary in both, with whatever
// sense: 信息 and 影片, 公车 on the mainland, 地鐵 in Taiwan. One word is one finding with the
// number of its places; from five words on, the wording of the document is one finding.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/form/regional_words.h"
#include "duizhao/check/evidence/form/title_marks.h"
#include "duizhao/check/evidence/labels.h"
#include "duizhao/check/rules/script.h"

namespace duizhao::check {
namespace {

/// From so many different words on it is the wording of the whole text that is foreign.
constexpr std::size_t kHabit = 5;

/// As many as a message names.
constexpr std::size_t kNamed = 8;

/// Where a word is ordinary.
std::vector<Label> homes_of(const RegionalWord& word) {
  std::vector<Label> homes;
  for (const Region region : kRegions) {
    if (word.is_said_in(region)) homes.push_back(label_of(region));
  }
  return homes;
}

/// A foreign word with all its places.
struct Foreign {
  RegionalWord word;
  std::size_t bead = 0;
  std::size_t count = 1;
};

std::vector<Foreign> foreign_words(const DocumentContext& context,
                                   const std::vector<std::pair<RegionalWord, std::size_t>>& words,
                                   Region region) {
  const std::string_view text = context.target.text;
  std::vector<Foreign> foreign;
  for (const auto& [word, bead] : words) {
    if (word.is_said_in(region)) continue;
    if (stands_in_title(context.target_passages[bead], word.span)) continue;
    const std::string_view written = word.span.in(text);
    if (context.source.text.find(written) != std::string::npos) continue;
    const auto known = std::find_if(foreign.begin(), foreign.end(), [&](const Foreign& other) {
      return other.word.span.in(text) == written;
    });
    if (known == foreign.end()) {
      foreign.push_back({word, bead, 1});
    } else {
      ++known->count;
    }
  }
  return foreign;
}

Finding finding_at(const FindingKind& what, const Foreign& foreign) {
  Finding finding(what);
  finding.target = foreign.word.span;
  finding.bead = foreign.bead;
  return finding;
}

Finding wording_of_the_whole(const std::vector<Foreign>& foreign, Region region,
                             std::string_view text) {
  Finding finding = finding_at(kind(kScriptKinds, "script/regional-words"), foreign.front());
  finding.places = 0;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < foreign.size(); ++i) {
    finding.places += foreign[i].count;
    if (i > kNamed) continue;
    words.push_back(i == kNamed ? "…"
                                : fmt::format("{}→{}", foreign[i].word.span.in(text),
                                              word_for(foreign[i].word.thing, region)));
  }
  return std::move(finding.with("region", label_of(region)).with("words", std::move(words)));
}

}  // namespace

void check_regional_words(const DocumentContext& context, std::vector<Finding>& findings) {
  if (context.target.language != Language::kChinese) return;
  const std::string_view text = context.target.text;
  std::vector<RegionalWord> all;
  std::vector<std::pair<RegionalWord, std::size_t>> by_bead;
  for (std::size_t b = 0; b < context.target_passages.size(); ++b) {
    if (context.target_passages[b].span.empty() || context.alignment.beads[b].repeated) continue;
    for (const RegionalWord& word : regional_words(context.target_passages[b])) {
      all.push_back(word);
      by_bead.emplace_back(word, b);
    }
  }
  if (all.empty()) return;
  const auto region = region_of(text, all);
  if (!region) return;
  const std::vector<Foreign> foreign = foreign_words(context, by_bead, *region);
  if (foreign.size() >= kHabit) {
    findings.push_back(wording_of_the_whole(foreign, *region, text));
    return;
  }
  for (const Foreign& one : foreign) {
    Finding finding = finding_at(kind(kScriptKinds, "script/regional-word"), one);
    const std::string_view ours = word_for(one.word.thing, *region);
    finding.with("word", one.word.span.in(text))
        .with("homes", homes_of(one.word))
        .with("region", label_of(*region))
        .with("ours", ours);
    finding.places = one.count;
    finding.suggestion = std::string(ours);
    findings.push_back(std::move(finding));
  }
}

}  // namespace duizhao::check
