#include "glossary_trust.h"

#include <fmt/format.h>

#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/review/review.h"
#include "duizhao/terms/glossary.h"
#include "duizhao/text/language.h"
#include "duizhao/text/sentences.h"
#include "find_model.h"

namespace duizhao::cli {
namespace {

Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  document.language = text::language_of(document.text);
  text::segment_lines(document);
  return document;
}

}  // namespace

Result<std::vector<TermEntry>> learn_trust(const GlossaryCommand::Options& options,
                                           Streams& streams) {
  auto entries = formats::read_glossary(options.files.front(), streams.in);
  if (!entries) return tl::unexpected(entries.error());
  const auto lexicon = open_lexicon(options.run.model, streams.err);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto reader = formats::open_bilingual(options.pairs, options.text.bilingual(), streams.in);
  if (!reader) return tl::unexpected(reader.error());

  // What an earlier run found must not decide what is looked at now.
  std::vector<TermEntry> unrecorded = *entries;
  for (TermEntry& entry : unrecorded) entry.record = {};
  const terms::Glossary glossary(std::move(unrecorded));
  Resources resources;
  resources.lexicon = &*lexicon;
  resources.glossary = &glossary;
  TermTally tally;
  formats::BilingualPair pair;
  for (;;) {
    const auto more = (*reader)->next(pair);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const Review review = review_pair(document_of(std::move(pair.source)),
                                      document_of(std::move(pair.target)), resources, {});
    tally.add(review.term_outcomes);
    for (const TermOutcome& outcome : review.term_outcomes) {
      for (const std::uint32_t entry : outcome.entries) {
        (*entries)[entry].record.checked += outcome.checked;
        (*entries)[entry].record.confirmed += outcome.confirmed;
      }
    }
  }
  streams.err << fmt::format("{} occurrences of terms, {} rendered as the glossary says\n",
                             tally.checked, tally.confirmed);
  return entries;
}

}  // namespace duizhao::cli
