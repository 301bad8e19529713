#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/sha256.h"

using duizhao::Language;
using duizhao::model::Lexicon;

// Tests run in the source tree.
namespace {

const std::string kModel = "models/duizhao.model";

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("shipped model: it is the file that its manifest describes, and within its size") {
  const std::string bytes = content_of(kModel);
  CHECK(bytes.size() <= 40'000'000);
  duizhao::model::Sha256 sum;
  sum.update(bytes);
  std::smatch stated;
  const std::string readme = content_of("models/README.md");
  REQUIRE(std::regex_search(readme, stated, std::regex("sha256: `([0-9a-f]{64})`")));
  CHECK(stated[1] == sum.hex());
}

TEST_CASE("shipped names: they are the file that the README states, and small") {
  const std::string bytes = content_of("models/duizhao.names");
  CHECK(bytes.size() <= 6'000'000);
  duizhao::model::Sha256 sum;
  sum.update(bytes);
  std::smatch stated;
  const std::string readme = content_of("models/README.md");
  REQUIRE(std::regex_search(readme, stated, std::regex("sha256 of the names: `([0-9a-f]{64})`")));
  CHECK(stated[1] == sum.hex());
}

TEST_CASE("shipped model: every section of it is described in FORMAT.md") {
  const std::string format = content_of("models/FORMAT.md");
  for (const std::string& path : {kModel, std::string("models/duizhao.names")}) {
    const auto file = duizhao::model::ModelFile::open(path);
    REQUIRE(file);
    for (const auto& [name, size] : file->sections()) {
      CAPTURE(name);
      CHECK(format.find('`' + name + '`') != std::string::npos);
    }
  }
}

TEST_CASE("shipped model: it has both languages and knows everyday words") {
  REQUIRE(duizhao::model::LanguageModel::open(kModel));
  const auto lexicon = Lexicon::open(kModel);
  REQUIRE(lexicon);
  const auto best = [&](std::string_view word, Language language) {
    const auto words = lexicon->words(word, language);
    REQUIRE(words.size() == 1);
    const auto translations = lexicon->translations(language, words[0].id);
    REQUIRE_FALSE(translations.empty());
    const Language other = language == Language::kChinese ? Language::kEnglish : Language::kChinese;
    return std::string(lexicon->form(other, translations[0].id));
  };
  CHECK(best("银行", Language::kChinese) == "bank");
  CHECK(best("銀行", Language::kChinese) == "bank");
  CHECK(best("公司", Language::kChinese) == "compani");
  CHECK(best("bank", Language::kEnglish) == "银行");
  CHECK(best("water", Language::kEnglish) == "水");
}
