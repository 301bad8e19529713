#include "duizhao/report/html_texts.h"

#include <algorithm>

#include "duizhao/report/html_writer.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::report {
namespace {

/// Bytes of evidence that is a passage rather than a word.
constexpr std::size_t kLongEvidence = 60;

std::string tag_of(const Document& document) {
  switch (document.language) {
    case Language::kEnglish:
      return "en";
    case Language::kUnknown:
      return "und";
    case Language::kChinese:
      break;
  }
  switch (text::script_of(document.text)) {
    case Script::kSimplified:
      return "zh-Hans";
    case Script::kTraditional:
      return "zh-Hant";
    case Script::kUnknown:
      break;
  }
  return "zh";
}

bool is_blank(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    if (!text::is_space(text::next_code_point(text, position))) return false;
  }
  return true;
}

}  // namespace

HtmlText::HtmlText(const Document& document, const std::vector<Finding>& findings,
                   std::optional<Span> Finding::*evidence)
    : document_(document),
      findings_(findings),
      evidence_(evidence),
      marks_(document.sentences.size()),
      language_tag_(tag_of(document)) {
  const auto& sentences = document.sentences;
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    const std::optional<Span>& span = findings[i].*evidence;
    if (!span) continue;
    auto at = std::ranges::partition_point(sentences, [&](const Sentence& sentence) {
      return sentence.span.end < span->begin + (span->empty() ? 0 : 1);
    });
    // An empty span, a place where something is missing, belongs to one sentence only.
    const std::size_t end = std::max(span->end, span->begin + 1);
    for (; at != sentences.end() && at->span.begin < end; ++at) {
      marks_[static_cast<std::size_t>(at - sentences.begin())].push_back(i);
      if (span->empty()) break;
    }
  }
}

void HtmlText::append(std::string& out, const std::vector<std::uint32_t>& sentences) const {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = document_.sentences[sentences[i]];
    if (i > 0) {
      const std::size_t end = document_.sentences[sentences[i - 1]].span.end;
      const bool follows = end <= sentence.span.begin;
      const auto between =
          follows ? Span{end, sentence.span.begin}.in(document_.text) : std::string_view();
      if (follows && is_blank(between)) {
        // Line ends are shown, blank lines are not.
        if (between.find_first_of("\r\n") != std::string_view::npos) {
          out += '\n';
        } else if (!between.empty()) {
          out += ' ';
        }
      } else {
        out += " … ";
      }
    }
    const Language language = document_.language_of(sentence);
    const bool foreign = language != Language::kUnknown && language != document_.language;
    if (foreign)
      out += language == Language::kEnglish ? "<span lang=\"en\">" : "<span lang=\"zh\">";
    if (sentences_apart_) {
      out +=
          "<span class=\"s\" data-s=\"" + std::to_string(sentences[i] - sentences.front()) + "\">";
    }
    append_sentence(out, sentences[i]);
    if (sentences_apart_) out += "</span>";
    if (foreign) out += "</span>";
  }
}

void HtmlText::append_sentence(std::string& out, std::uint32_t sentence) const {
  const Span whole = document_.sentences[sentence].span;
  const std::vector<std::uint32_t>& marks = marks_[sentence];
  std::vector<std::size_t> cuts = {whole.begin, whole.end};
  for (const std::uint32_t mark : marks) {
    const Span& span = *(findings_[mark].*evidence_);
    cuts.push_back(std::clamp(span.begin, whole.begin, whole.end));
    cuts.push_back(std::clamp(span.end, whole.begin, whole.end));
  }
  std::ranges::sort(cuts);
  // A cut for an empty span is there twice or more; once is enough to find it.
  const auto append_part = [&](Span part) {
    std::vector<std::uint32_t> here;
    for (const std::uint32_t mark : marks) {
      const Span& span = *(findings_[mark].*evidence_);
      if (part.empty() ? span == part : span.begin <= part.begin && part.end <= span.end) {
        here.push_back(mark);
      }
    }
    if (here.empty()) {
      append_escaped(out, part.in(document_.text));
      return;
    }
    const auto severest = *std::ranges::max_element(
        here, {}, [&](std::uint32_t mark) { return findings_[mark].severity; });
    out += "<a class=\"m ";
    out += name_of(findings_[severest].severity);
    if (part.empty()) out += " point";
    if (part.size() > kLongEvidence) out += " long";
    const auto name = [&](std::uint32_t note) {
      return names_.empty() ? std::to_string(note + 1) : names_[note];
    };
    out += "\" href=\"#f" + name(severest) + "\" data-f=\"";
    for (const std::uint32_t mark : here) {
      if (mark != here.front()) out += ' ';
      out += name(mark);
    }
    out += "\">";
    append_escaped(out, part.in(document_.text));
    out += "</a>";
  };
  std::size_t from = whole.begin;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (cuts[i] > from) append_part({from, cuts[i]});
    const bool first_here = i == 0 || cuts[i - 1] != cuts[i];
    const bool empty_span_here = std::ranges::any_of(marks, [&](std::uint32_t mark) {
      return *(findings_[mark].*evidence_) == Span{cuts[i], cuts[i]};
    });
    if (first_here && empty_span_here) append_part({cuts[i], cuts[i]});
    from = cuts[i];
  }
}

}  // namespace duizhao::report
