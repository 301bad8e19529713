// What a program says, a file a language: by its keys a pair of such files is a file of pairs.

#include "duizhao/formats/keyed_texts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "bilingual_outcome.h"
#include "duizhao/formats/keyed_lines.h"
#include "temporary_file.h"

namespace duizhao::formats {
namespace {

/// The texts of a file: "menu.open@2=Open|menu.close@3=Close".
std::string texts_of(const std::string& file) {
  if (!holds_keyed_texts(file)) return "no keys";
  const auto texts = read_keyed_texts(file, "a");
  if (!texts) return texts.error().message;
  std::string told;
  for (const KeyedText& text : *texts) {
    told += fmt::format("{}{}@{}={}", told.empty() ? "" : "|", text.key, text.line, text.text);
  }
  return told;
}

/// The pairs of two files, and behind them what a user is told.
std::string pairs_of(const std::string& source, const std::string& target) {
  const TemporaryFile first(source);
  const TemporaryFile second(target);
  const auto reader = open_keyed_pairs(first.path(), second.path());
  if (!reader) return reader.error().message.substr(0, 10);
  if (*reader == nullptr) return "no keys";
  std::string told;
  BilingualPair pair;
  for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) {
    told += fmt::format("{}@{}: {}={}|", pair.id, pair.line, pair.source, pair.target);
  }
  const std::string notice = (*reader)->notice();
  return told + notice.substr(std::min(notice.find(';'), notice.size()));
}

/// The pairs of one file with both languages, and behind them what a user is told.
std::string both_of(const std::string& file, const BilingualOptions& options = {}) {
  const auto reader = open_keyed_versions(file, "a", options);
  if (!reader) return reader.error().message;
  if (*reader == nullptr) return "no versions";
  std::string told;
  BilingualPair pair;
  for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) {
    told += fmt::format("{}@{}: {}={}|", pair.id, pair.line, pair.source, pair.target);
  }
  return told + (*reader)->notice();
}

TEST_CASE("keyed texts: both languages in one file, above the keys, below them or behind them") {
  CHECK(both_of("{\"zh-CN\": {\"a\": {\"b\": \"开\"}},\n\"en\": {\"a\": {\"b\": \"Open\"}}}") ==
        "a.b@1: Open=开|compared key by key: en with zh-CN");
  CHECK(
      both_of("{\"open\": {\"en\": \"Open\", \"fr\": \"Ouvrir\", \"cn\": \"开\"},\n\"n\": {\"en\": "
              "\"A\", \"cn\": \"甲\"}}") ==
      "open@1: Open=开|n@2: A=甲|compared key by key: en with cn");
  CHECK(both_of("{\"title_en\": \"Open\", \"title_zh_CN\": \"开\", \"version\": \"1\"}") ==
        "title@1: Open=开|compared key by key: en with zh_CN");
  CHECK(
      both_of("en:\n  menu:\n    open: Open\n    close: Close\nzh-CN:\n  menu:\n    open: 开\n"
              "    other: 其\n") ==
      "menu.open@7: Open=开|menu.close@4: Close=|compared key by key: en with zh-CN; 1 of its keys "
      "are not in zh-CN; 1 keys are only in zh-CN, such as 'menu.other'");
  CHECK(
      both_of("[en]\nopen = \"Open\"\nclose = \"Close\"\n[zh]\nopen = \"开\"\nclose = \"关\"\n") ==
      "open@5: Open=开|close@6: Close=关|compared key by key: en with zh");
}

TEST_CASE("keyed texts: of several languages that which is asked for, else the first") {
  const std::string file =
      "{\"a\": {\"en\": \"Open\", \"zh-TW\": \"開\", \"zh-CN\": \"开\"}, \"b\": {\"en\": \"B\", "
      "\"zh-CN\": \"乙\"}}";
  CHECK(both_of(file, {.target_language = "zh-CN"}) ==
        "a@1: Open=开|b@1: B=乙|compared key by key: en with zh-CN");
  CHECK(both_of(file).find("a@1: Open=開|b@1: B=|") == 0);
  CHECK(both_of(file, {.source_language = "zh-CN"}).find("a@1: 开=Open|b@1: 乙=B|") == 0);
}

TEST_CASE("keyed texts: a file in one language with names of some is no such file") {
  std::string file = "{\"languages\": {\"en\": \"English\", \"zh\": \"中文\"}";
  for (int i = 0; i < 9; ++i) file += fmt::format(", \"message{}\": \"Text {}\"", i, i);
  CHECK(both_of(file + "}") == "no versions");
  CHECK(both_of("{\"en\": {\"a\": \"Open\"}}") == "no versions");
  CHECK(both_of("{\"en\": {\"a\": \"Open\"}, \"zh\": {\"b\": \"开\"}}") == "no versions");
  CHECK(both_of("{\"en\": {\"a\": \"Open\"}, \"zh\": }").find("this JSON is broken") == 0);
}

