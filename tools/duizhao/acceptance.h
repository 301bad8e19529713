#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/review/checker.h"

namespace duizhao::cli {

/// Findings that the user declares to be no errors (--accept), on their way into a file of
/// suppressions.
class Acceptance {
 public:
  /// `keys` are keys of findings, or the word `all`.
  [[nodiscard]] static Result<Acceptance> parse(const std::vector<std::string>& keys,
                                                std::string author, std::string reason);

  [[nodiscard]] bool empty() const { return !all_ && keys_.empty(); }

  /// Takes the accepted findings out of a review and adds them to `accepted`.
  void take(const Checker& checker, Review& review, Suppressions& accepted) const;

  /// An error where no finding had one of the keys.
  [[nodiscard]] Result<void> check_found(const Suppressions& found) const;

 private:
  bool all_ = false;
  std::vector<std::uint64_t> keys_;
  std::string author_;
  std::string reason_;
};

/// Adds suppressions to those in a file, which is made where there is none.
[[nodiscard]] Result<void> add_to_file(const Suppressions& suppressions, const std::string& path);

}  // namespace duizhao::cli
