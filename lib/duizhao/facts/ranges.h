#pragma once

#include <string_view>
#include <vector>

#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// Lets the members of ranges and lists share what is written once: 6至12亿元, "US$3-5 billion",
/// "10, 20 and 30 percent", 3至5月. The reading as written stays as an alternative.
void join_ranges(std::string_view text, std::vector<Fact>& facts);

/// Makes one duration of the parts of 2小时30分, 1分57秒79 and "one hour and 30 minutes".
void join_durations(std::string_view text, std::vector<Fact>& facts);

}  // namespace duizhao::facts
