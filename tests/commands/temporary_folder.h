#pragma once

#include <string>
#include <vector>

namespace duizhao::tests {

/// A folder of its own for a test, removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::string path_;
};

/// The content of a file; fails the test where it can't be read.
std::string content_of(const std::string& path);

}  // namespace duizhao::tests
