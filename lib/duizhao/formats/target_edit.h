#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/core/span.h"
#include "duizhao/formats/bilingual.h"

namespace duizhao::formats {

/// What is to be written into a file, and in the place of what.
struct FileEdit {
  Span span;
  std::string written;
};

/// Whether targets of a format of bilingual_formats() are written back into the file.
[[nodiscard]] bool is_written_back(std::string_view format);

/// Puts another text in the place of a pair's target. Only what differs is written, in the escapes
/// of the format; tags and codes between stay, behind what is written anew.
///
///     <target>Save <g id="1">the file</g> now</target>, "Save this file now":
///     <target>Save <g id="1">this file</g> now</target>
///
/// Fails where what differs is code, such as a placeholder, and where the file has no place for the
/// target. `file` is the text that the pair was read from, with BilingualOptions::places.
[[nodiscard]] Result<FileEdit> edit_target(std::string_view file, const BilingualPair& pair,
                                           std::string_view text, std::string_view format);

}  // namespace duizhao::formats
