#include "duizhao/batch/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
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

/// kKeyed is what a program says in one language, and other things that end so.
enum class Kind : std::uint8_t { kBilingual, kText, kEither, kKeyed, kUnknown };

/// The ending of a name, without one of packing.
std::string ending_of(const std::string& path) {
  fs::path name(text::ascii_lowered(path));
  for (const std::string_view packed : {".gz", ".xz", ".zst"}) {
    if (name.extension() == packed) name = name.stem();
  }
  return name.extension().string();
}

bool begins_with_markup(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string start(16, '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start.find('<') != start.npos;
}

/// What a file is by its ending.
Kind kind_of(const std::string& path) {
  const std::string ending = ending_of(path);
  // Catalogues of Qt's have both languages, modules of TypeScript one.
  if (ending == ".ts") return begins_with_markup(path) ? Kind::kBilingual : Kind::kKeyed;
  const auto is_one_of = [&](const auto& endings) {
    return std::ranges::find(endings, ending) != endings.end();
  };
  constexpr auto kBilingual =
      std::to_array<std::string_view>({".tsv", ".csv", ".jsonl", ".tmx", ".xlf", ".xliff",
                                       ".sdlxliff", ".mqxliff", ".mxliff", ".po", ".xcstrings"});
  constexpr auto kText = std::to_array<std::string_view>(
      {".txt",      ".text", ".md",  ".markdown", ".mdx",  ".tex", ".rst", ".adoc",
       ".asciidoc", ".html", ".htm", ".xhtml",    ".docx", ".odt", ".pdf", ".srt",
       ".vtt",      ".ass",  ".ssa", ".pptx",     ".odp",  ".epub"});
  constexpr auto kKeyed = std::to_array<std::string_view>(
      {".xml", ".resx", ".strings", ".stringsdict", ".properties", ".ini", ".toml", ".yml", ".yaml",
       ".ftl", ".json", ".arb", ".php", ".js", ".mjs"});
  if (is_one_of(kBilingual)) return Kind::kBilingual;
  if (is_one_of(kText)) return Kind::kText;
  if (is_one_of(kKeyed)) return Kind::kKeyed;
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
    std::map<std::string, std::vector<std::size_t>> keyed;  // by their endings
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const Found& file = found_[i];
      const Kind kind = kind_of(file.path);
      if (kind == Kind::kText || kind == Kind::kEither) {
        texts.push_back(i);
      } else if (kind == Kind::kKeyed) {
        keyed[ending_of(file.path)].push_back(i);
      } else if (kind == Kind::kBilingual || file.by_itself) {
        place(i, Input{file.name, file.path, {}, {}, {}, {}});
      } else {
        plan.unknown.push_back(file.name);
      }
    }
    for (const std::size_t i : pair(texts)) {
      const Found& file = found_[i];
      if (file.by_itself || kind_of(file.path) == Kind::kEither) {
        Input alone{file.name, file.path, {}, {}, {}, {}};
        alone.is_text_alone = true;
        place(i, std::move(alone));
      } else {
        plan.unpaired.push_back(file.name);
      }
    }
    for (const auto& [ending, files] : keyed) {
      for (const std::size_t i : pair(files)) {
        const Found& file = found_[i];
        const bool has_language = version_name(file.version).language != Language::kUnknown;
        if (file.by_itself) {
          place(i, Input{file.name, file.path, {}, {}, {}, {}});
        } else {
          (has_language ? plan.unpaired : plan.unknown).push_back(file.name);
        }
      }
    }
    std::ranges::stable_sort(placed_, {}, [](const auto& one) { return one.first; });
    for (auto& one : placed_) plan.inputs.push_back(std::move(one.second));
  }

 private:
  void place(std::size_t at, Input input) { placed_.emplace_back(at, std::move(input)); }

  /// Pairs files by their names, and returns those that stay alone.
  std::vector<std::size_t> pair(const std::vector<std::size_t>& files) {
    std::vector<std::string> names;
    names.reserve(files.size());
    for (const std::size_t i : files) names.push_back(found_[i].version);
    const PairedVersions paired = pair_versions(names, options_.source);
    for (const VersionPair& pair : paired.pairs) {
      const Found& source = found_[files[pair.source]];
      const Found& target = found_[files[pair.target]];
      place(files[std::min(pair.source, pair.target)],
            Input{source.name, source.path, target.name, target.path, {}, {}});
    }
    std::vector<std::size_t> alone;
    alone.reserve(paired.unpaired.size());
    for (const std::size_t i : paired.unpaired) alone.push_back(files[i]);
    return alone;
  }

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
  std::vector<std::pair<std::size_t, Input>> placed_;  ///< behind the place of its first file
  std::set<std::string> seen_;
  std::size_t archives_ = 0;
};

/// Size and time of what an input is made of, and what it may be.
void look_at(Input& input) {
  const auto is_keyed = [](const std::string& path) { return kind_of(path) == Kind::kKeyed; };
  input.may_be_keyed = input.is_report() && is_keyed(input.path) && is_keyed(input.target_path);
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
        fmt::format(
            "there is nothing to work on here: no bilingual file and no two texts whose "
            "names say that they belong together (report.en.txt, report.zh.txt; en/app.json, "
            "zh-CN/app.json; values/strings.xml, values-zh-rCN/strings.xml){}",
            plan.unpaired.empty() ? "" : "; " + plan.unpaired.front() + " is by itself"));
  }
  for (Input& input : plan.inputs) look_at(input);
  return plan;
}

}  // namespace duizhao::batch
