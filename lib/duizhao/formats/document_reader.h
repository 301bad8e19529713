#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/text/line_joining.h"

namespace duizhao::formats {

/// The formats that documents are read in: "txt", "markdown", "latex", "rst", "asciidoc", "html",
/// "xml" (see xml_document.h), "docx", "odt", "pdf", "srt", "vtt", "ass", "pptx", "xlsx", "epub".
[[nodiscard]] const std::vector<std::string_view>& document_formats();

/// How a document is to be read.
struct DocumentOptions {
  std::string encoding{};  ///< of text; empty to detect it
  text::LineUse lines = text::LineUse::kAuto;
  std::string format{};  ///< of document_formats(); empty to find it from the content
  /// Where the language is known, a text in a third one is no error.
  Language language = Language::kUnknown;
};

/// Reads a document: its name, text, encoding and, where the options say it, language; not yet
/// segmented. The path "-" is `standard_input`; what is packed by gzip, xz or zstd, or alone in a
/// ZIP archive, is unpacked. The content tells the format; only between plain text and Markdown the
/// file's ending has a say. Text is decoded, by the name that the options give or as text::decode
/// finds; of other formats the encoding is their name, such as "DOCX". Where the text is made from
/// that of a text file, spans lead back to it. An empty file is an empty document.
///
/// Fails on a file that cannot be read, is damaged or in no known format, is not valid in its
/// encoding, or is in a language that is neither Chinese nor English.
[[nodiscard]] Result<Document> read_document(const std::string& path,
                                             const DocumentOptions& options,
                                             std::istream& standard_input);

/// The two versions that one file holds, in the order of the file; not yet segmented.
struct Versions {
  Document source;
  Document target;
};

/// Reads a document that holds both versions (see take_apart in both_languages.h), each with the
/// places of the file. `options.language`, where it is known, is the source's; else the source is
/// what comes first. Fails as `read_document` does, and where there is only one version.
[[nodiscard]] Result<Versions> read_both_versions(const std::string& path,
                                                  const DocumentOptions& options,
                                                  std::istream& standard_input);

/// The same for the decoded text of a file.
[[nodiscard]] Result<Versions> both_versions_of(std::string text, const std::string& name,
                                                const DocumentOptions& options);

}  // namespace duizhao::formats
