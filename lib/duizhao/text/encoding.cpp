#include "duizhao/text/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "duizhao/text/charset.h"
#include "duizhao/text/common_han.h"
#include "duizhao/text/place.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

/// Byte-order marks. UTF-32LE starts as UTF-16LE does, so it comes first.
constexpr std::array kByteOrderMarks = std::to_array<Signature>({
    {"\xEF\xBB\xBF", "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
    {"\x84\x31\x95\x33", "GB18030"},
});

/// A file that people give by mistake where plain text is read, and what to do instead.
struct ForeignFormat {
  std::string_view bytes;
  std::string_view name;
  std::string_view cure;
};

constexpr std::array kForeignFormats = std::to_array<ForeignFormat>({
    {"%PDF-", "a PDF file", "save its text"},
    {"PK\x03\x04", "a ZIP archive, such as an Office document", "save the document as text"},
    {"PK\x05\x06", "an empty ZIP archive", "pack it anew, or give the document itself"},
    {"\xD0\xCF\x11\xE0", "an old Office document", "save it as .docx, .xlsx or .pptx"},
    {"{\\rtf", "an RTF file", "save it as .docx or as text"},
    {"\x1F\x8B", "a gzip file", "unpack it"},
    {std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     "an xz file", "unpack it"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it"},
    {"Rar!\x1A", "a RAR archive", "unpack it"},
    {"\x89PNG", "a picture (PNG)", "text in pictures is not read: put it through OCR"},
    {"\xFF\xD8\xFF", "a picture (JPEG)", "text in pictures is not read: put it through OCR"},
    {"AT&TFORM", "a DjVu file", "put it through OCR, or export its text"},
    {"ITSF", "a help file (CHM)", "unpack it, and give its pages"},
    {"%!PS", "a PostScript file", "convert it to PDF"},
    {std::string_view("\xDE\x12\x04\x95"), "a compiled catalogue (.mo)",
     "make PO of it with msgunfmt"},
    {std::string_view("\x95\x04\x12\xDE"), "a compiled catalogue (.mo)",
     "make PO of it with msgunfmt"},
    {"\x3C\xB8\x64\x18", "a compiled translation of Qt's (.qm)", "make TS of it with lconvert"},
    {"SQLite format 3", "a database, such as a memory of Trados or memoQ", "export it as TMX"},
});

/// Where a book for Kindle says what it is.
constexpr std::size_t kKindleMark = 60;
constexpr std::size_t kTarMark = 257;

/// What is packed within an old Office document where that is a new one with a password, in UTF-16.
constexpr std::string_view kEncrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0", 26);

/// How much text is decoded to judge an encoding by.
constexpr std::size_t kSample = std::size_t{1} << 18;

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_nul(std::string_view bytes) { return bytes.find('\0') != bytes.npos; }

/// The lines of a file that have bytes beyond ASCII, up to a sample's size. Multibyte sets other
/// than UTF-16 start anew after a line end.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  for (std::size_t begin = 0; begin < bytes.size() && sample.size() < kSample;) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(begin, std::min(end - begin, kSample));
    if (!is_ascii(line)) sample += line;
    begin = end;
  }
  return sample;
}

bool is_common_mark(char32_t c) {
  return (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF5E) || c == U'“' || c == U'”' ||
         c == U'‘' || c == U'’' || c == U'…' || c == U'—' || c == U'–' || c == U'·' || c == U'　';
}

/// Letters and marks that turn up in English text, singly among ASCII.
bool is_western(char32_t c) {
  return (c >= 0xA0 && c <= 0xFF) || c == U'“' || c == U'”' || c == U'‘' || c == U'’' ||
         c == U'…' || c == U'—' || c == U'–' || c == U'€' || c == U'™' || c == U'•' || c == U'Œ' ||
         c == U'œ' || c == U'Š' || c == U'š' || c == U'Ž' || c == U'ž';
}

