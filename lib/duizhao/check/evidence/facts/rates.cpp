#include "duizhao/check/evidence/facts/rates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// A unit that prices and yields are given for, with the words for it, parted by '|', the longest
/// first.
struct Base {
  std::string_view english;
  std::string_view chinese;
};

constexpr auto kBases =
    std::to_array<Base>({{"square metre|square meter|sq m|m2|m²", "平方米|平方公尺"},
                         {"square foot|sq ft|sq. ft.", "平方英尺|平方呎"},
                         {"megawatt-hour|megawatt hour|mwh", "兆瓦时|兆瓦時"},
                         {"kilowatt-hour|kilowatt hour|kwh", "千瓦时|千瓦時"},
                         {"watt-hour|watt hour|wh", "瓦时|瓦時"},
                         {"kilogram|kilogramme|kilo|kg", "公斤|千克"},
                         {"metric tonne|metric ton|tonne|ton", "公吨|公噸|吨|噸"},
                         {"pound|lb", "磅"},
                         {"troy ounce|ounce|oz", "盎司|安士"},
                         {"barrel|bbl", "桶"},
                         {"litre|liter", "公升|升"},
                         {"gallon", "加仑|加侖"},
                         {"hectare", "公顷|公頃"},
                         {"acre", "英亩|英畝"},
                         {"mu", "亩|畝"}});

/// A base in a text.
struct Mention {
  std::size_t base = 0;
  Span span;
};

/// Bytes of the form that the text begins with; 0 for none.
std::size_t begins_with_any(std::string_view text, std::string_view forms, bool english) {
  while (!forms.empty()) {
    const std::size_t bar = std::min(forms.find('|'), forms.size());
    const std::string_view form = forms.substr(0, bar);
    const bool ends = text.size() <= form.size() || !text::is_ascii_letter(text[form.size()]);
    if (text.starts_with(form) && (ends || !english)) return form.size();
    forms.remove_prefix(std::min(bar + 1, forms.size()));
  }
  return 0;
}

std::vector<Mention> bases_in(const pair::Passage& passage) {
  const bool english = passage.language == Language::kEnglish;
  const std::string lowered = text::ascii_lowered(passage.text());
  const std::string_view text = lowered;
  std::vector<Mention> mentions;
  for (const std::string_view per : {english ? "per " : "每", "/"}) {
    for (std::size_t at = text.find(per); at != std::string_view::npos;
         at = text.find(per, at + 1)) {
      const bool within_word = at > 0 && per == "per " && text::is_ascii_letter(text[at - 1]);
      if (within_word) continue;
      for (std::size_t b = 0; b < kBases.size(); ++b) {
        const std::string_view forms = english ? kBases[b].english : kBases[b].chinese;
        const std::size_t size = begins_with_any(text.substr(at + per.size()), forms, english);
        if (size == 0) continue;
        mentions.push_back({b, Span{at, at + per.size() + size}.shifted(passage.span.begin)});
        break;
      }
    }
  }
  return mentions;
}

/// Whether both sides have a figure, the same to the digit, that may be given for something.
bool share_figure(const BeadContext& context) {
  return std::ranges::any_of(context.source.facts, [&](const facts::Fact& a) {
    return a.digits && std::ranges::any_of(context.target.facts, [&](const facts::Fact& b) {
             return b.digits && a.kind == b.kind && a.unit == b.unit && a.value == b.value &&
                    (a.kind == facts::Kind::kMoney || a.kind == facts::Kind::kMeasure);
           });
  });
}

}  // namespace

std::optional<OtherBase> other_base(const BeadContext& context) {
  const std::vector<Mention> in_source = bases_in(context.source);
  if (in_source.size() != 1) return std::nullopt;
  const std::vector<Mention> in_target = bases_in(context.target);
  if (in_target.size() != 1 || in_target[0].base == in_source[0].base || !share_figure(context)) {
    return std::nullopt;
  }
  return OtherBase{in_source[0].span, in_target[0].span};
}

}  // namespace duizhao::check
