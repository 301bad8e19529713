#include "duizhao/formats/xml.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "duizhao/text/charset.h"

namespace duizhao::formats {
namespace {

/// Between a namespace and a local name; no character of a URI.
constexpr char kSeparator = '\n';
constexpr int kDeepest = 256;

std::string_view local_part(std::string_view name) {
  const std::size_t separator = name.rfind(kSeparator);
  return separator == name.npos ? name : name.substr(separator + 1);
}

/// The encoding that an XML declaration at the start of `bytes` names; empty without one.
std::string_view declared_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == declaration.npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == declaration.npos ? "" : declaration.substr(at + 1, end - at - 1);
}

/// Encodings that expat knows itself.
bool is_native(std::string_view encoding) {
  constexpr std::array<std::string_view, 6> kNative = {"UTF-8",    "UTF-16",     "UTF-16LE",
                                                       "UTF-16BE", "ISO-8859-1", "US-ASCII"};
  return std::ranges::find(kNative, encoding) != kNative.end();
}

}  // namespace

XmlElement::XmlElement(const char* name, const char** attributes) : attributes_(attributes) {
  const std::string_view full = name;
  name_ = local_part(full);
  if (name_.size() < full.size()) name_space_ = full.substr(0, full.size() - name_.size() - 1);
}

std::string_view XmlElement::attribute(std::string_view name) const {
  for (const char** attribute = attributes_; *attribute != nullptr; attribute += 2) {
    if (local_part(*attribute) == name) return attribute[1];
  }
  return {};
}

std::string_view XmlElement::attribute_in(std::string_view name_space,
                                          std::string_view name) const {
  for (const char** attribute = attributes_; *attribute != nullptr; attribute += 2) {
    const std::string_view full = *attribute;
    const std::size_t separator = full.rfind(kSeparator);
    if (separator == full.npos || full.substr(separator + 1) != name) continue;
    if (full.substr(0, separator).ends_with(name_space)) return attribute[1];
  }
  return {};
}

struct XmlParser::Impl {
  XmlHandler* handler = nullptr;
  std::string file;
  std::string encoding;  ///< given by the user; empty where not
  XML_Parser parser = nullptr;
  std::optional<text::CharsetDecoder> decoder;  ///< for what expat does not know
  std::string decoded;
  std::string failure_message;
  int depth = 0;
  bool started = false;
  bool cdata = false;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { XML_ParserFree(parser); }

  void fail(std::string message) {
    if (!failure_message.empty()) return;
    failure_message = std::move(message);
    XML_StopParser(parser, XML_FALSE);
  }

  [[nodiscard]] bool stopped() const { return !failure_message.empty(); }

  [[nodiscard]] tl::unexpected<Error> error(std::string message) const {
    return duizhao::failure(
        ErrorCode::kMalformed, std::move(message),
        {file, XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1});
  }

  /// Sets the parser up once the first bytes tell the encoding.
  Result<void> begin(std::string_view bytes) {
    started = true;
    std::string name = encoding;
    if (name.empty()) name = declared_encoding(bytes);
    if (!name.empty()) {
      const std::string known = text::charset_name(name);
      if (known.empty()) {
        return duizhao::failure(encoding.empty() ? ErrorCode::kMalformed : ErrorCode::kUsage,
                                fmt::format("unknown encoding '{}'", name), {file});
      }
      name = known;
    }
    if (!name.empty() && !is_native(name)) {
      decoder.emplace(name);
      name = "UTF-8";
    }
    // A name overrules the declaration; none leaves the choice to it and to byte-order marks.
    const bool overrule = !encoding.empty() || decoder.has_value();
    parser = XML_ParserCreateNS(overrule ? name.c_str() : nullptr, kSeparator);
    if (parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Impl::on_start, &Impl::on_end);
    XML_SetCharacterDataHandler(parser, &Impl::on_text);
    XML_SetCdataSectionHandler(
        parser, [](void* data) { self(data).cdata = true; },
        [](void* data) { self(data).cdata = false; });
    XML_SetEntityDeclHandler(parser, &Impl::on_entity_declaration);
    XML_SetSkippedEntityHandler(parser, &Impl::on_skipped_entity);
    return {};
  }

