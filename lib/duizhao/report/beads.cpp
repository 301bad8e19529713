#include "duizhao/report/beads.h"

#include <array>
#include <charconv>
#include <string_view>

namespace duizhao::report {
namespace {

Span span_of(const Document& document, const std::vector<std::uint32_t>& sentences,
             std::size_t& cursor) {
  if (sentences.empty()) return {cursor, cursor};
  Span span = document.sentences[sentences.front()].span;
  for (const std::uint32_t sentence : sentences) {
    span = span.joined(document.sentences[sentence].span);
  }
  cursor = span.end;
  return span;
}

void append_numbers(std::string& out, const std::vector<std::uint32_t>& numbers) {
  bool first = true;
  for (const std::uint32_t number : numbers) {
    if (!first) out += ',';
    first = false;
    out += std::to_string(number);
  }
}

void append_cell(std::string& out, std::string_view text) {
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

}  // namespace

std::vector<BeadSpans> bead_spans(const Document& source, const Document& target,
                                  const Alignment& alignment) {
  std::vector<BeadSpans> spans;
  spans.reserve(alignment.beads.size());
  std::size_t source_cursor = 0;
  std::size_t target_cursor = 0;
  for (const Bead& bead : alignment.beads) {
    const Span in_source = span_of(source, bead.source, source_cursor);
    const Span in_target = span_of(target, bead.target, target_cursor);
    spans.push_back({in_source, in_target});
  }
  return spans;
}

std::string separator_before(const Document& source, const Document& target,
                             std::uint32_t source_sentence) {
  const auto& sentences = source.sentences;
  const bool starts_line = source_sentence == 0 || sentences[source_sentence].paragraph !=
                                                       sentences[source_sentence - 1].paragraph;
  return starts_line ? "\n" : target.language == Language::kChinese ? "" : " ";
}

void append_ladder(std::string& out, const Alignment& alignment) {
  for (const Bead& bead : alignment.beads) {
    out += '[';
    append_numbers(out, bead.source);
    out += "]:[";
    append_numbers(out, bead.target);
    out += "]\n";
  }
}

void append_tsv(std::string& out, const Document& source, const Document& target,
                const Alignment& alignment) {
  const std::vector<BeadSpans> spans = bead_spans(source, target, alignment);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Bead& bead = alignment.beads[i];
    append_numbers(out, bead.source);
    out += '\t';
    append_numbers(out, bead.target);
    out += '\t';
    std::array<char, 16> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(),
                                       bead.confidence, std::chars_format::fixed, 4);
    out.append(digits.data(), written.ptr);
    out += '\t';
    if (bead.moved) out += "moved";
    if (bead.moved && bead.repeated) out += ',';
    if (bead.repeated) out += "repeated";
    out += '\t';
    append_cell(out, spans[i].source.in(source.text));
    out += '\t';
    append_cell(out, spans[i].target.in(target.text));
    out += '\n';
  }
}

}  // namespace duizhao::report
