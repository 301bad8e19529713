#include "duizhao/check/evidence/names/offices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

struct Office {
  std::string_view english;  ///< in small letters, one space between words
  std::string_view chinese;  ///< with bars between
};

constexpr Office kOffices[] = {
#include "duizhao/check/evidence/names/offices.inc"
};

/// A word whose log-odds of missing are lower is translated by something on the other side.
constexpr double kTranslated = -1.5;
/// Offices further apart, each by its share of its side, don't stand in each other's place.
constexpr double kMostApart = 0.35;
/// Words of an office in English, at most.
constexpr std::size_t kMostWords = 4;

/// English words that are offices, but other words as often, and so are never called wrong.
constexpr std::string_view kOftenOther[] = {"chair",    "general", "head",    "leader", "officer",
                                            "official", "owner",   "premier", "reader"};

/// Chinese words that may render an office, but others as well, or what is none.
constexpr std::string_view kVague[] = {
    "一般",   "专家", "中将", "主要", "人员", "人士", "从政", "作者",   "共同创办", "创办", "创建",
    "创立",   "官方", "委员", "学者", "审判", "工程", "带头", "技师",   "拍摄",     "政治", "新闻",
    "有代表", "检察", "正式", "法律", "法庭", "法院", "消防", "管理",   "综合",     "试点", "试行",
    "负责人", "辩护", "通用", "阅读", "领导", "首要", "代表", "媒体人", "发言者"};

/// An office on one side that nothing on the other side may be.
struct Unfound {
  Span span;
  double before = 0;  ///< the share of its side that stands before it
};

template <typename Use>
void for_each_part(std::string_view list, Use&& use) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    use(list.substr(0, bar));
    list.remove_prefix(bar == std::string_view::npos ? list.size() : bar + 1);
  }
}

/// The Chinese offices of two characters or more, by the character that they begin with, the
/// longest first: most characters begin none.
class ChineseOffices {
 public:
  ChineseOffices() {
    constexpr std::size_t kTwoCharacters = 6;
    for (const Office& office : kOffices) {
      for_each_part(office.chinese, [&](std::string_view chinese) {
        if (chinese.size() < kTwoCharacters) return;
        std::size_t end = 0;
        beginning_with_[text::next_code_point(chinese, end)].push_back(chinese);
      });
    }
    for (auto& [first, offices] : beginning_with_) {
      std::ranges::sort(offices, std::ranges::greater(), &std::string_view::size);
    }
  }

  /// Bytes of the longest that `chinese` begins with; 0 where it begins with none.
  [[nodiscard]] std::size_t size_at(std::string_view chinese) const {
    if (chinese.empty()) return 0;
    std::size_t end = 0;
    const auto offices = beginning_with_.find(text::next_code_point(chinese, end));
    if (offices == beginning_with_.end()) return 0;
    const auto found = std::ranges::find_if(
        offices->second, [&](std::string_view office) { return chinese.starts_with(office); });
    return found == offices->second.end() ? 0 : found->size();
  }

 private:
  std::unordered_map<char32_t, std::vector<std::string_view>> beginning_with_;
};

const ChineseOffices& chinese_offices() {
  static const ChineseOffices offices;
  return offices;
}

/// The words that English offices begin with.
const std::unordered_set<std::string_view>& first_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> firsts;
    for (const Office& office : kOffices) {
      firsts.insert(office.english.substr(0, office.english.find(' ')));
    }
    return firsts;
  }();
  return words;
}

/// An English word in small letters and the singular.
std::string plain_word(std::string_view written) {
  std::string word = text::ascii_lowered(written);
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (word.ends_with(possessive)) word.resize(word.size() - possessive.size());
  }
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

class Offices {
 public:
  Offices(const BeadContext& context, std::vector<Finding>& findings)
      : context_(context), findings_(findings) {
    const bool chinese_source = context.source.language == Language::kChinese;
    english_links_ = chinese_source ? &context.links.target : &context.links.source;
    chinese_links_ = chinese_source ? &context.links.source : &context.links.target;
    const pair::Passage& english = context.english();
    words_.reserve(english.words.size());
    for (const model::Word& word : english.words) {
      words_.push_back(plain_word(word.span.in(english.document->text)));
    }
    folded_ = text::folded_han(context.chinese().text());
  }

  void run() {
    find_english();
    if (!english_.empty()) find_chinese();
    for (const Unfound& english : english_) {
      const Unfound* chinese = nearest(english);
      if (chinese == nullptr) continue;
      report(kind(kNameKinds, "name/office"), english.span, chinese->span);
      break;
    }
    check_deputies();
    check_added_deputies();
  }

 private:
  static double before(Span span, const pair::Passage& passage) {
    return static_cast<double>(span.begin - passage.span.begin) /
           static_cast<double>(std::max<std::size_t>(passage.span.size(), 1));
  }

