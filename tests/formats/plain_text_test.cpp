#include "duizhao/formats/plain_text.h"

#include <doctest/doctest.h>

namespace duizhao::formats {
namespace {

TEST_CASE("plain text: of front matter, titles and descriptions are text, keys and dates are not") {
  Document document;
  const std::string file =
      "---\ntitle: \"Debug Pods\"\ndate: 2025-03-01\nweight: 20\ntags:\n- one\ndescription: >\n"
      "  How to debug.\n---\n\nFirst, look.\n";
  take_plain_text(document, file, text::LineUse::kAuto);
  CHECK(document.text == "Debug Pods\nHow to debug.\n\nFirst, look.\n");
  const std::size_t title = document.text.find("Debug");
  CHECK(document.in_original({title, title + 10}).in(file) == "Debug Pods");
  const std::size_t body = document.text.find("First");
  CHECK(document.in_original({body, body + 12}).in(file) == "First, look.");
}

TEST_CASE("plain text: a line of dashes is not front matter") {
  Document document;
  take_plain_text(document, "---\nNot a field\n---\n", text::LineUse::kAuto);
  CHECK(document.text == "---\nNot a field\n---\n");
  CHECK(document.original.empty());
}

TEST_CASE("plain text: front matter and wrapped lines lead back to the file together") {
  Document document;
  const std::string file =
      "---\ntitle: A report\nweight: 20\n---\n"
      "The bank said on Monday that exports to\n"
      "the mainland had risen by a third in the\n"
      "first quarter. Imports fell by half, it\n"
      "said.\n";
  take_plain_text(document, file, text::LineUse::kAuto);
  CHECK(document.wrapped_at > 0);
  for (const std::string_view word : {"A report", "bank", "mainland", "said."}) {
    const std::size_t at = document.text.rfind(word);
    REQUIRE(at != document.text.npos);
    CHECK(document.in_original({at, at + word.size()}).in(file) == word);
  }
}

}  // namespace
}  // namespace duizhao::formats
