#include "duizhao/report/html.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/message.h"
#include "golden.h"
#include "report/sample.h"

using duizhao::Language;
using duizhao::Review;
using duizhao::Sentence;
using namespace duizhao::report;
using namespace duizhao::tests;

namespace {

std::string page_of(const Review& review) {
  std::string out;
  append_html(out, review);
  return out;
}

std::string alignment_page_of(const Review& review) {
  std::string out;
  append_alignment_html(out, review.source, review.target, review.alignment);
  return out;
}

/// The page without its style sheet, its scripts with what they go by, and its nonce, which have no
/// place in a golden file.
std::string structure_of(std::string page) {
  for (const std::string_view element : {"style", "script"}) {
    const std::string opening = std::string("<").append(element);
    for (std::size_t open = page.find(opening); open != std::string::npos;
         open = page.find(opening, open + 1)) {
      const std::size_t begin = page.find('>', open) + 1;
      page.erase(begin, page.find(std::string("</").append(element), begin) - begin);
    }
  }
  for (const std::string_view before : {"'nonce-", "nonce=\""}) {
    const std::size_t nonce = page.find(before) + before.size();
    page.replace(nonce, 16, "…");
  }
  return page;
}

std::string chinese_page_of(const Review& review) {
  std::string out;
  append_html(out, review, Language::kChinese);
  return out;
}

/// A tag of the page: its name, with a slash where it closes, and what stands after the name.
struct Tag {
  std::string name;
  std::string attributes;
};

std::vector<Tag> tags_of(const std::string& page) {
  std::vector<Tag> tags;
  for (std::size_t begin = page.find('<'); begin != std::string::npos;
       begin = page.find('<', begin)) {
    const std::size_t end = page.find('>', begin);
    REQUIRE(end != std::string::npos);
    const std::string inside = page.substr(begin + 1, end - begin - 1);
    const std::size_t space = std::min(inside.find_first_of(" \n"), inside.size());
    tags.push_back({inside.substr(0, space), inside.substr(space)});
    begin = end;
  }
  return tags;
}

/// Attributes without their values.
std::string names_of(const std::string& attributes) {
  std::string names;
  bool inside = false;
  for (const char c : attributes) {
    if (c == '"') {
      inside = !inside;
    } else if (!inside) {
      names += c;
    }
  }
  CHECK(!inside);
  return names;
}

/// The values of an attribute, in order.
std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string before = std::string(" ").append(attribute).append("=\"");
  for (std::size_t at = page.find(before); at != std::string::npos; at = page.find(before, at)) {
    at += before.size();
    values.push_back(page.substr(at, page.find('"', at) - at));
  }
  return values;
}

/// What a reader sees: the page without tags and with its character references resolved.
std::string text_of(const std::string& page) {
  std::string text;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page[i] == '<') {
      i = page.find('>', i);
    } else if (page[i] == '&') {
      const std::size_t end = page.find(';', i);
      const std::string name = page.substr(i, end + 1 - i);
      text += name == "&lt;"     ? '<'
              : name == "&gt;"   ? '>'
              : name == "&amp;"  ? '&'
              : name == "&quot;" ? '"'
                                 : '\'';
      i = end;
    } else {
      text += page[i];
    }
  }
  return text;
}

}  // namespace

TEST_CASE("html: a review's page matches its golden file") {
  check_golden("tests/report/golden/review.html", structure_of(page_of(sample_review())));
}

TEST_CASE("html: an alignment's page matches its golden file") {
  check_golden("tests/report/golden/alignment.html",
               structure_of(alignment_page_of(sample_review())));
}

TEST_CASE("html: every element that opens closes, in order") {
  for (const Review& review : {sample_review(), mirrored_sample_review(), hostile_review()}) {
    for (const std::string& page : {page_of(review), alignment_page_of(review)}) {
      std::vector<std::string> open;
      for (const Tag& tag : tags_of(structure_of(page))) {
        if (tag.name == "meta" || tag.name == "input" || tag.name == "!DOCTYPE") continue;
        if (tag.name.front() != '/') {
          open.push_back(tag.name);
          continue;
        }
        REQUIRE(!open.empty());
        CHECK(open.back() == tag.name.substr(1));
        open.pop_back();
      }
      CHECK(open.empty());
    }
  }
}

TEST_CASE("html: a page in Chinese says so, and has no English word of ours") {
  const std::string page = chinese_page_of(sample_review());
  CHECK(page.find("<html lang=\"zh\">") != std::string::npos);
  CHECK(page.find("<h1>不合格</h1>") != std::string::npos);
  CHECK(page.find("\"no error\":\"不是错误\"") != std::string::npos);
  const std::string visible =
      page.substr(page.find("<body"), page.find("<script") - page.find("<body"));
  for (const Wording& row : catalogue()) {
    const bool on_page = row.id.starts_with("page/") && row.english.find('{') == std::string::npos;
    if (!on_page) continue;
    CAPTURE(row.id);
    const std::string word = std::string(">").append(row.english).append("<");
    CHECK(visible.find(word) == std::string::npos);
  }
}

