#include "duizhao/live/live_review.h"

#include <algorithm>
#include <utility>

#include "duizhao/review/suppression.h"

namespace duizhao::live {
namespace {

/// The draft with an edit made; nothing where the draft is not what the edit was made on.
std::optional<std::string> with(const std::string& draft, const Edit& edit) {
  if (edit.span.end > draft.size() || edit.span.in(draft) != edit.removed) return std::nullopt;
  std::string edited = draft;
  edited.replace(edit.span.begin, edit.span.size(), edit.written);
  return edited;
}

tl::unexpected<Error> outdated() {
  return failure(ErrorCode::kUsage, "the passage has been changed since; look at it once more");
}

}  // namespace

Result<LiveReview> LiveReview::open(std::string draft, Judge judge,
                                    const std::string& journal_path) {
  auto content = Journal::read(journal_path);
  if (!content) return tl::unexpected(content.error());
  Resumed resumed;
  resumed.decisions = content->decisions.size();
  const std::uint64_t written = draft_hash(draft);
  if (content->draft == written) {
    for (const Edit& edit : content->edits) {
      auto edited = with(draft, edit);
      if (!edited) break;
      draft = std::move(*edited);
      ++resumed.edits;
    }
  }
  resumed.lost_edits = content->edits.size() - resumed.edits;
  content->edits.resize(resumed.edits);
  content->draft = written;
  auto review = judge(draft);
  if (!review) return tl::unexpected(review.error());
  auto journal = Journal::open(journal_path, *content);
  if (!journal) return tl::unexpected(journal.error());
  LiveReview live(std::move(draft), std::move(judge), std::move(*journal), std::move(*review));
  live.content_ = std::move(*content);
  live.resumed_ = resumed;
  return live;
}

Span LiveReview::span_of(std::size_t bead) const {
  const Document& target = review_.target;
  if (bead >= review_.alignment.beads.size()) return {};
  const auto& sentences = review_.alignment.beads[bead].target;
  if (sentences.empty()) return {};
  return target.sentences[sentences.front()].span.joined(target.sentences[sentences.back()].span);
}

std::string_view LiveReview::text_of(std::size_t bead) const {
  return span_of(bead).in(review_.target.text);
}

Result<void> LiveReview::edit(std::size_t bead, std::string_view was, std::string_view text) {
  const Span span = span_of(bead);
  if (span.empty() || span.in(review_.target.text) != was) return outdated();
  return replace(span, text);
}

Result<void> LiveReview::apply(std::uint64_t key) {
  const auto found = std::find_if(review_.findings.begin(), review_.findings.end(),
                                  [&](const Finding& finding) { return finding.key == key; });
  if (found == review_.findings.end()) return outdated();
  if (!found->suggestion || !found->target) {
    return failure(ErrorCode::kUsage, "the finding has no suggestion that could be put in");
  }
  return replace(*found->target, *found->suggestion);
}

Result<void> LiveReview::replace(Span in_document, std::string_view text) {
  Edit edit;
  edit.span = review_.target.in_original(in_document);
  edit.removed = edit.span.in(draft_);
  edit.written = text;
  if (edit.removed == edit.written) return {};
  if (auto made = make(edit); !made) return made;
  undoable_.push_back(std::move(edit));
  return {};
}

Result<void> LiveReview::undo() {
  if (undoable_.empty()) return failure(ErrorCode::kUsage, "there is no change to take back");
  const Edit& last = undoable_.back();
  Edit back;
  back.span = Span{last.span.begin, last.span.begin + last.written.size()};
  back.removed = last.written;
  back.written = last.removed;
  if (auto made = make(back); !made) return made;
  undoable_.pop_back();
  return {};
}

Result<void> LiveReview::make(const Edit& edit) {
  auto edited = with(draft_, edit);
  if (!edited) return outdated();
  return change(std::move(*edited), [&] { return journal_.add(edit); });
}

Result<void> LiveReview::change(std::string draft, const std::function<Result<void>()>& record) {
  auto review = judge_(draft);
  if (!review) return tl::unexpected(review.error());
  if (auto recorded = record(); !recorded) return recorded;
  review_ = std::move(*review);
  draft_ = std::move(draft);
  ++version_;
  return {};
}

Result<void> LiveReview::decide(Decision decision) {
  if (auto added = journal_.add(decision); !added) return added;
  auto& decisions = content_.decisions;
  std::erase_if(decisions, [&](const Decision& old) { return old.key == decision.key; });
  if (!decision.state.empty()) decisions.push_back(std::move(decision));
  ++version_;
  return {};
}

Result<void> LiveReview::file_is(std::string draft) {
  const std::uint64_t written = draft_hash(draft);
  const auto record = [&]() -> Result<void> {
    if (auto added = journal_.draft_written(written); !added) return added;
    content_.draft = written;
    return {};
  };
  if (draft == draft_) {
    if (auto recorded = record(); !recorded) return recorded;
    ++version_;
    return {};
  }
  undoable_.clear();
  return change(std::move(draft), record);
}

}  // namespace duizhao::live
