#include "duizhao/formats/glossary_compiled.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using duizhao::Language;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::formats::is_compiled;
using duizhao::formats::read_compiled;
using duizhao::formats::write_compiled;

namespace {

std::vector<TermEntry> sample() {
  std::vector<TermEntry> entries(2);
  entries[0].id = "c7";
  entries[0].terms.push_back({.text = "chip|wafer", .language = Language::kEnglish, .note = "n"});
  entries[0].terms.push_back({.text = "晶片",
                              .language = Language::kChinese,
                              .status = TermStatus::kForbidden,
                              .locale = "zh-TW",
                              .part_of_speech = "noun"});
  entries[0].domain = "technology";
  entries[0].definition = "a \"small\"\tpiece\nof silicon";
  entries[0].note = "第二版";
  entries[0].provenance = "g.csv:2";
  entries[0].record = {12, 11};
  return entries;
}

std::string fault_of(std::string_view bytes) {
  const auto read = read_compiled(bytes, "g.dzg");
  return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("compiled glossary: everything that an entry holds comes back") {
  const auto read = read_compiled(write_compiled(sample()), "g.dzg");
  REQUIRE(read);
  CHECK(*read == sample());
  const auto none = read_compiled(write_compiled({}), "g.dzg");
  REQUIRE(none);
  CHECK(none->empty());
}

TEST_CASE("compiled glossary: cut short anywhere it is refused") {
  const std::string bytes = write_compiled(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(fault_of(std::string_view(bytes).substr(0, size)).empty());
  }
}

TEST_CASE("compiled glossary: any byte changed it is refused") {
  const std::string bytes = write_compiled(sample());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x21);
    CHECK_FALSE(fault_of(changed).empty());
  }
  CHECK_FALSE(fault_of(bytes + "x").empty());
}

TEST_CASE("compiled glossary: another version is told from damage") {
  std::string bytes = write_compiled(sample());
  bytes[8] = 9;
  CHECK(fault_of(bytes).find("version 9") != std::string::npos);
  CHECK(is_compiled(bytes));
  CHECK_FALSE(is_compiled("en\tzh\n"));
}
