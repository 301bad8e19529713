// Adds the language models to a model file, or renews them.
//
// usage: language_model MODEL PAIRS.tsv…        (SOURCE<TAB>TARGET, either order; repeated lines
//                                                count once)

#include "duizhao/model/language_model.h"

#include <fstream>
#include <iostream>
#include <string>
#include <unordered_set>
#include <vector>

#include "duizhao/model/lexicon.h"
#include "duizhao/model/model_file.h"
#include "duizhao/text/language.h"

namespace {

using duizhao::Language;

/// Seen less often, an n-gram would be a piece of somebody's text.
constexpr std::uint32_t kLeast = 3;
/// A million n-grams are 5 MB.
constexpr std::size_t kMost = 1'100'000;

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: language_model MODEL PAIRS.tsv...\n";
    return 2;
  }
  namespace model = duizhao::model;
  const std::string path = argv[1];
  std::vector<model::Section> sections;
  {
    const auto lexicon = model::Lexicon::open(path);
    const auto file = model::ModelFile::open(path);
    if (!lexicon || !file) {
      std::cerr << (lexicon ? file.error() : lexicon.error()).message << '\n';
      return 3;
    }
    model::LanguageModelTrainer chinese;
    model::LanguageModelTrainer english;
    std::unordered_set<std::size_t> seen;
    for (int i = 2; i < argc; ++i) {
      std::ifstream pairs(argv[i]);
      std::size_t lines = 0;
      for (std::string line; std::getline(pairs, line);) {
        if (++lines % 10000 == 0) std::cerr << argv[i] << ' ' << lines << '\r';
        if (!seen.insert(std::hash<std::string>{}(line)).second) continue;
        for (std::size_t at = 0; at < line.size();) {
          const std::size_t end = std::min(line.find('\t', at), line.size());
          const std::string side = line.substr(at, end - at);
          const Language language = duizhao::text::language_of(side);
          if (language == Language::kChinese) chinese.add(lexicon->words(side, language));
          if (language == Language::kEnglish) english.add(lexicon->words(side, language));
          at = end + 1;
        }
      }
      std::cerr << '\n';
    }
    const auto zh_name = std::string(model::language_model_section(Language::kChinese));
    const auto en_name = std::string(model::language_model_section(Language::kEnglish));
    for (const auto& [name, size] : file->sections()) {
      if (name == zh_name || name == en_name) continue;
      const auto bytes = file->section(name);
      sections.push_back({name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}});
    }
    sections.push_back({zh_name, chinese.section(kLeast, kMost)});
    sections.push_back({en_name, english.section(kLeast, kMost)});
  }
  if (const auto written = model::write_model_file(path, sections); !written) {
    std::cerr << written.error().message << '\n';
    return 3;
  }
}
