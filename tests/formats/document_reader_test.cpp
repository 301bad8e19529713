#include "duizhao/formats/document_reader.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>

#include "temporary_file.h"

using duizhao::ErrorCode;
using duizhao::formats::read_document;

TEST_CASE("read: a text file keeps its name, text and encoding") {
  const TemporaryFile file("\xEF\xBB\xBF出口增长。\r\n");
  std::istringstream nothing;
  const auto document = read_document(file.path(), {}, nothing);
  REQUIRE(document);
  CHECK(document->name == file.path());
  CHECK(document->text == "出口增长。\r\n");
  CHECK(document->encoding == "UTF-8");
  CHECK(document->sentences.empty());
}

TEST_CASE("read: a dash is standard input") {
  std::istringstream input("\xD6\xD0\xCE\xC4");
  const auto document = read_document("-", {.encoding = "gb18030"}, input);
  REQUIRE(document);
  CHECK(document->name == "<stdin>");
  CHECK(document->text == "中文");
}

TEST_CASE("read: an empty file is an empty document") {
  const TemporaryFile file("");
  std::istringstream nothing;
  const auto document = read_document(file.path(), {}, nothing);
  REQUIRE(document);
  CHECK(document->text.empty());
}

TEST_CASE("read: what cannot be read is said") {
  std::istringstream nothing;
  const auto fails = [&](const std::string& path, ErrorCode code, std::string_view reason) {
    const auto document = read_document(path, {}, nothing);
    REQUIRE_FALSE(document);
    CHECK(document.error().code == code);
    CHECK(document.error().where.file == path);
    CHECK(document.error().message.find(reason) != std::string::npos);
  };
  fails("/nowhere/at/all.txt", ErrorCode::kUnreadable, "No such file");
  fails(std::filesystem::temp_directory_path().string(), ErrorCode::kUnreadable, "directory");
  const TemporaryFile binary(std::string_view("a\0b", 3));
  fails(binary.path(), ErrorCode::kMalformed, "NUL");
}

TEST_CASE("read: a file longer than a block is read whole") {
  std::string text;
  for (int i = 0; i < 30000; ++i) text += "第" + std::to_string(i) + "行\n";
  const TemporaryFile file(text);
  std::istringstream nothing;
  CHECK(read_document(file.path(), {}, nothing)->text == text);
}
