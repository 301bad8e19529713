#include "duizhao/batch/versions.h"

#include <doctest/doctest.h>

namespace duizhao::batch {
namespace {

TEST_CASE("versions: the language stands in a file's name or in its folders, in many ways") {
  struct Case {
    const char* path;
    const char* key;
    Language language;
  };
  for (const Case& one : {
           Case{"report.en.txt", "report", Language::kEnglish},
           Case{"report.zh-CN.txt", "report", Language::kChinese},
           Case{"Report_ZH_TW.docx", "report", Language::kChinese},
           Case{"report.zh-Hant-HK.md", "report", Language::kChinese},
           Case{"report.zh-Hans-CN.md", "report", Language::kChinese},
           Case{"report (English).docx", "report", Language::kEnglish},
           Case{"report-EN.v2.pdf", "report.v2", Language::kEnglish},
           Case{"报告_中文.docx", "报告", Language::kChinese},
           Case{"en.srt", "", Language::kEnglish},
           Case{"en/2023/report.txt", "/2023/report", Language::kEnglish},
           Case{"docs_zh-CN/report.txt", "docs/report", Language::kChinese},
           Case{"cn/report.zh.txt", "/report", Language::kChinese},
           Case{"report.txt", "report", Language::kUnknown},
           Case{"en-zh/report.txt", "en-zh/report", Language::kUnknown},
           Case{"chinese-en.txt", "chinese-en", Language::kUnknown},
           Case{"enough.txt", "enough", Language::kUnknown},
           Case{"res/values-zh-rCN/strings.xml", "res/values/strings", Language::kChinese},
           Case{"values-b+zh+Hans+CN/strings.xml", "values/strings", Language::kChinese},
           Case{"values/strings.xml", "values/strings", Language::kUnknown},
           Case{"zh-Hans.lproj/Main.strings", "lproj/main", Language::kChinese},
           Case{"Base.lproj/Main.strings", "lproj/main", Language::kUnknown},
           Case{"messages_zh_CN.properties", "messages", Language::kChinese},
           Case{"_locales/zh_TW/messages.json", "_locales//messages", Language::kChinese},
           Case{"config/locales/en.yml", "config/locales/", Language::kEnglish},
       }) {
    CAPTURE(one.path);
    const VersionName name = version_name(one.path);
    CHECK(name.key == one.key);
    CHECK(name.language == one.language);
  }
}

TEST_CASE("versions: pairs are found, and who stays alone") {
  const std::vector<std::string> paths = {"a.en.txt", "a.zh-CN.txt", "a.zh-TW.txt",
                                          "b.txt",    "b.zh.txt",    "c.en.txt"};
  const PairedVersions paired = pair_versions(paths, Language::kUnknown);
  REQUIRE(paired.pairs.size() == 3);
  CHECK(paired.pairs[0].source == 0);
  CHECK(paired.pairs[0].target == 1);
  CHECK(paired.pairs[1].target == 2);
  CHECK(paired.pairs[2].source == 3);  // names no language: the original
  CHECK(paired.pairs[2].target == 4);
  CHECK(paired.unpaired == std::vector<std::size_t>{5});
}

TEST_CASE("versions: the source's language can be said") {
  const PairedVersions paired = pair_versions({"a.en.txt", "a.zh.txt"}, Language::kChinese);
  REQUIRE(paired.pairs.size() == 1);
  CHECK(paired.pairs[0].source == 1);
  CHECK(paired.pairs[0].target == 0);
}

TEST_CASE("versions: of several endings the other side's counts, else nobody guesses") {
  const PairedVersions paired =
      pair_versions({"a.en.docx", "a.en.pdf", "a.zh.pdf", "b.en.docx", "b.en.md", "b.zh.pdf"},
                    Language::kUnknown);
  REQUIRE(paired.pairs.size() == 1);
  CHECK(paired.pairs[0].source == 1);
  CHECK(paired.pairs[0].target == 2);
  CHECK(paired.unpaired == std::vector<std::size_t>{0, 3, 4, 5});
}

}  // namespace
}  // namespace duizhao::batch
