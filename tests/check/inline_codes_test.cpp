#include "duizhao/check/evidence/form/inline_codes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using duizhao::PlaceholderStyle;
using duizhao::PlaceholderStyles;
using duizhao::check::InlineCode;

namespace {

std::vector<std::string> forms(const std::string& text,
                               PlaceholderStyles styles = duizhao::kAllPlaceholders) {
  duizhao::Document document;
  document.text = text;
  duizhao::pair::Passage passage;
  passage.document = &document;
  passage.span = {0, text.size()};
  std::vector<std::string> found;
  for (const InlineCode& code : duizhao::check::inline_codes(passage, styles)) {
    found.push_back(code.form);
  }
  return found;
}

PlaceholderStyles only(PlaceholderStyle style) { return static_cast<PlaceholderStyles>(style); }

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("inline codes: of placeholders those of the styles in use") {
  const std::string text = "%s, %1, {0}, {{ user }}, ${home}, %(name)s";
  CHECK(forms(text) == Forms{"%s", "%1", "{0}", "{{user}}", "${home}", "%(name)s"});
  CHECK(forms(text, only(PlaceholderStyle::kPrintf)) == Forms{"%s"});
  CHECK(forms(text, only(PlaceholderStyle::kQt)) == Forms{"%1"});
  CHECK(forms(text, only(PlaceholderStyle::kIcu)) == Forms{"{0}"});
  CHECK(forms(text, only(PlaceholderStyle::kI18next)) == Forms{"{{user}}"});
  CHECK(forms(text, only(PlaceholderStyle::kPython)) == Forms{"%s", "{0}", "%(name)s"});
  CHECK(forms(text, only(PlaceholderStyle::kVariable)) == Forms{"${home}"});
  CHECK(forms(text, 0).empty());
}

TEST_CASE("inline codes: tags and addresses are codes whatever placeholders are in use") {
  CHECK(forms("<b>%s</b> at www.example.org/a", 0) == Forms{"<b>", "</b>", "www.example.org/a"});
}

TEST_CASE("inline codes: the options of a command, not the dashes of prose") {
  CHECK(forms("Run setup --role=server first.") == Forms{"--role=server"});
  CHECK(forms("with --dry-run.") == Forms{"--dry-run"});
  CHECK(forms("the bank --and nobody else-- knew").empty());
  CHECK(forms("one--two").empty());
}
