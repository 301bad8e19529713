#include "check/cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "duizhao/text/language.h"

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

Book book_of_cases() {
  Book book;
  for (const CaseFile& file : read_cases()) {
    for (const Case& one : file.cases) {
      const bool chinese_source = text::language_of(one.source) == Language::kChinese;
      const std::string& chinese = chinese_source ? one.source : one.target;
      const std::string& english = chinese_source ? one.target : one.source;
      if (one.expectation != "silent" || text::language_of(chinese) != Language::kChinese ||
          text::language_of(english) != Language::kEnglish) {
        continue;
      }
      // Of its own, so that a case that is added moves nothing else.
      const std::size_t number = std::stoul(one.id.substr(one.id.rfind('-') + 1));
      book.chinese.push_back(chinese);
      if (number % 13 == 0) continue;
      if (number % 7 == 0 && !book.english.empty()) {
        book.english.back() += ' ' + english;
      } else if (number % 17 == 0 && book.english.size() > 6) {
        book.english.insert(book.english.end() - 5, english);
      } else {
        book.english.push_back(english);
      }
      if (number % 29 == 0) book.chinese.push_back(chinese);
    }
  }
  const auto english = book.english.begin();
  std::rotate(english + 60, english + 68, english + 90);
  return book;
}

}  // namespace duizhao::tests
