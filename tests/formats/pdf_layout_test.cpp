#include "duizhao/formats/pdf_layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

char32_t first_of_word(const std::string& word) {
  std::size_t at = 0;
  return text::next_code_point(word, at);
}

/// Words of a size of ten, a letter five wide and a Chinese character ten, with gaps of three.
std::vector<PrintedWord> line(double left, double top, const std::vector<std::string>& words) {
  std::vector<PrintedWord> printed;
  for (const std::string& text : words) {
    double width = 0;
    for (std::size_t i = 0; i < text.size();) {
      width += text::is_wide(text::next_code_point(text, i)) ? 10 : 5;
    }
    printed.push_back({text, left, top, left + width, top + 12, 10, true});
    left += width + 3;
  }
  return printed;
}

std::vector<PrintedWord> page(const std::vector<std::vector<PrintedWord>>& lines) {
  std::vector<PrintedWord> words;
  for (const auto& one : lines) words.insert(words.end(), one.begin(), one.end());
  return words;
}

/// The lines of a page, "+" behind those that the next one goes on with.
std::string shown(const std::vector<std::vector<PrintedWord>>& pages) {
  std::vector<std::vector<PrintedLine>> printed;
  for (const auto& words : pages) printed.push_back(printed_lines(words));
  const std::vector<bool> go_on = lines_that_go_on(printed);
  std::string text;
  std::size_t number = 0;
  for (const auto& lines : printed) {
    for (const PrintedLine& one : lines) text += one.text + (go_on[number++] ? "+" : "") + "\n";
  }
  return text;
}

const std::vector<std::string> kFull = {"exports", "rose", "by",   "a",
                                        "third",   "of",   "what", "they"};

TEST_CASE("pdf layout: a line goes on with the next one where its first word had no room") {
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, kFull), line(50, 28, {"were."}),
                     line(50, 42, kFull), line(50, 56, {"are."})})}) ==
        "exports rose by a third of what they+\nexports rose by a third of what they+\nwere.\n"
        "exports rose by a third of what they+\nare.\n");
}

TEST_CASE(
    "pdf layout: a number begins an item, but for one that ends the sentence of a full line") {
  const std::vector<std::string> number = {"20.", "Crews", "were", "sent."};
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, kFull), line(50, 28, number)})}) ==
        "exports rose by a third of what they+\nexports rose by a third of what they+\n"
        "20. Crews were sent.\n");
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, {"were."}), line(50, 28, number)})}) ==
        "exports rose by a third of what they+\nwere.\n20. Crews were sent.\n");
  const std::vector<std::string> item = {"1.", "exports", "rose", "by",
                                         "a",  "third",   "of",   "whole"};
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, item), line(50, 28, number)})}) ==
        "exports rose by a third of what they\n1. exports rose by a third of whole\n"
        "20. Crews were sent.\n");
}

TEST_CASE("pdf layout: a gap, an indent and larger print begin a paragraph") {
  std::vector<PrintedWord> heading = line(50, 84, {"Imports"});
  heading.front().size = 14;
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, kFull), line(50, 40, kFull),
                     line(50, 54, kFull), line(65, 68, kFull), heading})}) ==
        "exports rose by a third of what they+\nexports rose by a third of what they\n"
        "exports rose by a third of what they+\nexports rose by a third of what they\n"
        "exports rose by a third of what they\nImports\n");
}

TEST_CASE("pdf layout: a paragraph goes on over the page") {
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, kFull)}), page({line(50, 0, {"went."})})}) ==
        "exports rose by a third of what they+\nexports rose by a third of what they+\nwent.\n");
}

TEST_CASE("pdf layout: cells beside one another are rows, lines of columns of text are not") {
  CHECK(shown({page({line(50, 0, {"Region"}), line(200, 0, {"2023"}), line(300, 0, {"2024"}),
                     line(50, 20, {"North"}), line(200, 20, {"1,482"}), line(300, 20, {"1,510"}),
                     line(50, 40, {"South"}), line(300, 40, {"764"})})}) ==
        "Region\t2023\t2024\nNorth\t1,482\t1,510\nSouth\t\t764\n");
  CHECK(shown({page({line(50, 0, kFull), line(50, 14, kFull), line(50, 28, kFull),
                     line(270, 0, kFull), line(270, 14, kFull), line(270, 28, kFull)})})
            .find('\t') == std::string::npos);
}

TEST_CASE("pdf layout: columns that stand tightly are told by the gaps that go down through them") {
  // Gaps of five between cells, of three between words.
  const auto row = [](double top, const std::vector<std::string>& first, const std::string& second,
                      const std::string& third) {
    return page({line(50, top, first), line(113, top, {second}), line(153, top, {third})});
  };
  CHECK(shown({page({row(0, {"Item"}, "2024", "2023"), row(14, {"Long", "term"}, "1,482.5", "9.1"),
                     row(28, {"Total", "assets"}, "2,512.4", "764"),
                     row(42, {"Cash"}, "7,031.2", "(62.48)"), line(50, 80, kFull),
                     line(235, 80, {"left", "to", "do."})})}) ==
        "Item\t2024\t2023\nLong term\t1,482.5\t9.1\nTotal assets\t2,512.4\t764\n"
        "Cash\t7,031.2\t(62.48)\nexports rose by a third of what they left to do.\n");
}

