#pragma once

#include <array>

namespace duizhao::tests {

/// A folder of corpora/ and the languages in the names of its files, for tests of the library and
/// of the program alike.
struct Report {
  const char* name;
  const char* source;  ///< language of the report: en, zh-Hans or zh-Hant
  const char* target;  ///< language of both translations
};

inline constexpr std::array kReports = {
    Report{"chips", "en", "zh-Hans"},  Report{"statistics", "zh-Hant", "en"},
    Report{"health", "zh-Hans", "en"}, Report{"finance", "zh-Hans", "en"},
    Report{"law", "en", "zh-Hant"},    Report{"technology", "en", "zh-Hant"},
    Report{"sport", "zh-Hans", "en"},
};

}  // namespace duizhao::tests
