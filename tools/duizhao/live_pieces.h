#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "duizhao/report/html.h"

namespace duizhao::cli {

/// The pieces of a page, and since which version each of them is as it is.
class ShownPieces {
 public:
  /// The pieces of `version`, for a window that has those of version `since`, 0 for none: without
  /// their HTML where it has that already.
  [[nodiscard]] nlohmann::json changed(std::vector<report::PagePiece> pieces, std::size_t since,
                                       std::size_t version);

 private:
  struct Shown {
    std::string html;
    std::size_t since = 0;
  };
  std::map<std::string, Shown> shown_;  ///< by id
};

}  // namespace duizhao::cli
