#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/terms/glossary.h"
#include "duizhao/text/sentences.h"

using duizhao::Document;
using duizhao::Finding;
using duizhao::Language;
using duizhao::Resources;
using duizhao::Severity;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::terms::Glossary;
using duizhao::tests::converters;
using duizhao::tests::lexicon;

namespace {

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  duizhao::text::segment(document);
  return document;
}

TermEntry entry_of(const std::string& english, const std::string& chinese,
                   const std::string& forbidden = "") {
  TermEntry entry;
  entry.terms.push_back({.text = english, .language = Language::kEnglish});
  entry.terms.push_back({.text = chinese, .language = Language::kChinese});
  if (!forbidden.empty()) {
    entry.terms.push_back(
        {.text = forbidden, .language = Language::kChinese, .status = TermStatus::kForbidden});
  }
  return entry;
}

/// The findings of the rule `term` on a pair, one bead by definition.
std::vector<Finding> terms_of_pair(const std::string& source, const std::string& target,
                                   std::vector<TermEntry> entries = {}) {
  const Glossary glossary(std::move(entries));
  Resources resources;
  resources.lexicon = &lexicon();
  resources.converters = &converters();
  if (!glossary.empty()) resources.glossary = &glossary;
  auto review = duizhao::review_pair(document_of(source), document_of(target), resources, {});
  std::erase_if(review.findings, [](const Finding& finding) { return finding.rule != "term"; });
  return review.findings;
}

std::string evidence(const std::optional<duizhao::Span>& span, const std::string& text) {
  return span ? std::string(span->in(text)) : "";
}

}  // namespace

TEST_CASE("term: a rendering other than the glossary's is found and the right one suggested") {
  const std::string source = "The regulator will review the deposit insurance scheme next month.";
  const auto findings = terms_of_pair(source, "监管机构下个月将审查一篮子货币。",
                                      {entry_of("deposit insurance", "存款保障")});
  REQUIRE(findings.size() == 1);
  CHECK(evidence(findings[0].source, source) == "deposit insurance");
  CHECK(findings[0].suggestion == "存款保障");
  CHECK(findings[0].severity == Severity::kMajor);
}

TEST_CASE("term: what holds a sentence together is shown in no term's place") {
  const std::string source = "“Nobody moves a clean room overnight,” she said.";
  const std::string target = "“没有人能在一夜之间搬走一间干净的屋子，”她说。";
  const auto findings = terms_of_pair(source, target, {entry_of("clean room", "洁净室")});
  REQUIRE(findings.size() == 1);
  CHECK_FALSE(findings[0].target.has_value());
}

TEST_CASE("term: a rendering in the other script is right, and suggested in the target's script") {
  const std::vector<TermEntry> entries = {entry_of("deposit insurance", "存款保障計劃")};
  CHECK(terms_of_pair("They discussed deposit insurance.", "他们讨论了存款保障计划。", entries)
            .empty());
  const auto findings =
      terms_of_pair("They discussed deposit insurance.", "他们讨论了天气。", entries);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].suggestion == "存款保障计划");
}

TEST_CASE("term: from Chinese, plurals and capitals of the English term are right") {
  const std::vector<TermEntry> entries = {entry_of("urban village", "城中村")};
  CHECK(terms_of_pair("城中村改造加快。", "Urban villages are being rebuilt faster.", entries)
            .empty());
  CHECK(terms_of_pair("城中村改造加快。", "Slums are being rebuilt faster.", entries).size() == 1);
}

TEST_CASE("term: a forbidden rendering is found although the right one stands there as well") {
  const std::string target = "芯片厂扩产，晶片出口增加。";
  const auto findings = terms_of_pair("The chip plant expands and chip exports rise.", target,
                                      {entry_of("chip", "芯片", "晶片")});
  REQUIRE(findings.size() == 1);
  CHECK(evidence(findings[0].target, target) == "晶片");
  CHECK(findings[0].suggestion == "芯片");
}

TEST_CASE("term: a term used three times and rendered once is a minor finding") {
  const std::vector<TermEntry> entries = {entry_of("clearing house", "结算所")};
  const std::string source =
      "The clearing house was closed. The clearing house said that no other clearing house opened.";
  const auto findings = terms_of_pair(source, "结算所关闭。它说没有别的机构开门。", entries);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(terms_of_pair(source, "结算所关闭。结算所说没有别的结算所开门。", entries).empty());
}

TEST_CASE("term: a rendering that is short for the expected one passes") {
  CHECK(terms_of_pair("The Hong Kong Monetary Authority said so.", "金管局这样说。",
                      {entry_of("Hong Kong Monetary Authority", "金融管理局")})
            .empty());
}

