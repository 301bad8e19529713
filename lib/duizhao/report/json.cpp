#include "duizhao/report/json.h"

#include <map>
#include <string_view>
#include <vector>

#include "duizhao/report/beads.h"
#include "duizhao/report/finding_rows.h"
#include "duizhao/report/gravest_first.h"
#include "duizhao/report/json_writer.h"
#include "duizhao/report/lines.h"
#include "duizhao/report/message.h"
#include "duizhao/review/suppression.h"
#include "duizhao/score/mqm.h"

namespace duizhao::report {
namespace {

std::string_view name_of_language(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh";
    case Language::kEnglish:
      return "en";
    case Language::kUnknown:
      break;
  }
  return "und";
}

void write_place(JsonWriter& json, Span span, const Document& document) {
  const Span place = document.in_original(span);
  json.key("begin").value(place.begin);
  json.key("end").value(place.end);
  json.key("text").value(place.in(document.original_text()));
}

/// With `lines` of the file, its line and column too.
void write_evidence(JsonWriter& json, const std::optional<Span>& span, const Document& document,
                    const Lines* lines) {
  if (!span) return json.null();
  json.begin_object();
  write_place(json, *span, document);
  if (lines != nullptr) {
    const std::size_t begin = document.in_original(*span).begin;
    json.key("line").value(lines->number(begin));
    json.key("column").value(lines->column(begin));
  }
  json.end_object();
}

struct ArgumentWriter {
  JsonWriter& json;

  void operator()(const std::string& text) const { json.value(text); }
  void operator()(std::size_t count) const { json.value(count); }
  void operator()(double value) const { json.value(value); }
  void operator()(Label label) const { json.value(label.id); }
  void operator()(const std::vector<std::string>& texts) const { list(texts); }
  void operator()(const LineNumbers& lines) const { list(lines.numbers); }
  void operator()(const std::vector<Label>& labels) const {
    json.begin_array();
    for (const Label label : labels) json.value(label.id);
    json.end_array();
  }

 private:
  template <typename Values>
  void list(const Values& values) const {
    json.begin_array();
    for (const auto& value : values) json.value(value);
    json.end_array();
  }
};

void write_arguments(JsonWriter& json, const std::vector<Argument>& arguments) {
  json.begin_object();
  for (const Argument& argument : arguments) {
    json.key(argument.name);
    std::visit(ArgumentWriter{json}, argument.value);
  }
  json.end_object();
}

/// Where the penalty comes from: points by MQM error type.
void write_lost(JsonWriter& json, const Review& review) {
  std::map<std::string_view, double> lost;
  for (const Finding& finding : review.findings) {
    lost[name_of(finding.category)] += score::cost_of(finding, review.score);
  }
  json.key("lost");
  json.begin_object();
  for (const auto& [category, points] : lost) {
    if (points > 0) json.key(category).value(points);
  }
  json.end_object();
}

/// What takes most from the quality, by the name of the evidence.
void write_quality_lost(JsonWriter& json, const Review& review) {
  json.key("quality_lost");
  json.begin_object();
  for (const QualityLoss& loss : review.score.quality_lost)
    json.key(loss.evidence).value(loss.lost);
  json.end_object();
}

/// Of a document, `whole`, also where its quality goes; pairs by the million need not tell.
void write_score(JsonWriter& json, const Review& review, bool whole) {
  const Score& score = review.score;
  json.begin_object();
  json.key("quality");
  if (score.quality) {
    json.value(*score.quality);
  } else {
    json.null();
    json.key("unjudged").value(score.unjudged);
  }
  if (whole && score.quality) write_quality_lost(json, review);
  json.key("penalty").value(score.penalty);
  write_lost(json, review);
  // What is not judged has no MQM score, though findings may cost points.
  const auto write_judged = [&](std::string_view name, double value) {
    json.key(name);
    score.unjudged.empty() ? json.value(value) : json.null();
  };
  write_judged("penalty_per_1000_words", score.penalty_per_1000_words);
  write_judged("raw_score", score.raw_score);
  write_judged("calibrated_score", score.calibrated_score);
  json.key("source_words").value(score.source_words);
  json.key("pass_threshold").value(score.pass_threshold);
  json.key("passed").value(score.passed);
  json.end_object();
}

void write_line_and_id(JsonWriter& json, const PairPlace& place) {
  if (place.line > 0) json.key("line").value(place.line);
  if (!place.id.empty()) json.key("id").value(place.id);
}

/// The lines of both files, to tell on which a finding is.
struct FileLines {
  explicit FileLines(const Review& review)
      : source(review.source.original_text()), target(review.target.original_text()) {}

