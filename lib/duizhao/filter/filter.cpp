#include "duizhao/filter/filter.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "duizhao/batch/ordered_pipeline.h"
#include "duizhao/filter/match.h"
#include "duizhao/review/documents.h"

namespace duizhao::filter {
namespace {

/// Pairs for a thread, and whether each of them was there before, byte by byte: then nobody need
/// look at it again.
struct Chunk {
  std::vector<batch::NumberedPair> pairs;
  std::vector<bool> was_there;
};

Judged repeated(batch::NumberedPair pair) {
  Judged judged;
  judged.pair = std::move(pair);
  judged.step = Step::kDuplicate;
  judged.detail = "exact";
  return judged;
}

/// Whether a finding speaks against a pair. Names of commands that stay as they are in a technical
/// text don't: where the whole text was copied, its form tells.
bool speaks_against(const Finding& finding, Severity least) {
  return finding.severity >= least && finding.code != "untranslated/copied";
}

}  // namespace

Result<Filter> Filter::create(const Checker& checker, FilterOptions options) {
  auto fixer = Fixer::create(options.fixes, options.form.script);
  if (!fixer) return tl::unexpected(fixer.error());
  return Filter(checker, options, std::move(*fixer));
}

Judged Filter::judge(batch::NumberedPair pair, Language source, Language target) const {
  Judged judged;
  judged.pair = std::move(pair);
  formats::BilingualPair& texts = judged.pair.texts;
  judged.fixed = fixer_.apply(texts, source, target);
  FormVerdict form = form_of(texts.source, texts.target, source, options_.form);
  judged.step = form.step;
  judged.detail = std::move(form.detail);
  if (judged.step != Step::kKept) return judged;
  judge_match(judged, source);
  const bool reviews = options_.dropped_at || options_.least_quality > 0;
  if (judged.step == Step::kKept && reviews) review(judged, source, target);
  return judged;
}

void Filter::judge_match(Judged& judged, Language source) const {
  // What links words grows with the square of the length; a chapter is no segment.
  constexpr std::size_t kLongest = 20'000;
  const formats::BilingualPair& texts = judged.pair.texts;
  if (texts.source.size() + texts.target.size() > kLongest) {
    judged.step = Step::kLength;
    return;
  }
  judged.match =
      match_probability(match_evidence(texts.source, source, texts.target, checker_->resources()));
  if (*judged.match < options_.least_match) judged.step = Step::kMismatch;
}

void Filter::review(Judged& judged, Language source, Language target) const {
  const formats::BilingualPair& texts = judged.pair.texts;
  // Readers give valid UTF-8, and the languages are settled: this can't fail.
  const Review review =
      checker_
          ->review_pair(*document_of(texts.source, {}, {{}, source, true, {}, {}}),
                        *document_of(texts.target, {}, {{}, target, true, {}, {}}))
          .value();
  judged.quality = review.score.quality;
  const Finding* worst = nullptr;
  for (const Finding& finding : review.findings) {
    if (!options_.dropped_at || !speaks_against(finding, *options_.dropped_at)) continue;
    if (worst == nullptr || finding.severity > worst->severity) worst = &finding;
  }
  if (worst != nullptr) {
    judged.step = Step::kRule;
    judged.detail = worst->code;
  } else if (judged.quality && *judged.quality < options_.least_quality) {
    judged.step = Step::kQuality;
  }
}

void filter_pairs(batch::PairStream& pairs, const Filter& filter,
                  const std::function<bool(Judged& judged)>& take) {
  const bool keeps_all = filter.options().sameness == Sameness::kNone;
  FingerprintSet read;
  Duplicates kept(filter.options().sameness);
  batch::ordered_pipeline(
      filter.options().threads,
      [&]() -> std::optional<Chunk> {
        auto next = pairs.next();
        if (!next) return std::nullopt;
        Chunk chunk{std::move(*next), {}};
        for (const batch::NumberedPair& pair : chunk.pairs) {
          chunk.was_there.push_back(
              !keeps_all && !read.insert(fingerprint_of(pair.texts.source, pair.texts.target)));
        }
        return chunk;
      },
      [&](Chunk& chunk) {
        std::vector<Judged> judged;
        judged.reserve(chunk.pairs.size());
        for (std::size_t i = 0; i < chunk.pairs.size(); ++i) {
          judged.push_back(chunk.was_there[i] ? repeated(std::move(chunk.pairs[i]))
                                              : filter.judge(std::move(chunk.pairs[i]),
                                                             pairs.source(), pairs.target()));
        }
        return judged;
      },
      [&](std::vector<Judged> chunk) {
        return std::ranges::all_of(chunk, [&](Judged& judged) {
          const formats::BilingualPair& texts = judged.pair.texts;
          if (judged.step == Step::kKept && kept.was_there(texts.source, texts.target)) {
            judged.step = Step::kDuplicate;
          }
          return take(judged);
        });
      });
}

}  // namespace duizhao::filter
