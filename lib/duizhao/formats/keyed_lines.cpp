#include "duizhao/formats/keyed_lines.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// A line with a key; the value may go on in the next ones.
struct KeyedLine {
  std::string_view key;
  std::string_view value;
  char mark = 0;        ///< between them: =, : or a blank
  bool quoted = false;  ///< the key is
};

bool is_quote(char c) { return c == '"' || c == '\''; }

/// Where the quotes that begin a value end; npos where they don't in this line.
std::size_t quote_end(std::string_view value) {
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    if (value[at] == '\\' && (quote == '"' || value.substr(at + 1).starts_with('\''))) {
      ++at;
    } else if (value[at] == quote) {
      if (quote == '"' || at + 1 == value.size() || value[at + 1] != quote) return at;
      ++at;  // '' is one
    }
  }
  return value.npos;
}

/// Where a key without quotes ends: at a blank or a mark, but for those behind a backslash.
std::size_t key_end(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '\\') {
      ++at;
    } else if (c == ' ' || c == '\t' || c == '=' || c == ':') {
      return at;
    } else if (!text::is_ascii_letter_or_digit(c) && c != '.' && c != '_' && c != '-' && c != '/') {
      return line.npos;
    }
  }
  return line.npos;
}

std::optional<KeyedLine> keyed_line(std::string_view line) {
  if (line.empty()) return std::nullopt;
  KeyedLine keyed;
  keyed.quoted = is_quote(line.front());
  const std::size_t end = keyed.quoted ? quote_end(line) : key_end(line);
  if (end == line.npos || end == 0) return std::nullopt;
  keyed.key = keyed.quoted ? line.substr(1, end - 1) : line.substr(0, end);
  const std::string_view rest = text::trimmed(line.substr(end + (keyed.quoted ? 1 : 0)));
  // A table of strings of Windows': IDS_OPEN "Open".
  const bool capital = !keyed.quoted && text::is_ascii_upper(keyed.key.front()) &&
                       std::ranges::none_of(keyed.key, text::is_ascii_lower);
  if (capital && rest.starts_with('"') && rest.size() > 1 && rest.ends_with('"')) {
    keyed.mark = ' ';
    keyed.value = rest;
    return keyed;
  }
  for (const std::string_view other : {"==", ":=", "://"}) {
    if (rest.starts_with(other)) return std::nullopt;
  }
  const bool is_arrow = rest.starts_with("=>");  // of PHP and Ruby
  if (!is_arrow && !rest.starts_with('=') && !rest.starts_with(':')) return std::nullopt;
  keyed.mark = is_arrow ? ':' : rest.front();
  keyed.value = text::trimmed(rest.substr(is_arrow ? 2 : 1));
  if (keyed.mark == ':' && keyed.value.starts_with('#')) keyed.value = {};  // a remark
  // What opens a bracket is above the keys in it.
  for (const std::string_view bracket : {"{", "[", "array(", "("}) {
    if (keyed.mark == ':' && keyed.value == bracket) keyed.value = {};
  }
  return keyed;
}

/// What says nothing among keys: remarks, the names of sections, brackets of programs.
bool is_remark(std::string_view line) {
  for (const std::string_view begin :
       {"#", "/*", "*", "//", ";", "!", "---", "...", "<?", "STRINGTABLE", "BEGIN", "END"}) {
    if (line.starts_with(begin)) return true;
  }
  const bool opens = std::string_view("{[(").find(line.back()) != std::string_view::npos;
  return opens || line.find_first_not_of("{}[]();,") == line.npos ||
         (line.starts_with('[') && line.ends_with(']'));
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

/// Whether a value begins a block of YAML: |, >-, |2.
bool begins_block(std::string_view value) {
  return !value.empty() && (value.front() == '|' || value.front() == '>') &&
         value.find_first_not_of("|>+-0123456789") == value.npos;
}

/// The quotes that a value opens and does not close.
std::string_view open_quotes(std::string_view value) {
  for (const std::string_view three : {"\"\"\"", "'''"}) {
    if (value.starts_with(three)) return value.find(three, 3) == value.npos ? three : "";
  }
  return quote_end(value) == value.npos ? value.substr(0, 1) : std::string_view();
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  constexpr std::size_t kDigits = 4;
  std::uint32_t code = 0;
  if (digits.size() < kDigits) return std::nullopt;
  const auto read = std::from_chars(digits.data(), digits.data() + kDigits, code, 16);
  if (read.ptr != digits.data() + kDigits) return std::nullopt;
  return static_cast<char32_t>(code);
}

/// A text without the escapes of programs; line ends are spaces.
std::string without_escapes(std::string_view value) {
  std::string said;
  const auto is_high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\\' || at + 1 == value.size()) {
      said += value[at];
      continue;
    }
    const char escaped = value[++at];
    if (escaped == 'n' || escaped == 'r' || escaped == 't') {
      said += ' ';
    } else if (const auto code = hexadecimal(value.substr(at + 1));
               code && (escaped == 'u' || escaped == 'U')) {
      char32_t character = *code;
      at += 4;
      if (is_high(character) && value.substr(at + 1).starts_with("\\u")) {
        if (const auto low = hexadecimal(value.substr(at + 3)); low && is_low(*low)) {
          character = 0x10000 + ((character - 0xD800) << 10U) + (*low - 0xDC00);
          at += 6;
        }
      }
      const bool half = is_high(character) || is_low(character) || character == 0;
      text::append_code_point(said, half ? U'\uFFFD' : character);
    } else {
      said += escaped;
    }
  }
  return said;
}

