#include "duizhao/text/ascii.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace duizhao::text;

namespace {

/// All bytes that `is` holds for, in ascending order from 0.
template <typename Test>
std::string bytes_that(Test is) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    if (is(c)) bytes.push_back(c);
  }
  return bytes;
}

const std::string kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const std::string kSmall = "abcdefghijklmnopqrstuvwxyz";
const std::string kDigits = "0123456789";

}  // namespace

TEST_CASE("ascii: of all bytes, the 52 letters and ten digits and no others") {
  CHECK(bytes_that(is_ascii_upper) == kCapitals);
  CHECK(bytes_that(is_ascii_lower) == kSmall);
  CHECK(bytes_that(is_ascii_letter) == kCapitals + kSmall);
  CHECK(bytes_that(is_ascii_digit) == kDigits);
  CHECK(bytes_that(is_ascii_letter_or_digit) == kDigits + kCapitals + kSmall);
}

TEST_CASE("ascii: capitals are lowered, and nothing else changes") {
  CHECK(bytes_that([](char c) { return ascii_lower(c) != c; }) == kCapitals);
  CHECK(ascii_lowered(kCapitals) == kSmall);
}

TEST_CASE("ascii: lowering leaves characters beyond ASCII whole") {
  CHECK(ascii_lowered("ÜBER 上海 Co. Ａ") == "Über 上海 co. Ａ");
  CHECK(ascii_lowered("").empty());
}
