#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/formats/xml.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {

/// The parts that a part of an Office file (ISO/IEC 29500-2) leads to: by id, their names and
/// types.
struct Relationship {
  std::string type;    ///< the last word of it: "worksheet", "slide"
  std::string target;  ///< the name in the archive, without a slash before it
};
using Relationships = std::map<std::string, Relationship>;

/// The name in the archive of what an address leads to from a folder ("word/", or none): ".." is
/// resolved and never leads out of the archive.
[[nodiscard]] std::string part_at(const std::string& folder, std::string_view target);

/// The relationships of a part; "" for those of the whole file. Empty where it has none.
[[nodiscard]] Result<Relationships> relationships_of(const ZipArchive& archive,
                                                     const std::string& part,
                                                     const std::string& file);

/// The first part of a type among them; empty where there is none.
[[nodiscard]] std::string part_of_type(const Relationships& relationships, std::string_view type);

/// All of them, by their ids.
[[nodiscard]] std::vector<std::string> parts_of_type(const Relationships& relationships,
                                                     std::string_view type);

[[nodiscard]] Result<void> parse_part(const ZipArchive& archive, const std::string& part,
                                      const std::string& file, XmlHandler& handler);

}  // namespace duizhao::formats
