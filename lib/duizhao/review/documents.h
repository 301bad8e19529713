#pragma once

#include <istream>
#include <string>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/text/line_joining.h"

namespace duizhao {

/// How a text is to be read.
struct ReadOptions {
  std::string encoding;                    ///< by any of its names; empty: found out
  Language language = Language::kUnknown;  ///< kUnknown: found out
  bool line_sentences = false;             ///< every line is one sentence, the empty ones too
  /// What the line ends of plain text are, where they are no sentence ends.
  text::LineUse lines = text::LineUse::kAuto;
  std::string format{};  ///< see formats::document_formats; empty: found out
};

/// Reads a file and finds its sentences. The path "-" is `standard_input`; without it, the
/// process's own.
[[nodiscard]] Result<Document> read_document(const std::string& path,
                                             const ReadOptions& options = {},
                                             std::istream* standard_input = nullptr);

/// The same for a text that is in memory already. Fails on what is no valid UTF-8.
[[nodiscard]] Result<Document> document_of(std::string text, std::string name,
                                           const ReadOptions& options = {});

/// Both versions, read and segmented, with their languages settled.
struct DocumentPair {
  Document source;
  Document target;
};

/// Reads both versions. What the options say of one side's language settles the other's too; where
/// they say nothing it is what most of each text is written in. Fails where both are in the same
/// language.
[[nodiscard]] Result<DocumentPair> read_documents(const std::string& source_path,
                                                  const ReadOptions& source_options,
                                                  const std::string& target_path,
                                                  const ReadOptions& target_options,
                                                  std::istream* standard_input = nullptr);

/// Reads the two versions out of one file that holds both (formats/both_languages.h). The source is
/// in the language that the options of either side say, else it is what comes first.
[[nodiscard]] Result<DocumentPair> read_both_versions(const std::string& path,
                                                      const ReadOptions& source_options,
                                                      const ReadOptions& target_options,
                                                      std::istream* standard_input = nullptr);

/// The same for the decoded text of a file.
[[nodiscard]] Result<DocumentPair> both_versions_of(std::string text, const std::string& name,
                                                    const ReadOptions& source_options,
                                                    const ReadOptions& target_options);

/// Of two texts that are mostly in one language, one may hold much that is not the translation,
/// such as the abstract of the original: the clearly more Chinese one is the Chinese version.
void tell_apart(Document& source, Document& target);

/// Settles which side is Chinese from what is known of both: a language that is not known is the
/// other one's opposite. Fails where both are the same or nothing is known.
[[nodiscard]] Result<void> settle_languages(Language& source, Language& target,
                                            const std::string& source_name,
                                            const std::string& target_name);

}  // namespace duizhao
