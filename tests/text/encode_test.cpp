#include "duizhao/text/encode.h"

#include <doctest/doctest.h>

#include <string>

#include "duizhao/text/encoding.h"

using duizhao::text::byte_order_mark;
using duizhao::text::decode;
using duizhao::text::encode;

TEST_CASE("encode: what decode reads is written back as it was") {
  const std::string text = "報告：𠮷野家 took over 3.5億元。\r\nEnd\n";
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
    CAPTURE(encoding);
    const auto bytes = encode(text, encoding, "x.txt");
    REQUIRE(bytes.has_value());
    const auto decoded = decode(*bytes, encoding, "x.txt");
    REQUIRE(decoded.has_value());
    CHECK(decoded->text == text);
  }
}

TEST_CASE("encode: a character that the encoding lacks is an error with its place") {
  const auto bytes = encode("好\n好，你好吗", "Big5", "x.txt");
  REQUIRE_FALSE(bytes.has_value());
  CHECK(bytes.error().where.line == 2);
  CHECK(bytes.error().where.column == 5);
  CHECK_FALSE(encode("a", "no-such-encoding", "x.txt").has_value());
}

TEST_CASE("encode: byte-order marks are told from text") {
  CHECK(byte_order_mark("\xEF\xBB\xBFtext") == "\xEF\xBB\xBF");
  CHECK(byte_order_mark("\xFF\xFE") == "\xFF\xFE");
  CHECK(byte_order_mark("text").empty());
  CHECK(byte_order_mark("").empty());
}
