#include "duizhao/check/evidence/runs/other_script_runs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "duizhao/text/ascii.h"
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

/// A keyword of ICU's MessageFormat: "other" in {n, plural, other {…}}.
bool is_in_message_format(std::string_view text, Span word) {
  std::size_t next = word.end;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next >= text.size() || (text[next] != '{' && text[next] != ',')) return false;
  const std::string_view before = text.substr(0, word.begin);
  return text[next] == '{' ? before.find(", plural,") != std::string_view::npos ||
                                 before.find(", select") != std::string_view::npos
                           : before.rfind('{') != std::string_view::npos;
}

/// A part of a URL, a path, an address or of program text, which stays as it is: what is written
/// together with the word, up to white space or Han, has a mark that running text does not have.
bool is_code(std::string_view text, Span word) {
  const auto goes_on = [&](std::size_t i) { return text[i] > ' ' && text[i] < 0x7F; };
  Span chunk = word;
  while (chunk.begin > 0 && goes_on(chunk.begin - 1)) --chunk.begin;
  while (chunk.end < text.size() && goes_on(chunk.end)) ++chunk.end;
  const std::string_view form = chunk.in(text);
  if (form.starts_with("--")) return true;
  if (form.find("&lt;") != std::string_view::npos) return true;  // markup that is spoken of
  if (is_in_message_format(text, word)) return true;
  if (form.find_first_of("/@_\\=<>{}[]#~^|`$*+") != std::string_view::npos) return true;
  for (std::size_t i = 1; i + 1 < form.size(); ++i) {
    const bool between_letters = text::is_ascii_letter(form[i - 1]) &&
                                 (text::is_ascii_letter(form[i + 1]) || form[i] == '(');
    if (between_letters && (form[i] == '.' || form[i] == '(')) return true;  // a.b, f(x)
  }
  return false;
}

/// Lower case, at least two letters, nothing else in it; not "et al.".
bool is_running_word(std::string_view text, Span word) {
  const std::string_view form = word.in(text);
  const bool lower = std::all_of(form.begin(), form.end(), [](char c) {
    return text::is_ascii_lower(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  });
  return lower && form.size() >= 2 && form != "et" && form != "al";
}

bool is_capitalised(std::string_view form) { return text::is_ascii_upper(form.front()); }

/// The small words within names: Bank of the West, Institut de France.
bool is_connector(std::string_view form) {
  constexpr std::array<std::string_view, 19> kConnectors = {
      "of", "the", "and", "on", "for", "in",  "at",  "to",  "by", "with",
      "de", "la",  "le",  "du", "des", "del", "van", "von", "der"};
  return std::find(kConnectors.begin(), kConnectors.end(), form) != kConnectors.end();
}

/// A word that begins a clause and no name.
bool begins_clause(std::string_view form) {
  constexpr std::array<std::string_view, 44> kWords = {
      "In",     "On",       "At",     "By",      "For",   "From", "With",    "Within", "After",
      "Before", "During",   "Since",  "Until",   "Under", "As",   "If",      "When",   "While",
      "But",    "And",      "Or",     "However", "So",    "Then", "That",    "This",   "These",
      "Those",  "It",       "It's",   "He",      "She",   "They", "They're", "We",     "You",
      "There",  "Although", "Though", "Because", "What",  "Who",  "How",     "Where"};
  return std::find(kWords.begin(), kWords.end(), form) != kWords.end();
}

/// Whether the word goes on with one that was counted: what hyphens join is one word.
bool continues_compound(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  return i >= 2 && tokens[i - 1].span.in(text) == "-" && tokens[i - 2].kind == TokenKind::kWord &&
         tokens[i - 2].span.end == tokens[i - 1].span.begin &&
         tokens[i - 1].span.end == tokens[i].span.begin &&
         is_running_word(text, tokens[i - 2].span);
}

/// Counts the words and the running text of a Latin stretch.
void count_words(std::string_view text, std::span<const Token> tokens, OtherScriptRun& stretch) {
  std::size_t connectors = 0;  // since the last capitalised word, with nothing else between
  bool after_capital = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kWord) continue;
    const std::string_view form = tokens[i].span.in(text);
    if (is_code(text, tokens[i].span)) {
      ++stretch.words;
      ++stretch.code;
    } else if (stretch.words++ == 0 && begins_clause(form)) {
      stretch.is_clause = true;
      ++stretch.running;
    } else if (is_capitalised(form)) {
      if (after_capital) stretch.running -= connectors;
      after_capital = true;
      connectors = 0;
    } else if (is_running_word(text, tokens[i].span) &&
               (i == 0 || tokens[i - 1].kind != TokenKind::kNumber)) {  // 497 mph is none
      if (!continues_compound(text, tokens, i)) ++stretch.running;
      after_capital = after_capital && is_connector(form);
      connectors = after_capital ? connectors + 1 : 0;
    }
  }
  // git commit --amend: what stands beside code is part of it, unless there is much.
  stretch.running -= std::min(stretch.running, 2 * stretch.code);
}

bool joins_latin(std::string_view mark) {
  constexpr std::array<std::string_view, 28> kMarks = {
      "--", ",", "，", ".", "'", "\"", "-", "–", "—", "’", "‘", "“", "”", "(",
      ")",  ":", ";",  "?", "!", "%",  "$", "&", "/", "@", "_", "+", "=", "#"};
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

/// Whether commas or full stops, or the text's beginning, are on both sides.
bool stands_between_marks(std::string_view text, Span span) {
  constexpr std::u32string_view kMarks = U"，。；,;\n";
  while (span.begin > 0 && text[span.begin - 1] == ' ') --span.begin;
  return is_one_of(before(text, span.begin), kMarks) && is_one_of(after(text, span.end), kMarks);
}

void add(const pair::Passage& passage, std::span<const Token> tokens,
         std::vector<OtherScriptRun>& stretches) {
  const std::string_view text = passage.document->text;
  const bool latin = passage.language == Language::kChinese;
  OtherScriptRun stretch;
  stretch.span = tokens.front().span.joined(tokens.back().span);
  if (latin) {
    count_words(text, tokens, stretch);
    if (stretch.words > 1 && stands_between_marks(text, stretch.span)) stretch.is_clause = true;
  } else {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kHan) {
        stretch.running += text::count_code_points(token.span.in(text));
      }
    }
  }
  stretch.bracketed = enclosed(text, stretch.span, U"(（[［〔【《〈", U")）]］〕】》〉");
  stretch.quoted = enclosed(text, stretch.span, U"\"“‘'「『", U"\"”’'」』");
  stretches.push_back(stretch);
}

}  // namespace

std::vector<OtherScriptRun> other_script_runs(const pair::Passage& passage) {
  const bool latin = passage.language == Language::kChinese;
  const TokenKind foreign = latin ? TokenKind::kWord : TokenKind::kHan;
  const TokenKind own = latin ? TokenKind::kHan : TokenKind::kWord;
  const std::string_view text = passage.document->text;
  const std::span<const Token> tokens = passage.tokens;
  std::vector<OtherScriptRun> stretches;
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
    } else if (token.kind == TokenKind::kNumber && first < tokens.size()) {
      last = i;  // In 1987
    }
  }
  if (first < tokens.size()) add(passage, tokens.subspan(first, last - first + 1), stretches);
  return stretches;
}

}  // namespace duizhao::check
