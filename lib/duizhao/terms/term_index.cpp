#include "duizhao/terms/term_index.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace duizhao::terms {
namespace {

constexpr std::uint8_t kUpper = 0x80;

/// Longest lower-case word that is taken for another word when written in capitals: "it", "who",
/// "aids" are not IT, WHO, AIDS.
constexpr std::size_t kMaxAcronymLetters = 5;

std::string_view bytes_between(const FoldedText& text, std::size_t first, std::size_t last) {
  const auto offset_of = [&](std::size_t character) {
    return character < text.characters.size() ? text.characters[character].folded_begin
                                              : text.bytes.size();
  };
  const std::size_t begin = offset_of(first);
  return std::string_view(text.bytes).substr(begin, offset_of(last) - begin);
}

/// Character after the last one of the word that `from` lies in or follows.
std::uint32_t word_end(const FoldedText& text, std::uint32_t from) {
  while (from < text.characters.size() && text.characters[from].alphanumeric &&
         text.characters[from].gap_before == kNoGap) {
    ++from;
  }
  return from;
}

/// First character of the word that ends at `last`.
std::uint32_t word_begin(const FoldedText& text, std::uint32_t last) {
  std::uint32_t first = last;
  while (first > 0 && text.characters[first - 1].alphanumeric) {
    --first;
    if (text.characters[first].gap_before != kNoGap) break;
  }
  return first;
}

/// Whether a word of the text, or a term that starts like one, may start here.
bool may_start(const FoldedText& text, std::uint32_t i) {
  if (i == 0 || !text.characters[i].alphanumeric || !text.characters[i - 1].alphanumeric) {
    return true;
  }
  const std::uint8_t gap = text.characters[i].gap_before;
  const bool decimal = gap == kDotGap && text.characters[i].digit && text.characters[i - 1].digit;
  return gap != kNoGap && !decimal;
}

bool has_space(const FoldedText& text, std::uint32_t first, std::uint32_t last) {
  return std::any_of(text.characters.begin() + first + 1, text.characters.begin() + last,
                     [](const FoldedCharacter& c) { return c.gap_before == kSpaceGap; });
}

/// "AIs" and "SMEs" are plurals although they are capitalised.
bool is_acronym_plural(const FoldedText& term, std::uint32_t first) {
  const std::size_t letters = term.characters.size() - first;
  return letters > 2 && !term.characters.back().upper &&
         std::all_of(term.characters.begin() + first, term.characters.end() - 1,
                     [](const FoldedCharacter& c) { return c.upper; });
}

struct NewPattern {
  std::string key;
  std::vector<std::uint8_t> shape;
  std::uint32_t entry = 0;
  std::uint32_t term = 0;
  TermForm form = TermForm::kFull;
  EnglishEnding ending = EnglishEnding::kNone;
};

/// False for a form of which nothing is left to match.
bool make_pattern(const Variant& variant, Language language, FoldedText& folded,
                  NewPattern& pattern) {
  fold(variant.text, 0, folded);
  if (folded.characters.empty() || folded.bytes.find('\0') != std::string::npos) return false;
  const auto characters = static_cast<std::uint32_t>(folded.characters.size());
  pattern.key = folded.bytes;
  pattern.form = variant.form;
  if (language == Language::kEnglish) {
    const std::uint32_t first = word_begin(folded, characters);
    if (first < characters) {
      const bool name = first == 0 && folded.characters[first].upper;
      const EnglishStem stem = english_stem(bytes_between(folded, first, characters),
                                            !name || is_acronym_plural(folded, first));
      // A stem that is cut to nothing would match everywhere; the shortest are words of two
      // letters.
      pattern.ending = stem.ending;
      pattern.key.resize(folded.characters[first].folded_begin + stem.stem.size());
    }
  }
  for (const FoldedCharacter& c : folded.characters) {
    if (c.folded_begin >= pattern.key.size()) break;
    pattern.shape.push_back(static_cast<std::uint8_t>(c.gap_before | (c.upper ? kUpper : 0U)));
  }
  return !pattern.key.empty();
}

}  // namespace

