#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::formats {

/// Writes a ZIP archive whose entries are stored as they are (APPNOTE.TXT 6.3.10, method 0), which
/// every reader of Office documents understands. Archives stay below 4 GB. The same entries give
/// the same bytes: no time stamps.
class ZipStore {
 public:
  void add(std::string_view name, std::string_view content);

  /// The archive; nothing may be added afterwards.
  [[nodiscard]] std::string finish() &&;

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint32_t offset = 0;
  };

  std::string bytes_;
  std::vector<Entry> entries_;
};

}  // namespace duizhao::formats
