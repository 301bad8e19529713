#pragma once

#include <string_view>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::check {

/// What stands in Latin letters and again right behind itself without a space, as editing leaves
/// it: "OceaniaOceania", "the bankthe bank". Each span covers both times. Words that are built so
/// ("couscous", "hotshots") are none: a single word is found only where the lexicon lacks it and
/// has its half, of four letters or more, or where the half begins with a capital.
[[nodiscard]] std::vector<Span> doubled_text(std::string_view text, const model::Lexicon& lexicon);

}  // namespace duizhao::check
