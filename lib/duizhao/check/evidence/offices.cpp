#include "duizhao/check/evidence/offices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "duizhao/check/rules/name.h"
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
#include "duizhao/check/evidence/offices.inc"
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

class Offices {
 public:
  Offices(const BeadContext& context, std::vector<Finding>& findings)
      : context_(context), findings_(findings) {
    const bool chinese_source = context.source.language == Language::kChinese;
    english_links_ = chinese_source ? &context.links.target : &context.links.source;
    chinese_links_ = chinese_source ? &context.links.source : &context.links.target;
    const std::string_view text = context.chinese().document->text;
    for (std::size_t i = context.chinese().span.begin; i < context.chinese().span.end;) {
      starts_.push_back({folded_.size(), i});
      text::append_code_point(folded_, text::folded_han(text::next_code_point(text, i)));
    }
    starts_.push_back({folded_.size(), context.chinese().span.end});
  }

  void run() {
    find_english();
    if (english_.size() == 1) find_chinese();
    if (english_.size() == 1 && chinese_.size() == 1) {
      const bool near = std::abs(english_[0].before - chinese_[0].before) <= kMostApart;
      if (near) report(kind(kNameKinds, "name/office"), english_[0].span, chinese_[0].span);
    }
    check_deputies();
  }

 private:
  static double before(Span span, const pair::Passage& passage) {
    return static_cast<double>(span.begin - passage.span.begin) /
           static_cast<double>(std::max<std::size_t>(passage.span.size(), 1));
  }

  /// A word in small letters and the singular.
  [[nodiscard]] std::string word_at(std::size_t w) const {
    const pair::Passage& english = context_.english();
    std::string word = text::ascii_lowered(english.words[w].span.in(english.document->text));
    for (const std::string_view possessive : {"'s", "’s"}) {
      if (word.ends_with(possessive)) word.resize(word.size() - possessive.size());
    }
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    return word;
  }

  /// The longest office that begins at a word, and how many words it has.
  [[nodiscard]] std::pair<const Office*, std::size_t> office_at(std::size_t first) const {
    std::pair<const Office*, std::size_t> best = {nullptr, 0};
    std::string key;
    const std::size_t words = context_.english().words.size();
    for (std::size_t w = first; w < words && w < first + kMostWords; ++w) {
      const std::string word = word_at(w);
      if (word == "-") continue;
      if (!key.empty()) key += ' ';
      key += word;
      const Office* office =
          std::lower_bound(std::begin(kOffices), std::end(kOffices), key,
                           [](const Office& a, const std::string& b) { return a.english < b; });
      if (office != std::end(kOffices) && office->english == key) best = {office, w - first + 1};
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
      for_each_part(office->chinese, [&](std::string_view chinese) {
        found = found || folded_.find(chinese) != std::string::npos;
      });
      for (std::size_t k = w; k < w + count; ++k) {
        found = found || pair::missing_odds(english, k, (*english_links_)[k]) < kTranslated;
      }
      const Span span = english.words[w].span.joined(english.words[w + count - 1].span);
      found = found || std::find(std::begin(kOftenOther), std::end(kOftenOther), office->english) !=
                           std::end(kOftenOther);
      if (!found) english_.push_back({span, before(span, english)});
      w += count;
    }
  }

  /// Chinese offices of two characters or more none of whose English names is there.
  void find_chinese() {
    const pair::Passage& chinese = context_.chinese();
    for (std::size_t c = 0; c + 1 < starts_.size();) {
      const std::size_t size = chinese_office_size(starts_[c].first);
      if (size == 0) {
        ++c;
        continue;
      }
      const std::string_view office = std::string_view(folded_).substr(starts_[c].first, size);
      std::size_t end = c;
      while (starts_[end].first < starts_[c].first + size) ++end;
      const Span span{starts_[c].second, starts_[end].second};
      const bool vague =
          std::find(std::begin(kVague), std::end(kVague), office) != std::end(kVague);
      if (!vague && !is_english_there(office) && !is_translated(span)) {
        chinese_.push_back({span, before(span, chinese)});
      }
      c = end;
    }
  }

  [[nodiscard]] std::size_t chinese_office_size(std::size_t at) const {
    constexpr std::size_t kTwoCharacters = 6;
    const std::string_view rest = std::string_view(folded_).substr(at);
    std::size_t best = 0;
    for (const Office& office : kOffices) {
      for_each_part(office.chinese, [&](std::string_view chinese) {
        if (chinese.size() >= kTwoCharacters && chinese.size() > best &&
            rest.starts_with(chinese)) {
          best = chinese.size();
        }
      });
    }
    return best;
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
      if (chinese.words[w].span.overlaps(span) &&
          pair::missing_odds(chinese, w, (*chinese_links_)[w]) < kTranslated) {
        return true;
      }
    }
    return false;
  }

  /// 副 before an office, and nobody's deputy in the English.
  void check_deputies() {
    constexpr std::string_view kDeputies[] = {
        "deputy", "vice", "associate", "assistant", "lieutenant", "under", "second", "sub", "co"};
    const pair::Passage& english = context_.english();
    for (std::size_t w = 0; w < english.words.size(); ++w) {
      const std::string word = word_at(w);
      if (std::any_of(std::begin(kDeputies), std::end(kDeputies),
                      [&](std::string_view deputy) { return word == deputy; })) {
        return;
      }
    }
    constexpr std::string_view kDeputy = "副";
    for (std::size_t c = 0; c + 1 < starts_.size(); ++c) {
      if (!std::string_view(folded_).substr(starts_[c].first).starts_with(kDeputy)) continue;
      const std::size_t size = chinese_office_size(starts_[c].first + kDeputy.size());
      if (size == 0) continue;
      const std::string_view office =
          std::string_view(folded_).substr(starts_[c].first + kDeputy.size(), size);
      if (!is_english_there(office)) continue;
      std::size_t end = c;
      while (starts_[end].first < starts_[c].first + kDeputy.size() + size) ++end;
      const Span span{starts_[c].second, starts_[end].second};
      const bool chinese_source = context_.source.language == Language::kChinese;
      Finding finding(kind(kNameKinds, "name/deputy"));
      (chinese_source ? finding.source : finding.target) = span;
      finding.with("name", span.in(context_.chinese().document->text));
      findings_.push_back(std::move(finding));
      return;
    }
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
  std::string folded_;  ///< the Chinese in simplified characters
  /// Where each of its characters begins, there and in the document; last the ends.
  std::vector<std::pair<std::size_t, std::size_t>> starts_;
  std::vector<const Office*> offices_;  ///< that the English names
  std::vector<Unfound> english_;
  std::vector<Unfound> chinese_;
};

}  // namespace

void check_offices(const BeadContext& context, std::vector<Finding>& findings) {
  Offices(context, findings).run();
}

}  // namespace duizhao::check
