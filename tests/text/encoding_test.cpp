#include "duizhao/text/encoding.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <random>
#include <string>

#include "duizhao/text/utf8.h"

using duizhao::ErrorCode;
using duizhao::text::decode;

namespace {

/// A text in another encoding, by the C library.
std::string encoded(std::string utf8, const char* charset) {
  const iconv_t converter = iconv_open(charset, "UTF-8");
  std::string bytes(utf8.size() * 4 + 8, '\0');
  char* source = utf8.data();
  char* target = bytes.data();
  std::size_t source_left = utf8.size();
  std::size_t target_left = bytes.size();
  REQUIRE(iconv(converter, &source, &source_left, &target, &target_left) == 0);
  iconv_close(converter);
  bytes.resize(bytes.size() - target_left);
  return bytes;
}

const std::string kSimplified =
    "统计局昨天公布，第三季度工业产值同比增长百分之六，出口略有下降。\n"
    "专家认为，这说明企业正在适应新的市场条件。\n";
const std::string kTraditional =
    "統計處昨天公布，第三季工業產值按年增長百分之六，出口略有下降。\n"
    "專家認為，這說明企業正在適應新的市場條件。\n";
const std::string kEnglish = "Industrial output grew by 6 percent in the third quarter.\n";

void detects(const std::string& text, const char* charset, const std::string& expected) {
  CAPTURE(charset);
  const auto decoded = decode(encoded(text, charset), "", "x.txt");
  REQUIRE(decoded);
  CHECK(decoded->encoding == expected);
  CHECK(decoded->text == text);
}

}  // namespace

TEST_CASE("encoding: UTF-8 with and without a byte-order mark") {
  for (const std::string& mark : {std::string(), std::string("\uFEFF")}) {
    const auto decoded = decode(mark + kSimplified, "", "x.txt");
    REQUIRE(decoded);
    CHECK(decoded->encoding == "UTF-8");
    CHECK(decoded->text == kSimplified);
  }
  CHECK(decode("", "", "x.txt")->text.empty());
  CHECK(decode("\uFEFF", "", "x.txt")->text.empty());
}

TEST_CASE("encoding: UTF-16 of both byte orders, marked or not") {
  for (const std::string& text : {kSimplified, kTraditional, kEnglish, kEnglish + kSimplified}) {
    detects(text, "UTF-16LE", "UTF-16LE");
    detects(text, "UTF-16BE", "UTF-16BE");

    const auto marked = decode("\xFF\xFE" + encoded(text, "UTF-16LE"), "", "x.txt");
    REQUIRE(marked);
    CHECK(marked->encoding == "UTF-16LE");
    CHECK(marked->text == text);
    CHECK(decode("\xFE\xFF" + encoded(text, "UTF-16BE"), "", "x.txt")->text == text);
  }
}

TEST_CASE("encoding: GB18030 and Big5 by how common the decoded characters are") {
  detects(kSimplified, "GB18030", "GB18030");
  detects(kTraditional, "GB18030", "GB18030");
  detects(kTraditional, "Big5", "Big5");
  detects("出口增长", "GB18030", "GB18030");
  detects("出口增長", "Big5", "Big5");
  std::string long_text;
  for (int i = 0; i < 5000; ++i) long_text += kEnglish;
  detects(long_text + kSimplified, "GB18030", "GB18030");
  detects(long_text + kTraditional, "Big5", "Big5");
}

TEST_CASE("encoding: English of Windows and of old Macs, by where its capitals would stand") {
  const std::string text =
      "“The bank’s chief – Mr Müller – didn’t speak,” said the café’s owner.\n";
  detects(text, "windows-1252", "windows-1252");
  detects(text, "MACINTOSH", "macintosh");
  detects("Déjà vu at the École normale, for £5.\n", "windows-1252", "windows-1252");
}

TEST_CASE("encoding: characters of Hong Kong are read as Big5-HKSCS") {
  detects("佢哋喺嗰度食嘢，好似好開心噉，冇乜嘢要做。\n" + kTraditional, "Big5-HKSCS",
          "Big5-HKSCS");
}

TEST_CASE("encoding: a byte-order mark of another encoding than the text's is passed over") {
  const auto detects_behind = [](const std::string& mark, const std::string& text,
                                 const char* charset) {
    CAPTURE(charset);
    CAPTURE(text);
    const auto decoded = decode(mark + encoded(text, charset), "", "x.txt");
    REQUIRE(decoded);
    CHECK(decoded->encoding == charset);
    CHECK(decoded->text == text);
  };
  for (const std::string& text : {kSimplified, kEnglish, kEnglish + kSimplified}) {
    detects_behind("\xFF\xFE", text, "UTF-8");
    detects_behind("\xFE\xFF", text, "UTF-8");
    detects_behind("\xEF\xBB\xBF", text, "UTF-16LE");
    detects_behind("\xFF\xFE", text, "UTF-16BE");
  }
  detects_behind("\xEF\xBB\xBF", kSimplified, "GB18030");
  detects_behind("\xFF\xFE", kTraditional, "Big5");
  // What is in a third language is what its mark says.
  const std::string japanese = "これは日本語の文章です。\n";
  CHECK(decode("\xFF\xFE" + encoded(japanese, "UTF-16LE"), "", "x.txt")->text == japanese);
}

