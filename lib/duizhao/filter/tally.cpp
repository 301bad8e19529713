#include "duizhao/filter/tally.h"

#include "duizhao/report/catalogue.h"
#include "duizhao/report/columns.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/json_writer.h"

namespace duizhao::filter {
namespace {

using report::Words;

void append_row(std::string& out, std::string_view name, std::uint64_t count, std::uint64_t all,
                const Words& words) {
  constexpr std::size_t kNameWidth = 42;
  constexpr std::size_t kCountWidth = 10;
  const std::size_t columns = report::columns_of(report::cells_of(name));
  const std::string number = std::to_string(count);
  out += "  ";
  out += name;
  out.append(columns < kNameWidth ? kNameWidth - columns : 1, ' ');
  out.append(number.size() < kCountWidth ? kCountWidth - number.size() : 1, ' ');
  out += number + "  " +
         report::percent(all == 0 ? 0 : double(count) / double(all), words.language()) + '\n';
}

}  // namespace

void Tally::add(const Judged& judged) {
  ++pairs;
  ++steps[static_cast<std::size_t>(judged.step)];
  if (judged.step == Step::kRule) ++rules[judged.detail];
  if (judged.step != Step::kKept) return;
  for (std::size_t i = 0; i < kFixes; ++i) fixes[i] += judged.fixed[i] ? 1 : 0;
}

void append_tally_text(std::string& out, const Tally& tally, Language language) {
  const Words words(language);
  const std::uint64_t kept = tally.count(Step::kKept);
  out += words("filter/whole",
               {{"pairs", std::size_t{tally.pairs}},
                {"kept", std::size_t{kept}},
                {"share", report::percent(tally.pairs == 0 ? 0 : double(kept) / double(tally.pairs),
                                          language)}});
  out += '\n';
  for (const Step step : dropping_steps()) {
    if (tally.count(step) == 0) continue;
    append_row(out, words("filter/step/" + std::string(name_of(step))), tally.count(step),
               tally.pairs, words);
    if (step != Step::kRule) continue;
    for (const auto& [code, count] : tally.rules) {
      append_row(out, "  " + code, count, tally.pairs, words);
    }
  }
  for (std::size_t i = 0; i < kFixes; ++i) {
    if (tally.fixes[i] == 0) continue;
    append_row(out, words("filter/fix/" + std::string(name_of(static_cast<Fix>(i)))),
               tally.fixes[i], tally.pairs, words);
  }
}

void append_tally_json(std::string& out, const Tally& tally) {
  report::JsonWriter json(out);
  json.begin_object();
  json.key("pairs").value(tally.pairs);
  json.key("kept").value(tally.count(Step::kKept));
  json.key("dropped").begin_object();
  for (const Step step : dropping_steps()) json.key(name_of(step)).value(tally.count(step));
  json.end_object();
  json.key("rules").begin_object();
  for (const auto& [code, count] : tally.rules) json.key(code).value(count);
  json.end_object();
  json.key("fixed").begin_object();
  for (std::size_t i = 0; i < kFixes; ++i) {
    json.key(name_of(static_cast<Fix>(i))).value(tally.fixes[i]);
  }
  json.end_object();
  json.end_object();
  out += '\n';
}

}  // namespace duizhao::filter
