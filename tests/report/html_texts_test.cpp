#include "duizhao/report/html_texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/report/html_rows.h"
#include "duizhao/text/sentences.h"

using duizhao::Alignment;
using duizhao::Bead;
using duizhao::Document;
using duizhao::Finding;
using duizhao::Severity;
using duizhao::Span;
using namespace duizhao::report;

namespace {

Finding at(std::size_t begin, std::size_t end, Severity severity = Severity::kMajor) {
  Finding finding;
  finding.severity = severity;
  finding.target = Span{begin, end};
  return finding;
}

std::string marked(const std::string& text, const std::vector<Finding>& findings,
                   const std::vector<std::uint32_t>& sentences = {0}) {
  Document document;
  document.text = text;
  document.language = duizhao::Language::kEnglish;
  duizhao::text::segment_lines(document);
  std::string out;
  HtmlText(document, findings, &Finding::target).append(out, sentences);
  return out;
}

Bead bead(std::vector<std::uint32_t> source, std::vector<std::uint32_t> target,
          bool moved = false) {
  Bead bead;
  bead.source = std::move(source);
  bead.target = std::move(target);
  bead.moved = moved;
  return bead;
}

/// The rows as text: bead numbers, those of signs in brackets.
std::string rows_of(std::vector<Bead> beads) {
  std::string text;
  for (const HtmlRow& row : html_rows(Alignment{std::move(beads)})) {
    if (row.sign) text += '(';
    text += std::to_string(row.bead);
    text += row.sign ? ") " : " ";
  }
  return text;
}

}  // namespace

TEST_CASE("html texts: evidence is a link to its note") {
  CHECK(marked("abcdef", {at(2, 4)}) ==
        "ab<a class=\"m major\" href=\"#f1\" data-f=\"1\">cd</a>ef");
}

TEST_CASE("html texts: where evidence overlaps, the severest finding shows") {
  CHECK(marked("abcdef", {at(0, 4, Severity::kMinor), at(2, 6, Severity::kCritical)}) ==
        "<a class=\"m minor\" href=\"#f1\" data-f=\"1\">ab</a>"
        "<a class=\"m critical\" href=\"#f2\" data-f=\"1 2\">cd</a>"
        "<a class=\"m critical\" href=\"#f2\" data-f=\"2\">ef</a>");
}

TEST_CASE("html texts: a place where something is missing is marked as a point") {
  CHECK(marked("abcd", {at(2, 2)}) ==
        "ab<a class=\"m major point\" href=\"#f1\" data-f=\"1\"></a>cd");
  CHECK(marked("abcd", {at(4, 4)}) ==
        "abcd<a class=\"m major point\" href=\"#f1\" data-f=\"1\"></a>");
  CHECK(marked("abcd", {at(0, 0)}) ==
        "<a class=\"m major point\" href=\"#f1\" data-f=\"1\"></a>abcd");
}

TEST_CASE("html texts: evidence that runs over sentences is marked in each") {
  CHECK(marked("ab\ncd\nef", {at(1, 7)}, {0, 1, 2}) ==
        "a<a class=\"m major\" href=\"#f1\" data-f=\"1\">b</a>\n"
        "<a class=\"m major\" href=\"#f1\" data-f=\"1\">cd</a>\n"
        "<a class=\"m major\" href=\"#f1\" data-f=\"1\">e</a>f");
}

TEST_CASE("html texts: sentences of several paragraphs stand on lines of their own") {
  CHECK(marked("ab\r\n\r\ncd", {}, {0, 2}) == "ab\ncd");
}

TEST_CASE("html texts: sentences that don't follow one another are joined by an ellipsis") {
  CHECK(marked("ab\ncd\nef", {}, {0, 2}) == "ab … ef");
  CHECK(marked("ab\ncd\nef", {}, {2, 0}) == "ef … ab");
}

TEST_CASE("html texts: a sentence in the other language says so") {
  CHECK(marked("Prices rose sharply.\n价格大幅上涨。", {}, {0, 1}) ==
        "Prices rose sharply.\n<span lang=\"zh\">价格大幅上涨。</span>");
}

TEST_CASE("html rows: what moved down has a sign after what stands before it there") {
  CHECK(rows_of({bead({0}, {3}, true), bead({1}, {0}), bead({2}, {1}), bead({3}, {2})}) ==
        "0 1 2 3 (0) ");
}

TEST_CASE("html rows: what moved to the top has a sign there") {
  CHECK(rows_of({bead({0}, {1}), bead({1}, {2}), bead({2}, {0}, true)}) == "(2) 0 1 2 ");
}

TEST_CASE("html rows: a passage of several beads moves in its order") {
  CHECK(rows_of({bead({0}, {2}, true), bead({1}, {3}, true), bead({2}, {0}), bead({3}, {1}),
                 bead({4}, {4})}) == "0 1 2 3 (0) (1) 4 ");
}

TEST_CASE("html rows: no sign beside the moved bead itself") {
  CHECK(rows_of({bead({0}, {0}), bead({1}, {1}, true), bead({2}, {2})}) == "0 1 2 ");
}
