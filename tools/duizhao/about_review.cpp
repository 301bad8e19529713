#include "about_review.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>
#include <utility>

#include "duizhao/pair/resources.h"
#include "duizhao/terms/glossary.h"

namespace duizhao::cli {
namespace {

std::string today() {
  std::time_t now = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) now = std::atoll(epoch);
  std::tm parts{};
  localtime_r(&now, &parts);
  char text[11];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

/// The main term of an entry in a language.
std::string term_in(const TermEntry& entry, Language language) {
  for (const Term& term : entry.terms) {
    if (term.language == language) return term.text;
  }
  return {};
}

std::vector<report::TermLine> term_lines(const terms::Glossary& glossary, const Review& review) {
  std::map<std::uint32_t, report::TermLine> by_entry;
  for (const TermOutcome& outcome : review.term_outcomes) {
    if (outcome.entries.empty()) continue;
    const std::uint32_t number = outcome.entries.front();
    report::TermLine& line = by_entry[number];
    if (line.term.empty()) {
      line.term = term_in(glossary.entries()[number], review.source.language);
      line.rendering = term_in(glossary.entries()[number], review.target.language);
    }
    line.checked += outcome.checked;
    line.confirmed += outcome.confirmed;
  }
  std::vector<report::TermLine> lines;
  lines.reserve(by_entry.size());
  for (auto& [number, line] : by_entry) lines.push_back(std::move(line));
  std::stable_partition(lines.begin(), lines.end(),
                        [](const report::TermLine& line) { return line.confirmed < line.checked; });
  return lines;
}

}  // namespace

report::About about_review(const Checker& checker, const std::string& profile,
                           const std::vector<std::string>& glossaries, const Review& review) {
  report::About about;
  about.version = "duizhao " DUIZHAO_VERSION;
  about.date = today();
  about.profile = profile;
  about.glossaries = glossaries;
  if (const terms::Glossary* glossary = checker.resources().glossary) {
    about.terms = term_lines(*glossary, review);
  }
  return about;
}

}  // namespace duizhao::cli
