#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/check/relatedness.h"

namespace duizhao::tests {

/// A Chinese source and an English target, linked.
struct LinkedPair {
  LinkedPair(std::string chinese, std::string english)
      : source_document(document_of(std::move(chinese), Language::kChinese)),
        target_document(document_of(std::move(english), Language::kEnglish)),
        source(check::make_passage(*source_document, {0, source_document->text.size()}, lexicon())),
        target(check::make_passage(*target_document, {0, target_document->text.size()}, lexicon())),
        links(check::link_units(source.units, source.language, target.units, target.language,
                                lexicon())) {}

  [[nodiscard]] std::vector<float> source_related() const {
    return check::relatedness(source.units, source.language, target.units, target.language,
                              lexicon());
  }
  [[nodiscard]] std::vector<float> target_related() const {
    return check::relatedness(target.units, target.language, source.units, source.language,
                              lexicon());
  }

  std::unique_ptr<Document> source_document;
  std::unique_ptr<Document> target_document;
  check::Passage source;
  check::Passage target;
  check::Links links;

 private:
  static std::unique_ptr<Document> document_of(std::string text, Language language) {
    auto document = std::make_unique<Document>();
    document->text = std::move(text);
    document->language = language;
    return document;
  }
};

}  // namespace duizhao::tests