class LinesReader {
 public:
  void take(std::string_view line) {
    ++number_;
    const std::string_view shown = text::trimmed(line);
    if (in_remark_ || shown.starts_with("/*")) {
      in_remark_ = shown.find("*/") == shown.npos;
      return;
    }
    if (goes_on_ != Going::kNot && goes_on_ != Going::kBlock) {
      add(shown);
      return;
    }
    if (shown.empty()) return;
    const std::size_t indent = indent_of(line);
    const auto keyed = keyed_line(shown);
    const bool deeper = has_text_ && indent > text_indent_;
    if (deeper && (goes_on_ == Going::kBlock || !keyed)) {
      if (!is_remark(shown) || goes_on_ == Going::kBlock) add(shown);
      return;
    }
    goes_on_ = Going::kNot;
    if (keyed) {
      begin(*keyed, indent);
    } else if (shown.starts_with("- ") && !levels_.empty()) {
      begin({std::to_string(levels_.back().items++), text::trimmed(shown.substr(2)), ':'});
    } else if (shown.starts_with('[') && shown.ends_with(']')) {
      section_ = std::string(text::trimmed(shown.substr(1, shown.size() - 2))) + ".";
      levels_.clear();
    }
  }

  std::vector<KeyedText> finish() {
    settle();
    return std::move(texts_);
  }

 private:
  enum class Going { kNot, kQuoted, kBackslash, kBlock };
  struct Level {
    std::size_t indent = 0;
    std::string key;
    std::size_t items = 0;  ///< of its list so far
  };

  struct Item {
    std::string key;
    std::string_view value;
    char mark = 0;
  };

  std::string path() const {
    std::string path = section_;
    for (const Level& level : levels_) path += level.key + ".";
    return path;
  }

  void begin(const KeyedLine& keyed, std::size_t indent) {
    // An attribute of Fluent's belongs to the message above it.
    if (keyed.key.starts_with('.') && has_text_) {
      begin({last_key_ + std::string(keyed.key), keyed.value, keyed.mark}, /*is_path=*/true);
      return;
    }
    while (!levels_.empty() && levels_.back().indent >= indent) levels_.pop_back();
    if (keyed.value.empty() && keyed.mark == ':') {
      settle();
      levels_.push_back({indent, std::string(keyed.key)});
      return;
    }
    begin({std::string(keyed.key), keyed.value, keyed.mark});
    text_indent_ = indent;
    last_key_ = key_;
  }

  void begin(Item item, bool is_path = false) {
    settle();
    key_ = is_path ? std::move(item.key) : path() + item.key;
    mark_ = item.mark;
    line_ = number_;
    has_text_ = true;
    value_.clear();
    if (item.mark == ':' && begins_block(item.value)) {
      goes_on_ = Going::kBlock;
      return;
    }
    add(item.value);
  }

  void add(std::string_view part) {
    constexpr std::size_t kLongest = std::size_t{1} << 16U;  // what nothing ends is no text
    const bool begins = value_.empty();
    if (!begins && goes_on_ != Going::kBackslash) value_ += ' ';
    value_ += part;
    if (goes_on_ == Going::kBlock) return;
    goes_on_ = Going::kNot;
    if (value_.size() > kLongest) return;
    for (const std::string_view three : {"\"\"\"", "'''"}) {
      if (!value_.starts_with(three)) continue;
      if (value_.find(three, 3) == value_.npos) goes_on_ = Going::kQuoted;
      return;
    }
    if (is_quoted()) {
      if (quote_end(value_) == value_.npos) goes_on_ = Going::kQuoted;
    } else if (mark_ == '=') {
      const std::size_t last = value_.find_last_not_of('\\');
      const std::size_t slashes = value_.size() - (last == value_.npos ? 0 : last + 1);
      if (slashes % 2 == 1) {
        value_.pop_back();
        goes_on_ = Going::kBackslash;
      }
    }
  }

