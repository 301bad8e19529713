#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace duizhao::report {

/// How a term of the glossaries fared in a review.
struct TermLine {
  std::string term;       ///< on the source's side
  std::string rendering;  ///< what the glossary has for it
  std::size_t checked = 0;
  std::size_t confirmed = 0;
};

/// What is known of how a review was made, for those who file it.
struct About {
  std::string version;  ///< of the program
  std::string date;     ///< ISO 8601; empty where it is not told
  std::string profile;
  std::vector<std::string> glossaries;  ///< their files
  std::vector<TermLine> terms;          ///< those that were met, the unconfirmed first
};

}  // namespace duizhao::report
