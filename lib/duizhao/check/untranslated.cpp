// Rule `untranslated`: text was left in the language of the source.
//
// Fires:   the whole segment is the source's, or is in its language;
//          他说 according to the police 昨天有三人受伤 (a clause);
//          the plan, 知情人士说, was dropped.
// Silent:  names, codes and URLs (H20, NVIDIA, www.example.org), a gloss in brackets (大语言模型
//          （large language model）, Cambricon (寒武紀)), a quoted title (《The Economist》).

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "duizhao/check/foreign.h"
#include "duizhao/check/rules.h"
#include "duizhao/text/sentences.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kCategory = "accuracy/untranslated";

std::string_view name_of(Language language) {
  return language == Language::kChinese ? "Chinese" : "English";
}

/// Whether the whole passage is in the other language, as running text or copied at length.
bool left_whole(const Passage& source, const Passage& target,
                std::span<const ForeignStretch> stretches) {
  if (text::language_of(target.text()) != source.language) return false;
  std::size_t running = 0;
  std::size_t words = 0;
  for (const ForeignStretch& stretch : stretches) {
    running += stretch.running;
    words += stretch.words;
  }
  if (target.language == Language::kEnglish) return running >= 4;
  return running >= 3 || (words >= 5 && source.text() == target.text());
}

/// How grave it is that this stretch stands in Chinese text; kNeutral: it may rightly stay.
Severity weigh_latin(const ForeignStretch& stretch, bool copied) {
  if (stretch.bracketed && stretch.words <= 12) return Severity::kNeutral;
  if (stretch.quoted && !copied) return Severity::kNeutral;
  if (stretch.running >= 3) return Severity::kMajor;
  // "he said", "in May": short, but its words are taken over as they stand in the source.
  if (stretch.running == 2 && stretch.words >= 2 && copied) return Severity::kMajor;
  return Severity::kNeutral;
}

/// The same for Han characters in English text.
Severity weigh_han(const ForeignStretch& stretch, bool copied) {
  if (stretch.bracketed && stretch.running <= 20) return Severity::kNeutral;
  if (stretch.quoted && stretch.running <= 8) return Severity::kNeutral;
  if (stretch.running >= 4) return Severity::kMajor;
  return stretch.running >= 2 || copied ? Severity::kMinor : Severity::kNeutral;
}

}  // namespace

void check_untranslated(const BeadContext& context, std::vector<Finding>& findings) {
  const Passage& source = context.source;
  const Passage& target = context.target;
  const auto stretches = foreign_stretches(target);
  Finding finding;
  finding.rule = "untranslated";
  finding.category = kCategory;
  if (left_whole(source, target, stretches)) {
    finding.severity = Severity::kCritical;
    finding.confidence = 0.98;
    finding.source = source.span;
    finding.target = target.span;
    finding.message = source.text() == target.text()
                          ? "the segment is the source's own text, not a translation"
                          : fmt::format("the segment is in {}, not in {}", name_of(source.language),
                                        name_of(target.language));
    findings.push_back(std::move(finding));
    return;
  }
  for (const ForeignStretch& stretch : stretches) {
    const std::string_view form = stretch.span.in(target.document->text);
    const std::size_t copy = source.text().find(form);
    const bool copied = copy != std::string_view::npos;
    const Severity severity = target.language == Language::kChinese ? weigh_latin(stretch, copied)
                                                                    : weigh_han(stretch, copied);
    if (severity == Severity::kNeutral) continue;
    finding.severity = severity;
    finding.confidence = copied ? 0.95 : 0.8;
    finding.source = std::nullopt;
    if (copied) finding.source = Span{copy, copy + form.size()}.shifted(source.span.begin);
    finding.target = stretch.span;
    finding.message = fmt::format("“{}” is left in {}", form, name_of(source.language));
    findings.push_back(finding);
  }
}

}  // namespace duizhao::check
