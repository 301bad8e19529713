#include "duizhao/terms/folded_text.h"

#include "duizhao/terms/letter_folding.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/half_width.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

/// The gap that a character makes, kNoGap for one that counts. Apostrophes and points are decided
/// by what surrounds them.
Gap gap_of(char32_t c) {
  if (text::is_interpunct(c)) return kInterpunctGap;
  switch (c) {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return kHyphenGap;
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x3008:
    case 0x3009:
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return kQuoteGap;
    default:
      return text::is_space(c) ? kSpaceGap : kNoGap;
  }
}

class Folder {
 public:
  Folder(std::string_view text, std::size_t offset, FoldedText& folded)
      : text_(text), offset_(offset), folded_(folded) {}

  void run() {
    folded_.bytes.clear();
    folded_.characters.clear();
    folded_.bytes.reserve(text_.size());
    folded_.characters.reserve(text::count_code_points(text_));
    while (position_ < text_.size()) {
      begin_ = position_;
      one_character(text::half_width(text::next_code_point(text_, position_)));
    }
    folded_.gap_at_end = gap_;
  }

 private:
  void one_character(char32_t c) {
    // What most texts consist of.
    if (c < 0x80 && text::is_ascii_letter_or_digit(static_cast<char>(c))) {
      const char written = static_cast<char>(c);
      keep(static_cast<unsigned char>(text::ascii_lower(written)),
           {.upper = text::is_ascii_upper(written),
            .alphanumeric = true,
            .digit = text::is_ascii_digit(written)});
    } else if (c == ' ') {
      gap_ |= kSpaceGap;
    } else if (text::is_han(c)) {
      keep(text::folded_han(c), {.han = true});
    } else if (is_apostrophe(c)) {
      // Between letters it belongs to the word; elsewhere it is a quotation mark or the
      // possessive of a plural, and says nothing about the term.
      if (after_letter() && letter_follows()) {
        keep('\'', {.alphanumeric = true});
      } else {
        gap_ |= kQuoteGap;
      }
    } else if (c == '.' && after_letter()) {
      gap_ |= kDotGap;
    } else if (const Gap gap = gap_of(c); gap != kNoGap) {
      gap_ |= gap;
    } else if (c < kLetterTableSize) {
      const FoldedLetter& letter = folded_letter(c);
      if (letter.folded == 0) {
        if (!folded_.characters.empty() && gap_ == kNoGap) {
          folded_.characters.back().span.end = position_ + offset_;
        }
        return;
      }
      keep(letter.folded,
           {.upper = letter.upper, .alphanumeric = letter.letter, .digit = letter.digit});
    } else if (c != 0x200D && c != 0xFE0F) {  // joiners and variation selectors
      keep(c, {});
    }
  }

  struct Traits {
    bool upper = false;
    bool han = false;
    bool alphanumeric = false;
    bool digit = false;
  };

  void keep(char32_t c, Traits traits) {
    folded_.characters.push_back({.span = Span{begin_, position_}.shifted(offset_),
                                  .folded_begin = static_cast<std::uint32_t>(folded_.bytes.size()),
                                  .gap_before = gap_,
                                  .upper = traits.upper,
                                  .han = traits.han,
                                  .alphanumeric = traits.alphanumeric,
                                  .digit = traits.digit});
    text::append_code_point(folded_.bytes, c);
    gap_ = kNoGap;
  }

  [[nodiscard]] bool after_letter() const {
    return gap_ == kNoGap && !folded_.characters.empty() && folded_.characters.back().alphanumeric;
  }

  [[nodiscard]] bool letter_follows() const {
    if (position_ == text_.size()) return false;
    std::size_t next = position_;
    const char32_t c = text::half_width(text::next_code_point(text_, next));
    return c < kLetterTableSize && folded_letter(c).letter;
  }

  std::string_view text_;
  std::size_t offset_;
  FoldedText& folded_;
  std::size_t position_ = 0;
  std::size_t begin_ = 0;
  std::uint8_t gap_ = kNoGap;
};

}  // namespace

void fold(std::string_view text, std::size_t offset, FoldedText& folded) {
  Folder(text, offset, folded).run();
}

FoldedText fold(std::string_view text) {
  FoldedText folded;
  fold(text, 0, folded);
  return folded;
}

bool compatible_gaps(std::uint8_t in_term, std::uint8_t in_text, const FoldedCharacter& before,
                     const FoldedCharacter& after) {
  // Quotation marks around a part of a term come and go.
  const unsigned term_gap = in_term & ~static_cast<unsigned>(kQuoteGap);
  const unsigned text_gap = in_text & ~static_cast<unsigned>(kQuoteGap);
  if (term_gap == text_gap) return true;
  const unsigned both = term_gap | text_gap;
  if (!before.alphanumeric || !after.alphanumeric) return (both & kDotGap) == 0;
  if (before.digit && after.digit) return false;
  if (term_gap == kInterpunctGap || text_gap == kInterpunctGap) {
    return (both & ~(kInterpunctGap | kSpaceGap | kHyphenGap)) == 0;
  }
  const bool closed = term_gap == kNoGap || text_gap == kNoGap;
  if (both == kHyphenGap || both == kDotGap) return closed;  // start-up, U.S.
  if (both == (kDotGap | kSpaceGap)) return !closed;         // Co. Ltd
  return both == (kHyphenGap | kSpaceGap) && (term_gap == kHyphenGap || text_gap == kHyphenGap) &&
         !closed;
}

}  // namespace duizhao::terms
