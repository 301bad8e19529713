#include "duizhao/check/evidence/names/named_sides.h"

#include <algorithm>

#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Words of the longest English name that is looked for.
constexpr std::size_t kMostWords = 6;
/// What sounds at least so much like a name may be it, however it is spelled.
constexpr double kSounds = 0.45;
/// What there is to say of a name, in nats, below which anything may sound like it.
constexpr double kLeastInformation = 9;
/// A word that says so much more of a Chinese name than another has it, and the other has not.
constexpr double kClearlyMore = 0.1;
/// Chinese words of several characters that are commoner are no transliteration.
constexpr float kOrdinary = 5e-6F;
/// Letters behind a name that make it an adjective or a plural: Paris, Parisian.
constexpr std::size_t kMostEnding = 4;

}  // namespace

bool is_generic(std::string_view word) {
  constexpr std::string_view kGeneric[] = {
      "the",   "and",     "of",         "city",       "county",   "district", "province",
      "state", "river",   "lake",       "mount",      "island",   "islands",  "north",
      "south", "east",    "west",       "new",        "saint",    "san",      "great",
      "bank",  "group",   "national",   "university", "college",  "royal",    "autonomous",
      "for",   "company", "prefecture", "region",     "republic", "sea",      "democratic"};
  return word.size() < 3 ||
         std::find(std::begin(kGeneric), std::end(kGeneric), word) != std::end(kGeneric);
}

