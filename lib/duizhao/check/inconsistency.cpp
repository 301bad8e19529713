// Rule `inconsistency`: the same source sentence is translated in two ways, or two source sentences
// have one translation.
//
// Fires:   "Press the red button." → 按红色按钮。 and further down 请按下红色的键。
// Silent:  sentences that differ in their numbers alone and are translated alike; headings of a
// word
//          or two; targets that differ in punctuation, script or spacing only.

#include "duizhao/check/inconsistency.h"

#include <fmt/format.h>

#include <functional>

#include "duizhao/check/characters.h"
#include "duizhao/check/rules.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Essences below this many bytes are headings and labels, which their surroundings translate.
constexpr std::size_t kShort = 12;

}  // namespace

std::string essence(std::string_view text) {
  std::string result;
  bool in_number = false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = text::next_code_point(text, i);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full width
    if (is_ascii_digit(c)) {
      if (!in_number) result.push_back('0');
      in_number = true;
      continue;
    }
    if (in_number && is_in(c, U",.")) continue;
    in_number = false;
    if (text::is_han(c)) {
      text::append_code_point(result, text::folded_han(c));
    } else if (c >= U'A' && c <= U'Z') {
      result.push_back(static_cast<char>(c + 32));
    } else if (is_latin_letter(c)) {
      text::append_code_point(result, c);
    }
  }
  return result;
}

TranslationMemory::Seen TranslationMemory::add(std::size_t number, std::string_view source,
                                               std::string_view target) {
  Seen seen;
  const std::string from = essence(source);
  const std::string to = essence(target);
  if (from.size() < kShort || to.size() < kShort) return seen;
  const std::uint64_t from_hash = std::hash<std::string>{}(from);
  const std::uint64_t to_hash = std::hash<std::string>{}(to);
  const auto [source_place, source_new] = by_source_.try_emplace(from_hash, First{to_hash, number});
  if (!source_new && source_place->second.partner != to_hash) {
    seen.other_target = source_place->second.number;
  }
  const auto [target_place, target_new] = by_target_.try_emplace(to_hash, First{from_hash, number});
  if (!target_new && target_place->second.partner != from_hash) {
    seen.other_source = target_place->second.number;
  }
  return seen;
}

Finding inconsistency(const TranslationMemory::Seen& seen, Span source, Span target,
                      std::string_view elsewhere) {
  Finding finding;
  finding.rule = "inconsistency";
  finding.category = "terminology/inconsistent-use-of-terminology";
  finding.severity = seen.other_target ? Severity::kMinor : Severity::kNeutral;
  finding.confidence = 0.8;
  finding.source = source;
  finding.target = target;
  finding.message =
      fmt::format("the same {} {}", seen.other_target ? "source" : "translation", elsewhere);
  return finding;
}

void check_inconsistency(const DocumentContext& context, std::vector<Finding>& findings) {
  TranslationMemory memory;
  for (std::size_t b = 0; b < context.alignment.beads.size(); ++b) {
    const Bead& bead = context.alignment.beads[b];
    if (bead.one_sided() || bead.repeated) continue;
    const Passage& source = context.source_passages[b];
    const Passage& target = context.target_passages[b];
    const auto seen = memory.add(b, source.text(), target.text());
    if (!seen.other_target && !seen.other_source) continue;
    const std::string_view other = seen.other_target
                                       ? context.target_passages[*seen.other_target].text()
                                       : context.source_passages[*seen.other_source].text();
    const auto elsewhere =
        fmt::format("{} “{}” elsewhere", seen.other_target ? "is" : "stands for", other);
    Finding finding = inconsistency(seen, source.span, target.span, elsewhere);
    finding.confidence *= bead.confidence == 0 ? 1 : bead.confidence;
    finding.bead = b;
    if (seen.other_target) finding.suggestion = std::string(other);
    findings.push_back(std::move(finding));
  }
}

}  // namespace duizhao::check
