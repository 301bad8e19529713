#include "duizhao/check/evidence/names/swapped_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/name_forms.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/spellings.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A transliteration says so much of what there is to say, and there is so much, in nats.
constexpr double kSounds = 0.5;
constexpr double kInformation = 9;
/// English words that are commoner are no names: "There", "Service".
constexpr float kRareName = 3e-5F;
/// Words beside a name that are asked whom they speak of.
constexpr std::size_t kReach = 5;
/// How much less a word says for each step away.
constexpr double kFading = 0.35;
/// Less is not told.
constexpr double kLeastLogOdds = 0;
/// More names than these in a pair, and which changed places with which is a guess.
constexpr std::size_t kMostNames = 8;

/// A name that both sides have once.
struct Anchor {
  Span english;
  Span chinese;
  std::size_t first = 0;  ///< of its English words
  std::size_t last = 0;
};

/// What speaks for two names having changed places, and what against.
struct SwapEvidence {
  double given = 0;     ///< given names beside the other's surname, less those beside their own
  double words = 0;     ///< words beside them that the lexicon links crosswise, less straight ones
  double speaker = 0;   ///< 1: who speaks on one side is the other on the other; -1: the same
  double reversed = 0;  ///< 1 where they stand in the other order
  double first = 0;     ///< 1: one begins the one side and the other the other; -1: one begins both
  double acting = 0;    ///< 1: who defeats, sues, praises whom is the other way round; -1: the same

  [[nodiscard]] double log_odds() const {
    return -3.0 + 2.5 * given + 1.5 * words + 1.5 * speaker + 1.5 * reversed + first + 4.0 * acting;
  }
};

class SwappedNames {
 public:
  SwappedNames(const BeadContext& context, std::span<const NameWord> words,
               const Mentions& mentions, std::vector<Finding>& findings)
      : context_(context), words_(words), mentions_(mentions), findings_(findings) {}

  void run() {
    const auto may_be_anchor = [&](const NameWord& word) {
      return !word.region && (word.spelled || is_rare(word) || known_place(word));
    };
    if (std::ranges::count_if(words_, may_be_anchor) < 2) return;
    find_anchors();
    if (anchors_.size() < 2 || anchors_.size() > kMostNames) return;
    for (std::size_t a = 0; a < anchors_.size(); ++a) {
      for (std::size_t b = a + 1; b < anchors_.size(); ++b) judge(anchors_[a], anchors_[b]);
    }
  }

 private:
  [[nodiscard]] std::string_view english_text() const { return context_.english().document->text; }
  [[nodiscard]] std::string_view chinese_text() const { return context_.chinese().document->text; }

  static bool is_other_kind(const model::NameKinds& kinds) {
    return (kinds.place || kinds.country || kinds.body) && !kinds.person && !kinds.given;
  }

  /// Whether a stretch is the only one of its kind in the passage.
  static bool stands_once(std::string_view passage, std::string_view part) {
    const std::size_t at = passage.find(part);
    return at != std::string_view::npos && passage.find(part, at + 1) == std::string_view::npos;
  }

  void find_anchors() {
    for (std::size_t n = 0; n < words_.size(); ++n) {
      const NameWord& word = words_[n];
      if (word.region) continue;
      Anchor anchor{word.span, {}, word.word, word.word};
      const auto person = pinyin_person(n, anchor);
      if (person && anchor.last > anchor.first) {  // 陆川 is a county too, "Lu Chuan" is not
        anchor.chinese = *person;
        add_once(anchor);
        continue;
      }
      const bool other = std::any_of(
          mentions_.english.begin(), mentions_.english.end(), [&](const Mention& mention) {
            return mention.span.overlaps(word.span) && is_other_kind(mention.kinds);
          });
      if (other) continue;
      if (person) {
        anchor.chinese = *person;
      } else if (const auto known = known_place(word)) {
        anchor.chinese = *known;
      } else if (sounds_like_name(word)) {
        anchor.chinese = word.sound().span;
      } else {
        continue;
      }
      add(anchor);
    }
  }

