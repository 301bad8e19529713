#include "duizhao/formats/keyed_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "duizhao/formats/input.h"
#include "duizhao/formats/keyed_lines.h"
#include "duizhao/formats/keyed_markup.h"
#include "duizhao/formats/language_match.h"
#include "duizhao/formats/listed_pairs.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/encoding.h"

namespace duizhao::formats {
namespace {

constexpr std::size_t kStart = 4096;  ///< bytes that tell what markup it is

std::string_view body_of(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool is_xml(std::string_view body) { return body.starts_with('<') && !body.starts_with("<?php"); }

/// Whether a text is one object of JSON, by how it begins and ends, and no notebook of Jupyter's.
bool is_json(std::string_view body) {
  const std::size_t last = body.find_last_not_of(" \t\r\n");
  const std::size_t second = body.find_first_not_of(" \t\r\n", 1);
  if (last == body.npos || second == body.npos) return false;
  const bool object = body.front() == '{' && body[last] == '}' && body[second] == '"';
  const auto has = [&](std::string_view what) { return body.find(what) != body.npos; };
  return object && !has("}\n{\"") && !has("}\r\n{\"") && !has("\"nbformat\"");
}

/// A key without the language that stands above all keys of a file: "zh-CN.menu.open".
void drop_language(std::vector<KeyedText>& texts) {
  if (texts.empty()) return;
  const std::string first = texts.front().key.substr(0, texts.front().key.find('.'));
  if (language_of_tag(first) == Language::kUnknown) return;
  const std::string above = first + ".";
  const auto is_below = [&](const KeyedText& text) { return text.key.starts_with(above); };
  if (!std::ranges::all_of(texts, is_below)) return;
  for (KeyedText& text : texts) text.key.erase(0, above.size());
}

/// The key of a form of a plural that stands for all where a language has no other:
/// "notes.other" of "notes.one", of i18next "notes_other" of "notes_one". Empty for other keys.
std::string other_form(const std::string& key) {
  const std::size_t at = key.find_last_of("._");
  if (at == key.npos) return {};
  constexpr std::array<std::string_view, 5> kForms = {"zero", "one", "two", "few", "many"};
  const std::string_view form = std::string_view(key).substr(at + 1);
  if (std::ranges::find(kForms, form) == kForms.end()) return {};
  return key.substr(0, at + 1) + "other";
}

/// The texts of one key each.
struct Joined {
  std::vector<BilingualPair> pairs;
  std::size_t common = 0;       ///< keys
  std::size_t only_target = 0;  ///< those of the target alone
  std::string first_only;

  /// What a user is to know of keys that one side lacks, the target being `target`.
  [[nodiscard]] std::string told(const std::string& target) const {
    std::string told;
    if (common < pairs.size()) {
      told = fmt::format("; {} of its keys are not in {}", pairs.size() - common, target);
    }
    if (only_target == 0) return told;
    return told +
           fmt::format("; {} keys are only in {}, such as '{}'", only_target, target, first_only);
  }
};

Joined join(std::vector<KeyedText> sources, std::vector<KeyedText>& targets) {
  std::map<std::string, KeyedText*> by_key;  // the last one of a key, as programs take it
  for (KeyedText& text : targets) by_key[text.key] = &text;
  Joined joined;
  std::set<std::string> keys;
  for (KeyedText& text : sources) {
    const auto found = by_key.find(text.key);
    const bool has_target = found != by_key.end();
    if (!has_target && by_key.contains(other_form(text.key))) continue;
    if (!keys.insert(text.key).second) continue;
    joined.common += has_target ? 1U : 0U;
    joined.pairs.push_back({std::move(text.text), has_target ? found->second->text : std::string(),
                            has_target ? found->second->line : text.line, text.key});
  }
  for (const auto& [key, text] : by_key) {
    if (keys.contains(key) || keys.contains(other_form(key))) continue;
    if (joined.only_target++ == 0) joined.first_only = key;
  }
  return joined;
}

/// A key without the language that it names.
struct LanguageKey {
  std::string key;
  std::string tag;
};

/// The language of a part of a key, also as people call it.
Language language_named(std::string_view tag) {
  const std::string name = text::ascii_lowered(tag);
  if (name == "english" || name == "英文") return Language::kEnglish;
  if (name == "chinese" || name == "cn" || name == "中文") return Language::kChinese;
  return language_of_tag(tag);
}

/// Whether a part of a key may name a language: "fr", "pt-BR".
bool may_be_tag(std::string_view part) {
  const std::size_t end = std::min(part.find_first_of("-_"), part.size());
  constexpr std::size_t kLongest = 11;  // "zh-Hant-TW"
  return (end == 2 || end == 3) && part.size() <= kLongest &&
         std::ranges::all_of(part.substr(0, end), text::is_ascii_lower);
}

/// "zh-CN.menu.open", "menu.open.zh": what one of the parts says; without a tag where none does.
LanguageKey split_at_part(const std::string& key) {
  LanguageKey split{key, {}};
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t end = std::min(key.find('.', begin), key.size());
    const std::string part = key.substr(begin, end - begin);
    const bool known = language_named(part) != Language::kUnknown;
    if (known || (split.tag.empty() && may_be_tag(part))) {
      split.tag = part;
      split.key = key.substr(0, begin) + (end < key.size() ? key.substr(end + 1) : std::string());
      if (split.key.ends_with('.')) split.key.pop_back();
    }
    if (known) break;
    begin = end + 1;
  }
  return split;
}

/// "title_zh_CN".
LanguageKey split_at_ending(const std::string& key) {
  const std::size_t last = key.rfind('.') + 1;  // 0 where there is none
  for (std::size_t at = key.find('_', last); at != key.npos; at = key.find('_', at + 1)) {
    const std::string tag = key.substr(at + 1);
    if (language_named(tag) != Language::kUnknown || may_be_tag(tag))
      return {key.substr(0, at), tag};
  }
  return {key, {}};
}

/// The versions in one file.
struct KeyedVersions {
  std::vector<KeyedText> source;
  std::vector<KeyedText> target;
  std::string source_tag;
  std::string target_tag;
};

/// The texts in Chinese and English, by what their keys say; none where most name no language, or
/// where one of both is missing.
std::optional<KeyedVersions> take_apart(const std::vector<KeyedText>& texts,
                                        LanguageKey (*split)(const std::string& key),
                                        const BilingualOptions& options) {
  const bool to_english = language_of_tag(options.source_language) == Language::kChinese ||
                          language_of_tag(options.target_language) == Language::kEnglish;
  const auto wanted_tag = [](const std::string& said, bool english) {
    return !said.empty() ? said : std::string(english ? "en" : "zh");
  };
  const std::string source = wanted_tag(options.source_language, !to_english);
  const std::string target = wanted_tag(options.target_language, to_english);
  const auto is_wanted = [](const std::string& tag, const std::string& wanted) {
    const bool by_name = language_of_tag(tag) == Language::kUnknown &&
                         language_named(tag) == language_of_tag(wanted);
    return language_named(tag) != Language::kUnknown && (by_name || tag_matches(tag, wanted));
  };
  KeyedVersions versions;
  std::size_t tagged = 0;
  const auto take = [](std::vector<KeyedText>& side, std::string& tag, LanguageKey key,
                       const KeyedText& text) {
    if (tag.empty()) tag = key.tag;  // the first of several that are wanted
    if (tag == key.tag) side.push_back({std::move(key.key), text.text, text.line});
  };
  for (const KeyedText& text : texts) {
    LanguageKey key = split(text.key);
    if (key.tag.empty()) continue;
    if (key.key.empty()) return std::nullopt;  // one pair, whose other members count too
    ++tagged;
    if (is_wanted(key.tag, source)) {
      take(versions.source, versions.source_tag, std::move(key), text);
    } else if (is_wanted(key.tag, target)) {
      take(versions.target, versions.target_tag, std::move(key), text);
    }
  }
  if (tagged * 2 < texts.size() || versions.source.empty() || versions.target.empty()) {
    return std::nullopt;
  }
  return versions;
}

/// A file's text; none where its bytes are no text.
Result<std::optional<std::string>> text_of_file(const std::string& path,
                                                const std::string& encoding) {
  std::istringstream none;
  auto input = Input::open(path, none);
  if (!input) return tl::unexpected(input.error());
  const auto bytes = input->read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, encoding, input->name());
  if (!decoded) return std::nullopt;
  return std::move(decoded->text);
}

Result<std::optional<std::vector<KeyedText>>> texts_of_file(const std::string& path,
                                                            const std::string& encoding) {
  const auto text = text_of_file(path, encoding);
  if (!text) return tl::unexpected(text.error());
  if (!*text || !holds_keyed_texts(**text)) return std::nullopt;
  auto texts = read_keyed_texts(**text, path);
  if (!texts) return tl::unexpected(texts.error());
  drop_language(*texts);
  return std::move(*texts);
}

}  // namespace

