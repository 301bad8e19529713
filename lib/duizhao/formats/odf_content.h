#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// Hands the elements of an OpenDocument file's content (the part content.xml) to the handler.
[[nodiscard]] Result<void> read_odf_content(std::string_view bytes, const std::string& file,
                                            XmlHandler& handler);

/// How often an attribute says that something repeats; 1 where it says nothing.
[[nodiscard]] std::size_t repeats_of(const XmlElement& element, std::string_view attribute);

}  // namespace duizhao::formats
