#include "acceptance.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "duizhao/formats/input.h"
#include "duizhao/review/decisions_workbook.h"
#include "output.h"

namespace duizhao::cli {

Result<Acceptance> Acceptance::parse(const std::vector<std::string>& keys, std::string author,
                                     std::string reason) {
  Acceptance acceptance;
  acceptance.author_ = std::move(author);
  acceptance.reason_ = std::move(reason);
  for (const std::string& key : keys) {
    if (key == "all") {
      acceptance.all_ = true;
    } else if (const auto value = key_in(key)) {
      acceptance.keys_.push_back(*value);
    } else {
      return failure(
          ErrorCode::kUsage,
          "--accept takes the 16 digits of a finding's key, or 'all', not '" + key + "'");
    }
  }
  return acceptance;
}

void Acceptance::take(const Checker& checker, Review& review, Suppressions& accepted) const {
  if (empty()) return;
  Suppressions taken;
  for (const Finding& finding : review.findings) {
    if (!all_ && std::find(keys_.begin(), keys_.end(), finding.key) == keys_.end()) continue;
    const std::string_view excerpt = finding.target   ? finding.target->in(review.target.text)
                                     : finding.source ? finding.source->in(review.source.text)
                                                      : std::string_view();
    taken.add({finding.key, std::string(finding.rule), author_, reason_, std::string(excerpt)});
  }
  checker.suppress(review, taken);
  accepted.add(taken);
}

Result<void> Acceptance::check_found(const Suppressions& found) const {
  for (const std::uint64_t key : keys_) {
    if (!found.contains(key)) {
      return failure(ErrorCode::kUsage, "no finding of this run has the key " + key_text(key));
    }
  }
  return {};
}

Result<void> add_to_file(const Suppressions& suppressions, const std::string& path) {
  Suppressions all;
  if (std::filesystem::exists(path)) {
    std::istringstream no_standard_input;
    auto input = formats::Input::open(path, no_standard_input);
    if (!input) return tl::unexpected(input.error());
    const auto text = input->read_all();
    if (!text) return tl::unexpected(text.error());
    if (is_workbook(*text)) {
      return failure(ErrorCode::kUsage,
                     "decisions are not written into a workbook: name a text file by the first "
                     "--suppress",
                     {path});
    }
    const auto read = Suppressions::read(*text, path);
    if (!read) return tl::unexpected(read.error());
    all.add(*read);
  }
  all.add(suppressions);
  std::ofstream none;
  auto output = Output::open(path, none);
  if (!output) return tl::unexpected(output.error());
  output->stream() << all.text();
  return output->commit();
}

}  // namespace duizhao::cli
