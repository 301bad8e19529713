#pragma once

#include <string>
#include <utility>
#include <vector>

#include "duizhao/formats/bilingual.h"

namespace duizhao::formats {

/// Pairs that are in memory already.
class ListedPairs : public BilingualReader {
 public:
  explicit ListedPairs(std::vector<BilingualPair> pairs, std::string notice = {})
      : pairs_(std::move(pairs)), notice_(std::move(notice)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override {
    if (at_ == pairs_.size()) return false;
    pair = std::move(pairs_[at_++]);
    return true;
  }
  [[nodiscard]] std::string notice() const override { return notice_; }

 private:
  std::vector<BilingualPair> pairs_;
  std::string notice_;
  std::size_t at_ = 0;
};

}  // namespace duizhao::formats
