// Packs lines of tools/tables/names.py (standard input) into a file of names as models/FORMAT.md
// describes it. tools/make-names calls it.
//
// usage: pack_names LICENCES.tsv OUT DICTIONARY...
//
// The dictionaries that the lines were made of, and their licences, go into the manifest.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "duizhao/model/manifest.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/name_store.h"
#include "duizhao/model/sha256.h"

using namespace duizhao;

namespace {

std::map<std::string, std::string> licences_in(const std::string& path) {
  std::map<std::string, std::string> licences;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) licences[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return licences;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: pack_names LICENCES.tsv OUT DICTIONARY... < NAMES.tsv\n";
    return 2;
  }
  const std::string lines(std::istreambuf_iterator<char>(std::cin), {});
  const auto packed = model::pack_names(lines);
  if (!packed) {
    std::cerr << to_string(packed.error()) << '\n';
    return 3;
  }
  const auto licences = licences_in(argv[1]);
  const auto licence_of = [&](const std::string& name) {
    const auto found = licences.find(name);
    return found == licences.end() ? std::string() : found->second;
  };
  model::Manifest manifest;
  manifest.program = "tools/make-names";
  manifest.command = "tools/make-names";
  manifest.licence = licence_of("*");
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.empty()) {
      std::cerr << argv[i] << ": error: can't be read\n";
      return 3;
    }
    model::Sha256 sum;
    sum.update(bytes);
    const std::string name = std::filesystem::path(argv[i]).filename().string();
    manifest.dictionaries.push_back(
        {name, sum.hex(), static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')),
         licence_of(name)});
  }
  std::vector<model::Section> sections;
  sections.push_back({std::string(model::kManifestSection), to_json(manifest)});
  for (const auto& [name, bytes] : *packed) sections.push_back({name, bytes});
  const auto written = model::write_model_file(argv[2], sections);
  if (!written) {
    std::cerr << to_string(written.error()) << '\n';
    return 3;
  }
  return 0;
}
