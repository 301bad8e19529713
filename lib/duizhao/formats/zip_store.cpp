#include "duizhao/formats/zip_store.h"

#include <array>

namespace duizhao::formats {
namespace {

constexpr std::array<std::uint32_t, 256> kCrcTable = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t value = n;
    for (int bit = 0; bit < 8; ++bit) {
      value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
    }
    table[n] = value;
  }
  return table;
}();

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc = kCrcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  }
  return ~crc;
}

void put16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value & 0xFFU));
  out.push_back(static_cast<char>((value >> 8U) & 0xFFU));
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U);
}

constexpr std::uint32_t kVersion = 20;
constexpr std::uint32_t kUtf8Names = 0x0800;
/// 1 January 1980, the earliest date that the format can say.
constexpr std::uint32_t kNoDate = 0x0021;

/// What the local and the central header have in common.
void put_common(std::string& out, std::uint32_t crc, std::uint32_t size, std::size_t name_size) {
  put16(out, kVersion);
  put16(out, kUtf8Names);
  put16(out, 0);  // stored
  put16(out, 0);  // time
  put16(out, kNoDate);
  put32(out, crc);
  put32(out, size);
  put32(out, size);
  put16(out, static_cast<std::uint32_t>(name_size));
  put16(out, 0);  // no extra field
}

}  // namespace

void ZipStore::add(std::string_view name, std::string_view content) {
  Entry entry{std::string(name), crc32(content), static_cast<std::uint32_t>(content.size()),
              static_cast<std::uint32_t>(bytes_.size())};
  put32(bytes_, 0x04034B50);
  put_common(bytes_, entry.crc, entry.size, name.size());
  bytes_ += name;
  bytes_ += content;
  entries_.push_back(std::move(entry));
}

std::string ZipStore::finish() && {
  const auto directory = static_cast<std::uint32_t>(bytes_.size());
  for (const Entry& entry : entries_) {
    put32(bytes_, 0x02014B50);
    put16(bytes_, kVersion);
    put_common(bytes_, entry.crc, entry.size, entry.name.size());
    put16(bytes_, 0);  // no comment
    put16(bytes_, 0);  // first disk
    put16(bytes_, 0);  // internal attributes
    put32(bytes_, 0);  // external attributes
    put32(bytes_, entry.offset);
    bytes_ += entry.name;
  }
  const auto directory_size = static_cast<std::uint32_t>(bytes_.size()) - directory;
  put32(bytes_, 0x06054B50);
  put16(bytes_, 0);
  put16(bytes_, 0);
  put16(bytes_, static_cast<std::uint32_t>(entries_.size()));
  put16(bytes_, static_cast<std::uint32_t>(entries_.size()));
  put32(bytes_, directory_size);
  put32(bytes_, directory);
  put16(bytes_, 0);
  return std::move(bytes_);
}

}  // namespace duizhao::formats