  [[nodiscard]] bool is_rare(const NameWord& word) const {
    return context_.english_links()[word.word].commonness < kRareName;
  }

  /// Whether a rare word is transliterated, and not by an ordinary word.
  [[nodiscard]] bool sounds_like_name(const NameWord& word) const {
    return is_rare(word) && word.sound().share() >= kSounds &&
           word.sound().information >= kInformation &&
           !holds_ordinary_word(context_.chinese(), word.sound().span,
                                *context_.resources.lexicon) &&
           is_transliteration(word.sound().span.in(chinese_text()));
  }

  [[nodiscard]] bool is_transliteration(std::string_view chinese) const {
    return context_.resources.names->is_transliterated(text::folded_han(chinese));
  }

  void add(const Anchor& anchor) {
    for (const Mention& mention : mentions_.chinese) {
      if (mention.span.overlaps(anchor.chinese) && is_other_kind(mention.kinds)) return;
    }
    add_once(anchor);
  }

  void add_once(const Anchor& anchor) {
    for (const Anchor& other : anchors_) {
      if (other.chinese.overlaps(anchor.chinese) || other.english.overlaps(anchor.english)) return;
    }
    if (!stands_once(context_.english().text(), anchor.english.in(english_text())) ||
        !stands_once(context_.chinese().text(), anchor.chinese.in(chinese_text()))) {
      return;
    }
    anchors_.push_back(anchor);
  }

  /// What a name's known rendering is, on either side.
  [[nodiscard]] std::optional<Span> known_place(const NameWord& word) const {
    for (const Mention& mention : mentions_.english) {
      if (mention.span.overlaps(word.span) && !mention.counterpart.empty()) {
        return mention.counterpart;
      }
    }
    for (const Mention& mention : mentions_.chinese) {
      if (!mention.counterpart.empty() && mention.counterpart.overlaps(word.span)) {
        return mention.span;
      }
    }
    return std::nullopt;
  }

  /// Whether two English words stand side by side, both with a capital.
  [[nodiscard]] bool are_one_name(std::size_t first, std::size_t second) const {
    const auto& english = context_.english().words;
    const auto is_capital = [&](std::size_t word) {
      return english[word].kind == text::TokenKind::kWord &&
             text::is_ascii_upper(english_text()[english[word].span.begin]);
    };
    return second < english.size() && is_capital(first) && is_capital(second) &&
           english_text().substr(english[first].span.end,
                                 english[second].span.begin - english[first].span.end) == " ";
  }

  /// "Liu Yu" for 刘宇: two words that spell characters to the last letter. The words with numbers
  /// `first` to `last` of the English.
  [[nodiscard]] std::optional<Span> spelled_by(std::size_t first, std::size_t last) const {
    const auto& english = context_.english().words;
    const Span latin = english[first].span.joined(english[last].span);
    const names::LatinName name(latin.in(english_text()));
    const std::string_view chinese = context_.chinese().text();
    for (std::size_t i = 0; i < chinese.size();) {
      const std::size_t count = name.characters_spelled(chinese.substr(i, 12));
      if (count >= 2) {
        std::size_t end = i;
        for (std::size_t k = 0; k < count; ++k)
          static_cast<void>(text::next_code_point(chinese, end));
        return Span{i, end}.shifted(context_.chinese().span.begin);
      }
      static_cast<void>(text::next_code_point(chinese, i));
    }
    return std::nullopt;
  }

  /// A person in pinyin, with the words that the name has; "Lu" of "Lu Chuan" is too short to be
  /// taken for a name by itself.
  [[nodiscard]] std::optional<Span> pinyin_person(std::size_t n, Anchor& anchor) const {
    if (!words_[n].spelled) return std::nullopt;
    const auto& english = context_.english().words;
    std::size_t first = words_[n].word;
    std::size_t last = first;
    if (are_one_name(first, first + 1)) {
      ++last;
    } else if (first > 0 && are_one_name(first - 1, first)) {
      --first;
    }
    const auto chinese = spelled_by(first, last);
    if (!chinese) return std::nullopt;
    anchor.english = english[first].span.joined(english[last].span);
    anchor.first = first;
    anchor.last = last;
    return chinese;
  }

