#include "report/sample.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/score/mqm.h"
#include "duizhao/text/sentences.h"

namespace duizhao::tests {
namespace {

Document lines(std::string name, std::string text, Language language) {
  Document document;
  document.name = std::move(name);
  document.text = std::move(text);
  document.encoding = "UTF-8";
  document.language = language;
  text::segment_lines(document);
  return document;
}

Bead bead(std::vector<std::uint32_t> source, std::vector<std::uint32_t> target, double score,
          double confidence) {
  Bead bead;
  bead.source = std::move(source);
  bead.target = std::move(target);
  bead.score = score;
  bead.confidence = confidence;
  return bead;
}

/// Where `part` stands in the document; none for an empty part.
std::optional<Span> place(const Document& document, std::string_view part) {
  if (part.empty()) return std::nullopt;
  const std::size_t begin = document.text.find(part);
  return Span{begin, begin + part.size()};
}

class FindingBuilder {
 public:
  explicit FindingBuilder(Review& review) : review_(review) {}

  void add(std::string_view code, Category category, Severity severity, double confidence,
           std::optional<std::size_t> bead, std::string_view source, std::string_view target,
           std::vector<Argument> arguments, std::optional<std::string> suggestion = std::nullopt,
           std::string_view message_id = {}) {
    Finding finding(FindingKind{code, category, severity, confidence, message_id});
    finding.source = place(review_.source, source);
    finding.target = place(review_.target, target);
    finding.arguments = std::move(arguments);
    finding.suggestion = std::move(suggestion);
    finding.bead = bead;
    review_.findings.push_back(std::move(finding));
  }