TEST_CASE("term: what lies inside a longer term that is right is not looked for") {
  const std::vector<TermEntry> entries = {entry_of("exchange", "交易所"),
                                          entry_of("exchange fund", "外汇基金")};
  CHECK(terms_of_pair("The exchange fund grew.", "外汇基金有所增长。", entries).empty());
}

TEST_CASE("term: a name that the report glosses has to be rendered so") {
  const std::string source = "The makers are Harbourlight (港灯) and Tidewater (潮水).";
  const std::string target = "制造商是港灯和退潮。";
  const auto findings = terms_of_pair(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(evidence(findings[0].source, source) == "Tidewater");
  CHECK(findings[0].suggestion == "潮水");
  CHECK(evidence(findings[0].target, target) == "退潮");
}

TEST_CASE("term: a glossed name in the other script or in its short form is right") {
  CHECK(terms_of_pair("Bluepeak (藍峰智能) rose.", "蓝峰股价上升。").empty());
}

TEST_CASE("term: a glossed name left in Latin is reported once, unless it is always left so") {
  const auto findings = terms_of_pair("Harbourlight (港燈) and Harbourlight again.",
                                      "一家厂是Harbourlight，另一家厂还是Harbourlight。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].category == duizhao::Category::kUntranslated);
  CHECK(findings[0].suggestion == "港灯");
  CHECK(terms_of_pair("MiniFab (小厂) rose.", "MiniFab股价上升。").empty());
  CHECK(terms_of_pair("88.AI (八八) rose.", "88.AI股价上升。").empty());
}

TEST_CASE("term: one name in two forms within the target is one finding with both") {
  const auto findings = terms_of_pair("Orbiter fell. Orbiter said so. Orbiter is a chip maker.",
                                      "轨道器(Orbiter)下跌。Orbiter这样说。轨道器生产芯片。");
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("Orbiter") != std::string::npos);
  CHECK(duizhao::tests::message_of(findings[0]).find("轨道器") != std::string::npos);
}

TEST_CASE("term: a word of another name is no form of the one that is glossed") {
  const std::string source = "Newport police said the man was seen at Newport Union Market.";
  CHECK_FALSE(duizhao::tests::fires(
      "term", source, "纽波特（Newport）警方称，有人在 Newport Union Market 市场看到该男子。"));
  CHECK(duizhao::tests::fires("term", source,
                              "纽波特（Newport）警方称，有人在 Newport 联合市场看到该男子。"));
}

TEST_CASE("term: the user's glossary overrules the report's own gloss") {
  CHECK(terms_of_pair("Harbourlight (港燈) rose.", "灯塔股价上升。",
                      {entry_of("Harbourlight", "灯塔")})
            .empty());
}

TEST_CASE("term: without glossary and glosses there is nothing to find") {
  CHECK(terms_of_pair("The weather was fine.", "天气很好。").empty());
}

TEST_CASE("term: an entry that reviewed translations don't follow raises no alarm") {
  TermEntry entry = entry_of("settlement date", "结算日");
  const std::string source = "The settlement date is Friday.";
  const std::string target = "周五交收。";
  REQUIRE(terms_of_pair(source, target, {entry}).size() == 1);
  entry.record = {20, 19};
  CHECK(terms_of_pair(source, target, {entry}).size() == 1);
  entry.record = {20, 8};
  CHECK(terms_of_pair(source, target, {entry}).empty());
}

TEST_CASE("term: what was looked at is counted, whether there are findings or not") {
  const Glossary glossary({entry_of("settlement date", "结算日"), entry_of("broker", "经纪")});
  Resources resources;
  resources.lexicon = &lexicon();
  resources.glossary = &glossary;
  const auto review =
      duizhao::review_pair(document_of("The broker sets the settlement date with the broker."),
                           document_of("经纪与经纪商定日子。"), resources, {});
  duizhao::TermTally tally;
  tally.add(review.term_outcomes);
  CHECK(tally.checked == 3);
  CHECK(tally.confirmed == 2);
}

TEST_CASE("term: a short form counts once the term has been said in full") {
  const std::vector<TermEntry> entries = {entry_of("Harbourlight Group Holding Ltd", "港灯集团")};
  CHECK(terms_of_pair("Harbourlight fell.", "潮水公司下跌。", entries).empty());
  const auto findings = terms_of_pair(
      "Harbourlight Group Holding Ltd rose, Harbourlight fell, and Harbourlight rose again.",
      "港灯集团上升，潮水公司下跌，潮水公司又上升。", entries);
  REQUIRE(findings.size() == 1);
  CHECK(duizhao::tests::message_of(findings[0]).find("3 times") != std::string::npos);
  CHECK(terms_of_pair("Lotte Vandermeer came. Vandermeer spoke.",
                      "洛特·范德梅尔来了。范德梅尔发言。",
                      {entry_of("Lotte Vandermeer", "洛特·范德梅尔")})
            .empty());
}

TEST_CASE("term: one wrong character in a rendering is told where it stands") {
  const std::vector<TermEntry> entries = {entry_of("capital adequacy ratio", "资本充足率")};
  const std::string source = "The capital adequacy ratio is 12%.";
  const std::string target = "资金充足率为12%。";
  const auto findings = terms_of_pair(source, target, entries);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "term/exchanged");
  CHECK(evidence(findings[0].target, target) == "资金充足率");
  CHECK(findings[0].suggestion == "资本充足率");
  // A slip that makes no word is worse.
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(terms_of_pair(source, "资木充足率为12%。", entries).front().severity == Severity::kMajor);
  CHECK(terms_of_pair(source, "资本的充足率为12%。", entries).empty());
}

