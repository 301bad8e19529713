#include "duizhao/check/whole_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// What stands for a name that was said before.
enum class Stand : std::uint8_t {
  kNone,     ///< the Chinese has the name nowhere, or another one in its place
  kNothing,  ///< the Chinese has it elsewhere, and here nothing for it
  kShort,    ///< a pronoun, or a part of it
};

/// The two texts of a review, for looking things up.
class WholeText {
 public:
  WholeText(const Document& source, const Document& target, const Alignment& alignment)
      : source_(source), target_(target), alignment_(alignment) {}

  /// What stands for a Chinese name that its bead does not have.
  [[nodiscard]] Stand stand_for(const Finding& finding) const {
    if (finding.code != "name/chinese-name" || !finding.bead) return Stand::kNone;
    const bool from_chinese = source_.language == Language::kChinese;
    const auto& english = from_chinese ? finding.target : finding.source;
    if (!english || (finding.source && finding.target)) return Stand::kNone;
    const std::string_view form = names::find_spelled(
        english->in((from_chinese ? target_ : source_).text), chinese().text, 2);
    if (form.empty()) return Stand::kNone;
    const Bead& bead = alignment_.beads[*finding.bead];
    const std::string_view here = text_of(chinese(), from_chinese ? bead.source : bead.target);
    constexpr std::string_view kPronouns[] = {"他", "她", "其",   "我", "你",
                                              "您", "佢", "自己", "谁"};
    const auto stands_here = [&](std::string_view word) {
      return here.find(word) != std::string_view::npos;
    };
    if (std::ranges::any_of(kPronouns, stands_here)) return Stand::kShort;
    std::size_t given = names::surname_size(form);
    while (given < form.size()) {
      const std::size_t begin = given;
      static_cast<void>(text::next_code_point(form, given));
      if (stands_here(form.substr(begin, given - begin))) return Stand::kShort;
    }
    return Stand::kNothing;
  }

  /// Whether one pronoun serves for everybody: 他 in old texts, 佢.
  [[nodiscard]] bool knows_no_she() const { return chinese().text.find("她") == std::string::npos; }

  /// Whether what the target adds is a year that the source names elsewhere.
  [[nodiscard]] bool is_year_said_elsewhere(const Finding& finding) const {
    if (finding.code != "date/added" || !finding.target) return false;
    const std::string_view added = finding.target->in(target_.text);
    constexpr std::size_t kDigits = 4;
    const std::string_view year = added.substr(0, kDigits);
    const std::string_view rest = added.substr(std::min(kDigits, added.size()));
    if (!std::ranges::all_of(year, text::is_ascii_digit) || year.size() != kDigits) return false;
    if (!rest.empty() && rest != "年" && rest != " 年") return false;
    std::size_t times = 0;
    for (std::size_t at = source_.text.find(year); at != std::string::npos;
         at = source_.text.find(year, at + kDigits)) {
      ++times;
    }
    return times > 1;
  }

 private:
  [[nodiscard]] const Document& chinese() const {
    return source_.language == Language::kChinese ? source_ : target_;
  }

  static std::string_view text_of(const Document& document,
                                  const std::vector<std::uint32_t>& sentences) {
    if (sentences.empty()) return {};
    const Span first = document.sentences[sentences.front()].span;
    return first.joined(document.sentences[sentences.back()].span).in(document.text);
  }

  const Document& source_;
  const Document& target_;
  const Alignment& alignment_;
};

bool is_of_gender(const Finding& finding) {
  return finding.code == "pronoun/gender" || finding.code == "pronoun/gender-perhaps";
}

}  // namespace

void excuse_by_whole_text(const Document& source, const Document& target,
                          const Alignment& alignment, std::vector<Finding>& findings) {
  constexpr std::ptrdiff_t kHabit = 3;
  constexpr double kHint = 0.15;
  const WholeText texts(source, target, alignment);
  const bool one_for_all =
      std::ranges::count_if(findings, is_of_gender) >= kHabit && texts.knows_no_she();
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    const Stand stand = texts.stand_for(finding);
    if (stand == Stand::kShort || (one_for_all && is_of_gender(finding))) continue;
    if (stand == Stand::kNothing || texts.is_year_said_elsewhere(finding)) {
      finding.severity = Severity::kNeutral;
      finding.confidence = std::min(finding.confidence, kHint);
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace duizhao::check
