#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>

#include "corpora/corpus.h"
#include "duizhao/check/rule.h"
#include "duizhao/core/document.h"
#include "duizhao/text/sentences.h"

namespace duizhao::tests {
namespace {

/// Runs `check` on every corpus, each named in what a failure says.
template <typename Check>
void for_each_corpus(Check check) {
  for (const Report& report : kReports) {
    CAPTURE(report.name);
    check(read_corpus(report.name));
  }
}

std::string without_white_space(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; });
  return kept;
}

std::string text_of(const std::vector<std::uint32_t>& numbers, const Version& version) {
  std::string text;
  for (const std::uint32_t number : numbers) text += version.sentences.at(number) + "\n";
  return text;
}

/// How often every sentence of a side stands in a bead.
std::vector<int> cover(const Alignment& gold, std::vector<std::uint32_t> Bead::*side,
                       std::size_t sentences) {
  std::vector<int> counts(sentences);
  for (const Bead& bead : gold.beads) {
    for (const std::uint32_t number : bead.*side) ++counts.at(number);
  }
  return counts;
}

bool has_bead(const Alignment& gold, std::size_t source, std::size_t target) {
  return std::any_of(gold.beads.begin(), gold.beads.end(), [&](const Bead& bead) {
    return bead.source.size() == source && bead.target.size() == target;
  });
}

/// Whether the beads run through the target in order.
bool monotone(const Alignment& gold) {
  std::uint32_t next = 0;
  for (const Bead& bead : gold.beads) {
    for (const std::uint32_t number : bead.target) {
      if (number < next) return false;
      next = number + 1;
    }
  }
  return true;
}

/// Whether one of the numbered sentences overlaps the passage.
bool touches(const std::vector<std::uint32_t>& numbers, const std::vector<Span>& sentences,
             const std::optional<Span>& passage) {
  return passage && std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
           return sentences.at(number).overlaps(*passage);
         });
}

TEST_CASE("corpora: every version has 25 to 60 sentences") {
  for_each_corpus([](const Corpus& corpus) {
    for (const Version* version : {&corpus.source, &corpus.draft, &corpus.clean}) {
      CAPTURE(version->path);
      CHECK(version->sentences.size() >= 25);
      CHECK(version->sentences.size() <= 60);
    }
  });
}

TEST_CASE("corpora: the sentences are the report, in order, and white space") {
  for_each_corpus([](const Corpus& corpus) {
    for (const Version* version : {&corpus.source, &corpus.draft, &corpus.clean}) {
      CAPTURE(version->path);
      std::string all;
      for (const std::string& sentence : version->sentences) {
        CHECK_FALSE(sentence.empty());
        all += sentence;
      }
      CHECK(without_white_space(all) == without_white_space(version->text));
      CHECK(sentence_spans(*version).size() == version->sentences.size());
    }
  });
}

TEST_CASE("corpora: the segmentation finds the same sentences") {
  for_each_corpus([](const Corpus& corpus) {
    for (const Version* version : {&corpus.source, &corpus.draft, &corpus.clean}) {
      CAPTURE(version->path);
      Document document;
      document.text = version->text;
      text::segment(document);
      std::vector<std::string> found;
      for (const Sentence& sentence : document.sentences) {
        found.emplace_back(document.text_of(sentence));
      }
      CHECK(found == version->sentences);
    }
  });
}

TEST_CASE("corpora: gold has every sentence of both sides in exactly one bead") {
  for_each_corpus([](const Corpus& corpus) {
    const std::vector<int> source(corpus.source.sentences.size(), 1);
    const std::vector<int> draft(corpus.draft.sentences.size(), 1);
    const std::vector<int> clean(corpus.clean.sentences.size(), 1);
    CHECK(cover(corpus.draft_gold, &Bead::source, source.size()) == source);
    CHECK(cover(corpus.draft_gold, &Bead::target, draft.size()) == draft);
    CHECK(cover(corpus.clean_gold, &Bead::source, source.size()) == source);
    CHECK(cover(corpus.clean_gold, &Bead::target, clean.size()) == clean);
  });
}

