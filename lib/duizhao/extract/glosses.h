#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/core/term_entry.h"

namespace duizhao::extract {

/// A name that a text gives in both languages: `Cambricon Technologies Corp (寒武紀)`,
/// `布鲁金斯学会（Brookings Institution）`.
struct Gloss {
  Span name;     ///< the name in the language of the running text
  Span gloss;    ///< the other language's, inside the brackets, in the same text
  Span acronym;  ///< given beside the gloss: "(TSMC, 台積電)"; empty if there is none
  Language language = Language::kUnknown;  ///< of the running text
  /// Share of glosses like this one whose name has exactly these bounds, in [0,1].
  double confidence = 1;

  friend bool operator==(const Gloss&, const Gloss&) = default;
};

/// All glosses of a text in the given language, in order. A name begins where the words stop being
/// part of it: titles, trades and places before a name ("Nvidia chief executive officer Jensen
/// Huang") are not. For persons that is decided by how the Chinese name sounds. Brackets that hold
/// something else, such as a remark, are no gloss. Spans are shifted by `offset`.
[[nodiscard]] std::vector<Gloss> glosses_of(std::string_view text, Language language,
                                            std::size_t offset = 0);

/// The glosses of a segmented document, paragraph by paragraph in its own language.
[[nodiscard]] std::vector<Gloss> glosses_of(const Document& document);

/// The glosses as a glossary: names with the same rendering are one entry, the longest English form
/// first; the provenance is the document and the line of the first one.
[[nodiscard]] std::vector<TermEntry> entries_of(const std::vector<Gloss>& glosses,
                                                const Document& document);

}  // namespace duizhao::extract
