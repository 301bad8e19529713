#include "duizhao/formats/subtitles.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "duizhao/formats/html.h"
#include "duizhao/formats/text_pieces.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

bool is_times(std::string_view line) {
  const std::size_t arrow = line.find("-->");
  return arrow != line.npos && arrow > 4 && line.substr(0, arrow).find(':') != line.npos &&
         line.find(':', arrow) != line.npos;
}

using Cue = std::vector<Span>;  ///< pieces of the file between tags

/// Length of a break within a line, \N, \n or \h, that begins at `i`; 0 where none does.
std::size_t break_at(std::string_view text, std::size_t i) {
  const std::string_view two = text.substr(i, 2);
  return two == "\\N" || two == "\\n" || two == "\\h" ? 2 : 0;
}

/// Whether a tag of a script says that what follows is a drawing, {\p1}, or is none any more,
/// {\p0}; nothing where it says neither.
std::optional<bool> begins_drawing(std::string_view tag) {
  std::optional<bool> drawing;
  for (std::size_t at = tag.find("\\p"); at != tag.npos; at = tag.find("\\p", at + 2)) {
    if (at + 2 < tag.size() && text::is_ascii_digit(tag[at + 2])) drawing = tag[at + 2] != '0';
  }
  return drawing;
}

/// The pieces of a line that are no tag: <i>, </c.red>, {\an8}, and no break, drawing or what is
/// read above a character (<rt>). In scripts all braces are tags, and none else.
void append_pieces(std::string_view text, Span line, bool of_script, Cue& cue) {
  std::size_t begin = line.begin;
  bool left_out = false;
  const auto keep_to = [&](std::size_t end) {
    if (end > begin && !left_out) cue.push_back({begin, end});
  };
  for (std::size_t i = line.begin; i < line.end;) {
    if (const std::size_t size = break_at(text, i); size > 0 && i + size <= line.end) {
      keep_to(i);
      begin = i += size;
      continue;
    }
    const bool tag = (text[i] == '<' && !of_script) ||
                     (text[i] == '{' && (of_script || text.substr(i, 2) == "{\\"));
    const std::size_t close = tag ? text.find(text[i] == '<' ? '>' : '}', i) : text.npos;
    if (close == text.npos || close >= line.end) {
      ++i;
      continue;
    }
    keep_to(i);
    const std::string_view name = text.substr(i, close - i);
    if (of_script) left_out = begins_drawing(name).value_or(left_out);
    if (!of_script && (name == "<rt" || name == "</rt")) left_out = name == "<rt";
    begin = i = close + 1;
  }
  keep_to(line.end);
}

/// Whether the line that begins there is a number.
bool is_number(std::string_view text, std::size_t begin) {
  const Span line = text::trimmed(
      text, {std::min(begin, text.size()), std::min(text.find('\n', begin), text.size())});
  return !line.empty() && std::ranges::all_of(line.in(text), text::is_ascii_digit);
}

std::vector<Cue> cues_of(std::string_view text) {
  std::vector<Cue> cues;
  bool in_cue = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line = text::trimmed(text, {begin, end});
    if (line.empty()) {
      // Blanks stand where the other language of a cue was, unless the number of a cue follows.
      in_cue = in_cue && text[begin] == ' ' && !is_number(text, end + 1);
    } else if (is_times(line.in(text))) {
      in_cue = true;
      cues.emplace_back();
    } else if (in_cue) {
      append_pieces(text, line, /*of_script=*/false, cues.back());
    }
    begin = end + 1;
  }
  std::erase_if(cues, [](const Cue& cue) { return cue.empty(); });
  return cues;
}

/// The cues of a script; what is said is the last field of a line, whatever commas it has.
std::vector<Cue> cues_of_script(std::string_view text) {
  std::vector<Cue> cues;
  std::size_t commas = 9;  // before what is said, where no line of [Events] names the fields
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line = text::trimmed(text, {begin, end});
    const std::string_view shown = line.in(text);
    begin = end + 1;
    if (shown.starts_with("Format:") && shown.ends_with("Text")) {
      commas = static_cast<std::size_t>(std::ranges::count(shown, ','));
    }
    if (!shown.starts_with("Dialogue:")) continue;
    std::size_t said = 0;
    for (std::size_t i = 0; i < commas && said != shown.npos; ++i) {
      said = shown.find(',', said);
      if (said != shown.npos) ++said;
    }
    if (said == shown.npos) continue;
    cues.emplace_back();
    append_pieces(text, text::trimmed(text, {line.begin + said, line.end}), /*of_script=*/true,
                  cues.back());
  }
  std::erase_if(cues, [](const Cue& cue) { return cue.empty(); });
  return cues;
}

/// The begin of a cue of a script: 0:01:02.00 of "Dialogue: 0,0:01:02.00,…".
std::string script_time(std::string_view file, std::size_t at) {
  const std::size_t line = file.rfind('\n', at);
  const std::size_t comma = file.find(',', line == file.npos ? 0 : line);
  if (comma >= at) return {};
  const std::size_t end = file.find(',', comma + 1);
  return end < at ? std::string(file.substr(comma + 1, end - comma - 1)) : std::string();
}

