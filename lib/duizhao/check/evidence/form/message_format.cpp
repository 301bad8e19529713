#include "duizhao/check/evidence/form/message_format.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::string type_name(UMessagePatternArgType type) {
  switch (type) {
    case UMSGPAT_ARG_TYPE_PLURAL:
      return "plural";
    case UMSGPAT_ARG_TYPE_SELECT:
      return "select";
    case UMSGPAT_ARG_TYPE_SELECTORDINAL:
      return "selectordinal";
    case UMSGPAT_ARG_TYPE_CHOICE:
      return "choice";
    default:
      return "";
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text)
      : source_(icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))) {}

  Message run() {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const icu::MessagePattern pattern(source_, &where, status);
    if (U_FAILURE(status) != 0) {
      const bool no_other = status == U_DEFAULT_KEYWORD_MISSING;
      message_.fault = no_other ? Message::Fault::kNoOther : Message::Fault::kSyntax;
      if (no_other) message_.fault_argument = name_before(where.offset);
      return std::move(message_);
    }
    for (int32_t i = 0; i < pattern.countParts(); ++i) read(pattern, i);
    return std::move(message_);
  }

 private:
  /// The argument that opens last before `offset`.
  [[nodiscard]] std::string name_before(int32_t offset) const {
    const int32_t brace = source_.lastIndexOf(u'{', 0, std::min(offset + 1, source_.length()));
    const int32_t comma = brace < 0 ? -1 : source_.indexOf(u',', brace);
    if (comma < 0) return {};
    icu::UnicodeString name = source_.tempSubStringBetween(brace + 1, comma);
    return utf8(name.trim());
  }

  void read(const icu::MessagePattern& pattern, int32_t i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    const auto text = [&] { return utf8(pattern.getSubstring(part)); };
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_ARG_START:
        open_.push_back(message_.arguments.size());
        message_.arguments.emplace_back().type = type_name(part.getArgType());
        break;
      case UMSGPAT_PART_TYPE_ARG_NAME:
      case UMSGPAT_PART_TYPE_ARG_NUMBER:
        message_.arguments[open_.back()].name = text();
        break;
      case UMSGPAT_PART_TYPE_ARG_TYPE:
        message_.arguments[open_.back()].type = text();
        break;
      case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        message_.arguments[open_.back()].keywords.push_back(text());
        break;
      case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
        message_.arguments[open_.back()].has_number = true;
        break;
      case UMSGPAT_PART_TYPE_ARG_LIMIT:
        open_.pop_back();
        break;
      default:
        break;
    }
  }

  icu::UnicodeString source_;
  Message message_;
  std::vector<std::size_t> open_;  ///< the arguments around the part that is read
};

}  // namespace

const MessageArgument* Message::argument(std::string_view name) const {
  const auto found = std::ranges::find(arguments, name, &MessageArgument::name);
  return found == arguments.end() ? nullptr : &*found;
}

bool looks_like_message(std::string_view text) {
  constexpr auto kTypes = std::to_array<std::string_view>({"plural", "select", "selectordinal"});
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const std::size_t comma = text.find_first_of(",{}", open + 1);
    if (comma == std::string_view::npos || text[comma] != ',') continue;
    const std::size_t begin = std::min(text.find_first_not_of(' ', comma + 1), text.size());
    std::size_t end = begin;
    while (end < text.size() && text::is_ascii_letter(text[end])) ++end;
    if (std::ranges::find(kTypes, text.substr(begin, end - begin)) != kTypes.end()) return true;
  }
  return false;
}

Message parse_message(std::string_view text) { return Reader(text).run(); }

}  // namespace duizhao::check
