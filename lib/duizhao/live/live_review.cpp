#include "duizhao/live/live_review.h"

#include <algorithm>

#include "duizhao/report/beads.h"
#include "duizhao/text/difference.h"

namespace duizhao::live {
namespace {

/// Sentences of a text that takes long to look at as a whole.
constexpr std::size_t kLongText = 300;
/// Without an edit, before it is looked at so.
constexpr auto kPause = std::chrono::milliseconds(400);

}  // namespace

Result<std::unique_ptr<LiveReview>> LiveReview::open(std::string draft, Judge judge,
                                                     const std::string& journal_path) {
  auto beginning = begin(std::move(draft), journal_path);
  if (!beginning) return tl::unexpected(beginning.error());
  ReviewMemory memory;
  auto review = beginning->content.beads.empty() ? judge(beginning->draft, memory)
                                                 : resume(*beginning, judge, memory);
  if (!review) return tl::unexpected(review.error());
  if (!beginning->content.beads.empty()) {
    beginning->content.beads = align::sides_of(review->alignment);
    beginning->content.edits_before_beads = beginning->content.edits.size();
  }
  auto journal = Journal::open(journal_path, beginning->content);
  if (!journal) return tl::unexpected(journal.error());
  const bool mended = !beginning->content.beads.empty();
  std::unique_ptr<LiveReview> live(new LiveReview(std::move(*beginning), std::move(judge),
                                                  std::move(memory), std::move(*journal),
                                                  std::move(*review)));
  live->mended_ = mended;
  return live;
}

Result<Review> LiveReview::resume(Beginning& beginning, const Judge& judge, ReviewMemory& memory) {
  std::vector<std::string> drafts = std::move(beginning.since_beads);
  drafts.push_back(beginning.draft);
  auto review = judge(drafts.front(), memory);
  if (!review) return review;
  auto mended = align::exchange_all(review->alignment, beginning.content.beads);
  if (!mended) {
    beginning.content.beads.clear();  // the text is broken into other sentences now
    return judge(beginning.draft, memory);
  }
  memory.set_alignment(std::move(*mended));
  for (const std::string& draft : drafts) {
    review = judge(draft, memory);
    if (!review) return review;
  }
  return review;
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
  const std::string between = report::separator_before(source, target, sentences.front());
  const Span place = report::bead_spans(source, target, review_.alignment)[bead].target;
  Edit edit;
  edit.span = target.in_original({place.begin, place.begin});
  edit.written = place.begin == 0 ? std::string(text) + between : between + std::string(text);
  filled_ = bead;
  auto made = make(std::move(edit));
  filled_.reset();
  return made;
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

Result<void> LiveReview::judge(const std::string& draft, const Edit* edit) {
  // What another program has written may be another translation; what a reader mended stays.
  if (edit == nullptr && !mended_) memory_.forget_alignment();
  memory_.expect_translation_of(filled_);
  const bool long_text = review_.target.sentences.size() > kLongText;
  memory_.put_off_whole_text(edit != nullptr && long_text);
  auto review = judge_(draft, memory_);
  memory_.put_off_whole_text(false);
  if (!review) return tl::unexpected(review.error());
  judged_ = std::move(*review);
  unsettled_.reset();
  if (edit != nullptr && long_text) unsettled_ = std::chrono::steady_clock::now();
  return {};
}

bool LiveReview::settle() {
  if (!unsettled_) return false;
  if (std::chrono::steady_clock::now() - *unsettled_ < kPause) return true;
  unsettled_.reset();
  // It was reviewed with this very text a moment ago.
  if (auto review = judge_(draft(), memory_)) {
    review_ = std::move(*review);
    changed();
  }
  return false;
}

Result<void> LiveReview::mend(const std::vector<align::BeadSides>& gone,
                              const std::vector<align::BeadSides>& come) {
  if (auto done = mend_once(gone, come); !done) return done;
  can_undo([this, gone, come] { return mend_once(come, gone); });
  return {};
}

Result<void> LiveReview::mend_once(const std::vector<align::BeadSides>& gone,
                                   const std::vector<align::BeadSides>& come) {
  auto alignment = align::exchange_beads(review_.alignment, gone, come);
  if (!alignment) return tl::unexpected(alignment.error());
  memory_.set_alignment(std::move(*alignment));
  auto review = judge_(draft(), memory_);
  Result<void> done;
  if (!review) done = tl::unexpected(review.error());
  if (done) done = journal().add(align::sides_of(review->alignment));
  if (!done) {
    memory_.set_alignment(review_.alignment);
    return done;
  }
  review_ = std::move(*review);
  unsettled_.reset();
  mended_ = true;
  changed();
  return {};
}

std::vector<align::BeadSides> LiveReview::mended_beads() const {
  if (!mended_) return {};
  return align::sides_of(judged_ ? judged_->alignment : review_.alignment);
}

}  // namespace duizhao::live
