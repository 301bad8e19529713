#include "duizhao/check/evidence/names/another_name.h"

#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/usual_rendering.h"

namespace duizhao::check {

Finding another_name(const BeadContext& context, const Mention& chinese, Span english,
                     double confidence) {
  const bool chinese_source = context.source.language == Language::kChinese;
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
