#include "cli/other_programs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

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

std::string page_of(const std::string& text) {
  std::string page = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    page += "<p>";
    for (const char c : text.substr(begin, end - begin)) {
      page += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    page += "</p>\n";
    begin = end + 1;
  }
  return page + "</body></html>";
}

std::string found(const std::string& source, const std::string& target) {
  const Ended ended = run_duizhao({"check", source, target, "--format", "json"});
  CAPTURE(ended.err);
  REQUIRE(ended.status <= 1);
  std::string findings;
  const json review = json::parse(ended.out);
  for (const json& finding : review["findings"]) {
    std::string told =
        finding["code"].get<std::string>() + " " + finding["severity"].get<std::string>();
    for (const char* side : {"source", "target"}) {
      if (!finding[side].is_null()) told += " | " + finding[side]["text"].get<std::string>();
    }
    findings += told + "\n";
  }
  return findings;
}

}  // namespace duizhao::tests
