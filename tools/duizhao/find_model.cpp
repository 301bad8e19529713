#include "find_model.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "duizhao.model";

/// Where the model that comes with the program may be.
std::vector<fs::path> candidates() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  return {
      folder / kName, folder.parent_path() / "share" / "duizhao" / kName,
      folder.parent_path().parent_path() / "models" / kName,                // build/PRESET/
      folder.parent_path().parent_path().parent_path() / "models" / kName,  // build/PRESET/tests/
  };
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

Result<model::Lexicon> open_lexicon(const std::string& given, std::ostream& err) {
  const auto model = find_model(given);
  if (!model) return tl::unexpected(model.error());
  if (fs::exists(model::weights_path(*model))) return model::Lexicon::open(*model);
  std::string looked = model::weights_path(*model);
  for (const fs::path& path : candidates()) {
    const std::string weights = model::weights_path(path.string());
    looked += ", " + weights;
    if (!fs::exists(weights)) continue;
    auto lexicon = model::Lexicon::open(*model, weights);
    if (lexicon && lexicon->weights().lexicon != lexicon->checksum()) {
      err << fmt::format(
          "warning: {} has no weights of its own ({}); those that come with the program were "
          "fitted on another lexicon, so confidences and quality are less sure\n",
          *model, model::weights_path(*model));
    }
    return lexicon;
  }
  return failure(ErrorCode::kUnreadable,
                 "the model's weights are not where they are looked for (" + looked + ")");
}

}  // namespace duizhao::cli
