#include "glossary_trust.h"

#include <fmt/format.h>

#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/glossary_file.h"
#include "opening.h"

namespace duizhao::cli {

Result<std::vector<TermEntry>> learn_trust(const GlossaryCommand::Options& options,
                                           Streams& streams) {
  auto entries = formats::read_glossary(options.files.front(), streams.in);
  if (!entries) return tl::unexpected(entries.error());
  CheckerOptions opening;
  opening.model = options.run.model;
  opening.terms = *entries;
  // What an earlier run found must not decide what is looked at now.
  for (TermEntry& entry : opening.terms) entry.record = {};
  const auto checker = open_checker(opening, streams.err);
  if (!checker) return tl::unexpected(checker.error());
  auto reader = formats::open_bilingual(options.pairs, options.text.bilingual(), streams.in);
  if (!reader) return tl::unexpected(reader.error());

  TermTally tally;
  formats::BilingualPair pair;
  for (;;) {
    const auto more = (*reader)->next(pair);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const auto review = checker->review_pair(std::move(pair.source), std::move(pair.target));
    if (!review) continue;  // a pair in one language says nothing of its terms
    tally.add(review->term_outcomes);
    for (const TermOutcome& outcome : review->term_outcomes) {
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
