#include "checking_options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <string_view>

#include "duizhao/check/rule.h"
#include "program.h"

namespace duizhao::cli {
namespace {

std::string meant_rule(std::string_view name) {
  std::vector<std::string_view> ids;
  for (const check::Rule* rule : check::rules()) ids.push_back(rule->id);
  const std::string_view meant = closest(name, ids);
  return meant.empty() ? " (see duizhao check --rules)"
                       : ", did you mean '" + std::string(meant) + "'?";
}

/// The source and the target; both empty where `pairs` takes their place.
Result<std::pair<std::string, std::string>> two_texts(const std::vector<std::string>& words,
                                                      const std::string& pairs) {
  const auto wrong = [](const std::string& message) { return failure(ErrorCode::kUsage, message); };
  if (!pairs.empty()) {
    if (words.empty()) return {};
    return wrong("--pairs takes the place of the two texts; '" + words.front() + "' is too much");
  }
  if (words.size() < 2) {
    return wrong("two texts are needed, the source and the target, or --pairs FILE");
  }
  if (words.size() > 2) {
    return wrong("two texts are compared at a time; '" + words[2] + "' is too much");
  }
  return std::pair(words[0], words[1]);
}

}  // namespace

void CheckingOptions::add_to(OptionGroup& group) {
  // clang-format off
  group.add_options()
    ("glossary,g", po::value(&glossaries)->value_name("FILE"),
     "a list of terms, SOURCE<TAB>TARGET with variants separated by |; may be given several times")
    ("profile", po::value(&profile)->value_name("NAME|FILE")->default_value(profile),
     "which findings to tell, and how grave they are: draft, strict, corpus, or a file")
    ("off", po::value(&off)->value_name("RULE,…"),
     "rules that are not to be told")
    ("only", po::value(&only)->value_name("RULE,…"),
     "tell these rules and no others")
    ("suppress", po::value(&suppressions)->value_name("FILE"),
     "findings that were judged to be no errors: key, rule, author, reason, tab-separated, or a "
     "workbook of --format xlsx with decisions; holds until the text changes; may be given several "
     "times");
  // clang-format on
}

Result<void> CheckingOptions::validate() const {
  for (const auto* list : {&off, &only}) {
    for (const std::string& name : names_in(*list)) {
      if (auto known = known_rule(name); !known) return known;
    }
  }
  return {};
}

std::vector<std::string> CheckingOptions::inputs() const {
  std::vector<std::string> files = glossaries;
  files.insert(files.end(), suppressions.begin(), suppressions.end());
  files.push_back(profile);
  return files;
}

CheckerOptions CheckingOptions::opening(const std::string& model, std::istream& standard_in) const {
  CheckerOptions opening;
  opening.model = model;
  opening.glossaries = glossaries;
  opening.profile = profile;
  opening.off = names_in(off);
  opening.only = names_in(only);
  opening.suppressions = suppressions;
  opening.standard_input = &standard_in;
  return opening;
}

Result<TextArguments> texts_or_file(const std::vector<std::string>& words,
                                    const std::string& pairs) {
  if (pairs.empty() && words.size() == 1) return TextArguments{{}, {}, words.front()};
  auto texts = two_texts(words, pairs);
  if (!texts) return tl::unexpected(texts.error());
  return TextArguments{std::move(texts->first), std::move(texts->second), {}};
}

Result<void> known_rule(const std::string& name) {
  if (check::rule_named(name) != nullptr) return {};
  return failure(ErrorCode::kUsage, "there is no rule '" + name + "'" + meant_rule(name));
}

Result<void> valid_fail_on(const std::string& severity) {
  const auto known = severity_named(severity);
  if (severity == "never" || (known && *known != Severity::kNeutral)) return {};
  return failure(ErrorCode::kUsage,
                 "--fail-on is minor, major, critical or never, not '" + severity + "'");
}

std::vector<std::string> names_in(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      if (end > begin) names.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return names;
}

}  // namespace duizhao::cli
