// Loads what the program keeps or is given beside the texts, out of arbitrary bytes, as
// DUIZHAO_FUZZED_LOADER names it: whatever they are, they are read or refused. Model files would
// never get past their checksums, so the bytes are taken as patches of the sections of a small
// sound model, which is then written out with checksums that fit: a model from a stranger.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/batch/journal.h"
#include "duizhao/live/journal.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/name_store.h"
#include "duizhao/model/weights.h"
#include "duizhao/review/profile.h"
#include "duizhao/review/suppression.h"
#include "model/tiny_lexicon.h"

namespace {

using namespace duizhao;

constexpr std::string_view kLoader = DUIZHAO_FUZZED_LOADER;

/// A file of this process, which each input writes anew.
const std::string& path() {
  static const std::string path = "/tmp/duizhao_fuzzed_" + std::to_string(getpid());
  return path;
}

/// Puts bytes into sections: section, place from its beginning, count, bytes, again and again.
void patch(std::vector<model::Section>& sections, std::string_view bytes) {
  while (bytes.size() > 4) {
    std::string& section = sections[static_cast<std::uint8_t>(bytes[0]) % sections.size()].bytes;
    const std::size_t place = static_cast<std::uint8_t>(bytes[1]) * std::size_t{4};
    const std::size_t count =
        std::min<std::size_t>(static_cast<std::uint8_t>(bytes[2]) % 16, bytes.size() - 3);
    if (place <= section.size()) section.replace(place, count, bytes.substr(3, count));
    bytes.remove_prefix(3 + count);
  }
}

void load_lexicon(std::string_view bytes) {
  const tests::TinyLexicon tiny{{{"银行", 0.1F}, {"利润", 0.01F}, {"的", 0.2F}},
                                {{"bank", 0.1F}, {"profit", 0.01F}, {"the", 0.3F}},
                                {{{0, 0.9F}}, {{1, 0.8F}, {0, 0.1F}}, {}},
                                {{{0, 0.9F}}, {{1, 0.8F}}, {{2, 0.1F}}}};
  std::vector<model::Section> sections = tiny.sections();
  patch(sections, bytes);
  if (!model::write_model_file(path(), sections)) return;
  const auto lexicon = model::Lexicon::open(path(), "");
  if (!lexicon) return;
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const std::string_view text =
        language == Language::kChinese ? "银行的利润，銀行" : "The bank's profit";
    for (const model::Word& word : lexicon->words(text, language)) {
      if (word.id == model::kUnknownWord) continue;
      (void)lexicon->near_words(language, word.id);
      (void)lexicon->form(language, word.id);
    }
  }
  (void)lexicon->guesses("banker");
}

void load_names(std::string_view bytes) {
  const auto packed = model::pack_names("郑州\tplace\t-\tZhengzhou\t\tChengchow\n");
  if (!packed) return;
  std::vector<model::Section> sections;
  for (const auto& [name, content] : *packed) sections.push_back({name, content});
  patch(sections, bytes);
  if (!model::write_model_file(path(), sections)) return;
  const auto names = model::NameStore::open(path());
  if (!names) return;
  if (const auto number = names->number_of("郑州")) (void)names->name(*number);
  for (const std::uint32_t number : names->rendered("zhengzhou")) (void)names->name(number);
  (void)names->lengths(U'郑', U'州');
  (void)names->transliterates(U'斯');
}

void write(std::string_view bytes) {
  std::ofstream(path(), std::ios::binary).write(bytes.data(), std::ssize(bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (kLoader == "profile") (void)read_profile(bytes, "profile");
  if (kLoader == "suppressions") (void)Suppressions::read(bytes, "suppressions");
  if (kLoader == "weights") (void)model::Weights::parse(bytes, "weights");
  if (kLoader == "lexicon") load_lexicon(bytes);
  if (kLoader == "names") load_names(bytes);
  if (kLoader == "journal") {
    write(bytes);
    (void)live::Journal::read(path());
    (void)batch::Journal::read(path());
  }
  return 0;
}