TEST_CASE("html: no markup of the texts survives") {
  for (const std::string& page : {page_of(hostile_review()), alignment_page_of(hostile_review())}) {
    const std::string structure = structure_of(page);
    const std::set<std::string> ours = {
        "!DOCTYPE", "html",   "head", "input", "meta",    "title",   "style",   "body",   "a",
        "header",   "div",    "span", "h1",    "h2",      "p",       "dl",      "dt",     "dd",
        "small",    "ul",     "li",   "i",     "b",       "code",    "label",   "button", "main",
        "section",  "dialog", "kbd",  "form",  "script",  "details", "summary", "table",  "thead",
        "tbody",    "tr",     "th",   "td",    "caption", "nav"};
    for (const Tag& tag : tags_of(structure)) {
      CAPTURE(tag.name);
      CHECK(ours.count(tag.name.front() == '/' ? tag.name.substr(1) : tag.name) == 1);
      CHECK(names_of(tag.attributes).find(" on") == std::string::npos);
    }
    const auto count = [&](const std::string& part) {
      std::size_t n = 0;
      for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1))
        ++n;
      return n;
    };
    const std::size_t scripts = count("id=\"draft\"") + 1;
    CHECK(count("<script") == scripts);
    CHECK(count("</script") == scripts);
    CHECK(count("</style") == 1);
    CHECK(count("<!--") == 0);
    CHECK(text_of(structure).find("<script>alert('x')</script> & \"quoted\"") != std::string::npos);
    for (const char c : page)
      CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'));
  }
}

TEST_CASE("html: every sentence can be read") {
  for (const Review& review : {sample_review(), mirrored_sample_review()}) {
    const std::string text = text_of(structure_of(page_of(review)));
    for (const auto* document : {&review.source, &review.target}) {
      for (const Sentence& sentence : document->sentences) {
        CAPTURE(document->text_of(sentence));
        CHECK(text.find(document->text_of(sentence)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("html: ids are unique, and every link within the page leads somewhere") {
  for (const Review& review : {sample_review(), mirrored_sample_review(), hostile_review()}) {
    for (const std::string& page : {page_of(review), alignment_page_of(review)}) {
      const std::vector<std::string> ids = values_of(structure_of(page), "id");
      const std::set<std::string> unique(ids.begin(), ids.end());
      CHECK(unique.size() == ids.size());
      for (const std::string& link : values_of(structure_of(page), "href")) {
        CAPTURE(link);
        REQUIRE(link.front() == '#');
        CHECK(unique.count(link.substr(1)) == 1);
      }
    }
  }
}

TEST_CASE("html: the page needs nothing from elsewhere") {
  const std::string page = page_of(sample_review());
  for (const std::string_view from : {"http:", "https:", "src=", "url(", "@import", "<link"}) {
    CAPTURE(from);
    CHECK(page.find(from) == std::string::npos);
  }
}

TEST_CASE("html: every finding has a note with what it says and suggests") {
  const Review review = sample_review();
  const std::string page = structure_of(page_of(review));
  for (std::size_t i = 0; i < review.findings.size(); ++i) {
    const std::size_t note =
        page.find(std::string("id=\"f").append(std::to_string(i + 1)).append("\""));
    REQUIRE(note != std::string::npos);
    const std::string text = text_of(page.substr(page.find('>', note) + 1));
    CHECK(text.find(message_of(review.findings[i], Language::kEnglish)) < 60);
    if (review.findings[i].suggestion) {
      CHECK(text.find(*review.findings[i].suggestion) != std::string::npos);
    }
  }
}

TEST_CASE("html: several sentences without counterpart have one note, and each is marked") {
  const Review review = reviewed_documents(
      "The bank raised its rates by half a point.\nExports grew by 8 percent in May.\nThe "
      "minister spoke to farmers in the north about the price of wheat.\nTwo of the eleven ships "
      "sank in the harbour during the storm.\nShares in Hong Kong rose by 3 percent.\nThe new "
      "hospital has 400 beds.\nSchools reopen on 1 September.",
      "该行加息0.5个百分点。\n5月出口增长8%。\n香港股市上涨3%"
      "。\n新医院有400张床位。\n学校9月1日开学。");
  REQUIRE(review.findings.size() == 1);
  REQUIRE(review.findings[0].code == "omission/passage");
  const std::string page = structure_of(page_of(review));
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("class=\"note ") == 1);
  CHECK(count("data-f=\"1\"") == 2);
}

TEST_CASE("html: what moved leads to where it stands, and back") {
  const std::string page = page_of(sample_review());
  CHECK(page.find("<a href=\"#s2\">stands further down") != std::string::npos);
  CHECK(page.find("id=\"s2\"") != std::string::npos);
  CHECK(page.find("<a href=\"#b2\">") != std::string::npos);
  CHECK(page_of(mirrored_sample_review()).find("<a href=\"#s5\">stands further up") !=
        std::string::npos);
}

TEST_CASE("html: languages are declared with their script") {
  const std::string page = page_of(sample_review());
  CHECK(page.find("class=\"text\" lang=\"en\"") != std::string::npos);
  CHECK(page.find("class=\"text\" lang=\"zh-Hans\"") != std::string::npos);
}

TEST_CASE("html: the same review gives the same page") {
  CHECK(page_of(sample_review()) == page_of(sample_review()));
}

TEST_CASE("html: a review that can't be judged, and one of nothing, are pages") {
  Review review = pair_review();
  review.score = {};
  review.score.unjudged = "the target is <empty>";
  CHECK(page_of(review).find("Not judged</h1><p>the target is &lt;empty&gt;") != std::string::npos);
  CHECK(page_of({}).find("</html>") != std::string::npos);
  CHECK(alignment_page_of({}).find("</html>") != std::string::npos);
}

TEST_CASE("html: escaping keeps the text and shows control characters") {
  CHECK(escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(escaped("\x01\x1B\x7F") == "\xE2\x90\x81\xE2\x90\x9B\xE2\x90\xA1");
  CHECK(escaped(std::string("\0", 1)) == "\xE2\x90\x80");
  CHECK(escaped("\xC2\x85\xC2\xA0") == "\xEF\xBF\xBD\xC2\xA0");
  CHECK(escaped("对照\n\t") == "对照\n\t");
}
