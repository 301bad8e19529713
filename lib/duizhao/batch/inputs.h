#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::batch {

/// A bilingual file, or a report in two files.
struct Input {
  std::string name;         ///< for people and in outputs: the path as it was given
  std::string path;         ///< that is opened; another one for what was in an archive
  std::string target_name;  ///< of a report's translation; empty for a bilingual file
  std::string target_path;
  std::string glossary;      ///< of this input alone; or empty
  std::string profile;       ///< likewise
  std::uint64_t bytes = 0;   ///< of its files, 0 where that is not known
  std::int64_t changed = 0;  ///< the time of the last change to its files
  /// A text, by its name, that has no counterpart: it may hold both versions.
  bool is_text_alone = false;
  /// Both files may hold what a program says, to be compared key by key: by their endings.
  bool may_be_keyed = false;

  [[nodiscard]] bool is_report() const { return !target_name.empty(); }
};

/// What a batch is to work on, in order.
struct Plan {
  std::vector<Input> inputs;
  std::vector<std::string> unpaired;  ///< texts in one language without a counterpart
  std::vector<std::string> unknown;   ///< files of folders in formats that are not read
  std::vector<Error> faults;          ///< what was named and can't be read

  [[nodiscard]] std::uint64_t bytes() const;
};

struct PlanOptions {
  /// Bilingual files, texts in one language, folders, patterns (see glob.h), archives, or "-".
  std::vector<std::string> inputs;
  std::string manifest{};                ///< path of a table (see read_manifest), or empty
  Language source = Language::kUnknown;  ///< of reports that are paired by name
  std::string unpack_to{};               ///< a folder for what is in archives
  std::string left_out{};                ///< a folder that holds no inputs: that of the output
};

/// Finds the inputs. Texts in one language, and files of what a program says in one, are paired by
/// their names (see versions.h), the latter only with the same ending; a file that was named by
/// itself and has no counterpart is taken for a bilingual one, or for a text that holds both
/// versions. Fails where nothing is found, or the manifest can't be read.
[[nodiscard]] Result<Plan> make_plan(const PlanOptions& options);

/// The rows of a manifest: source, target, glossary and profile, separated by tabs; the last two
/// may be missing, and the target for a bilingual file. A first line that names these columns says
/// which is which. Paths are relative to the manifest's folder; a profile is a name or a path.
[[nodiscard]] Result<std::vector<Input>> read_manifest(const std::string& path);

}  // namespace duizhao::batch
