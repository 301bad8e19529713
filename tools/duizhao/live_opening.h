#pragma once

#include <memory>
#include <string>

#include "command.h"
#include "duizhao/core/error.h"
#include "duizhao/live/draft_file.h"
#include "duizhao/review/checker.h"
#include "live_page.h"
#include "review_command.h"

namespace duizhao::cli {

/// A page that is ready to be served, and the file that its draft is written to.
struct OpenedPage {
  std::unique_ptr<LivePage> page;
  live::DraftFile file;
  std::string journal;  ///< path
};

/// Opens two documents. A draft whose places lead back to its file, text or Markdown, is written
/// there; of others the corrected text goes beside the file, as TARGET.txt. The checker must
/// outlive the page.
[[nodiscard]] Result<OpenedPage> open_live_documents(const ReviewCommand::Options& options,
                                                     const Checker& checker, Streams& streams);

/// Opens a file that holds both versions, in which the translation is mended; of what is no text,
/// both go beside the file.
[[nodiscard]] Result<OpenedPage> open_live_both(const ReviewCommand::Options& options,
                                                const Checker& checker, Streams& streams);

/// Opens a file of pairs.
[[nodiscard]] Result<OpenedPage> open_live_pairs(const ReviewCommand::Options& options,
                                                 const Checker& checker, Streams& streams);

}  // namespace duizhao::cli
