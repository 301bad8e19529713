#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"

namespace duizhao::formats {

/// Whether the begin of a file is that of a catalogue of Xcode's, .xcstrings.
[[nodiscard]] bool is_string_catalog(std::string_view start);

/// The pairs of such a catalogue: the text in its own language, or its key where that is the text,
/// and the one in the other of Chinese and English; forms of plurals and of devices are pairs of
/// their own. The id is the key. `file` is for messages.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_string_catalog(
    std::string_view text, const std::string& file, const BilingualOptions& options);

}  // namespace duizhao::formats
