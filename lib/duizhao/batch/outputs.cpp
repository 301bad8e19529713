#include "duizhao/batch/outputs.h"

#include <filesystem>

#include "duizhao/batch/database.h"
#include "duizhao/batch/overview_page.h"
#include "duizhao/batch/run.h"
#include "duizhao/batch/summary_text.h"
#include "duizhao/core/durable_file.h"

namespace duizhao::batch {
namespace {

Result<void> write_database(const std::string& path, const std::string& records,
                            const std::vector<Input>& inputs) {
  auto database = Database::create(path, inputs);
  if (!database) return tl::unexpected(database.error());
  Result<void> added;
  const std::uint64_t bytes = std::filesystem::file_size(records);
  const auto read = read_records(records, bytes, [&](const Record& record) {
    if (added) added = database->add(record);
  });
  if (!read) return tl::unexpected(read.error());
  return added ? database->finish() : added;
}

}  // namespace

Result<void> write_outputs(const std::string& folder, const std::vector<Input>& inputs,
                           const Summary& summary, const std::vector<std::string>& unpaired,
                           bool database, Language language) {
  const auto in_folder = [&](const char* name) {
    return (std::filesystem::path(folder) / name).string();
  };
  std::string json;
  append_summary_json(json, summary, unpaired);
  if (auto written = replace_file(in_folder(kSummaryName), json); !written) return written;
  std::string html;
  append_overview(html, summary, unpaired, language);
  if (auto written = replace_file(in_folder(kOverviewName), html); !written) return written;
  if (!database) return {};
  return write_database(in_folder(kDatabaseName), in_folder(kRecordsName), inputs);
}

}  // namespace duizhao::batch
