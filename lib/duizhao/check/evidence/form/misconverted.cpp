#include "duizhao/check/evidence/form/misconverted.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

#include "duizhao/pair/characters.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Traditional characters with one simplified form between them, as in tools/tables/one_to_many.py.
constexpr std::u32string_view kClasses =
    U"后後 發髮 乾幹干 歷曆 制製 云雲 面麵 了瞭 谷穀 斗鬥 系係繫 沖衝 松鬆 鐘鍾 余餘 范範 丑醜 "
    U"盡儘 表錶 "
    U"胡鬍 咸鹹 卷捲 郁鬱 里裏 只隻 几幾 出齣 征徵 准準 舍捨 獲穫 髒臟 須鬚 劃划 曲麯 板闆 刮颳 "
    U"伙夥 "
    U"傭佣 團糰 術朮 秋鞦 姜薑 朱硃 蘇囌 症癥 困睏 簾帘 御禦 吁籲 仆僕 辟闢 回迴 折摺 克剋 當噹 "
    U"蒙矇濛";

/// What both are right for, whatever the dictionary says: 了解 and 瞭解, 回避 and 迴避; and what
/// stands for a word that some write with it.
constexpr std::u32string_view kNeverWrong = U"了回折克當蒙出只獲術秋仆里征症准表板盡胡沖伙";

constexpr std::u32string_view kWords = U""
#include "duizhao/check/evidence/form/one_to_many.inc"
    ;

constexpr std::size_t kLongest = 3;

std::u32string folded(std::u32string_view word) {
  std::u32string result(word);
  for (char32_t& c : result) c = text::folded_han(c);
  return result;
}

/// The one form in which the table has characters that are written in two ways.
char32_t one_form(char32_t c) {
  if (c == U'裡') return U'裏';
  if (c == U'麪') return U'麵';
  return c;
}

/// The characters that may be wrong, a bit for each.
class Doubtful {
 public:
  Doubtful() {
    for (const char32_t c : kClasses) add(c);
    for (const char32_t c : {U'裡', U'麪'}) add(c);
  }
  [[nodiscard]] bool has(char32_t c) const { return c < bits_.size() && bits_[c]; }

 private:
  void add(char32_t c) {
    const bool ambiguous = c != U' ' && pair::is_in(one_form(c), kClasses);
    if (ambiguous && !pair::is_in(c, kNeverWrong)) bits_.set(c);
  }

  std::bitset<0x10000> bits_;
};

const Doubtful& doubtful() {
  static const Doubtful characters;
  return characters;
}

/// The words by their simplified form.
using Words = std::unordered_multimap<std::u32string, std::u32string_view>;

const Words& words() {
  static const Words table = [] {
    Words made;
    for (std::size_t begin = 0; begin < kWords.size();) {
      const std::size_t end = std::min(kWords.find(U' ', begin), kWords.size());
      const std::u32string_view word = kWords.substr(begin, end - begin);
      if (!word.empty()) made.emplace(folded(word), word);
      begin = end + 1;
    }
    return made;
  }();
  return table;
}

/// What hardly needs a dictionary: 瞭 stands in few words and 了 behind any verb (展示瞭), and of
/// an empress's title the last character may begin a word of its own (皇後來).
std::optional<char32_t> surely_right_form(std::u32string_view text, std::size_t at) {
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  const char32_t after = at + 1 < text.size() ? text[at + 1] : U' ';
  if (text[at] == U'瞭' && !pair::is_in(after, U"解望如然若哨亮") && before != U'明') return U'了';
  if (text[at] == U'後' && before == U'皇') return U'后';
  return std::nullopt;
}

/// What the words around place `at` are written with there; the character itself where one of
/// them has it, nothing where there is no word.
std::optional<char32_t> right_form(std::u32string_view text, std::size_t at) {
  std::optional<char32_t> right;
  for (std::size_t size = 2; size <= kLongest; ++size) {
    for (std::size_t begin = at + 1 > size ? at + 1 - size : 0; begin <= at; ++begin) {
      if (begin + size > text.size()) break;
      const auto [first, last] = words().equal_range(folded(text.substr(begin, size)));
      for (auto word = first; word != last; ++word) {
        const char32_t written = word->second[at - begin];
        if (written == one_form(text[at])) return written;
        right = written;
      }
    }
  }
  return right;
}

}  // namespace

std::vector<Misconverted> misconverted(std::string_view text, Span part) {
  const std::vector<pair::Character> characters = pair::characters_of(text, part);
  std::u32string values;
  values.reserve(characters.size());
  for (const pair::Character& c : characters) values += c.value;
  std::vector<Misconverted> found;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!doubtful().has(values[i])) continue;
    auto right = surely_right_form(values, i);
    if (!right) right = right_form(values, i);
    if (!right || *right == one_form(values[i])) continue;
    Misconverted one{characters[i].span, {}};
    text::append_code_point(one.right, *right);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace duizhao::check
