#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/report/catalogue.h"

namespace duizhao::report {

/// A value for a page's content security policy that its texts can't foresee: a hash of them
/// (FNV-1a), so that the same texts give the same page.
[[nodiscard]] std::string nonce_for(std::string_view source, std::string_view target);

/// An element that holds what the scripts say (the catalogue's rows "script/…") by the English that
/// stands in them; nothing for a page in English.
[[nodiscard]] std::string words_of_scripts(const Words& words);

/// An element that holds JSON for the scripts; no text in it can end it early.
[[nodiscard]] std::string json_element(std::string_view id, std::string_view json);

/// "zh", "en", as HTML names the language of a page.
[[nodiscard]] std::string_view language_tag(Language language);

/// Appends a page's frame with its `{{name}}` filled: by a part of that name, or `{{say id}}` by
/// the catalogue's words, escaped.
void fill_frame(std::string& out, std::string_view frame, const Words& words,
                const std::vector<std::pair<std::string_view, std::string_view>>& parts);

}  // namespace duizhao::report
