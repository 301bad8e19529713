#include "duizhao/formats/glossary_columns.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

struct KnownName {
  std::string_view name;  ///< folded
  TermRole role;
  Language language = Language::kUnknown;
};

constexpr KnownName kNames[] = {
    {"source", TermRole::kTerm},
    {"target", TermRole::kTerm},
    {"src", TermRole::kTerm},
    {"tgt", TermRole::kTerm},
    {"term", TermRole::kTerm},
    {"terms", TermRole::kTerm},
    {"translation", TermRole::kTerm},
    {"sourceterm", TermRole::kTerm},
    {"targetterm", TermRole::kTerm},
    {"原文", TermRole::kTerm},
    {"译文", TermRole::kTerm},
    {"譯文", TermRole::kTerm},
    {"译名", TermRole::kTerm},
    {"譯名", TermRole::kTerm},
    {"术语", TermRole::kTerm},
    {"術語", TermRole::kTerm},
    {"词条", TermRole::kTerm},
    {"詞條", TermRole::kTerm},
    {"名词", TermRole::kTerm},
    {"名詞", TermRole::kTerm},
    {"eng", TermRole::kTerm, Language::kEnglish},
    {"en", TermRole::kTerm, Language::kEnglish},
    {"zh", TermRole::kTerm, Language::kChinese},
    {"chi", TermRole::kTerm, Language::kChinese},
    {"zho", TermRole::kTerm, Language::kChinese},
    {"cn", TermRole::kTerm, Language::kChinese},
    {"abbreviation", TermRole::kVariant},
    {"abbreviations", TermRole::kVariant},
    {"abbr", TermRole::kVariant},
    {"abbr.", TermRole::kVariant},
    {"acronym", TermRole::kVariant},
    {"synonym", TermRole::kVariant},
    {"synonyms", TermRole::kVariant},
    {"variant", TermRole::kVariant},
    {"variants", TermRole::kVariant},
    {"缩写", TermRole::kVariant},
    {"縮寫", TermRole::kVariant},
    {"简称", TermRole::kVariant},
    {"簡稱", TermRole::kVariant},
    {"别名", TermRole::kVariant},
    {"別名", TermRole::kVariant},
    {"同义词", TermRole::kVariant},
    {"同義詞", TermRole::kVariant},
    {"forbidden", TermRole::kForbidden},
    {"forbiddenterm", TermRole::kForbidden},
    {"forbiddenterms", TermRole::kForbidden},
    {"donotuse", TermRole::kForbidden},
    {"deprecated", TermRole::kDeprecated},
    {"禁用", TermRole::kForbidden},
    {"禁用词", TermRole::kForbidden},
    {"禁用詞", TermRole::kForbidden},
    {"禁用译法", TermRole::kForbidden},
    {"禁用譯法", TermRole::kForbidden},
    {"禁用术语", TermRole::kForbidden},
    {"禁用術語", TermRole::kForbidden},
    {"误译", TermRole::kForbidden},
    {"誤譯", TermRole::kForbidden},
    {"prohibited", TermRole::kForbidden},
    {"banned", TermRole::kForbidden},
    {"avoid", TermRole::kForbidden},
    {"superseded", TermRole::kDeprecated},
    {"旧译", TermRole::kDeprecated},
    {"舊譯", TermRole::kDeprecated},
    {"case", TermRole::kCase},
    {"casesensitive", TermRole::kCase},
    {"casesensitivity", TermRole::kCase},
    {"casesense", TermRole::kCase},
    {"matchcase", TermRole::kCase},
    {"大小写", TermRole::kCase},
    {"大小寫", TermRole::kCase},
    {"区分大小写", TermRole::kCase},
    {"區分大小寫", TermRole::kCase},
    {"donottranslate", TermRole::kKeptAsIs},
    {"dnt", TermRole::kKeptAsIs},
    {"untranslatable", TermRole::kKeptAsIs},
    {"brand", TermRole::kKeptAsIs},
    {"不译", TermRole::kKeptAsIs},
    {"不譯", TermRole::kKeptAsIs},
    {"不翻译", TermRole::kKeptAsIs},
    {"不翻譯", TermRole::kKeptAsIs},
    {"保留原文", TermRole::kKeptAsIs},
    {"translatable", TermRole::kTranslatable},
    {"status", TermRole::kStatus},
    {"termstatus", TermRole::kStatus},
    {"状态", TermRole::kStatus},
    {"狀態", TermRole::kStatus},
    {"pos", TermRole::kPartOfSpeech},
    {"partofspeech", TermRole::kPartOfSpeech},
    {"词性", TermRole::kPartOfSpeech},
    {"詞性", TermRole::kPartOfSpeech},
    {"domain", TermRole::kDomain},
    {"subject", TermRole::kDomain},
    {"subjectfield", TermRole::kDomain},
    {"category", TermRole::kDomain},
    {"领域", TermRole::kDomain},
    {"領域", TermRole::kDomain},
    {"类别", TermRole::kDomain},
    {"類別", TermRole::kDomain},
    {"分类", TermRole::kDomain},
    {"分類", TermRole::kDomain},
    {"definition", TermRole::kDefinition},
    {"定义", TermRole::kDefinition},
    {"定義", TermRole::kDefinition},
    {"note", TermRole::kNote},
    {"notes", TermRole::kNote},
    {"comment", TermRole::kNote},
    {"comments", TermRole::kNote},
    {"remark", TermRole::kNote},
    {"remarks", TermRole::kNote},
    {"备注", TermRole::kNote},
    {"備註", TermRole::kNote},
    {"provenance", TermRole::kProvenance},
    {"reference", TermRole::kProvenance},
    {"来源", TermRole::kProvenance},
    {"來源", TermRole::kProvenance},
    {"出处", TermRole::kProvenance},
    {"出處", TermRole::kProvenance},
    {"id", TermRole::kId},
    {"checked", TermRole::kChecked},
    {"confirmed", TermRole::kConfirmed},
    {"no", TermRole::kIgnored},
    {"no.", TermRole::kIgnored},
    {"number", TermRole::kIgnored},
    {"#", TermRole::kIgnored},
    {"序号", TermRole::kIgnored},
    {"序號", TermRole::kIgnored},
    {"编号", TermRole::kIgnored},
    {"編號", TermRole::kIgnored},
    {"拼音", TermRole::kIgnored},
    {"汉语拼音", TermRole::kIgnored},
    {"漢語拼音", TermRole::kIgnored},
    {"pinyin", TermRole::kIgnored},
    {"count", TermRole::kIgnored},
    {"score", TermRole::kIgnored},
    {"confidence", TermRole::kIgnored},
    {"place", TermRole::kIgnored},
    {"sourceexample", TermRole::kIgnored},
    {"targetexample", TermRole::kIgnored},
};

