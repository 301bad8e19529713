#include "duizhao/model/lexicon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "commands/temporary_folder.h"
#include "duizhao/model/pieces.h"
#include "model/tiny_lexicon.h"

using duizhao::ErrorCode;
using duizhao::Language;
using duizhao::model::kUnknownWord;
using duizhao::model::Lexicon;
using duizhao::model::Section;
using duizhao::model::Translation;
using duizhao::model::Word;
using duizhao::model::write_model_file;
using duizhao::tests::TinyLexicon;
using duizhao::text::TokenKind;

namespace {

const TinyLexicon kTiny = {
    {{"银行", 0.25F}, {"行", 0.125F}, {"。", 0.5F}, {"的", 0.125F}},
    {{"bank", 0.5F}, {".", 0.25F}, {"line", 0.25F}},
    {{{0, 0.9F}, {2, 0.1F}}, {{2, 1.0F}}, {{1, 0.75F}}, {}},
    {{{0, 0.625F}, {1, 0.001F}}, {{2, 1.0F}}, {{1, 1e-9F}}},
};

struct Opened {
  duizhao::tests::TemporaryFolder folder;
  Lexicon lexicon;

  explicit Opened(const std::vector<Section>& sections) : lexicon(open(folder, sections)) {}

 private:
  static Lexicon open(const duizhao::tests::TemporaryFolder& folder,
                      const std::vector<Section>& sections) {
    const std::string path = folder.path("tiny.model");
    REQUIRE(write_model_file(path, sections));
    auto lexicon = Lexicon::open(path);
    REQUIRE(lexicon);
    return std::move(*lexicon);
  }
};

std::vector<std::string> forms_of(const Lexicon& lexicon, const std::string& text,
                                  Language language) {
  std::vector<std::string> forms;
  for (const Word& word : lexicon.words(text, language)) {
    if (word.id == kUnknownWord) {
      forms.push_back(std::string("?").append(word.span.in(text)));
    } else {
      forms.emplace_back(lexicon.form(language, word.id));
    }
  }
  return forms;
}

}  // namespace

TEST_CASE("lexicon: words, probabilities and translations come back as they were written") {
  const Opened opened(kTiny.sections());
  const Lexicon& lexicon = opened.lexicon;
  for (const auto& [language, words, table] :
       {std::tuple(Language::kChinese, kTiny.chinese, kTiny.to_english),
        std::tuple(Language::kEnglish, kTiny.english, kTiny.to_chinese)}) {
    REQUIRE(lexicon.size(language) == words.size());
    for (std::uint32_t id = 0; id < words.size(); ++id) {
      CHECK(lexicon.form(language, id) == words[id].first);
      CHECK(lexicon.probability(language, id) == words[id].second);
      const auto translations = lexicon.translations(language, id);
      REQUIRE(translations.size() == table[id].size());
      for (std::size_t i = 0; i < translations.size(); ++i) {
        CHECK(translations[i].id == table[id][i].first);
        // Probabilities are stored in steps of 1/256 nat down to e^-16.
        const float wanted = std::max(table[id][i].second, std::exp(-4095.0F / 256));
        CHECK(std::abs(std::log(translations[i].probability / wanted)) <= 1.0F / 512 + 1e-6F);
      }
    }
  }
}

TEST_CASE("lexicon: what it does not know has a small probability and no translations") {
  const Opened opened(kTiny.sections());
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    CHECK(opened.lexicon.probability(language, kUnknownWord) > 0);
    CHECK(opened.lexicon.probability(language, kUnknownWord) < 1e-5F);
    CHECK(opened.lexicon.translations(language, kUnknownWord).empty());
  }
}

