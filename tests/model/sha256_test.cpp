#include "duizhao/model/sha256.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::model::Sha256;

namespace {

std::string sum_of(const std::string& bytes) {
  Sha256 sum;
  sum.update(bytes);
  return sum.hex();
}

}  // namespace

TEST_CASE("SHA-256: the examples of FIPS 180-4 and RFC 6234") {
  CHECK(sum_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sum_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sum_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sum_of(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256: the sum does not depend on how the bytes come, nor on being asked for early") {
  const std::string bytes(200, 'x');
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Sha256 sum;
    sum.update(bytes.substr(0, cut));
    (void)sum.hex();
    sum.update(bytes.substr(cut));
    REQUIRE(sum.hex() == sum_of(bytes));
  }
}
