#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/pair/relatedness.h"

namespace duizhao::tests {

/// A Chinese source and an English target, linked.
struct LinkedPair {
  LinkedPair(std::string chinese, std::string english)
      : source_document(document_of(std::move(chinese), Language::kChinese)),
        target_document(document_of(std::move(english), Language::kEnglish)),
        source(pair::make_passage(*source_document, {0, source_document->text.size()}, lexicon())),
        target(pair::make_passage(*target_document, {0, target_document->text.size()}, lexicon())),
        links(pair::link_words(source.words, source.language, target.words, target.language,
                               lexicon())) {}

  [[nodiscard]] std::vector<float> source_related() const {
    return pair::relatedness(source.words, source.language, target.words, target.language,
                             lexicon());
  }
  [[nodiscard]] std::vector<float> target_related() const {
    return pair::relatedness(target.words, target.language, source.words, source.language,
                             lexicon());
  }

  std::unique_ptr<Document> source_document;
  std::unique_ptr<Document> target_document;
  pair::Passage source;
  pair::Passage target;
  pair::Links links;

 private:
  static std::unique_ptr<Document> document_of(std::string text, Language language) {
    auto document = std::make_unique<Document>();
    document->text = std::move(text);
    document->language = language;
    return document;
  }
};

}  // namespace duizhao::tests
