#include "duizhao/formats/both_languages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/breaks.h"
#include "duizhao/text/language.h"

namespace duizhao::formats {
namespace {

constexpr double kHanToAWord = 1.5;

double words_of(const text::WritingTally& tally) {
  return double(tally.han) / kHanToAWord + double(tally.latin_words);
}

/// The share of a text's words that are of the language that has fewer.
double lesser_share(const text::WritingTally& tally) {
  const double all = words_of(tally);
  if (all == 0) return 0;
  return std::min(double(tally.han) / kHanToAWord, double(tally.latin_words)) / all;
}

/// Parts of a text and whose they are.
class Parts {
 public:
  explicit Parts(std::string_view text)
      : text_(text),
        chinese_(std::string(text.size(), ' ')),
        english_(std::string(text.size(), ' ')) {
    // Lines stay lines on both sides.
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n' || text[i] == '\r') chinese_[i] = english_[i] = text[i];
    }
  }

  void give(Span part, Language language) {
    if (language != Language::kEnglish) copy(part, chinese_);
    if (language != Language::kChinese) copy(part, english_);
    if (first_ == Language::kUnknown) first_ = language;
    const text::WritingTally tally = text::tally_writing(part.in(text_));
    if (language == Language::kChinese) han_ += double(tally.han) / kHanToAWord;
    if (language == Language::kEnglish) words_ += double(tally.latin_words);
  }

  /// A line end on both sides, where something else stands in the text.
  void separate(std::size_t at) { chinese_[at] = english_[at] = '\n'; }

  /// How much there is of the lesser version for each word of the other one.
  [[nodiscard]] double balance() const {
    const double most = std::max(han_, words_);
    return most == 0 ? 0 : std::min(han_, words_) / most;
  }

  [[nodiscard]] BothLanguages take() { return {std::move(chinese_), std::move(english_), first_}; }

 private:
  void copy(Span part, std::string& side) const {
    std::copy(text_.begin() + static_cast<std::ptrdiff_t>(part.begin),
              text_.begin() + static_cast<std::ptrdiff_t>(part.end),
              side.begin() + static_cast<std::ptrdiff_t>(part.begin));
  }

