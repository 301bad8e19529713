#include "live_pieces.h"

#include <utility>

namespace duizhao::cli {

using nlohmann::json;

json ShownPieces::changed(std::vector<report::PagePiece> pieces, std::size_t since,
                          std::size_t version) {
  json told = json::array();
  std::map<std::string, Shown> shown;
  for (report::PagePiece& piece : pieces) {
    const auto before = shown_.find(piece.id);
    const bool same = before != shown_.end() && before->second.html == piece.html;
    const std::size_t changed = same ? before->second.since : version;
    told.push_back({{"id", piece.id}});
    if (changed > since) told.back()["html"] = piece.html;
    shown[piece.id] = {std::move(piece.html), changed};
  }
  shown_ = std::move(shown);
  return told;
}

}  // namespace duizhao::cli
