#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/span.h"

namespace duizhao {

/// MQM severities (themqm.org, MQM Core).
enum class Severity : std::uint8_t { kNeutral, kMinor, kMajor, kCritical };

/// A mismatch between the two versions, or a fault of the translation by itself.
struct Finding {
  std::string_view rule;      ///< name of the rule; a literal
  std::string_view category;  ///< MQM error type, e.g. "accuracy/mistranslation"; a literal
  Severity severity = Severity::kMajor;
  double confidence = 1;       ///< probability that the finding is right, in [0,1]
  std::optional<Span> source;  ///< evidence in the source document's text
  std::optional<Span> target;  ///< evidence in the target document's text
  std::string message;         ///< one sentence, without a full stop, that says what was compared
  std::optional<std::string> suggestion;  ///< text that could stand in the target instead
  std::optional<std::size_t> bead;        ///< number of the bead; none for the whole document
  /// Identifies the finding by its content, not by its place (see review/suppression.h).
  std::uint64_t key = 0;
};

[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

}  // namespace duizhao
