#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/text/script.h"

namespace duizhao::text {

/// Converts words between the two scripts. OpenCC's dictionaries take some forty milliseconds to
/// load: each is loaded when the first word needs it, once. Safe to share between threads.
class ScriptConverters {
 public:
  /// `chinese` in the other script's characters; as it is where OpenCC's dictionaries are not
  /// installed, and for Script::kUnknown.
  [[nodiscard]] std::string convert(std::string_view chinese, Script to) const;

 private:
  struct Loaded {
    std::once_flag once;
    std::optional<Converter> converter;
  };
  mutable std::array<Loaded, 2> loaded_;
};

}  // namespace duizhao::text