TEST_CASE("pdf layout: what runs over several columns is one cell") {
  CHECK(shown({page({line(50, 0, {"Item"}), line(150, 0, {"2024"}), line(200, 0, {"2023"}),
                     line(50, 14, {"North"}), line(150, 14, {"482"}), line(200, 14, {"510"}),
                     line(50, 28, {"East"}), line(150, 28, {"not", "yet", "known"}),
                     line(50, 42, {"South"}), line(150, 42, {"764"}), line(200, 42, {"801"})})}) ==
        "Item\t2024\t2023\nNorth\t482\t510\nEast\tnot yet known\t\nSouth\t764\t801\n");
}

TEST_CASE("pdf layout: the cells of print whose columns are nowhere one below the other") {
  CHECK(shown({page({line(50, 0, {"Item"}), line(90, 0, {"2024"}), line(130, 0, {"2023"}),
                     line(50, 14, {"Operating", "costs"}), line(150, 14, {"482"}),
                     line(200, 14, {"510"}), line(50, 28, {"Cash"}), line(90, 28, {"7,031"}),
                     line(130, 28, {"764"})})})
            .find('\t') == std::string::npos);
}

TEST_CASE("pdf layout: a label of two lines is one cell, wherever its figures stand beside it") {
  const auto table = [](double figures, double next) {
    return shown(
        {page({line(50, 0, {"Item"}), line(200, 0, {"2024"}), line(300, 0, {"2023"}),
               line(50, 20, {"Net", "profit", "of", "the"}), line(200, figures, {"389.62"}),
               line(300, figures, {"441.85"}), line(50, 33, {"listed", "company"}),
               line(50, next, {"Total"}), line(200, next, {"512"}), line(300, next, {"764"})})});
  };
  const std::string expected =
      "Item\t2024\t2023\nNet profit of the listed company\t389.62\t441.85\nTotal\t512\t764\n";
  CHECK(table(20, 53) == expected);
  CHECK(table(26.5, 53) == expected);
  CHECK(table(33, 53) == expected);
}

TEST_CASE("pdf layout: a heading of two lines, beside whose middle the others stand, is one cell") {
  const auto table = [](double second) {
    return shown(
        {page({line(50, 6.5, {"Item"}), line(200, 6.5, {"2024"}), line(300, 0, {"Year-on-"}),
               line(300, second, {"change"}), line(50, 33, {"Net", "profit"}),
               line(200, 33, {"389.62"}), line(300, 33, {"15.1%"}), line(50, 53, {"Total"}),
               line(200, 53, {"512"}), line(300, 53, {"14.6%"})})});
  };
  const std::string rows = "Net profit\t389.62\t15.1%\nTotal\t512\t14.6%\n";
  CHECK(table(13) == "Item\t2024\tYear-on- change\n" + rows);
  // Further away it is no line of the same cell.
  CHECK(table(19).find("Year-on- change") == std::string::npos);
}

TEST_CASE("pdf layout: raised figures stay apart, what is set apart is not") {
  std::vector<PrintedWord> words = line(50, 0, {"10", "7", "in", "2023", "年", "5", "月"});
  words[0].space_after = false;
  words[1].size = 6;
  words[1].left = words[0].right;
  words[1].bottom = 7;
  for (std::size_t i = 4; i < words.size(); ++i) {
    const auto closer = static_cast<double>(i - 3);
    words[i].left -= closer;
    words[i].right -= closer;
  }
  CHECK(shown({words}) == "10⁷ in 2023年5月\n");
}

TEST_CASE("pdf layout: Chinese characters that are drawn are as large as they are wide") {
  // Told to be twice as large, the base line in its place.
  const auto as_told = [](std::vector<PrintedWord> words) {
    for (PrintedWord& word : words) {
      if (!text::is_wide(first_of_word(word.text))) continue;
      word.drawn = true;
      word.size = 20;
      word.top -= 10;
      word.bottom += 2;
    }
    return words;
  };
  const auto row = [](double top) {
    return line(50, top, {"今年", "2025", "年第", "20", "期印发共", "412", "份于本市各区"});
  };
  CHECK(shown({page({as_told(row(0)), as_told(row(14)), as_told(line(50, 28, {"完毕。"}))})}) ==
        shown({page({row(0), row(14), line(50, 28, {"完毕。"})})}));
}

TEST_CASE("pdf layout: two marks of Chinese that meet share room, and go down together") {
  std::vector<PrintedWord> words = line(50, 0, {"（总第期）", "，九月印发"});
  words[1].left -= 9;
  words[1].right -= 9;
  words[0].space_after = false;
  CHECK(shown({words}) == "（总第期），九月印发\n");
  const auto paragraph = [](const std::string& next) {
    return shown(
        {page({line(50, 0, {"在本条例中摊档指用以售卖货品或食物的构筑物，管理局"}),
               line(50, 14, {"指依照本条例第四条的规定所设立的机构也称管理"}), line(50, 28, {next}),
               line(50, 42, {"在本条例中摊档指用以售卖货品或食物的构筑物，管理局"}),
               line(50, 56, {"完。"})})});
  };
  CHECK(paragraph("局」指由此设立的局。").find("也称管理+\n局") != std::string::npos);
  CHECK(paragraph("局指由此设立的局。").find("也称管理\n局") != std::string::npos);
}

}  // namespace
}  // namespace duizhao::formats
