#include "duizhao/check/evidence/facts/scores.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// A longer one before its own begin.
constexpr auto kJoints =
    std::to_array<std::string_view>({"比 ", "比", " 比 ", " 比", ":", "∶", "：", "-", "–", "－"});

/// The digits that begin at `at`, as many as a score has; nothing where they go on or belong to a
/// longer number.
std::optional<int> read_figure(std::string_view text, std::size_t& at) {
  constexpr std::size_t kLongest = 3;
  std::size_t end = at;
  int value = 0;
  for (; end < text.size() && text::is_ascii_digit(text[end]); ++end) {
    if (end < at + kLongest) value = value * 10 + text[end] - '0';
  }
  if (end == at || end > at + kLongest) return std::nullopt;
  at = end;
  return value;
}

bool goes_on(char c) { return text::is_ascii_letter_or_digit(c) || c == '.' || c == ','; }

bool has_any(std::string_view text, std::string_view forms) {
  while (!forms.empty()) {
    const std::size_t bar = std::min(forms.find('|'), forms.size());
    if (text.find(forms.substr(0, bar)) != std::string_view::npos) return true;
    forms.remove_prefix(std::min(bar + 1, forms.size()));
  }
  return false;
}

/// The clauses around a score, up to the marks that end a sentence.
std::string sentence_around(const pair::Passage& passage, Span score) {
  const std::string_view text = passage.document->text;
  std::size_t begin = passage.span.begin;
  std::size_t end = passage.span.end;
  for (const std::string_view mark : {". ", "; ", "。", "；", "！", "? "}) {
    const std::size_t before = text.rfind(mark, score.begin);
    if (before != std::string_view::npos) begin = std::max(begin, before + mark.size());
    end = std::min(end, text.find(mark, score.end));
  }
  return text::ascii_lowered(text.substr(begin, end - begin));
}

/// Whether a sentence says that somebody wins, and nobody loses or trails.
bool only_wins(const std::string& sentence) {
  constexpr std::string_view kWins =
      "beat|defeat|won |win |wins |winning|victory|victories|edged|thrash|overcame|triumph|downed|"
      "胜|勝|击败|擊敗|打败|打敗|轻取|輕取|力克|战胜|戰勝|夺冠|奪冠|赢|贏|力压|力壓|完胜|完勝";
  constexpr std::string_view kLoses =
      "lost|lose|losing|trail|behind|fell to|falling to|went down|beaten by|defeated by|"
      "负|負|输|輸|落后|落後|不敌|不敵|败给|敗給|失利|惜败|惜敗|告负|告負";
  return has_any(sentence, kWins) && !has_any(sentence, kLoses);
}

}  // namespace

std::vector<FigurePair> figure_pairs(const pair::Passage& passage) {
  std::vector<FigurePair> pairs;
  const std::string_view text = passage.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text::is_ascii_digit(text[i])) continue;
    std::size_t at = i;
    const auto first = read_figure(text, at);
    const bool inside = i > 0 && (goes_on(text[i - 1]) || text[i - 1] == '-');
    if (!first || inside) {
      while (i + 1 < text.size() && text::is_ascii_digit(text[i + 1])) ++i;
      continue;
    }
    const auto* const joint = std::ranges::find_if(
        kJoints, [&](std::string_view form) { return text.substr(at).starts_with(form); });
    const std::size_t begin = i;
    i = at - 1;
    if (joint == kJoints.end()) continue;
    at += joint->size();
    const auto second = read_figure(text, at);
    const bool ends = at >= text.size() || !(text::is_ascii_letter_or_digit(text[at]) ||
                                             text[at] == '-' || text[at] == ':' || text[at] == '%');
    if (!second || !ends) continue;
    pairs.push_back({Span{begin, at}.shifted(passage.span.begin), *first, *second});
    i = at - 1;
  }
  return pairs;
}

std::vector<ExchangedScore> exchanged_scores(const BeadContext& context) {
  const std::vector<FigurePair> sources = figure_pairs(context.source);
  if (sources.empty()) return {};
  const std::vector<FigurePair> targets = figure_pairs(context.target);
  std::vector<ExchangedScore> exchanged;
  for (const FigurePair& source : sources) {
    const auto same = [&](const FigurePair& other) {
      return other.first == source.first && other.second == source.second;
    };
    const auto reversed = [&](const FigurePair& other) {
      return other.first == source.second && other.second == source.first;
    };
    if (source.first == source.second || std::ranges::any_of(targets, same) ||
        std::ranges::count_if(targets, reversed) != 1 || std::ranges::any_of(sources, reversed)) {
      continue;
    }
    const FigurePair& target = *std::ranges::find_if(targets, reversed);
    if (only_wins(sentence_around(context.source, source.span)) &&
        only_wins(sentence_around(context.target, target.span))) {
      exchanged.push_back({source.span, target.span});
    }
  }
  return exchanged;
}

}  // namespace duizhao::check