TEST_CASE("lexicon: text of both languages becomes words of the vocabularies") {
  const Opened opened(kTiny.sections());
  CHECK(forms_of(opened.lexicon, "银行的行。", Language::kChinese) ==
        std::vector<std::string>{"银行", "的", "行", "。"});
  CHECK(forms_of(opened.lexicon, "The bank's lines, Banks.", Language::kEnglish) ==
        std::vector<std::string>{"?The", "bank", "line", "?,", "bank", "."});
  CHECK(opened.lexicon.words("", Language::kChinese).empty());
  CHECK(opened.lexicon.words(" \n", Language::kEnglish).empty());
}

TEST_CASE(
    "lexicon: an English word has the number of each language's vocabulary, however often met") {
  const Opened opened(kTiny.sections());
  for (int again = 0; again < 2; ++again) {
    CHECK(forms_of(opened.lexicon, "bank", Language::kEnglish) == std::vector<std::string>{"bank"});
    CHECK(forms_of(opened.lexicon, "bank", Language::kChinese) ==
          std::vector<std::string>{"?bank"});
  }
}

TEST_CASE("lexicon: what it lists of a word, and which words are common") {
  const Opened opened(kTiny.sections());
  const Lexicon& lexicon = opened.lexicon;
  for (int again = 0; again < 2; ++again) {
    CHECK(lexicon.listed(Language::kChinese, 0) == doctest::Approx(1.0).epsilon(0.01));
    CHECK(lexicon.listed(Language::kEnglish, 0) == doctest::Approx(0.626).epsilon(0.01));
    CHECK(lexicon.listed(Language::kChinese, 3) == 0);
    CHECK(lexicon.listed(Language::kChinese, kUnknownWord) == 0);
  }
  CHECK(lexicon.is_function_word(Language::kEnglish, 2));
  CHECK_FALSE(lexicon.is_function_word(Language::kEnglish, 2048));  // shares its place with 0
  CHECK_FALSE(lexicon.is_function_word(Language::kEnglish, kUnknownWord));
}

TEST_CASE("lexicon: spans are shifted by the offset of the text") {
  const Opened opened(kTiny.sections());
  const auto words = opened.lexicon.words("银行。", Language::kChinese, 100);
  REQUIRE(words.size() == 2);
  CHECK(words[0].span == duizhao::Span{100, 106});
  CHECK(words[1].span == duizhao::Span{106, 109});
}

TEST_CASE("lexicon: a name and a figure hash alike in both languages, known or not") {
  const Opened opened(kTiny.sections());
  const auto zh = opened.lexicon.words("Ｎｖｉｄｉａ 1,200", Language::kChinese);
  const auto en = opened.lexicon.words("NVIDIA １２００", Language::kEnglish);
  REQUIRE(zh.size() == 2);
  REQUIRE(en.size() == 2);
  CHECK(zh[0].form_hash == en[0].form_hash);
  CHECK(zh[1].form_hash == en[1].form_hash);
  CHECK(zh[0].form_hash != zh[1].form_hash);
  CHECK(zh[1].kind == TokenKind::kNumber);
}

TEST_CASE(
    "lexicon: a model without one of its sections, or with sections that do not fit, is refused") {
  const duizhao::tests::TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  const auto refused = [&](const std::vector<Section>& sections) {
    REQUIRE(write_model_file(path, sections));
    const auto lexicon = Lexicon::open(path);
    return !lexicon && lexicon.error().code == ErrorCode::kMalformed &&
           lexicon.error().where.file == path;
  };
  const std::vector<Section> whole = kTiny.sections();
  CHECK_FALSE(refused(whole));
  for (std::size_t s = 0; s < whole.size(); ++s) {
    CAPTURE(whole[s].name);
    std::vector<Section> sections = whole;
    sections[s].bytes.clear();
    CHECK(refused(sections));
    sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(s));
    CHECK(refused(sections));
  }
  std::vector<Section> swapped = whole;
  std::swap(swapped[3].bytes, swapped[4].bytes);
  CHECK(refused(swapped));
}

