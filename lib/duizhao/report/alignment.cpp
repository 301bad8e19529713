#include "duizhao/report/alignment.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

namespace duizhao::report {
namespace {

using Numbers = std::vector<std::uint32_t>;

Span span_of(const Document& document, const Numbers& sentences) {
  return document.sentences[sentences.front()].span.joined(
      document.sentences[sentences.back()].span);
}

/// A text in one cell of a table.
std::string cell(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return result;
}

std::string side_text(const Document& document, const Numbers& sentences) {
  return sentences.empty() ? "" : cell(span_of(document, sentences).in(document.text));
}

/// One side of the beads as JSON objects; remembers where the last one ended.
class JsonSide {
 public:
  explicit JsonSide(const Document& document) : document_(document) {}

  nlohmann::ordered_json object(const Numbers& sentences) {
    const Span span = sentences.empty() ? Span{place_, place_} : span_of(document_, sentences);
    place_ = span.end;
    return {{"sentences", sentences},
            {"begin", span.begin},
            {"end", span.end},
            {"text", span.in(document_.text)}};
  }

 private:
  const Document& document_;
  std::size_t place_ = 0;
};

}  // namespace

void write_ladder(std::ostream& out, const Aligned& aligned) {
  for (const Bead& bead : aligned.alignment.beads) {
    out << fmt::format("[{}]:[{}]\n", fmt::join(bead.source, ","), fmt::join(bead.target, ","));
  }
}

void write_alignment_tsv(std::ostream& out, const Aligned& aligned) {
  for (const Bead& bead : aligned.alignment.beads) {
    const std::string_view both = bead.moved && bead.repeated ? "," : "";
    out << fmt::format("{}\t{}\t{:.3f}\t{}{}{}\t{}\t{}\n", fmt::join(bead.source, ","),
                       fmt::join(bead.target, ","), bead.confidence, bead.moved ? "moved" : "",
                       both, bead.repeated ? "repeated" : "",
                       side_text(aligned.source, bead.source),
                       side_text(aligned.target, bead.target));
  }
}

void write_alignment_jsonl(std::ostream& out, const Aligned& aligned) {
  JsonSide source(aligned.source);
  JsonSide target(aligned.target);
  for (const Bead& bead : aligned.alignment.beads) {
    nlohmann::ordered_json object = {
        {"source", source.object(bead.source)},
        {"target", target.object(bead.target)},
        {"score", bead.score},
        {"confidence", bead.confidence},
        {"moved", bead.moved},
        {"repeated", bead.repeated},
    };
    if (bead.moved_from) object["moved_from"] = *bead.moved_from;
    if (bead.moved_to) object["moved_to"] = *bead.moved_to;
    out << object.dump() << '\n';
  }
}

}  // namespace duizhao::report
