#include "duizhao/text/encode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <array>
#include <cstdint>
#include <memory>

#include "duizhao/text/place.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

Result<std::string> encode(std::string_view text, std::string_view encoding,
                           const std::string& file) {
  if (encoding == "UTF-8") return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(std::string(encoding).c_str(), &status));
  if (U_FAILURE(status)) {
    return failure(ErrorCode::kUsage, "the encoding '" + std::string(encoding) + "' is not known",
                   {file});
  }
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  std::string encoded;
  // Character by character: a draft is small, and the one that can't be written is known.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    std::array<UChar, 2> units{};
    const bool pair = c > 0xFFFF;
    units[0] = static_cast<UChar>(pair ? 0xD7C0 + (c >> 10U) : c);
    units[1] = static_cast<UChar>(0xDC00 + (c & 0x3FFU));
    const UChar* from = units.data();
    std::array<char, 16> bytes{};
    char* to = bytes.data();
    ucnv_fromUnicode(converter.get(), &to, bytes.data() + bytes.size(), &from,
                     units.data() + (pair ? 2 : 1), nullptr, 1, &status);
    if (U_FAILURE(status)) {
      return failure(ErrorCode::kMalformed,
                     fmt::format("'{}' can't be written in {}; save the file as UTF-8 first",
                                 text.substr(begin, at - begin), encoding),
                     place_of(text, begin, file));
    }
    encoded.append(bytes.data(), to);
  }
  return encoded;
}

std::string_view byte_order_mark(std::string_view bytes) {
  for (const std::string_view mark :
       {std::string_view("\xEF\xBB\xBF"), std::string_view("\xFF\xFE"),
        std::string_view("\xFE\xFF"), std::string_view("\x84\x31\x95\x33")}) {
    if (bytes.starts_with(mark)) return bytes.substr(0, mark.size());
  }
  return {};
}

}  // namespace duizhao::text
