#include "duizhao/model/english_form.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "duizhao/model/english_spelling.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// Words that are remembered: a few megabytes, and all of a book.
constexpr std::size_t kMostKnown = 1U << 15;

using Inflection = std::pair<std::string_view, std::string_view>;

/// Inflected forms that no suffix rule undoes; sorted by the inflected form. Forms that are more
/// often another word ("found" of "founding", "lay", "saw" the tool) are left to context and
/// resolved to the verb, which is what reports and novels mean by them.
constexpr auto kIrregular = std::to_array<Inflection>({
#include "duizhao/model/english_irregular.inc"
});
static_assert(std::adjacent_find(kIrregular.begin(), kIrregular.end(),
                                 [](const Inflection& a, const Inflection& b) {
                                   return a.first >= b.first;
                                 }) == kIrregular.end(),
              "form_of searches the table by halving");

/// Base letters of U+00C0 … U+017F (Latin-1 Supplement and Latin Extended-A); `*` keeps the
/// character.
constexpr std::string_view kBaseLetters =
    "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*llllllllllnnnnnnn**oooooo**rrrrrrssss"
    "ssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char32_t fold_letter(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x80) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return fold_letter(c - 0xFEE0);
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return U'\'';
  if (c >= 0xC0 && c < 0xC0 + kBaseLetters.size() && kBaseLetters[c - 0xC0] != '*') {
    return static_cast<char32_t>(kBaseLetters[c - 0xC0]);
  }
  return c;
}

}  // namespace

std::string fold_latin(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    text::append_code_point(folded, fold_letter(text::next_code_point(text, i)));
  }
  return folded;
}

struct EnglishForms::Stemmer {
  sb_stemmer* handle = sb_stemmer_new("english", "UTF_8");
  Stemmer() {
    if (handle == nullptr) throw std::bad_alloc();
  }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle); }
};

EnglishForms::EnglishForms() : stemmer_(std::make_unique<Stemmer>()) {}
EnglishForms::EnglishForms(EnglishForms&&) noexcept = default;
EnglishForms& EnglishForms::operator=(EnglishForms&&) noexcept = default;
EnglishForms::~EnglishForms() = default;

EnglishForms::Known& EnglishForms::known(std::string_view word) {
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  if (known_.size() >= kMostKnown) known_.clear();
  std::string folded = fold_latin(word);
  const std::uint64_t hash = hash_form(folded);
  return known_.emplace(word, Known{make_form(std::move(folded)), hash, {}}).first->second;
}

std::string EnglishForms::make_form(std::string folded) {
  if (folded.size() > 2 && folded.ends_with("'s")) folded.resize(folded.size() - 2);
  const auto* const found = std::lower_bound(
      kIrregular.begin(), kIrregular.end(), folded,
      [](const Inflection& entry, const std::string& key) { return entry.first < key; });
  if (found != kIrregular.end() && found->first == folded) folded = found->second;
  folded = american_spelling(std::move(folded));
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_->handle, reinterpret_cast<const sb_symbol*>(folded.data()),
                      static_cast<int>(folded.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer_->handle));
  if (length == 0) return folded;
  return {reinterpret_cast<const char*>(stem), length};
}

}  // namespace duizhao::model
