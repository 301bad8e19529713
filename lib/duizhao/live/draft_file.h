#pragma once

#include <functional>
#include <string>

#include "duizhao/core/error.h"

namespace duizhao::live {

/// How the text that is edited lies in the bytes of its file, where it is not simply encoded.
struct FileForm {
  std::function<Result<std::string>(const std::string& bytes)> text_of;
  /// The bytes with another text; everything else stays as it is.
  std::function<Result<std::string>(const std::string& bytes, const std::string& text)> with_text;
};

/// The file of a draft, which is written as it was read: its encoding, byte-order mark and line
/// ends stay, and so does every byte that no edit touched.
class DraftFile {
 public:
  /// Fails on a file that can't be read or is no text. `encoding` as in text::decode.
  [[nodiscard]] static Result<DraftFile> open(const std::string& path, const std::string& encoding);

  /// The same where the file has a form of its own.
  [[nodiscard]] static Result<DraftFile> open(const std::string& path, FileForm form);

  /// A file in UTF-8 that is not there before it is written.
  [[nodiscard]] static DraftFile beside(std::string path, std::string text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& encoding() const { return encoding_; }

  /// Puts a text in the place of the file's, whole or not at all. Fails where the encoding lacks a
  /// character or the disk takes no more; the file is then as it was.
  [[nodiscard]] Result<void> write(const std::string& text);

  /// Reads the file again where another program has written it since; true where its text is
  /// another one now.
  [[nodiscard]] Result<bool> reread();

 private:
  DraftFile() = default;

  [[nodiscard]] Result<std::string> bytes_with(const std::string& text) const;
  /// Takes what the file holds now.
  [[nodiscard]] Result<void> take(std::string bytes, const std::string& encoding);

  std::string path_;
  FileForm form_;  ///< empty where the text is encoded
  std::string bytes_;
  std::string mark_;
  std::string encoding_;
  std::string text_;
};

}  // namespace duizhao::live
