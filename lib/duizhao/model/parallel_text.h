#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::model {

/// Sentence pairs to train on, in one piece of memory. `chinese` may be in either script.
class ParallelText {
 public:
  /// Pairs that follow come from a source of this name.
  void start_source(std::string name) { sources_.push_back({std::move(name), size()}); }
  void add(std::string_view chinese, std::string_view english) {
    text_ += chinese;
    ends_.push_back(text_.size());
    text_ += english;
    ends_.push_back(text_.size());
  }

  [[nodiscard]] std::size_t size() const { return ends_.size() / 2; }
  [[nodiscard]] std::string_view chinese(std::size_t pair) const { return side(2 * pair); }
  [[nodiscard]] std::string_view english(std::size_t pair) const { return side(2 * pair + 1); }

  /// Equal for texts that are equal, whatever their sources are called.
  [[nodiscard]] std::uint64_t fingerprint() const;

  struct Source {
    std::string name;
    std::size_t begin = 0;  ///< number of its first pair; it ends where the next one begins
  };
  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }

 private:
  [[nodiscard]] std::string_view side(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(text_).substr(begin, ends_[i] - begin);
  }
  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<Source> sources_;
};

}  // namespace duizhao::model