/// How plausible a decoded sample is as Chinese or English, from far below 0 to 1: the mean over
/// the characters beyond ASCII. Real Chinese has 0.8 and more, Chinese in the wrong set about 0.
double plausibility_of_chinese(std::string_view text) {
  double sum = 0;
  double count = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    if (c < 0x80 && !control) continue;
    ++count;
    if (control || c == 0xFFFD) {
      sum -= 4;
    } else if (is_common_han(c) || is_common_mark(c)) {
      sum += 1;
    } else if (!is_han(c)) {
      sum -= 1;
    }
  }
  return count == 0 ? 0 : sum / count;
}

/// The same for windows-1252 and Mac Roman: characters beyond ASCII that stand alone between ASCII.
/// No capital stands behind a small letter: "donÕt" is "don’t" in the other of both.
double plausibility_of_western(std::string_view text) {
  double sum = 0;
  double count = 0;
  char32_t before = U' ';
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (c >= 0x80) {
      const bool is_capital = c >= U'À' && c <= U'Þ';
      const bool behind_small = before >= U'a' && before <= U'z';
      ++count;
      sum += is_western(c) && before < 0x80 && !(is_capital && behind_small) ? 1 : -1;
    }
    before = c;
  }
  // Foreign letters are rare in English: a text full of them is no English.
  const double share =
      count / static_cast<double>(std::max<std::size_t>(1, count_code_points(text)));
  return count == 0 ? 0 : sum / count - 4 * share;
}

/// Plausibility as UTF-16: as Chinese, or as ASCII.
double plausibility_of_utf16(std::string_view text) {
  std::size_t ascii = 0;
  for (const char c : text) {
    ascii += (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' ? 1 : 0;
  }
  const double ascii_share =
      static_cast<double>(ascii) / static_cast<double>(std::max<std::size_t>(1, text.size()));
  return std::max(plausibility_of_chinese(text), ascii_share > 0.9 ? ascii_share : 0);
}

/// Whether bytes that are no valid UTF-8 were still meant to be: nearly all sequences beyond ASCII
/// are well formed, or only the last one is cut off.
bool is_damaged_utf8(std::string_view bytes, std::size_t first_fault) {
  std::size_t good = 0;
  std::size_t bad = 0;
  std::string_view rest = bytes.substr(0, std::max(kSample, first_fault + 4));
  const std::size_t sampled = rest.size();
  while (!rest.empty()) {
    const std::size_t valid = first_invalid(rest).value_or(rest.size());
    for (const char c : rest.substr(0, valid)) good += static_cast<unsigned char>(c) >= 0xC0;
    rest.remove_prefix(valid);
    // A sequence that the sample or the file cuts off is no evidence against UTF-8.
    if (rest.size() < 4 && sampled > rest.size() && good > 0) break;
    if (!rest.empty()) {
      ++bad;
      rest.remove_prefix(1);
    }
  }
  return good > 8 * bad;
}

struct Candidate {
  std::string_view name;
  double plausibility = 0;
};

/// The most plausible encoding of bytes that have no byte-order mark and are not valid UTF-8;
/// nothing where none is plausible.
std::optional<std::string_view> guess(std::string_view bytes) {
  std::vector<Candidate> candidates;
  const std::string_view wide_sample = bytes.substr(0, kSample & ~std::size_t{1});
  // ASCII in UTF-16 is NUL in every other byte; a few NULs among ASCII are a binary file.
  const auto nuls = static_cast<std::size_t>(std::ranges::count(wide_sample, '\0'));
  const bool ascii_with_nuls =
      nuls > 0 && 5 * nuls < 2 * wide_sample.size() && is_ascii(wide_sample);
  for (const std::string_view name : {"UTF-16LE", "UTF-16BE"}) {
    if (ascii_with_nuls) break;
    const std::string text = convert_leniently(std::string(name), wide_sample);
    if (!has_nul(text)) candidates.push_back({name, plausibility_of_utf16(text)});
  }
  if (!has_nul(bytes)) {
    const std::string sample = telling_lines(bytes);
    for (const std::string_view name : {"GB18030", "Big5", "Big5-HKSCS"}) {
      const std::string text = convert_leniently(std::string(name), sample);
      candidates.push_back({name, plausibility_of_chinese(text)});
    }
    for (const std::string_view name : {"windows-1252", "macintosh"}) {
      const std::string text = convert_leniently(std::string(name), sample);
      candidates.push_back({name, plausibility_of_western(text)});
    }
  }
  constexpr double kPlausible = 0.25;
  const auto best = std::ranges::max_element(candidates, {}, &Candidate::plausibility);
  if (best == candidates.end() || best->plausibility < kPlausible) return std::nullopt;
  return best->name;
}

/// Whether ASCII is HZ, which writes Chinese as GB 2312 without its high bits between ~{ and ~}.
bool is_hz(std::string_view bytes) {
  if (bytes.find("~{") == bytes.npos || bytes.find("~}") == bytes.npos) return false;
  constexpr double kPlausible = 0.5;
  const std::string_view sample = bytes.substr(0, kSample);
  return is_ascii(sample) &&
         plausibility_of_chinese(convert_leniently("HZ-GB-2312", sample)) >= kPlausible;
}

/// The byte-order mark that a file begins with; null for none.
const Signature* mark_of(std::string_view bytes) {
  const auto* const mark = std::ranges::find_if(
      kByteOrderMarks, [&](const Signature& one) { return bytes.starts_with(one.bytes); });
  return mark == kByteOrderMarks.end() ? nullptr : mark;
}

Result<Decoded> checked(std::string text, std::string encoding, const std::string& file) {
  if (text.starts_with("\uFEFF")) text.erase(0, 3);
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    return failure(ErrorCode::kMalformed, "not a text file: it has a NUL character",
                   place_of(text, nul, file));
  }
  return Decoded{std::move(text), std::move(encoding)};
}

