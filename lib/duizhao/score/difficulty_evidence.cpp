#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

#include "duizhao/model/language_model.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {
namespace {

/// How many tokens of a passage are one of `marks`.
double count(const pair::Passage& passage, std::span<const std::string_view> marks) {
  return double(std::ranges::count_if(passage.tokens, [&](const text::Token& token) {
    return std::ranges::find(marks, token.span.in(passage.document->text)) != marks.end();
  }));
}

/// Whether a mark stands at the end of a passage, quotes and brackets behind it aside.
bool is_ended(const pair::Passage& passage) {
  constexpr std::array<std::string_view, 12> kClosing = {"\"", "'", "”", "’",  "」", "』",
                                                         "）", ")", "]", "】", "〉", "》"};
  constexpr std::array<std::string_view, 14> kEnds = {".",  "!",  "?",  ";",  ":",  ",",  "…",
                                                      "。", "！", "？", "；", "：", "，", "……"};
  for (auto token = passage.tokens.rbegin(); token != passage.tokens.rend(); ++token) {
    const std::string_view form = token->span.in(passage.document->text);
    if (std::ranges::find(kClosing, form) != kClosing.end()) continue;
    return std::ranges::find(kEnds, form) != kEnds.end();
  }
  return false;
}

}  // namespace

void gather_difficulty(const pair::Passage& source, const Resources& resources,
                       EvidenceCollector& evidence) {
  constexpr std::array<std::string_view, 8> kCommas = {",", "，", "、", "；", ";", "：", ":", "—"};
  constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "《", "》", "（"};
  const double length = std::log(double(source.words.size()) + 1);
  evidence[Evidence::kSourceLength] = length;
  evidence[Evidence::kSourceLengthSquared] = length * length;
  evidence[Evidence::kSourceFluency] = std::numeric_limits<double>::quiet_NaN();
  if (resources.language_model != nullptr) {
    const auto likelihoods = resources.language_model->scores(source.language, source.words);
    evidence[Evidence::kSourceFluency] = mean({likelihoods.begin(), likelihoods.end()});
  }
  double latin = 0;
  double numbers = 0;
  for (const text::Token& token : source.tokens) {
    const std::string_view form = token.span.in(source.document->text);
    numbers += token.kind == text::TokenKind::kNumber ? 1 : 0;
    latin += token.kind == text::TokenKind::kWord && text::is_ascii_upper(form.front()) ? 1 : 0;
  }
  if (source.language == Language::kChinese) {
    evidence[Evidence::kSourceUnended] = is_ended(source) ? 0 : 1;
  }
  evidence[Evidence::kSourceNumbers] = numbers;
  evidence[Evidence::kSourceLatin] = latin;
  evidence[Evidence::kSourceCommas] = count(source, kCommas);
  evidence[Evidence::kSourceQuotes] = count(source, kQuotes);
}

}  // namespace duizhao::score
