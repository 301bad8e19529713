#pragma once

#include <cstdint>

#include "duizhao/facts/fact.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// What the words beside two figures of one passage make of them: "27 of the 34", 34个省份中有27个;
/// "from 5% to 8%", 由5%升至8%. Where both languages say so, nothing else need be asked.
enum class FigureRoles : std::uint8_t {
  kUnsaid,
  kFirstIsPart,    ///< the first of the two is a part of the second
  kSecondIsPart,   ///< the other way round
  kFirstIsStart,   ///< from the first to the second
  kSecondIsStart,  ///< the other way round
};

[[nodiscard]] FigureRoles roles_of(const pair::Passage& passage, const facts::Fact& first,
                                   const facts::Fact& second);

/// Whether the roles speak of one relation, so that they can be compared.
[[nodiscard]] bool comparable(FigureRoles a, FigureRoles b);

}  // namespace duizhao::check
