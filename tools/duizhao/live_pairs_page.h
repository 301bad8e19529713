#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/live/live_pairs.h"
#include "duizhao/report/about.h"
#include "duizhao/report/pairs_page.h"
#include "live_page.h"

namespace duizhao::cli {

/// The page of the pairs of a bilingual file. It has a window of the rows only, and a list of all
/// findings, which grows while the pairs are reviewed.
class LivePairsPage : public LivePage {
 public:
  struct Options {
    std::string file;
    report::About about;
    double pass_threshold = 25;
    Language language = Language::kEnglish;  ///< of the page's own words
  };

  LivePairsPage(std::unique_ptr<live::LivePairs> live, Options options)
      : live_(std::move(live)), options_(std::move(options)) {}

  [[nodiscard]] live::LiveDraft& draft() override { return *live_; }
  [[nodiscard]] std::string html(std::string_view kept) override;
  void add_state(nlohmann::json& state, std::size_t since) override;
  [[nodiscard]] std::string rows(const std::vector<std::size_t>& numbers) override;
  [[nodiscard]] std::vector<std::size_t> search(const std::string& words) override;
  bool work(std::chrono::milliseconds time) override { return live_->work(time); }

 private:
  [[nodiscard]] report::PairsPage with_counts() const;
  [[nodiscard]] Score score() const;

  std::unique_ptr<live::LivePairs> live_;
  Options options_;
};

}  // namespace duizhao::cli
