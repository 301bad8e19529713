#include "duizhao/check/evidence/names/shared_heads.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/consonants.h"
#include "duizhao/names/sound.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"

namespace duizhao::check {
namespace {

/// A word whose log-odds of missing are lower has surely its counterpart.
constexpr double kSurelyLinked = -1;
/// A word whose log-odds of missing are higher has most surely none.
constexpr double kSurelyMissing = 1;
/// Words that are nearer in meaning may be each other's translation.
constexpr float kRelated = 1;
/// What one name says of another by its sound, and how far their consonants agree, make together so
/// much where both may be one name.
constexpr double kAlike = 0.7;
constexpr double kConfidence = 0.6;

/// What a law, a treaty or a rule ends with: titles of such are rendered word by word, those of
/// films and novels freely (魂断蓝桥, Waterloo Bridge).
bool is_instrument(std::string_view word) {
  constexpr std::string_view kEnds[] = {"法",   "法案", "法令", "法典",   "法律", "条例", "宪法",
                                        "条约", "协定", "协议", "议定书", "公约", "和约", "宪章",
                                        "宣言", "规则", "规定", "办法",   "细则", "章程", "守则"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return word.ends_with(end); });
}

/// Numbers of words in a row, the last of them not included.
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

class SharedHeads {
 public:
  SharedHeads(const BeadContext& context, std::span<const NameWord> words, const Mentions& mentions,
              std::vector<Finding>& findings)
      : context_(context),
        chinese_(context.chinese()),
        english_(context.english()),
        words_(words),
        mentions_(mentions),
        findings_(findings) {}

  void run() {
    for (std::size_t c = 0; c < chinese_.words.size(); ++c) {
      const auto name = name_with_head(c);
      if (!name) continue;
      const auto head = english_head_of(c);
      if (!head) continue;
      const auto english = words_around(*head);
      if (!english.empty() && are_others(english, *head, *name, c)) {
        report(span_of(english), span_of(*name));
      }
    }
  }

 private:
  [[nodiscard]] std::string_view english_text() const { return english_.document->text; }
  [[nodiscard]] std::string_view chinese_text() const { return chinese_.document->text; }

  [[nodiscard]] double missing_of_chinese(std::size_t word) const {
    return pair::missing_odds(chinese_, word, context_.chinese_links()[word]);
  }
  [[nodiscard]] double missing_of_english(std::size_t word) const {
    return pair::missing_odds(english_, word, context_.english_links()[word]);
  }

  [[nodiscard]] Span span_of(WordRange chinese) const {
    return chinese_.words[chinese.first].span.joined(chinese_.words[chinese.end - 1].span);
  }
  [[nodiscard]] static Span span_of(std::span<const NameWord> english) {
    return {english.front().span.begin, english.back().span.begin + english.back().stem.size()};
  }

  /// The Chinese name that a word is the head of: all that 《》 hold, of a law or treaty, or a name
  /// that nothing renders with the word behind it, as 雨果 with 奖.
  [[nodiscard]] std::optional<WordRange> name_with_head(std::size_t head) const {
    const Span word = chinese_.words[head].span;
    if (head == 0 || chinese_.words[head].kind != text::TokenKind::kHan) return std::nullopt;
    if (chinese_text().substr(word.end).starts_with("》")) {
      if (!is_instrument(text::folded_han(word.in(chinese_text())))) return std::nullopt;
      std::size_t first = head;
      while (first > 0 && chinese_.words[first - 1].kind == text::TokenKind::kHan) --first;
      const bool titled =
          chinese_text().substr(0, chinese_.words[first].span.begin).ends_with("《");
      if (!titled || first == head) return std::nullopt;
      return WordRange{first, head + 1};
    }
    const auto name = std::ranges::find_if(mentions_.chinese, [&](const Mention& mention) {
      return mention.span.end == word.begin && !mention.rendered;
    });
    if (name == mentions_.chinese.end()) return std::nullopt;
    std::size_t first = head;
    while (first > 0 && chinese_.words[first - 1].span.begin >= name->span.begin) --first;
    if (first == head) return std::nullopt;
    return WordRange{first, head + 1};
  }

  /// The English word that a Chinese one is the counterpart of, each the other's best.
  [[nodiscard]] std::optional<std::size_t> english_head_of(std::size_t chinese) const {
    const pair::LinkedWord& linked = context_.chinese_links()[chinese];
    if (linked.links.empty() || missing_of_chinese(chinese) > kSurelyLinked) return std::nullopt;
    const std::size_t english = linked.links.front().other;
    const pair::LinkedWord& back = context_.english_links()[english];
    if (back.links.empty() || back.links.front().other != chinese ||
        missing_of_english(english) > kSurelyLinked) {
      return std::nullopt;
    }
    return english;
  }

