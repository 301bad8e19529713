#pragma once

#include <string_view>

/// The sources of the HTML pages, of a review (page.*, acceptance.*) and of proposed terms
/// (proposals.*), embedded when the library is built.
namespace duizhao::report::page {

extern const std::string_view kHtml;
extern const std::string_view kCss;
extern const std::string_view kJs;
/// By which readers of a review accept findings as no errors and save them as suppressions.
extern const std::string_view kAcceptanceHtml;
extern const std::string_view kAcceptanceJs;

extern const std::string_view kProposalsHtml;
extern const std::string_view kProposalsCss;
extern const std::string_view kProposalsJs;

}  // namespace duizhao::report::page