bool holds_one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return name.find(word) != name.npos; });
}

/// Whether one of the words of a name is `word`: "EN" in "Term (EN)".
bool has_word(std::string_view cell, std::string_view word) {
  const std::string lowered = text::ascii_lowered(cell);
  const auto letter = [&](std::size_t i) {
    return i < lowered.size() && (text::is_ascii_letter_or_digit(lowered[i]) ||
                                  static_cast<unsigned char>(lowered[i]) >= 0x80);
  };
  for (std::size_t at = lowered.find(word); at != lowered.npos; at = lowered.find(word, at + 1)) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  }
  return false;
}

/// zh-CN, zh_Hant_HK, en-GB
std::optional<TermColumn> column_of_tag(std::string_view cell) {
  const std::string name = text::ascii_lowered(cell);
  const bool chinese = name.starts_with("zh");
  if (!chinese && !name.starts_with("en")) return std::nullopt;
  if (name.size() < 5 || name.size() > 10 || name.find_first_of("-_") != 2) return std::nullopt;
  std::string locale(cell);
  std::ranges::replace(locale, '_', '-');
  return TermColumn{TermRole::kTerm, chinese ? Language::kChinese : Language::kEnglish, locale, {}};
}

/// A heading that names a language among other words, or in both languages: "中文术语 Chinese
/// term", "英文名称（缩写）", "Term (EN)", "Traditional Chinese".
std::optional<TermColumn> column_of_language(std::string_view cell) {
  constexpr std::size_t kLongest = 48;
  if (cell.size() > kLongest) return std::nullopt;
  const std::string name = folded_name(cell);
  const bool english = holds_one_of(name, {"english", "英文", "英语", "英語", "英译", "英譯"}) ||
                       has_word(cell, "en") || has_word(cell, "eng");
  const bool chinese = holds_one_of(name, {"chinese", "中文", "汉语", "漢語", "中译", "中譯",
                                           "简体", "簡體", "繁体", "繁體", "正體"}) ||
                       has_word(cell, "zh") || has_word(cell, "cn");
  if (english == chinese) return std::nullopt;
  // What is said of a term is none: "English definition", 中文备注, memoQ's "English_Def".
  if (holds_one_of(name, {"definition", "note", "comment", "example", "context", "remark", "定义",
                          "定義", "备注", "備註", "例句", "说明", "說明", "解释", "解釋"}) ||
      has_word(cell, "def") || has_word(cell, "info")) {
    return std::nullopt;
  }
  TermColumn column{TermRole::kTerm, english ? Language::kEnglish : Language::kChinese, {}, {}};
  if (holds_one_of(name, {"abbr", "acronym", "synonym", "缩写", "縮寫", "简称", "簡稱", "别名",
                          "別名", "同义", "同義"}) &&
      name.find_first_of("([") == name.npos && name.find("（") == name.npos) {
    column.role = TermRole::kVariant;
  }
  if (holds_one_of(name, {"traditional", "繁体", "繁體", "正體"})) column.locale = "zh-Hant";
  if (holds_one_of(name, {"simplified", "简体", "簡體"})) column.locale = "zh-Hans";
  return column;
}

