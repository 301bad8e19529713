#include "duizhao/formats/print_columns.h"

#include <algorithm>
#include <vector>

#include "duizhao/text/ascii.h"
#include "duizhao/text/language.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

constexpr std::size_t kWindow = 6;  ///< lines that are judged together

/// A line with text in two columns.
struct Halves {
  std::string_view left;
  std::string_view right;
  std::size_t right_at = 0;  ///< in print: Han characters take two places
};

std::size_t print_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += text::next_code_point(text, at) < 0x2E80 ? 1 : 2;
  return width;
}

/// The halves of a line with one gap; none of a line with no gap or several.
std::optional<Halves> halves_of(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  std::optional<Halves> halves;
  for (std::size_t at = line.find("   ", begin); at != line.npos; at = line.find("   ", at)) {
    const std::size_t end = line.find_first_not_of(' ', at);
    if (end == line.npos) break;
    if (halves) return std::nullopt;
    halves =
        Halves{line.substr(begin, at - begin), line.substr(end), print_width(line.substr(0, end))};
    at = end;
  }
  return halves;
}

double words_in(std::string_view text) {
  const text::WritingTally tally = text::tally_writing(text);
  return double(tally.han) / 1.5 + double(tally.latin_words);
}

/// Whether a half goes on in the next line: it ends with no mark, or with one within sentences.
bool goes_on(std::string_view half) {
  while (!half.empty() && (half.back() == ' ' || half.back() == '\r')) half.remove_suffix(1);
  if (half.empty()) return false;
  for (const std::string_view end : {".", "!", "?", ":", "。", "！", "？", "：", "；"}) {
    if (half.ends_with(end)) return false;
  }
  return true;
}

bool is_prose(const std::vector<Halves>& lines) {
  constexpr std::size_t kLeastLines = 4;
  constexpr double kLeastWords = 3.5;  // a line of a narrow column has more, a cell fewer
  if (lines.size() < kLeastLines) return false;
  double left = 0;
  double right = 0;
  std::size_t unfinished = 0;
  for (const Halves& line : lines) {
    left += words_in(line.left);
    right += words_in(line.right);
    unfinished += (goes_on(line.left) ? 1U : 0U) + (goes_on(line.right) ? 1U : 0U);
  }
  const auto count = static_cast<double>(lines.size());
  return left >= kLeastWords * count && right >= kLeastWords * count &&
         unfinished * 10 >= lines.size() * 2 * 6;
}

}  // namespace

std::optional<std::size_t> columns_side_by_side(std::string_view text) {
  std::vector<Halves> run;  // lines one behind the other whose right halves begin alike
  std::size_t first = 0;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \r") == line.npos) continue;
    const auto halves = halves_of(line);
    const bool goes_on = halves && !run.empty() && halves->right_at + 1 >= run.back().right_at &&
                         halves->right_at <= run.back().right_at + 1;
    if (!goes_on) {
      run.clear();
      first = number;
    }
    if (!halves) continue;
    run.push_back(*halves);
    if (run.size() > kWindow) run.erase(run.begin());
    if (is_prose(run)) return first;
  }
  return std::nullopt;
}

std::optional<std::size_t> words_out_of_their_lines(std::string_view text) {
  constexpr std::size_t kSeveral = 2;
  std::size_t holes = 0;
  std::size_t first = 0;
  std::size_t number = 0;
  bool opened = false;      // at the end of the line before
  std::size_t braces = 0;   // that are open
  std::size_t closing = 0;  // braces at the ends of lines that close none
  std::size_t first_closing = 0;
  bool opens_at_end = false;  // the last one that was opened
  std::size_t unopened = 0;   // the first line with a brace that closes none
  std::size_t alone = 0;      // braces that a line of nothing else left open
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text::trimmed(text, {begin, end}).in(text);
    begin = end + 1;
    ++number;
    if (opened && (line.starts_with(')') || line.starts_with("）"))) {
      if (holes++ == 0) first = number - 1;
    }
    opened = line.ends_with(" (") || line.ends_with("（");
    const std::size_t before = braces;
    for (const char c : line) {
      if (c == '}' && braces == 0 && unopened == 0) unopened = number;
      if (c == '{') {
        ++braces;
        opens_at_end = line.ends_with('{');
      } else if (c == '}' && braces > 0) {
        --braces;
      } else if (c == '}' && line.ends_with('}') && closing++ == 0) {
        first_closing = number;
      }
    }
    if (!line.empty() && line.find_first_not_of('{') == line.npos) alone = line.size();
    if (braces < before) alone = std::min(alone, braces);
  }
  if (holes >= kSeveral) return first;
  if (unopened > 0 && alone > 0) return unopened;
  // Nobody closes braces first, and opens at the end what nothing closes.
  if (closing >= kSeveral && braces >= kSeveral && opens_at_end) return first_closing;
  return std::nullopt;
}

}  // namespace duizhao::formats
