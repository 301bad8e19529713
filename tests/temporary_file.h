#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

/// A file with given content that lives as long as this object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content, const std::string& ending = ".txt") {
    path_ = (std::filesystem::temp_directory_path() / "duizhao-XXXXXX").string() + ending;
    const int file = mkstemps(path_.data(), static_cast<int>(ending.size()));
    if (file < 0) std::abort();
    close(file);
    std::ofstream(path_, std::ios::binary) << content;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};
