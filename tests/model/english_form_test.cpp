#include "duizhao/model/english_form.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

using duizhao::model::EnglishForms;
using duizhao::model::fold_latin;

namespace {

const std::map<std::string_view, std::string_view> kIrregular = {
#include "duizhao/model/english_irregular.inc"
};

}  // namespace

TEST_CASE("English forms: inflections of a word meet in one form") {
  EnglishForms forms;
  for (const auto& [one, other] : std::map<std::string, std::string>{{"bank", "Banks"},
                                                                     {"rise", "ROSE"},
                                                                     {"foot", "feet"},
                                                                     {"write", "written"},
                                                                     {"writing", "wrote"},
                                                                     {"China", "Chinese"},
                                                                     {"company", "company's"},
                                                                     {"company", "company’s"},
                                                                     {"company", "companies"},
                                                                     {"cafe", "café"},
                                                                     {"Nvidia", "ＮＶＩＤＩＡ"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(forms.form_of(one) == forms.form_of(other));
  }
  CHECK(forms.form_of("bank") != forms.form_of("band"));
}

TEST_CASE("English forms: no base form of the irregular table is itself an inflected one") {
  CHECK(kIrregular.size() > 200);
  for (const auto& [inflected, base] : kIrregular) {
    CAPTURE(inflected);
    CHECK(inflected != base);
    CHECK(kIrregular.count(base) == 0);
    CHECK(inflected == fold_latin(inflected));
    CHECK(base == fold_latin(base));
  }
}

TEST_CASE("English forms: an irregular form becomes the form of its base") {
  EnglishForms forms;
  for (const auto& [inflected, base] : kIrregular) {
    CAPTURE(inflected);
    CHECK(forms.form_of(inflected) == forms.form_of(base));
  }
}

TEST_CASE("English forms: no word becomes empty") {
  EnglishForms forms;
  for (const std::string word : {"a", "s", "'s", "ss", "s's", "ing", "é", "ß", "Ж", "x1"}) {
    CAPTURE(word);
    CHECK_FALSE(forms.form_of(word).empty());
  }
}

TEST_CASE("folding Latin: case, width, diacritics and apostrophes go, all else stays") {
  CHECK(fold_latin("ＧＤＰ Zürich Łódź don’t Œ ß 中国") == "gdp zurich lodz don't Œ ß 中国");
  CHECK(fold_latin("").empty());
}
