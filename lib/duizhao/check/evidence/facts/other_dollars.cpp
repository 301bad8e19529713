#include "duizhao/check/evidence/facts/other_dollars.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "duizhao/text/script.h"

namespace duizhao::check {
namespace {

using facts::Currency;
using facts::Fact;
using facts::Kind;

/// Words that speak of a country with dollars, whose amounts may be 元 by then.
bool speaks_of_dollars(const pair::Passage* chinese) {
  if (chinese == nullptr) return false;
  constexpr auto kWords = std::to_array<std::string_view>(
      {"$", "＄", "美", "港", "台", "澳", "加", "新西兰", "新加坡", "狮城", "纽", "华盛顿"});
  const std::string_view text = chinese->text();
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

void find_other_dollars(const BeadContext& context, std::span<const facts::Match> matches,
                        std::vector<facts::Difference>& differences) {
  const bool from_chinese = context.source.language == Language::kChinese;
  for (const facts::Match& match : matches) {
    const Fact& source = context.source.facts[match.source];
    const Fact& target = context.target.facts[match.target];
    const Fact& chinese = from_chinese ? source : target;
    const Fact& english = from_chinese ? target : source;
    if (chinese.kind != Kind::kMoney || english.kind != Kind::kMoney ||
        chinese.currency != Currency::kYuan || english.currency != Currency::kDollar) {
      continue;
    }
    const bool dollars =
        speaks_of_dollars(&context.chinese()) ||
        speaks_of_dollars(from_chinese ? context.source_before : context.target_before) ||
        speaks_of_dollars(from_chinese ? context.source_after : context.target_after);
    // 五十块 says no more than "fifty bucks".
    const std::string_view money = chinese.span.in(context.chinese().document->text);
    const bool informal = money.find("块") != std::string_view::npos;
    if (dollars || informal || text::script_of(context.chinese().text()) != Script::kSimplified)
      continue;
    differences.push_back({facts::Mismatch::kCurrency, match.source, match.target, 0.6});
  }
}

}  // namespace duizhao::check