  // --- What stands beside --------------------------------------------------------------------

  /// Whether the one stretch is followed by the other as a given name is by its surname.
  [[nodiscard]] static bool follow(std::string_view text, Span given, Span surname) {
    if (given.end > surname.begin) return false;
    const std::string_view between = text.substr(given.end, surname.begin - given.end);
    return between.empty() || between == " " || between == "·" || between == "•" ||
           between == "‧" || between == "・" || between == "．";
  }

  [[nodiscard]] double given_names(const Anchor& a, const Anchor& b) const {
    double sum = 0;
    for (const Anchor& other : anchors_) {
      if (&other == &a || &other == &b) continue;
      const bool before_a = follow(english_text(), other.english, a.english);
      const bool before_b = follow(english_text(), other.english, b.english);
      const bool chinese_a = follow(chinese_text(), other.chinese, a.chinese);
      const bool chinese_b = follow(chinese_text(), other.chinese, b.chinese);
      if ((before_a && chinese_b) || (before_b && chinese_a)) sum += 1;
      if ((before_a && chinese_a) || (before_b && chinese_b)) sum -= 1;
    }
    return sum;
  }

  struct Neighbour {
    std::size_t word = 0;
    double weight = 0;
  };

  static double rarity(float commonness) {
    constexpr double kCommon = 2e-2;
    constexpr double kRare = 1e-3;
    if (commonness <= 0) return 1;
    return std::clamp(std::log(kCommon / commonness) / std::log(kCommon / kRare), 0.0, 1.0);
  }

  [[nodiscard]] static bool ends_clause(std::string_view mark) {
    constexpr std::array<std::string_view, 10> kMarks = {".",  "!",  "?",  ";",  "。",
                                                         "！", "？", "；", "，", ","};
    return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
  }

  [[nodiscard]] std::vector<Neighbour> neighbours(const pair::Passage& passage,
                                                  std::span<const pair::LinkedWord> linked,
                                                  Span name) const {
    std::vector<Neighbour> result;
    const auto& words = passage.words;
    const auto is_name = [&](Span span) {
      const bool english = passage.language == Language::kEnglish;
      return std::any_of(anchors_.begin(), anchors_.end(), [&](const Anchor& anchor) {
        return (english ? anchor.english : anchor.chinese).overlaps(span);
      });
    };
    std::size_t first = 0;
    while (first < words.size() && words[first].span.end <= name.begin) ++first;
    std::size_t behind = first;
    while (behind < words.size() && words[behind].span.begin < name.end) ++behind;
    const auto walk = [&](std::size_t from, bool forward) {
      std::size_t distance = 0;
      for (std::size_t k = from; distance < kReach; forward ? ++k : --k) {
        if (k >= words.size()) break;  // also below 0
        if (words[k].kind == text::TokenKind::kPunctuation) {
          if (ends_clause(words[k].span.in(passage.document->text))) break;
          continue;
        }
        if (is_name(words[k].span)) {
          if (!touches(passage, words[k].span, name)) break;
          continue;
        }
        const double weight = rarity(linked[k].commonness) / (1 + kFading * double(distance));
        ++distance;
        if (weight > 0) result.push_back({k, weight});
      }
    };
    walk(behind, true);
    if (first > 0) walk(first - 1, false);
    return result;
  }

  /// A given name beside the surname.
  [[nodiscard]] static bool touches(const pair::Passage& passage, Span a, Span b) {
    return follow(passage.document->text, a, b) || follow(passage.document->text, b, a);
  }

