#include "duizhao/model/model_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "commands/temporary_folder.h"

using duizhao::ErrorCode;
using duizhao::model::ModelFile;
using duizhao::model::Section;
using duizhao::model::write_model_file;
using duizhao::tests::content_of;
using duizhao::tests::TemporaryFolder;

namespace {

const std::vector<Section> kSections = {{"one", "一"}, {"empty", ""}, {"two", "12345678"}};

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string text_of(const ModelFile& file, std::string_view name) {
  const auto bytes = file.section(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

TEST_CASE("model file: sections come back as they were written, in their order") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  REQUIRE(write_model_file(path, kSections));
  auto opened = ModelFile::open(path);
  REQUIRE(opened);
  const ModelFile file = std::move(*opened);
  CHECK(file.path() == path);
  CHECK(text_of(file, "one") == "一");
  CHECK(text_of(file, "two") == "12345678");
  CHECK(file.section("empty").empty());
  CHECK(file.section("three").empty());
  CHECK(file.section("on").empty());
  CHECK(file.sections() ==
        std::vector<std::pair<std::string, std::size_t>>{{"one", 3}, {"empty", 0}, {"two", 8}});
  CHECK(reinterpret_cast<std::uintptr_t>(file.section("two").data()) % 8 == 0);
}

TEST_CASE("model file: a file without sections is a file") {
  const TemporaryFolder folder;
  const std::string path = folder.path("none.model");
  REQUIRE(write_model_file(path, {}));
  const auto file = ModelFile::open(path);
  REQUIRE(file);
  CHECK(file->sections().empty());
}

TEST_CASE("model file: writing leaves nothing else behind, and replaces what was there") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  put(path, "an older file");
  REQUIRE(write_model_file(path, kSections));
  CHECK(ModelFile::open(path));
  CHECK(folder.names() == std::vector<std::string>{"a.model"});
}

TEST_CASE("model file: the same sections are the same bytes") {
  const TemporaryFolder folder;
  REQUIRE(write_model_file(folder.path("a"), kSections));
  REQUIRE(write_model_file(folder.path("b"), kSections));
  CHECK(content_of(folder.path("a")) == content_of(folder.path("b")));
}

TEST_CASE("model file: what cannot be written is an error") {
  const TemporaryFolder folder;
  const auto written = write_model_file(folder.path("missing/a.model"), kSections);
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::kUnreadable);
  CHECK(written.error().message.find("No such file") != std::string::npos);
}

TEST_CASE("model file: a missing file, a folder and a pipe are unreadable") {
  const TemporaryFolder folder;
  REQUIRE(mkfifo((folder.path("pipe")).c_str(), 0600) == 0);
  for (const std::string name : {"missing", ".", "pipe"}) {
    CAPTURE(name);
    const auto file = ModelFile::open(folder.path(name));
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::kUnreadable);
    CHECK(file.error().where.file == folder.path(name));
  }
}

TEST_CASE("model file: a file cut off at any byte is refused") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  REQUIRE(write_model_file(path, kSections));
  const std::string whole = content_of(path);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    put(path, whole.substr(0, size));
    const auto file = ModelFile::open(path);
    REQUIRE_MESSAGE(!file, "cut off at " << size);
    CHECK(file.error().code == ErrorCode::kMalformed);
    CHECK(file.error().where.file == path);
  }
  put(path, whole + '\0');
  CHECK_FALSE(ModelFile::open(path));
}

TEST_CASE("model file: a changed bit anywhere is refused") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  REQUIRE(write_model_file(path, kSections));
  const std::string whole = content_of(path);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int bit : {1, 0x80}) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      put(path, changed);
      REQUIRE_MESSAGE(!ModelFile::open(path), "byte " << i << ", bit " << bit);
    }
  }
  put(path, whole);
  CHECK(ModelFile::open(path));
}

TEST_CASE(
    "model file: the message tells a foreign file from a damaged one and from another version") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.model");
  REQUIRE(write_model_file(path, kSections));
  const std::string whole = content_of(path);
  const auto message = [&](const std::string& bytes) {
    put(path, bytes);
    const auto file = ModelFile::open(path);
    REQUIRE_FALSE(file);
    return file.error().message;
  };
  CHECK(message(std::string(1000, 'x')).starts_with("not a duizhao model"));
  CHECK(message("").starts_with("not a duizhao model: too short"));
  CHECK(message(whole.substr(0, whole.size() - 8)).find("truncated") != std::string::npos);
  std::string changed = whole;
  changed.back() = 'x';
  CHECK(message(changed).find("section two") != std::string::npos);
  changed = whole;
  changed[8] = 9;
  CHECK(message(changed) == "model format 9, this program reads 1");
}
