#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace duizhao::report {

/// Where a pair stands in its file: programs count from 0, people are told the line and the id.
struct PairPlace {
  std::uint64_t number = 0;  ///< from 0
  std::size_t line = 0;      ///< from 1
  std::string id{};          ///< of the segment, where the file has one
};

}  // namespace duizhao::report
