#include "duizhao/live/live_draft.h"

#include <algorithm>

namespace duizhao::live {
namespace {

/// The draft with an edit made; nothing where the draft is not what the edit was made on.
std::optional<std::string> with(const std::string& draft, const Edit& edit) {
  if (edit.span.end > draft.size() || edit.span.in(draft) != edit.removed) return std::nullopt;
  std::string edited = draft;
  edited.replace(edit.span.begin, edit.span.size(), edit.written);
  return edited;
}

}  // namespace

tl::unexpected<Error> LiveDraft::outdated() {
  return failure(ErrorCode::kUsage, "the passage has been changed since; look at it once more");
}

Result<LiveDraft::Beginning> LiveDraft::begin(std::string draft, const std::string& journal_path) {
  auto content = Journal::read(journal_path);
  if (!content) return tl::unexpected(content.error());
  Resumed resumed;
  resumed.decisions = content->decisions.size();
  const std::uint64_t written = draft_hash(draft);
  std::vector<std::string> since_beads;
  if (content->draft == written) {
    for (const Edit& edit : content->edits) {
      auto edited = with(draft, edit);
      if (!edited) break;
      if (resumed.edits >= content->edits_before_beads) since_beads.push_back(std::move(draft));
      draft = std::move(*edited);
      ++resumed.edits;
    }
  }
  resumed.lost_edits = content->edits.size() - resumed.edits;
  content->edits.resize(resumed.edits);
  if (content->draft != written || content->edits_before_beads > resumed.edits) {
    content->beads.clear();  // of sentences that are no longer there
  }
  if (content->beads.empty()) since_beads.clear();
  content->draft = written;
  return Beginning{std::move(draft), std::move(*content), resumed, std::move(since_beads)};
}

Result<void> LiveDraft::make(Edit edit) {
  if (edit.removed == edit.written) return {};
  if (auto made = make_once(edit); !made) return made;
  Edit back;
  back.span = Span{edit.span.begin, edit.span.begin + edit.written.size()};
  back.removed = std::move(edit.written);
  back.written = std::move(edit.removed);
  can_undo([this, back = std::move(back)] { return make_once(back); });
  return {};
}

Result<void> LiveDraft::mend(const std::vector<align::BeadSides>& /*gone*/,
                             const std::vector<align::BeadSides>& /*come*/) {
  return failure(ErrorCode::kUsage, "the segments of a file of pairs stay as they are");
}

Result<void> LiveDraft::undo() {
  if (undoable_.empty()) return failure(ErrorCode::kUsage, "there is no change to take back");
  if (auto taken = undoable_.back()(); !taken) return taken;
  undoable_.pop_back();
  return {};
}

Result<void> LiveDraft::make_once(const Edit& edit) {
  auto edited = with(draft_, edit);
  if (!edited) return outdated();
  return change(std::move(*edited), &edit, [&] { return journal_.add(edit); });
}

Result<void> LiveDraft::change(std::string draft, const Edit* edit,
                               const std::function<Result<void>()>& record) {
  if (auto judged = judge(draft, edit); !judged) return judged;
  if (auto recorded = record(); !recorded) return recorded;
  take_findings();
  draft_ = std::move(draft);
  ++version_;
  return {};
}

void LiveDraft::end() {
  if (nothing_to_keep()) journal_.remove();
}

Result<void> LiveDraft::decide(Decision decision) {
  if (auto added = journal_.add(decision); !added) return added;
  auto& decisions = content_.decisions;
  std::erase_if(decisions, [&](const Decision& old) { return old.key == decision.key; });
  if (!decision.state.empty()) decisions.push_back(std::move(decision));
  ++version_;
  return {};
}

Result<void> LiveDraft::file_is(std::string draft) {
  const std::uint64_t written = draft_hash(draft);
  const auto record = [&]() -> Result<void> {
    if (auto added = journal_.draft_written(written, mended_beads()); !added) return added;
    content_.draft = written;
    return {};
  };
  if (draft == draft_) {
    if (auto recorded = record(); !recorded) return recorded;
    ++version_;
    return {};
  }
  undoable_.clear();
  return change(std::move(draft), nullptr, record);
}

}  // namespace duizhao::live
