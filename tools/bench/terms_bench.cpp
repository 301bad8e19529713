// How fast a glossary of 200,000 entries is read, indexed and found in text.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/glossary_file.h"
#include "duizhao/terms/glossary.h"
#include "duizhao/text/utf8.h"

namespace {

using duizhao::Language;
using duizhao::Term;
using duizhao::TermEntry;
using duizhao::formats::GlossaryFormat;
using duizhao::terms::Glossary;

constexpr std::size_t kEntries = 200'000;
constexpr std::size_t kTextBytes = 2'000'000;

/// The same numbers on every machine (Numerical Recipes' quick generator).
class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * limit) >> 32U);
  }

 private:
  std::uint32_t state_ = 7;
};

std::string english_word(Numbers& numbers) {
  constexpr const char* kSyllables[] = {"ba", "con", "de", "ex",  "fi",  "gor", "ha",   "in",
                                        "jo", "ka",  "lu", "men", "no",  "or",  "pre",  "qui",
                                        "re", "sta", "ti", "un",  "ver", "wo",  "tion", "ing"};
  std::string word;
  for (std::uint32_t i = 0, size = 2 + numbers.below(3); i < size; ++i) {
    word += kSyllables[numbers.below(24)];
  }
  return word;
}

std::string english_term(Numbers& numbers) {
  std::string term = english_word(numbers);
  for (std::uint32_t i = 0, more = 1 + numbers.below(2); i < more; ++i) {
    term += ' ' + english_word(numbers);
  }
  return term;
}

std::string chinese_term(Numbers& numbers) {
  std::string term;
  for (std::uint32_t i = 0, size = 3 + numbers.below(4); i < size; ++i) {
    duizhao::text::append_code_point(term, 0x4E00 + numbers.below(6000));
  }
  return term;
}

const std::vector<TermEntry>& entries() {
  static const std::vector<TermEntry> made_once = [] {
    Numbers numbers;
    std::vector<TermEntry> made(kEntries);
    for (TermEntry& entry : made) {
      entry.terms.push_back({.text = english_term(numbers), .language = Language::kEnglish});
      entry.terms.push_back({.text = chinese_term(numbers), .language = Language::kChinese});
    }
    return made;
  }();
  return made_once;
}

/// Text in which every third stretch is a term.
std::string text_of(Language language) {
  Numbers numbers;
  const bool english = language == Language::kEnglish;
  std::string text;
  while (text.size() < kTextBytes) {
    if (numbers.below(3) == 0) {
      text += entries()[numbers.below(kEntries)].terms[english ? 0 : 1].text;
    } else {
      text += english ? english_term(numbers) : chinese_term(numbers);
    }
    text += english ? " " : "，";
  }
  return text;
}

void terms_read(benchmark::State& state, GlossaryFormat format) {
  const std::string bytes = duizhao::formats::write_glossary(entries(), format).bytes;
  for (auto _ : state) {
    std::istringstream input(bytes);
    auto read = duizhao::formats::read_glossary("-", input);
    if (!read || read->size() != kEntries) state.SkipWithError("not read");
    benchmark::DoNotOptimize(read);
  }
}

void terms_index(benchmark::State& state) {
  for (auto _ : state) {
    const Glossary glossary(entries());
    benchmark::DoNotOptimize(glossary.entries().size());
  }
}

void terms_find(benchmark::State& state, Language language) {
  const Glossary glossary(entries());
  const std::string text = text_of(language);
  std::size_t bytes = 0;
  std::size_t found = 0;
  for (auto _ : state) {
    found += glossary.find(text, language).size();
    bytes += text.size();
  }
  if (found == 0) state.SkipWithError("nothing found");
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK_CAPTURE(terms_read, tsv, GlossaryFormat::kTsv)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_read, csv, GlossaryFormat::kCsv)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_read, xlsx, GlossaryFormat::kXlsx)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_read, tbx, GlossaryFormat::kTbx)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_read, compiled, GlossaryFormat::kCompiled)->Word(benchmark::kMillisecond);
BENCHMARK(terms_index)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_find, english, Language::kEnglish)->Word(benchmark::kMillisecond);
BENCHMARK_CAPTURE(terms_find, chinese, Language::kChinese)->Word(benchmark::kMillisecond);

}  // namespace
