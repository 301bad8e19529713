#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "duizhao/extract/name_bounds.h"
#include "duizhao/names/sound.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::extract {
namespace {

/// Simplified. After one of these a name may begin; the longer ones come first.
constexpr std::array<std::u32string_view, 64> kBefore = {
    U"首席执行官", U"首席财务官", U"联合创始人", U"国务卿", U"发言人", U"负责人", U"分析师",
    U"董事长",     U"创始人",     U"研究员",     U"科学家", U"摄影师", U"设计师", U"工程师",
    U"经济学家",   U"秘书长",     U"总干事",     U"总经理", U"教练",   U"位于",   U"以及",
    U"包括",       U"根据",       U"来自",       U"通过",   U"对于",   U"关于",   U"其中",
    U"例如",       U"比如",       U"称为",       U"名为",   U"就是",   U"总统",   U"总理",
    U"首相",       U"主席",       U"部长",       U"省长",   U"市长",   U"州长",   U"议员",
    U"大使",       U"教授",       U"博士",       U"医生",   U"总裁",   U"主任",   U"院长",
    U"校长",       U"局长",       U"行长",       U"记者",   U"编辑",   U"作家",   U"演员",
    U"导演",       U"歌手",       U"球员",       U"前锋",   U"法官",   U"律师",   U"上将",
    U"女士"};

/// Simplified. Function words of one character, which hardly any name holds.
constexpr std::u32string_view kFunctionCharacters =
    U"的是在由被把将对向从给让称说叫即若该这那其各每及与了着过";

/// The same, but also part of names; a name begins after them only if it is not cut short.
constexpr std::u32string_view kWeakCharacters = U"和或于为等到";

/// Shortest Chinese name for an English one.
constexpr std::size_t kShortest = 2;

bool is_name_character(char32_t c) {
  return text::is_han(c) || c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0x2219;
}

bool is_latin_or_digit(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

struct Character {
  char32_t folded;
  std::size_t begin;
};

std::size_t words_in(std::string_view english) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : english) {
    const bool letter = c != ' ' && c != '-';
    words += letter && !in_word;
    in_word = letter;
  }
  return words;
}

/// Where the characters begin that say a transliterated name, each of its words some of them, up
/// to the end of `chinese`: 6 of 全新巴登符腾堡 for "Baden-Württemberg". Nullopt where a word
/// sounds like none of them, or others stand between.
std::optional<std::size_t> begin_of_sound(std::string_view chinese, std::string_view english) {
  constexpr double kSounds = 0.45;
  constexpr std::size_t kLeastLetters = 3;
  const names::SoundedText sounded(chinese);
  std::vector<Span> said;
  while (!english.empty()) {
    const std::size_t end = std::min(english.find_first_of(" -"), english.size());
    if (end > 0) {
      if (end < kLeastLetters) return std::nullopt;
      said.push_back(names::find_sound(english.substr(0, end), sounded, kSounds).span);
      if (said.back().empty()) return std::nullopt;
    }
    english.remove_prefix(std::min(end + 1, english.size()));
  }
  if (said.empty()) return std::nullopt;
  std::ranges::sort(said, {}, &Span::begin);
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::size_t next = i + 1 < said.size() ? said[i + 1].begin : chinese.size();
    if (next < said[i].end) return std::nullopt;  // both can't be said by the same
    for (std::size_t at = said[i].end; at < next;) {
      if (text::is_han(text::next_code_point(chinese, at))) return std::nullopt;
    }
  }
  return said.front().begin;
}

}  // namespace

NameBounds chinese_name_at_end(std::string_view before, std::string_view english) {
  while (!before.empty()) {
    std::size_t last = before.size();
    if (!text::is_space(text::previous_code_point(before, last))) break;
    before = before.substr(0, last);
  }
  // A title in its own marks: 《自然》（Nature）, “月之暗面”（Moonshot AI）.
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"《", "》"},
                                    {"“", "”"},
                                    {"「", "」"},
                                    {"『", "』"},
                                    {"〈", "〉"}}) {
    if (!before.ends_with(close)) continue;
    const std::size_t begin = before.rfind(open);
    if (begin == std::string_view::npos) return {};
    return {{begin + open.size(), before.size() - close.size()}, 0.95};
  }
  std::vector<Character> run;  // from the end
  for (std::size_t i = before.size(); i > 0;) {
    const char32_t c = text::previous_code_point(before, i);
    if (!is_name_character(c) && !is_latin_or_digit(c)) break;
    run.push_back({text::folded_han(c), i});
  }
  std::reverse(run.begin(), run.end());
  const auto han = static_cast<std::size_t>(std::count_if(
      run.begin(), run.end(), [](const Character& c) { return text::is_han(c.folded); }));
  if (han < kShortest) return {};
  std::u32string text;
  for (const Character& c : run) text.push_back(c.folded);

  std::size_t first = 0;
  const auto begin_after = [&](std::size_t end) {
    if (end > first && text.size() - end >= kShortest) first = end;
  };
  for (const std::u32string_view word : kBefore) {
    const std::size_t found = text.rfind(word);
    if (found != std::u32string::npos) begin_after(found + word.size());
  }
  for (std::size_t i = text.size(); i-- > first;) {
    if (kFunctionCharacters.find(text[i]) != std::u32string_view::npos) begin_after(i + 1);
    // An English word has at least two Chinese characters or so; a weak word nearer to the end than
    // that may be part of the name.
    const bool weak = kWeakCharacters.find(text[i]) != std::u32string_view::npos;
    if (weak && text.size() - i > 2 * words_in(english)) begin_after(i + 1);
  }
  // 国家开发银行（CDB）和进出口银行（EIB）: what follows a bracket is the next name of a list.
  const bool behind_bracket =
      std::string_view(before).substr(0, run.front().begin).ends_with(")") ||
      std::string_view(before).substr(0, run.front().begin).ends_with("）");
  constexpr std::u32string_view kAnd = U"和与及或";
  if (behind_bracket && first == 0 && kAnd.find(text.front()) != std::u32string_view::npos) {
    begin_after(1);
  }
  const std::size_t from = run[first].begin;
  if (const auto sound = begin_of_sound(before.substr(from), english)) {
    while (run[first].begin < from + *sound) ++first;
  }
  // Latin letters and digits at the front belong to what is before the name.
  while (first < text.size() && !text::is_han(text[first])) ++first;
  if (text.size() - first < kShortest) return {};
  const std::size_t length = text.size() - first;
  const double per_word = static_cast<double>(length) / static_cast<double>(words_in(english));
  return {{run[first].begin, before.size()}, per_word > 6 && length > 8 ? 0.4 : 0.85};
}

}  // namespace duizhao::extract