TEST_CASE("lexicon: a made-up model with any number wrong is refused or read, and never crashes") {
  // The checksums fit here, as they would in a file that was damaged on purpose.
  const duizhao::tests::TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  const std::vector<Section> whole = kTiny.sections();
  for (std::size_t s = 1; s < whole.size(); ++s) {
    for (std::size_t i = 0; i + 4 <= whole[s].bytes.size(); i += 4) {
      for (const std::uint32_t number : {0U, 1U, 7U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
        std::vector<Section> sections = whole;
        std::memcpy(sections[s].bytes.data() + i, &number, sizeof number);
        REQUIRE(write_model_file(path, sections));
        const auto lexicon = Lexicon::open(path);
        if (!lexicon) continue;
        for (const Language language : {Language::kChinese, Language::kEnglish}) {
          for (const Word& word : lexicon->words("银行的line。x", language)) {
            for (const Translation& t : lexicon->translations(language, word.id)) {
              const Language other =
                  language == Language::kChinese ? Language::kEnglish : Language::kChinese;
              REQUIRE(t.id < lexicon->size(other));
            }
          }
        }
      }
    }
  }
}

TEST_CASE("lexicon: without pieces of words there are no guesses") {
  const Opened opened(kTiny.sections());
  CHECK(opened.lexicon.pieces(Language::kChinese) == nullptr);
  CHECK(opened.lexicon.pieces(Language::kEnglish) == nullptr);
  CHECK(opened.lexicon.guesses("interbank").empty());
}

TEST_CASE("lexicon: an unknown word is guessed at by the words that share its pieces") {
  const std::vector<std::string> words = {"bank",   "line",   "growth", "rate",
                                          "export", "import", "power",  "finance"};
  int left = 2000;
  std::mt19937 random(7);
  const std::string pieces = duizhao::model::train_pieces(
      [&](std::string& text) {
        for (int i = 0; i < 6; ++i) text += words[random() % words.size()] + ' ';
        return left-- > 0;
      },
      50);
  REQUIRE_FALSE(pieces.empty());
  const auto meanings = duizhao::model::piece_translations(
      pieces, {{"bank", ".", "line"}, {0.5F, 0.25F, 0.25F}}, kTiny.to_chinese);
  REQUIRE(meanings);
  auto sections = kTiny.sections();
  sections.push_back({std::string(duizhao::model::kEnglishPiecesSection), pieces});
  sections.push_back({std::string(duizhao::model::kPiecesToChineseSection),
                      duizhao::model::encode_translations(*meanings)});
  const Opened opened(sections);
  REQUIRE(opened.lexicon.pieces(Language::kEnglish) != nullptr);
  const auto guesses = opened.lexicon.guesses("Banks");
  REQUIRE_FALSE(guesses.empty());
  CHECK(opened.lexicon.form(Language::kChinese, guesses[0].id) == "银行");
  float sum = 0;
  for (const Translation& guess : guesses) sum += guess.probability;
  CHECK(sum <= 1.001F);
  CHECK(opened.lexicon.guesses("").empty());
  CHECK(opened.lexicon.guesses("Ünïcödé").size() < 100);
}

TEST_CASE(
    "lexicon: pieces that are no SentencePiece model tell nothing, and broken meanings fail") {
  auto sections = kTiny.sections();
  sections.push_back({std::string(duizhao::model::kEnglishPiecesSection), "no model"});
  sections.push_back({std::string(duizhao::model::kPiecesToChineseSection),
                      duizhao::model::encode_translations({{{0, 1.0F}}})});
  {
    const Opened opened(sections);
    CHECK(opened.lexicon.pieces(Language::kEnglish) == nullptr);
    CHECK(opened.lexicon.guesses("bank").empty());
  }
  // A translation that no Chinese word has the number of.
  sections.back().bytes = duizhao::model::encode_translations({{{4, 1.0F}}});
  const duizhao::tests::TemporaryFolder folder;
  REQUIRE(write_model_file(folder.path("a.model"), sections));
  const auto broken = Lexicon::open(folder.path("a.model"));
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == ErrorCode::kMalformed);
}
