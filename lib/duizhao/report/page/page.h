#pragma once

#include <string_view>

/// The sources of the HTML pages, of a review or an alignment and of proposed terms (proposals.*),
/// embedded when the library is built.
namespace duizhao::report::page {

extern const std::string_view kHtml;
extern const std::string_view kCss;
/// The modules, each of which uses those before it, and what starts them.
extern const std::string_view kJs;
extern const std::string_view kMainJs;
/// By which a translation is edited on its page; and who takes what is edited: the program that
/// serves the page or, on a page that is a file, the reader, who downloads it.
extern const std::string_view kEditorJs;
extern const std::string_view kLiveJs;
extern const std::string_view kDraftJs;
/// Where readers of a review decide on its findings.
extern const std::string_view kDecisionsHtml;

extern const std::string_view kProposalsHtml;
extern const std::string_view kProposalsCss;
extern const std::string_view kProposalsJs;

/// Of what a batch comes to.
extern const std::string_view kOverviewHtml;
extern const std::string_view kOverviewCss;

}  // namespace duizhao::report::page
