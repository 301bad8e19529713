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

  std::map<std::string, KeyedText*> by_key;  // the last one of a key, as programs take it
  for (KeyedText& text : **targets) by_key[text.key] = &text;
  std::vector<BilingualPair> pairs;
  std::set<std::string> keys;
  std::size_t common = 0;
  for (KeyedText& text : **sources) {
    const auto found = by_key.find(text.key);
    const bool has_target = found != by_key.end();
    if (!has_target && by_key.contains(other_form(text.key))) continue;
    if (!keys.insert(text.key).second) continue;
    common += has_target ? 1U : 0U;
    pairs.push_back({std::move(text.text), has_target ? found->second->text : std::string(),
                     has_target ? found->second->line : text.line, text.key});
  }
  if (common == 0) {
    return failure(
        ErrorCode::kMalformed,
        fmt::format("no key of {} is in this file: they are compared key by key", source),
        {target});
  }
  std::size_t only = 0;
  std::string first;
  for (const auto& [key, text] : by_key) {
    if (keys.contains(key) || keys.contains(other_form(key))) continue;
    if (only++ == 0) first = key;
  }
  std::string notice = fmt::format("compared key by key with {}", source);
  if (common < keys.size()) {
    notice += fmt::format("; {} of its keys are not in this file", keys.size() - common);
  }
  if (only > 0) notice += fmt::format("; {} keys are only in this file, such as '{}'", only, first);
  return std::make_unique<ListedPairs>(std::move(pairs), std::move(notice));
}

}  // namespace duizhao::formats