  /// Of its evidence in the target or, where there is none, in the source; 0 without any.
  [[nodiscard]] std::size_t of(const Finding& finding, const Review& review) const {
    if (finding.target) return target.number(review.target.in_original(*finding.target).begin);
    if (finding.source) return source.number(review.source.in_original(*finding.source).begin);
    return 0;
  }

  Lines source;
  Lines target;
};

void write_time(JsonWriter& json, const Finding& finding, const Review& review) {
  const std::string time = cue_time(finding, review);
  if (!time.empty()) json.key("time").value(time);
}

/// The members that every finding has; the object stays open.
void begin_finding(JsonWriter& json, const Finding& finding, const Review& review,
                   const PairPlace& place, Language language, const FileLines* lines = nullptr) {
  json.begin_object();
  json.key("rule").value(finding.rule);
  json.key("code").value(finding.code);
  json.key("category").value(name_of(finding.category));
  json.key("severity").value(name_of(finding.severity));
  json.key("penalty").value(score::cost_of(finding, review.score));
  json.key("confidence").value(finding.confidence);
  json.key("source");
  write_evidence(json, finding.source, review.source, lines == nullptr ? nullptr : &lines->source);
  json.key("target");
  write_evidence(json, finding.target, review.target, lines == nullptr ? nullptr : &lines->target);
  json.key("message").value(message_of(finding, language));
  json.key("args");
  write_arguments(json, finding.arguments);
  json.key("places").value(finding.places);
  json.key("suggestion");
  if (finding.suggestion) {
    json.value(*finding.suggestion);
  } else {
    json.null();
  }
  json.key("key").value(key_text(finding.key));
  write_line_and_id(json, place);
  if (lines != nullptr) write_time(json, finding, review);
}

void write_side(JsonWriter& json, const std::vector<std::uint32_t>& sentences, Span span,
                const Document& document) {
  json.begin_object();
  json.key("sentences");
  json.begin_array();
  for (const std::uint32_t sentence : sentences) json.value(sentence);
  json.end_array();
  write_place(json, span, document);
  json.end_object();
}

/// The members that every bead has, inside an object that the caller opens and closes.
void write_bead(JsonWriter& json, const Bead& bead, const BeadSpans& spans, const Document& source,
                const Document& target) {
  json.key("source");
  write_side(json, bead.source, spans.source, source);
  json.key("target");
  write_side(json, bead.target, spans.target, target);
  json.key("score").value(bead.score);
  json.key("confidence").value(bead.confidence);
  json.key("moved").value(bead.moved);
  json.key("repeated").value(bead.repeated);
  if (bead.moved_from) json.key("moved_from").value(*bead.moved_from);
  if (bead.moved_to) json.key("moved_to").value(*bead.moved_to);
}

void write_quality(JsonWriter& json, const Review& review, std::size_t bead) {
  if (bead < review.bead_quality.size()) json.key("quality").value(review.bead_quality[bead]);
}

void write_document(JsonWriter& json, const Document& document) {
  json.begin_object();
  json.key("name").value(document.name);
  json.key("language").value(name_of_language(document.language));
  json.key("encoding").value(document.encoding);
  json.key("bytes").value(document.original_text().size());
  if (document.wrapped_at > 0) json.key("wrapped_at").value(document.wrapped_at);
  json.key("sentences").value(document.sentences.size());
  json.end_object();
}

/// The bead in which the evidence of a finding begins; 0 where there is none.
std::size_t place_of(const Finding& finding, const std::vector<BeadSpans>& spans) {
  if (finding.bead) return *finding.bead;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (finding.target ? spans[i].target.contains({finding.target->begin, finding.target->begin})
                       : finding.source && spans[i].source.contains(
                                               {finding.source->begin, finding.source->begin})) {
      return i;
    }
  }
  return 0;
}

