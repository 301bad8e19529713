#include "duizhao/model/checkpoint.h"

#include <cstdio>

namespace duizhao::model {
namespace {

constexpr std::string_view kKey = "key";

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Checkpoint::Checkpoint(std::string path, const std::string& key) : path_(std::move(path)) {
  parts_.push_back({std::string(kKey), key});
  if (path_.empty()) return;
  const auto file = ModelFile::open(path_);
  if (!file || text_of(file->section(kKey)) != key) return;
  for (const auto& [name, size] : file->sections()) {
    if (name != kKey) parts_.push_back({name, text_of(file->section(name))});
  }
  resumed_ = parts_.size() > 1;
}

std::optional<std::string> Checkpoint::find(std::string_view part) const {
  for (std::size_t i = 1; i < parts_.size(); ++i) {
    if (parts_[i].name == part) return parts_[i].bytes;
  }
  return std::nullopt;
}

Result<void> Checkpoint::save(std::vector<Section> parts) {
  if (path_.empty()) return {};
  for (Section& part : parts) {
    std::erase_if(parts_, [&](const Section& old) { return old.name == part.name; });
    if (!part.bytes.empty()) parts_.push_back(std::move(part));
  }
  return write_model_file(path_, parts_);
}

void Checkpoint::remove() {
  if (!path_.empty()) std::remove(path_.c_str());
}

}  // namespace duizhao::model