TermIndex::TermIndex(const std::vector<TermEntry>& entries, Language language) {
  std::vector<NewPattern> patterns;
  FoldedText folded;
  for (std::uint32_t e = 0; e < entries.size(); ++e) {
    for (std::uint32_t t = 0; t < entries[e].terms.size(); ++t) {
      if (entries[e].terms[t].language != language) continue;
      for (const Variant& variant : variants_of(entries[e], t)) {
        NewPattern pattern;
        if (!make_pattern(variant, language, folded, pattern)) continue;
        pattern.entry = e;
        pattern.term = t;
        patterns.push_back(std::move(pattern));
      }
    }
  }
  std::vector<std::uint32_t> order(patterns.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = patterns[a].key.compare(patterns[b].key);
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const NewPattern& pattern = patterns[order[i]];
    if (i == 0 || pattern.key != patterns[order[i - 1]].key) {
      key_begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
      pattern_begins_.push_back(static_cast<std::uint32_t>(patterns_.size()));
      keys_ += pattern.key;
    }
    patterns_.push_back({pattern.entry, pattern.term, static_cast<std::uint32_t>(shapes_.size()),
                         pattern.form, pattern.ending});
    shapes_.insert(shapes_.end(), pattern.shape.begin(), pattern.shape.end());
  }
  key_begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
  pattern_begins_.push_back(static_cast<std::uint32_t>(patterns_.size()));
  std::vector<std::string_view> keys;
  for (std::uint32_t k = 0; k + 1 < key_begins_.size(); ++k) keys.push_back(key_text(k));
  trie_ = DoubleArray(keys);
}

void TermIndex::find(const FoldedText& text, std::vector<Hit>& hits) const {
  if (trie_.empty()) return;
  for (std::uint32_t i = 0; i < text.characters.size(); ++i) {
    if (may_start(text, i)) match_from(text, i, hits);
  }
}

void TermIndex::match_from(const FoldedText& text, std::uint32_t first,
                           std::vector<Hit>& hits) const {
  DoubleArray::Walk walk(trie_);
  const std::uint32_t begin = text.characters[first].folded_begin;
  std::uint32_t position = begin;
  std::uint32_t character = first;
  while (position < text.bytes.size()) {
    if (!walk.step(text.bytes[position])) return;
    ++position;
    if (position == text.folded_end(character)) ++character;
    const bool boundary =
        character == text.characters.size() || text.characters[character].folded_begin == position;
    if (const auto key = walk.only_key()) {
      const std::string_view rest = key_text(*key).substr(position - begin);
      if (!std::string_view(text.bytes).substr(position).starts_with(rest)) return;
      const std::size_t end = position + rest.size();
      while (character < text.characters.size() && text.characters[character].folded_begin < end) {
        ++character;
      }
      match_key(text, first, character, *key, hits);
      return;
    }
    if (!boundary) continue;
    if (const auto key = walk.key_here()) match_key(text, first, character, *key, hits);
  }
}

void TermIndex::match_key(const FoldedText& text, std::uint32_t first, std::uint32_t end,
                          std::uint32_t key, std::vector<Hit>& hits) const {
  const std::vector<FoldedCharacter>& characters = text.characters;
  const std::uint32_t last =
      characters[end - 1].alphanumeric ? std::max(end, word_end(text, end)) : end;
  const std::string_view rest = bytes_between(text, end, last);
  const std::size_t first_hit = hits.size();
  for (std::uint32_t p = pattern_begins_[key]; p < pattern_begins_[key + 1]; ++p) {
    const Pattern& pattern = patterns_[p];
    if (!is_ending(pattern.ending, rest)) continue;
    bool gaps_fit = true;
    bool same_case = true;
    std::size_t term_capitals = 0;
    std::size_t text_capitals = 0;
    for (std::uint32_t i = first; i < end && gaps_fit; ++i) {
      const std::uint8_t shape = shapes_[pattern.shape + (i - first)];
      const auto gap = static_cast<std::uint8_t>(shape & ~kUpper);
      gaps_fit = i == first ||
                 compatible_gaps(gap, characters[i].gap_before, characters[i - 1], characters[i]);
      term_capitals += (shape & kUpper) != 0;
      text_capitals += characters[i].upper;
      same_case = same_case && ((shape & kUpper) == 0 || characters[i].upper);
    }
    if (!gaps_fit) continue;
    // Several words are a term in whatever case they are written.
    if (has_space(text, first, end)) same_case = true;
    if (term_capitals == 0 && text_capitals > 1 && last - first <= kMaxAcronymLetters) {
      same_case = false;
    }
    const Hit hit{first, last, pattern.entry, pattern.term, pattern.form, same_case};
    const auto same = [&](const Hit& other) {
      return other.entry == hit.entry && other.term == hit.term;
    };
    const auto known =
        std::find_if(hits.begin() + static_cast<std::ptrdiff_t>(first_hit), hits.end(), same);
    if (known == hits.end()) {
      hits.push_back(hit);
    } else if (hit.form == TermForm::kFull && (hit.same_case || !known->same_case)) {
      *known = hit;
    }
  }
}

}  // namespace duizhao::terms