  static Impl& self(void* data) { return *static_cast<Impl*>(data); }

  static void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    Impl& impl = self(data);
    if (impl.stopped()) return;
    if (++impl.depth > kDeepest) {
      impl.fail(fmt::format("elements nest deeper than {}, which no such document does", kDeepest));
      return;
    }
    impl.handler->start(XmlElement(name, attributes));
  }

  static void XMLCALL on_end(void* data, const XML_Char* name) {
    Impl& impl = self(data);
    if (impl.stopped()) return;
    --impl.depth;
    impl.handler->end(local_part(name));
  }

  static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    Impl& impl = self(data);
    if (!impl.stopped()) impl.handler->text({text, static_cast<std::size_t>(length)});
  }

  static void XMLCALL on_entity_declaration(void* data, const XML_Char* name, int, const XML_Char*,
                                            int, const XML_Char*, const XML_Char*, const XML_Char*,
                                            const XML_Char*) {
    self(data).fail(fmt::format(
        "the document declares the entity '{}', which is refused: such declarations serve attacks",
        name));
  }

  static void XMLCALL on_skipped_entity(void* data, const XML_Char* name, int) {
    Impl& impl = self(data);
    if (impl.stopped() || impl.handler->entity(name)) return;
    impl.fail(fmt::format("the entity '&{};' is not defined", name));
  }
};

XmlParser::XmlParser(XmlHandler& handler, std::string file, std::string_view encoding)
    : impl_(std::make_unique<Impl>()) {
  impl_->handler = &handler;
  impl_->file = std::move(file);
  impl_->encoding = encoding;
}

XmlParser::XmlParser(XmlParser&&) noexcept = default;
XmlParser& XmlParser::operator=(XmlParser&&) noexcept = default;
XmlParser::~XmlParser() = default;

Result<void> XmlParser::parse(std::string_view bytes, bool last) {
  if (!impl_->started) {
    if (auto begun = impl_->begin(bytes); !begun) return begun;
  }
  bool fault = false;
  if (impl_->decoder) {
    impl_->decoded.clear();
    fault = impl_->decoder->append(bytes, last, impl_->decoded).has_value();
    bytes = impl_->decoded;
  }
  constexpr std::size_t kMost = std::numeric_limits<int>::max() / 2;
  for (;;) {
    const std::string_view block = bytes.substr(0, kMost);
    bytes.remove_prefix(block.size());
    const bool is_last = last && !fault && bytes.empty();
    const auto status = XML_Parse(impl_->parser, block.data(), static_cast<int>(block.size()),
                                  static_cast<int>(is_last));
    if (impl_->stopped()) return impl_->error(impl_->failure_message);
    if (status == XML_STATUS_ERROR) {
      const XML_Error code = XML_GetErrorCode(impl_->parser);
      const bool cut_off =
          is_last && (code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
                      code == XML_ERROR_PARTIAL_CHAR);
      if (cut_off) return impl_->error("the XML ends too early: the file is cut off, copy it anew");
      return impl_->error(
          fmt::format("not well-formed XML ({}): write it anew with the program that made it",
                      XML_ErrorString(code)));
    }
    if (bytes.empty()) break;
  }
  if (fault) return impl_->error("bytes that are not valid in the document's encoding");
  return {};
}

std::size_t XmlParser::line() const { return XML_GetCurrentLineNumber(impl_->parser); }

Span XmlParser::place() const {
  const auto begin = static_cast<std::size_t>(XML_GetCurrentByteIndex(impl_->parser));
  return {begin, begin + static_cast<std::size_t>(XML_GetCurrentByteCount(impl_->parser))};
}

bool XmlParser::in_cdata() const { return impl_->cdata; }

void XmlParser::fail(std::string message) { impl_->fail(std::move(message)); }

}  // namespace duizhao::formats
