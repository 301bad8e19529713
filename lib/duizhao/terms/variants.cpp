#include "duizhao/terms/variants.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "duizhao/terms/english_writings.h"
#include "duizhao/terms/person_name.h"
#include "duizhao/terms/taiwan_words.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::terms {
namespace {

/// Ends of company names that make a name a company's.
constexpr std::array<std::string_view, 20> kLegalForms = {
    "Ltd", "Limited", "Inc", "Incorporated", "Corp", "Corporation", "Co", "Company", "LLC", "LP",
    "PLC", "plc",     "AG",  "SA",           "NV",   "GmbH",        "SE", "Bhd",     "KK",  "Pte"};

/// Words that a short form drops together with the legal form.
constexpr std::array<std::string_view, 16> kTradeWords = {
    "Group",     "Holding",       "Holdings",       "Technologies", "Technology",  "International",
    "Industry",  "Industries",    "Enterprise",     "Enterprises",  "Electronics", "Systems",
    "Precision", "Manufacturing", "Communications", "Motor"};

constexpr std::array<std::string_view, 22> kChineseCompanyForms = {
    "股份有限公司", "有限責任公司", "有限责任公司", "有限公司", "公司", "集團",  "集团", "控股",
    "科技",         "智能",         "智慧",         "技術",     "技术", "電子",  "电子", "國際",
    "国际",         "實業",         "实业",         "精密",     "股份", "半導體"};

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Removes the last word of `name` if it is one of `words`, with the mark after it.
template <std::size_t kSize>
bool drop_last_word(std::string& name, const std::array<std::string_view, kSize>& words) {
  const std::size_t space = name.find_last_of(' ');
  if (space == std::string::npos || space == 0) return false;
  std::string_view last = std::string_view(name).substr(space + 1);
  while (!last.empty() && (last.back() == '.' || last.back() == ',')) last.remove_suffix(1);
  if (!contains(words, last)) return false;
  name.erase(name.find_last_not_of(" ,", space) + 1);
  return true;
}

bool starts_upper(std::string_view word) {
  return !word.empty() && (text::is_ascii_upper(word[0]) || text::is_ascii_digit(word[0]));
}

/// A company, or something called by a single capitalised word, as brands are.
bool named_like_a_company(std::string_view english) {
  if (english.find(' ') == std::string_view::npos) return starts_upper(english);
  return without_company_form(std::string(english)) != english;
}

std::string without_chinese_company_form(std::string name) {
  bool dropped = true;
  while (dropped) {
    dropped = false;
    for (const std::string_view form : kChineseCompanyForms) {
      if (!name.ends_with(form)) continue;
      const std::string_view rest = std::string_view(name).substr(0, name.size() - form.size());
      if (text::count_code_points(rest) < 2) return name;
      name.resize(rest.size());
      dropped = true;
    }
  }
  return name;
}

struct Brackets {
  std::string before;
  std::string inside;
  std::string after;
};

/// The parts of a text with a single pair of brackets; false for any other text.
bool take_apart(std::string_view text, Brackets& parts) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                    std::pair<std::string_view, std::string_view>{"（", "）"}}) {
    const std::size_t begin = text.find(open);
    if (begin == std::string_view::npos) continue;
    const std::size_t end = text.find(close, begin);
    if (end == std::string_view::npos) return false;
    if (text.find(open, begin + open.size()) != std::string_view::npos) return false;
    parts = {
        std::string(text::trimmed(text.substr(0, begin))),
        std::string(text::trimmed(text.substr(begin + open.size(), end - begin - open.size()))),
        std::string(text::trimmed(text.substr(end + close.size())))};
    return true;
  }
  return false;
}

/// Whether what stands in brackets at the end of a term is another name for the same thing: an
/// acronym, or at least two Chinese characters.
bool is_other_name(std::string_view inside) {
  std::size_t upper = 0;
  std::size_t han = 0;
  for (std::size_t i = 0; i < inside.size();) {
    const char32_t c = text::next_code_point(inside, i);
    if (c == ' ' || c == ',') return false;
    upper += c >= 'A' && c <= 'Z';
    han += text::is_han(c);
  }
  return upper >= 2 || han >= 2;
}

class Collector {
 public:
  Collector(const TermEntry& entry, const Term& term) : entry_(entry), term_(term) {}

