#include "duizhao/check/evidence/runs/unaligned_passages.h"

#include <algorithm>

#include "duizhao/check/evidence/runs/untranslated_sentences.h"
#include "duizhao/text/tokens.h"

namespace duizhao::check {
namespace {

/// Bytes of words in what leads in to a passage in another language: 新闻来源, 原文摘要.
constexpr std::size_t kLeadIn = 150;

std::size_t letters_of(std::string_view text) {
  std::size_t letters = 0;
  for (const text::Token& token : text::tokenize(text)) {
    const bool counts = token.kind == text::TokenKind::kWord || token.kind == text::TokenKind::kHan;
    letters += counts ? token.span.size() : 0;
  }
  return letters;
}

}  // namespace

UnalignedPassages unaligned_passages(const DocumentContext& context, bool of_source) {
  const Document& document = of_source ? context.source : context.target;
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  // By sentence: the one-sided bead that it stands in; none where another bead pairs it.
  std::vector<std::size_t> alone(document.sentences.size(), kNone);
  std::vector<bool> paired(document.sentences.size(), false);
  for (std::size_t b = 0; b < context.alignment.beads.size(); ++b) {
    const Bead& bead = context.alignment.beads[b];
    for (const std::uint32_t sentence : of_source ? bead.source : bead.target) {
      bead.one_sided() ? void(alone[sentence] = b) : void(paired[sentence] = true);
    }
  }
  for (const UntranslatedSentence& sentence : untranslated_sentences(context)) {
    paired[of_source ? sentence.source : sentence.target] = true;
  }
  UnalignedPassages result;
  std::size_t all_letters = 0;
  std::size_t letters_apart = 0;
  bool continues = false;
  std::size_t beads = 0;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const std::size_t letters = letters_of(document.text_of(document.sentences[s]));
    all_letters += letters;
    if (letters == 0) continue;
    if (paired[s] || alone[s] == kNone) {
      continues = false;
      continue;
    }
    const Language language = document.language_of(document.sentences[s]);
    const bool foreign = language != document.language && language != Language::kUnknown;
    // Foreign matter is no part of the version, and says nothing of how complete it is.
    if (foreign) {
      all_letters -= letters;
    } else {
      letters_apart += letters;
    }
    const double confidence = context.alignment.beads[alone[s]].confidence;
    const Span span = document.sentences[s].span;
    const bool leads_in = continues && result.passages.back().letters <= kLeadIn;
    if (leads_in && foreign) result.passages.back().language = language;
    if (!continues || (result.passages.back().language != language && !leads_in)) {
      result.passages.push_back({span, 0, 0, alone[s], 0, language});
      beads = 0;
      continues = true;
    }
    UnalignedPassage& passage = result.passages.back();
    passage.span = passage.span.joined(span);
    ++passage.sentences;
    passage.letters += letters;
    passage.confidence = (passage.confidence * double(beads) + confidence) / double(beads + 1);
    ++beads;
  }
  result.share = all_letters == 0 ? 0 : double(letters_apart) / double(all_letters);
  return result;
}

}  // namespace duizhao::check