  [[nodiscard]] double affinity(std::span<const Neighbour> chinese,
                                std::span<const Neighbour> english) const {
    double sum = 0;
    for (const Neighbour& c : chinese) {
      double best = 0;
      for (const pair::Link& link : context_.chinese_links()[c.word].links) {
        for (const Neighbour& e : english) {
          if (e.word != link.other) continue;
          const double strength = std::min(1.0, double{link.from_other} + double{link.to_other});
          best = std::max(best, strength * std::sqrt(c.weight * e.weight));
        }
      }
      sum += best;
    }
    return sum;
  }

  [[nodiscard]] bool speaks_in_english(const Anchor& name) const {
    constexpr std::string_view kVerbs[] = {
        "said",      "says",     "say",       "told",     "tells",   "added",      "adds",
        "argued",    "argues",   "asked",     "called",   "calls",   "noted",      "stated",
        "insisted",  "believes", "believed",  "thinks",   "thought", "recalled",   "tweeted",
        "announced", "warned",   "explained", "stressed", "pointed", "emphasized", "admitted",
        "claimed",   "replied",  "denied"};
    const auto& words = context_.english().words;
    const auto is_verb = [&](std::size_t w) {
      if (w >= words.size()) return false;
      const std::string word = text::ascii_lowered(words[w].span.in(english_text()));
      return std::find(std::begin(kVerbs), std::end(kVerbs), word) != std::end(kVerbs);
    };
    return is_verb(name.last + 1) || (name.first > 0 && is_verb(name.first - 1) &&
                                      words[name.first - 1].span.in(english_text()) == "said");
  }

