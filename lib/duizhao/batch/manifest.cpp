#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <sstream>
#include <string_view>

#include "duizhao/batch/inputs.h"
#include "duizhao/formats/input.h"
#include "duizhao/review/profile.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/encoding.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

constexpr auto kColumns =
    std::to_array<std::string_view>({"source", "target", "glossary", "profile"});

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

/// Places of the columns in a first line that names them; none in another one.
std::map<std::string_view, std::size_t> heading_of(const std::vector<std::string>& cells) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto* const column = std::ranges::find(kColumns, text::ascii_lowered(cells[i]));
    if (column != kColumns.end()) places[*column] = i;
  }
  return places.contains("source") ? places : std::map<std::string_view, std::size_t>();
}

}  // namespace

Result<std::vector<Input>> read_manifest(const std::string& path) {
  std::istringstream none;
  auto input = formats::Input::open(path, none);
  if (!input) return tl::unexpected(input.error());
  const auto bytes = input->read_all();
  if (!bytes) return tl::unexpected(bytes.error());
  const auto decoded = text::decode(*bytes, {}, path);
  if (!decoded) return tl::unexpected(decoded.error());

  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < kColumns.size(); ++i) places[kColumns[i]] = i;
  const fs::path folder = fs::path(path).parent_path();
  std::vector<Input> inputs;
  std::istringstream lines(decoded->text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> cells = cells_of(line);
    if (number == 1) {
      if (auto heading = heading_of(cells); !heading.empty()) {
        places = std::move(heading);
        continue;
      }
    }
    const auto cell = [&](std::string_view column) {
      const auto place = places.find(column);
      return place == places.end() || place->second >= cells.size() ? std::string()
                                                                    : cells[place->second];
    };
    const auto in_folder = [&](const std::string& name) {
      return name.empty() || name == "-" ? name : (folder / name).string();
    };
    Input row;
    row.name = in_folder(cell("source"));
    row.target_name = in_folder(cell("target"));
    row.path = row.name;
    row.target_path = row.target_name;
    row.glossary = in_folder(cell("glossary"));
    row.profile = cell("profile");
    if (!row.profile.empty() && !profile_named(row.profile)) row.profile = in_folder(row.profile);
    if (row.name.empty()) {
      return failure(ErrorCode::kMalformed,
                     "a row of a manifest names the source, then the target, a glossary and a "
                     "profile, separated by tabs; here there is no source",
                     {path, number, 1});
    }
    inputs.push_back(std::move(row));
  }
  return inputs;
}

}  // namespace duizhao::batch
