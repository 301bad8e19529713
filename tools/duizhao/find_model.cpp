#include "find_model.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "duizhao.model";

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

}  // namespace duizhao::cli