  /// Whether the text stands in quotes; an apostrophe that begins one is none behind "=".
  [[nodiscard]] bool is_quoted() const {
    if (value_.empty() || !is_quote(value_.front())) return false;
    return mark_ == ':' || value_.front() == '"' || (value_.size() > 1 && value_.ends_with('\''));
  }

  /// Ends the text that is open.
  void settle() {
    if (!std::exchange(has_text_, false)) return;
    goes_on_ = Going::kNot;
    std::string_view value = value_;
    const char quote = value.empty() ? ' ' : value.front();
    std::string said;
    if (value.starts_with("\"\"\"") || value.starts_with("'''")) {
      const std::size_t end = value.find(value.substr(0, 3), 3);
      value = value.substr(3, end == value.npos ? end : end - 3);
      said = quote == '"' ? without_escapes(value) : std::string(value);
    } else if (is_quoted()) {
      const std::size_t end = quote_end(value);
      value = value.substr(1, end == value.npos ? end : end - 1);
      if (quote == '"') {
        said = without_escapes(value);
      } else {
        for (std::size_t at = 0; at < value.size(); ++at) {
          const bool twice = value[at] == '\'' || value[at] == '\\';  // '' of YAML, \' of programs
          if (twice && value.substr(at + 1).starts_with('\'')) ++at;
          said += value[at];
        }
      }
    } else if (mark_ == '=') {
      said = without_escapes(value);
    } else {
      said = value.substr(0, value.find(" #"));
    }
    texts_.push_back({key_, std::string(text::trimmed(said)), line_});
  }

  std::vector<KeyedText> texts_;
  std::string section_;
  std::vector<Level> levels_;  ///< keys above
  std::string key_;            ///< of the text that is open
  std::string last_key_;       ///< the same without attributes
  std::string value_;          ///< of it, as written
  char mark_ = 0;
  std::size_t line_ = 0;
  std::size_t text_indent_ = 0;
  std::size_t number_ = 0;
  Going goes_on_ = Going::kNot;
  bool has_text_ = false;
  bool in_remark_ = false;
};

template <typename Take>
void for_each_line(std::string_view text, Take take) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    take(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// The same with a mark for each byte that is not ASCII: they may be of any encoding, or cut within
/// a character, and no key has them.
std::string with_ascii_only(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::string plain(bytes);
  std::ranges::replace_if(
      plain, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '~');
  return plain;
}

}  // namespace

bool are_keyed_lines(std::string_view bytes) {
  constexpr std::size_t kFewest = 3;
  std::size_t lines = 0;
  std::size_t keyed = 0;
  std::size_t texts = 0;     // and no mere keys
  std::size_t going_on = 0;  // lines of a text of several
  std::size_t quoted = 0;    // "a" = "b", which is nothing else
  bool tree = false;         // keys above others, the first line one of them
  bool goes_on = false;
  std::string_view closing;  // what ends the text or the remark that is open
  const std::string text = with_ascii_only(bytes);
  for_each_line(text, [&](std::string_view line) {
    const std::string_view shown = text::trimmed(line);
    if (!closing.empty()) {
      if (shown.find(closing) != shown.npos) closing = {};
      return;
    }
    if (shown.starts_with("/*") && shown.find("*/") == shown.npos) closing = "*/";
    if (shown.empty() || is_remark(shown)) return;
    const auto found = keyed_line(shown);
    const bool inside = indent_of(line) > 0;
    if (found && lines == 0) tree = found->mark == ':' && found->value.empty();
    ++lines;
    const bool is_value_quoted = found && !found->value.empty() && is_quote(found->value.front());
    const bool is_keyed =
        found && (found->mark != ':' ? !found->quoted || is_value_quoted
                                     : found->value.empty() || is_value_quoted || (tree && inside));
    if (is_keyed) {
      ++keyed;
      texts += found->value.empty() ? 0U : 1U;
      quoted += found->quoted && found->mark == '=' ? 1U : 0U;
      goes_on = true;
      if (is_value_quoted) closing = open_quotes(found->value);
    } else if (goes_on && inside) {
      ++going_on;
    } else {
      goes_on = false;
    }
  });
  if (lines > 0 && quoted == lines) return true;
  return texts >= kFewest && 10 * (keyed + std::min(going_on, keyed)) >= 9 * lines;
}

std::vector<KeyedText> read_keyed_lines(std::string_view text) {
  LinesReader reader;
  for_each_line(text, [&](std::string_view line) { reader.take(line); });
  return reader.finish();
}

}  // namespace duizhao::formats
