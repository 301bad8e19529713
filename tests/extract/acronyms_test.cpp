#include "duizhao/extract/acronyms.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::extract::acronyms_of;
using duizhao::extract::without_plural;

namespace {

std::string acronyms(const std::string& text) {
  std::string result;
  for (const auto& acronym : acronyms_of(text)) {
    if (!result.empty()) result += '|';
    result.append(acronym.acronym.in(text)).append("=").append(acronym.long_form.in(text));
  }
  return result;
}

}  // namespace

TEST_CASE("acronyms: the long form is the words whose letters spell the acronym") {
  CHECK(acronyms("the Financial Stability Board (FSB) met") == "FSB=Financial Stability Board");
  CHECK(acronyms("with all authorized institutions (AIs).") == "AIs=authorized institutions");
  CHECK(acronyms("Ministry of Industry and Information Technology (MIIT)") ==
        "MIIT=Ministry of Industry and Information Technology");
  CHECK(acronyms("real-time gross settlement (RTGS)") == "RTGS=real-time gross settlement");
}

TEST_CASE("acronyms: a bracket that the words before do not spell is none") {
  CHECK(acronyms("the central bank (PBOC) said").empty());
  CHECK(acronyms("rose (see Table 3)").empty());
  CHECK(acronyms("in the US (USA)").empty());
  CHECK(acronyms("(FSB)").empty());
  CHECK(acronyms("open (FSB").empty());
}

TEST_CASE("acronyms: the s of a plural is none of its letters") {
  CHECK(without_plural("AIs") == "AI");
  CHECK(without_plural("ABS") == "ABS");
  CHECK(without_plural("As") == "As");
  CHECK(without_plural("Banks") == "Banks");
  CHECK(without_plural("").empty());
}
