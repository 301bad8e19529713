// LaTeX, reStructuredText and AsciiDoc are read as the text that they print.

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "duizhao/formats/document_reader.h"

namespace duizhao::formats {
namespace {

/// What is read of a text, behind its format.
std::string read(const std::string& text) {
  std::istringstream input(text);
  const auto document = read_document("-", {.language = Language::kEnglish}, input);
  if (!document) return document.error().message;
  return document->format + ": " + document->text;
}

const std::string kLatex =
    "\\documentclass[12pt]{article}\n\\usepackage{ctex}\n\\title{Annual \\emph{report}}\n"
    "\\newcommand{\\x}{y}\n\\begin{document}\n\\maketitle\n\\section*{Overview}\\label{s:o}\n"
    "Exports rose by 7.5\\% to \\textbf{US\\$3.7} billion % not so\nin 2023\\footnote{See the "
    "\\href{https://a.example}{first page}.}, see Table~\\ref{t} and \\cite[p.~4]{b}.\n\n"
    "\\hypertarget{w}{It} weighs $10^{7}$\\,kg, ``about'' 4--5 $\\times$ "
    "more.\\\\\n\\begin{itemize}\n\\item One\n"
    "\\item Two: \\verb|a_b|\n\\end{itemize}\n\\begin{verbatim}\nint x;\n\\end{verbatim}\n"
    "\\begin{tabular}{lr}\nCity & 410 \\\\\nTown & 7 \\\\ \\hline\n\\end{tabular}\n"
    "\\[ E = mc^2 \\]\n\\end{document}\nbehind\n";

const std::string kRst =
    "Annual report\n=============\n\n.. note:: Read this\n   first.\n\n.. code-block:: c\n"
    "   :linenos:\n\n   int x;\n\nExports *rose* by **7.5%**, as :ref:`the table <t>` says [1]_,\n"
    "and ``a_b`` does not; see `our page <https://a.example>`_ for :term:`bank`.\nRun::\n\n"
    "   make all\n\n- One\n- Two\n\n.. _t:\n\n+------+-----+\n| City | 410 |\n+------+-----+\n\n"
    ".. figure:: a.png\n   :width: 80\n\n   The harbour.\n\n.. a remark\n   that goes on\n\n"
    ".. [1] The note.\n";

const std::string kAdoc =
    "= Annual report\nAuthor Name\n:toc: left\n\n== Overview\n\nExports *rose* by _7.5_ to 10^7^ "
    "kg,\n"
    "see <<t,the table>> and https://a.example[our page^].\n\n[source,c]\n----\nint x;\n----\n\n"
    "NOTE: Read link:a.html[this] \\{\\{ a }} first.\n\n* One\n** Two "
    "`a_b`\n\n.Cities\n|===\n|City "
    "|410\n|Town "
    "|7\n|===\n\n// a remark\nimage::a.png[The harbour,400]\n";

}  // namespace

TEST_CASE("markup: LaTeX without its commands, code and formulas; footnotes behind their line") {
  CHECK(
      read(kLatex) ==
      "latex: Annual report\nOverview\nExports rose by 7.5% to US$3.7 billion in 2023, see Table  "
      "and .\nSee the first page.\nIt weighs 10⁷ kg, “about” 4–5 × more.\nOne\nTwo: a_b\n"
      "City \t410 \nTown \t7 \n");
}

TEST_CASE("markup: reStructuredText without its roles, targets, code and remarks") {
  CHECK(read(kRst) ==
        "rst: Annual report\nRead this first.\nExports rose by 7.5%, as the table says, and a_b "
        "does not; see our page for bank. Run:\nOne\nTwo\nCity\t410\nThe harbour.\nThe note.\n");
}

TEST_CASE("markup: AsciiDoc without its marks, attributes and code") {
  CHECK(read(kAdoc) ==
        "asciidoc: Annual report\nAuthor Name\nOverview\nExports rose by 7.5 to 10⁷ kg, see the "
        "table and our page.\nRead this {{ a }} first.\nOne\nTwo "
        "a_b\nCities\nCity\t410\nTown\t7\nThe "
        "harbour\n");
}

TEST_CASE("markup: places lead back to the file, Chinese lines are joined without a blank") {
  const std::string text = "标题\n====\n\n出口**增长**了\n百分之七。\n\n.. note:: 请看 :ref:`表`\n";
  std::istringstream input(text);
  const auto document = read_document("-", {.language = Language::kChinese}, input);
  REQUIRE(document);
  CHECK(document->text == "标题\n出口增长了百分之七。\n请看 表\n");
  const std::size_t at = document->text.find("增长");
  const Span original = document->in_original({at, at + 6});
  CHECK(original.in(text) == "增长");
}

TEST_CASE("markup: what only looks so is none") {
  CHECK(read("The path is C:\\begin\\title and 5 {items}.\nIt is 4 = 4.\n").starts_with("txt: "));
  CHECK(read("# Title\n\n== Not so ==\n\n**Bold** and a [link](https://a.example).\n")
            .starts_with("markdown: "));
  CHECK(read("Title\n=====\n\nSome text, then more::\n\n    code\n").starts_with("txt: "));
}

TEST_CASE("markup: tables of reStructuredText and AsciiDoc, row by row") {
  CHECK(read(".. note:: a\n\n====== === =======\n城市   A   B\n====== === =======\nCity   410 "
             "7.5\nTown   7   "
             "one\n           two\n====== === =======\n\nEnd.\n\n+------+-----+\n| A big | 4 |\n| "
             "city  |   |\n"
             "+------+-----+\n| Town | 7 |\n+------+-----+\n\n:ref:`x`\n") ==
        "rst: a\n城市\tA\tB\nCity\t410\t7.5\nTown\t7\tone two\nEnd.\nA big city\t4\nTown\t7\nx\n");
  CHECK(read("== A\n\n[cols=\",\",options=\"header\",]\n|===\n|City |2024\n\n|A big city |410\n|A "
             "town\n|7 or\n8\n"
             "|===\n\n{empty}1. End.\n") ==
        "asciidoc: A\nCity\t2024\nA big city\t410\nA town\t7 or 8\n1. End.\n");
}

TEST_CASE("markup: other marks are refused by name") {
  const auto refused = [](const std::string& text, const std::string& name) {
    CAPTURE(text);
    CHECK(read(text).find("with the marks of " + name) != std::string::npos);
  };
  refused("#+title: Report\n#+author: X\n\n* Overview\nIt rains.\n", "Org");
  refused("== Overview ==\nThe '''bank''' opened.\n", "MediaWiki");
  refused("h1. Report\n\nIt rains.\n\nh2(#b). Overview\n", "Textile");
  refused(".TH A 1\n.SH NAME\na \\- b\n.PP\nIt rains.\n", "roff");
  CHECK(read("== Overview ==\n\nIt rains, and [so on].\n").starts_with("txt: "));
  CHECK(read("h2. is a line.\nIt is one.\n").starts_with("txt: "));
}

TEST_CASE("markup: what is not closed ends with the text") {
  for (const std::string text :
       {"\\documentclass{a}\n\\section{x\\emph{y\n\\begin{verbatim",
        "\\begin{document}\\item $10^{", "\\begin{document}\\emph{a}\\footnote{b\\footnote{c",
        "\\begin{document}\\emph{a}\\verb", "\\begin{document}\\emph{a}\\verb元a元\\item"}) {
    CAPTURE(text);
    CHECK(read(text).starts_with("latex: "));
  }
  CHECK(read(".. note::\n:ref:`x <y\n\n``a\n\n.. [1\n").starts_with("rst: "));
  CHECK(read("== A\n\n|===\n|a <<b,c\n*d `e ^f link:g[h\n").starts_with("asciidoc: "));
}

}  // namespace duizhao::formats
