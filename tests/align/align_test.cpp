#include "duizhao/align/align.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/align/evidence.h"

namespace duizhao::tests {
namespace {

Document lines(const std::vector<std::string>& sentences, Language language) {
  Document document;
  for (const std::string& sentence : sentences) document.text += sentence + "\n";
  document.language = language;
  text::segment_lines(document);
  return document;
}

Alignment aligned(const std::vector<std::string>& chinese,
                  const std::vector<std::string>& english) {
  return align::align(lines(chinese, Language::kChinese), lines(english, Language::kEnglish),
                      lexicon());
}

using Numbers = std::vector<std::uint32_t>;

bool has_bead(const Alignment& alignment, const Numbers& source, const Numbers& target) {
  return std::any_of(alignment.beads.begin(), alignment.beads.end(), [&](const Bead& bead) {
    return bead.source == source && bead.target == target;
  });
}

/// Every sentence stands in exactly one bead that is not a repetition.
void check_cover(const Alignment& alignment, std::size_t sources, std::size_t targets) {
  std::vector<int> source_seen(sources, 0);
  std::vector<int> target_seen(targets, 0);
  for (const Bead& bead : alignment.beads) {
    CHECK(!(bead.source.empty() && bead.target.empty()));
    CHECK(std::is_sorted(bead.source.begin(), bead.source.end()));
    CHECK(bead.confidence >= 0);
    CHECK(bead.confidence <= 1);
    for (const auto s : bead.source) ++source_seen.at(s);
    for (const auto t : bead.target) ++target_seen.at(t);
  }
  const bool repeats = std::any_of(alignment.beads.begin(), alignment.beads.end(),
                                   [](const Bead& bead) { return bead.repeated; });
  for (const int seen : source_seen) CHECK((repeats ? seen >= 1 : seen == 1));
  for (const int seen : target_seen) CHECK((repeats ? seen >= 1 : seen == 1));
}

const std::vector<std::string> kChinese = {
    "港口周二因台风关闭。",       "三百名旅客在候船室过夜。",    "渔民把船系在堤后。",
    "医生检查了两名受伤的水手。", "气象局预计风力周四减弱。",    "市长感谢志愿者送来食物和毛毯。",
    "学校将在下周一重新开课。",   "修理码头的费用约为四百万元。"};

const std::vector<std::string> kEnglish = {
    "The port closed on Tuesday because of a typhoon.",
    "Three hundred passengers spent the night in the waiting room.",
    "Fishermen tied their boats up behind the dike.",
    "Doctors examined two injured sailors.",
    "The weather bureau expects the wind to weaken on Thursday.",
    "The mayor thanked volunteers who brought food and blankets.",
    "Schools will open again next Monday.",
    "Repairing the pier will cost about four million yuan."};

TermEntry entry(const std::string& english, const std::string& chinese) {
  TermEntry entry;
  entry.terms = {{.text = english, .language = Language::kEnglish},
                 {.text = chinese, .language = Language::kChinese}};
  return entry;
}

std::vector<std::string> reordered(const std::vector<std::string>& sentences,
                                   const Numbers& order) {
  std::vector<std::string> result;
  for (const auto i : order) result.push_back(sentences[i]);
  return result;
}

}  // namespace

TEST_CASE("align: texts in the same order give one bead a sentence") {
  const Alignment alignment = aligned(kChinese, kEnglish);
  REQUIRE(alignment.beads.size() == kChinese.size());
  for (std::uint32_t i = 0; i < kChinese.size(); ++i) {
    CHECK(alignment.beads[i].source == Numbers{i});
    CHECK(alignment.beads[i].target == Numbers{i});
    CHECK(alignment.beads[i].confidence > 0.5);
    CHECK_FALSE(alignment.beads[i].moved);
  }
}

TEST_CASE("align: a Chinese sentence that English splits in two is one bead") {
  auto chinese = kChinese;
  chinese[2] = "渔民把船系在堤后，医生检查了两名受伤的水手。";
  chinese.erase(chinese.begin() + 3);
  const Alignment alignment = aligned(chinese, kEnglish);
  CHECK(has_bead(alignment, {2}, {2, 3}));
  check_cover(alignment, chinese.size(), kEnglish.size());
}

TEST_CASE("align: a sentence that only one text has stays alone") {
  auto chinese = kChinese;
  chinese.erase(chinese.begin() + 4);
  const Alignment alignment = aligned(chinese, kEnglish);
  CHECK(has_bead(alignment, {}, {4}));
  CHECK(has_bead(alignment, {4}, {5}));
  check_cover(alignment, chinese.size(), kEnglish.size());
}

TEST_CASE("align: a passage that stands elsewhere is found and marked") {
  const Numbers order = {0, 1, 5, 6, 2, 3, 4, 7};
  const Alignment alignment = aligned(reordered(kChinese, order), kEnglish);
  check_cover(alignment, order.size(), order.size());
  std::size_t moved = 0;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    CHECK(has_bead(alignment, {i}, {order[i]}));
  }
  for (const Bead& bead : alignment.beads) {
    if (!bead.moved) continue;
    ++moved;
    CHECK(bead.moved_from == bead.source.front());
    CHECK(bead.moved_to == bead.target.front());
  }
  CHECK(moved == 2);
}