TEST_CASE("pairs: one file of keys with both languages is found by what it holds") {
  CHECK(read_bilingual("{\n  \"a\": {\n    \"en\": \"Open\",\n    \"zh\": \"开\"\n  }\n}\n")
            .joined() == "Open=开");
  CHECK(read_bilingual("en:\n  a: Open\n  b: Close\nzh:\n  a: 开\n  b: 关\n").joined() ==
        "Open=开|Close=关");
  // An object a line stays what it was.
  CHECK(read_bilingual("{\"en\": \"Open\", \"zh\": \"开\"}\n{\"en\": \"Close\", \"zh\": \"关\"}\n")
            .joined() == "Open=开|Close=关");
  CHECK(read_bilingual("{\"en\": \"Open\", \"zh\": \"开\"}\n").joined() == "Open=开");
  CHECK(holds_pairs("en:\n  a: Open\n  b: Close\nzh:\n  a: 开\n  b: 关\n", "a.yml", {}));
  CHECK_FALSE(holds_pairs("en:\n  a: Open\n  b: Close\n  c: Save\n", "a.yml", {}));
}

}  // namespace

TEST_CASE("keys: .properties, with escapes, remarks and lines that go on") {
  CHECK(texts_of("# Menu\nmenu.open=Open\nmenu.close : \"Close\"\n\n! a = b\nwarn = Delete \\\n"
                 "    all?\nhello = \\u4f60\\u597d\\n\\ud83d\\ude00\n") ==
        "menu.open@2=Open|menu.close@3=Close|warn@6=Delete all?|hello@8=你好 \U0001F600");
  CHECK(texts_of("[main]\na=/x/y\nb=Two\n[more]\nc=It's \"big\"\n") ==
        "main.a@2=/x/y|main.b@3=Two|more.c@5=It's \"big\"");
}

TEST_CASE("keys: .strings, TOML, Fluent") {
  CHECK(texts_of("/* Menu\n   \"x\" = \"y\"; */\n\"a b\" = \"One \\\"two\\\"\";\n\"c\" = \"Three\n"
                 "four\"; // more\n\"d\" = \"Five\";\n") ==
        "a b@3=One \"two\"|c@4=Three four|d@6=Five");
  CHECK(texts_of("[a.b]\nc = \"One\"\nd = 'C:\\d'\ne = \"\"\"\nTwo\nlines\"\"\"\n") ==
        "a.b.c@2=One|a.b.d@3=C:\\d|a.b.e@4=Two lines");
  CHECK(texts_of("open = Open\n    the file { $name }\nsave = Save\n    .label = Save it\n"
                 "-brand = Firefly\n") ==
        "open@1=Open the file { $name }|save@3=Save|save.label@4=Save it|-brand@5=Firefly");
}

TEST_CASE("keys: YAML, arrays of PHP and objects of JavaScript are keys above others") {
  CHECK(
      texts_of("en:\n  menu: # all of it\n    open: Open it # now\n    'no': 'Don''t'\n  days:\n"
               "    - Sunday\n    - \"Mon\\tday\"\n  long: >\n    One\n    two\n  last: Three\n") ==
      "en.menu.open@3=Open it|en.menu.no@4=Don't|en.days.0@6=Sunday|en.days.1@7=Mon day|"
      "en.long@8=One two|en.last@11=Three");
  CHECK(texts_of("<?php\nreturn [\n  'menu' => [\n    'open' => 'Don\\'t open',\n    'close' => "
                 "\"Close\",\n  ],\n  'end' => 'End',\n];\n") ==
        "menu.open@4=Don't open|menu.close@5=Close|end@7=End");
  CHECK(texts_of("export default {\n  menu: {\n    open: 'Open',\n    close: \"Close\"\n  },\n"
                 "  end: 'End',\n};\n") == "menu.open@3=Open|menu.close@4=Close|end@6=End");
}

TEST_CASE("keys: keys that are the text, with escapes") {
  CHECK(texts_of("a\\ b\\=c=One\n!\nd=Two\ne\\:=Three\n") ==
        "a\\ b\\=c@1=One|d@3=Two|e\\:@4=Three");
  CHECK(texts_of("\"\" = \"Language: zh\\n\";\n\"Say \\\"a\\\"\" = \"说“甲”\";\n") ==
        "@1=Language: zh|Say \\\"a\\\"@2=说“甲”");
}

TEST_CASE("keys: tables of strings of Windows'") {
  CHECK(texts_of("STRINGTABLE\nBEGIN\n  IDS_OPEN  \"Open\"\n  IDS_CLOSE \"Close \\\"it\\\"\"\n"
                 "  IDS_END \"End\"\nEND\n") ==
        "IDS_OPEN@3=Open|IDS_CLOSE@4=Close \"it\"|IDS_END@5=End");
}

