#include "duizhao/extract/corpus.h"

#include "duizhao/terms/folded_text.h"
#include "duizhao/text/tokens.h"
#include "duizhao/text/utf8.h"

namespace duizhao::extract {
namespace {

/// Numbers the forms of one language in the order in which they appear.
class SideBuilder {
 public:
  SideBuilder(Language language, const model::Lexicon& lexicon, CorpusSide& side)
      : language_(language), lexicon_(lexicon), side_(side) {}

  void add(std::string_view text) {
    std::vector<Word>& words = side_.words.emplace_back();
    std::size_t end = 0;
    for (const model::Word& found : lexicon_.words(text, language_)) {
      if (found.kind == text::TokenKind::kPunctuation) continue;
      terms::fold(found.span.in(text), 0, folded_);
      Word word;
      word.span = found.span;
      word.form = number_of(folded_.bytes, found.id);
      const std::string_view between = text.substr(end, found.span.begin - end);
      word.breaks_before = breaks(between);
      word.hyphen_before = !words.empty() && (between == "-" || between == "‑" || between == "–");
      end = found.span.end;
      words.push_back(word);
    }
  }

 private:
  /// Spaces, hyphens, apostrophes and ampersands join what they stand between.
  bool breaks(std::string_view between) const {
    for (const char c : between) {
      const bool joins = c == ' ' || c == '-' || c == '&' || c == '\'' || c == '/' || c == '+';
      if (!joins && (language_ == Language::kChinese || !is_apostrophe(between))) return true;
    }
    return false;
  }

  static bool is_apostrophe(std::string_view between) {
    return between == "’" || between == "’ " || between == "‑" || between == "–";
  }

  std::uint32_t number_of(const std::string& form, std::uint32_t lexicon_id) {
    const auto next = static_cast<std::uint32_t>(side_.forms.size());
    const auto [place, added] = numbers_.try_emplace(form, next);
    if (added) {
      side_.forms.push_back(form);
      side_.lexicon_id.push_back(lexicon_id);
    }
    return place->second;
  }

  Language language_;
  const model::Lexicon& lexicon_;
  CorpusSide& side_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  terms::FoldedText folded_;
};

}  // namespace

Corpus make_corpus(std::vector<TextPair> pairs, const model::Lexicon& lexicon) {
  Corpus corpus;
  corpus.pairs = std::move(pairs);
  SideBuilder english(Language::kEnglish, lexicon, corpus.english);
  SideBuilder chinese(Language::kChinese, lexicon, corpus.chinese);
  for (const TextPair& pair : corpus.pairs) {
    english.add(pair.english);
    chinese.add(pair.chinese);
  }
  return corpus;
}

}  // namespace duizhao::extract
