#include "duizhao/formats/print_columns.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::formats::columns_side_by_side;
using duizhao::formats::words_out_of_their_lines;

TEST_CASE("print columns: prose side by side is told, with its line") {
  CHECK(columns_side_by_side(
            "Annual Report\n\n"
            "The port handled 4.5 million con-      In the second half the company\n"
            "tainers last year, 12 percent more     opened 14 new lines to Asia and\n"
            "than in 2022. Revenue rose to 310      closed 3. It employs 2,410 people,\n"
            "million yuan, as it had hoped          of whom 41 percent are women\n") == 3);
  CHECK(columns_side_by_side(
            "港口去年处理了四百五十万个集装     下半年公司开通了十四条通往亚洲\n"
            "箱，比前年增长百分之十二。收入     的新航线，关闭了三条。公司有员\n"
            "增至三亿一千万元。新码头将于明     工两千四百一十人，其中四成为女\n"
            "年五月启用，耗资十二亿元，是该     性。董事会提议每股派息两角五分\n") == 1);
}

TEST_CASE("print columns: tables, lists and paragraphs are none") {
  CHECK_FALSE(
      columns_side_by_side("Item                Budget   Spent\nRoads               410      395\n"
                           "Schools             120      131\nTotal               530      526\n"
                           "Parks               30       20\n"));
  CHECK_FALSE(
      columns_side_by_side("Anna Li             Director of the Port Office of the city\n"
                           "Bo Chen             Member of the board since the year 2019\n"
                           "Carl Ma             Head of the terminal in the north bay\n"
                           "Di Wu               Head of finance and of the archive here\n"
                           "Eva Sun             Head of the office for new lines there\n"));
  CHECK_FALSE(
      columns_side_by_side("The port handled more. It opened a line.\nRevenue rose. Costs fell.\n"
                           "The company employs people.\nIt pays them.\nIt is large.\n"));
  CHECK_FALSE(columns_side_by_side(""));
}

TEST_CASE("print columns: words that were taken out of brackets are told, one alone is not") {
  const std::string name = "海平港務\n\nThe port belongs to the Haiping Port Co (\n";
  const std::string other = "陈安\n\nIts head is Chen An (\r\n";
  CHECK(words_out_of_their_lines(name + "), as before.\n" + other + "), a lawyer.\n") == 3);
  CHECK(words_out_of_their_lines("港口属于海平公司（\n），总经理为陈安（\n）。\n") == 1);
  CHECK_FALSE(words_out_of_their_lines(name + "), as before.\n"));
  CHECK_FALSE(words_out_of_their_lines(name + "海平港務), as before.\n" + other + "陈安).\n"));
  CHECK_FALSE(words_out_of_their_lines("open(\n);\nclose(\n);\n"));
}

TEST_CASE("print columns: braces that are closed before they are opened were taken out of lines") {
  const std::string left = "訊息\n\n已還原 # 個檔案。}}\n";
  const std::string taken = "疑難排解\n\n{count, plural, other {\n";
  CHECK(words_out_of_their_lines(left + taken) == 3);
  CHECK_FALSE(words_out_of_their_lines(taken + left));
  CHECK_FALSE(words_out_of_their_lines(left));
  CHECK_FALSE(words_out_of_their_lines("\"}}\" closes what \"{{\" opens.\n"));
  CHECK(words_out_of_their_lines("使用者可能会看到：\n使用者 }}，欢迎回来。\n完。\n\n{{\n\f") == 2);
  CHECK_FALSE(words_out_of_their_lines("a }} b\n{\nint x;\n}\n"));
  CHECK_FALSE(words_out_of_their_lines("{\n\nint x;\n"));
}
