#include "duizhao/batch/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <span>

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sorted_names(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; at != end;
       at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

bool is_plain_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error) && !fs::is_symlink(path, error);
}

/// Adds what the rest of a pattern names below a folder.
void match(const fs::path& folder, std::span<const std::string> parts,
           std::vector<std::string>& found) {
  std::error_code error;
  if (parts.empty()) {
    if (fs::is_regular_file(folder, error)) found.push_back(folder.string());
    return;
  }
  const std::string& part = parts.front();
  if (part == "**") {
    match(folder, parts.subspan(1), found);
    for (const std::string& name : sorted_names(folder)) {
      if (!name.starts_with('.') && is_plain_folder(folder / name)) {
        match(folder / name, parts, found);
      }
    }
    return;
  }
  if (!is_pattern(part)) {
    if (fs::exists(folder / part, error)) match(folder / part, parts.subspan(1), found);
    return;
  }
  for (const std::string& name : sorted_names(folder)) {
    if (::fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) == 0) {
      match(folder / name, parts.subspan(1), found);
    }
  }
}

void collect(const fs::path& folder, std::vector<std::string>& found) {
  std::error_code error;
  for (const std::string& name : sorted_names(folder)) {
    if (name.starts_with('.')) continue;
    const fs::path path = folder / name;
    if (is_plain_folder(path)) {
      collect(path, found);
    } else if (fs::is_regular_file(path, error)) {
      found.push_back(path.string());
    }
  }
}

}  // namespace

bool is_pattern(std::string_view path) {
  return path.find_first_of("*?[") != std::string_view::npos;
}

std::vector<std::string> files_like(std::string_view pattern) {
  std::vector<std::string> parts;
  fs::path root;
  for (const fs::path& part : fs::path(pattern)) {
    if (part.has_root_directory()) {
      root = part;
    } else if (!part.empty()) {
      parts.push_back(part.string());
    }
  }
  std::vector<std::string> found;
  match(root, parts, found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> found;
  collect(folder, found);
  return found;
}

}  // namespace duizhao::batch
