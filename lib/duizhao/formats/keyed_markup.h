#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/keyed_texts.h"

namespace duizhao::formats {

/// Whether the begin of an XML file is that of a program's resources: Android's strings.xml (its
/// root is "resources"), .resx ("root" with "resheader" or "data"), a property list of Apple's.
[[nodiscard]] bool is_keyed_xml(std::string_view start);

/// Their texts. Of what has no translation (translatable="false", what is no text) there is none;
/// tags within a text stay, for the checks to compare, placeholders lose their tags.
[[nodiscard]] Result<std::vector<KeyedText>> read_keyed_xml(std::string_view text,
                                                            const std::string& file);

/// The texts of JSON, wherever they stand: {"menu": {"open": "Open"}} has "menu.open". Of what
/// browsers' extensions and ARB say about texts there is none. Fails on what is no JSON.
[[nodiscard]] Result<std::vector<KeyedText>> read_keyed_json(std::string_view text,
                                                             const std::string& file);

}  // namespace duizhao::formats
