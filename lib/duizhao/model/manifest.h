#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::model {

/// Section of a model file that holds its manifest, as JSON.
inline constexpr std::string_view kManifestSection = "manifest";

/// What a model was made of, and how: enough to make it again.
struct Manifest {
  std::string program;  ///< name and version
  std::string command;  ///< with the names of the inputs, without their folders
  std::string licence;  ///< of the model; empty where nobody said

  struct Dictionary {
    std::string name;
    std::string sha256;
    std::uint64_t entries = 0;
    std::string licence = {};  ///< and whom to name; empty where nobody said
  };
  std::vector<Dictionary> dictionaries;

  struct Pairs {
    std::string name;
    std::string sha256;  ///< of the pairs as lines, SOURCE<TAB>TARGET<LF>
    std::uint64_t pairs = 0;
    std::uint64_t used = 0;
    std::uint64_t repeated = 0;    ///< dropped because the same pair stood before
    std::uint64_t too_long = 0;    ///< dropped because of its length, or because a side is empty
    std::uint64_t misaligned = 0;  ///< dropped because the sides do not translate each other
    std::string licence = {};
  };
  std::vector<Pairs> pairs;

  std::string options;  ///< a JSON object
};

[[nodiscard]] std::string to_json(const Manifest& manifest);

}  // namespace duizhao::model
