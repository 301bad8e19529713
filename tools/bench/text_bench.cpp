// How fast the room `text` is, on a Chinese and an English report of some 100 kB.

#include <benchmark/benchmark.h>

#include <string>

#include "duizhao/core/document.h"
#include "duizhao/text/encoding.h"
#include "duizhao/text/script.h"
#include "duizhao/text/sentences.h"
#include "duizhao/text/tokens.h"

namespace {

using duizhao::Document;

std::string repeated(const std::string& paragraph) {
  std::string text;
  while (text.size() < 100'000) text += paragraph + '\n';
  return text;
}

std::string sample(bool chinese) {
  return chinese ? repeated(
                       "統計處昨天公布，第三季出口按年上升6.2%，是2021年以來最大升幅。專家認為，"
                       "需求回升是主因：「海外訂單明顯增加。」出口商則指出，運費仍在上升。")
                 : repeated(
                       "Exports rose 6.2 percent in the third quarter, the most since 2021, the "
                       "statistics office said. \"Orders from overseas have clearly increased,\" "
                       "an analyst at Chan & Co. Ltd. said. Freight rates are still rising.");
}

void report_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void text_tokenize(benchmark::State& state) {
  const std::string text = sample(state.range(0) != 0);
  std::vector<duizhao::text::Token> tokens;
  for (auto _ : state) {
    duizhao::text::tokenize(text, 0, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  report_bytes(state, text);
}
BENCHMARK(text_tokenize)->ArgName("chinese")->Arg(0)->Arg(1);

void text_segment(benchmark::State& state) {
  Document document;
  document.text = sample(state.range(0) != 0);
  for (auto _ : state) {
    duizhao::text::segment(document);
    benchmark::DoNotOptimize(document.sentences.data());
  }
  report_bytes(state, document.text);
}
BENCHMARK(text_segment)->ArgName("chinese")->Arg(0)->Arg(1);

void text_decode_utf8(benchmark::State& state) {
  const std::string text = sample(state.range(0) != 0);
  for (auto _ : state) benchmark::DoNotOptimize(duizhao::text::decode(text, "", "sample"));
  report_bytes(state, text);
}
BENCHMARK(text_decode_utf8)->ArgName("chinese")->Arg(0)->Arg(1);

void text_script_of(benchmark::State& state) {
  const std::string text = sample(true);
  for (auto _ : state) benchmark::DoNotOptimize(duizhao::text::script_of(text));
  report_bytes(state, text);
}
BENCHMARK(text_script_of);

void text_to_simplified(benchmark::State& state) {
  const std::string text = sample(true);
  const auto converter =
      duizhao::text::Converter::create(duizhao::text::Converter::Direction::kToSimplified);
  for (auto _ : state) benchmark::DoNotOptimize(converter->convert(text));
  report_bytes(state, text);
}
BENCHMARK(text_to_simplified);

}  // namespace
