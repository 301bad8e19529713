#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "duizhao/core/document.h"
#include "duizhao/filter/filter.h"

namespace duizhao::filter {

/// What a filter did, counted.
struct Tally {
  std::uint64_t pairs = 0;
  std::array<std::uint64_t, kSteps> steps{};
  std::array<std::uint64_t, kFixes> fixes{};  ///< of pairs that were kept
  std::map<std::string, std::uint64_t>
      rules;  ///< codes of the findings that pairs were dropped for

  void add(const Judged& judged);
  [[nodiscard]] std::uint64_t count(Step step) const {
    return steps[static_cast<std::size_t>(step)];
  }
};

/// For people: how many pairs were kept, what each step dropped, what was mended.
void append_tally_text(std::string& out, const Tally& tally, Language language);

/// For programs: {"pairs":…,"kept":…,"dropped":{"empty":…},"rules":{…},"fixed":{…}}.
void append_tally_json(std::string& out, const Tally& tally);

}  // namespace duizhao::filter
