#include "duizhao/review/kept_findings.h"

#include <bit>
#include <map>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/glossed_words.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/text/difference.h"
#include "duizhao/text/tokens.h"

namespace duizhao {
namespace {

/// Collects what identifies something; the hash of it all is the key.
class KeyText {
 public:
  void add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(number >> shift);
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
  }
  [[nodiscard]] std::uint64_t hash() const { return model::hash_form(bytes_); }

 private:
  std::string bytes_;
};

/// A passage with those around it, and where in that text it stands.
void add_side(KeyText& key, const pair::Passage& passage, const pair::Passage* before,
              const pair::Passage* after) {
  Span whole = passage.span;
  if (before != nullptr) whole = whole.joined(before->span);
  if (after != nullptr) whole = whole.joined(after->span);
  key.add(whole.in(passage.document->text));
  for (const pair::Passage* part : {&passage, before, after}) {
    key.add(std::uint64_t{part == nullptr ? 0 : part->span.begin - whole.begin + 1});
    key.add(std::uint64_t{part == nullptr ? 0 : part->span.size()});
  }
}

/// Which of its words are glossed, here or elsewhere in the text.
void add_glossed(KeyText& key, const check::BeadContext& context) {
  if (context.glossed == nullptr) return;
  const pair::Passage& english = context.english();
  for (std::size_t t = 0; t < english.tokens.size(); ++t) {
    if (english.tokens[t].kind != text::TokenKind::kWord) continue;
    std::string_view word = english.tokens[t].span.in(english.document->text);
    for (const std::string_view possessive : {"'s", "’s"}) {
      if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
    }
    if (context.glossed->has(word)) key.add(std::uint64_t{t});
  }
}

}  // namespace

std::uint64_t bead_key(const check::BeadContext& context) {
  KeyText key;
  add_side(key, context.source, context.source_before, context.source_after);
  add_side(key, context.target, context.target_before, context.target_after);
  key.add(context.bead.confidence);
  key.add(std::uint64_t{context.bead.moved} * 2 + std::uint64_t{context.bead.repeated});
  add_glossed(key, context);
  // The heading of a table may have converted them.
  for (const facts::Fact& fact : context.source.facts) key.add(fact.value);
  return key.hash();
}

std::optional<JudgedBead> KeptFindings::find(std::uint64_t key, const check::BeadContext& context,
                                             std::size_t bead) {
  auto found = now_.find(key);
  if (found == now_.end()) {
    const auto earlier = earlier_.find(key);
    if (earlier == earlier_.end()) return std::nullopt;
    found = now_.insert(earlier_.extract(earlier)).position;
  }
  JudgedBead judged = found->second.judged;
  const std::size_t source_offset = context.source.span.begin - found->second.source_begin;
  const std::size_t target_offset = context.target.span.begin - found->second.target_begin;
  for (Finding& finding : judged.findings) {
    if (finding.source) finding.source = finding.source->shifted(source_offset);
    if (finding.target) finding.target = finding.target->shifted(target_offset);
    finding.bead = bead;
  }
  return judged;
}

void KeptFindings::keep(std::uint64_t key, const check::BeadContext& context,
                        const JudgedBead& judged) {
  now_.insert_or_assign(key, Found{judged, context.source.span.begin, context.target.span.begin});
}

std::vector<Finding> carried_findings(const ReviewMemory::Kept& kept, const Document& target,
                                      const Alignment& alignment) {
  const text::Difference changed = text::difference(kept.target.text, target.text);
  const std::size_t longer = target.text.size() - kept.target.text.size();  // may wrap around
  std::map<std::vector<std::uint32_t>, std::size_t> bead_of_source;
  for (std::size_t b = 0; b < alignment.beads.size(); ++b) {
    bead_of_source.emplace(alignment.beads[b].source, b);
  }
  std::vector<Finding> carried;
  for (Finding finding : kept.of_whole_text) {
    if (finding.target && finding.target->end > changed.before.begin) {
      if (finding.target->begin < changed.before.end) continue;
      finding.target = finding.target->shifted(longer);
    }
    if (finding.bead) {
      const Bead& bead = kept.alignment.beads[*finding.bead];
      const auto now = bead_of_source.find(bead.source);
      if (bead.source.empty() || now == bead_of_source.end() ||
          alignment.beads[now->second].target.size() != bead.target.size()) {
        continue;
      }
      finding.bead = now->second;
    }
    carried.push_back(std::move(finding));
  }
  return carried;
}

ReviewMemory::ReviewMemory() : kept_(std::make_unique<Kept>()) {}
ReviewMemory::ReviewMemory(ReviewMemory&&) noexcept = default;
ReviewMemory& ReviewMemory::operator=(ReviewMemory&&) noexcept = default;
ReviewMemory::~ReviewMemory() = default;

void ReviewMemory::forget_alignment() { kept_->knows_alignment = false; }

void ReviewMemory::set_alignment(Alignment alignment) {
  kept_->alignment = std::move(alignment);
  kept_->knows_alignment = true;
}

void ReviewMemory::put_off_whole_text(bool put_off) { kept_->puts_off_whole_text = put_off; }

void ReviewMemory::expect_translation_of(std::optional<std::size_t> bead) { kept_->filled = bead; }

}  // namespace duizhao