bool holds_keyed_texts(std::string_view text) {
  const std::string_view body = body_of(text);
  if (is_xml(body)) return is_keyed_xml(body.substr(0, kStart));
  return is_json(body) || are_keyed_lines(body);
}

Result<bool> file_holds_keyed_texts(const std::string& path, const std::string& encoding) {
  const auto text = text_of_file(path, encoding);
  if (!text) return tl::unexpected(text.error());
  return *text && holds_keyed_texts(**text);
}

Result<std::vector<KeyedText>> read_keyed_texts(std::string_view text, const std::string& file) {
  const std::string_view body = body_of(text);
  if (is_xml(body)) return read_keyed_xml(body, file);
  if (is_json(body)) return read_keyed_json(text, file);
  return read_keyed_lines(text);
}

Result<std::unique_ptr<BilingualReader>> open_keyed_pairs(const std::string& source,
                                                          const std::string& target,
                                                          const std::string& source_encoding,
                                                          const std::string& target_encoding) {
  if (source == "-" || target == "-") return nullptr;  // can be read but once
  auto sources = texts_of_file(source, source_encoding);
  if (!sources) return tl::unexpected(sources.error());
  if (!*sources) return nullptr;
  auto targets = texts_of_file(target, target_encoding);
  if (!targets) return tl::unexpected(targets.error());
  if (!*targets) return nullptr;

  Joined joined = join(std::move(**sources), **targets);
  if (joined.common == 0) {
    return failure(
        ErrorCode::kMalformed,
        fmt::format("no key of {} is in this file: they are compared key by key", source),
        {target});
  }
  return std::make_unique<ListedPairs>(
      std::move(joined.pairs),
      fmt::format("compared key by key with {}{}", source, joined.told("this file")));
}

Result<std::unique_ptr<BilingualReader>> open_keyed_versions(std::string_view text,
                                                             const std::string& file,
                                                             const BilingualOptions& options) {
  if (!holds_keyed_texts(text)) return nullptr;
  auto texts = read_keyed_texts(text, file);
  if (!texts) return tl::unexpected(texts.error());
  for (const auto split : {split_at_part, split_at_ending}) {
    auto versions = take_apart(*texts, split, options);
    if (!versions) continue;
    Joined joined = join(std::move(versions->source), versions->target);
    if (joined.common == 0) continue;
    return std::make_unique<ListedPairs>(
        std::move(joined.pairs),
        fmt::format("compared key by key: {} with {}{}", versions->source_tag, versions->target_tag,
                    joined.told(versions->target_tag)));
  }
  return nullptr;
}

}  // namespace duizhao::formats
