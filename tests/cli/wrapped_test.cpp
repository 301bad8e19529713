#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/process.h"
#include "commands/temporary_folder.h"
#include "corpora/reports.h"
#include "duizhao/text/utf8.h"

using duizhao::tests::content_of;
using duizhao::tests::run_duizhao;
using duizhao::tests::TemporaryFolder;
using nlohmann::json;

namespace {

struct Pair {
  std::string source;
  std::string target;
};

/// Every report with its draft, which has what the clean translation has but for the errors.
std::vector<Pair> pairs() {
  std::vector<Pair> all = {{"corpora/chips/report.en.txt", "corpora/chips/clean.zh-Hans.txt"}};
  for (const duizhao::tests::Report& report : duizhao::tests::kReports) {
    const std::string folder = std::string("corpora/") + report.name + "/";
    all.push_back(
        {folder + "report." + report.source + ".txt", folder + "draft." + report.target + ".txt"});
  }
  return all;
}

bool is_chinese(const std::string& path) { return path.find(".zh-") != path.npos; }

/// English broken at spaces, the lines no longer than `width`; Chinese cut after so many
/// characters.
std::string wrapped(const std::string& text, bool chinese, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n' || text[i] == ' ') {
      if (text[i] == '\n' || column > 0) out += text[i];
      column = text[i] == '\n' ? 0 : column + 1;
      ++i;
      continue;
    }
    std::size_t end = i;
    std::size_t length = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n' &&
           (!chinese || length == 0)) {
      (void)duizhao::text::next_code_point(text, end);
      ++length;
    }
    if (column > 0 && column + length > width) {
      if (out.back() == ' ') out.pop_back();
      out += '\n';
      column = 0;
    }
    out.append(text, i, end - i);
    column += length;
    i = end;
  }
  return out;
}

std::string without_white_space(const json& side) {
  std::string text = side.is_null() ? std::string() : side["text"].get<std::string>();
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

/// Rule, severity and evidence of every finding; where they stand is checked on the way.
std::multiset<std::string> findings_on(const std::string& source, const std::string& target) {
  const auto ended = run_duizhao({"check", source, target, "--format", "json"});
  const json report = json::parse(ended.out);
  const std::string source_text = content_of(source);
  const std::string target_text = content_of(target);
  std::multiset<std::string> found;
  for (const json& finding : report["findings"]) {
    for (const auto& [side, text] : {std::pair("source", &source_text), {"target", &target_text}}) {
      if (finding[side].is_null()) continue;
      const std::size_t begin = finding[side]["begin"];
      const std::size_t end = finding[side]["end"];
      CHECK(text->substr(begin, end - begin) == finding[side]["text"].get<std::string>());
    }
    found.insert(finding["severity"].get<std::string>() + " " + finding["rule"].get<std::string>() +
                 " " + without_white_space(finding["source"]) + " | " +
                 without_white_space(finding["target"]));
  }
  return found;
}

}  // namespace

TEST_CASE("program: wrapped texts give the findings of the same texts unwrapped, but for a minor") {
  TemporaryFolder folder;
  for (const Pair& pair : pairs()) {
    const auto plain = findings_on(pair.source, pair.target);
    for (const auto& [english, chinese] : {std::pair(60, 35), {70, 40}, {80, 35}}) {
      const auto wrap_file = [&](const std::string& path, const std::string& name) {
        return folder.write(name, wrapped(content_of(path), is_chinese(path),
                                          std::size_t(is_chinese(path) ? chinese : english)));
      };
      const std::string source = wrap_file(pair.source, "source.txt");
      const std::string target = wrap_file(pair.target, "target.txt");
      for (const Pair& sides :
           {Pair{source, target}, Pair{source, pair.target}, Pair{pair.source, target}}) {
        CAPTURE(pair.target);
        CAPTURE(english);
        CAPTURE(sides.source);
        CAPTURE(sides.target);
        const auto found = findings_on(sides.source, sides.target);
        std::vector<std::string> different;
        std::set_symmetric_difference(plain.begin(), plain.end(), found.begin(), found.end(),
                                      std::back_inserter(different));
        // What is neutral counts as nothing; a habit of spacing shows less where spaces were lost.
        std::erase_if(different,
                      [](const std::string& finding) { return finding.starts_with("neutral "); });
        CHECK(different.size() <= 1);
        for (const std::string& finding : different) {
          CAPTURE(finding);
          CHECK(finding.starts_with("minor "));
        }
      }
    }
  }
}