  std::string_view text_;
  std::string chinese_;
  std::string english_;
  Language first_ = Language::kUnknown;
  double han_ = 0;
  double words_ = 0;
};

/// The separator of columns that stands at a place of a line; 0 bytes where none does.
std::size_t separator_at(std::string_view line, std::size_t at) {
  if (line[at] == '\t' || line[at] == '|') return 1;
  if (line.substr(at).starts_with("\u3000")) return 3;
  if (line.substr(at).starts_with(" / ")) return 3;
  const std::size_t end = std::min(line.find_first_not_of(' ', at), line.size());
  return end - at >= 2 && at > 0 && end < line.size() ? end - at : 0;
}

/// The parts of a line between separators of columns, as spans of the text.
std::vector<Span> columns_of(std::string_view text, Span line) {
  std::vector<Span> columns;
  const std::string_view shown = line.in(text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < shown.size();) {
    const std::size_t length = separator_at(shown, i);
    if (length == 0) {
      ++i;
      continue;
    }
    if (i > begin) columns.push_back({line.begin + begin, line.begin + i});
    begin = i += length;
  }
  if (begin < shown.size()) columns.push_back({line.begin + begin, line.end});
  return columns;
}

/// Gives parts of a line each to its language, if both are among them.
bool give_parts(std::string_view text, const std::vector<Span>& spans, Parts& parts) {
  const auto has = [&](Language language) {
    return std::ranges::any_of(
        spans, [&](Span span) { return text::language_of(span.in(text)) == language; });
  };
  if (!has(Language::kChinese) || !has(Language::kEnglish)) return false;
  for (const Span span : spans) parts.give(span, text::language_of(span.in(text)));
  return true;
}

/// Gives a line to its language and returns that; kUnknown where both have parts of it.
Language give_line(std::string_view text, Span line, Parts& parts) {
  if (line.empty()) return Language::kUnknown;
  if (give_parts(text, columns_of(text, line), parts)) return Language::kUnknown;
  // From this share on, a few names of the other language don't explain it.
  constexpr double kMixed = 0.25;
  if (lesser_share(text::tally_writing(line.in(text))) >= kMixed) {
    std::vector<Span> sentences;
    text::append_sentences(text, line, sentences);
    if (give_parts(text, sentences, parts)) return Language::kUnknown;
  }
  const Language language = text::language_of(line.in(text));
  parts.give(line, language);
  return language;
}

/// "|---|---|", which makes a table of Markdown of the lines around it.
bool is_rule_of_table(std::string_view line) {
  return line.find('|') != line.npos && line.find("--") != line.npos &&
         line.find_first_not_of("|-: \t\r") == line.npos;
}

void give_lines(std::string_view text, Span part, Parts& parts) {
  Language before = Language::kUnknown;
  for (std::size_t begin = part.begin; begin < part.end;) {
    const Span line{begin, std::min(text.find('\n', begin), part.end)};
    begin = line.end + 1;
    // Where the columns above are a language each, neither version has a table.
    if (is_rule_of_table(line.in(text))) {
      if (before != Language::kUnknown) parts.give(line, before);
    } else {
      before = give_line(text, line, parts);
    }
  }
}

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";

/// What stands in the comments of a text.
std::vector<Span> comments_of(std::string_view text) {
  std::vector<Span> comments;
  for (std::size_t at = text.find(kOpen); at != text.npos; at = text.find(kOpen, at)) {
    const std::size_t begin = at + kOpen.size();
    const std::size_t end = text.find(kClose, begin);
    if (end == text.npos) break;
    comments.push_back({begin, end});
    at = end + kClose.size();
  }
  return comments;
}

/// Gives the fields of front matter that are text, without their names, and no others.
void give_front_matter(std::string_view text, Span comment, Language language, Parts& parts) {
  for (std::size_t begin = comment.begin; begin < comment.end;) {
    const std::size_t end = std::min(text.find('\n', begin), comment.end);
    const std::string_view line = Span{begin, end}.in(text);
    for (const std::string_view field : {"title:", "description:", "linkTitle:"}) {
      if (!line.starts_with(field)) continue;
      parts.give({begin + field.size(), end}, language);
      parts.separate(begin + field.size() - 1);  // behind blanks it would be code
    }
    begin = end + 1;
  }
}

/// Whether a comment is what its author would have put between the lines `---`.
bool is_front_matter(std::string_view text, Span comment) {
  const std::size_t first = text.find_first_not_of("\r\n", comment.begin);
  const std::string_view line = text.substr(first, text.find('\n', first) - first);
  const std::size_t colon = line.find(": ");
  return first < comment.end && colon != line.npos && colon > 0 &&
         std::ranges::all_of(line.substr(0, colon), [](char c) {
           return text::is_ascii_letter_or_digit(c) || c == '_' || c == '-';
         });
}

}  // namespace

std::optional<BothLanguages> take_comments_out(std::string_view text) {
  const std::vector<Span> comments = comments_of(text);
  text::WritingTally inside;
  for (const Span comment : comments) inside += text::tally_writing(comment.in(text));
  const Language original = text::language_of(inside);
  if (original == Language::kUnknown) return std::nullopt;
  const Language translation = other_language(original);
  Parts parts(text);
  std::size_t done = 0;
  for (const Span& comment : comments) {
    parts.give({done, comment.begin - kOpen.size()}, translation);
    if (&comment == &comments.front() && is_front_matter(text, comment)) {
      give_front_matter(text, comment, original, parts);
    } else {
      parts.give(comment, original);
    }
    // Blanks would make code of what follows, and a line with text after it one with that.
    for (std::size_t i = 1; i <= kOpen.size(); ++i) parts.separate(comment.begin - i);
    for (std::size_t i = 0; i < kClose.size(); ++i) parts.separate(comment.end + i);
    done = comment.end + kClose.size();
  }
  parts.give({done, text.size()}, translation);
  constexpr double kLeast = 0.4;
  if (parts.balance() < kLeast) return std::nullopt;
  BothLanguages both = parts.take();
  both.first = original;
  return both;
}

Result<BothLanguages> take_apart(std::string_view text, const std::string& file) {
  Parts parts(text);
  give_lines(text, {0, text.size()}, parts);
  // A translation that half of it is missing from is one still; an abstract is none.
  constexpr double kLeast = 0.3;
  if (parts.balance() < kLeast) {
    const Language language = text::language_of(text);
    return failure(ErrorCode::kMalformed,
                   fmt::format("this text is {}: give its translation as a second file, or a file "
                               "that holds both versions",
                               language == Language::kChinese   ? "Chinese throughout"
                               : language == Language::kEnglish ? "English throughout"
                                                                : "neither Chinese nor English"),
                   {file});
  }
  return parts.take();
}

}  // namespace duizhao::formats
