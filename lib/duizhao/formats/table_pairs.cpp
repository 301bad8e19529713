#include "duizhao/formats/table_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "duizhao/formats/language_match.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/language.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// A name of a column in small letters, without spaces, hyphens and brackets.
std::string folded(std::string_view name) {
  std::string kept;
  for (const char c : name) {
    if (c != ' ' && c != '_' && c != '-' && c != '\r') kept += text::ascii_lower(c);
  }
  if (kept.starts_with("\uFEFF")) kept.erase(0, 3);
  return kept;
}

bool is_one_of(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

enum class Role : std::uint8_t { kNone, kSource, kTarget, kEnglish, kChinese, kId, kOther };

/// The words of a heading: runs of ASCII letters, in small ones, and of all other characters.
std::vector<std::string> heading_words(std::string_view cell) {
  std::vector<std::string> words;
  std::optional<bool> ascii;  // of the word that is open
  for (std::size_t i = 0; i < cell.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(cell, i);
    const bool letter = c < 0x80 && text::is_ascii_letter(static_cast<char>(c));
    if (!letter && !text::is_han(c)) {
      ascii.reset();
      continue;
    }
    if (ascii != letter) words.emplace_back();
    ascii = letter;
    words.back() += text::ascii_lowered(cell.substr(begin, i - begin));
  }
  return words;
}

/// Takes out of a run of Han characters the first of these words that it has.
bool take_word(std::string& run, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t at = run.find(word);
    if (at == run.npos || (run != word && text::is_ascii_letter(word.front()))) continue;
    run.erase(at, word.size());
    return true;
  }
  return false;
}

/// The role of a heading that is made of nothing but words for such: "Source text (English)",
/// 中文译文, "Chinese (Simplified)", 英文 English.
Role role_of_words(std::string_view cell) {
  constexpr std::size_t kLongest = 48;
  if (cell.size() > kLongest) return Role::kNone;
  bool source = false;
  bool target = false;
  bool english = false;
  bool chinese = false;
  for (std::string& word : heading_words(cell)) {
    while (!word.empty()) {
      if (take_word(word,
                    {"source", "src", "original", "原文", "源文", "源语言", "源语", "來源"})) {
        source = true;
      } else if (take_word(word, {"target", "tgt", "translation", "translated", "译文", "譯文",
                                  "目标", "目標", "翻译", "翻譯"})) {
        target = true;
      } else if (take_word(word, {"english", "eng", "en", "英文", "英语", "英語"})) {
        english = true;
      } else if (take_word(word, {"chinese", "mandarin", "zho", "zh", "simplified", "traditional",
                                  "中文", "汉语", "漢語", "简体", "簡體", "繁体", "繁體"})) {
        chinese = true;
      } else if (!take_word(word,
                            {"text",   "segment", "string", "term", "language", "version", "us",
                             "uk",     "gb",      "cn",     "tw",   "hk",       "hans",    "hant",
                             "prc",    "china",   "taiwan", "hong", "kong",     "sar",     "united",
                             "states", "kingdom", "文本",   "句段", "句子",     "语言",    "語言",
                             "术语",   "術語",    "名称",   "名稱", "中国",     "中國",    "台湾",
                             "臺灣",   "香港",    "美国",   "美國", "英国",     "英國"})) {
        return Role::kNone;
      }
    }
  }
  if (source != target) return source ? Role::kSource : Role::kTarget;
  if (english != chinese) return english ? Role::kEnglish : Role::kChinese;
  return Role::kNone;
}

/// Whether a row below the headings says once more what the columns of both texts are: "Text".
bool is_second_header(const TableRow& row, const PairColumns& columns) {
  if (std::max(columns.source, columns.target) >= row.cells.size()) return false;
  const std::string name = folded(row.cells[columns.source]);
  return name == folded(row.cells[columns.target]) &&
         is_one_of(name, {"text", "segment", "string", "term", "content", "文本", "内容", "內容",
                          "句段", "句子", "术语", "術語"}) &&
         (!columns.id || *columns.id >= row.cells.size() ||
          row.cells[*columns.id].find_first_of("0123456789") == std::string::npos);
}

