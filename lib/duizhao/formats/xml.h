#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/core/span.h"

namespace duizhao::formats {

/// The start of an element, as a handler sees it; valid during the call.
class XmlElement {
 public:
  /// Both are views into expat's own strings: "namespace local" and its attributes.
  XmlElement(const char* name, const char** attributes);

  [[nodiscard]] std::string_view name() const { return name_; }  ///< without its namespace
  [[nodiscard]] std::string_view name_space() const { return name_space_; }

  /// The value of an attribute by its local name, whatever its namespace ("lang" finds xml:lang);
  /// empty where there is none.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  /// The same in a namespace whose last word is `name_space`, where an element has several.
  [[nodiscard]] std::string_view attribute_in(std::string_view name_space,
                                              std::string_view name) const;

 private:
  std::string_view name_;
  std::string_view name_space_;
  const char** attributes_;
};

/// What a document's content is given to.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void start(const XmlElement& element) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text; text may come in any number of pieces.
  virtual void text(std::string_view text) = 0;
  /// An entity that is declared elsewhere, "nbsp"; false where the handler doesn't know it.
  virtual bool entity(std::string_view /*name*/) { return false; }
};

/// Parses XML of any size block by block (expat), in constant memory, and trusts nobody: entity
/// declarations are refused, external files are never opened, and elements nest at most a few
/// hundred deep. A DOCTYPE that only names an external DTD, as TMX has it, is ignored.
class XmlParser {
 public:
  /// `encoding` empty: as the document says, in any encoding of text::charset_name. `handler` must
  /// outlive the parser; `file` is for messages.
  XmlParser(XmlHandler& handler, std::string file, std::string_view encoding);
  XmlParser(XmlParser&&) noexcept;
  XmlParser& operator=(XmlParser&&) noexcept;
  ~XmlParser();

  /// Parses the next bytes; `last` says that no more come. Fails, with line and column, on XML that
  /// is not well formed, on what is refused, and on what `fail` was called for; must not be called
  /// again then.
  [[nodiscard]] Result<void> parse(std::string_view bytes, bool last);

  /// For handlers: the line of what is being handled, from 1.
  [[nodiscard]] std::size_t line() const;
  /// For handlers: where what is being handled stands, in bytes of what was parsed.
  [[nodiscard]] Span place() const;
  /// For handlers: whether text stands in a CDATA section, and so is not escaped.
  [[nodiscard]] bool in_cdata() const;
  /// For handlers: makes `parse` fail with this message, here.
  void fail(std::string message);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::formats
