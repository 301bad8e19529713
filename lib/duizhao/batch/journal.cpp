#include "duizhao/batch/journal.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace duizhao::batch {
namespace {

using nlohmann::json;

json json_of(const RunHeader& header) {
  json inputs = json::array();
  for (const Input& input : header.inputs) {
    json one = {{"file", input.name}, {"bytes", input.bytes}, {"changed", input.changed}};
    for (const auto& [name, value] : {std::pair{"target_file", &input.target_name},
                                      {"glossary", &input.glossary},
                                      {"profile", &input.profile}}) {
      if (!value->empty()) one[name] = *value;
    }
    inputs.push_back(std::move(one));
  }
  return {{"journal", "duizhao batch"},
          {"settings", header.settings},
          {"shard", {header.shard.part, header.shard.parts}},
          {"inputs", std::move(inputs)},
          {"unpaired", header.unpaired}};
}

RunHeader header_of(const json& line) {
  RunHeader header;
  header.settings = line.at("settings").get<std::map<std::string, std::string>>();
  header.shard = {line.at("shard").at(0).get<std::size_t>(),
                  line.at("shard").at(1).get<std::size_t>()};
  for (const json& one : line.at("inputs")) {
    Input input;
    input.name = one.at("file").get<std::string>();
    input.target_name = one.value("target_file", std::string());
    input.glossary = one.value("glossary", std::string());
    input.profile = one.value("profile", std::string());
    input.bytes = one.at("bytes").get<std::uint64_t>();
    input.changed = one.at("changed").get<std::int64_t>();
    header.inputs.push_back(std::move(input));
  }
  header.unpaired = line.at("unpaired").get<std::vector<std::string>>();
  return header;
}

json json_of(const Progress& progress) {
  return {{"bytes", progress.bytes},
          {"hash", fmt::format("{:016x}", progress.hash)},
          {"input", progress.input},
          {"pairs", progress.pairs},
          {"done", progress.done}};
}

Progress progress_of(const json& line) {
  return {line.at("bytes").get<std::uint64_t>(),
          std::stoull(line.at("hash").get<std::string>(), nullptr, 16),
          line.at("input").get<std::size_t>(), line.at("pairs").get<std::uint64_t>(),
          line.at("done").get<bool>()};
}

}  // namespace

std::optional<std::string> RunHeader::difference(const RunHeader& other) const {
  for (const auto* one : {&settings, &other.settings}) {
    for (const auto& [name, value] : *one) {
      const auto mine = settings.find(name);
      const auto its = other.settings.find(name);
      if (mine == settings.end() || its == other.settings.end() || mine->second != its->second) {
        return fmt::format("{} is '{}' now and was '{}'", name,
                           mine == settings.end() ? "" : mine->second,
                           its == other.settings.end() ? "" : its->second);
      }
    }
  }
  if (!(shard == other.shard)) {
    return fmt::format("this is part {}/{} and it was part {}/{}", shard.part, shard.parts,
                       other.shard.part, other.shard.parts);
  }
  for (std::size_t i = 0; i < std::min(inputs.size(), other.inputs.size()); ++i) {
    const Input& mine = inputs[i];
    const Input& its = other.inputs[i];
    if (mine.name != its.name || mine.target_name != its.target_name) {
      return fmt::format("input {} is {} now and was {}", i + 1, mine.name, its.name);
    }
    if (mine.glossary != its.glossary || mine.profile != its.profile) {
      return mine.name + " has another glossary or profile";
    }
    if (mine.bytes != its.bytes || mine.changed != its.changed) {
      return mine.name + " has changed since";
    }
  }
  if (inputs.size() != other.inputs.size()) {
    return fmt::format("there are {} inputs now and there were {}", inputs.size(),
                       other.inputs.size());
  }
  return std::nullopt;
}

Result<std::optional<Journal::Content>> Journal::read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::optional<Content>();
  Content content;
  std::string text;
  std::size_t number = 0;
  while (std::getline(in, text) && !in.eof()) {  // a last line that was cut off counts for nothing
    ++number;
    const json line = json::parse(text, nullptr, false);
    try {
      if (number == 1) {
        content.header = header_of(line);
      } else {
        content.progress = progress_of(line);
      }
    } catch (const std::exception&) {
      return failure(ErrorCode::kMalformed, "this is no line of a batch's journal",
                     {path, number, 1});
    }
    content.bytes += text.size() + 1;
  }
  if (number == 0) return std::optional<Content>();
  return content;
}

Result<Journal> Journal::begin(const std::string& path, const RunHeader& header) {
  auto file = DurableFile::open(path, 0);
  if (!file) return tl::unexpected(file.error());
  Journal journal(std::move(*file));
  if (auto written = journal.file_.append(json_of(header).dump() + "\n"); !written) {
    return tl::unexpected(written.error());
  }
  if (auto synced = journal.file_.sync(); !synced) return tl::unexpected(synced.error());
  return journal;
}

Result<Journal> Journal::go_on(const std::string& path, const Content& from) {
  auto file = DurableFile::open(path, from.bytes);
  if (!file) return tl::unexpected(file.error());
  return Journal(std::move(*file));
}

Result<void> Journal::add(const Progress& progress) {
  if (auto written = file_.append(json_of(progress).dump() + "\n"); !written) return written;
  return file_.sync();
}

}  // namespace duizhao::batch