TEST_CASE("term: and is written as one likes, and what a rendering leaves out is no exchange") {
  CHECK(terms_of_pair("Monetary and financial stability matters.", "货币与金融稳定很重要。",
                      {entry_of("monetary and financial stability", "货币及金融稳定")})
            .empty());
  for (const auto& finding :
       terms_of_pair("Banking is safe.", "银行很安全。", {entry_of("banking", "银行业")})) {
    CHECK(finding.code != "term/exchanged");
  }
}

TEST_CASE("term: script folding hides no exchanged character") {
  const std::vector<TermEntry> entries = {entry_of("Ascend", "昇腾"), entry_of("Qianlong", "乾隆")};
  const auto code_of = [&](const std::string& source, const std::string& target) {
    const auto findings = terms_of_pair(source, target, entries);
    return findings.empty() ? std::string() : std::string(findings.front().code);
  };
  CHECK(code_of("Ascend chips shipped.", "升腾芯片已经出货。") == "term/exchanged");
  CHECK(code_of("Ascend chips shipped.", "昇腾芯片已经出货。").empty());
  CHECK(code_of("Ascend chips shipped.", "昇騰晶片已經出貨。").empty());
  CHECK(code_of("Qianlong ruled.", "干隆在位。") == "term/exchanged");
  CHECK(code_of("Qianlong ruled.", "乾隆在位。").empty());
  CHECK(terms_of_pair("Taiwan said so.", "台灣這樣說。", {entry_of("Taiwan", "臺灣")}).empty());
}

TEST_CASE("term: capitals within a word belong to the term, others do on request only") {
  TermEntry github = entry_of("GitHub", "GitHub");
  CHECK(terms_of_pair("Push it to GitHub.", "推送到Github。", {github}).front().code ==
        "term/case");
  CHECK(terms_of_pair("Push it to GitHub.", "推送到GitHub。", {github}).empty());
  TermEntry board = entry_of("Board of Directors", "董事会");
  const std::string source = "经理由董事会任命。";
  CHECK(terms_of_pair(source, "The board of directors appoints the manager.", {board}).empty());
  board.letter_case = duizhao::TermCase::kKept;
  const auto findings =
      terms_of_pair(source, "The board of directors appoints the manager.", {board});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "term/case");
  CHECK(findings[0].suggestion == "Board of Directors");
  github.letter_case = duizhao::TermCase::kFree;
  CHECK(terms_of_pair("Push it to GitHub.", "推送到github。", {github}).empty());
}

TEST_CASE("term: a small letter that begins a sentence may be written as a capital") {
  TermEntry rate = entry_of("interest rate", "利率");
  rate.letter_case = duizhao::TermCase::kKept;
  const auto is_told = [&](const std::string& target) {
    return !terms_of_pair("他说，利率上升。", target, {rate}).empty();
  };
  for (const char* target : {"Interest rate rises, he said.", "“Interest rate rises”, he said.",
                             "(Interest rate rises, he said.)", "He spoke. Interest rate rises."}) {
    CAPTURE(target);
    CHECK_FALSE(is_told(target));
  }
  CHECK(is_told("He said the Interest rate rises."));
  CHECK(is_told("He said, Interest rate rises."));
}

TEST_CASE("term: an entry may only forbid, also one way to write what it asks for") {
  TermEntry only;
  only.terms.push_back({.text = "handset", .language = Language::kEnglish});
  only.terms.push_back(
      {.text = "手提电话", .language = Language::kChinese, .status = TermStatus::kForbidden});
  CHECK(terms_of_pair("The handset rang.", "手提电话响了。", {only}).front().code ==
        "term/banned-only");
  CHECK(terms_of_pair("The handset rang.", "手机响了。", {only}).empty());
  CHECK(terms_of_pair("Ascend chips shipped.", "升腾芯片已经出货。",
                      {entry_of("Ascend", "昇腾", "升腾")})
            .front()
            .code == "term/banned");
}
