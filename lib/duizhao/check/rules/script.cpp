// Rule `script`: characters of the other Chinese script in the target.
//
// Fires:   這項计划已經获批。 (计/計, 获/獲 among traditional characters), one finding a bead; a
//          single one for a document that has them throughout.
//          Characters of both scripts in about equal shares (系统已經測試); what a program
//          converted to the wrong one of several (被髮明, 皇後).
// Silent:  characters that both scripts use (后 as empress, 里 as mile, 台); a document too short
// to tell which script it is in.
// Words of another region are found by regional_wording.cpp under the same name.

#include "duizhao/text/script.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "duizhao/check/evidence/form/misconverted.h"
#include "duizhao/check/rules/script.h"
#include "duizhao/pair/characters.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// So many characters of the one script for each of the other make it the document's.
constexpr std::size_t kMajority = 5;
constexpr std::size_t kFewest = 4;

/// Forms that count as simplified, and that Hong Kong's or Taiwan's printers use as well.
constexpr std::u32string_view kAlsoTraditional = U"着恒温厨床峰群卧台里污查奥赢抛厉";
/// And the other way round: forms that stand in simplified texts, in names and old words.
constexpr std::u32string_view kAlsoSimplified = U"著乾於査贏奧抛厲昇祐喆堃鎔鍾";

/// In more passages than this it is a habit.
constexpr std::size_t kHabit = 4;

struct Strays {
  std::optional<Span> span;
  std::string characters;
};

/// The first character that only the script has, and that its excepted ones are not.
std::optional<Span> first_of(Script script, std::string_view text, Span part) {
  const std::u32string_view excepted =
      script == Script::kSimplified ? kAlsoTraditional : kAlsoSimplified;
  for (const pair::Character& c : pair::characters_of(text, part)) {
    if (text::script_of(c.value) == script && !pair::is_in(c.value, excepted)) return c.span;
  }
  return std::nullopt;
}

/// A text of which nobody can say in which script it is: told once, at the first passage that has
/// both.
void tell_mixed(const DocumentContext& context, std::vector<Finding>& findings) {
  const std::string_view text = context.target.text;
  for (std::size_t b = 0; b < context.target_passages.size(); ++b) {
    const Span part = context.target_passages[b].span;
    const std::optional<Span> simplified = first_of(Script::kSimplified, text, part);
    const std::optional<Span> traditional = first_of(Script::kTraditional, text, part);
    if (!simplified || !traditional) continue;
    Finding finding(kind(kScriptKinds, "script/mixed"));
    finding.target = simplified->joined(*traditional);
    finding.bead = b;
    finding.with("simplified", simplified->in(text)).with("traditional", traditional->in(text));
    findings.push_back(std::move(finding));
    return;
  }
}

/// One finding a passage, with the first such character and all their right forms.
void check_conversion(const DocumentContext& context, std::vector<Finding>& findings) {
  const std::string_view text = context.target.text;
  for (std::size_t b = 0; b < context.target_passages.size(); ++b) {
    for (const Misconverted& one : misconverted(text, context.target_passages[b].span)) {
      Finding finding(kind(kScriptKinds, "script/conversion"));
      finding.target = one.span;
      finding.bead = b;
      finding.suggestion = one.right;
      finding.with("character", one.span.in(text)).with("right", one.right);
      findings.push_back(std::move(finding));
    }
  }
}

void check_characters(const DocumentContext& context, std::vector<Finding>& findings) {
  if (context.target.language != Language::kChinese) return;
  std::array<std::size_t, 3> counts{};
  const std::string_view text = context.target.text;
  for (std::size_t i = 0; i < text.size();) {
    ++counts[static_cast<std::size_t>(text::script_of(text::next_code_point(text, i)))];
  }
  const std::size_t simplified = counts[static_cast<std::size_t>(Script::kSimplified)];
  const std::size_t traditional = counts[static_cast<std::size_t>(Script::kTraditional)];
  const std::size_t majority = std::max(simplified, traditional);
  const std::size_t minority = std::min(simplified, traditional);
  if (traditional > simplified) check_conversion(context, findings);
  if (minority == 0) return;
  if (majority < kFewest || minority * kMajority > majority) {
    tell_mixed(context, findings);
    return;
  }
  const Script stray = simplified < traditional ? Script::kSimplified : Script::kTraditional;
  const std::u32string_view excepted =
      stray == Script::kSimplified ? kAlsoTraditional : kAlsoSimplified;
  const std::size_t first_found = findings.size();
  for (std::size_t b = 0; b < context.target_passages.size(); ++b) {
    Strays strays;
    for (const pair::Character& c : pair::characters_of(text, context.target_passages[b].span)) {
      if (text::script_of(c.value) != stray || pair::is_in(c.value, excepted)) continue;
      if (!strays.span) strays.span = c.span;
      if (strays.characters.size() < 24) strays.characters += c.span.in(text);
    }
    if (!strays.span) continue;
    Finding finding(stray == Script::kSimplified ? kind(kScriptKinds, "script/simplified")
                                                 : kind(kScriptKinds, "script/traditional"));
    finding.target = strays.span;
    finding.bead = b;
    findings.push_back(std::move(finding.with("characters", strays.characters)));
  }
  const std::size_t places = findings.size() - first_found;
  if (places <= kHabit) return;
  findings.resize(first_found + 1);
  findings.back().places = places;
}

void check_script(const DocumentContext& context, std::vector<Finding>& findings) {
  check_characters(context, findings);
  check_regional_words(context, findings);
}

constexpr std::array kExamples = {
    Example{"The plan was approved by the committee this week.",
            "這項計劃本週獲委員會批准，获批后立即執行，並將於明年開始。", "script/simplified"},
    Example{"The company sold new software in New Zealand.", "该公司在纽西兰推出新软体。",
            "script/regional-word"},
    Example{"The plan was approved by the committee this week.",
            "这项计划本周获委员会批准，獲批后立即执行，并将于明年开始。", "script/traditional"},
    Example{"The weather forecast was right.", "天气預報沒有错。", "script/mixed"},
    Example{"The lamp was invented in this village.", "這種燈是在這個村子裏髮明的。",
            "script/conversion"},
    Example{"The queen opened the exhibition.", "皇后為展覽揭幕後離開了。"},
    Example{"The empress lives in the palace.", "皇后住在宫里。"},
};

}  // namespace

extern const Rule kScriptRule = {
    .id = "script",
    .concern = Concern::kForm,
    .is_form = true,
    .kinds = kScriptKinds,
    .examples = kExamples,
    .check_document = check_script,
};

}  // namespace duizhao::check
