#include "duizhao/report/html_draft.h"

#include <cstdint>
#include <string_view>

#include "duizhao/report/json_writer.h"

namespace duizhao::report {
namespace {

/// UTF-16 units before a byte of a text; quick where it is asked in order.
class Utf16Units {
 public:
  explicit Utf16Units(std::string_view text) : text_(text) {}

  std::size_t before(std::size_t byte) {
    if (byte < at_) at_ = units_ = 0;
    for (; at_ < byte; ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if ((c & 0xC0U) != 0x80) units_ += c >= 0xF0 ? 2 : 1;
    }
    return units_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t units_ = 0;
};

/// Whether a draft of this format is the text of its file.
bool is_text(const Document& document) {
  return document.format.empty() || document.format == "txt" || document.format == "markdown";
}

void write_pieces(JsonWriter& json, const Document& document) {
  Utf16Units converted(document.text);
  Utf16Units original(document.original);
  const auto origin_of = [&](std::size_t byte) { return document.in_original({byte, byte + 1}); };
  json.key("pieces").begin_array();
  for (std::size_t begin = 0; begin < document.text.size();) {
    const Span first = origin_of(begin);
    std::size_t end = begin + 1;
    const auto follows = [&] {
      const Span next = origin_of(end);
      return next.size() == 1 && next.begin == first.begin + (end - begin);
    };
    if (first.size() == 1) {
      while (end < document.text.size() && follows()) ++end;
      const std::size_t from = converted.before(begin);
      json.begin_array();
      json.value(from);
      json.value(original.before(first.begin));
      json.value(converted.before(end) - from);
      json.end_array();
    }
    begin = end;
  }
  json.end_array();
}

void write_places(JsonWriter& json, const HtmlView& view) {
  json.key("places").begin_object();
  Utf16Units units(view.target.text);
  for (std::size_t bead = 0; bead < view.beads.size(); ++bead) {
    const Bead& missing = view.beads[bead];
    if (!missing.target.empty() || missing.source.empty()) continue;
    json.key(std::to_string(bead)).begin_array();
    json.value(units.before(view.spans[bead].target.begin));
    json.value(separator_before(view.source, view.target, missing.source.front()));
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string draft_json(const HtmlView& view) {
  const Document& target = view.target;
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  if (view.pairs != nullptr) {
    json.key("name").value(file_of(view.pairs->file));
    json.end_object();
    return out;
  }
  const bool as_read = is_text(target);
  json.key("name").value(std::string(file_of(target.name)) + (as_read ? "" : ".txt"));
  json.key("text").value(as_read ? target.original_text() : std::string_view(target.text));
  if (as_read && !target.encoding.empty() && target.encoding != "UTF-8") {
    json.key("encoding").value(target.encoding);
  }
  json.key("sentences").begin_array();
  Utf16Units units(target.text);
  for (const Sentence& sentence : target.sentences) {
    json.value(units.before(sentence.span.begin));
    json.value(units.before(sentence.span.end));
  }
  json.end_array();
  if (as_read && !target.original.empty()) write_pieces(json, target);
  write_places(json, view);
  json.end_object();
  return out;
}

}  // namespace duizhao::report