Role role_of(std::string_view cell) {
  // Wordfast's memories head columns so that hold a language's code.
  if (cell.starts_with('%')) return Role::kOther;
  const std::string name = folded(cell);
  if (is_one_of(name, {"source", "src", "sourcetext", "original", "sourcesegment", "原文", "源文",
                       "源语", "源语言", "来源文本", "原文文本", "來源", "msgid", "input"})) {
    return Role::kSource;
  }
  if (is_one_of(name, {"target", "tgt", "trg", "targettext", "translation", "targetsegment", "mt",
                       "译文", "譯文", "目标", "目標", "目标语", "目标语言", "翻译", "翻譯",
                       "msgstr", "output"})) {
    return Role::kTarget;
  }
  if (is_one_of(name, {"id",   "key",  "segment", "segmentid", "segid",   "no",
                       "no.",  "nr",   "number",  "#",         "序号",    "序號",
                       "编号", "編號", "句号",    "stringid",  "context", "identifier",
                       "name", "uid",  "guid",    "tuid",      "unitid",  "textid"})) {
    return Role::kId;
  }
  if (is_one_of(name, {"english", "英文", "英语", "英語", "englishtext", "en", "eng"})) {
    return Role::kEnglish;
  }
  if (is_one_of(name, {"chinese", "中文", "汉语", "漢語", "chinesetext", "zh", "zho", "简体中文",
                       "繁体中文", "繁體中文", "簡體中文", "中文（简体）", "simplifiedchinese",
                       "traditionalchinese"})) {
    return Role::kChinese;
  }
  constexpr std::size_t kLongestTag = 10;
  if (cell.size() >= 5 && cell.size() <= kLongestTag && cell.find(' ') == cell.npos &&
      cell.find_first_of("-_") != cell.npos) {
    const Language language = language_of_tag(cell);
    if (language == Language::kEnglish) return Role::kEnglish;
    if (language == Language::kChinese) return Role::kChinese;
  }
  if (is_one_of(name, {"note", "notes", "comment", "comments", "status", "备注", "備註", "注释",
                       "domain", "file", "match", "pinyin", "拼音", "score", "日期", "date"})) {
    return Role::kOther;
  }
  return role_of_words(cell);
}

/// Cells of a column by what they are.
struct Tally {
  std::size_t chinese = 0;
  std::size_t english = 0;
  std::size_t bytes = 0;
};

}  // namespace

std::optional<PairColumns> columns_by_content(const std::vector<TableRow>& rows) {
  constexpr std::size_t kSample = 200;
  std::vector<Tally> tallies;
  for (std::size_t r = 0; r < std::min(rows.size(), kSample); ++r) {
    const auto& cells = rows[r].cells;
    if (tallies.size() < cells.size()) tallies.resize(cells.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
      // A key is one word, whatever its letters.
      const bool key = cells[c].find(' ') == std::string::npos &&
                       text::language_of(cells[c]) != Language::kChinese &&
                       (cells[c].find_first_of("_.0123456789") != std::string::npos);
      if (key) continue;
      const Language language = text::language_of(cells[c]);
      tallies[c].chinese += language == Language::kChinese ? cells[c].size() : 0;
      tallies[c].english += language == Language::kEnglish ? cells[c].size() : 0;
    }
  }
  const auto chinese = std::ranges::max_element(tallies, {}, &Tally::chinese);
  const auto english = std::ranges::max_element(tallies, {}, &Tally::english);
  if (chinese == tallies.end() || chinese == english || chinese->chinese == 0 ||
      english->english == 0) {
    return std::nullopt;
  }
  const auto a = static_cast<std::size_t>(chinese - tallies.begin());
  const auto b = static_cast<std::size_t>(english - tallies.begin());
  return PairColumns{std::min(a, b), std::max(a, b), std::nullopt, {}, true};
}

