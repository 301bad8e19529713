#include "duizhao/batch/merge.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <tuple>
#include <utility>

#include "duizhao/batch/journal.h"
#include "duizhao/core/durable_file.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

/// The records of a part, one at a time.
class Part {
 public:
  Part(const std::string& folder, std::uint64_t bytes)
      : path_((fs::path(folder) / kRecordsName).string()),
        file_(path_, std::ios::binary),
        left_(bytes) {}

  /// Reads the next line; none at the end.
  Result<void> advance() {
    record_.reset();
    if (left_ == 0) return {};
    ++number_;
    if (!std::getline(file_, line_)) {
      return failure(ErrorCode::kUnreadable, "can't be read to its end", {path_, number_, 0});
    }
    record_ = read_record(line_);
    line_ += '\n';
    if (!record_ || line_.size() > left_) {
      return failure(ErrorCode::kMalformed, "this is no line of a batch", {path_, number_, 1});
    }
    left_ -= line_.size();
    return {};
  }

  [[nodiscard]] const std::optional<Record>& record() const { return record_; }
  [[nodiscard]] const std::string& line() const { return line_; }
  [[nodiscard]] bool comes_before(const Part& other) const {
    return std::tie(record_->input, record_->pair) <
           std::tie(other.record_->input, other.record_->pair);
  }

 private:
  std::string path_;
  std::ifstream file_;
  std::uint64_t left_;
  std::size_t number_ = 0;
  std::string line_;
  std::optional<Record> record_;
};

/// The journals of the parts, in the order of their numbers.
Result<std::vector<std::pair<std::string, Journal::Content>>> journals_of(
    const std::vector<std::string>& parts) {
  std::vector<std::pair<std::string, Journal::Content>> found(parts.size());
  for (const std::string& part : parts) {
    const std::string path = (fs::path(part) / kJournalName).string();
    auto content = Journal::read(path);
    if (!content) return tl::unexpected(content.error());
    if (!*content) {
      return failure(ErrorCode::kUnreadable, "there is no part of a batch here", {part, 0, 0});
    }
    if (!(*content)->progress.done) {
      return failure(ErrorCode::kUnreadable, "this part is not finished: go on with it by --resume",
                     {part, 0, 0});
    }
    const Shard& shard = (*content)->header.shard;
    if (shard.parts != parts.size()) {
      return failure(
          ErrorCode::kUsage,
          fmt::format("this is one of {} parts, and {} were given", shard.parts, parts.size()),
          {part, 0, 0});
    }
    auto& place = found[shard.part - 1];
    if (!place.first.empty()) {
      return failure(ErrorCode::kUsage,
                     fmt::format("this is part {} of {}, and {} is so too", shard.part, shard.parts,
                                 place.first),
                     {part, 0, 0});
    }
    place = {part, std::move(**content)};
  }
  for (const auto& [part, content] : found) {
    RunHeader expected = found.front().second.header;
    expected.shard = content.header.shard;
    if (const auto difference = content.header.difference(expected)) {
      return failure(
          ErrorCode::kUsage,
          "this is a part of another batch than " + found.front().first + ": " + *difference,
          {part, 0, 0});
    }
  }
  return found;
}

Result<void> copy_pages(const std::string& part, const std::string& folder) {
  const fs::path pages = fs::path(part) / kPagesName;
  std::error_code error;
  if (!fs::is_directory(pages, error)) return {};
  fs::create_directories(fs::path(folder) / kPagesName, error);
  fs::copy(pages, fs::path(folder) / kPagesName,
           fs::copy_options::overwrite_existing | fs::copy_options::recursive, error);
  if (!error) return {};
  return failure(ErrorCode::kUnreadable, "can't be copied: " + error.message(),
                 {pages.string(), 0, 0});
}

}  // namespace

Result<Merged> merge(const std::vector<std::string>& parts, const std::string& folder) {
  const auto journals = journals_of(parts);
  if (!journals) return tl::unexpected(journals.error());
  std::error_code error;
  fs::create_directories(folder, error);
  auto records = DurableFile::open((fs::path(folder) / kRecordsName).string(), 0);
  if (!records) return tl::unexpected(records.error());
  const RunHeader& header = journals->front().second.header;
  Merged merged{header.inputs, header.unpaired, Summary(header.inputs)};
  std::vector<Part> open;
  for (const auto& [part, content] : *journals) {
    open.emplace_back(part, content.progress.bytes);
    if (auto read = open.back().advance(); !read) return tl::unexpected(read.error());
    if (auto copied = copy_pages(part, folder); !copied) return tl::unexpected(copied.error());
  }
  for (;;) {
    Part* first = nullptr;
    for (Part& part : open) {
      if (part.record() && (first == nullptr || part.comes_before(*first))) first = &part;
    }
    if (first == nullptr) break;
    merged.summary.add(*first->record());
    if (auto written = records->append(first->line()); !written) {
      return tl::unexpected(written.error());
    }
    if (auto read = first->advance(); !read) return tl::unexpected(read.error());
  }
  if (auto synced = records->sync(); !synced) return tl::unexpected(synced.error());
  return merged;
}

}  // namespace duizhao::batch