bool is_date_word(std::string_view key) {
  constexpr std::string_view kWords[] = {
      "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
      "january", "february",  "march",     "april",    "may",      "june",     "july",
      "august",  "september", "october",   "november", "december", "christmas"};
  return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

NamedSides::NamedSides(const pair::Passage& english_side,
                       std::span<const pair::LinkedWord> links_of_english,
                       std::span<const NameWord> words, const pair::Passage& chinese_side,
                       std::span<const pair::LinkedWord> links_of_chinese,
                       const model::NameStore& names)
    : english(english_side),
      english_links(links_of_english),
      name_words(words),
      chinese(chinese_side),
      chinese_links(links_of_chinese),
      store(names),
      english_text(english.document->text),
      characters(pair::characters_of(chinese.document->text, chinese.span)) {
  for (const model::Word& word : english.words) {
    keys.push_back(word.kind == text::TokenKind::kPunctuation
                       ? ""
                       : model::name_key(word.span.in(english_text)));
    if (keys.back().empty()) continue;
    key_begins_.push_back({english_key_.size() + 1, keys.size() - 1});
    english_key_ += ' ';
    english_key_ += keys.back();
  }
  english_key_ += ' ';
  // Folding keeps the length.
  folded = text::folded_han(chinese.text());
  offsets.reserve(characters.size() + 1);
  word_of.reserve(characters.size());
  std::size_t word = 0;
  for (const pair::Character& character : characters) {
    offsets.push_back(character.span.begin - chinese.span.begin);
    while (word < chinese.words.size() && chinese.words[word].span.end <= character.span.begin) {
      ++word;
    }
    const bool in_word =
        word < chinese.words.size() && chinese.words[word].span.contains(character.span);
    word_of.push_back(in_word ? word : kNoWord);
  }
  offsets.push_back(folded.size());
  find_known_runs();
}

std::pair<std::size_t, std::size_t> NamedSides::words_in(Span span) const {
  const auto first = std::ranges::upper_bound(
      chinese.words, span.begin, {}, [](const model::Word& word) { return word.span.end; });
  auto last = first;
  while (last != chinese.words.end() && last->span.begin < span.end) ++last;
  return {static_cast<std::size_t>(first - chinese.words.begin()),
          static_cast<std::size_t>(last - chinese.words.begin())};
}

std::string_view NamedSides::folded_at(Span span) const {
  return std::string_view(folded).substr(span.begin - chinese.span.begin, span.size());
}

bool NamedSides::is_transliteration(Span span) const {
  const std::string_view written = folded_at(span);
  return store.number_of(written) && store.is_transliterated(written);
}

bool NamedSides::sounds(const NameWord& word) const {
  if (word.sound().share() < kSounds || word.sound().information < kLeastInformation) return false;
  if (is_taken(word)) return false;
  std::size_t count = 0;
  std::size_t particles = 0;
  const auto [first, last] = words_in(word.sound().span);
  for (std::size_t w = first; w < last; ++w) {
    const model::Word& other = chinese.words[w];
    const std::string_view written = other.span.in(chinese.document->text);
    const std::size_t size = text::count_code_points(written);
    count += size;
    if (size < 2) {
      std::size_t at = 0;
      const char32_t c = text::folded_han(text::next_code_point(written, at));
      if (chinese_links[w].commonness > kParticle || !store.transliterates(c)) ++particles;
      continue;
    }
    if (chinese_links[w].commonness > kOrdinary ||
        pair::missing_odds(chinese, w, chinese_links[w]) < kTranslated) {
      return false;
    }
  }
  return 2 * particles < count;
}

bool NamedSides::is_capitalised(std::size_t w) const {
  return english.words[w].kind == text::TokenKind::kWord &&
         text::is_ascii_upper(english_text[english.words[w].span.begin]);
}

const NameWord* NamedSides::name_word(std::size_t w) const {
  const auto found = std::find_if(name_words.begin(), name_words.end(),
                                  [&](const NameWord& word) { return word.word == w; });
  return found == name_words.end() ? nullptr : &*found;
}

std::optional<Span> NamedSides::place_of_key(std::string_view key,
                                             std::string_view chinese_name) const {
  std::string wanted(1, ' ');
  wanted += key;
  for (std::size_t at = english_key_.find(wanted); at != std::string::npos;
       at = english_key_.find(wanted, at + 1)) {
    const std::size_t end = english_key_.find(' ', at + wanted.size());
    const std::size_t ending = end - (at + wanted.size());
    if (ending > (key.size() >= 4 ? kMostEnding : 0)) continue;
    const auto first = word_at(at + 1);
    const auto last = word_at(english_key_.rfind(' ', end - 1) + 1);
    if (!first || !last) return std::nullopt;
    if (!chinese_name.empty() && is_of_another(*first, chinese_name)) continue;
    return english.words[*first].span.joined(english.words[*last].span);
  }
  return std::nullopt;
}

const NamedSides::KnownRun* NamedSides::known_run(std::size_t word) const {
  const auto run = std::ranges::find_if(known_runs, [&](const KnownRun& one) {
    return one.first <= word && word < one.first + one.count;
  });
  return run == known_runs.end() ? nullptr : &*run;
}

bool NamedSides::is_of_another(std::size_t word, std::string_view chinese_name) const {
  const KnownRun* run = known_run(word);
  return run != nullptr && run->count > 1 && !is_foreign_person(*run) &&
         is_another(*run, chinese_name);
}

bool NamedSides::is_another_place(std::size_t word, std::string_view chinese_name) const {
  const KnownRun* run = known_run(word);
  return run != nullptr && is_place(*run) && is_another(*run, chinese_name);
}

bool NamedSides::is_taken(const NameWord& word) const {
  return std::any_of(name_words.begin(), name_words.end(), [&](const NameWord& other) {
    return other.sound().share() > word.sound().share() + kClearlyMore &&
           other.sound().information >= kLeastInformation &&
           other.sound().span.overlaps(word.sound().span);
  });
}

std::optional<std::size_t> NamedSides::word_at(std::size_t key_offset) const {
  const auto found = std::lower_bound(key_begins_.begin(), key_begins_.end(), key_offset,
                                      [](const std::pair<std::size_t, std::size_t>& begin,
                                         std::size_t offset) { return begin.first < offset; });
  if (found == key_begins_.end()) return std::nullopt;
  return found->second;
}

void NamedSides::find_known_runs() {
  for (std::size_t w = 0; w < english.words.size();) {
    const KnownRun run = is_capitalised(w) ? longest_english(w) : KnownRun{};
    if (run.count > 0) known_runs.push_back(run);
    w += std::max<std::size_t>(run.count, 1);
  }
}

NamedSides::KnownRun NamedSides::longest_english(std::size_t first) const {
  KnownRun best{first, 0, {}};
  for (std::size_t w = first; w < english.words.size() && w - first < kMostWords; ++w) {
    const Span word = english.words[w].span;
    if (w > first) {
      const std::size_t before = english.words[w - 1].span.end;
      const std::string_view between = english_text.substr(before, word.begin - before);
      if (between != " " && !between.empty()) break;
    }
    if (keys[w].empty() && word.in(english_text) != "-") break;
    const bool joined = w > first + 1 && english.words[w - 1].span.in(english_text) == "-";
    if (!is_capitalised(w) && !joined) continue;
    const Span whole = english.words[first].span.joined(word);
    auto names = store.rendered(model::name_key(whole.in(english_text)));
    if (names.empty() && w > first) names = persons_rendered(first, w);
    if (!names.empty()) best = {first, w - first + 1, names};
  }
  return best;
}

std::span<const std::uint32_t> NamedSides::persons_rendered(std::size_t first,
                                                            std::size_t last) const {
  const Span given = english.words[first].span.joined(english.words[last - 1].span);
  std::string turned(without_possessive(english.words[last].span.in(english_text)));
  turned += ' ';
  turned += given.in(english_text);
  const auto names = store.rendered(model::name_key(turned));
  const bool persons =
      std::ranges::all_of(names, [&](std::uint32_t number) { return store.kinds(number).person; });
  return persons ? names : std::span<const std::uint32_t>{};
}

bool NamedSides::is_foreign_person(const KnownRun& run) const {
  return std::ranges::any_of(run.names, [&](std::uint32_t number) {
    const model::NameKinds kinds = store.kinds(number);
    return !kinds.place && !kinds.country && !kinds.body &&
           store.is_transliterated(store.chinese(number));
  });
}

bool NamedSides::is_another(const KnownRun& run, std::string_view chinese_name) const {
  const auto has_all = [](std::string_view whole, std::string_view part) {
    for (std::size_t begin = 0, end = 0; begin < part.size(); begin = end) {
      static_cast<void>(text::next_code_point(part, end));
      if (whole.find(part.substr(begin, end - begin)) == std::string_view::npos) return false;
    }
    return true;
  };
  return std::ranges::none_of(run.names, [&](std::uint32_t number) {
    const std::string_view other = store.chinese(number);
    return has_all(other, chinese_name) || has_all(chinese_name, other);
  });
}

bool NamedSides::is_place(const KnownRun& run) const {
  return std::ranges::all_of(run.names, [&](std::uint32_t number) {
    const model::NameKinds kinds = store.kinds(number);
    return kinds.place && !kinds.person;
  });
}

}  // namespace duizhao::check
