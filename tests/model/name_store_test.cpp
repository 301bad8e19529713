#include "duizhao/model/name_store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/model/model_file.h"
#include "duizhao/text/utf8.h"
#include "temporary_file.h"

using duizhao::model::name_key;
using duizhao::model::NameStore;
using duizhao::model::pack_names;
using duizhao::model::Section;

namespace {

std::vector<Section> sections_of(const std::string& lines) {
  const auto packed = pack_names(lines);
  REQUIRE(packed);
  std::vector<Section> sections;
  for (const auto& [name, bytes] : *packed) sections.push_back({name, bytes});
  return sections;
}

duizhao::Result<NameStore> opened(const std::vector<Section>& sections) {
  const TemporaryFile file({}, ".names");
  REQUIRE(duizhao::model::write_model_file(file.path(), sections));
  return NameStore::open(file.path());
}

NameStore store_of(const std::string& lines) {
  auto store = opened(sections_of(lines));
  REQUIRE(store);
  return std::move(*store);
}

const std::string kLines =
    "郑州\tplace\t-\tZhengzhou\t\tChengchow\n"
    "雪梨\tplace\tordinary\tSydney\t\t\n"
    "悉尼\tplace\t-\tSydney\t\t\n"
    "里德\tperson\t-\tReid|Al Reid\tReed\t\n";

}  // namespace

TEST_CASE("name store: a name is found with its kinds and all its renderings") {
  const NameStore store = store_of(kLines);
  CHECK(store.size() == 4);
  const auto name = store.find("里德");
  REQUIRE(name);
  CHECK(name->kinds.person);
  CHECK_FALSE(name->kinds.place);
  CHECK_FALSE(name->ordinary);
  CHECK(name->english == std::vector<std::string_view>{"Reid", "Al Reid", "Reed"});
  CHECK(store.find("雪梨")->ordinary);
  CHECK_FALSE(store.find("里"));
  CHECK_FALSE(store.find("里德尔"));
}

TEST_CASE("name store: a rendering leads to all its names, one that is an ordinary word to none") {
  const NameStore store = store_of(kLines);
  REQUIRE(store.rendered("sydney").size() == 2);
  CHECK(store.name(store.rendered("al reid")[0]).chinese == "里德");
  CHECK(store.rendered("reed").empty());
  CHECK(store.rendered("syd").empty());
}

TEST_CASE("name store: what a name was called leads to it, and is none of its renderings") {
  const NameStore store = store_of(kLines);
  REQUIRE(store.rendered("chengchow").size() == 1);
  const auto name = store.name(store.rendered("chengchow")[0]);
  CHECK(name.chinese == "郑州");
  CHECK(name.english == std::vector<std::string_view>{"Zhengzhou"});
  CHECK(name.besides == std::vector<std::string_view>{"Chengchow"});
  CHECK(store.find("里德")->besides.empty());
}

TEST_CASE("name store: case, accents, points, hyphens and a possessive don't count in a key") {
  CHECK(name_key("Ríos") == "rios");
  CHECK(name_key("Xi’an's") == "xian");
  CHECK(name_key("Baden-Baden") == "baden baden");
  CHECK(name_key("St. Louis") == "st louis");
}

TEST_CASE("name store: a line of another form is an error with its number") {
  const auto packed = pack_names("郑州\tplace\t-\tZhengzhou\t\t\n武汉\tvillage\t-\tWuhan\t\t\n");
  REQUIRE_FALSE(packed);
  CHECK(packed.error().where.line == 2);
}

TEST_CASE("name store: a file without names is refused") {
  CHECK_FALSE(NameStore::open("models/duizhao.model"));
  CHECK_FALSE(NameStore::open("models/no-such-file.names"));
}

TEST_CASE("name store: lines with other fields than today's are refused") {
  std::vector<Section> sections = sections_of(kLines);
  int changed = 0;
  for (Section& section : sections) {
    if (section.bytes.find("郑州\tplace") == std::string::npos) continue;
    section.bytes[section.bytes.find('\t')] = ' ';  // of the first line
    ++changed;
  }
  REQUIRE(changed == 1);
  const auto store = opened(sections);
  REQUIRE_FALSE(store);
  CHECK(store.error().message.find("another version") != std::string::npos);
}

TEST_CASE(
    "name store: a file from a stranger whose checksums fit is refused, or answers from within "
    "itself") {
  const std::vector<Section> sound = sections_of(kLines);
  int refused = 0;
  for (std::size_t s = 0; s < sound.size(); ++s) {
    for (std::size_t at = 0; at + 4 <= sound[s].bytes.size(); at += 4) {
      for (const char byte : {'\0', '\1', '\7', '\xFF'}) {
        std::vector<Section> patched = sound;
        patched[s].bytes.replace(at, 4, {byte, byte == '\xFF' ? byte : '\0', '\0', '\0'});
        const auto store = opened(patched);
        if (!store) {
          ++refused;
          continue;
        }
        for (std::uint32_t n = 0; n < store->size(); ++n) {
          CHECK_FALSE(duizhao::text::first_invalid(store->name(n).chinese));
        }
        for (const std::uint32_t n : store->rendered("sydney")) CHECK(n < store->size());
        CHECK(store->find("无名").has_value() == false);
        (void)store->lengths(U'郑', U'州');
      }
    }
  }
  CHECK(refused > 50);
}
