#include "duizhao/formats/xml_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace duizhao::formats {

std::optional<Span> place_of_text(const XmlParser& parser, bool wanted) {
  if (!wanted || parser.in_cdata()) return std::nullopt;
  return parser.place();
}

TargetPlace place_of_content(Span start_tag, Span end_tag, std::vector<TextPiece> pieces) {
  const bool is_empty = end_tag.empty();
  return {is_empty ? start_tag : Span{start_tag.end, end_tag.begin}, is_empty, std::move(pieces)};
}

void UnitHandler::add_inner_pairs(std::vector<std::string> source, std::vector<std::string> target,
                                  std::size_t line, const std::string& id) {
  const std::size_t count = std::max(source.size(), target.size());
  source.resize(count);
  target.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (source[i].empty() && target[i].empty()) continue;
    pairs_.push_back({std::move(source[i]), std::move(target[i]), line,
                      id.empty() ? std::string() : fmt::format("{}/sub{}", id, i + 1)});
  }
}

Result<bool> XmlPairReader::next(BilingualPair& pair) {
  std::deque<BilingualPair>& pairs = handler_->pairs();
  while (pairs.empty() && !at_end_ && !error_) advance();
  if (!pairs.empty()) {
    pair = std::move(pairs.front());
    pairs.pop_front();
    return true;
  }
  if (error_) return tl::unexpected(*error_);
  return false;
}

void XmlPairReader::advance() {
  const auto block = input_.read();
  if (!block) {
    error_ = block.error();
    return;
  }
  at_end_ = block->empty();
  if (auto parsed = parser_.parse(*block, at_end_); !parsed) {
    error_ = parsed.error();
  } else if (std::string complaint = at_end_ ? handler_->complaint() : ""; !complaint.empty()) {
    error_ = Error{ErrorCode::kMalformed, std::move(complaint), {input_.name()}};
  }
}

}  // namespace duizhao::formats
