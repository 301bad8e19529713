#include "duizhao/terms/variants.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::terms::TermForm;
using duizhao::terms::Variant;
using duizhao::terms::variants_of;
using duizhao::terms::without_company_form;

namespace {

TermEntry entry_of(const std::string& english, const std::string& chinese) {
  TermEntry entry;
  entry.terms.push_back({.text = english, .language = Language::kEnglish});
  entry.terms.push_back({.text = chinese, .language = Language::kChinese});
  return entry;
}

bool has(const std::vector<Variant>& variants, const std::string& text, TermForm form) {
  return std::find(variants.begin(), variants.end(), Variant{text, form}) != variants.end();
}

}  // namespace

TEST_CASE("variants: a company is called by its name without its legal form") {
  const auto variants = variants_of(entry_of("Alibaba Group Holding Ltd", "阿里巴巴"), 0);
  CHECK(variants.front() == Variant{"Alibaba Group Holding Ltd", TermForm::kFull});
  CHECK(has(variants, "Alibaba", TermForm::kShort));
  CHECK(without_company_form("Foxtron Vehicle Co., Ltd.") == "Foxtron Vehicle");
  CHECK(without_company_form("Ltd") == "Ltd");
}

TEST_CASE("variants: a name without a legal form is not shortened") {
  CHECK(variants_of(entry_of("Asian Development Group", "亚洲发展集团"), 0).size() == 1);
}

TEST_CASE("variants: a Chinese company drops what it trades in, other terms keep all") {
  CHECK(has(variants_of(entry_of("Baichuan", "百川智能"), 1), "百川", TermForm::kShort));
  CHECK(variants_of(entry_of("artificial neurons", "人工神经元"), 1).size() == 1);
}

TEST_CASE("variants: a short form in brackets is a term of its own") {
  const auto english = variants_of(entry_of("Financial Stability Board (FSB)", "x"), 0);
  CHECK(has(english, "Financial Stability Board", TermForm::kFull));
  CHECK(has(english, "FSB", TermForm::kFull));
  const auto chinese = variants_of(entry_of("x", "亞太經濟合作組織（亞太經合組織）"), 1);
  CHECK(has(chinese, "亞太經合組織", TermForm::kFull));
}

TEST_CASE("variants: what brackets merely explain is dropped, not taken for a term") {
  const auto variants = variants_of(entry_of("registered (local) bank", "x"), 0);
  CHECK(has(variants, "registered bank", TermForm::kFull));
  CHECK_FALSE(has(variants, "local", TermForm::kFull));
}

TEST_CASE("variants: several terms in one field are taken apart at the slash") {
  const auto variants = variants_of(entry_of("x", "專員 / 金管局"), 1);
  CHECK(has(variants, "專員", TermForm::kFull));
  CHECK(has(variants, "金管局", TermForm::kFull));
}

TEST_CASE("variants: a leading article is dropped") {
  CHECK(has(variants_of(entry_of("the Exchange Fund", "外匯基金"), 0), "Exchange Fund",
            TermForm::kFull));
}