/// What a glossary had to say of the text; nothing where none was given.
void write_terms(JsonWriter& json, const Review& review) {
  TermTally tally;
  tally.add(review.term_outcomes);
  if (tally.checked == 0) return;
  json.key("terms");
  json.begin_object();
  json.key("checked").value(tally.checked);
  json.key("confirmed").value(tally.confirmed);
  json.end_object();
}

/// `"stats":{"terms":{…}}` on a line of its own; nothing where no glossary was given.
void write_stats(JsonWriter& json, const Review& review) {
  if (review.term_outcomes.empty()) return;
  json.key("stats");
  json.begin_object();
  write_terms(json, review);
  json.end_object();
  json.line_break();
}

void write_documents(JsonWriter& json, const Review& review) {
  json.key("documents");
  json.begin_object();
  json.key("source");
  write_document(json, review.source);
  json.key("target");
  write_document(json, review.target);
  json.end_object();
}

/// Ends a finding of documents with the number of its bead.
void end_with_bead(JsonWriter& json, const Finding& finding) {
  json.key("bead");
  if (finding.bead) {
    json.value(*finding.bead);
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace

void append_pair_line(std::string& out, const PairPlace& pair, const Review& review,
                      Language language) {
  JsonWriter json(out);
  json.begin_object();
  json.key("pair").value(pair.number);
  write_line_and_id(json, pair);
  json.key("score");
  write_score(json, review, false);
  write_terms(json, review);
  json.key("findings");
  json.begin_array();
  for (const Finding* finding : gravest_first(review)) {
    begin_finding(json, *finding, review, pair, language);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void append_json(std::string& out, const Review& review, Language language) {
  const FileLines lines(review);
  const std::vector<BeadSpans> spans = bead_spans(review.source, review.target, review.alignment);
  JsonWriter json(out);
  json.begin_object();
  write_documents(json, review);
  json.line_break();
  json.key("score");
  write_score(json, review, true);
  json.line_break();
  write_stats(json, review);
  json.key("findings");
  json.begin_array();
  for (const Finding* finding : gravest_first(review)) {
    json.line_break();
    begin_finding(json, *finding, review, {0, lines.of(*finding, review), {}}, language, &lines);
    end_with_bead(json, *finding);
  }
  json.end_array();
  json.line_break();
  json.key("beads");
  json.begin_array();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    json.line_break();
    json.begin_object();
    write_bead(json, review.alignment.beads[i], spans[i], review.source, review.target);
    write_quality(json, review, i);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void append_report_line(std::string& out, const Review& review, Language language) {
  const FileLines lines(review);
  JsonWriter json(out);
  json.begin_object();
  write_documents(json, review);
  json.key("score");
  write_score(json, review, true);
  write_terms(json, review);
  json.key("findings");
  json.begin_array();
  for (const Finding* finding : gravest_first(review)) {
    begin_finding(json, *finding, review, {0, lines.of(*finding, review), {}}, language);
    end_with_bead(json, *finding);
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void append_jsonl(std::string& out, const Review& review, Language language) {
  const FileLines lines(review);
  const std::vector<BeadSpans> spans = bead_spans(review.source, review.target, review.alignment);
  std::vector<std::vector<const Finding*>> findings(spans.size());
  for (const Finding* finding : gravest_first(review)) {
    const std::size_t bead = place_of(*finding, spans);
    if (bead < findings.size()) findings[bead].push_back(finding);
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    JsonWriter json(out);
    json.begin_object();
    json.key("bead").value(i);
    write_bead(json, review.alignment.beads[i], spans[i], review.source, review.target);
    write_quality(json, review, i);
    json.key("findings");
    json.begin_array();
    for (const Finding* finding : findings[i]) {
      begin_finding(json, *finding, review, {0, lines.of(*finding, review), {}}, language, &lines);
      if (!finding->bead) json.key("document").value(true);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    out += '\n';
  }
}

void append_alignment_jsonl(std::string& out, const Document& source, const Document& target,
                            const Alignment& alignment) {
  const std::vector<BeadSpans> spans = bead_spans(source, target, alignment);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    JsonWriter json(out);
    json.begin_object();
    write_bead(json, alignment.beads[i], spans[i], source, target);
    json.end_object();
    out += '\n';
  }
}

}  // namespace duizhao::report
