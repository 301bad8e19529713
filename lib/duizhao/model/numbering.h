#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duizhao::model {

/// A vocabulary under construction: numbers in order of first sight.
class Numbering {
 public:
  static constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t add(const std::string& form) {
    const auto [place, added] = ids_.try_emplace(form, static_cast<std::uint32_t>(words_.size()));
    if (added) words_.push_back(form);
    return place->second;
  }
  [[nodiscard]] std::uint32_t find(std::string_view form) const {
    const auto place = ids_.find(form);
    return place == ids_.end() ? kUnknown : place->second;
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const {
      return std::hash<std::string_view>()(form);
    }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::vector<std::string> words_;
};

}  // namespace duizhao::model
