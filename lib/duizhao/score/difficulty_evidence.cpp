#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "duizhao/model/language_model.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {

void gather_difficulty(const pair::Passage& source, const Resources& resources,
                       EvidenceCollector& evidence) {
  constexpr std::array<std::string_view, 8> kCommas = {",", "，", "、", "；", ";", "：", ":", "—"};
  constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "《", "》", "（"};
  double numbers = 0;
  double latin = 0;
  for (const text::Token& token : source.tokens) {
    const std::string_view form = token.span.in(source.document->text);
    numbers += token.kind == text::TokenKind::kNumber ? 1 : 0;
    latin += token.kind == text::TokenKind::kWord && text::is_ascii_upper(form[0]) ? 1 : 0;
  }
  const double length = std::log(double(source.words.size()) + 1);
  evidence[Evidence::kSourceLength] = length;
  evidence[Evidence::kSourceLengthSquared] = length * length;
  evidence[Evidence::kSourceFluency] = std::numeric_limits<double>::quiet_NaN();
  if (resources.language_model != nullptr) {
    const auto likelihoods =
        resources.language_model->scores(source.language, source.words, source.document->text);
    evidence[Evidence::kSourceFluency] = mean({likelihoods.begin(), likelihoods.end()});
  }
  evidence[Evidence::kSourceUnknown] = unknown_share(source);
  evidence[Evidence::kSourceCommas] = count(source, kCommas);
  evidence[Evidence::kSourceQuotes] = count(source, kQuotes);
  evidence[Evidence::kSourceNumbers] = numbers;
  evidence[Evidence::kSourceLatin] = latin;
}

}  // namespace duizhao::score
