#pragma once

#include <string_view>

/// The sources of the HTML page, page.html, page.css and page.js, embedded when the library is
/// built.
namespace duizhao::report::page {

extern const std::string_view kHtml;
extern const std::string_view kCss;
extern const std::string_view kJs;

}  // namespace duizhao::report::page
