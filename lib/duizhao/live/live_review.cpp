#include "duizhao/live/live_review.h"

#include <algorithm>

#include "duizhao/report/beads.h"
#include "duizhao/text/difference.h"

namespace duizhao::live {

Result<std::unique_ptr<LiveReview>> LiveReview::open(std::string draft, Judge judge,
                                                     const std::string& journal_path) {
  auto beginning = begin(std::move(draft), journal_path);
  if (!beginning) return tl::unexpected(beginning.error());
  auto review = judge(beginning->draft);
  if (!review) return tl::unexpected(review.error());
  auto journal = Journal::open(journal_path, beginning->content);
  if (!journal) return tl::unexpected(journal.error());
  return std::unique_ptr<LiveReview>(new LiveReview(std::move(*beginning), std::move(judge),
                                                    std::move(*journal), std::move(*review)));
}

Span LiveReview::span_of(std::size_t bead) const {
  const Document& target = review_.target;
  if (bead >= review_.alignment.beads.size()) return {};
  const auto& sentences = review_.alignment.beads[bead].target;
  if (sentences.empty()) return {};
  return target.sentences[sentences.front()].span.joined(target.sentences[sentences.back()].span);
}

std::string LiveReview::text_of(std::size_t bead) const {
  return std::string(span_of(bead).in(review_.target.text));
}

Result<void> LiveReview::insert(std::size_t bead, std::string_view text) {
  const Document& source = review_.source;
  const Document& target = review_.target;
  const auto& sentences = review_.alignment.beads[bead].source;
  if (sentences.empty() || text.empty()) return {};
  const std::uint32_t first = sentences.front();
  const bool starts_line =
      first == 0 || source.sentences[first].paragraph != source.sentences[first - 1].paragraph;
  const std::string between = starts_line ? "\n" : target.language == Language::kChinese ? "" : " ";
  const Span place = report::bead_spans(source, target, review_.alignment)[bead].target;
  Edit edit;
  edit.span = target.in_original({place.begin, place.begin});
  edit.written = place.begin == 0 ? std::string(text) + between : between + std::string(text);
  return make(std::move(edit));
}

Result<void> LiveReview::edit(std::size_t bead, std::string_view was, std::string_view text) {
  const bool missing = bead < review_.alignment.beads.size() && was.empty() &&
                       review_.alignment.beads[bead].target.empty();
  if (missing) return insert(bead, text);
  const Span span = span_of(bead);
  if (span.empty() || span.in(review_.target.text) != was) return outdated();
  return replace(span, text);
}

Result<void> LiveReview::apply(std::uint64_t key, std::optional<std::size_t> bead) {
  const Finding* found = nullptr;
  const auto look_at = [&](const Finding& finding) {
    if (finding.key == key && (found == nullptr || finding.bead == bead)) found = &finding;
  };
  for (const Finding& finding : review_.findings) {
    look_at(finding);
    for (const Finding& place : finding.elsewhere) look_at(place);
  }
  if (found == nullptr) return outdated();
  if (!found->suggestion || !found->target) {
    return failure(ErrorCode::kUsage, "the finding has no suggestion that could be put in");
  }
  return replace(*found->target, *found->suggestion);
}

Result<void> LiveReview::replace(Span in_document, std::string_view text) {
  // Only what differs: markup and line ends of the file between the words stay as they are.
  const std::string_view before = in_document.in(review_.target.text);
  const text::Difference differs = text::difference(before, text);
  Edit edit;
  edit.span = review_.target.in_original(differs.before.shifted(in_document.begin));
  edit.removed = edit.span.in(draft());
  edit.written = differs.after.in(text);
  return make(std::move(edit));
}

Result<void> LiveReview::judge(const std::string& draft, const Edit*) {
  auto review = judge_(draft);
  if (!review) return tl::unexpected(review.error());
  judged_ = std::move(*review);
  return {};
}

}  // namespace duizhao::live
