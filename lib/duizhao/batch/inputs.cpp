#include "duizhao/batch/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "duizhao/batch/archive.h"
#include "duizhao/batch/glob.h"
#include "duizhao/batch/versions.h"
#include "duizhao/text/ascii.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

/// What an archive may unpack to.
constexpr std::uint64_t kMostUnpacked = std::uint64_t{64} << 30U;

enum class Kind : std::uint8_t { kBilingual, kText, kEither, kUnknown };

/// What a file is by its ending.
Kind kind_of(const std::string& path) {
  fs::path name(text::ascii_lowered(path));
  for (const std::string_view packed : {".gz", ".xz", ".zst"}) {
    if (name.extension() == packed) name = name.stem();
  }
  const std::string ending = name.extension().string();
  const auto is_one_of = [&](const auto& endings) {
    return std::ranges::find(endings, ending) != endings.end();
  };
  constexpr auto kBilingual =
      std::to_array<std::string_view>({".tsv", ".csv", ".jsonl", ".tmx", ".xlf", ".xliff",
                                       ".sdlxliff", ".mqxliff", ".mxliff", ".po"});
  constexpr auto kText =
      std::to_array<std::string_view>({".txt", ".text", ".md", ".markdown", ".html", ".htm",
                                       ".docx", ".odt", ".pdf", ".srt", ".vtt", ".pptx", ".epub"});
  if (is_one_of(kBilingual)) return Kind::kBilingual;
  if (is_one_of(kText)) return Kind::kText;
  return ending == ".xlsx" ? Kind::kEither : Kind::kUnknown;
}

/// A file that was found, and how.
struct Found {
  std::string name;
  std::string path;
  std::string version;  ///< what of the name tells the version: without the folder it was found in
  bool by_itself = false;  ///< it was named, not found in a folder or an archive
};

class Finder {
 public:
  explicit Finder(const PlanOptions& options) : options_(options) {}

  Plan plan;

  void add(const std::string& input) {
    std::error_code error;
    if (input == "-") {
      plan.inputs.push_back({input, input, {}, {}, {}, {}});
    } else if (fs::is_directory(input, error)) {
      add_folder(input, input);
    } else if (fs::exists(input, error)) {
      is_archive_name(input) ? add_archive(input, input) : add_file({input, input, input, true});
    } else if (is_pattern(input)) {
      const std::vector<std::string> files = files_like(input);
      for (const std::string& file : files) {
        is_archive_name(file) ? add_archive(file, file) : add_file({file, file, file, true});
      }
      if (files.empty()) fault(input, "no file is named so");
    } else {
      fault(input, "there is no such file or folder");
    }
  }

  /// Pairs what was found, and puts everything in order.
  void finish() {
    std::vector<std::size_t> texts;
    std::vector<std::string> names;
    std::vector<std::pair<std::size_t, Input>> placed;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const Found& file = found_[i];
      const Kind kind = kind_of(file.path);
      if (kind == Kind::kText || kind == Kind::kEither) {
        texts.push_back(i);
        names.push_back(file.version);
      } else if (kind == Kind::kBilingual || file.by_itself) {
        placed.emplace_back(i, Input{file.name, file.path, {}, {}, {}, {}});
      } else {
        plan.unknown.push_back(file.name);
      }
    }
    const PairedVersions paired = pair_versions(names, options_.source);
    for (const VersionPair& pair : paired.pairs) {
      const Found& source = found_[texts[pair.source]];
      const Found& target = found_[texts[pair.target]];
      placed.emplace_back(texts[std::min(pair.source, pair.target)],
                          Input{source.name, source.path, target.name, target.path, {}, {}});
    }
    for (const std::size_t i : paired.unpaired) {
      const Found& file = found_[texts[i]];
      if (file.by_itself || kind_of(file.path) == Kind::kEither) {
        Input alone{file.name, file.path, {}, {}, {}, {}};
        alone.is_text_alone = true;
        placed.emplace_back(texts[i], std::move(alone));
      } else {
        plan.unpaired.push_back(file.name);
      }
    }
    std::ranges::stable_sort(placed, {}, [](const auto& one) { return one.first; });
    for (auto& one : placed) plan.inputs.push_back(std::move(one.second));
  }

 private:
  void fault(const std::string& input, std::string message) {
    plan.faults.push_back({ErrorCode::kUnreadable, std::move(message), {input, 0, 0}});
  }

  void add_file(Found file) {
    std::error_code error;
    if (!seen_.insert(fs::weakly_canonical(file.path, error).string()).second) return;
    found_.push_back(std::move(file));
  }

  /// `name` is what the folder is called: its path, or that of the archive that it came from.
  void add_folder(const std::string& folder, const std::string& name) {
    std::error_code error;
    const fs::path left_out =
        options_.left_out.empty()
            ? fs::path()
            : fs::weakly_canonical(fs::absolute(options_.left_out, error), error);
    for (const std::string& path : files_below(folder)) {
      const std::string inside = fs::path(path).lexically_relative(folder).string();
      const std::string its_name = (fs::path(name) / inside).string();
      if (!left_out.empty()) {
        const fs::path from = fs::weakly_canonical(path, error).lexically_relative(left_out);
        if (!from.empty() && *from.begin() != "..") continue;
      }
      is_archive_name(path) ? add_archive(path, its_name)
                            : add_file({its_name, path, inside, false});
    }
  }

  void add_archive(const std::string& archive, const std::string& name) {
    const std::string folder =
        (fs::path(options_.unpack_to) / std::to_string(archives_++)).string();
    std::error_code error;
    fs::create_directories(folder, error);
    const auto files = unpack(archive, folder, kMostUnpacked);
    if (!files) {
      plan.faults.push_back(files.error());
      return;
    }
    for (const std::string& file : *files) {
      add_file({(fs::path(name) / file).string(), (fs::path(folder) / file).string(), file, false});
    }
  }

  const PlanOptions& options_;
  std::vector<Found> found_;
  std::set<std::string> seen_;
  std::size_t archives_ = 0;
};

/// Size and time of what an input is made of.
void look_at(Input& input) {
  for (const std::string& path : {input.path, input.target_path}) {
    if (path.empty() || path == "-") continue;
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    if (!error) input.bytes += bytes;
    const auto changed = fs::last_write_time(path, error);
    if (error) continue;
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::file_clock::to_sys(changed).time_since_epoch());
    input.changed = std::max<std::int64_t>(input.changed, time.count());
  }
}

}  // namespace

std::uint64_t Plan::bytes() const {
  std::uint64_t all = 0;
  for (const Input& input : inputs) all += input.bytes;
  return all;
}

Result<Plan> make_plan(const PlanOptions& options) {
  Finder finder(options);
  for (const std::string& input : options.inputs) finder.add(input);
  finder.finish();
  Plan plan = std::move(finder.plan);
  if (!options.manifest.empty()) {
    auto rows = read_manifest(options.manifest);
    if (!rows) return tl::unexpected(rows.error());
    std::move(rows->begin(), rows->end(), std::back_inserter(plan.inputs));
  }
  if (plan.inputs.empty()) {
    if (!plan.faults.empty()) return tl::unexpected(plan.faults.front());
    return failure(
        ErrorCode::kUnreadable,
        fmt::format("there is nothing to work on here: no bilingual file and no two texts whose "
                    "names say that they belong together (report.en.txt, report.zh.txt){}",
                    plan.unpaired.empty() ? "" : "; " + plan.unpaired.front() + " is by itself"));
  }
  for (Input& input : plan.inputs) look_at(input);
  return plan;
}

}  // namespace duizhao::batch
