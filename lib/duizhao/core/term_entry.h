#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao {

/// Whether a term may be used (ISO 30042, administrative status).
enum class TermStatus : std::uint8_t {
  kPreferred,
  kAdmitted,
  kDeprecated,  ///< no longer to be used; TBX: superseded
  kForbidden,   ///< never to be used; TBX: deprecated
};

/// A word or phrase that names the concept of an entry in one language.
struct Term {
  std::string text{};
  Language language = Language::kUnknown;
  TermStatus status = TermStatus::kPreferred;
  std::string locale{};          ///< BCP 47 where the glossary says more than "zh" or "en": zh-TW
  std::string part_of_speech{};  ///< in the words of the glossary: "noun", "properNoun"
  std::string note{};

  friend bool operator==(const Term&, const Term&) = default;
};

/// Whether translations may have it.
[[nodiscard]] inline bool may_be_used(const Term& term) {
  return term.status == TermStatus::kPreferred || term.status == TermStatus::kAdmitted;
}

/// Whether the capitals of a term are part of it.
enum class TermCase : std::uint8_t {
  kUsual,  ///< those within a word are, as in "GitHub", "GDP" and "Party A"; others come and go
  kKept,   ///< all are
  kFree,   ///< none is
};

/// How an entry fared in translations that people have reviewed (`duizhao glossary trust`).
struct TermRecord {
  std::uint32_t checked = 0;    ///< occurrences of its terms on the source's side
  std::uint32_t confirmed = 0;  ///< of them rendered as the entry says, or nearly so

  friend bool operator==(const TermRecord&, const TermRecord&) = default;
};

/// A concept with its terms in both languages: the unit of a glossary.
struct TermEntry {
  std::string id;
  std::vector<Term> terms;  ///< the main term of a language before its variants
  std::string domain;
  std::string definition;
  std::string note;
  std::string provenance;  ///< where the entry comes from: a file and line, a report's sentence
  TermRecord record;
  TermCase letter_case = TermCase::kUsual;

  friend bool operator==(const TermEntry&, const TermEntry&) = default;
};

}  // namespace duizhao
