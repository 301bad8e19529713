#include "duizhao/check/evidence/names/another_name.h"

#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/usual_rendering.h"

namespace duizhao::check {

Span whole_name(const BeadContext& context, Span english) {
  constexpr float kRare = 1e-5F;
  const pair::Passage& passage = context.english();
  const std::string_view text = passage.document->text;
  for (std::size_t w = 0; w < passage.words.size(); ++w) {
    const model::Word& word = passage.words[w];
    if (word.span.begin == english.end + 1 && text[english.end] == '-' &&
        word.kind == text::TokenKind::kWord && context.english_links()[w].commonness < kRare) {
      english.end = word.span.end;
    }
  }
  return english;
}

Finding another_name(const BeadContext& context, const Mention& chinese, Span english,
                     double confidence) {
  const bool chinese_source = context.source.language == Language::kChinese;
  english = whole_name(context, english);
  Finding finding(kind(kNameKinds, "name/another"));
  finding.confidence = confidence;
  finding.source = chinese_source ? chinese.span : english;
  finding.target = chinese_source ? english : chinese.span;
  finding.with("source", finding.source->in(context.source.document->text))
      .with("target", finding.target->in(context.target.document->text));
  if (chinese_source) {
    finding.suggestion =
        usual_rendering(chinese, context.source, context.target, context.resources);
  }
  if (finding.suggestion) finding.with("known", *finding.suggestion);
  return finding;
}

}  // namespace duizhao::check
