#include "cli/other_programs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "cli/process.h"

namespace duizhao::tests {

using nlohmann::json;

bool is_installed(const std::string& program) {
  const bool found = std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
  if (!found) MESSAGE("skipped: " << program << " is not installed");
  return found;
}

void run_other(const std::string& command) {
  CAPTURE(command);
  REQUIRE(std::system((command + " 2>/dev/null").c_str()) == 0);
}

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

std::vector<std::string> findings_of(const std::string& source, const std::string& target) {
  const Ended ended = run_duizhao({"check", source, target, "--format", "json"});
  CAPTURE(ended.err);
  REQUIRE(ended.status <= 1);
  std::vector<std::string> findings;
  const json review = json::parse(ended.out);
  for (const json& finding : review["findings"]) {
    std::string told =
        finding["code"].get<std::string>() + " " + finding["severity"].get<std::string>();
    for (const char* side : {"source", "target"}) {
      if (!finding[side].is_null()) told += " | " + finding[side]["text"].get<std::string>();
    }
    findings.push_back(std::move(told));
  }
  return findings;
}

}  // namespace

std::string page_of(const std::string& text) {
  std::string page = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>";
  bool in_table = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const bool row = line.find('\t') != line.npos;
    if (row != in_table) page += row ? "<table cellpadding='6'>\n" : "</table>\n";
    in_table = row;
    std::string content = escaped(line);
    for (std::size_t tab = content.find('\t'); tab != content.npos; tab = content.find('\t')) {
      content.replace(tab, 1, "</td><td>");
    }
    page += row ? "<tr><td>" + content + "</td></tr>\n" : "<p>" + content + "</p>\n";
    begin = end + 1;
  }
  return page + (in_table ? "</table>" : "") + "</body></html>";
}

std::string found(const std::string& source, const std::string& target) {
  std::string all;
  for (const std::string& finding : findings_of(source, target)) all += finding + "\n";
  return all;
}

std::vector<std::string> found_anywhere(const std::string& source, const std::string& target) {
  std::vector<std::string> findings = findings_of(source, target);
  for (std::string& finding : findings) {
    std::erase_if(finding, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  }
  std::ranges::sort(findings);
  return findings;
}

}  // namespace duizhao::tests
