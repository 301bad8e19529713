#include "roff.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace duizhao::cli {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// "tag   what belongs to it"
struct Item {
  std::string_view tag;
  std::string_view text;
};

std::optional<Item> item_in(std::string_view line) {
  const std::size_t gap = line.find("  ");
  if (gap == std::string_view::npos || gap == 0) return std::nullopt;
  const std::size_t begin = line.find_first_not_of(' ', gap);
  if (begin == std::string_view::npos) return std::nullopt;
  return Item{line.substr(0, gap), line.substr(begin)};
}

/// Puts a line behind another: with a space, but between Chinese characters.
void join(std::string& text, std::string_view line) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!text.empty() && (is_ascii(text.back()) || is_ascii(line.front()))) text += ' ';
  text += line;
}

std::string in_capitals(std::string_view heading) {
  std::string capitals(heading);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

/// Lays out the lines of a text, one after the other.
class Layout {
 public:
  Layout(std::string& out, std::string_view heading_macro)
      : out_(out), heading_macro_(heading_macro) {}

  void take(const Lines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = lines[i];
      if (line.empty()) {
        finish();
        continue;
      }
      const std::size_t indent = indent_of(line);
      const bool next_is_indented = i + 1 < lines.size() && lines[i + 1].starts_with("  ");
      if (indent == 0 && next_is_indented && !item_in(line)) {
        heading(line);
        if (i + 1 < lines.size() && is_typed(lines, i + 1)) i = typed(lines, i + 1);
        continue;
      }
      if (indent == 0) {
        if (const std::size_t colon = heading_end(line); colon > 0) {
          heading(line.substr(0, colon));
          paragraph_ = line.substr(line.find_first_not_of(' ', colon + colon_size(line, colon)));
          continue;
        }
      }
      const auto item = indent <= 2 ? item_in(line.substr(indent)) : std::nullopt;
      if (item) {
        finish();
        out_.append(".TP\n.B ").append(roff_escaped(item->tag)).append("\n");
        paragraph_ = item->text;
        in_item_ = true;
      } else {
        join(paragraph_, line.substr(indent));
      }
    }
    finish();
  }

 private:
  void heading(std::string_view words) {
    finish();
    out_.append(heading_macro_).append(" \"").append(roff_escaped(in_capitals(words)));
    out_ += "\"\n";
    after_heading_ = true;
  }

  /// Whether the indented lines from here are commands to type.
  static bool is_typed(const Lines& lines, std::size_t from) {
    for (std::size_t i = from; i < lines.size() && lines[i].starts_with("  "); ++i) {
      if (lines[i].starts_with("  duizhao ")) return true;
    }
    return false;
  }

  /// The number of the last line that was taken.
  std::size_t typed(const Lines& lines, std::size_t from) {
    out_ += ".EX\n";
    std::size_t i = from;
    for (; i < lines.size() && lines[i].starts_with("  "); ++i) {
      out_.append(roff_escaped(lines[i].substr(2))).append("\n");
    }
    out_ += ".EE\n";
    after_heading_ = false;
    return i - 1;
  }

  /// "exit status: 0 done" begins a section of its own.
  static std::size_t heading_end(std::string_view line) {
    for (const std::string_view words : {"exit status: ", "退出状态："}) {
      if (line.starts_with(words)) return words.find_first_of(":\xEF");
    }
    return 0;
  }
  static std::size_t colon_size(std::string_view line, std::size_t colon) {
    return line[colon] == ':' ? 1 : std::string_view("：").size();
  }

  void finish() {
    if (!paragraph_.empty()) {
      if (!in_item_ && !after_heading_) out_ += ".PP\n";
      out_.append(roff_prose(paragraph_)).append("\n");
      after_heading_ = false;
    }
    paragraph_.clear();
    in_item_ = false;
  }

  std::string& out_;
  std::string_view heading_macro_;
  std::string paragraph_;
  bool in_item_ = false;
  bool after_heading_ = true;
};

}  // namespace

std::string roff_escaped(std::string_view text) {
  std::string escaped;
  if (text.starts_with('.')) escaped += "\\&";
  for (const char c : text) {
    switch (c) {
      case '\\':
        escaped += "\\e";
        break;
      case '-':
        escaped += "\\-";
        break;
      case '\'':
        escaped += "\\(aq";
        break;
      case '"':
        escaped += "\\(dq";
        break;
      case '`':
        escaped += "\\(ga";
        break;
      case '^':
        escaped += "\\(ha";
        break;
      case '~':
        escaped += "\\(ti";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string roff_prose(std::string_view text) {
  constexpr std::string_view kMark = "、";
  std::string prose = roff_escaped(text);
  for (std::size_t at = 0; (at = prose.find(kMark, at)) != std::string::npos;) {
    at += kMark.size();
    prose.insert(at, "\\:");
  }
  return prose;
}

void append_roff(std::string& out, std::string_view text, std::string_view heading_macro) {
  Layout(out, heading_macro).take(lines_of(text));
}

}  // namespace duizhao::cli
