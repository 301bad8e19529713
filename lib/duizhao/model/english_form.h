#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace duizhao::model {

/// A form in a vocabulary.
struct NumberedForm {
  std::uint32_t number = 0;
  std::uint64_t hash = 0;  ///< hash_form() of the form
};

/// Brings English words to the form under which the lexicon knows them: lower case without
/// diacritics, irregular inflections undone ("rose" → "rise", "feet" → "foot"), British spelling
/// as American, then stemmed by the Porter2 algorithm (snowballstem.org, "english"). Remembers the
/// words that it has seen, within limits: running text repeats itself, and stemming takes ten times
/// as long as looking up. Not thread-safe.
class EnglishForms {
 public:
  EnglishForms();
  EnglishForms(EnglishForms&&) noexcept;
  EnglishForms& operator=(EnglishForms&&) noexcept;
  ~EnglishForms();

  /// `word` is one token of text::tokenize. Possessive 's is dropped. The result is never empty
  /// for a word with a letter in it; it is valid until the next call.
  [[nodiscard]] std::string_view form_of(std::string_view word) { return known(word).form; }

  struct Known {
    std::string form;
    std::uint64_t folded_hash = 0;  ///< hash_form() of fold_latin() of the word
    /// Room for what the vocabularies of both languages know of the form: a Chinese text has
    /// English words as well.
    std::array<std::optional<NumberedForm>, 2> numbered;
  };
  [[nodiscard]] Known& known(std::string_view word);

 private:
  struct Stemmer;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  [[nodiscard]] std::string make_form(std::string folded);

  std::unique_ptr<Stemmer> stemmer_;
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
};

/// Lower case, full-width Latin narrowed, the diacritics of Latin letters dropped, curly
/// apostrophes straightened; other characters unchanged. Length in bytes may change.
[[nodiscard]] std::string fold_latin(std::string_view text);

}  // namespace duizhao::model