  /// What stands between two words that may be of one name.
  [[nodiscard]] bool joins(Span before, Span behind) const {
    constexpr std::string_view kBetween[] = {" ",     "-",        " of ",  " on ",
                                             " for ", " of the ", " and ", " on the "};
    const std::string_view between = english_text().substr(before.end, behind.begin - before.end);
    return std::ranges::find(kBetween, between) != std::end(kBetween);
  }

  /// The words in capitals of the name that a head is of, which has a capital itself.
  [[nodiscard]] std::span<const NameWord> words_around(std::size_t head) const {
    const auto found = std::ranges::find(words_, head, &NameWord::word);
    if (found == words_.end()) return {};
    auto first = static_cast<std::size_t>(found - words_.begin());
    std::size_t end = first + 1;
    while (first > 0 && joins(words_[first - 1].span, words_[first].span)) --first;
    while (end < words_.size() && joins(words_[end - 1].span, words_[end].span)) ++end;
    if (words_[first].stem == "The") ++first;
    return words_.subspan(first, end - first);
  }

  /// Whether both names have words of which the other has nothing, and nothing in either is of
  /// something else.
  [[nodiscard]] bool are_others(std::span<const NameWord> english, std::size_t english_head,
                                WordRange chinese, std::size_t chinese_head) const {
    std::vector<model::Word> here;
    const std::string_view written = span_of(chinese).in(chinese_text());
    for (const NameWord& word : english) {
      if (word.word == english_head) continue;
      if (word.written || word.spelled || word.region || word.glossed ||
          sounds_near(word, span_of(chinese))) {
        return false;
      }
      if (word.missing >= kSurelyMissing) {
        here.push_back(english_.words[word.word]);
        continue;
      }
      const auto links = context_.english_links()[word.word].links;
      if (links.empty() || !is_in(links.front().other, chinese)) return false;
    }
    std::vector<model::Word> there;
    for (std::size_t c = chinese.first; c < chinese.end; ++c) {
      if (c == chinese_head) continue;
      if (missing_of_chinese(c) >= kSurelyMissing) {
        there.push_back(chinese_.words[c]);
        continue;
      }
      const auto links = context_.chinese_links()[c].links;
      if (links.empty()) return false;
      const Span counterpart = english_.words[links.front().other].span;
      if (!span_of(english).contains(counterpart)) return false;
    }
    return !here.empty() && !there.empty() && !may_be_one(here, there, written);
  }

  /// Whether a word sounds like what a name is, or begins within: 兰恩 of 普顿兰恩大学.
  [[nodiscard]] static bool sounds_near(const NameWord& word, Span name) {
    return word.sound().share() >= kSoundsLike && word.sound().span.begin <= name.end &&
           name.begin <= word.sound().span.end;
  }

  static bool is_in(std::size_t word, WordRange range) {
    return range.first <= word && word < range.end;
  }

  /// Whether one may be the other's translation or transliteration.
  [[nodiscard]] bool may_be_one(std::span<const model::Word> english,
                                std::span<const model::Word> chinese,
                                std::string_view written) const {
    const names::SoundedText sounded(written);
    for (const model::Word& word : english) {
      const std::string_view latin = word.span.in(english_text());
      const double sound = std::max(0.0, names::find_sound(latin, sounded).share());
      if (sound + names::consonants_alike(latin, written) >= kAlike) return true;
    }
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    const auto is_related = [](const std::vector<float>& nearness) {
      return std::ranges::any_of(nearness, [](float one) { return one >= kRelated; });
    };
    return is_related(pair::relatedness(english, Language::kEnglish, chinese, Language::kChinese,
                                        lexicon)) ||
           is_related(pair::relatedness(chinese, Language::kChinese, english, Language::kEnglish,
                                        lexicon));
  }

  void report(Span english, Span chinese) {
    const bool chinese_source = context_.source.language == Language::kChinese;
    const bool told = std::ranges::any_of(findings_, [&](const Finding& other) {
      const auto& on_chinese = chinese_source ? other.source : other.target;
      const auto& on_english = chinese_source ? other.target : other.source;
      return (on_chinese && on_chinese->overlaps(chinese)) ||
             (on_english && on_english->overlaps(english));
    });
    if (told) return;
    Mention name;
    name.span = chinese;
    findings_.push_back(another_name(context_, name, english, kConfidence));
  }

  const BeadContext& context_;
  const pair::Passage& chinese_;
  const pair::Passage& english_;
  std::span<const NameWord> words_;  ///< of the English
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_shared_heads(const BeadContext& context, std::span<const NameWord> words,
                        const Mentions& mentions, std::vector<Finding>& findings) {
  if (context.resources.names == nullptr) return;
  SharedHeads(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
