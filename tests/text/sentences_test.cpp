#include "duizhao/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::Document;
using duizhao::Language;
using duizhao::Sentence;
using duizhao::Span;

namespace {

Document segmented(std::string text) {
  Document document;
  document.text = std::move(text);
  duizhao::text::segment(document);
  return document;
}

Document by_line(std::string text) {
  Document document;
  document.text = std::move(text);
  duizhao::text::segment_lines(document);
  return document;
}

}  // namespace

TEST_CASE("sentences: a line is a paragraph, and headings are sentences") {
  const Document document =
      segmented("年度报告\r\n\r\n  出口增长。进口下降。  \n表一\rEnd\u2029x\f");
  REQUIRE(document.paragraphs.size() == 5);
  REQUIRE(document.sentences.size() == 6);
  CHECK(document.text_of(document.sentences[0]) == "年度报告");
  CHECK(document.text_of(document.sentences[1]) == "出口增长。");
  CHECK(document.text_of(document.sentences[2]) == "进口下降。");
  CHECK(document.sentences[2].paragraph == 1);
  CHECK(document.text_of(document.sentences[3]) == "表一");
  CHECK(document.paragraphs[1].span.in(document.text) == "出口增长。进口下降。");
}

TEST_CASE("sentences: nothing comes of nothing") {
  CHECK(segmented("").sentences.empty());
  CHECK(segmented(" \n\r\n　\n").sentences.empty());
  CHECK(segmented("").language == Language::kUnknown);
}

TEST_CASE("sentences: paragraphs have languages of their own") {
  const Document document = segmented(
      "央行宣布加息，市场反应平淡。\n"
      "https://example.com/a\n"
      "Abstract: The central bank raised its key rate.\n"
      "2024年\n");
  CHECK(document.language == Language::kChinese);
  REQUIRE(document.paragraphs.size() == 4);
  CHECK(document.paragraphs[0].language == Language::kChinese);
  CHECK(document.paragraphs[1].language == Language::kUnknown);
  CHECK(document.paragraphs[2].language == Language::kEnglish);
  CHECK(document.paragraphs[3].language == Language::kChinese);
  CHECK(document.language_of(document.sentences[2]) == Language::kEnglish);
}

TEST_CASE("sentences: a language that is given stays") {
  Document document;
  document.text = "Nvidia H20 AI 芯片";
  document.language = Language::kChinese;
  duizhao::text::segment(document);
  CHECK(document.language == Language::kChinese);
  CHECK(document.paragraphs[0].language == Language::kChinese);
}

TEST_CASE("sentences: by line, every line is one, the empty ones too") {
  const Document document = by_line("甲。乙。\r\n\n  b. C. \n\u2028x\u0085y\rz");
  REQUIRE(document.sentences.size() == 4);
  CHECK(document.text_of(document.sentences[0]) == "甲。乙。");
  CHECK(document.text_of(document.sentences[1]).empty());
  CHECK(document.text_of(document.sentences[2]) == "b. C.");
  CHECK(document.text_of(document.sentences[3]) == "x\u0085y\rz");
  CHECK(document.sentences[3].paragraph == 3);
}

TEST_CASE("sentences: by line, a last line end starts no further line") {
  CHECK(by_line("").sentences.empty());
  CHECK(by_line("\n").sentences.size() == 1);
  CHECK(by_line("a\n").sentences.size() == 1);
  CHECK(by_line("a\n\n").sentences.size() == 2);
  CHECK(by_line("a\nb").sentences.size() == 2);
}

TEST_CASE("sentences: segmenting its own output by line changes nothing") {
  const std::string text =
      "1. 总则。他说：“好。”她问：“为什么？”没有回答……完了！\n"
      "Dr. Wang left the U.S. The end was near.“We stay,” he said. (It was. It is.) So am I. No?\n";
  const Document first = segmented(text);
  std::string lines;
  for (const Sentence& sentence : first.sentences) {
    lines += first.text_of(sentence);
    lines += '\n';
  }
  const Document second = segmented(lines);
  REQUIRE(second.sentences.size() == first.sentences.size());
  for (std::size_t i = 0; i < first.sentences.size(); ++i) {
    CHECK(second.text_of(second.sentences[i]) == first.text_of(first.sentences[i]));
  }
}
