#include "duizhao/align/after_edit.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "duizhao/align/bead_order.h"

namespace duizhao::align {
namespace {

/// Of more sentences nothing is known any more.
constexpr std::uint32_t kMostChanged = 100;

/// A stretch of sentences [begin, end).
struct Stretch {
  std::uint32_t begin = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool has(std::uint32_t sentence) const {
    return begin <= sentence && sentence < end;
  }
  /// Whether it grew.
  bool take(std::uint32_t sentence) {
    if (has(sentence)) return false;
    begin = std::min(begin, sentence);
    end = std::max(end, sentence + 1);
    return true;
  }
};

/// Where two versions of the target differ: `removed` sentences from `first` on were exchanged for
/// `added` ones.
struct Change {
  std::uint32_t first = 0;
  std::uint32_t removed = 0;
  std::uint32_t added = 0;
};

Change change_between(const Document& before, const Document& after) {
  const std::size_t old_size = before.sentences.size();
  const std::size_t new_size = after.sentences.size();
  const std::size_t least = std::min(old_size, new_size);
  const auto same = [&](std::size_t i, std::size_t j) {
    return before.text_of(before.sentences[i]) == after.text_of(after.sentences[j]);
  };
  std::size_t head = 0;
  while (head < least && same(head, head)) ++head;
  std::size_t tail = 0;
  while (tail < least - head && same(old_size - 1 - tail, new_size - 1 - tail)) ++tail;
  return {static_cast<std::uint32_t>(head), static_cast<std::uint32_t>(old_size - head - tail),
          static_cast<std::uint32_t>(new_size - head - tail)};
}

/// The beads around a change, as far as they have to be aligned anew.
class Region {
 public:
  Region(const std::vector<Bead>& beads, std::vector<bool> touched, const Change& change,
         std::size_t source_size, std::size_t target_size)
      : beads_(beads),
        inside_(std::move(touched)),
        bead_of_source_(source_size, kNone),
        bead_of_target_(target_size, kNone) {
    for (std::size_t b = 0; b < beads.size(); ++b) {
      if (beads[b].repeated) continue;
      for (const auto s : beads[b].source) bead_of_source_[s] = b;
      for (const auto t : beads[b].target) bead_of_target_[t] = b;
    }
    for (std::uint32_t t = change.first; t < change.first + change.added; ++t) target_.take(t);
    if (std::ranges::none_of(inside_, [](bool is) { return is; })) {
      take(bead_of_target_, change.first - 1);
      take(bead_of_target_, change.first + change.added);
    }
    while (close() || take_lone_neighbours()) {
    }
  }

  /// Whether nothing in it stands elsewhere too, was moved, or is known, and it is short.
  [[nodiscard]] bool can_be_aligned() const {
    constexpr std::uint32_t kMost = 40;
    if (source_.size() + target_.size() > kMost) return false;
    for (std::size_t b = 0; b < beads_.size(); ++b) {
      const Bead& bead = beads_[b];
      const bool is_known = bead.confidence == 1 && !bead.one_sided();
      if (inside_[b] && (bead.moved || bead.repeated || is_known)) return false;
    }
    return true;
  }

  [[nodiscard]] bool has(std::size_t bead) const { return inside_[bead]; }
  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(std::ranges::count(inside_, true));
  }
  [[nodiscard]] Stretch source() const { return source_; }
  [[nodiscard]] Stretch target() const { return target_; }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void take(const std::vector<std::size_t>& bead_of, std::size_t sentence) {
    if (sentence < bead_of.size() && bead_of[sentence] != kNone) inside_[bead_of[sentence]] = true;
  }

  /// Beads of which a part lies in the stretches lie in them whole.
  bool close() {
    bool grew = false;
    for (std::size_t b = 0; b < beads_.size(); ++b) {
      const Bead& bead = beads_[b];
      const auto in = [](const Stretch& stretch, const std::vector<std::uint32_t>& sentences) {
        return std::ranges::any_of(sentences, [&](auto s) { return stretch.has(s); });
      };
      if (!inside_[b] && (in(source_, bead.source) || in(target_, bead.target))) inside_[b] = true;
      if (!inside_[b]) continue;
      for (const auto s : bead.source) grew |= source_.take(s);
      for (const auto t : bead.target) grew |= target_.take(t);
    }
    return grew;
  }

