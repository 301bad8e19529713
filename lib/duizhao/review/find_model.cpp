#include "duizhao/review/find_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace duizhao {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "duizhao.model";

/// The folders of a colon-separated list.
std::vector<fs::path> folders_in(std::string_view list) {
  std::vector<fs::path> folders;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(':', begin), list.size());
    if (end > begin) folders.emplace_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return folders;
}

/// Where the model that comes with the program may be.
std::vector<fs::path> candidates() {
  std::vector<fs::path> paths;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!error) {
    const fs::path above = folder.parent_path();
    paths = {
        folder / kName, above / "share" / "duizhao" / kName,
        above.parent_path() / "models" / kName,                // build/PRESET/
        above.parent_path().parent_path() / "models" / kName,  // build/PRESET/tests/
    };
  }
  const char* given = std::getenv("XDG_DATA_DIRS");
  const bool is_given = given != nullptr && *given != '\0';
  for (const fs::path& data : folders_in(is_given ? given : "/usr/local/share:/usr/share")) {
    paths.push_back(data / "duizhao" / kName);
  }
  return paths;
}

}  // namespace

Result<std::string> find_model(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("DUIZHAO_MODEL"); named != nullptr && *named != '\0') {
    return std::string(named);
  }
  std::string looked;
  for (const fs::path& path : candidates()) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path.string();
    looked += (looked.empty() ? "" : ", ") + path.string();
  }
  return failure(ErrorCode::kUnreadable, "the model is not where it is looked for (" + looked +
                                             "); name it by --model or DUIZHAO_MODEL");
}

Result<OpenedLexicon> open_lexicon(const std::string& model) {
  if (fs::exists(model::weights_path(model))) {
    auto lexicon = model::Lexicon::open(model);
    if (!lexicon) return tl::unexpected(lexicon.error());
    return OpenedLexicon{std::move(*lexicon), {}};
  }
  std::string looked = model::weights_path(model);
  for (const fs::path& path : candidates()) {
    const std::string weights = model::weights_path(path.string());
    looked += ", " + weights;
    if (!fs::exists(weights)) continue;
    auto lexicon = model::Lexicon::open(model, weights);
    if (!lexicon) return tl::unexpected(lexicon.error());
    std::string warning;
    if (lexicon->weights().lexicon != lexicon->checksum()) {
      warning = fmt::format(
          "{} has no weights of its own ({}); those that come with the program were fitted on "
          "another lexicon, so confidences and quality are less sure",
          model, model::weights_path(model));
    }
    return OpenedLexicon{std::move(*lexicon), std::move(warning)};
  }
  return failure(ErrorCode::kUnreadable,
                 "the model's weights are not where they are looked for (" + looked + ")");
}

}  // namespace duizhao