 private:
  Review& review_;
};

void score(Review& review) {
  review.score = score::mqm_score(review.source, review.target, review.findings, {});
  review.score.quality = 0.8375209380234506;
}

}  // namespace

Review sample_review() {
  Review review;
  review.source = lines("harbour.en.txt",
                        "Harbour traffic recovers\n"
                        "Linwan Port handled 3.7 million containers in the first half of 2024, "
                        "12 percent more than a year earlier.\n"
                        "\"We expected a slow year,\" said port director Grace Hollis.\n"
                        "The new berth, which cost US$240 million, opened on 11 March.\n"
                        "It can take ships of up to 24,000 containers.\n"
                        "Fuel sales at the port fell by nearly a third.\n"
                        "Shore power now reaches nine berths.\n"
                        "Hollis did not rule out a further extension.\n"
                        "The tide tables are published every month.\n",
                        Language::kEnglish);
  review.target = lines("harbour.zh.txt",
                        "港口吞吐量回升\n"
                        "2024年上半年，临湾港处理集装箱37万个，比上年同期增长12%。\n"
                        "新泊位耗资2.4亿美元，于3月12日启用，可停靠装载2.4万个集装箱的船舶。\n"
                        "岸电现已覆盖九个泊位。\n"
                        "“我们原以为今年会比较平淡,”港口主任格蕾丝·霍利斯说。\n"
                        "Hollis排除了进一步扩建的可能。\n"
                        "潮汐表每月公布一次。\n"
                        "本报记者摄影报道。\n",
                        Language::kChinese);
  std::vector<Bead>& beads = review.alignment.beads;
  beads.push_back(bead({0}, {0}, 4.1, 0.97));
  beads.push_back(bead({1}, {1}, 21.4, 0.998));
  beads.push_back(bead({2}, {4}, 13.2, 0.96));
  beads.back().moved = true;
  beads.back().moved_from = 2;
  beads.back().moved_to = 4;
  beads.push_back(bead({3, 4}, {2}, 18.9, 0.981));
  beads.push_back(bead({5}, {}, 0, 0.93));
  beads.push_back(bead({6}, {3}, 9.75, 0.95));
  beads.push_back(bead({7}, {5}, 8.2, 0.94));
  beads.push_back(bead({8}, {6}, 7.7, 0.9));
  beads.back().repeated = true;
  beads.push_back(bead({}, {7}, 0, 0.88));

  FindingBuilder findings(review);
  findings.add("number/magnitude", Category::kMistranslation, Severity::kCritical, 0.98, 1,
               "3.7 million", "37万",
               {{"source", std::string("3.7 million")},
                {"meant", std::string("370万")},
                {"target", std::string("37万")},
                {"factor", 0.1}},
               "370万", "fact/magnitude");
  findings.add("punctuation/half-width", Category::kPunctuation, Severity::kMinor, 0.9, 2, "", ",”",
               {}, "，”");
  findings.add("date/value", Category::kMistranslation, Severity::kMajor, 0.95, 3, "11 March",
               "3月12日",
               {{"source", std::string("11 March")},
                {"meant", std::string("3月11日")},
                {"target", std::string("3月12日")}},
               "3月11日", "fact/value");
  findings.add("omission/passage", Category::kOmission, Severity::kMajor, 0.91, 4,
               "Fuel sales at the port fell by nearly a third.", "",
               {{"sentences", std::size_t{1}}});
  findings.add("negation/lost", Category::kMistranslation, Severity::kMajor, 0.72, 6,
               "did not rule out", "排除了", {{"words", std::string("did not rule out")}},
               "没有排除");
  findings.add("term/gloss-inconsistent", Category::kInconsistentTerm, Severity::kMinor, 0.8, 6,
               "Hollis", "Hollis",
               {{"name", std::string("Hollis")},
                {"lines", LineNumbers{{6}}},
                {"other", std::string("霍利斯")},
                {"other-lines", LineNumbers{{5}}}},
               "霍利斯");
  findings.add("addition/passage", Category::kAddition, Severity::kNeutral, 0.66, 8, "",
               "本报记者摄影报道。", {{"sentences", std::size_t{1}}});
  findings.add("punctuation/straight-quotes", Category::kPunctuation, Severity::kNeutral, 0.7,
               std::nullopt, "", "", {});
  review.findings.back().places = 4;
  score(review);
  return review;
}

Review mirrored_sample_review() {
  const Review original = sample_review();
  Review mirrored = original;
  std::swap(mirrored.source, mirrored.target);
  // In the order of the new source; the one without counterpart there follows its neighbour.
  mirrored.alignment.beads.clear();
  std::vector<std::size_t> new_number(original.alignment.beads.size());
  for (const std::size_t i : {0, 1, 3, 4, 5, 2, 6, 7, 8}) {
    new_number[i] = mirrored.alignment.beads.size();
    Bead bead = original.alignment.beads[i];
    std::swap(bead.source, bead.target);
    std::swap(bead.moved_from, bead.moved_to);
    mirrored.alignment.beads.push_back(std::move(bead));
  }
  for (Finding& finding : mirrored.findings) {
    if (finding.bead) finding.bead = new_number[*finding.bead];
    std::swap(finding.source, finding.target);
  }
  score(mirrored);
  return mirrored;
}

Review hostile_review() {
  Review review;
  review.source = lines("</script><b>\"a\".txt",
                        "<script>alert('x')</script> & \"quoted\" \\ </textarea>\x01\x1B[31m\n"
                        "--> ]]> &lt; \xE2\x80\xA8 \xE2\x80\xAE rtl\n",
                        Language::kEnglish);
  review.target = lines("<img src=x onerror=alert(1)>.txt",
                        "<img src=x onerror=alert(1)> 引号\"与'撇号\t制表\n"
                        "</style><!-- 注释\x7F\n",
                        Language::kChinese);
  review.alignment.beads = {bead({0}, {0}, 1, 0.5), bead({1}, {1}, 1, 0.5)};
  FindingBuilder findings(review);
  findings.add("number/value", Category::kMistranslation, Severity::kMajor, 0.9, 0,
               "<script>alert('x')</script>", "\"与'",
               {{"source", std::string("</script><script>alert(\"m\")</script>")},
                {"target", std::string("\x1B[2J")}},
               "\"><svg onload=alert(2)>", "fact/value");
  findings.add(
      "term/missing", Category::kWrongTerm, Severity::kMinor, 0.9, 1, "&lt;", "</style><!--",
      {{"term", std::string("a & b < c > d \"e\" 'f'")}, {"expected", std::string("&amp;")}});
  score(review);
  return review;
}

Review pair_review() {
  Review review;
  review.source = lines("7", "Sales rose by 12 percent.", Language::kEnglish);
  review.target = lines("7", "销售额增长21%。", Language::kChinese);
  review.alignment.beads = {bead({0}, {0}, 6.5, 1)};
  FindingBuilder(review).add("number/value", Category::kMistranslation, Severity::kMajor, 0.97, 0,
                             "12 percent", "21%",
                             {{"source", std::string("12 percent")},
                              {"meant", std::string("12%")},
                              {"target", std::string("21%")}},
                             "12%", "fact/value");
  score(review);
  return review;
}

}  // namespace duizhao::tests