/// Whether a line ends between two pieces.
bool is_break(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    if (between[i] == '\n' || break_at(between, i) > 0) return true;
  }
  return false;
}

/// Keeps a piece, with what its entities stand for: "R&amp;D".
void keep(std::string_view text, Span piece, TextPieces& pieces) {
  constexpr std::size_t kLongest = 10;
  std::size_t begin = piece.begin;
  for (std::size_t i = begin; i < piece.end;) {
    const std::size_t end = text[i] == '&' ? text.find(';', i) + 1 : 0;
    const bool whole = end > i && end <= piece.end && end - i <= kLongest;
    const std::string shown = whole ? text_of_entity(text.substr(i, end - i)) : std::string();
    if (!whole || shown.size() == end - i) {
      ++i;
      continue;
    }
    if (i > begin) pieces.keep({begin, i});
    pieces.add(shown);
    begin = i = end;
  }
  if (begin < piece.end) pieces.keep({begin, piece.end});
}

/// Whether a line is what another one says: "- Hello."
bool begins_turn(std::string_view line) {
  for (const std::string_view dash : {"-", "–"}) {
    if (!line.starts_with(dash)) continue;
    const std::size_t said = line.find_first_not_of(' ', dash.size());
    return said != line.npos && line[said] != '-' && !text::is_ascii_digit(line[said]);
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const char32_t c = text::previous_code_point(text, end);
    if (std::u32string_view(U"\"')]”’）」』 ♪").find(c) != std::u32string_view::npos) continue;
    return std::u32string_view(U".!?…。！？").find(c) != std::u32string_view::npos;
  }
  return false;
}

}  // namespace

bool looks_like_subtitles(std::string_view text) {
  constexpr int kFirstLines = 60;
  std::size_t begin = 0;
  for (int line = 0; line < kFirstLines && begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view shown = text.substr(begin, std::min<std::size_t>(end - begin, 100));
    if (is_times(shown) && text::is_ascii_digit(shown[0])) return true;
    begin = end + 1;
  }
  return false;
}

bool looks_like_subtitle_script(std::string_view text) {
  constexpr std::size_t kHead = std::size_t{1} << 16U;
  const std::string_view start = text.substr(0, kHead);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != start.npos && start[first] == '[' &&
         (start.substr(first).starts_with("[Script Info]") ||
          start.find("\nDialogue:") != start.npos) &&
         start.find("[Events]") != start.npos;
}

void take_subtitles(Document& document, std::string text) {
  const std::vector<Cue> cues = document.format == "ass" ? cues_of_script(text) : cues_of(text);
  const auto ended = static_cast<std::size_t>(std::ranges::count_if(
      cues, [&](const Cue& cue) { return ends_sentence(cue.back().in(text)); }));
  const bool has_stops = 5 * ended > cues.size();
  TextPieces pieces(text);
  const std::string_view file = text;
  for (std::size_t c = 0; c < cues.size(); ++c) {
    const Cue& cue = cues[c];
    for (std::size_t i = 0; i < cue.size(); ++i) {
      if (i > 0 && cue[i - 1].end + 1 <= cue[i].begin &&
          is_break(file.substr(cue[i - 1].end, cue[i].begin - cue[i - 1].end))) {
        std::size_t at = cue[i].begin;
        const bool wide = text::is_wide(text::next_code_point(text, at));
        const bool turn = begins_turn(cue[i].in(file));
        if (turn || !wide) pieces.add(turn ? "\n" : " ");
      }
      keep(text, cue[i], pieces);
    }
    const bool ends_line = !has_stops || ends_sentence(cue.back().in(file)) ||
                           (c + 1 < cues.size() && begins_turn(cues[c + 1].front().in(file)));
    std::size_t last = cue.back().end;
    const bool wide = text::is_wide(text::previous_code_point(text, last));
    pieces.add(ends_line ? "\n" : wide ? "" : " ");
  }
  pieces.finish(document, std::move(text));
}

std::string cue_time(const Document& document, Span span) {
  const std::string_view file = document.original_text();
  const std::size_t at = document.in_original(span).begin;
  if (document.format == "ass") return script_time(file, at);
  if (document.format != "srt" && document.format != "vtt") return {};
  const std::size_t arrow = file.rfind(" --> ", at);
  if (arrow == file.npos) return {};
  const std::size_t line_end = file.find_last_of("\r\n", arrow);
  const std::size_t begin = line_end == file.npos ? 0 : line_end + 1;
  return std::string(file.substr(begin, arrow - begin));
}

std::string lines_of_script(std::string_view text) {
  std::string lines;
  for (const Cue& cue : cues_of_script(text)) {
    for (std::size_t i = 0; i < cue.size(); ++i) {
      if (i > 0 && is_break(text.substr(cue[i - 1].end, cue[i].begin - cue[i - 1].end))) {
        lines += '\n';
      }
      lines += cue[i].in(text);
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace duizhao::formats
