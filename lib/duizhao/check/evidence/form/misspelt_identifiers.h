#pragma once

#include <vector>

#include "duizhao/check/rule.h"

namespace duizhao::check {

/// A name that programs read (server.toml, retry_max) which the target writes otherwise than the
/// source by a letter.
struct MisspeltIdentifier {
  Span source;
  Span target;
};

/// What the target misspells; neither passage has the other's form as well. Endings that name a
/// language (guide_en.pdf, guide_cn.pdf) and figures may differ.
[[nodiscard]] std::vector<MisspeltIdentifier> misspelt_identifiers(const BeadContext& context);

}  // namespace duizhao::check
