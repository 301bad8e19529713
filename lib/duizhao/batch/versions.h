#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::batch {

/// What the name of a file says of the version that it is.
struct VersionName {
  std::string key;  ///< the path without its language and ending, in lower case
  Language language = Language::kUnknown;
};

/// Reads the language out of a path: out of the file's name (report.en.txt, report_zh-CN.docx,
/// "report (English).md", 报告_中文.txt, en.srt) or of its folders (en/report.txt, as programs have
/// them also values-zh-rCN/, zh-Hans.lproj/ beside Base.lproj/). A part that names both languages
/// (en-zh/) says nothing.
[[nodiscard]] VersionName version_name(std::string_view path);

/// A report in both languages, as places in a list of files.
struct VersionPair {
  std::size_t source = 0;
  std::size_t target = 0;
};

struct PairedVersions {
  std::vector<VersionPair> pairs;     ///< in the order of their first files
  std::vector<std::size_t> unpaired;  ///< in order
};

/// Puts files together that are the versions of one report, by their names. The English version is
/// the source, or the Chinese one where `source` says so, or that which names no language
/// (report.txt beside report.zh.txt). A source with several translations (zh-CN and zh-TW) stands
/// in several pairs. Of versions in one language (report.en.pdf and report.en.docx) the one with
/// the other side's ending counts; where that does not tell, none does.
[[nodiscard]] PairedVersions pair_versions(const std::vector<std::string>& paths, Language source);

}  // namespace duizhao::batch
