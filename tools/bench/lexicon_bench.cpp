// How fast the lexicon is there, and how fast text becomes units and units their translations.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "duizhao/model/lexicon.h"

namespace {

using duizhao::Language;
using duizhao::model::Lexicon;

std::string model_path() {
  const char* named = std::getenv("DUIZHAO_MODEL");
  return named != nullptr ? named : DUIZHAO_SOURCE_DIR "/models/duizhao.model";
}

/// The lines of the news pairs under $DUIZHAO_EVAL, in one language; of a report in corpora/ where
/// they are not there (too short for the caches to matter as they do in life).
std::vector<std::string> lines_in(Language language) {
  const char* folder = std::getenv("DUIZHAO_EVAL");
  const std::filesystem::path root = DUIZHAO_SOURCE_DIR;
  std::ifstream pairs((folder != nullptr ? std::filesystem::path(folder) : root / "../shared") /
                      "data/pairs/ntrex.en-zhCN.tsv");
  std::ifstream report(root / (language == Language::kChinese
                                   ? "corpora/health/report.zh-Hans.sentences"
                                   : "corpora/chips/report.en.sentences"));
  std::vector<std::string> lines;
  std::string line;
  if (pairs) {
    while (std::getline(pairs, line)) {
      const std::size_t tab = line.find('\t');
      lines.push_back(language == Language::kEnglish ? line.substr(0, tab) : line.substr(tab + 1));
    }
  } else {
    while (std::getline(report, line)) lines.push_back(line);
  }
  return lines;
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

void split_into_units(benchmark::State& state, Language language) {
  const std::vector<std::string> lines = lines_in(language);
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& line : lines) {
      benchmark::DoNotOptimize(lexicon().units(line, language));
      bytes += line.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void look_up_translations(benchmark::State& state, Language language) {
  std::vector<std::uint32_t> ids;
  for (const std::string& line : lines_in(language)) {
    for (const auto& unit : lexicon().units(line, language)) ids.push_back(unit.id);
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

BENCHMARK(open_lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(split_into_units, chinese, Language::kChinese)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(split_into_units, english, Language::kEnglish)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(look_up_translations, chinese, Language::kChinese)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(look_up_translations, english, Language::kEnglish)->Unit(benchmark::kMillisecond);

}  // namespace