  [[nodiscard]] bool speaks_in_chinese(const Anchor& name) const {
    constexpr std::string_view kVerbs[] = {
        "说",   "說",     "称",   "稱",   "表示", "指出", "认为", "認為", "告诉", "告訴",
        "补充", "補充",   "问",   "問",   "声称", "聲稱", "坚称", "坚持", "相信", "回忆",
        "回憶", "也回忆", "宣布", "警告", "解释", "解釋", "强调", "強調", "承认", "承認",
        "透露", "否认",   "否認", "则",   "還說", "还说", "也说"};
    std::string_view behind = chinese_text().substr(name.chinese.end);
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      const std::size_t end = behind.find(close);  // 里德 (Harry Reid) 说
      if (behind.starts_with(open) && end != std::string_view::npos) {
        behind.remove_prefix(end + close.size());
      }
    }
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                       [&](std::string_view verb) { return behind.starts_with(verb); });
  }

  /// Which of two names does something to the other: 1 the first, -1 the second, 0 unsaid. The
  /// verbs are those that can't be turned round, and stand right between the two.
  [[nodiscard]] static int acts(std::string_view text, Span a, Span b,
                                std::span<const std::string_view> verbs,
                                std::span<const std::string_view> passives) {
    const bool in_order = a.end <= b.begin;
    const std::size_t begin = in_order ? a.end : b.end;
    const std::size_t end = in_order ? b.begin : a.begin;
    constexpr std::size_t kFarthest = 40;  // bytes
    if (end < begin || end - begin > kFarthest) return 0;
    const std::string between = text::ascii_lowered(text.substr(begin, end - begin));
    const auto has = [&](std::string_view form) { return between.find(form) != std::string::npos; };
    if (std::ranges::none_of(verbs, has)) return 0;
    const int active = in_order ? 1 : -1;
    return std::ranges::any_of(passives, has) ? -active : active;
  }

  [[nodiscard]] double acting(const Anchor& a, const Anchor& b) const {
    constexpr auto kEnglish = std::to_array<std::string_view>(
        {" beat ", " beats ", " beaten ", " beating ", " defeat", " overcame ", " succeeded ",
         " sued ", " accused ", " criticised ", " criticized ", " praised ", " thanked "});
    constexpr auto kEnglishPassives = std::to_array<std::string_view>({" by ", " to "});
    constexpr auto kChinese = std::to_array<std::string_view>(
        {"击败", "擊敗", "打败", "打敗", "战胜", "戰勝", "轻取", "輕取",
         "力克", "险胜", "險勝", "接替", "起诉", "起訴", "指责", "指責",
         "指控", "批评", "批評", "赞扬", "讚揚", "感谢", "感謝"});
    constexpr auto kChinesePassives = std::to_array<std::string_view>({"被", "遭", "由", "受"});
    return -double(acts(english_text(), a.english, b.english, kEnglish, kEnglishPassives) *
                   acts(chinese_text(), a.chinese, b.chinese, kChinese, kChinesePassives));
  }

  void judge(const Anchor& a, const Anchor& b) {
    if (touches_each_other(a, b)) return;
    SwapEvidence evidence;
    evidence.given = given_names(a, b);
    const auto english_a = neighbours(context_.english(), context_.english_links(), a.english);
    const auto english_b = neighbours(context_.english(), context_.english_links(), b.english);
    const auto chinese_a = neighbours(context_.chinese(), context_.chinese_links(), a.chinese);
    const auto chinese_b = neighbours(context_.chinese(), context_.chinese_links(), b.chinese);
    const double straight = affinity(chinese_a, english_a) + affinity(chinese_b, english_b);
    const double crossed = affinity(chinese_a, english_b) + affinity(chinese_b, english_a);
    evidence.words = crossed - straight;
    const int speaker_a = int{speaks_in_english(a)} - int{speaks_in_english(b)};
    const int speaker_b = int{speaks_in_chinese(a)} - int{speaks_in_chinese(b)};
    evidence.speaker = -double(speaker_a * speaker_b);
    evidence.reversed =
        (a.english.begin < b.english.begin) != (a.chinese.begin < b.chinese.begin) ? 1 : 0;
    const std::size_t english_begin = context_.english().span.begin;
    const std::size_t chinese_begin = context_.chinese().span.begin;
    const auto begins = [](Span name, std::size_t begin) { return name.begin <= begin + 3; };
    const int first_english =
        int{begins(a.english, english_begin)} - int{begins(b.english, english_begin)};
    const int first_chinese =
        int{begins(a.chinese, chinese_begin)} - int{begins(b.chinese, chinese_begin)};
    evidence.first = -double(first_english * first_chinese);
    evidence.acting = acting(a, b);
    if (evidence.log_odds() < kLeastLogOdds) return;
    report(a, b, evidence.log_odds(), evidence.acting > 0);
  }

  /// The parts of one name, or members of a list, whose order says nothing.
  [[nodiscard]] bool touches_each_other(const Anchor& a, const Anchor& b) const {
    const auto between = [](std::string_view text, Span x, Span y) {
      return x.begin < y.begin ? text.substr(x.end, y.begin - x.end)
                               : text.substr(y.end, x.begin - y.end);
    };
    constexpr std::string_view kJoins[] = {"",   " ",     "·",  "•",    "‧",  "・",
                                           "-",  " and ", ", ", "、",   "和", "与",
                                           "與", "及",    "跟", "以及", "同", ", and "};
    const std::string_view english = between(english_text(), a.english, b.english);
    const std::string_view chinese = between(chinese_text(), a.chinese, b.chinese);
    return std::any_of(std::begin(kJoins), std::end(kJoins),
                       [&](std::string_view join) { return english == join || chinese == join; });
  }

  void report(const Anchor& a, const Anchor& b, double log_odds, bool acted) {
    const bool chinese_source = context_.source.language == Language::kChinese;
    Finding finding(kind(kNameKinds, "name/swapped"));
    finding.confidence = std::clamp(1 / (1 + std::exp(-log_odds)), 0.5, 0.9);
    if (acted) finding.severity = Severity::kMajor;
    finding.source = chinese_source ? a.chinese : a.english;
    finding.target = chinese_source ? b.english : b.chinese;
    finding.with("a", (chinese_source ? a.english : a.chinese).in(context_.target.document->text))
        .with("b", finding.target->in(context_.target.document->text));
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  std::span<const NameWord> words_;
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
  std::vector<Anchor> anchors_;
};

}  // namespace

void check_swapped_names(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings) {
  if (words.size() < 2 || context.resources.names == nullptr) return;
  SwappedNames(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
