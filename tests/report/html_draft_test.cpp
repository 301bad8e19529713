#include "duizhao/report/html_draft.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "duizhao/formats/plain_text.h"
#include "duizhao/report/html_view.h"
#include "duizhao/text/sentences.h"

namespace duizhao::report {
namespace {

using nlohmann::json;

Document document_of(std::string text, Language language, text::LineUse lines) {
  Document document;
  document.name = "folder/draft.txt";
  document.format = "txt";
  document.language = language;
  formats::take_plain_text(document, std::move(text), lines);
  text::segment(document);
  return document;
}

json draft_of(const std::string& source, const std::string& target, const Alignment& alignment,
              text::LineUse lines = text::LineUse::kParagraphs) {
  const Document english = document_of(source, Language::kEnglish, text::LineUse::kParagraphs);
  const Document chinese = document_of(target, Language::kChinese, lines);
  const std::vector<Finding> none;
  const Score score;
  return json::parse(
      draft_json(HtmlView(english, chinese, alignment, none, &score, Language::kEnglish)));
}

Alignment of_beads(std::vector<Bead> beads) {
  Alignment alignment;
  alignment.beads = std::move(beads);
  return alignment;
}

Bead bead_of(std::vector<std::uint32_t> source, std::vector<std::uint32_t> target) {
  Bead bead;
  bead.source = std::move(source);
  bead.target = std::move(target);
  return bead;
}

TEST_CASE("a page's draft is the file's text, with places counted as scripts count") {
  const json draft = draft_of("One.\nTwo.\n", "𠀀一。\r\n二。\r\n",
                              of_beads({bead_of({0}, {0}), bead_of({1}, {1})}));
  CHECK(draft["name"] == "draft.txt");
  CHECK(draft["text"] == "𠀀一。\r\n二。\r\n");
  CHECK(draft["sentences"] == json({0, 4, 6, 8}));
  CHECK(!draft.contains("pieces"));
  CHECK(!draft.contains("encoding"));
}

TEST_CASE("a page's draft of wrapped lines leads back to the file") {
  const json draft = draft_of("One two three four.\n", "一二三四五六七八\n九十。\n",
                              of_beads({bead_of({0}, {0})}), text::LineUse::kWrapped);
  CHECK(draft["text"] == "一二三四五六七八\n九十。\n");
  CHECK(draft["sentences"] == json({0, 11}));
  CHECK(draft["pieces"][0] == json({0, 0, 8}));
  CHECK(draft["pieces"][1][1] == 9);
}

TEST_CASE("a page's draft says where a missing passage goes") {
  const json draft = draft_of(
      "One.\nTwo.\nThree. Four.\n", "一。\n三。\n",
      of_beads({bead_of({0}, {0}), bead_of({1}, {}), bead_of({2}, {1}), bead_of({3}, {})}));
  CHECK(draft["places"] == json({{"1", {2, "\n"}}, {"3", {5, ""}}}));
}

}  // namespace
}  // namespace duizhao::report