namespace {

/// How many cells of a row are written in, or stand before one that is.
std::size_t width_of(const TableRow& row) {
  std::size_t width = row.cells.size();
  while (width > 0 && text::trimmed(row.cells[width - 1]).empty()) --width;
  return width;
}

/// The most cells that rows of a table have by rights: as many as the one that names the columns,
/// or as most of them.
std::size_t usual_width(const std::vector<TableRow>& rows, std::size_t first) {
  std::map<std::size_t, std::size_t> rows_of_width;
  for (std::size_t r = first; r < rows.size(); ++r) ++rows_of_width[width_of(rows[r])];
  const std::size_t named = first > 0 ? width_of(rows[first - 1]) : 0;
  if (rows_of_width.empty()) return named;
  using Count = std::map<std::size_t, std::size_t>::value_type;
  return std::max(named, std::ranges::max_element(rows_of_width, {}, &Count::second)->first);
}

class TableReader : public BilingualReader {
 public:
  /// Rows of more than `most_cells` are passed over.
  TableReader(std::vector<TableRow> rows, std::size_t first, PairColumns columns,
              std::size_t most_cells, std::string file)
      : rows_(std::move(rows)),
        next_(first),
        columns_(std::move(columns)),
        most_cells_(most_cells),
        file_(std::move(file)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override {
    while (next_ < rows_.size()) {
      TableRow& row = rows_[next_++];
      const auto cell = [&](std::size_t column) {
        return column < row.cells.size() ? std::move(row.cells[column]) : std::string();
      };
      const auto is_empty = [&](std::size_t column) {
        return column >= row.cells.size() || text::trimmed(row.cells[column]).empty();
      };
      // A blank one, or a line about the job above its table.
      if (is_empty(columns_.source) && is_empty(columns_.target)) continue;
      if (const std::size_t width = width_of(row); width > most_cells_) {
        pass_over({ErrorCode::kMalformed,
                   fmt::format("a row of {} cells in a table of {} columns: a text with a "
                               "separator in it must stand in quotes",
                               width, most_cells_),
                   {file_, row.line}});
        continue;
      }
      pair.id = columns_.id ? cell(*columns_.id) : std::string();
      pair.source = cell(columns_.source);
      pair.target = cell(columns_.target);
      pair.line = row.line;
      return true;
    }
    return false;
  }

  [[nodiscard]] std::string notice() const override { return notice_of(columns_); }

 private:
  std::vector<TableRow> rows_;
  std::size_t next_;
  PairColumns columns_;
  std::size_t most_cells_;
  std::string file_;
};

}  // namespace

std::string notice_of(const PairColumns& columns) {
  if (columns.held && (columns.source != 0 || columns.target != 1)) {
    return fmt::format("columns {} and {} were taken by what they hold: --columns names others",
                       columns.source + 1, columns.target + 1);
  }
  if (columns.also.empty()) return {};
  return fmt::format(
      "column '{}' is Chinese too and was left out: --columns or --target-lang "
      "takes it",
      columns.also);
}

std::optional<PairColumns> columns_named(const std::vector<std::string>& first,
                                         const BilingualOptions& options) {
  std::optional<std::size_t> source;
  std::optional<std::size_t> target;
  std::optional<std::size_t> english;
  std::optional<std::size_t> chinese;
  PairColumns columns;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const auto take = [&](std::optional<std::size_t>& place) { place = place ? *place : i; };
    // Of several columns of one language, the one that was asked for.
    const bool asked_for = (!options.target_language.empty() &&
                            options.target_language.find('-') != std::string::npos &&
                            tag_matches(first[i], options.target_language));
    switch (role_of(first[i])) {
      case Role::kSource:
        take(source);
        break;
      case Role::kTarget:
        take(target);
        break;
      case Role::kEnglish:
        take(english);
        break;
      case Role::kChinese:
        if (chinese && !asked_for && columns.also.empty()) columns.also = first[i];
        asked_for ? static_cast<void>(chinese = i) : take(chinese);
        break;
      case Role::kId:
        take(columns.id);
        break;
      case Role::kNone:
      case Role::kOther:
        break;
    }
  }
  // "English" beside 译文 is the source.
  if (target && !source) source = english ? english : chinese;
  if (source && !target) target = english ? english : chinese;
  if (source && target) {
    columns.source = *source;
    columns.target = *target;
    return columns;
  }
  if (english && chinese) {
    const bool chinese_source = language_of_tag(options.source_language) == Language::kChinese ||
                                language_of_tag(options.target_language) == Language::kEnglish;
    const bool told = !options.source_language.empty() || !options.target_language.empty();
    columns.source = std::min(*english, *chinese);
    columns.target = std::max(*english, *chinese);
    if (told) {
      columns.source = chinese_source ? *chinese : *english;
      columns.target = chinese_source ? *english : *chinese;
    }
    return columns;
  }
  return std::nullopt;
}

