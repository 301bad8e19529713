#include "duizhao/extract/name_borders.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "duizhao/names/name_heads.h"
#include "duizhao/names/spellings.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/known_names.h"
#include "duizhao/terms/name_kind.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::extract {
namespace {

/// What remains of the score of an entry that seems to be none.
constexpr double kDoubted = 0.3;

/// A title before an English name, and what stands for it at either end of the Chinese one, between
/// bars, in simplified characters. Those that only address somebody go wherever they stand.
struct Title {
  std::string_view english;
  std::string_view chinese;
  bool addresses = false;
};
constexpr Title kTitles[] = {
    {"Mr", "先生", true},
    {"Mrs", "女士|太太|夫人", true},
    {"Ms", "女士|小姐", true},
    {"Miss", "小姐|女士", true},
    {"Madam", "女士|夫人", true},
    {"Sir", "爵士"},
    {"Lord", "勋爵|爵士"},
    {"Dame", "女爵|爵士"},
    {"Dr", "博士|医生|大夫"},
    {"Professor", "教授"},
    {"Prof", "教授"},
    {"President", "总统|主席|总裁|校长|会长"},
    {"Premier", "总理|省长"},
    {"Minister", "部长|大臣"},
    {"Chancellor", "总理|财政大臣"},
    {"Chairman", "主席|董事长"},
    {"Governor", "州长|省长|总督|行长"},
    {"Mayor", "市长"},
    {"Senator", "参议员"},
    {"Judge", "法官"},
    {"King", "国王"},
    {"Queen", "女王"},
    {"Prince", "王子|亲王"},
    {"Princess", "公主"},
};

/// Calls `use` for each of several words between bars, until it returns true; whether it did.
template <typename Use>
bool any_of(std::string_view words, Use&& use) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    if (use(words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

/// The title that an English name begins with, with the bytes of it and what parts it from the
/// name.
const Title* title_of(std::string_view english, std::size_t& size) {
  const std::size_t end = english.find_first_of(". ");
  if (end == std::string_view::npos) return nullptr;
  size = english.find_first_not_of(". ", end);
  if (size == std::string_view::npos || text::is_ascii_lower(english[size])) return nullptr;
  const auto title = std::ranges::find(kTitles, english.substr(0, end), &Title::english);
  return title == std::end(kTitles) ? nullptr : &*title;
}

/// The bytes at the end of a Chinese name, or at its beginning, that are a title; what remains has
/// two characters at least.
struct TitleSizes {
  std::size_t front = 0;
  std::size_t back = 0;
};
TitleSizes title_sizes(std::string_view folded, std::string_view titles) {
  TitleSizes sizes;
  any_of(titles, [&](std::string_view title) {
    if (text::count_code_points(folded) < text::count_code_points(title) + 2) return false;
    if (folded.ends_with(title)) {
      sizes.back = title.size();
    } else if (folded.starts_with(title)) {
      sizes.front = title.size();
    }
    return sizes.front + sizes.back > 0;
  });
  return sizes;
}

class NameBorders {
 public:
  NameBorders(const std::vector<TextPair>& pairs, const model::NameStore* names)
      : pairs_(pairs), names_(names) {}

  void settle(TermProposal& proposal) const {
    cut_article(proposal);
    cut_title(proposal);
    cut_kind_of_place(proposal);
    if (names_ != nullptr) {
      take_whole_name(proposal);
      if (is_doubted(proposal)) proposal.score *= kDoubted;
    }
    proposal.kind = terms::name_kind(proposal.english, proposal.chinese, names_);
  }

 private:
  static void cut_article(TermProposal& proposal) {
    for (const std::string_view article : {"the ", "The ", "a ", "an "}) {
      if (proposal.english.starts_with(article)) proposal.english.erase(0, article.size());
    }
  }

  static void cut_title(TermProposal& proposal) {
    const std::string folded = text::folded_han(proposal.chinese);
    if (folded.size() != proposal.chinese.size()) return;
    std::size_t size = 0;
    const Title* title = title_of(proposal.english, size);
    TitleSizes chinese;
    if (title != nullptr) {
      chinese = title_sizes(folded, title->chinese);
      if (chinese.front + chinese.back == 0 && !title->addresses) return;
      proposal.english.erase(0, size);
    } else {
      // 普京先生 for "Putin".
      if (!is_name(proposal.english)) return;
      for (const Title& other : kTitles) {
        if (other.addresses && chinese.back == 0)
          chinese.back = title_sizes(folded, other.chinese).back;
      }
    }
    proposal.chinese.erase(proposal.chinese.size() - chinese.back);
    while (proposal.chinese.ends_with(' ')) proposal.chinese.pop_back();
    proposal.chinese.erase(0, chinese.front);
  }

  static bool is_name(std::string_view english) {
    return !english.empty() && text::is_ascii_upper(english.front());
  }

  /// 广东省 for "Guangdong" is 广东, where that is known; "Guangdong Province" for 广东 is
  /// "Guangdong".
  void cut_kind_of_place(TermProposal& proposal) const {
    if (names_ == nullptr || !is_name(proposal.english)) return;
    const std::string folded = text::folded_han(proposal.chinese);
    if (folded.size() != proposal.chinese.size()) return;
    const names::NameHead* head = names::head_of(folded);
    const std::size_t last = proposal.english.rfind(' ');
    if (head != nullptr && head->land == names::Land::kAdministered) {
      const std::string_view stem =
          std::string_view(folded).substr(0, folded.size() - head->chinese.size());
      if (!names::has_head(proposal.english, *head) && is_place(stem, proposal.english)) {
        proposal.chinese.resize(stem.size());
      }
    } else if (last != std::string::npos) {
      const std::string_view word = std::string_view(proposal.english).substr(last + 1);
      const std::string_view stem = std::string_view(proposal.english).substr(0, last);
      // "Kowloon City" is 九龙城 with its end: pinyin tells that nothing is left of it.
      if (names::land_of(word) == names::Land::kAdministered && names::spells(stem, folded) &&
          is_place(folded, stem)) {
        proposal.english.resize(last);
      }
    }
  }

  /// Whether a Chinese name is a place that is so called.
  [[nodiscard]] bool is_place(std::string_view chinese, std::string_view english) const {
    const auto known = names_->find(chinese);
    return known && (known->kinds.place || known->kinds.country) && !known->ordinary &&
           has_rendering(*known, model::name_key(english));
  }

  static bool has_rendering(const model::KnownName& name, std::string_view key) {
    return std::ranges::any_of(
        name.english, [&](std::string_view english) { return model::name_key(english) == key; });
  }

  /// The English of a known name, as the pair has it, where the proposal has but a part of it.
  void take_whole_name(TermProposal& proposal) const {
    const auto known = names_->find(text::folded_han(proposal.chinese));
    if (!known || known->ordinary || !is_name(proposal.english)) return;
    if (has_rendering(*known, model::name_key(proposal.english))) return;
    const std::string_view text = pairs_[proposal.example].english;
    for (const std::string_view english : known->english) {
      if (english.size() <= proposal.english.size() ||
          english.find(proposal.english) == std::string_view::npos) {
        continue;
      }
      if (text.find(english) == std::string_view::npos || stands_alone(proposal, english)) continue;
      proposal.english = english;
      return;
    }
  }

  /// Whether a pair has a proposal without the longer name that it is part of: "Belt and Road"
  /// beside "Belt and Road Initiative".
  [[nodiscard]] bool stands_alone(const TermProposal& proposal, std::string_view whole) const {
    return std::ranges::any_of(pairs_, [&](const TextPair& pair) {
      return pair.english.find(proposal.english) != std::string_view::npos &&
             pair.chinese.find(proposal.chinese) != std::string_view::npos &&
             pair.english.find(whole) == std::string_view::npos;
    });
  }

  [[nodiscard]] bool is_doubted(const TermProposal& proposal) const {
    return joins_two_names(proposal) || known_otherwise(proposal);
  }

  /// "Iraq and Syria".
  [[nodiscard]] bool joins_two_names(const TermProposal& proposal) const {
    constexpr std::string_view kAnd = " and ";
    const std::string_view english = proposal.english;
    const std::size_t place = english.find(kAnd);
    if (place == std::string_view::npos) return false;
    const auto is_known = [&](std::string_view name) {
      return !names_->rendered(model::name_key(name)).empty();
    };
    return is_known(english.substr(0, place)) && is_known(english.substr(place + kAnd.size()));
  }

  [[nodiscard]] bool known_otherwise(const TermProposal& proposal) const {
    TermEntry entry;
    entry.terms.push_back({.text = proposal.english, .language = Language::kEnglish});
    entry.terms.push_back({.text = proposal.chinese, .language = Language::kChinese});
    return terms::known_otherwise(entry, *names_).has_value();
  }

  const std::vector<TextPair>& pairs_;
  const model::NameStore* names_;  ///< may be null
};

}  // namespace

std::vector<TermProposal> settle_names(std::vector<TermProposal> proposals,
                                       const std::vector<TextPair>& pairs,
                                       const model::NameStore* names) {
  const NameBorders borders(pairs, names);
  for (TermProposal& proposal : proposals) borders.settle(proposal);
  std::ranges::stable_sort(proposals, std::greater<>(), &TermProposal::score);
  std::unordered_set<std::string> seen;
  std::erase_if(proposals, [&](const TermProposal& proposal) {
    return proposal.english.empty() || proposal.chinese.empty() ||
           !seen.insert(terms::fold(proposal.english).bytes).second;
  });
  return proposals;
}

}  // namespace duizhao::extract
