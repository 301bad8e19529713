#pragma once

#include <cstdint>

namespace duizhao {

/// What a rule's findings speak of in the estimate of the quality (score/evidence.h).
enum class Concern : std::uint8_t {
  kFacts,
  kNames,
  kNegation,
  kOmission,
  kAddition,
  kUntranslated,
  kRepetition,
  kForm,  ///< how it is written; a habit counts once
};

}  // namespace duizhao
