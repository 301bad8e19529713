#pragma once

#include <functional>
#include <memory>
#include <string>

#include "duizhao/core/error.h"
#include "duizhao/live/draft_file.h"
#include "live_page.h"

namespace duizhao::cli {

/// Serves the page of a live review to browsers on this machine, and to nobody else: it listens on
/// the loopback address, under a path with a random token, refuses what names another host or comes
/// from another page, and knows no file but the page. Windows on one review stay in step.
class LiveServer {
 public:
  struct Options {
    int port = 0;          ///< 0: any that is free
    bool editable = true;  ///< false: the page only follows the file
  };

  /// Both must outlive the server, which is the only one to use them while it runs.
  LiveServer(LivePage& page, live::DraftFile& file, const Options& options);
  LiveServer(const LiveServer&) = delete;
  LiveServer& operator=(const LiveServer&) = delete;
  ~LiveServer();

  /// Begins to listen; returns the page's address. Fails where the port is taken.
  [[nodiscard]] Result<std::string> listen();

  /// Serves until `stopped` is true, looking at it, and at the file, twice a second.
  void run(const std::function<bool()>& stopped);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::cli
