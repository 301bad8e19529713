#include "duizhao/check/foreign.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using text::Token;
using text::TokenKind;

/// The code point before `position`; a line feed at the beginning of the text.
char32_t before(std::string_view text, std::size_t position) {
  return position == 0 ? U'\n' : text::previous_code_point(text, position);
}

char32_t after(std::string_view text, std::size_t position) {
  return position >= text.size() ? U'\n' : text::next_code_point(text, position);
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }

/// A part of a URL, a path, an address or of program text, which stays as it is.
bool is_code(std::string_view text, Span word) {
  constexpr std::u32string_view kGlue = U"/@_\\=<>{}[]#~^|`$*+%&";
  const char32_t left = before(text, word.begin);
  const char32_t right = after(text, word.end);
  if (is_one_of(left, kGlue) || is_one_of(right, kGlue)) return true;
  if (left == U'-' && before(text, word.begin - 1) == U'-') return true;  // --option
  const bool dot_left = left == U'.' && is_ascii_letter(before(text, word.begin - 1));
  const bool dot_right = (right == U'.' || right == U'(') && word.end + 1 < text.size() &&
                         (is_ascii_letter(after(text, word.end + 1)) || right == U'(');
  return dot_left || dot_right;
}

/// A word of running text: lower case, at least two letters, nothing else in it.
bool is_running_word(std::string_view text, Span word) {
  const std::string_view form = word.in(text);
  const bool lower = std::all_of(form.begin(), form.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  });
  return lower && form.size() >= 2 && !is_code(text, word);
}

bool joins_latin(std::string_view mark) {
  constexpr std::array<std::string_view, 26> kMarks = {",", ".", "'", "\"", "-", "–", "—", "’", "‘",
                                                       "“", "”", "(", ")",  ":", ";", "?", "!", "%",
                                                       "$", "&", "/", "@",  "_", "+", "=", "#"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

bool joins_han(std::string_view mark) {
  constexpr std::array<std::string_view, 17> kMarks = {"，", "。", "、", "；", "：", "！",
                                                       "？", "“",  "”",  "《", "》", "（",
                                                       "）", "·",  "％", "%",  ","};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

/// Whether the stretch is enclosed: a mark of `open` before it, its partner after it.
bool enclosed(std::string_view text, Span span, std::u32string_view open,
              std::u32string_view close) {
  while (span.begin > 0 && text[span.begin - 1] == ' ') --span.begin;
  while (span.end < text.size() && text[span.end] == ' ') ++span.end;
  const bool opened =
      is_one_of(before(text, span.begin), open) || is_one_of(after(text, span.begin), open);
  const bool closed =
      is_one_of(after(text, span.end), close) || is_one_of(before(text, span.end), close);
  return opened && closed;
}

void add(const Passage& passage, std::span<const Token> tokens,
         std::vector<ForeignStretch>& stretches) {
  const std::string_view text = passage.document->text;
  const bool latin = passage.language == Language::kChinese;
  ForeignStretch stretch;
  stretch.span = tokens.front().span.joined(tokens.back().span);
  for (const Token& token : tokens) {
    if (latin && token.kind == TokenKind::kWord) {
      ++stretch.words;
      stretch.running += is_running_word(text, token.span) ? 1 : 0;
    } else if (!latin && token.kind == TokenKind::kHan) {
      stretch.running += text::count_code_points(token.span.in(text));
    }
  }
  stretch.bracketed = enclosed(text, stretch.span, U"(（[［〔【", U")）]］〕】");
  stretch.quoted = enclosed(text, stretch.span, U"\"“‘'「『《〈", U"\"”’'」』》〉");
  stretches.push_back(stretch);
}

}  // namespace

std::vector<ForeignStretch> foreign_stretches(const Passage& passage) {
  const bool latin = passage.language == Language::kChinese;
  const TokenKind foreign = latin ? TokenKind::kWord : TokenKind::kHan;
  const TokenKind own = latin ? TokenKind::kHan : TokenKind::kWord;
  const std::string_view text = passage.document->text;
  const std::span<const Token> tokens = passage.tokens;
  std::vector<ForeignStretch> stretches;
  std::size_t first = tokens.size();  // of the stretch under way
  std::size_t last = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const std::string_view form = token.span.in(text);
    // 本土AI芯片: a Latin word that touches Han on both sides is part of the Chinese.
    const bool inlaid = !latin && token.kind == TokenKind::kWord && first < tokens.size() &&
                        i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::kHan &&
                        tokens[i + 1].span.begin == token.span.end && last + 1 == i &&
                        tokens[last].span.end == token.span.begin;
    const bool ends =
        (token.kind == own && !inlaid) ||
        (token.kind == TokenKind::kPunctuation && !(latin ? joins_latin(form) : joins_han(form)));
    if (ends && first < tokens.size()) {
      add(passage, tokens.subspan(first, last - first + 1), stretches);
      first = tokens.size();
    }
    if (token.kind == foreign) {
      first = std::min(first, i);
      last = i;
    }
  }
  if (first < tokens.size()) add(passage, tokens.subspan(first, last - first + 1), stretches);
  return stretches;
}

}  // namespace duizhao::check