TEST_CASE("keys: strings.xml, .resx and property lists") {
  CHECK(texts_of("<?xml version=\"1.0\"?>\n<resources>\n<string name=\"a\">Don\\'t <b>stop</b>\n"
                 "   \\n<xliff:g xmlns:xliff=\"urn:x\" id=\"n\">%1$s</xliff:g></string>\n"
                 "<string name=\"k\" translatable=\"false\">KEY</string><dimen name=\"d\">4</dimen>"
                 "<plurals name=\"p\"><item quantity=\"one\">One</item><item quantity=\"other\">%d"
                 "</item></plurals><string-array name=\"l\"><item>x</item><item>y</item>"
                 "</string-array></resources>") ==
        "a@3=Don't <b>stop</b>  %1$s|p.one@5=One|p.other@5=%d|l.0@5=x|l.1@5=y");
  CHECK(texts_of("<root>\n<resheader name=\"version\"><value>2.0</value></resheader>\n"
                 "<data name=\"a\"><value>One &lt;b></value><comment>no text</comment></data>\n"
                 "<data name=\"i\" type=\"System.Drawing.Bitmap\"><value>AAA=</value></data>"
                 "</root>") == "a@3=One <b>");
  CHECK(texts_of("<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>n</key><dict>"
                 "<key>NSStringLocalizedFormatKey</key><string>%#@v@</string><key>v</key><dict>"
                 "<key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>"
                 "<key>one</key><string>One note</string></dict></dict>"
                 "<key>l</key><array><string>a</string><integer>4</integer><string>b</string>"
                 "</array></dict></plist>") ==
        "n.NSStringLocalizedFormatKey@1=%#@v@|n.v.one@1=One note|l.0@1=a|l.1@1=b");
}

TEST_CASE("keys: JSON of translations, ARB and messages of browsers' extensions") {
  CHECK(texts_of("{\n\"menu\": {\"open\":\n \"Open\", \"n\": 4},\n\"@open\": {\"description\": "
                 "\"d\"},\n\"list\": [\"a\", {\"b\": \"c\\nd\"}],\n\"x\": {\"message\": \"One\", "
                 "\"description\": \"no text\"}}") ==
        "menu.open@2=Open|list.0@5=a|list.1.b@5=c d|x@6=One");
  CHECK(texts_of("{\"a\": \"b\", }").starts_with("this JSON is broken"));
  // A notebook, and pairs.
  CHECK(texts_of("{\"cells\": [{\"source\": [\"a\"]}], \"nbformat\": 4}") == "no keys");
  CHECK(texts_of("{\"source\": \"a\"}\n{\"source\": \"b\"}\n") == "no keys");
  CHECK(texts_of("[{\"source\": \"a\", \"target\": \"b\"}]") == "no keys");
}

TEST_CASE("keys: prose is none") {
  for (const std::string text :
       {"Contents: the first part\nAuthor: one of us\nDate: today\n",
        "He said: \"no\".\nShe said: \"yes\".\nWe all said: \"well\".\n",
        "https://a.example\nhttps://b.example\nhttps://c.example\n",
        "The result = 4 of 5.\nA longer line = one more.\nThe end = here.\n"}) {
    CAPTURE(text);
    CHECK(texts_of(text) == "no keys");
  }
}

TEST_CASE("keys: texts of one key are a pair, whatever their order; what one file lacks is told") {
  CHECK(pairs_of("{\"en\": {\"a\": \"One\", \"b\": \"Two\", \"c\": \"Three\"}}",
                 "{\"zh-CN\": {\n\"d\": \"四\",\n\"b\": \"二\", \"a\": \"一\"}}") ==
        "a@3: One=一|b@3: Two=二|c@1: Three=|; 1 of its keys are not in this file; 1 keys are only "
        "in this file, such as 'd'");
  CHECK(pairs_of("{\"n.one\": \"One note\", \"n.other\": \"%d notes\", \"m_one\": \"a\", "
                 "\"m_other\": \"b\"}",
                 "{\"n.other\": \"%d条\", \"m_other\": \"乙\"}") ==
        "n.other@1: %d notes=%d条|m_other@1: b=乙|");
  CHECK(pairs_of("{\"a\": \"One\"}", "{\"b\": \"一\"}") == "no key of ");
  CHECK(pairs_of("{\"a\": \"One\"}", "一。\n") == "no keys");
}

