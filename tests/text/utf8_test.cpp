#include "duizhao/text/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace duizhao::text;

TEST_CASE("utf8: well-formed text of every length of sequence is valid") {
  CHECK_FALSE(first_invalid(""));
  CHECK_FALSE(first_invalid(std::string_view("a\0b", 3)));
  CHECK_FALSE(first_invalid("aé中𠮷\U0010FFFF\uD7FF\uE000"));
}

TEST_CASE("utf8: the first byte of an ill-formed sequence is named") {
  CHECK(first_invalid("ab\xFF") == 2);
  CHECK(first_invalid("中\x80") == 3);
  SUBCASE("overlong") {
    CHECK(first_invalid("\xC0\x80") == 0);
    CHECK(first_invalid("a\xE0\x9F\xBF") == 1);
    CHECK(first_invalid("\xF0\x8F\xBF\xBF") == 0);
  }
  SUBCASE("surrogate") { CHECK(first_invalid("\xED\xA0\x80") == 0); }
  SUBCASE("beyond U+10FFFF") {
    CHECK(first_invalid("\xF4\x90\x80\x80") == 0);
    CHECK(first_invalid("\xF5\x80\x80\x80") == 0);
  }
  SUBCASE("truncated") {
    CHECK(first_invalid("a\xE4\xB8") == 1);
    CHECK(first_invalid("\xF0\xA0\xAE") == 0);
  }
}

TEST_CASE("utf8: an invalid byte is found wherever it stands among ASCII and other characters") {
  for (const std::string before : {"", "中", "a中", "eight by"}) {
    for (std::size_t ascii = 0; ascii < 20; ++ascii) {
      const std::string valid = before + std::string(ascii, 'a');
      CHECK_FALSE(first_invalid(valid));
      CHECK(first_invalid(valid + "\xFF" + "abcdefgh") == valid.size());
    }
  }
}

TEST_CASE("utf8: stepping forwards and backwards gives the same code points") {
  const std::u32string points = U"\0aé中𠮷\U0010FFFF";
  std::string text;
  for (const char32_t c : points) append_code_point(text, c);
  CHECK(count_code_points(text) == points.size());
  std::size_t position = 0;
  for (const char32_t c : points) CHECK(next_code_point(text, position) == c);
  CHECK(position == text.size());
  for (auto c = points.rbegin(); c != points.rend(); ++c) {
    CHECK(previous_code_point(text, position) == *c);
  }
  CHECK(position == 0);
}

TEST_CASE("utf8: Han characters and white space are recognised") {
  for (const char32_t c : U"中々〇𠮷龥") {
    if (c != 0) CHECK(is_han(c));
  }
  for (const char32_t c : U"aあ、　한") CHECK_FALSE(is_han(c));
  for (const char32_t c : U" \t\r\n　\u00A0\u2028\uFEFF") {
    if (c != 0) CHECK(is_space(c));
  }
  CHECK_FALSE(is_space(U'中'));
}
