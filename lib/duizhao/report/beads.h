#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"

namespace duizhao::report {

/// What a bead covers in the texts of both documents.
struct BeadSpans {
  Span source;
  Span target;
};

/// The spans of all beads, by bead number. The span of an empty side is empty and lies where the
/// counterpart would stand: after what the bead before holds on that side.
[[nodiscard]] std::vector<BeadSpans> bead_spans(const Document& source, const Document& target,
                                                const Alignment& alignment);

/// What is put between a missing translation and what stands before it, once it is there: a line
/// end where the source begins a line with this sentence, else what the language puts.
[[nodiscard]] std::string separator_before(const Document& source, const Document& target,
                                           std::uint32_t source_sentence);

/// One bead a line, zero-based sentence numbers: `[0,1]:[2]`, `[3]:[]`, `[]:[4]`.
void append_ladder(std::string& out, const Alignment& alignment);

/// One bead a line: source numbers, target numbers, confidence, flags (moved, repeated), source
/// text, target text, separated by tabs. Numbers and flags are separated by commas; tabs and line
/// ends within a text become spaces.
void append_tsv(std::string& out, const Document& source, const Document& target,
                const Alignment& alignment);

}  // namespace duizhao::report
