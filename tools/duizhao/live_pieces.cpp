#include "live_pieces.h"

#include <utility>

namespace duizhao::cli {

using nlohmann::json;

void ShownPieces::take(report::LivePieces pieces, std::size_t version) {
  for (report::PagePiece& piece : pieces.parts) {
    Part& shown = parts_[piece.id];
    if (shown.since == 0 || shown.html != piece.html) shown = {std::move(piece.html), version};
  }
  std::unordered_map<std::string, std::size_t> since;
  for (const report::PageRow& row : pieces.rows) {
    const auto before = since_.find(row.key);
    since[row.key] = before != since_.end() ? before->second : version;
  }
  since_ = std::move(since);
  rows_ = std::move(pieces.rows);
}

void ShownPieces::add_to(json& state, std::size_t since) const {
  json parts = json::array();
  for (const auto& [id, part] : parts_) {
    if (part.since > since) parts.push_back({{"id", id}, {"html", part.html}});
  }
  json rows = json::array();
  for (const report::PageRow& row : rows_) {
    json told = {row.key, row.numbers};
    if (since_.at(row.key) > since) told.push_back(row.html);
    rows.push_back(std::move(told));
  }
  state["pieces"] = std::move(parts);
  state["rows"] = std::move(rows);
}

}  // namespace duizhao::cli
