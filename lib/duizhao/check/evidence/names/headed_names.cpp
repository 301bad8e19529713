#include "duizhao/check/evidence/names/headed_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A word whose log-odds of missing are higher has most surely no translation on the other side.
constexpr double kSurelyMissing = 1;
/// A word that is likelier linked than not.
constexpr double kLinked = -0.2;
/// Translations that are less likely say nothing of a word.
constexpr float kLikelyTranslation = 0.05F;
/// Words that are commoner say in one way of several what kind of body it is: "State", "National".
constexpr float kOfKind = 1.5e-4F;
/// A word beside a name in Chinese may be of the name in English: 国立清华大学.
constexpr std::size_t kBeside = 6;  // bytes
/// Characters of a name that is made of parts, at least.
constexpr std::size_t kLeastCharacters = 4;
constexpr double kConfidence = 0.6;

class HeadedNames {
 public:
  HeadedNames(const BeadContext& context, std::span<const NameWord> words, const Mentions& mentions,
              std::vector<Finding>& findings)
      : context_(context), words_(words), mentions_(mentions), findings_(findings) {}

  void run() {
    const Mention* only = nullptr;
    for (const Mention& mention : mentions_.chinese) {
      if (!is_candidate(mention)) continue;
      if (only != nullptr) return;  // which of them is meant can't be told
      only = &mention;
    }
    if (only == nullptr) return;
    for (std::size_t w = 0; w < words_.size();) {
      const std::size_t end = end_of_run(w);
      if (is_in_place_of(*only, w, end)) {
        report(*only, run_of(w, end));
        return;
      }
      w = end;
    }
  }

 private:
  [[nodiscard]] std::string_view english_text() const { return context_.english().document->text; }
  [[nodiscard]] std::string_view chinese_text() const { return context_.chinese().document->text; }

  [[nodiscard]] bool is_candidate(const Mention& mention) const {
    const std::string_view written = mention.span.in(chinese_text());
    const bool body = mention.kinds.body && !mention.kinds.country && !mention.kinds.place &&
                      !mention.kinds.person;
    return !mention.rendered && !mention.names.empty() &&
           (body || is_titled(chinese_text(), mention.span)) &&
           text::count_code_points(written) >= kLeastCharacters;
  }

  /// The number of the first word behind `first` that is not of one name with it.
  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < words_.size()) {
      const std::size_t begin = words_[end - 1].span.end;
      const std::string_view between = english_text().substr(begin, words_[end].span.begin - begin);
      if (between != " " && between != " of " && between != " for " && between != " of the ") break;
      ++end;
    }
    return end;
  }

  [[nodiscard]] Span run_of(std::size_t first, std::size_t end) const {
    if (words_[first].stem == "The") ++first;
    return {words_[first].span.begin, words_[end - 1].span.begin + words_[end - 1].stem.size()};
  }

  /// Whether a run of words has one that the name has, and one that nothing stands for.
  [[nodiscard]] bool is_in_place_of(const Mention& name, std::size_t first, std::size_t end) const {
    bool linked = false;
    bool foreign = false;
    for (std::size_t w = first; w < end; ++w) {
      const NameWord& word = words_[w];
      const auto links = context_.english_links()[word.word].links;
      if (word.missing < kLinked && !links.empty()) {
        const Span counterpart = context_.chinese().words[links.front().other].span;
        if (counterpart.overlaps(name.span)) {
          linked = true;
        } else if (word.stem != "The" && (counterpart.end + kBeside < name.span.begin ||
                                          name.span.end + kBeside < counterpart.begin)) {
          return false;  // of something else
        }
        continue;
      }
      foreign = foreign || (!is_head(w, end) && is_foreign_to(name, word));
    }
    return linked && foreign && !is_known_elsewhere(run_of(first, end), name);
  }

  /// Whether a word says what kind of thing a name is of, which each language does in its own way:
  /// "Federation", "Bank of", but not "of Nanking".
  [[nodiscard]] bool is_head(std::size_t word, std::size_t end) const {
    const std::string_view before = english_text().substr(0, words_[word].span.begin);
    const std::string_view behind = english_text().substr(words_[word].span.end);
    return behind.starts_with(" of ") || behind.starts_with(" for ") ||
           (word + 1 == end && !before.ends_with(" of "));
  }

  /// Whether a word has nothing in the Chinese, and means nothing that the name is made of.
  [[nodiscard]] bool is_foreign_to(const Mention& name, const NameWord& word) const {
    const pair::LinkedWord& linked = context_.english_links()[word.word];
    if (word.initial || word.written || word.spelled || word.region || word.glossed ||
        word.missing < kSurelyMissing || linked.commonness > kOfKind) {
      return false;
    }
    if (word.sound().span.overlaps(name.span)) return false;
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    const std::uint32_t id = context_.english().words[word.word].id;
    if (id == model::kUnknownWord) return false;
    const std::string chinese = text::folded_han(name.span.in(chinese_text()));
    for (const model::Translation& translation : lexicon.translations(Language::kEnglish, id)) {
      if (translation.probability < kLikelyTranslation) break;
      const std::string form = text::folded_han(lexicon.form(Language::kChinese, translation.id));
      for (std::size_t begin = 0, at = 0; begin < form.size(); begin = at) {
        static_cast<void>(text::next_code_point(form, at));
        if (chinese.find(form.substr(begin, at - begin)) != std::string::npos) return false;
      }
    }
    return true;
  }

  /// Whether a run is, or has, a name that the Chinese has at another place.
  [[nodiscard]] bool is_known_elsewhere(Span run, const Mention& name) const {
    const bool rendered = std::ranges::any_of(mentions_.english, [&](const Mention& other) {
      return other.rendered && other.span.overlaps(run) && !other.counterpart.empty() &&
             !other.counterpart.overlaps(name.span);
    });
    return rendered || std::ranges::any_of(mentions_.chinese, [&](const Mention& other) {
             return !other.counterpart.empty() && other.counterpart.overlaps(run);
           });
  }

  void report(const Mention& name, Span english) {
    const bool chinese_source = context_.source.language == Language::kChinese;
    const bool told = std::ranges::any_of(findings_, [&](const Finding& other) {
      const auto& on_chinese = chinese_source ? other.source : other.target;
      const auto& on_english = chinese_source ? other.target : other.source;
      return (on_chinese && on_chinese->overlaps(name.span)) ||
             (on_english && on_english->overlaps(english));
    });
    if (told) return;
    findings_.push_back(another_name(context_, name, english, kConfidence));
  }

  const BeadContext& context_;
  std::span<const NameWord> words_;  ///< of the English
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_headed_names(const BeadContext& context, std::span<const NameWord> words,
                        const Mentions& mentions, std::vector<Finding>& findings) {
  if (context.resources.names == nullptr) return;
  HeadedNames(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
