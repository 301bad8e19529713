// How fast facts are found and compared, on one core.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "duizhao/facts/compare.h"
#include "duizhao/facts/fact.h"
#include "text_in.h"

namespace {

using duizhao::Language;
using duizhao::bench::lines_in;
using duizhao::facts::Fact;
using duizhao::facts::PassageFacts;

/// Annual reports, full of figures: more facts a line than news has.
constexpr const char* kReports = "hkma.en-zhHK.tsv";
constexpr const char* kNews = "ntrex.en-zhCN.tsv";

void find_facts(benchmark::State& state, Language language, const char* set) {
  const std::vector<std::string> lines = lines_in(language, set);
  std::size_t bytes = 0;
  std::size_t found = 0;
  for (const std::string& line : lines) bytes += line.size();
  for (auto _ : state) {
    found = 0;
    for (const std::string& line : lines) {
      const auto facts = duizhao::facts::find(line, language);
      found += facts.size();
      benchmark::DoNotOptimize(facts.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
  state.counters["facts_per_kB"] = 1000.0 * static_cast<double>(found) / static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(find_facts, chinese_news, Language::kChinese, kNews)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_facts, english_news, Language::kEnglish, kNews)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_facts, chinese_reports, Language::kChinese, kReports)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_facts, english_reports, Language::kEnglish, kReports)
    ->Unit(benchmark::kMillisecond);

/// Only figures and nothing to skip: the worst case for the grammar.
void find_facts_in_figures(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "2012年11月15日37亿美元、三成五、第十八届，6至12亿元；";
  for (auto _ : state) {
    benchmark::DoNotOptimize(duizhao::facts::find(text, Language::kChinese).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(find_facts_in_figures)->Unit(benchmark::kMillisecond);

void compare_facts(benchmark::State& state) {
  const std::vector<std::string> english = lines_in(Language::kEnglish, kReports);
  const std::vector<std::string> chinese = lines_in(Language::kChinese, kReports);
  std::vector<std::vector<Fact>> a;
  std::vector<std::vector<Fact>> b;
  const std::size_t pairs = std::min(english.size(), chinese.size());
  for (std::size_t i = 0; i < pairs; ++i) {
    a.push_back(duizhao::facts::find(english[i], Language::kEnglish));
    b.push_back(duizhao::facts::find(chinese[i], Language::kChinese));
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const auto comparison =
          duizhao::facts::compare(PassageFacts{a[i], english[i], {0, english[i].size()}, {}, {}},
                                  PassageFacts{b[i], chinese[i], {0, chinese[i].size()}, {}, {}});
      benchmark::DoNotOptimize(comparison.matches.data());
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pairs));
}
BENCHMARK(compare_facts)->Unit(benchmark::kMillisecond);

}  // namespace
