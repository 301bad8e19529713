#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace duizhao::model {

/// Brings English words to the form under which the lexicon knows them: lower case without
/// diacritics, irregular inflections undone ("rose" → "rise", "feet" → "foot"), then stemmed by
/// the Porter2 algorithm (snowballstem.org, "english"). Not thread-safe; cheap to make.
class EnglishForms {
 public:
  EnglishForms();
  EnglishForms(EnglishForms&&) noexcept;
  EnglishForms& operator=(EnglishForms&&) noexcept;
  ~EnglishForms();

  /// `word` is one token of text::tokenize. Possessive 's is dropped. The result is never empty
  /// for a word with a letter in it.
  [[nodiscard]] std::string form_of(std::string_view word);

 private:
  struct Stemmer;
  std::unique_ptr<Stemmer> stemmer_;
};

/// Lower case, full-width Latin narrowed, the diacritics of Latin letters dropped, curly
/// apostrophes straightened; other characters unchanged. Length in bytes may change.
[[nodiscard]] std::string fold_latin(std::string_view text);

}  // namespace duizhao::model