Result<Decoded> decode_utf8(std::string_view bytes, const std::string& file) {
  if (const auto fault = first_invalid(bytes)) {
    std::string text(bytes.substr(0, *fault));
    if (text.starts_with("\uFEFF")) text.erase(0, 3);
    const Where where = place_of(text, text.size(), file);
    const auto byte = static_cast<unsigned char>(bytes[*fault]);
    const bool cut_off = byte >= 0xC2 && bytes.size() - *fault < 4 &&
                         std::ranges::all_of(bytes.substr(*fault + 1), [](char c) {
                           return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
                         });
    if (cut_off) {
      return failure(ErrorCode::kMalformed,
                     "the file ends inside a UTF-8 character: it is cut off, copy it anew", where);
    }
    return failure(ErrorCode::kMalformed,
                   fmt::format("invalid UTF-8 (byte 0x{:02X}): repair it, or name the file's "
                               "encoding by --encoding",
                               byte),
                   where);
  }
  return checked(std::string(bytes), std::string(kUtf8), file);
}

Result<Decoded> decode_as(std::string_view bytes, const std::string& name,
                          const std::string& file) {
  if (name == kUtf8) return decode_utf8(bytes, file);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  const auto first_fault = CharsetDecoder(name).append(bytes, /*last=*/true, text);
  if (!first_fault) return checked(std::move(text), name, file);
  const Where where = place_of(text, text.size(), file);
  const std::size_t fault = *first_fault;
  if (bytes.size() - fault < 4 && convert_leniently(name, bytes.substr(fault)).size() <= 3) {
    return failure(
        ErrorCode::kMalformed,
        fmt::format("the file ends inside a {} character: it is cut off, copy it anew", name),
        where);
  }
  return failure(ErrorCode::kMalformed,
                 fmt::format("byte 0x{:02X} is not valid in {}: repair it, or name the file's "
                             "encoding by --encoding",
                             static_cast<unsigned char>(bytes[fault]), name),
                 where);
}

}  // namespace

Result<void> refuse_foreign(std::string_view bytes, const std::string& file) {
  const auto refused = [&](std::string_view name, std::string_view cure) {
    return failure(ErrorCode::kMalformed, fmt::format("this is {}, not plain text: {}", name, cure),
                   {file});
  };
  for (const ForeignFormat& format : kForeignFormats) {
    if (!bytes.starts_with(format.bytes)) continue;
    if (format.bytes[0] == '\xD0' && bytes.find(kEncrypted) != bytes.npos) {
      return refused("a document with a password", "save it without one");
    }
    return refused(format.name, format.cure);
  }
  if (bytes.size() > kTarMark && bytes.substr(kTarMark).starts_with("ustar")) {
    return refused("a tar archive", "unpack it");
  }
  if (bytes.size() > kKindleMark && bytes.substr(kKindleMark).starts_with("BOOKMOBI")) {
    return refused("a book for Kindle", "convert it to EPUB, as Calibre does");
  }
  return {};
}