TEST_CASE("align: a passage said twice is aligned twice, the second time marked") {
  auto chinese = kChinese;
  chinese.push_back(kChinese[5]);
  const Alignment alignment = aligned(chinese, kEnglish);
  std::size_t with_second = 0;
  for (const Bead& bead : alignment.beads) {
    if (bead.target == Numbers{5} && !bead.source.empty()) ++with_second;
  }
  CHECK(with_second == 2);
  CHECK(std::count_if(alignment.beads.begin(), alignment.beads.end(),
                      [](const Bead& bead) { return bead.repeated; }) == 1);
}

TEST_CASE("align: a heading run into its paragraph shares the bead of both") {
  auto chinese = kChinese;
  chinese[3] = "# 受伤的水手" + kChinese[3];
  chinese[6] = kChinese[6] + "# 修理费用";
  auto english = kEnglish;
  english.insert(english.begin() + 7, "# Repair costs");
  english.insert(english.begin() + 3, "# Injured sailors");
  const Alignment alignment = aligned(chinese, english);
  CHECK(has_bead(alignment, {3}, {3, 4}));
  CHECK(has_bead(alignment, {6}, {7, 8}));
  check_cover(alignment, chinese.size(), english.size());
}

TEST_CASE("align: a heading stays alone where the paragraph beside it has none") {
  auto english = kEnglish;
  english.insert(english.begin() + 3, "# Injured sailors");
  const Alignment alignment = aligned(kChinese, english);
  CHECK(has_bead(alignment, {}, {3}));
  CHECK(has_bead(alignment, {3}, {4}));
}

TEST_CASE("align: a running title is no passage said twice") {
  auto chinese = kChinese;
  auto english = kEnglish;
  chinese.insert(chinese.begin(), "港务局志愿者台风报告");
  for (const int place : {6, 3, 0}) {
    english.insert(english.begin() + place, "Typhoon report of the port volunteers");
  }
  const Alignment alignment = aligned(chinese, english);
  CHECK(has_bead(alignment, {0}, {0}));
  for (const Bead& bead : alignment.beads) CHECK_FALSE(bead.repeated);
}

TEST_CASE("align: a term of the glossary is a link between the sentences that have it") {
  const Document chinese = lines({"他来了。", "乌兹林格参加。"}, Language::kChinese);
  const Document english = lines({"Vatrax took part.", "He came."}, Language::kEnglish);
  const terms::Glossary glossary({entry("Vatrax", "乌兹林格")});
  const auto zh = pair::analyse(chinese, lexicon());
  const auto en = pair::analyse(english, lexicon());
  const auto without = align::gather_evidence(zh, en, lexicon(), nullptr);
  const auto with = align::gather_evidence(zh, en, lexicon(), &glossary);
  // The term is one more word of its sentence on either side, and these two are one more link.
  REQUIRE(with.english.sentences[0].size() == without.english.sentences[0].size() + 1);
  CHECK(with.english.sentences[1].size() == without.english.sentences[1].size());
  CHECK(with.chinese.sentences[1].size() == without.chinese.sentences[1].size() + 1);
  const auto& links = with.links[with.english.sentences[0].back()];
  REQUIRE(links.size() == 1);
  CHECK(links[0].chinese == with.chinese.sentences[1].back());
}

