// Whatever a glossary holds comes back from every format, or the format says that it can't hold it.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "duizhao/formats/glossary_file.h"

using duizhao::Language;
using duizhao::Term;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::formats::GlossaryFormat;
using duizhao::formats::read_glossary;
using duizhao::formats::write_glossary;

namespace {

/// Glossaries that are the same on every machine.
class Maker {
 public:
  explicit Maker(std::uint32_t seed) : state_(seed) {}

  std::vector<TermEntry> entries() {
    std::vector<TermEntry> made(1 + below(5));
    for (std::size_t i = 0; i < made.size(); ++i) {
      TermEntry& entry = made[i];
      entry.id = std::to_string(i) + "c";
      entry.provenance = std::to_string(i + 2) + " of file.csv";
      // A concept has its main term in both languages, and others after it.
      for (const Language language : {Language::kEnglish, Language::kChinese}) {
        entry.terms.push_back(term(language, TermStatus::kPreferred));
        for (std::uint32_t more = below(3); more > 0; --more) {
          entry.terms.push_back(term(language, static_cast<TermStatus>(1 + below(3))));
        }
      }
      if (below(2) == 0) entry.domain = text(Language::kEnglish);
      if (below(2) == 0) entry.definition = text(Language::kEnglish);
      if (below(3) == 0) entry.note = text(Language::kChinese);
      if (below(3) == 0) entry.record = {9, below(9)};
      entry.letter_case = static_cast<duizhao::TermCase>(below(3));
    }
    return made;
  }

 private:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * limit) >> 32U);
  }

  std::string text(Language language) {
    constexpr const char* kEnglish[] = {"fund", "A&B", "\"big\"", "x < y", "50%",        "it's",
                                        "café", "H20", "a,b",     "=1+1",  "semi;colon", "(FSB)",
                                        "#tag", "😀",   "co-op",   "1.5"};
    constexpr const char* kChinese[] = {"基金",   "“引文”", "乔治·华盛顿", "軟體", "Ａ股",
                                        "（一）", "、",     "人工智能",    "𠮷",   "裏"};
    std::string made;
    for (std::uint32_t i = 0, size = 1 + below(3); i < size; ++i) {
      const bool english = language == Language::kEnglish;
      if (!made.empty() && english) made += ' ';
      made += english ? kEnglish[below(16)] : kChinese[below(10)];
    }
    return made;
  }

  Term term(Language language, TermStatus status) {
    Term made;
    made.text = text(language);
    // Enough letters of its language to be known by.
    made.text += language == Language::kEnglish ? " term" : "词";
    made.text += std::to_string(count_++);
    made.language = language;
    made.status = status;
    return made;
  }

  std::uint32_t state_;
  int count_ = 0;
};

/// Tables keep the order of terms in each language only.
void sort_terms(std::vector<TermEntry>& entries) {
  for (TermEntry& entry : entries) {
    std::sort(entry.terms.begin(), entry.terms.end(), [](const Term& a, const Term& b) {
      return std::tie(a.language, a.text) < std::tie(b.language, b.text);
    });
  }
}

std::vector<TermEntry> read_back(const std::string& bytes) {
  std::istringstream input(bytes);
  auto read = read_glossary("-", input);
  REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
  return std::move(*read);
}

void check_format(GlossaryFormat format) {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    std::vector<TermEntry> entries = Maker(seed).entries();
    const auto written = write_glossary(entries, format);
    std::vector<TermEntry> read = read_back(written.bytes);
    sort_terms(entries);
    sort_terms(read);
    if (written.losses.empty()) {
      CHECK(read == entries);
    } else {
      // Terms are held by every format.
      REQUIRE(read.size() == entries.size());
      for (std::size_t i = 0; i < read.size(); ++i) {
        REQUIRE(read[i].terms.size() == entries[i].terms.size());
        for (std::size_t t = 0; t < read[i].terms.size(); ++t) {
          CHECK(read[i].terms[t].text == entries[i].terms[t].text);
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("glossary formats: any glossary comes back from TSV, or what is lost is said") {
  check_format(GlossaryFormat::kTsv);
}

TEST_CASE("glossary formats: any glossary comes back from CSV, or what is lost is said") {
  check_format(GlossaryFormat::kCsv);
}

TEST_CASE("glossary formats: any glossary comes back from XLSX, or what is lost is said") {
  check_format(GlossaryFormat::kXlsx);
}

TEST_CASE("glossary formats: any glossary comes back from TBX, or what is lost is said") {
  check_format(GlossaryFormat::kTbx);
}

TEST_CASE("glossary formats: any glossary comes back from the compiled form") {
  check_format(GlossaryFormat::kCompiled);
}

TEST_CASE("glossary formats: through all formats and back a glossary keeps its terms") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    const std::vector<TermEntry> entries = Maker(seed).entries();
    std::vector<TermEntry> travelled = entries;
    for (const GlossaryFormat format : {GlossaryFormat::kTbx, GlossaryFormat::kXlsx,
                                        GlossaryFormat::kTsv, GlossaryFormat::kCompiled}) {
      travelled = read_back(write_glossary(travelled, format).bytes);
    }
    REQUIRE(travelled.size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      CHECK(travelled[i].terms.size() == entries[i].terms.size());
      CHECK(travelled[i].definition == entries[i].definition);
    }
  }
}