  /// The unfound Chinese office in the place of an English one.
  [[nodiscard]] const Unfound* nearest(const Unfound& english) const {
    const Unfound* best = nullptr;
    for (const Unfound& chinese : chinese_) {
      const double apart = std::abs(english.before - chinese.before);
      if (apart > kMostApart) continue;
      if (best == nullptr || apart < std::abs(english.before - best->before)) best = &chinese;
    }
    return best;
  }

  /// The longest office that begins at a word, and how many words it has.
  [[nodiscard]] std::pair<const Office*, std::size_t> office_at(std::size_t first) const {
    std::pair<const Office*, std::size_t> best = {nullptr, 0};
    if (words_[first] != "-" && !first_words().contains(words_[first])) return best;
    std::string key;
    for (std::size_t w = first; w < words_.size() && w < first + kMostWords; ++w) {
      if (words_[w] == "-") continue;
      if (!key.empty()) key += ' ';
      key += words_[w];
      const Office* office =
          std::lower_bound(std::begin(kOffices), std::end(kOffices), key,
                           [](const Office& a, const std::string& b) { return a.english < b; });
      // Those that go on as the key does would stand here.
      if (office == std::end(kOffices) || !office->english.starts_with(key)) break;
      if (office->english == key) best = {office, w - first + 1};
    }
    return best;
  }

  void find_english() {
    const pair::Passage& english = context_.english();
    for (std::size_t w = 0; w < english.words.size();) {
      const auto [office, count] = office_at(w);
      if (office == nullptr) {
        ++w;
        continue;
      }
      offices_.push_back(office);
      bool found = false;
      for_each_part(office->chinese,
                    [&](std::string_view chinese) { found = found || has_rendering(chinese); });
      for (std::size_t k = w; k < w + count; ++k) found = found || is_linked_elsewhere(k);
      const Span span = english.words[w].span.joined(english.words[w + count - 1].span);
      found = found || std::find(std::begin(kOftenOther), std::end(kOftenOther), office->english) !=
                           std::end(kOftenOther);
      if (!found) english_.push_back({span, before(span, english)});
      w += count;
    }
  }

  /// Whether a rendering stands there; a single character has to end a word: 长 of 省长, but not 医
  /// of 医院.
  [[nodiscard]] bool has_rendering(std::string_view rendering) const {
    constexpr std::size_t kOneCharacter = 3;
    if (rendering.size() > kOneCharacter) return folded_.find(rendering) != std::string::npos;
    const std::string_view text = context_.chinese().document->text;
    return std::any_of(context_.chinese().words.begin(), context_.chinese().words.end(),
                       [&](const model::Word& word) {
                         if (word.kind != text::TokenKind::kHan) return false;
                         std::size_t end = word.span.end;
                         std::string last;
                         text::append_code_point(
                             last, text::folded_han(text::previous_code_point(text, end)));
                         return last == rendering;
                       });
  }

  /// Whether the lexicon translates a word of an English office by what is no office in Chinese.
  [[nodiscard]] bool is_linked_elsewhere(std::size_t w) const {
    const pair::LinkedWord& linked = (*english_links_)[w];
    if (pair::missing_odds(context_.english(), w, linked) >= kTranslated) return false;
    return !linked.links.empty() &&
           !holds_office(context_.chinese().words[linked.links.front().other].span);
  }

  /// Whether a word of the Chinese is an office, or part of one.
  [[nodiscard]] bool holds_office(Span word) const {
    for (std::size_t at = 0; at < folded_.size(); at = behind_character(at)) {
      const std::size_t size = chinese_offices().size_at(std::string_view(folded_).substr(at));
      if (size > 0 && chinese_span(at, size).overlaps(word)) return true;
    }
    return false;
  }

  /// The place behind the character that begins at a place of the folded text.
  [[nodiscard]] std::size_t behind_character(std::size_t at) const {
    static_cast<void>(text::next_code_point(folded_, at));
    return at;
  }

  /// Folding keeps the length.
  [[nodiscard]] Span chinese_span(std::size_t at, std::size_t size) const {
    return Span{at, at + size}.shifted(context_.chinese().span.begin);
  }

  /// Chinese offices of two characters or more none of whose English names is there.
  void find_chinese() {
    const pair::Passage& chinese = context_.chinese();
    for (std::size_t at = 0; at < folded_.size();) {
      const std::string_view rest = std::string_view(folded_).substr(at);
      const std::size_t size = chinese_offices().size_at(rest);
      if (size == 0) {
        at = behind_character(at);
        continue;
      }
      const std::string_view office = rest.substr(0, size);
      const Span span = chinese_span(at, size);
      const std::string_view behind = rest.substr(size);
      const bool vague =
          behind.starts_with("部") || behind.starts_with("府") || behind.starts_with("会") ||
          std::find(std::begin(kVague), std::end(kVague), office) != std::end(kVague);
      if (!vague && !is_english_there(office) && !is_translated(span)) {
        chinese_.push_back({span, before(span, chinese)});
      }
      at += size;
    }
  }