  bool take_lone_neighbours() {
    const auto lone = [&](const std::vector<std::size_t>& bead_of, std::size_t sentence) {
      if (sentence >= bead_of.size() || bead_of[sentence] == kNone) return false;
      const std::size_t bead = bead_of[sentence];
      if (inside_[bead] || !beads_[bead].one_sided()) return false;
      inside_[bead] = true;
      return true;
    };
    bool took = false;
    if (!source_.empty()) {
      took |= lone(bead_of_source_, source_.begin - std::size_t{1});
      took |= lone(bead_of_source_, source_.end);
    }
    if (!target_.empty()) {
      took |= lone(bead_of_target_, target_.begin - std::size_t{1});
      took |= lone(bead_of_target_, target_.end);
    }
    return took;
  }

  const std::vector<Bead>& beads_;
  std::vector<bool> inside_;
  std::vector<std::size_t> bead_of_source_;
  std::vector<std::size_t> bead_of_target_;
  Stretch source_;
  Stretch target_;
};

/// Some sentences of a document, as a document.
struct Part {
  Part(const pair::AnalysedDocument& whole, Stretch stretch) {
    document.text = whole.document->text;
    document.language = whole.document->language;
    document.paragraphs = whole.document->paragraphs;
    analysed.document = &document;
    for (std::uint32_t s = stretch.begin; s < stretch.end; ++s) {
      document.sentences.push_back(whole.document->sentences[s]);
      analysed.sentences.push_back(whole.sentences[s]);
      analysed.sentences.back().document = &document;
    }
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  Document document;
  pair::AnalysedDocument analysed;
};

std::vector<std::uint32_t> all_of(Stretch stretch) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t s = stretch.begin; s < stretch.end; ++s) numbers.push_back(s);
  return numbers;
}

std::vector<Bead> aligned(const Region& region, const EditedTarget& edited,
                          const model::Lexicon& lexicon, const AlignOptions& options) {
  const Part source(edited.source, region.source());
  const Part target(edited.after, region.target());
  std::vector<Bead> beads = align(source.analysed, target.analysed, lexicon, options).beads;
  for (Bead& bead : beads) {
    for (auto& s : bead.source) s += region.source().begin;
    for (auto& t : bead.target) t += region.target().begin;
  }
  return beads;
}

Bead lone(std::uint32_t target) {
  Bead bead;
  bead.target = {target};
  return bead;
}

}  // namespace

Alignment align_after_edit(const EditedTarget& edited, const model::Lexicon& lexicon,
                           const AlignOptions& options) {
  const Change change = change_between(edited.before, *edited.after.document);
  Alignment alignment = edited.alignment;
  std::vector<Bead>& beads = alignment.beads;
  if (change.removed == change.added) return alignment;
  if (change.removed + change.added > kMostChanged) {
    return align(edited.source, edited.after, lexicon, options);
  }
  // The beads in the numbers of the sentences as they are now, without those that were changed.
  std::vector<bool> touched(beads.size());
  for (std::size_t b = 0; b < beads.size(); ++b) {
    touched[b] = std::erase_if(beads[b].target, [&](std::uint32_t t) {
                   return t >= change.first && t < change.first + change.removed;
                 }) > 0;
    for (auto& t : beads[b].target) {
      if (t >= change.first) t = t + change.added - change.removed;
    }
  }
  const Stretch added{change.first, change.first + change.added};
  const auto give = [&](Bead& bead) {
    for (const auto t : all_of(added)) bead.target.push_back(t);
    std::ranges::sort(bead.target);
  };
  if (edited.filled && change.removed == 0 && beads[*edited.filled].target.empty()) {
    give(beads[*edited.filled]);
    beads[*edited.filled].confidence = 1;
  } else {
    const Region region(beads, touched, change, edited.source.sentences.size(),
                        edited.after.sentences.size());
    const auto first = std::ranges::find(touched, true);
    if (region.size() > 1 && region.can_be_aligned() && !region.source().empty() &&
        !region.target().empty()) {
      std::vector<Bead> anew = aligned(region, edited, lexicon, options);
      for (std::size_t b = 0; b < beads.size(); ++b) {
        if (!region.has(b)) anew.push_back(std::move(beads[b]));
      }
      beads = std::move(anew);
    } else if (first != touched.end()) {
      give(beads[static_cast<std::size_t>(first - touched.begin())]);
    } else if (region.size() == 1) {
      for (std::size_t b = 0; b < beads.size(); ++b) {
        if (region.has(b)) give(beads[b]);
      }
    } else {
      for (const auto t : all_of(added)) beads.push_back(lone(t));
    }
  }
  std::erase_if(beads, [](const Bead& b) { return b.source.empty() && b.target.empty(); });
  for (Bead& bead : beads) {
    if (bead.one_sided()) bead.score = 0;  // whatever stood beside it
  }
  arrange(beads);
  return alignment;
}

}  // namespace duizhao::align
