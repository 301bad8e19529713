#include "duizhao/text/tokens.h"

#include <array>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

enum class Kind : std::uint8_t { kSpace, kLetter, kDigit, kHan, kMark, kExtend };

constexpr std::array<Kind, 128> kAscii = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool letter = is_ascii_letter(c);
    const bool digit = is_ascii_digit(c);
    const bool space = c == ' ' || (c >= 0x09 && c <= 0x0D);
    kinds[i] = letter ? Kind::kLetter : digit ? Kind::kDigit : space ? Kind::kSpace : Kind::kMark;
  }
  return kinds;
}();

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// Characters outside ASCII. The blocks of Unicode 15 decide, with the exceptions that matter in
/// Chinese and English text: exact properties would need a table of 700 ranges, and the letters of
/// a third language are words here either way.
Kind kind_beyond_ascii(char32_t c) {
  if (between(c, 0x4E00, 0x9FFF)) return Kind::kHan;
  if (is_space(c)) return Kind::kSpace;
  if (c < 0x2000) {
    if (c == 0xAD || between(c, 0x300, 0x36F)) return Kind::kExtend;
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return Kind::kLetter;
    if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0x37E || c == 0x387) return Kind::kMark;
    return Kind::kLetter;
  }
  if (c < 0x3000) {
    if (between(c, 0x200C, 0x200F) || c == 0x2060 || between(c, 0x20D0, 0x20FF)) {
      return Kind::kExtend;
    }
    const bool roman_numeral = between(c, 0x2160, 0x2188);
    const bool letter = roman_numeral || between(c, 0x2C00, 0x2DFF) || c == 0x212A || c == 0x212B;
    return letter ? Kind::kLetter : Kind::kMark;
  }
  if (is_han(c)) return Kind::kHan;
  if (between(c, 0x3040, 0x312F)) return c == 0x30A0 || c == 0x30FB ? Kind::kMark : Kind::kLetter;
  if (between(c, 0x3130, 0x318F) || between(c, 0x31A0, 0x31BF)) return Kind::kLetter;
  if (c < 0xA000) return Kind::kMark;
  if (c < 0xE000) return Kind::kLetter;
  if (between(c, 0xFE00, 0xFE0F) || between(c, 0xFE20, 0xFE2F)) return Kind::kExtend;
  if (between(c, 0xFF10, 0xFF19)) return Kind::kDigit;
  if (between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A)) return Kind::kLetter;
  if (between(c, 0xFF66, 0xFFDC) || between(c, 0xFB00, 0xFDFF) || between(c, 0xFE70, 0xFEFC)) {
    return Kind::kLetter;
  }
  if (between(c, 0x10000, 0x1CFFF) || between(c, 0x1D400, 0x1D7FF)) return Kind::kLetter;
  if (between(c, 0xE0100, 0xE01EF)) return Kind::kExtend;
  return Kind::kMark;
}

Kind kind_of(char32_t c) { return c < 128 ? kAscii[c] : kind_beyond_ascii(c); }

/// Marks that are drawn longer by writing them several times.
bool may_repeat(char32_t c) {
  return c == '.' || c == '-' || c == '=' || c == '_' || c == '*' || c == '~' ||
         between(c, 0x2010, 0x2015) || c == 0x2026 || c == 0x22EF || c == 0x2500 || c == 0xFF0E ||
         c == 0xFF5E;
}

/// One pass over a text; `position_` is always a code-point boundary.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t offset, std::vector<Token>& tokens)
      : text_(text), offset_(offset), tokens_(tokens) {}

  void run() {
    while (position_ < text_.size()) {
      const std::size_t begin = position_;
      const char32_t c = next_code_point(text_, position_);
      switch (kind_of(c)) {
        case Kind::kSpace:
          break;
        case Kind::kLetter:
          word();
          add(begin, TokenKind::kWord);
          break;
        case Kind::kDigit:
          add(begin, number());
          break;
        case Kind::kHan:
          while (accept(Kind::kHan) || accept(Kind::kExtend)) {
          }
          add(begin, TokenKind::kHan);
          break;
        case Kind::kMark:
        case Kind::kExtend:
          if (may_repeat(c)) {
            while (accept_character(c)) {
            }
          }
          while (accept(Kind::kExtend)) {
          }
          add(begin, TokenKind::kPunctuation);
          break;
      }
    }
  }

 private:
  void add(std::size_t begin, TokenKind kind) {
    tokens_.push_back({Span{begin, position_}.shifted(offset_), kind});
  }

  bool accept(Kind kind) {
    if (position_ == text_.size()) return false;
    std::size_t next = position_;
    if (kind_of(next_code_point(text_, next)) != kind) return false;
    position_ = next;
    return true;
  }

  bool accept_character(char32_t wanted) {
    if (position_ == text_.size()) return false;
    std::size_t next = position_;
    if (next_code_point(text_, next) != wanted) return false;
    position_ = next;
    return true;
  }

  /// The rest of a word after its first letter.
  void word() {
    for (;;) {
      while (accept(Kind::kLetter) || accept(Kind::kDigit) || accept(Kind::kExtend)) {
      }
      const std::size_t before = position_;
      if (!accept_character('\'') && !accept_character(0x2019)) return;
      if (!accept(Kind::kLetter)) {
        position_ = before;
        return;
      }
    }
  }

  /// The rest of a number after its first digit, or of a word that starts with digits.
  TokenKind number() {
    digits();
    if (accept(Kind::kLetter)) {
      word();
      return TokenKind::kWord;
    }
    while (decimals() || thousands()) {
    }
    return TokenKind::kNumber;
  }

  std::size_t digits() {
    std::size_t count = 0;
    while (accept(Kind::kDigit)) ++count;
    return count;
  }

  bool decimals() {
    const std::size_t before = position_;
    if ((accept_character('.') || accept_character(0xFF0E)) && digits() > 0) return true;
    position_ = before;
    return false;
  }

  bool thousands() {
    const std::size_t before = position_;
    if ((accept_character(',') || accept_character(0xFF0C)) && digits() == 3) return true;
    position_ = before;
    return false;
  }

  std::string_view text_;
  std::size_t offset_;
  std::vector<Token>& tokens_;
  std::size_t position_ = 0;
};

}  // namespace

void tokenize(std::string_view text, std::size_t offset, std::vector<Token>& tokens) {
  tokens.clear();
  Scanner(text, offset, tokens).run();
}

std::vector<Token> tokenize(std::string_view text, std::size_t offset) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5);
  Scanner(text, offset, tokens).run();
  return tokens;
}

}  // namespace duizhao::text
