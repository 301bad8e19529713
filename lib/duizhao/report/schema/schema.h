#pragma once

#include <string_view>

namespace duizhao::report {

/// The JSON Schema (draft 2020-12) of the program's JSON and of each line of its JSON lines.
extern const std::string_view kFindingsSchema;

}  // namespace duizhao::report