TEST_CASE("encoding: HZ, which is ASCII, is read where it makes Chinese") {
  const auto decoded = decode("Announcement\n~{2bJT~} of ~{WV7{~}\n", "", "x.txt");
  REQUIRE(decoded);
  CHECK(decoded->encoding == "HZ-GB-2312");
  CHECK(decoded->text == "Announcement\n测试 of 字符\n");
  const std::string code = "for (~{a} of b) { call(~}); }\n";
  CHECK(decode(code, "", "x.txt")->text == code);
}

TEST_CASE("encoding: English with typographic quotes is read as windows-1252") {
  detects("The bank’s “guidance” – unchanged since May – costs £3 at the café.\n", "windows-1252",
          "windows-1252");
}

TEST_CASE("encoding: a given encoding overrules detection, by any of its names") {
  const std::string bytes = encoded("中文", "GB18030");
  for (const char* name : {"gbk", "GB18030", "cp936"}) {
    const auto decoded = decode(bytes, name, "x.txt");
    REQUIRE(decoded);
    CHECK(decoded->text == "中文");
  }
  CHECK(decode(encoded("中文", "Big5"), "big5", "x.txt")->encoding == "Big5");
  CHECK(decode("\xE9t\xE9", "latin1", "x.txt")->text == "été");
  CHECK(decode("\xFE\xFF\x4E\x2D", "utf-16", "x.txt")->text == "中");
}

TEST_CASE("encoding: an unknown name is wrong usage") {
  const auto decoded = decode("abc", "klingon", "x.txt");
  REQUIRE_FALSE(decoded);
  CHECK(decoded.error().code == ErrorCode::kUsage);
  CHECK(decoded.error().message.find("'klingon'") != std::string::npos);
}

TEST_CASE("encoding: a fault is named with line and column") {
  SUBCASE("damaged UTF-8") {
    const auto decoded = decode(kSimplified + "第三\xFF行\n" + kSimplified, "", "x.txt");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::kMalformed);
    CHECK(decoded.error().where.file == "x.txt");
    CHECK(decoded.error().where.line == 3);
    CHECK(decoded.error().where.column == 3);
    CHECK(decoded.error().message.find("0xFF") != std::string::npos);
  }
  SUBCASE("GB18030") {
    const auto decoded = decode(encoded("一\r\n二三", "GB18030") + "\xFF\xFF abc", "gb18030", "x");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().where.line == 2);
    CHECK(decoded.error().where.column == 3);
  }
  SUBCASE("a lone surrogate in UTF-16") {
    CHECK_FALSE(decode(std::string_view("a\0\0\xD8"
                                        "b\0",
                                        6),
                       "utf-16le", "x"));
  }
}

TEST_CASE("encoding: a file that is cut off inside a character says so") {
  const auto cut = [](std::string bytes, const char* name) {
    bytes.pop_back();
    const auto decoded = decode(bytes, name, "x.txt");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().message.find("cut off") != std::string::npos);
  };
  cut(kEnglish + "完", "");
  cut(kSimplified + "完", "");
  cut(encoded("中文", "GB18030"), "gb18030");
  cut(encoded("中文", "Big5"), "big5");
}

TEST_CASE("encoding: binary files are refused") {
  const auto refused = [](std::string_view bytes, std::string_view reason) {
    CAPTURE(reason);
    const auto decoded = decode(bytes, "", "x");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::kMalformed);
    CHECK(decoded.error().message.find(reason) != std::string::npos);
  };
  refused(std::string_view("ab\0c", 4), "NUL");
  refused("%PDF-1.7 …", "PDF");
  refused("PK\x03\x04…", "ZIP");
  std::string noise;
  std::mt19937 random(3);
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>(random() % 256);
  refused(noise, "not");
  std::string loud;  // no NUL among it
  for (int i = 0; i < 4000; ++i) loud += static_cast<char>(0x80 + random() % 128);
  refused(loud, "not text");
}

TEST_CASE("encoding: any bytes give valid UTF-8 or an error") {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = round % 2 == 0 ? kSimplified : encoded(kTraditional, "Big5");
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    bytes.resize(random() % bytes.size());
    for (const char* name : {"", "utf-8", "gb18030", "big5", "utf-16"}) {
      const auto decoded = decode(bytes, name, "x");
      if (decoded) CHECK_FALSE(duizhao::text::first_invalid(decoded->text));
    }
  }
}
