#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A ZIP archive whose entries are stored without compression (APPNOTE.TXT 4.3).
inline std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i));
    return text;
  };
  const auto crc32 = [](std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
      crc ^= static_cast<unsigned char>(byte);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
  };
  std::string archive;
  std::string directory;
  for (const auto& [name, content] : entries) {
    const auto size = static_cast<std::uint32_t>(content.size());
    const std::string about = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                              number(crc32(content), 4) + number(size, 4) + number(size, 4) +
                              number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(static_cast<std::uint32_t>(archive.size()), 4) + name;
    archive += "PK\x03\x04" + about + name + content;
  }
  const auto count = static_cast<std::uint32_t>(entries.size());
  return archive + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
         number(static_cast<std::uint32_t>(directory.size()), 4) +
         number(static_cast<std::uint32_t>(archive.size()), 4) + number(0, 2);
}