Result<Decoded> decode(std::string_view bytes, std::string_view encoding, const std::string& file) {
  if (!encoding.empty()) {
    const std::string name = charset_name(std::string(encoding));
    if (name.empty()) {
      return failure(ErrorCode::kUsage,
                     fmt::format("unknown encoding '{}': names such as UTF-8, UTF-16, GB18030 and "
                                 "Big5 are known",
                                 encoding));
    }
    return decode_as(bytes, name, file);
  }
  if (const std::size_t length = false_mark(bytes); length > 0) {
    bytes.remove_prefix(length);
  } else if (const Signature* const mark = mark_of(bytes)) {
    return decode_as(bytes, std::string(mark->name), file);
  }
  if (auto text = refuse_foreign(bytes, file); !text) return tl::unexpected(text.error());
  const auto fault = first_invalid(bytes);
  const bool nul = has_nul(bytes);
  if (!fault && is_hz(bytes)) return decode_as(bytes, "HZ-GB-2312", file);
  if (!nul && (!fault || is_damaged_utf8(bytes, *fault))) return decode_utf8(bytes, file);
  if (const auto name = guess(bytes)) return decode_as(bytes, std::string(*name), file);
  // A NUL in valid UTF-8, or a cut-off character at the end of ASCII: let that be said.
  if (!fault || (!nul && bytes.size() - *fault < 4)) return decode_utf8(bytes, file);
  return failure(ErrorCode::kMalformed,
                 nul ? "not a text file: it has NUL characters"
                     : "not text in UTF-8, UTF-16, GB18030 or Big5: name the file's encoding by "
                       "--encoding",
                 {file});
}

bool is_encoded_twice(std::string_view utf8) {
  // What windows-1252 has in the place of control characters, 0x80 to 0x9F; 0 for none.
  constexpr std::array<char32_t, 32> kWestern = {
      U'€', 0,    U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0, U'Ž', 0,
      0,    U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0, U'ž', U'Ÿ'};
  constexpr std::size_t kFewest = 4;
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size() && bytes.size() < kSample;) {
    const char32_t c = next_code_point(utf8, i);
    const auto western = std::ranges::find(kWestern, c);
    if (c >= 0x100 && western == kWestern.end()) return false;
    bytes += static_cast<char>(c < 0x100 ? c : 0x80 + (western - kWestern.begin()));
  }
  std::size_t chinese = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t left = bytes.size() - i;
    if (const auto fault = first_invalid(std::string_view(bytes).substr(i, 4)); fault == 0U) {
      return left < 4 && chinese >= kFewest;  // the sample may end within a character
    }
    chinese += is_han(next_code_point(bytes, i)) ? 1 : 0;
  }
  return chinese >= kFewest;
}

std::size_t false_mark(std::string_view bytes) {
  constexpr double kPlausible = 0.25;
  const Signature* const mark = mark_of(bytes);
  if (mark == nullptr || bytes.size() == mark->bytes.size()) return 0;
  const std::string_view rest = bytes.substr(mark->bytes.size(), kSample);
  const auto fault = first_invalid(rest);
  const bool has_controls = std::ranges::any_of(
      rest, [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
  // The sample may end within a character.
  const bool is_utf8 = !has_controls && (!fault || rest.size() - *fault < 4);
  if (mark->name == kUtf8) {
    if (is_utf8 || (fault && is_damaged_utf8(rest, *fault))) return 0;
  } else if (mark->name.starts_with("UTF-16")) {
    const std::string text = convert_leniently(std::string(mark->name), rest);
    if (!has_nul(text) && plausibility_of_utf16(text) >= kPlausible) return 0;
  } else {
    return 0;
  }
  const auto other = guess(rest);
  return is_utf8 || (other && *other != mark->name) ? mark->bytes.size() : 0;
}

}  // namespace duizhao::text