bool begins_with_names(const std::vector<TableRow>& rows, const PairColumns& columns) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kSample = 200;
  if (rows.size() <= kFewest) return false;
  const auto is_marked = [](const std::string& cell) { return cell.empty() || cell[0] == '%'; };
  const auto& first = rows.front().cells;
  if (first.size() > 2 && std::ranges::all_of(first, is_marked)) return true;
  std::set<std::string_view> names;
  for (const std::string& cell : rows.front().cells) {
    const std::string_view name = text::trimmed(cell);
    const bool few = std::ranges::count(name, ' ') < 3;
    if (name.empty() || !few || name.find_first_of("0123456789?!") != name.npos) return false;
    if (text::language_of(name) == Language::kChinese || !names.insert(name).second) return false;
  }
  if (names.size() <= std::max(columns.source, columns.target)) return false;
  const auto is_chinese = [&](std::size_t column) {
    return std::all_of(rows.begin() + 1,
                       rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kSample)),
                       [&](const TableRow& row) {
                         return column < row.cells.size() &&
                                text::language_of(row.cells[column]) == Language::kChinese;
                       });
  };
  return is_chinese(columns.source) != is_chinese(columns.target);
}

Result<PairColumns> columns_asked_for(const std::vector<std::string>& first,
                                      const BilingualOptions& options, const std::string& file,
                                      bool& named) {
  std::vector<std::size_t> columns;
  named = columns_named(first, options).has_value();
  for (const std::string& wanted : options.columns) {
    std::size_t number = 0;
    const auto read = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (read.ec == std::errc() && read.ptr == wanted.data() + wanted.size() && number > 0) {
      columns.push_back(number - 1);
      continue;
    }
    const auto found = std::ranges::find_if(
        first, [&](const std::string& name) { return folded(name) == folded(wanted); });
    if (found == first.end()) {
      return failure(ErrorCode::kUsage,
                     fmt::format("there is no column '{}'; the first line has: {}", wanted,
                                 fmt::join(first, ", ")),
                     {file});
    }
    named = true;
    columns.push_back(static_cast<std::size_t>(found - first.begin()));
  }
  PairColumns asked{columns.at(0), columns.at(1), std::nullopt, {}};
  if (columns.size() > 2) asked.id = columns[2];
  return asked;
}

Result<PairTable> find_pairs(const std::vector<TableRow>& rows, const BilingualOptions& options,
                             const std::string& file) {
  // Above the header there may be a title and blank rows.
  constexpr std::size_t kTitleRows = 10;
  for (std::size_t r = 0; r < std::min(rows.size(), kTitleRows); ++r) {
    if (!options.columns.empty()) {
      if (rows[r].cells.empty()) continue;
      bool named = false;
      const auto asked = columns_asked_for(rows[r].cells, options, file, named);
      if (!asked) return tl::unexpected(asked.error());
      return PairTable{*asked, r + (named ? 1 : 0)};
    }
    if (const auto named = columns_named(rows[r].cells, options)) {
      const bool second = r + 1 < rows.size() && is_second_header(rows[r + 1], *named);
      return PairTable{*named, r + (second ? 2 : 1)};
    }
  }
  if (rows.empty()) return PairTable{};
  const auto found = columns_by_content(rows);
  if (!found) {
    return failure(ErrorCode::kMalformed,
                   "no two columns hold Chinese and English texts: name them by --columns "
                   "SOURCE,TARGET",
                   {file});
  }
  return PairTable{*found, begins_with_names(rows, *found) ? std::size_t{1} : 0};
}

Result<std::unique_ptr<BilingualReader>> make_table_reader(std::vector<TableRow> rows,
                                                           const BilingualOptions& options,
                                                           const std::string& file,
                                                           RowWidth width) {
  auto table = find_pairs(rows, options, file);
  if (!table) return tl::unexpected(table.error());
  const std::size_t most_cells = width == RowWidth::kAny ? std::numeric_limits<std::size_t>::max()
                                                         : usual_width(rows, table->first);
  return std::make_unique<TableReader>(std::move(rows), table->first, std::move(table->columns),
                                       most_cells, file);
}

}  // namespace duizhao::formats