TermColumn column_named(std::string_view cell) {
  const std::string name = folded_name(cell);
  if (name.empty()) return {};
  const auto known = std::ranges::find(kNames, std::string_view(name), &KnownName::name);
  if (known != std::end(kNames)) return {known->role, known->language, {}, {}};
  if (auto tagged = column_of_tag(cell)) return std::move(*tagged);
  if (auto spoken_of = column_of_language(cell)) return std::move(*spoken_of);
  return {TermRole::kUnknown, Language::kUnknown, {}, std::string(cell)};
}

bool has_latin_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return text::is_ascii_letter(c); });
}

/// Whether a vowel carries one of the marks of pinyin that no language beside it has much of: ā, ǎ.
bool has_tone_mark(std::string_view text) {
  return holds_one_of(text, {"ā", "ē", "ī", "ō", "ū", "ǎ", "ě", "ǐ", "ǒ", "ǔ", "ǚ", "ǜ"});
}

/// What the cells of a column are.
struct Tally {
  std::size_t filled = 0;
  std::size_t chinese = 0;
  std::size_t latin = 0;

  void add(std::string_view cell) {
    cell = text::trimmed(cell);
    if (cell.empty()) return;
    ++filled;
    if (has_han(cell)) {
      ++chinese;
    } else if (has_latin_letter(cell) && !has_tone_mark(cell)) {
      ++latin;
    }
  }
};

std::vector<Tally> tallies_of(std::span<const TableRow> rows) {
  std::vector<Tally> tallies;
  for (const TableRow& row : rows) {
    if (tallies.size() < row.cells.size()) tallies.resize(row.cells.size());
    for (std::size_t c = 0; c < row.cells.size(); ++c) tallies[c].add(row.cells[c]);
  }
  return tallies;
}

}  // namespace

std::string folded_name(std::string_view cell) {
  std::string name;
  for (const char c : text::trimmed(cell)) {
    if (c == ' ' || c == '-' || c == '_' || c == '\n' || c == '\r') continue;
    name.push_back(text::ascii_lower(c));
  }
  return name;
}

