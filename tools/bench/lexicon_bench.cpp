// How fast the lexicon is there, and how fast text becomes words and words their translations.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "duizhao/model/lexicon.h"
#include "text_in.h"

namespace {

using duizhao::Language;
using duizhao::bench::lines_in;
using duizhao::model::Lexicon;

std::string model_path() {
  const char* named = std::getenv("DUIZHAO_MODEL");
  return named != nullptr ? named : DUIZHAO_SOURCE_DIR "/models/duizhao.model";
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    auto opened = Lexicon::open(model_path());
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  return kLexicon;
}

void open_lexicon(benchmark::State& state) {
  const std::string path = model_path();
  for (auto _ : state) {
    auto opened = Lexicon::open(path);
    benchmark::DoNotOptimize(opened);
  }
}

void split_into_words(benchmark::State& state, Language language) {
  const std::vector<std::string> lines = lines_in(language);
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& line : lines) {
      benchmark::DoNotOptimize(lexicon().words(line, language));
      bytes += line.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void look_up_translations(benchmark::State& state, Language language) {
  std::vector<std::uint32_t> ids;
  for (const std::string& line : lines_in(language)) {
    for (const auto& word : lexicon().words(line, language)) ids.push_back(word.id);
  }
  for (auto _ : state) {
    float sum = 0;
    for (const std::uint32_t id : ids) {
      for (const auto& translation : lexicon().translations(language, id)) {
        sum += translation.probability;
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ids.size()));
}

BENCHMARK(open_lexicon)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(split_into_words, chinese, Language::kChinese)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(split_into_words, english, Language::kEnglish)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(look_up_translations, chinese, Language::kChinese)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(look_up_translations, english, Language::kEnglish)->Word(benchmark::kMillisecond);

}  // namespace
