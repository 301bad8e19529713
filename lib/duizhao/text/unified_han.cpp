#include "duizhao/text/unified_han.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <string_view>

namespace duizhao::text {
namespace {

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Radicals that Unicode gives no other form of: of the supplement, those in simplified writing and
/// those that are characters by themselves.
constexpr std::u32string_view kRadicals =
    U"⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄"
    U"⻬齐⻮齿⻰龙";

}  // namespace

char32_t unified_han(char32_t c) {
  const bool radical = is_between(c, 0x2E80, 0x2FD5);
  if (!radical && !is_between(c, 0xF900, 0xFAD9) && !is_between(c, 0x2F800, 0x2FA1D)) return c;
  if (const auto at = kRadicals.find(c); at != std::u32string_view::npos && at % 2 == 0) {
    return kRadicals[at + 1];
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const compatible = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString form;
  const bool found =
      U_SUCCESS(status) != 0 && compatible->getDecomposition(static_cast<UChar32>(c), form) != 0;
  return found ? static_cast<char32_t>(form.char32At(0)) : c;
}

}  // namespace duizhao::text
