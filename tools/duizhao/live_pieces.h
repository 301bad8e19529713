#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "duizhao/report/html.h"

namespace duizhao::cli {

/// The pieces of a page, and since which version each of them is as it is.
class ShownPieces {
 public:
  /// These are the pieces of `version`.
  void take(report::LivePieces pieces, std::size_t version);

  /// Adds to a page's state what a window needs that has the pieces of version `since`, 0 for none:
  /// `pieces`, those parts that have changed; `rows`, all in order, each a list of its key, its
  /// numbers and, where it was not there, its HTML.
  void add_to(nlohmann::json& state, std::size_t since) const;

 private:
  struct Part {
    std::string html;
    std::size_t since = 0;
  };
  std::map<std::string, Part> parts_;  ///< by id
  std::vector<report::PageRow> rows_;
  std::unordered_map<std::string, std::size_t> since_;  ///< by the key of a row
};

}  // namespace duizhao::cli
