#include "duizhao/live/live_pairs.h"

#include <map>

#include "duizhao/formats/target_edit.h"

namespace duizhao::live {

Result<std::unique_ptr<LivePairs>> LivePairs::open(std::string draft, const std::string& name,
                                                   formats::BilingualOptions options, Judge judge,
                                                   const std::string& journal_path) {
  options.places = true;
  options.encoding = "UTF-8";  // it is decoded
  if (options.format.empty()) options.format = formats::bilingual_format_of(name, draft);
  if (!formats::is_written_back(options.format)) {
    return failure(ErrorCode::kUsage,
                   "pairs are mended in XLIFF, TMX, PO, TSV and XLSX; this file is read as '" +
                       options.format + "': convert it, or review it by 'check --pairs'",
                   {name});
  }
  auto beginning = begin(std::move(draft), journal_path);
  if (!beginning) return tl::unexpected(beginning.error());
  auto journal = Journal::open(journal_path, beginning->content);
  if (!journal) return tl::unexpected(journal.error());
  std::unique_ptr<LivePairs> live(new LivePairs(std::move(*beginning), std::move(*journal), name,
                                                std::move(options), std::move(judge)));
  auto pairs = live->read(live->draft());
  if (!pairs) return tl::unexpected(pairs.error());
  live->pairs_ = std::move(*pairs);
  return live;
}

Result<std::vector<LivePairs::Pair>> LivePairs::read(const std::string& draft) const {
  auto reader = formats::open_bilingual_text(draft, name_, options_);
  if (!reader) return tl::unexpected(reader.error());
  std::vector<Pair> pairs;
  for (;;) {
    Pair pair;
    const auto more = (*reader)->next(pair.text);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return pairs;
    pairs.push_back(std::move(pair));
  }
}

void LivePairs::review(Pair& pair) const {
  Review review = judge_(pair.text.source, pair.text.target);
  pair.findings = std::move(review.findings);
  pair.score = std::move(review.score);
  pair.judged = true;
  pair.changed_at = version() + 1;
}

bool LivePairs::work(std::chrono::milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  bool did = false;
  for (; next_ < pairs_.size(); ++next_) {
    if (pairs_[next_].judged) continue;
    if (std::chrono::steady_clock::now() >= until) break;
    review(pairs_[next_]);
    ++judged_count_;
    did = true;
  }
  if (did) changed();
  return next_ < pairs_.size();
}

Review LivePairs::review_of(std::size_t pair) const {
  const Pair& of = pairs_[pair];
  Review review = judge_(of.text.source, of.text.target);
  review.findings = of.findings;
  return review;
}

std::string LivePairs::text_of(std::size_t pair) const {
  return pair < pairs_.size() ? pairs_[pair].text.target : std::string();
}

Result<void> LivePairs::edit(std::size_t pair, std::string_view was, std::string_view text) {
  if (pair >= pairs_.size() || pairs_[pair].text.target != was) return outdated();
  return replace(pair, text);
}

Result<void> LivePairs::apply(std::uint64_t key, std::optional<std::size_t> pair) {
  if (!pair || *pair >= pairs_.size()) return outdated();
  const Finding* found = nullptr;
  for (const Finding& finding : pairs_[*pair].findings) {
    if (finding.key == key) found = &finding;
    for (const Finding& place : finding.elsewhere) {
      if (place.key == key) found = &place;
    }
  }
  if (found == nullptr) return outdated();
  if (!found->suggestion || !found->target) {
    return failure(ErrorCode::kUsage, "the finding has no suggestion that could be put in");
  }
  std::string text = pairs_[*pair].text.target;
  text.replace(found->target->begin, found->target->size(), *found->suggestion);
  return replace(*pair, text);
}

Result<void> LivePairs::replace(std::size_t pair, std::string_view text) {
  if (pairs_[pair].text.target == text) return {};
  auto in_file = formats::edit_target(draft(), pairs_[pair].text, text, options_.format);
  if (!in_file) return tl::unexpected(in_file.error());
  Edit edit;
  edit.span = in_file->span;
  edit.removed = edit.span.in(draft());
  edit.written = std::move(in_file->written);
  return make(std::move(edit));
}

std::optional<std::size_t> LivePairs::pair_at(Span in_draft) const {
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const auto& place = pairs_[i].text.place;
    if (place && place->content.contains(in_draft)) return i;
  }
  return std::nullopt;
}

Result<void> LivePairs::judge(const std::string& draft, const Edit* edit) {
  auto pairs = read(draft);
  if (!pairs) return tl::unexpected(pairs.error());
  read_pairs_ = std::move(*pairs);
  if (edit == nullptr) return {};
  if (read_pairs_.size() != pairs_.size()) {
    return failure(ErrorCode::kUsage, "this text would break the file apart");
  }
  const auto at = pair_at(edit->span);
  if (at) review(read_pairs_[*at]);
  return {};
}

void LivePairs::take_findings() {
  using Texts = std::pair<std::string_view, std::string_view>;
  const auto texts = [](const Pair& pair) { return Texts(pair.text.source, pair.text.target); };
  // What was reviewed before and is the same still holds, wherever it stands now.
  std::map<Texts, const Pair*> moved;
  const auto known = [&](std::size_t i) -> const Pair* {
    if (i < pairs_.size() && texts(pairs_[i]) == texts(read_pairs_[i])) return &pairs_[i];
    if (read_pairs_.size() == pairs_.size()) return nullptr;
    if (moved.empty()) {
      for (const Pair& pair : pairs_) moved.emplace(texts(pair), &pair);
    }
    const auto found = moved.find(texts(read_pairs_[i]));
    return found == moved.end() ? nullptr : found->second;
  };
  judged_count_ = 0;
  for (std::size_t i = 0; i < read_pairs_.size(); ++i) {
    Pair& pair = read_pairs_[i];
    const Pair* const same = pair.judged ? nullptr : known(i);
    if (same != nullptr && same->judged) {
      pair.findings = same->findings;
      pair.score = same->score;
      pair.judged = true;
      pair.changed_at = i < pairs_.size() && same == &pairs_[i] ? same->changed_at : version() + 1;
    }
    if (pair.judged) ++judged_count_;
  }
  pairs_ = std::move(read_pairs_);
  next_ = 0;
}

}  // namespace duizhao::live