TEST_CASE("pairs: Qt's translations, with plurals, without what is no longer said") {
  const auto outcome = read_bilingual(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" language=\"zh_CN\">\n<context>"
      "<name>Main</name>\n<message><location filename=\"a.cpp\" line=\"4\"/><source>Open\nit"
      "</source><comment>menu</comment><translation>打开</translation></message>\n"
      "<message numerus=\"yes\"><source>%n notes</source><translation><numerusform>%n条"
      "</numerusform></translation></message>\n<message><source>Old</source><translation "
      "type=\"vanished\">旧</translation></message>\n<message id=\"n4\"><source>New</source>"
      "<translation type=\"unfinished\"></translation></message></context></TS>\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "Open it=打开|%n notes=%n条|New=");
  CHECK(outcome.pairs.at(0).id == "Main/1");
  CHECK(outcome.pairs.at(0).line == 5);
  CHECK(outcome.pairs.at(2).id == "Main/n4");
  CHECK(read_bilingual("<TS><context><name>a</name><message><source>b</source><translation>乙"
                       "</translation></message></context></TS>")
            .joined() == "b=乙");
  CHECK(read_bilingual("<TS version=\"2.1\" language=\"ja\"></TS>")
            .error.message.starts_with("its translations are in 'ja'"));
}

TEST_CASE("pairs: a catalogue of Xcode's, with forms of plurals") {
  const auto outcome = read_bilingual(
      "{\n  \"sourceLanguage\" : \"en\",\n  \"strings\" : {\n    \"Open\" : {\"localizations\" : "
      "{\"ja\": {\"stringUnit\": {\"value\": \"あ\"}}, \"zh-Hans\" : {\"stringUnit\" : {\"state\" "
      ": \"translated\", \"value\" : \"打开\"}}}},\n    \"n\" : {\"localizations\" : {\"en\": "
      "{\"variations\": {\"plural\": {\"one\": {\"stringUnit\": {\"value\": \"A note\"}}, "
      "\"other\": {\"stringUnit\": {\"value\": \"%d notes\"}}}}}, \"zh-Hans\" : {\"variations\": "
      "{\"plural\": {\"other\": {\"stringUnit\": {\"value\": \"%d条\"}}}}}}},\n    \"k\": "
      "{\"shouldTranslate\": false, \"localizations\": {\"zh-Hans\": {\"stringUnit\": {\"value\": "
      "\"K\"}}}}, \"empty\": {}\n  },\n  \"version\" : \"1.0\"\n}\n");
  CHECK(outcome.error.message.empty());
  CHECK(outcome.joined() == "Open=打开|%d notes=%d条");
  CHECK(outcome.pairs.at(1).id == "n/plural.other");
  CHECK(outcome.pairs.at(1).line == 5);
  CHECK(read_bilingual("{\"sourceLanguage\": \"en\", \"strings\": {\"a\": {\"localizations\": "
                       "{\"ja\": {\"stringUnit\": {\"value\": \"あ\"}}}}}}")
            .error.message.ends_with("it has: ja"));
}

TEST_CASE("pairs: a catalogue of Xcode's keeps the order of its file, and may be large") {
  constexpr std::size_t kMany = 100'000;  // of which one that looked at each for each took minutes
  std::string file = "{\"sourceLanguage\": \"en\", \"strings\": {\n";
  for (std::size_t i = kMany; i > 0; --i) {
    file += fmt::format(
        "{}\"{}\": {{\"localizations\": {{\"zh-Hans\": {{\"stringUnit\": "
        "{{\"value\": \"{}号\"}}}}}}}}",
        i == kMany ? "" : ",\n", i, i);
  }
  const auto outcome = read_bilingual(file + "}}");
  REQUIRE(outcome.pairs.size() == kMany);
  CHECK(outcome.pairs.front().source == "100000");
  CHECK(outcome.pairs.front().line == 2);
  CHECK(outcome.pairs.back().target == "1号");
  CHECK(outcome.pairs.back().line == kMany + 1);
}

TEST_CASE("keyed texts: bytes of another encoding, and such as are cut within a character") {
  CHECK(are_keyed_lines("open=\xB4\xF2\xBF\xAA\nsave=\xB1\xA3\xB4\xE6\nquit=\xCD\xCB"));
  CHECK(are_keyed_lines("\xEF\xBB\xBF# menu\nopen=打开\nsave=保存\nquit=退\xE5"));
  CHECK_FALSE(are_keyed_lines("标题：打开\n日期：今天\n地点：北京\xE4\xBA"));
}

TEST_CASE("keyed texts: JSON that ends within a character is told to be broken") {
  for (const std::string_view start : {"{\"a\": \"\xE5", "{\"a\": \"\xF0\x9F"}) {
    const auto outcome = read_bilingual(std::string(start));
    CHECK(outcome.pairs.empty());
    CHECK((outcome.passed_over > 0 || !outcome.error.message.empty()));
  }
}

}  // namespace duizhao::formats
