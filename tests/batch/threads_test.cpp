// Threads that share a Checker. Under ThreadSanitizer (preset tsan) this tells whether what is made
// when it is first asked for, tables and caches, may be asked for by several at once.
#include <doctest/doctest.h>

#include <barrier>
#include <string>
#include <thread>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/report/json.h"
#include "duizhao/review/checker.h"
#include "duizhao/review/documents.h"

namespace duizhao::batch {
namespace {

/// The reviews of all rules' examples, a line of JSON each, in their order.
using Lines = std::vector<std::string>;

std::vector<const check::Example*> examples() {
  std::vector<const check::Example*> all;
  for (const check::Rule* rule : check::rules()) {
    for (const check::Example& example : rule->examples) all.push_back(&example);
  }
  return all;
}

std::string reviewed(const Checker& checker, const check::Example& example) {
  const std::string source(example.source);
  const std::string target(example.target);
  std::string line;
  if (source.find('\n') == std::string::npos) {
    const auto review = checker.review_pair(source, target);
    if (review) report::append_pair_line(line, {}, *review, Language::kEnglish);
    return line;
  }
  auto left = document_of(source, "source", {});
  auto right = document_of(target, "target", {});
  REQUIRE((left && right));
  const auto review = checker.review(std::move(*left), std::move(*right));
  if (review) report::append_report_line(line, *review, Language::kEnglish);
  return line;
}

/// Reviews all examples, beginning with one of them.
Lines reviewed_from(const Checker& checker, std::size_t first) {
  const auto all = examples();
  Lines lines(all.size());
  for (std::size_t k = 0; k < all.size(); ++k) {
    const std::size_t at = (first + k) % all.size();
    lines[at] = reviewed(checker, *all[at]);
  }
  return lines;
}

TEST_CASE("threads: several that share a checker find what one finds, from the first pair on") {
  CheckerOptions options;
  options.profile = "strict";
  for (const auto& [language, text] :
       {std::pair{Language::kEnglish, "interest rate"}, {Language::kChinese, "利率"}}) {
    if (options.terms.empty()) options.terms.emplace_back();
    options.terms.front().terms.emplace_back();
    options.terms.front().terms.back().text = text;
    options.terms.front().terms.back().language = language;
  }
  const auto checker = Checker::open(options);
  REQUIRE(checker.has_value());
  constexpr std::size_t kThreads = 4;
  std::vector<Lines> found(kThreads);
  std::barrier all_here(static_cast<std::ptrdiff_t>(kThreads));
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        // Two begin with the same pair, so that they ask for the same things at once.
        const std::size_t first = t / 2 * examples().size() / 2;
        all_here.arrive_and_wait();
        found[t] = reviewed_from(*checker, first);
      });
    }
  }
  const Lines alone = reviewed_from(*checker, 0);
  CHECK(alone.size() > 80);
  for (const Lines& lines : found) CHECK(lines == alone);
}

}  // namespace
}  // namespace duizhao::batch