TEST_CASE("align: swapping the documents mirrors the beads") {
  const Numbers order = {3, 4, 0, 1, 2, 7, 5};
  const Document chinese = lines(reordered(kChinese, order), Language::kChinese);
  const Document english = lines(kEnglish, Language::kEnglish);
  const auto sides = [](const Alignment& alignment, bool swapped) {
    std::multiset<std::pair<Numbers, Numbers>> beads;
    for (const Bead& bead : alignment.beads) {
      beads.insert(swapped ? std::pair(bead.target, bead.source)
                           : std::pair(bead.source, bead.target));
    }
    return beads;
  };
  CHECK(sides(align::align(chinese, english, lexicon()), false) ==
        sides(align::align(english, chinese, lexicon()), true));
}

TEST_CASE("align: empty, one-sided, single and unrelated inputs give every sentence a bead") {
  SUBCASE("both empty") { CHECK(aligned({}, {}).beads.empty()); }
  SUBCASE("only Chinese") { check_cover(aligned(kChinese, {}), kChinese.size(), 0); }
  SUBCASE("only English") { check_cover(aligned({}, kEnglish), 0, kEnglish.size()); }
  SUBCASE("one sentence each") { CHECK(has_bead(aligned({kChinese[0]}, {kEnglish[0]}), {0}, {0})); }
  SUBCASE("empty lines") {
    check_cover(aligned({"", kChinese[0], "", ""}, {"", kEnglish[0]}), 4, 2);
  }
  SUBCASE("unrelated") {
    check_cover(aligned({kChinese[0], kChinese[1], kChinese[2]}, {kEnglish[5], kEnglish[6]}), 3, 2);
  }
}

TEST_CASE("align: an abstract in the other language is not translated text") {
  auto chinese = kChinese;
  for (std::size_t i = 0; i < 3; ++i) chinese.push_back(kEnglish[i]);
  const Alignment alignment = aligned(chinese, kEnglish);
  for (std::uint32_t i = 0; i < 3; ++i) {
    CHECK(has_bead(alignment, {i}, {i}));
    CHECK(has_bead(alignment, {8 + i}, {}));
  }
}

TEST_CASE("align: a sentence left untranslated is aligned with its source") {
  auto chinese = kChinese;
  chinese[3] = kEnglish[3];
  CHECK(has_bead(aligned(chinese, kEnglish), {3}, {3}));
}

TEST_CASE("align: long texts are searched in a band with the same result") {
  std::vector<std::string> chinese;
  std::vector<std::string> english;
  for (int i = 0; i < 60; ++i) {
    for (std::size_t k = 0; k < kChinese.size(); ++k) {
      // Figures of their own tell the sentences of different rounds apart.
      const std::string figure = std::to_string(1000 + 37 * i + static_cast<int>(k));
      chinese.push_back(kChinese[k] + "编号" + figure + "。");
      english.push_back(kEnglish[k] + " It has the number " + figure + ".");
    }
  }
  const Alignment alignment = aligned(chinese, english);
  std::size_t right = 0;
  for (const Bead& bead : alignment.beads) right += bead.source == bead.target;
  CHECK(right == chinese.size());
}

TEST_CASE("align: the reports of corpora/ come out as their gold beads") {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    const Corpus corpus = read_corpus(report.name);
    const auto document = [](const Version& version) {
      std::string text;
      for (const std::string& sentence : version.sentences) text += sentence + "\n";
      Document made = document_of(text);
      text::segment_lines(made);
      return made;
    };
    const Alignment alignment =
        align::align(document(corpus.source), document(corpus.draft), lexicon());
    check_cover(alignment, corpus.source.sentences.size(), corpus.draft.sentences.size());
    std::size_t gold = 0;
    std::size_t found = 0;
    for (const Bead& bead : corpus.draft_gold.beads) {
      if (bead.one_sided()) continue;
      ++gold;
      found += has_bead(alignment, bead.source, bead.target);
    }
    CHECK(found * 100 >= gold * 93);
  }
}

}  // namespace duizhao::tests
