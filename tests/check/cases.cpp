#include "check/cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace duizhao::tests {
namespace {

/// What cases_test.cpp adds to the first line of a case that does not hold yet.
constexpr std::string_view kNotYet = ", not yet";

CaseFile read_case_file(const std::filesystem::path& path) {
  CaseFile file;
  file.path = path.generic_string();
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (line == "glossary") {
      std::string& glossary = file.glossaries.emplace_back();
      while (std::getline(in, line) && !line.empty()) glossary += line + '\n';
    } else if (!line.empty() && !line.starts_with("- ")) {
      if (line.ends_with(kNotYet)) line.resize(line.size() - kNotYet.size());
      Case& one = file.cases.emplace_back();
      const std::size_t space = line.find(' ');
      if (space == std::string::npos) throw std::runtime_error(file.path + ": " + line);
      one.id = line.substr(0, space);
      one.expectation = line.substr(space + 1);
      std::getline(in, one.source);
      std::getline(in, one.target);
      one.glossary = file.glossaries.size() - 1;
    }
  }
  return file;
}

}  // namespace

std::vector<CaseFile> read_cases() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator("tests/check/cases")) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<CaseFile> files;
  for (const auto& path : paths) files.push_back(read_case_file(path));
  return files;
}

}  // namespace duizhao::tests
