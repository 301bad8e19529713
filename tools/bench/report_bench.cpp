// What it costs to write reports: lines of pairs, where batches have millions, and the forms of a
// review of a book.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <string>

#include "duizhao/report/html.h"
#include "duizhao/report/json.h"
#include "duizhao/report/text.h"
#include "duizhao/score/mqm.h"
#include "duizhao/score/words.h"
#include "duizhao/text/sentences.h"

namespace {

using namespace duizhao;

/// A review of `count` sentences a side, of which one in thirteen has a finding and one in fifty no
/// counterpart.
Review book(std::size_t count) {
  constexpr std::array<const char*, 3> kEnglish = {
      "The harbour lay quiet under a thin fog, and nobody had yet come down to the boats.",
      "She rose to her feet.",
      "He counted 1,200 crates, then counted them again because the clerk did not believe him."};
  constexpr std::array<const char*, 3> kChinese = {"薄雾笼罩着静静的港口，还没有人下到船边来。",
                                                   "她站起身来。",
                                                   "他数了1200箱，因为书记员不信，又数了一遍。"};
  Review review;
  review.source.name = "book.en.txt";
  review.target.name = "book.zh.txt";
  for (std::size_t i = 0; i < count; ++i) {
    review.source.text.append(kEnglish[i % 3]).append(i % 5 == 4 ? "\n" : " ");
    review.target.text.append(kChinese[i % 3]).append(i % 5 == 4 ? "\n" : "");
  }
  text::segment(review.source);
  text::segment(review.target);
  const auto beads = static_cast<std::uint32_t>(
      std::min(review.source.sentences.size(), review.target.sentences.size()));
  for (std::uint32_t i = 0; i < beads; ++i) {
    Bead bead;
    bead.source = {i};
    if (i % 50 != 7) bead.target = {i};
    if (i % 50 == 8) bead.target = {i - 1, i};
    bead.confidence = 0.9;
    review.alignment.beads.push_back(bead);
    if (i % 13 != 0) continue;
    Finding finding(FindingKind{i % 2 == 0 ? "number/value" : "term/replaced",
                                Category::kMistranslation, Severity::kMajor, 0.9, "fact/value"});
    finding.severity = static_cast<Severity>(i % 4);
    finding.source = review.source.sentences[i].span;
    finding.target = review.target.sentences[i].span;
    finding.with("source", "1,200").with("meant", "1200").with("target", "something else");
    finding.suggestion = "1200";
    finding.bead = i;
    review.findings.push_back(finding);
  }
  review.score = score::mqm_score(review.source, review.target, review.findings, {});
  return review;
}

void pair_lines(benchmark::State& state) {
  const Review pair = book(1);
  std::string out;
  std::size_t number = 0;
  for (auto _ : state) {
    out.clear();
    report::append_pair_line(out, {number++, 0, {}}, pair);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(pair_lines);

template <typename Write>
void write_book(benchmark::State& state, Write write) {
  const Review review = book(static_cast<std::size_t>(state.range(0)));
  std::size_t bytes = 0;
  for (auto _ : state) {
    std::string out;
    write(out, review);
    bytes += out.size();
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void review_json(benchmark::State& state) {
  write_book(state,
             [](std::string& out, const Review& review) { report::append_json(out, review); });
}
void review_html(benchmark::State& state) {
  write_book(state,
             [](std::string& out, const Review& review) { report::append_html(out, review); });
}
void review_text(benchmark::State& state) {
  write_book(state,
             [](std::string& out, const Review& review) { report::append_text(out, review, {}); });
}
BENCHMARK(review_json)->Arg(40000)->Word(benchmark::kMillisecond);
BENCHMARK(review_html)->Arg(40000)->Word(benchmark::kMillisecond);
BENCHMARK(review_text)->Arg(40000)->Word(benchmark::kMillisecond);

void count_words(benchmark::State& state) {
  const std::string text = book(10000).target.text;
  for (auto _ : state) benchmark::DoNotOptimize(score::count_words(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(count_words);

}  // namespace