  std::vector<Variant> run() {
    add(term_.text, TermForm::kFull);
    for (std::size_t begin = 0;;) {
      const std::size_t slash = term_.text.find(" / ", begin);
      if (slash == std::string::npos && begin == 0) break;
      add(std::string(text::trimmed(std::string_view(term_.text).substr(begin, slash - begin))),
          TermForm::kFull);
      if (slash == std::string::npos) break;
      begin = slash + 3;
    }
    // Everything added so far may hold brackets and articles; what they give is added behind.
    for (std::size_t i = 0; i < variants_.size(); ++i) unfold(std::string(variants_[i].text));
    const std::size_t full = variants_.size();
    for (std::size_t i = 0; i < full; ++i) shorten(std::string(variants_[i].text));
    add_person();
    if (term_.language == Language::kEnglish) add_other_writings();
    if (term_.language == Language::kChinese && term_.locale.empty()) add_other_words();
    return std::move(variants_);
  }

 private:
  void add(std::string text, TermForm form) {
    const bool known = std::any_of(variants_.begin(), variants_.end(),
                                   [&](const Variant& v) { return v.text == text; });
    if (!text.empty() && !known) variants_.push_back({std::move(text), form});
  }

  void unfold(const std::string& text) {
    if (Brackets parts; take_apart(text, parts)) {
      if (!parts.before.empty()) {
        const bool spaced = !parts.after.empty() && term_.language == Language::kEnglish;
        add(parts.before + (spaced ? " " : "") + parts.after, TermForm::kFull);
        if (parts.after.empty() && is_other_name(parts.inside)) add(parts.inside, TermForm::kFull);
      }
    }
    if (term_.language != Language::kEnglish) return;
    for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
      if (text.starts_with(article)) add(text.substr(article.size()), TermForm::kFull);
    }
  }

  void shorten(const std::string& text) {
    if (term_.language == Language::kEnglish) {
      std::string rest = without_company_form(text);
      if (rest == text) return;
      add(rest, TermForm::kShort);
      while (drop_last_word(rest, kTradeWords)) add(rest, TermForm::kShort);
      return;
    }
    const bool company = std::any_of(entry_.terms.begin(), entry_.terms.end(), [](const Term& t) {
      return t.language == Language::kEnglish && named_like_a_company(t.text);
    });
    if (company) add(without_chinese_company_form(text), TermForm::kShort);
  }

  void add_other_writings() {
    for (std::size_t i = 0, count = variants_.size(); i < count; ++i) {
      const TermForm form = variants_[i].form;
      for (std::string& other : other_writings(variants_[i].text)) add(std::move(other), form);
    }
  }

  /// A glossary that names the word of the other side itself, to forbid it or to say more of it,
  /// has the last word.
  void add_other_words() {
    const auto is_named = [&](const std::string& text) {
      return std::any_of(entry_.terms.begin(), entry_.terms.end(), [&](const Term& term) {
        return term.language == Language::kChinese && simplified(term.text) == text;
      });
    };
    for (std::size_t i = 0, count = variants_.size(); i < count; ++i) {
      const TermForm form = variants_[i].form;
      for (std::string& other : in_words_of_the_other_side(variants_[i].text)) {
        if (!is_named(other)) add(std::move(other), form);
      }
    }
  }

  /// The main term of the other language.
  [[nodiscard]] std::string_view counterpart() const {
    for (const Term& term : entry_.terms) {
      if (term.language != term_.language) return term.text;
    }
    return {};
  }

  /// Order and surname of a person's name.
  void add_person() {
    const bool english = term_.language == Language::kEnglish;
    const std::string_view latin = english ? std::string_view(term_.text) : counterpart();
    const std::string_view chinese = english ? counterpart() : std::string_view(term_.text);
    const PersonName person = person_name(latin, chinese);
    if (english && !person.reversed.empty()) add(person.reversed, TermForm::kFull);
    add(english ? person.surname : person.chinese_surname, TermForm::kShort);
  }

  const TermEntry& entry_;
  const Term& term_;
  std::vector<Variant> variants_;
};

}  // namespace

std::string without_company_form(const std::string& name) {
  std::string rest = name;
  while (drop_last_word(rest, kLegalForms)) {
  }
  return rest;
}

std::vector<Variant> variants_of(const TermEntry& entry, std::size_t index) {
  return Collector(entry, entry.terms[index]).run();
}

}  // namespace duizhao::terms