  [[nodiscard]] bool is_english_there(std::string_view chinese) const {
    return std::any_of(offices_.begin(), offices_.end(), [&](const Office* office) {
      bool named = false;
      for_each_part(office->chinese,
                    [&](std::string_view part) { named = named || part == chinese; });
      return named;
    });
  }

  [[nodiscard]] bool is_translated(Span span) const {
    const pair::Passage& chinese = context_.chinese();
    for (std::size_t w = 0; w < chinese.words.size(); ++w) {
      const pair::LinkedWord& linked = (*chinese_links_)[w];
      if (!chinese.words[w].span.overlaps(span) || linked.links.empty() ||
          pair::missing_odds(chinese, w, linked) >= kTranslated) {
        continue;
      }
      // An office of the English is asked by the table.
      if (office_at(linked.links.front().other).first == nullptr) return true;
    }
    return false;
  }

  /// 副 before an office, and nobody's deputy in the English.
  void check_deputies() {
    constexpr std::string_view kDeputies[] = {
        "deputy", "vice", "associate", "assistant", "lieutenant", "under", "second", "sub", "co"};
    constexpr std::string_view kDeputy = "副";
    std::size_t at = folded_.find(kDeputy);
    if (at == std::string::npos) return;
    if (std::ranges::any_of(words_, [&](const std::string& word) {
          return std::ranges::find(kDeputies, word) != std::end(kDeputies);
        })) {
      return;
    }
    for (; at != std::string::npos; at = folded_.find(kDeputy, at + kDeputy.size())) {
      const std::string_view rest = std::string_view(folded_).substr(at + kDeputy.size());
      const std::size_t size = chinese_offices().size_at(rest);
      if (size == 0 || !is_english_there(rest.substr(0, size))) continue;
      const Span span = chinese_span(at, kDeputy.size() + size);
      const bool chinese_source = context_.source.language == Language::kChinese;
      Finding finding(kind(kNameKinds, "name/deputy"));
      (chinese_source ? finding.source : finding.target) = span;
      finding.with("name", span.in(context_.chinese().document->text));
      findings_.push_back(std::move(finding));
      return;
    }
  }

  /// A deputy in the English before an office that the Chinese has, and 副 nowhere.
  void check_added_deputies() {
    constexpr std::string_view kAlsoDeputies[] = {"副",   "次",   "代",   "助理",
                                                  "第二", "常务", "署理", "二把手"};
    const auto is_deputy = [](const std::string& word) {
      return word == "deputy" || word == "vice";
    };
    if (std::ranges::none_of(words_, is_deputy) ||
        std::any_of(std::begin(kAlsoDeputies), std::end(kAlsoDeputies), [&](std::string_view word) {
          return folded_.find(word) != std::string::npos;
        })) {
      return;
    }
    const pair::Passage& english = context_.english();
    for (std::size_t w = 0; w + 1 < english.words.size(); ++w) {
      if (!is_deputy(words_[w])) continue;
      std::size_t next = w + 1;
      if (english.words[next].span.in(english.document->text) == "-") ++next;
      if (next >= english.words.size()) return;
      const auto [office, count] = office_at(next);
      if (office == nullptr || !has_any_rendering(*office)) continue;
      const bool chinese_source = context_.source.language == Language::kChinese;
      const Span span = english.words[w].span.joined(english.words[next + count - 1].span);
      Finding finding(kind(kNameKinds, "name/deputy-added"));
      (chinese_source ? finding.target : finding.source) = span;
      finding.with("name", span.in(english.document->text));
      findings_.push_back(std::move(finding));
      return;
    }
  }

  [[nodiscard]] bool has_any_rendering(const Office& office) const {
    bool any = false;
    for_each_part(office.chinese, [&](std::string_view part) { any = any || has_rendering(part); });
    return any;
  }

  void report(const FindingKind& what, Span english, Span chinese) {
    const bool chinese_source = context_.source.language == Language::kChinese;
    Finding finding(what);
    finding.source = chinese_source ? chinese : english;
    finding.target = chinese_source ? english : chinese;
    finding.with("target", finding.target->in(context_.target.document->text))
        .with("source", finding.source->in(context_.source.document->text));
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  std::vector<Finding>& findings_;
  const std::vector<pair::LinkedWord>* english_links_ = nullptr;
  const std::vector<pair::LinkedWord>* chinese_links_ = nullptr;
  std::vector<std::string> words_;      ///< of the English, plain
  std::string folded_;                  ///< the Chinese in simplified characters
  std::vector<const Office*> offices_;  ///< that the English names
  std::vector<Unfound> english_;
  std::vector<Unfound> chinese_;
};

}  // namespace

void check_offices(const BeadContext& context, std::vector<Finding>& findings) {
  Offices(context, findings).run();
}

}  // namespace duizhao::check
