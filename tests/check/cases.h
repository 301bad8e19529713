#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/term_entry.h"

namespace duizhao::tests {

/// A pair of tests/check/cases with what is hoped of it.
///
///     names-042 caught major name|term
///     The White House declined to comment.
///     白宫拒绝置评。
///     - what is found, which is no part of the case: see cases_test.cpp
struct Case {
  std::string id;
  std::string expectation;  ///< "silent", or "caught", the least severity and perhaps rules
  std::string source;
  std::string target;
  std::size_t glossary = 0;  ///< index into CaseFile::glossaries
};

/// Blocks with empty lines between them. One that begins with the line `glossary` has terms for
/// the cases that follow, in the columns of a TSV glossary.
struct CaseFile {
  std::string path;  ///< named from the source tree, where tests run
  std::vector<Case> cases;
  std::vector<std::string> glossaries{""};  ///< lines of each; the first is for no glossary
};

/// All files of tests/check/cases, by name.
[[nodiscard]] std::vector<CaseFile> read_cases();

/// A long text in both languages, by sentence.
struct Book {
  std::vector<std::string> chinese;
  std::vector<std::string> english;
};

/// The pairs that are right, one after the other; every so often the English side leaves a sentence
/// out, brings one earlier, or has two in one, and each of a stretch stands later.
[[nodiscard]] Book book_of_cases();

}  // namespace duizhao::tests