TEST_CASE("corpora: a draft has splits, a moved passage, omissions and one addition") {
  for_each_corpus([](const Corpus& corpus) {
    CHECK(has_bead(corpus.draft_gold, 1, 2));
    CHECK(has_bead(corpus.draft_gold, 2, 1));
    CHECK_FALSE(monotone(corpus.draft_gold));
    CHECK(has_bead(corpus.draft_gold, 1, 0));
    const auto& beads = corpus.draft_gold.beads;
    CHECK(std::count_if(beads.begin(), beads.end(),
                        [](const Bead& bead) { return bead.source.empty(); }) == 1);
  });
}

TEST_CASE("corpora: a clean translation leaves nothing out and keeps the order") {
  for_each_corpus([](const Corpus& corpus) {
    const auto& beads = corpus.clean_gold.beads;
    CHECK(std::none_of(beads.begin(), beads.end(),
                       [](const Bead& bead) { return bead.one_sided(); }));
    CHECK(monotone(corpus.clean_gold));
  });
}

TEST_CASE("corpora: a planted error names rules, a severity and passages that occur once") {
  for_each_corpus([](const Corpus& corpus) {
    CHECK(corpus.errors.size() >= 8);
    CHECK(corpus.errors.size() <= 18);
    for (const PlantedError& error : corpus.errors) {
      CAPTURE(error.note);
      for (const std::string& rule : error.rules)
        CHECK_MESSAGE(check::rule_named(rule) != nullptr, rule);
      CHECK(severity_named(error.severity).has_value());
      if (error.rules.front() == "addition") {
        CHECK(error.source.empty());
      } else {
        CHECK(only_place(corpus.source.text, error.source).has_value());
      }
      if (error.rules.front() == "omission") {
        CHECK(error.target.empty());
      } else {
        CHECK(only_place(corpus.draft.text, error.target).has_value());
        CHECK(corpus.clean.text.find(error.target) == std::string::npos);
      }
    }
  });
}

TEST_CASE("corpora: no sentence of a draft has two planted errors") {
  for_each_corpus([](const Corpus& corpus) {
    const auto source = sentence_spans(corpus.source);
    const auto draft = sentence_spans(corpus.draft);
    for (const Bead& bead : corpus.draft_gold.beads) {
      // A passage of the source may reach into a neighbour that says where it stands, so the
      // draft's side decides; only omissions have none.
      const auto here =
          std::count_if(corpus.errors.begin(), corpus.errors.end(), [&](const PlantedError& error) {
            return error.target.empty()
                       ? touches(bead.source, source, only_place(corpus.source.text, error.source))
                       : touches(bead.target, draft, only_place(corpus.draft.text, error.target));
          });
      CAPTURE(text_of(bead.target, corpus.draft));
      CHECK(here <= 1);
    }
  });
}

TEST_CASE("corpora: a draft differs from the clean translation only by its planted errors") {
  for_each_corpus([](const Corpus& corpus) {
    const auto source = sentence_spans(corpus.source);
    const auto draft = sentence_spans(corpus.draft);
    for (const Bead& bead : corpus.draft_gold.beads) {
      const bool planted =
          std::any_of(corpus.errors.begin(), corpus.errors.end(), [&](const PlantedError& error) {
            return touches(bead.target, draft, only_place(corpus.draft.text, error.target)) ||
                   (error.target.empty() &&
                    touches(bead.source, source, only_place(corpus.source.text, error.source)));
          });
      const auto& beads = corpus.clean_gold.beads;
      const auto same = std::find_if(beads.begin(), beads.end(), [&](const Bead& clean) {
        return clean.source == bead.source;
      });
      const std::string expected =
          same == beads.end() ? std::string() : text_of(same->target, corpus.clean);
      CAPTURE(expected);
      CHECK((text_of(bead.target, corpus.draft) == expected) != planted);
    }
  });
}

TEST_CASE("corpora: every term of a glossary occurs in its report") {
  for_each_corpus([](const Corpus& corpus) {
    CHECK(corpus.glossary.size() >= 10);
    for (const GlossaryLine& line : corpus.glossary) {
      // Citation forms: "import duty" stands for "import duties".
      std::string term = line.source.substr(0, line.source.find('|'));
      if (term.ends_with('y')) term.pop_back();
      const auto found = std::search(
          corpus.source.text.begin(), corpus.source.text.end(), term.begin(), term.end(),
          [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
      CHECK_MESSAGE(found != corpus.source.text.end(), line.source);
    }
  });
}

}  // namespace
}  // namespace duizhao::tests
