#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::bench {

/// The lines of a set of pairs under $DUIZHAO_EVAL, in one language; of a report in corpora/ where
/// the set is not there (too short for the caches to matter as they do in life).
inline std::vector<std::string> lines_in(Language language,
                                         const std::string& set = "ntrex.en-zhCN.tsv") {
  const char* folder = std::getenv("DUIZHAO_EVAL");
  const std::filesystem::path root = DUIZHAO_SOURCE_DIR;
  std::ifstream pairs((folder != nullptr ? std::filesystem::path(folder) : root / "../shared") /
                      "data/pairs" / set);
  std::ifstream report(root / (language == Language::kChinese
                                   ? "corpora/health/report.zh-Hans.sentences"
                                   : "corpora/chips/report.en.sentences"));
  std::vector<std::string> lines;
  std::string line;
  if (pairs) {
    while (std::getline(pairs, line)) {
      const std::size_t tab = line.find('\t');
      lines.push_back(language == Language::kEnglish ? line.substr(0, tab) : line.substr(tab + 1));
    }
  } else {
    while (std::getline(report, line)) lines.push_back(line);
  }
  return lines;
}

}  // namespace duizhao::bench
