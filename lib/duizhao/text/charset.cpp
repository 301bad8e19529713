#include "duizhao/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPtr = std::unique_ptr<UConverter, CloseConverter>;

}  // namespace

struct CharsetDecoder::Impl {
  ConverterPtr converter;
  std::size_t bytes_read = 0;
  char32_t pending = 0;  ///< a high surrogate that waits for its other half

  void append_utf16(std::string& text, const UChar* begin, const UChar* end) {
    constexpr char32_t kReplacement = 0xFFFD;
    for (; begin != end; ++begin) {
      const char32_t unit = *begin;
      if (pending != 0) {
        const bool pair = U16_IS_TRAIL(unit);
        append_code_point(text, pair ? U16_GET_SUPPLEMENTARY(pending, unit) : kReplacement);
        pending = 0;
        if (pair) continue;
      }
      if (U16_IS_LEAD(unit)) {
        pending = unit;
      } else {
        append_code_point(text, U16_IS_TRAIL(unit) ? kReplacement : unit);
      }
    }
  }
};

CharsetDecoder::CharsetDecoder(const std::string& charset, Faults faults)
    : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->converter.reset(ucnv_open(charset.c_str(), &status));
  if (faults == Faults::kStop && impl_->converter != nullptr) {
    ucnv_setToUCallBack(impl_->converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }
}

CharsetDecoder::CharsetDecoder(CharsetDecoder&&) noexcept = default;
CharsetDecoder& CharsetDecoder::operator=(CharsetDecoder&&) noexcept = default;
CharsetDecoder::~CharsetDecoder() = default;

std::optional<std::size_t> CharsetDecoder::append(std::string_view bytes, bool last,
                                                  std::string& text) {
  if (impl_->converter == nullptr) return 0;
  std::array<UChar, 2048> units{};
  const char* source = bytes.data();
  const char* const limit = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(impl_->converter.get(), &target, units.data() + units.size(), &source, limit,
                   nullptr, static_cast<UBool>(last), &status);
    impl_->append_utf16(text, units.data(), target);
  }
  const auto consumed = static_cast<std::size_t>(source - bytes.data());
  const std::size_t place = impl_->bytes_read + consumed;
  impl_->bytes_read += bytes.size();
  if (U_SUCCESS(status)) return std::nullopt;
  // The converter stands behind the bytes that it could not convert.
  std::array<char, 32> invalid{};
  auto length = static_cast<std::int8_t>(invalid.size());
  status = U_ZERO_ERROR;
  ucnv_getInvalidChars(impl_->converter.get(), invalid.data(), &length, &status);
  return place - std::min(place, static_cast<std::size_t>(length));
}

std::string charset_name(const std::string& alias) {
  UErrorCode status = U_ZERO_ERROR;
  const ConverterPtr converter(ucnv_open(alias.c_str(), &status));
  if (alias.empty() || U_FAILURE(status)) return {};
  // The name that IANA prefers for MIME is the one that people know: ISO-8859-1, not
  // ISO_8859-1:1987.
  for (const char* const standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(alias.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  status = U_ZERO_ERROR;
  const char* name = ucnv_getName(converter.get(), &status);
  return U_SUCCESS(status) && name != nullptr ? name : alias;
}

std::string convert_leniently(const std::string& charset, std::string_view bytes) {
  std::string text;
  std::ignore = CharsetDecoder(charset, CharsetDecoder::Faults::kReplace).append(bytes, true, text);
  return text;
}

}  // namespace duizhao::text
