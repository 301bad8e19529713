#include "duizhao/batch/checkers.h"

#include <algorithm>
#include <utility>

namespace duizhao::batch {

Result<std::shared_ptr<const Checker>> Checkers::get(const std::string& glossary,
                                                     const std::string& profile) {
  const auto known = std::ranges::find_if(opened_, [&](const Opened& one) {
    return one.glossary == glossary && one.profile == profile;
  });
  if (known != opened_.end()) {
    std::rotate(opened_.begin(), known, known + 1);
    return opened_.front().checker;
  }
  CheckerOptions options = options_;
  if (!glossary.empty()) options.glossaries.push_back(glossary);
  if (!profile.empty()) options.profile = profile;
  auto opened = Checker::open(options);
  if (!opened) return tl::unexpected(opened.error());
  opened_.push_front({glossary, profile, std::make_shared<const Checker>(std::move(*opened))});
  if (opened_.size() > kMostOpen) opened_.pop_back();
  return opened_.front().checker;
}

}  // namespace duizhao::batch