bool has_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_han(text::next_code_point(text, i))) return true;
  }
  return false;
}

bool tells_brands(const std::vector<TermColumn>& columns) {
  return std::ranges::any_of(columns, [](const TermColumn& column) {
    return column.role == TermRole::kKeptAsIs || column.role == TermRole::kTranslatable;
  });
}

std::optional<std::vector<TermColumn>> term_columns_of_header(const TableRow& row) {
  std::vector<TermColumn> columns;
  for (const std::string& cell : row.cells) {
    std::string_view name = text::trimmed(cell);
    // UTX writes its header as a comment: "#src".
    if (columns.empty() && name.size() > 1 && name.starts_with('#')) name.remove_prefix(1);
    columns.push_back(column_named(name));
  }
  const auto terms_that_may_be = [&](Language language) {
    return std::ranges::count_if(columns, [&](const TermColumn& column) {
      return column.role == TermRole::kTerm &&
             (column.language == language || column.language == Language::kUnknown);
    });
  };
  const auto terms = std::ranges::count(columns, TermRole::kTerm, &TermColumn::role);
  if (terms > 0 && tells_brands(columns)) return columns;
  // "British English" and 英式英语 are a pair of terms: a header has a column for either language.
  if (terms < 2 || terms_that_may_be(Language::kChinese) == 0 ||
      terms_that_may_be(Language::kEnglish) == 0) {
    return std::nullopt;
  }
  return columns;
}

std::vector<TermColumn> term_columns_by_content(std::span<const TableRow> rows) {
  const std::vector<Tally> tallies = tallies_of(rows);
  if (tallies.size() < 2) return {};
  std::size_t a = 0;
  std::size_t b = 1;
  const auto is_both = [](const Tally& chinese, const Tally& english) {
    return chinese.chinese > 0 && english.latin > 0 && english.chinese < chinese.chinese;
  };
  if (!is_both(tallies[0], tallies[1]) && !is_both(tallies[1], tallies[0])) {
    const auto chinese = std::ranges::max_element(tallies, {}, &Tally::chinese);
    const auto english = std::ranges::max_element(tallies, {}, &Tally::latin);
    if (chinese == english || !is_both(*chinese, *english)) return {};
    a = static_cast<std::size_t>(std::min(chinese, english) - tallies.begin());
    b = static_cast<std::size_t>(std::max(chinese, english) - tallies.begin());
  }
  std::vector<TermColumn> columns(tallies.size());
  columns[a].role = columns[b].role = TermRole::kTerm;
  for (std::size_t c = b + 1; c < columns.size(); ++c) columns[c].role = TermRole::kNote;
  return columns;
}

void decide_languages(std::span<const TableRow> rows, std::vector<TermColumn>& columns) {
  std::vector<Tally> tallies = tallies_of(rows);
  tallies.resize(std::max(tallies.size(), columns.size()));
  std::size_t most = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].role == TermRole::kTerm) most = std::max(most, tallies[c].chinese);
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].role != TermRole::kTerm || columns[c].language != Language::kUnknown) continue;
    columns[c].language =
        most > 0 && tallies[c].chinese * 2 > most ? Language::kChinese : Language::kEnglish;
  }
}

bool fit_columns(std::span<const TableRow> rows, const std::vector<TermColumn>& columns) {
  const std::vector<Tally> tallies = tallies_of(rows);
  bool chinese = false;
  bool english = false;
  for (std::size_t c = 0; c < std::min(columns.size(), tallies.size()); ++c) {
    if (columns[c].role != TermRole::kTerm) continue;
    const bool is_chinese = columns[c].language == Language::kChinese;
    const std::size_t fitting = is_chinese ? tallies[c].chinese : tallies[c].latin;
    const bool fits = fitting > 0 && fitting * 5 >= tallies[c].filled * 4;
    (is_chinese ? chinese : english) |= fits;
  }
  return chinese && english;
}

}  // namespace duizhao::formats
