#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

/// A file of a test's own, which goes with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content = {}) {
    static int count = 0;
    path_ = (std::filesystem::temp_directory_path() /
             ("duizhao-live-" + std::to_string(getpid()) + "-" + std::to_string(++count)))
                .string();
    put(content);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  void put(std::string_view content) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << content;
  }
  [[nodiscard]] std::string content() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};
