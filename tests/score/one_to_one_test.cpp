#include "duizhao/score/one_to_one.h"

#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "score/linked_pair.h"

using namespace duizhao;

namespace {

/// What the `which`-th word of the target that reads `form` renders; empty where it renders
/// nothing.
std::string_view rendered_by(const tests::LinkedPair& pair, std::string_view form,
                             std::size_t which = 0) {
  const auto places = score::one_to_one_links(pair.target, pair.links.target);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (pair.target.words[i].span.in(pair.target_document->text) != form) continue;
    if (which-- > 0) continue;
    return places[i] ? pair.source.words[*places[i]].span.in(pair.source_document->text) : "";
  }
  FAIL("no such unit: ", form);
  return {};
}

}  // namespace

TEST_CASE("one_to_one_links: a word renders the word that it translates") {
  const tests::LinkedPair pair("警方调查了银行的账户。",
                               "Police investigated the bank's accounts.");
  CHECK(rendered_by(pair, "Police") == "警方");
  CHECK(rendered_by(pair, "investigated") == "调查");
  CHECK(rendered_by(pair, "accounts") == "账户");
}

TEST_CASE(
    "one_to_one_links: of two words that might render one, the one among its neighbours does") {
  const tests::LinkedPair pair("警方调查了银行的账户，并逮捕了联邦官员。",
                               "Federal police investigated the bank's accounts and arrested a "
                               "federal official.");
  CHECK(rendered_by(pair, "Federal").empty());
  CHECK(rendered_by(pair, "federal") == "联邦");
}

TEST_CASE("one_to_one_links: every word is rendered once, and marks render nothing") {
  const tests::LinkedPair pair("他说，他说的话，他都记得。",
                               "He said, he said, he remembers, what he said, he said.");
  const auto places = score::one_to_one_links(pair.target, pair.links.target);
  REQUIRE(places.size() == pair.target.words.size());
  std::set<std::size_t> seen;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    CHECK(seen.insert(*places[i]).second);
    CHECK(pair.target.words[i].kind != text::TokenKind::kPunctuation);
  }
  CHECK(score::one_to_one_links(tests::LinkedPair("", "").target, {}).empty());
}
