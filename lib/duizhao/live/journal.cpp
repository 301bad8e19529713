#include "duizhao/live/journal.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "duizhao/model/lexicon_format.h"

namespace duizhao::live {
namespace {

using nlohmann::json;

json json_of(const Edit& edit) {
  return {{"edit", {edit.span.begin, edit.span.end}},
          {"removed", edit.removed},
          {"written", edit.written}};
}

json json_of(const Decision& decision) {
  json line = {{"decision", decision.key}};
  for (const auto& [name, member] : kDecisionMembers) line[std::string(name)] = decision.*member;
  return line;
}

json list_of(const std::vector<align::BeadSides>& beads) {
  json list = json::array();
  for (const align::BeadSides& bead : beads) list.push_back({bead.source, bead.target});
  return list;
}

json json_of(const std::vector<align::BeadSides>& beads) { return {{"beads", list_of(beads)}}; }

json json_of_draft(std::uint64_t draft) { return {{"draft", draft}}; }

/// Takes a line into the content; false for a line that is none of a journal's.
bool take(const json& line, JournalContent& content) {
  if (line.contains("draft")) {
    content.draft = line.at("draft").get<std::uint64_t>();
    content.edits.clear();
    content.edits_before_beads = 0;
  }
  if (line.contains("beads")) {
    content.beads.clear();
    for (const json& bead : line.at("beads")) {
      content.beads.push_back({bead.at(0).get<std::vector<std::uint32_t>>(),
                               bead.at(1).get<std::vector<std::uint32_t>>()});
    }
    content.edits_before_beads = content.edits.size();
  }
  if (line.contains("draft") || line.contains("beads")) return true;
  if (line.contains("edit")) {
    const auto& span = line.at("edit");
    content.edits.push_back({Span{span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()},
                             line.at("removed").get<std::string>(),
                             line.at("written").get<std::string>()});
    return true;
  }
  if (!line.contains("decision")) return false;
  Decision decision;
  decision.key = line.at("decision").get<std::string>();
  for (const auto& [name, member] : kDecisionMembers) {
    decision.*member = line.value(name, std::string());
  }
  const auto same = std::find_if(content.decisions.begin(), content.decisions.end(),
                                 [&](const Decision& old) { return old.key == decision.key; });
  if (same == content.decisions.end()) {
    content.decisions.push_back(std::move(decision));
  } else {
    *same = std::move(decision);
  }
  return true;
}

}  // namespace

std::uint64_t draft_hash(std::string_view text) { return model::hash_form(text); }

Result<JournalContent> Journal::read(const std::string& path) {
  JournalContent content;
  std::ifstream in(path, std::ios::binary);
  if (!in) return content;
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    if (end == std::string::npos) break;  // cut off: it was never answered
    ++number;
    const auto line = json::parse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                  bytes.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
    at = end + 1;
    bool taken = false;
    try {
      taken = line.is_object() && take(line, content);
    } catch (const json::exception&) {
      taken = false;
    }
    if (!taken) {
      return failure(ErrorCode::kMalformed,
                     "this is no line of a review's journal; move the file away to begin anew",
                     {path, number, 1});
    }
  }
  std::erase_if(content.decisions, [](const Decision& decision) { return decision.state.empty(); });
  return content;
}

Result<Journal> Journal::open(const std::string& path, const JournalContent& keeps) {
  std::error_code none;
  const auto size = std::filesystem::file_size(path, none);
  // Held until the new one stands in its place: nobody else writes to it.
  std::optional<DurableFile> old;
  if (!none) {
    auto opened = DurableFile::open(path, size);
    if (!opened) return tl::unexpected(opened.error());
    old.emplace(std::move(*opened));
  }
  auto file = DurableFile::open(path + ".new", 0);
  if (!file) return tl::unexpected(file.error());
  Journal journal(path, std::move(*file));
  std::string lines = json_of_draft(keeps.draft).dump() + '\n';
  for (std::size_t i = 0; i <= keeps.edits.size(); ++i) {
    if (i == keeps.edits_before_beads && !keeps.beads.empty()) {
      lines += json_of(keeps.beads).dump() + '\n';
    }
    if (i < keeps.edits.size()) lines += json_of(keeps.edits[i]).dump() + '\n';
  }
  for (const Decision& decision : keeps.decisions) lines += json_of(decision).dump() + '\n';
  lines.pop_back();
  if (auto written = journal.append(std::move(lines)); !written) {
    return tl::unexpected(written.error());
  }
  if (auto moved = journal.file_.move_to(path); !moved) return tl::unexpected(moved.error());
  return journal;
}

Result<void> Journal::add(const Edit& edit) { return append(json_of(edit).dump()); }

Result<void> Journal::add(const Decision& decision) { return append(json_of(decision).dump()); }

Result<void> Journal::add(const std::vector<align::BeadSides>& beads) {
  return append(json_of(beads).dump());
}

void Journal::remove() {
  std::error_code left;  // then it stays, with nothing in it
  std::filesystem::remove(path_, left);
}

Result<void> Journal::draft_written(std::uint64_t draft,
                                    const std::vector<align::BeadSides>& beads) {
  json line = json_of_draft(draft);
  if (!beads.empty()) line["beads"] = list_of(beads);
  return append(line.dump());
}

Result<void> Journal::append(std::string line) {
  line += '\n';
  if (auto written = file_.append(line); !written) return written;
  return file_.sync();
}

}  // namespace duizhao::live
