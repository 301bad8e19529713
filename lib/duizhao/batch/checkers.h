#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>

#include "duizhao/core/error.h"
#include "duizhao/review/checker.h"

namespace duizhao::batch {

/// The checkers that a batch needs: one for all inputs, and one for each glossary and profile that
/// an input brings along, of which the last few are kept open. Not thread-safe; what it hands out
/// is.
class Checkers {
 public:
  explicit Checkers(CheckerOptions options) : options_(std::move(options)) {}

  /// An input's glossary is used besides the batch's own, its profile instead of it; both may be
  /// empty.
  [[nodiscard]] Result<std::shared_ptr<const Checker>> get(const std::string& glossary,
                                                           const std::string& profile);

 private:
  static constexpr std::size_t kMostOpen = 8;

  struct Opened {
    std::string glossary;
    std::string profile;
    std::shared_ptr<const Checker> checker;
  };

  CheckerOptions options_;
  std::deque<Opened> opened_;  ///< the last one that was asked for in front
};

}  // namespace duizhao::batch
