#pragma once

#include <chrono>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/live/draft_file.h"
#include "duizhao/live/live_draft.h"

namespace duizhao::cli {

/// What the server serves: a draft that is mended, and its page. Not thread-safe.
class LivePage {
 public:
  LivePage() = default;
  LivePage(const LivePage&) = delete;
  LivePage& operator=(const LivePage&) = delete;
  virtual ~LivePage() = default;

  [[nodiscard]] virtual live::LiveDraft& draft() = 0;

  /// Whether there is something that write() would write.
  [[nodiscard]] virtual bool unwritten() { return draft().unwritten(); }
  /// Writes what was mended to its file: the draft's.
  [[nodiscard]] virtual Result<void> write(live::DraftFile& file) {
    if (auto written = file.write(draft().draft()); !written) return written;
    return draft().file_is(draft().draft());
  }

  /// The page; `kept` is JSON: its version, and the decisions by key.
  [[nodiscard]] virtual std::string html(std::string_view kept) = 0;
  /// What of the page has changed since a version: `pieces` and, where the page has a window of its
  /// rows, `changed` and `stops`.
  virtual void add_state(nlohmann::json& state, std::size_t since) = 0;

  /// Rows of a page that has a window of them.
  [[nodiscard]] virtual std::string rows(const std::vector<std::size_t>&) { return {}; }
  /// Numbers of the rows that hold a text, in small letters.
  [[nodiscard]] virtual std::vector<std::size_t> search(const std::string&) { return {}; }

  /// Does for about so long what is still to be done; false where nothing is.
  virtual bool work(std::chrono::milliseconds) { return false; }
};

}  // namespace duizhao::cli
