#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/term_entry.h"

namespace duizhao::terms {

/// How much of a term a written form gives.
enum class TermForm : std::uint8_t {
  kFull,   ///< the term itself, one of several that stand in its field, the same in the words of
           ///< the other side of the Taiwan Strait, a Chinese person's name with the surname first
  kShort,  ///< what readers take for the term once it has been said in full: "Alibaba" for
           ///< "Alibaba Group Holding Ltd", 百川 for 百川智能, "Huang" for "Jensen Huang"
};

/// A string that stands for a term in running text.
struct Variant {
  std::string text;
  TermForm form = TermForm::kFull;

  friend bool operator==(const Variant&, const Variant&) = default;
};

/// The strings that stand for the term `entry.terms[index]`, itself first. Beside the short forms:
/// an acronym or short form that the field gives in brackets ("Financial Stability Board (FSB)",
/// 亞太經濟合作組織（亞太經合組織）) and each of several terms with " / " between them are terms of
/// their own; a leading article is dropped. 软件 is 軟體 too
/// (taiwan_words.h), unless the entry names 軟體 itself or the term has a locale. Of a person whose
/// Chinese name has the surname first, "Jensen Huang" is "Huang Jensen" and, short, "Huang"; of one
/// with interpuncts the last parts are short forms, "Washington" and 华盛顿. An English term has
/// its irregular plural and its other spelling (english_writings.h).
///
/// Other variants of writing (case, width, script, regular plural, hyphens) are none here: see
/// FoldedText and Glossary::find.
[[nodiscard]] std::vector<Variant> variants_of(const TermEntry& entry, std::size_t index);

/// A company's English name without "Group Holding Ltd" and the like; the name itself where it
/// does not end in a legal form.
[[nodiscard]] std::string without_company_form(const std::string& name);

}  // namespace duizhao::terms
