#pragma once

#include <istream>
#include <string>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// Both versions, read and segmented, with their languages settled: as the options say, else as
/// most of each text is written. Fails where both are in the same language.
struct DocumentPair {
  Document source;
  Document target;
};
[[nodiscard]] Result<DocumentPair> read_documents(const std::string& source_path,
                                                  const std::string& target_path,
                                                  const TextOptions& options,
                                                  std::istream& standard_in);

/// Settles which side is Chinese from what is known of both: a language that is not known is the
/// other one's opposite. Fails where both are the same or nothing is known.
[[nodiscard]] Result<void> settle_languages(Language& source, Language& target,
                                            const std::string& source_name,
                                            const std::string& target_name);

}  // namespace duizhao::cli
