#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/report/message.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/text/language.h"
#include "duizhao/text/script_converters.h"
#include "duizhao/text/sentences.h"

namespace duizhao::tests {

/// The model of the source tree; tests run there.
inline const model::Lexicon& lexicon() {
  static const auto opened = model::Lexicon::open("models/duizhao.model");
  REQUIRE(opened.has_value());
  return *opened;
}

inline const model::LanguageModel& language_model() {
  static const auto opened = model::LanguageModel::open("models/duizhao.model");
  REQUIRE(opened.has_value());
  return *opened;
}

inline const model::NameStore& names() {
  static const auto opened = model::NameStore::open("models/duizhao.names");
  REQUIRE(opened.has_value());
  return *opened;
}

inline const text::ScriptConverters& converters() {
  static const text::ScriptConverters converters;
  return converters;
}

inline Resources resources() {
  Resources resources;
  resources.lexicon = &lexicon();
  resources.language_model = &language_model();
  resources.names = &names();
  resources.converters = &converters();
  return resources;
}

inline Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  document.language = text::language_of(document.text);
  return document;
}

/// A pair, as a line of a bilingual file is reviewed.
inline Review reviewed_pair(std::string source, std::string target,
                            const Resources& with = resources(),
                            const ReviewOptions& options = {}) {
  Document a = document_of(std::move(source));
  Document b = document_of(std::move(target));
  // What is in no language, and a translation that was left in the source's, is known by its
  // partner.
  if (a.language == Language::kUnknown) a.language = other_language(b.language);
  if (b.language == Language::kUnknown || a.language == b.language) {
    b.language = other_language(a.language);
  }
  text::segment_lines(a);
  text::segment_lines(b);
  return review_pair(std::move(a), std::move(b), with, options);
}

/// Two documents, a line a sentence.
inline Review reviewed_documents(std::string source, std::string target) {
  Document a = document_of(std::move(source));
  Document b = document_of(std::move(target));
  text::segment_lines(a);
  text::segment_lines(b);
  return review(std::move(a), std::move(b), resources(), {});
}

inline std::vector<Finding> findings_of(const Review& review, std::string_view rule) {
  std::vector<Finding> findings;
  for (const Finding& finding : review.findings) {
    if (finding.rule == rule) findings.push_back(finding);
  }
  return findings;
}

/// Findings of `name` that say that one name stands for another.
inline std::vector<Finding> others_in(std::string source, std::string target) {
  std::vector<Finding> findings = reviewed_pair(std::move(source), std::move(target)).findings;
  std::erase_if(findings,
                [](const Finding& finding) { return !finding.code.starts_with("name/another"); });
  return findings;
}

/// What a finding says, in English.
inline std::string message_of(const Finding& finding) {
  return report::message_of(finding, Language::kEnglish);
}

/// Whether the rule finds anything in the pair.
inline bool fires(std::string_view rule, std::string source, std::string target) {
  return !findings_of(reviewed_pair(std::move(source), std::move(target)), rule).empty();
}

}  // namespace duizhao::tests
