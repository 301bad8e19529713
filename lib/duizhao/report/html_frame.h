#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duizhao::report {

/// A value for a page's content security policy that its texts can't foresee: a hash of them
/// (FNV-1a), so that the same texts give the same page.
[[nodiscard]] std::string nonce_for(std::string_view source, std::string_view target);

/// Appends a page's frame with its `{{name}}` filled.
void fill_frame(std::string& out, std::string_view frame,
                const std::vector<std::pair<std::string_view, std::string_view>>& parts);

}  // namespace duizhao::report
