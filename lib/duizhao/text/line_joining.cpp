#include "duizhao/text/line_joining.h"

#include <algorithm>
#include <utility>

#include "duizhao/core/span.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/broken_words.h"
#include "duizhao/text/cell_rows.h"
#include "duizhao/text/line_joints.h"
#include "duizhao/text/typed_lines.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

bool opens_quotation(char32_t c) {
  return std::u32string_view(U"“‘「『").find(c) != std::u32string_view::npos;
}

class Joining {
 public:
  Joining(std::string_view text, LineUse use) : text_(text), lines_(typed_lines(text)), use_(use) {
    for (const TypedLine& line : lines_) {
      if (is_wide(line.first) || is_wide(line.last)) ++chinese_lines_;
      if (!line.blank()) ++filled_lines_;
    }
    const std::size_t by_columns = settle(&LineLength::columns);
    const std::size_t by_characters = settle(&LineLength::characters);
    if (by_columns >= by_characters) settle(&LineLength::columns);
  }

  /// What tells for each line whether the next one goes on with it; must outlive the object.
  void set_go_on(const std::vector<bool>& go_on) { go_on_ = &go_on; }

  /// Makes rows of the cells that pdftotext writes one to a line, with blank lines between them.
  void close_rows() {
    std::vector<CellLine> cells;
    std::vector<bool> dropped(lines_.size());
    std::size_t figures = 0;
    const auto close = [&] {
      constexpr std::size_t kFew = 3;
      if (figures >= kFew && 3 * figures >= cells.size()) {
        for (const auto& row : rows_of_cells(cells)) mark_row(row, dropped);
      }
      cells.clear();
      figures = 0;
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      if (!may_be_cell(lines_[i])) {
        close();
        continue;
      }
      cells.push_back(cell_of(i));
      figures += cells.back().figures;
    }
    close();
    std::vector<TypedLine> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!dropped[i]) kept.push_back(lines_[i]);
    }
    lines_ = std::move(kept);
  }

  /// Whether most that speaks for or against it says that the lines are wrapped.
  [[nodiscard]] bool wrapped() const {
    if (use_ == LineUse::kWrapped) return true;
    std::size_t neighbours = 0;
    std::size_t quoted = 0;
    std::size_t full = 0;
    std::size_t full_in_sentence = 0;
    std::size_t continued = 0;  // in small letters, which no paragraph begins with
    std::size_t nearly_full = 0;
    std::size_t nearly_continued = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!adjacent(i)) continue;
      ++neighbours;
      quoted += lines_[i].quotes > 0 ? 1 : 0;
      const char32_t first = lines_[i + 1].first;
      const bool amount = lines_[i].last == '$' && first >= '0' && first <= '9';
      const bool small = first < 0x80 && is_ascii_lower(static_cast<char>(first));
      const bool goes_on = !lines_[i].ends_sentence && (amount || small);
      if (!is_full_by(i, 90)) continue;
      ++nearly_full;
      nearly_continued += goes_on ? 1 : 0;
      // Print sets figures narrower than Chinese characters: its lines end a little apart.
      if (!is_full(i) && !mostly_chinese()) continue;
      ++full;
      if (lines_[i].ends_sentence) continue;
      ++full_in_sentence;
      continued += goes_on ? 1 : 0;
    }
    constexpr std::size_t kWidest = 250;
    // Narrower lines are verse.
    const std::size_t narrowest = mostly_chinese() && measure_ == &LineLength::characters ? 15 : 30;
    if (width_ > kWidest || width_ < narrowest) return false;
    if (continued > 0 && full_in_sentence > 1 && 2 * full_in_sentence >= full) return true;
    // The letters of print have many widths.
    constexpr std::size_t kMany = 5;
    if (nearly_continued >= kMany && 2 * nearly_continued >= nearly_full) return true;
    // Paragraphs of Chinese end in a full stop; nothing but a wrapped text has none at the ends of
    // its longest lines.
    if (mostly_chinese() && full_in_sentence >= kMany && 10 * full_in_sentence >= 6 * full) {
      return true;
    }
    if (full_in_sentence == 1) return continued == 1 && neighbours == 1;
    // The longest line of all is always full. What is quoted has been through programs that wrap.
    const std::size_t few = quoted == neighbours ? 2 : 3;
    return full_in_sentence >= few && 2 * full_in_sentence >= full && 5 * full >= 2 * neighbours;
  }

  [[nodiscard]] std::optional<JoinedLines> join() {
    words_.emplace(text_);
    in_print_ = is_print();
    const LineJoints joints(text_, *words_, break_habits());
    JoinedLines joined;
    joined.columns = width_;
    std::size_t done = 0;
    bool any = false;
    const auto keep_to = [&](std::size_t end) {
      joined.text += text_.substr(done, end - done);
      joined.offsets.add_same(end - done);
      done = end;
    };
    const std::vector<Mend> mends = mends_within_lines();
    auto mend = mends.begin();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const TypedLine& line = lines_[i];
      if (line.quotes > 0 && !line.blank() && (i == 0 || !joins(i - 1))) {
        keep_to(line.whole.begin);
        joined.offsets.add_replaced(line.content.begin - done, 0);
        done = line.content.begin;
      }
      for (; mend != mends.end() && mend->at < line.content.end; ++mend) {
        keep_to(mend->at);
        joined.text += mend->put;
        joined.offsets.add_replaced(mend->cut, mend->put.size());
        done += mend->cut;
      }
      if (!joins(i)) continue;
      const TypedLine& next = lines_[i + 1];
      any = true;
      const Joint joint = joints.between(line, next, line.raw.*measure_ == width_at(line));
      keep_to(line.content.end - joint.cut);
      joined.text += joint.between;
      joined.offsets.add_replaced(next.content.begin - done, joint.between.size());
      done = next.content.begin;
    }
    if (!any) return std::nullopt;
    keep_to(text_.size());
    return joined;
  }

 private:
  /// What is put in the place of some bytes within a line.
  struct Mend {
    std::size_t at = 0;
    std::size_t cut = 0;
    std::string_view put{};
  };

  /// In the order of the text.
  [[nodiscard]] std::vector<Mend> mends_within_lines() const {
    std::vector<Mend> mends;
    for (const std::size_t at : lost_hyphens()) mends.push_back({at, 0, "-"});
    for (const TypedLine& line : lines_) {
      if (!line.code) spread_blanks(line, mends);
    }
    std::ranges::stable_sort(mends, {}, &Mend::at);
    return mends;
  }

  /// Where Chinese characters were spread over a line to its end ("下 載 套 件"), nobody typed the
  /// blanks between them; two characters or three of a heading may be set so on purpose.
  void spread_blanks(const TypedLine& line, std::vector<Mend>& mends) const {
    constexpr std::size_t kFew = 4;
    std::vector<std::size_t> blanks;
    const auto close = [&] {
      if (blanks.size() >= kFew) {
        for (const std::size_t at : blanks) mends.push_back({at, 1});
      }
      blanks.clear();
    };
    char32_t before = 0;
    for (std::size_t at = line.content.begin; at < line.content.end;) {
      const char32_t c = next_code_point(text_, at);
      if (c != ' ' && (!is_wide(c) || is_wide(before))) close();
      if (c == ' ') {
        std::size_t next = at;
        if (is_wide(before) && at < line.content.end && is_wide(next_code_point(text_, next))) {
          blanks.push_back(at - 1);
        } else {
          close();
        }
      }
      before = c;
    }
    close();
  }

  [[nodiscard]] bool may_be_cell(const TypedLine& line) const {
    return !line.alone && !line.code && !line.begins && !line.ends_sentence && line.quotes == 0 &&
           3 * (line.length.*measure_) < 2 * width_;
  }

  [[nodiscard]] CellLine cell_of(std::size_t i) const {
    CellLine cell = cell_line(lines_[i].content.in(text_), i);
    cell.goes_on = cell.figures == 0 && i > 0 && !lines_[i - 1].blank() && lines_[i].first < 0x80 &&
                   is_ascii_lower(static_cast<char>(lines_[i].first));
    return cell;
  }

  void mark_row(const std::vector<std::size_t>& row, std::vector<bool>& dropped) {
    for (const std::size_t i : row) lines_[i].of_row = true;
    for (std::size_t k = 0; k + 1 < row.size(); ++k) {
      lines_[row[k]].in_row = true;
      for (std::size_t i = row[k] + 1; i < row[k + 1]; ++i) dropped[i] = true;
    }
  }

  /// Finds the widths at which the lines are wrapped by one measure; returns how many lines are
  /// full and in a sentence.
  std::size_t settle(LineMeasure measure) {
    measure_ = measure;
    std::vector<std::size_t> all;
    std::vector<std::size_t> of_chinese;
    std::vector<std::size_t> of_others;
    for (const TypedLine& line : lines_) {
      const bool word = text_.substr(line.content.begin, line.content.size()).find(' ') ==
                            std::string_view::npos &&
                        !is_wide(line.first);
      if (line.blank() || line.alone || line.code || word) continue;
      // A mark may hang over the edge rather than begin the next line.
      const bool hangs = is_wide(line.last) && may_not_begin(line.last);
      all.push_back(line.length.*measure - (hangs ? (measure == &LineLength::columns ? 2 : 1) : 0));
      (line.is_chinese() ? of_chinese : of_others).push_back(all.back());
    }
    // In print, a line of Latin letters in a Chinese text has more of them than half a character
    // each would be.
    const bool by_chinese = mostly_chinese() && 2 * of_chinese.size() > all.size();
    width_ = widest_of(by_chinese ? of_chinese : all);
    chinese_width_ = own_width(of_chinese);
    others_width_ = own_width(of_others);
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      full += adjacent(i) && is_full(i) && !lines_[i].ends_sentence ? 1 : 0;
    }
    return full;
  }

  /// The longest of some lengths but for a few that stand out: what could not be broken, was put in
  /// by hand or, where fewer than three are as long, joined by pdftotext because of a hyphen.
  static std::size_t widest_of(std::vector<std::size_t> lengths) {
    if (lengths.empty()) return 0;
    std::ranges::sort(lengths);
    constexpr std::size_t kOutliers = 50;
    constexpr std::size_t kFew = 3;
    std::size_t outliers = lengths.size() / kOutliers;
    while (10 * (outliers + 1) <= lengths.size()) {
      const std::size_t longest = lengths[lengths.size() - 1 - outliers];
      const auto as_long = std::ranges::count_if(
          lengths, [&](std::size_t length) { return 100 * length >= 93 * longest; });
      if (static_cast<std::size_t>(as_long) - outliers >= kFew) break;
      ++outliers;
    }
    return lengths[lengths.size() - 1 - outliers];
  }

  /// The width of the Chinese lines of a text, or of the others, which print sets with more or
  /// fewer columns; that of all where they are few, or short for another reason.
  [[nodiscard]] std::size_t own_width(const std::vector<std::size_t>& lengths) const {
    constexpr std::size_t kMany = 5;
    const std::size_t own = lengths.size() < kMany ? width_ : widest_of(lengths);
    return 4 * own >= 3 * width_ && 3 * own <= 4 * width_ ? own : width_;
  }

  [[nodiscard]] std::size_t width_at(const TypedLine& line) const {
    return line.is_chinese() ? chinese_width_ : others_width_;
  }

  /// Whether line i and the next one may be of one paragraph, by all but their lengths.
  [[nodiscard]] bool adjacent(std::size_t i) const {
    const TypedLine& line = lines_[i];
    const TypedLine& next = lines_[i + 1];
    if (line.blank() || next.blank() || line.alone) return false;
    // Where print was looked at, it is known what begins an item.
    if (next.begins && go_on_ == nullptr) return false;
    if (next.alone && !is_wrapped_row(line, next)) return false;
    if (line.code || next.code || line.quotes != next.quotes) return false;
    // One space is what a line cut anywhere may begin with.
    return next.indent <= std::max(line.indent, line.hanging) + 1;
  }

  /// Whether a row of a table begins on the line before, whose label was too long for one.
  [[nodiscard]] bool is_wrapped_row(const TypedLine& line, const TypedLine& next) const {
    const std::size_t tab = text_.find('\t', next.content.begin);
    return tab < next.content.end && tab > next.content.begin && !line.ends_sentence &&
           next.first < 0x80 && is_ascii_lower(static_cast<char>(next.first));
  }

  /// Whether line i is the cells of a row whose label stands on the lines above and below it, as
  /// print in the middle of its height comes out of pdftotext.
  [[nodiscard]] bool row_cuts_label(std::size_t i) const {
    if (i == 0 || i + 1 >= lines_.size()) return false;
    const TypedLine& above = lines_[i - 1];
    const TypedLine& below = lines_[i + 1];
    if (above.blank() || below.blank() || above.alone || below.alone || above.ends_sentence) {
      return false;
    }
    const TypedLine& row = lines_[i];
    const std::string_view cells = row.content.in(text_);
    if (row.indent <= std::max(above.length.columns, below.length.columns) ||
        cells.find_first_of("0123456789") == cells.npos || above.indent != below.indent) {
      return false;
    }
    const bool below_row = i >= 2 && lines_[i - 2].alone;
    const bool above_row = i + 2 < lines_.size() && lines_[i + 2].alone;
    return (below_row || above_row) && goes_on_in_label(below.first);
  }

  [[nodiscard]] static bool goes_on_in_label(char32_t c) {
    return is_wide(c) || (c < 0x80 && is_ascii_lower(static_cast<char>(c)));
  }

  [[nodiscard]] bool needs_space(const TypedLine& line, const TypedLine& next) const {
    return !is_wide(line.last) && !is_wide(next.first);
  }

  /// English is broken at spaces only, whatever Chinese stands in it.
  [[nodiscard]] std::size_t first_of(const TypedLine& line) const {
    return (mostly_chinese() ? line.first_word : line.first_run).*measure_;
  }

  /// Whether the next line's first word would not have fitted on line i.
  [[nodiscard]] bool is_full(std::size_t i) const {
    const TypedLine& line = lines_[i];
    const TypedLine& next = lines_[i + 1];
    return line.length.*measure_ + (needs_space(line, next) ? 1 : 0) + first_of(next) >
           width_at(line);
  }

  /// Whether it would not have fitted on so many hundredths of a line: typesetting has letters of
  /// many widths.
  [[nodiscard]] bool is_full_by(std::size_t i, std::size_t hundredths) const {
    const TypedLine& line = lines_[i];
    const TypedLine& next = lines_[i + 1];
    return 100 * (line.length.*measure_ + 1 + first_of(next)) > hundredths * width_at(line);
  }

  [[nodiscard]] static bool goes_on(char32_t c) {
    return c < 0x80 ? is_ascii_lower(static_cast<char>(c)) || c == ',' || c == ')'
                    : may_not_begin(c);
  }

  [[nodiscard]] bool joins(std::size_t i) const {
    if (i + 1 >= lines_.size()) return false;
    if (lines_[i].in_row) return true;
    if (lines_[i].of_row) return false;
    if (go_on_ == nullptr && (row_cuts_label(i + 1) || (i > 0 && row_cuts_label(i)))) return true;
    if (!adjacent(i)) return false;
    if (go_on_ != nullptr) return i < go_on_->size() && (*go_on_)[i];
    if (is_full(i)) return true;
    const TypedLine& line = lines_[i];
    const TypedLine& next = lines_[i + 1];
    if (line.last == U'：' && opens_quotation(next.first)) return is_full_by(i, 90);
    if (line.ends_sentence) return false;
    if (goes_on(next.first) || line.last == '-' || line.last == ',' || line.last == U'，' ||
        line.last == U'、') {
      return is_full_by(i, 50) || use_ == LineUse::kWrapped;
    }
    // A little is left free where a mark may not begin a line, or figures are set narrower.
    const bool chinese = is_wide(line.last) || (mostly_chinese() && is_wide(next.first));
    return is_full_by(i, chinese || in_print_ ? 90 : 95);
  }

  /// Whether the letters have many widths, as in print: of lines that go on in small letters, some
  /// had room for the next word by their number of characters.
  [[nodiscard]] bool is_print() const {
    std::size_t going_on = 0;
    std::size_t with_room = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const char32_t first = lines_[i + 1].first;
      const bool small = first < 0x80 && is_ascii_lower(static_cast<char>(first));
      if (!small || !adjacent(i) || lines_[i].ends_sentence || !is_full_by(i, 70)) continue;
      ++going_on;
      with_room += is_full(i) ? 0 : 1;
    }
    constexpr std::size_t kFew = 3;
    return with_room >= kFew && 10 * with_room >= going_on;
  }

  [[nodiscard]] BreakHabits break_habits() const {
    std::size_t joined = 0;
    std::size_t exact = 0;
    std::size_t hyphens = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!joins(i)) continue;
      ++joined;
      const std::size_t length = lines_[i].raw.*measure_;
      const bool wide_next = measure_ == &LineLength::columns && is_wide(lines_[i + 1].first);
      exact += length == width_ || (wide_next && length + 1 == width_) ? 1 : 0;
      hyphens += lines_[i].last == '-' ? 1 : 0;
    }
    constexpr std::size_t kFew = 3;
    return {.mostly_chinese = mostly_chinese(),
            .cut_anywhere = go_on_ == nullptr && joined >= kFew && 10 * exact >= 9 * joined,
            .hyphenated = hyphens >= kFew && 25 * hyphens >= joined};
  }

  /// Where pdftotext, which joins two lines when a hyphen ends the first, has taken one out that
  /// was no break of a word: "about onefifth more". Such lines are longer than all others; where
  /// there are many, the words of the text are hyphenated, and nobody knows.
  [[nodiscard]] std::vector<std::size_t> lost_hyphens() const {
    std::vector<std::size_t> places;
    std::size_t too_long = 0;
    for (const TypedLine& line : lines_) {
      if (line.alone || line.code || 4 * (line.length.*measure_) <= 5 * width_) continue;
      ++too_long;
      for (const Span word : words_about_the_break(line)) {
        const auto part = words_->lost_hyphen(word, line.content.in(text_));
        if (!part) continue;
        places.push_back(word.begin + *part);
        break;
      }
    }
    return 10 * too_long > filled_lines_ || go_on_ != nullptr ? std::vector<std::size_t>() : places;
  }

  /// The words of a line that stand where it would have ended, but for the widths of its letters.
  [[nodiscard]] std::vector<Span> words_about_the_break(const TypedLine& line) const {
    std::vector<Span> words;
    LineLength to_here;
    for (std::size_t at = line.content.begin; at < line.content.end;) {
      std::size_t end = at;
      while (end < line.content.end && is_ascii_letter_or_digit(text_[end])) ++end;
      const std::size_t begin = at;
      if (end == at) {
        to_here.add(next_code_point(text_, at));
        continue;
      }
      const std::size_t from = to_here.*measure_;
      for (; at < end; ++at) to_here.add(static_cast<unsigned char>(text_[at]));
      if (5 * (to_here.*measure_) >= 4 * width_ && 5 * from <= 6 * width_)
        words.push_back({begin, end});
    }
    return words;
  }

  [[nodiscard]] bool mostly_chinese() const { return 2 * chinese_lines_ > filled_lines_; }

  std::string_view text_;
  std::vector<TypedLine> lines_;
  LineUse use_;
  const std::vector<bool>* go_on_ = nullptr;
  LineMeasure measure_ = &LineLength::columns;
  std::size_t width_ = 0;
  std::size_t chinese_width_ = 0;  ///< of Chinese lines
  std::size_t others_width_ = 0;
  std::size_t chinese_lines_ = 0;
  std::size_t filled_lines_ = 0;
  bool in_print_ = false;             ///< letters have many widths
  std::optional<BrokenWords> words_;  ///< found for what is joined
};

}  // namespace

std::optional<LineUse> line_use_named(std::string_view name) {
  if (name == "auto") return LineUse::kAuto;
  if (name == "paragraphs") return LineUse::kParagraphs;
  if (name == "wrapped") return LineUse::kWrapped;
  return std::nullopt;
}

std::optional<JoinedLines> join_lines(std::string_view text, const std::vector<bool>& go_on) {
  Joining joining(text, LineUse::kWrapped);
  joining.set_go_on(go_on);
  return joining.join();
}

std::optional<JoinedLines> join_wrapped_lines(std::string_view text, LineUse use) {
  if (use == LineUse::kParagraphs) return std::nullopt;
  Joining joining(text, use);
  if (!joining.wrapped()) return std::nullopt;
  joining.close_rows();
  return joining.join();
}

}  // namespace duizhao::text
