#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"

namespace duizhao::formats {

/// What a program says under a key, as its resources keep it in one language.
struct KeyedText {
  std::string key;  ///< with those above it: "menu.open", "days.0", "notes.other"
  std::string text;
  std::size_t line = 0;  ///< from 1
};

/// Whether a text is a program's resources: Android's strings.xml, .resx, .strings and .stringsdict
/// of Apple, .properties, .ini, TOML, YAML, Fluent, or JSON of keys and texts. Markup that has one
/// object for a pair is none.
[[nodiscard]] bool holds_keyed_texts(std::string_view text);

/// The same of a file; fails where it can't be opened.
[[nodiscard]] Result<bool> file_holds_keyed_texts(const std::string& path,
                                                  const std::string& encoding = {});

/// The texts of such a file, in its order. `file` is for messages.
[[nodiscard]] Result<std::vector<KeyedText>> read_keyed_texts(std::string_view text,
                                                              const std::string& file);

/// The pairs of two such files, the texts of one key each, in the order of the source; the id is
/// the key, the line that of the target. A null pointer where one of the files is no such thing; it
/// fails where they have no key in common.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_keyed_pairs(
    const std::string& source, const std::string& target, const std::string& source_encoding = {},
    const std::string& target_encoding = {});

/// The pairs of one file with what a program says in both languages, by a part of its keys that
/// names the language (en.menu.open, menu.open.zh-CN, title_zh), in the order of the source. A null
/// pointer where it is no such file. `file` is for messages.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_keyed_versions(
    std::string_view text, const std::string& file, const BilingualOptions& options);

}  // namespace duizhao::formats
