#include "duizhao/extract/phrase_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "duizhao/terms/english_ending.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::extract {
namespace {

/// Price of a character in a stretch, so that characters without links are left outside, and of a
/// link to a word outside the phrase. Low, since what is too long loses when counted over the
/// corpus.
constexpr float kCharacterPrice = 0.015F;
constexpr float kOutsidePrice = 0.35F;
/// Renderings of one occurrence that are kept.
constexpr std::size_t kRenderingsPerOccurrence = 10;
/// Added to the links of an occurrence before shares are taken: a few weak links prove little.
constexpr double kShareSmoothing = 0.15;

constexpr std::string_view kFunctionWords[] = {
    "a",         "an",    "the",     "of",     "in",    "on",     "at",      "by",    "for",
    "from",      "to",    "with",    "and",    "or",    "but",    "as",      "is",    "are",
    "was",       "were",  "be",      "been",   "being", "has",    "have",    "had",   "having",
    "that",      "this",  "these",   "those",  "its",   "their",  "his",     "her",   "our",
    "we",        "they",  "he",      "she",    "you",   "i",      "my",      "your",  "which",
    "who",       "whom",  "whose",   "will",   "would", "shall",  "should",  "may",   "might",
    "can",       "could", "must",    "do",     "does",  "did",    "not",     "no",    "such",
    "than",      "into",  "through", "during", "under", "over",   "between", "among", "within",
    "including", "also",  "both",    "other",  "any",   "all",    "each",    "some",  "more",
    "most",      "so",    "if",      "when",   "while", "where",  "there",   "how",   "what",
    "were",      "per",   "against", "about",  "after", "before", "since",   "until", "upon",
    "via",       "up",    "out",     "off",    "them",  "s",      "t"};

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9ULL;
}

struct FormsHash {
  std::size_t operator()(const std::vector<std::uint32_t>& forms) const {
    std::uint64_t hash = forms.size();
    for (const std::uint32_t form : forms) hash = mix(hash, form);
    return hash;
  }
};

bool is_number(std::string_view form) {
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return text::is_ascii_digit(c) || c == '.' || c == ','; });
}

bool is_numeral(char32_t c) {
  return (c >= U'0' && c <= U'9') ||
         std::u32string_view(U"一二三四五六七八九十百千两几数").find(c) !=
             std::u32string_view::npos;
}

/// Whether the word of character c is one character.
bool is_single(const ChineseCharacters& characters, std::size_t c) {
  const std::vector<std::uint32_t>& word = characters.word;
  return (c == 0 || word[c - 1] != word[c]) && (c + 1 == word.size() || word[c + 1] != word[c]);
}

/// One character behind a numeral, as in 5次审查.
bool is_measure_word(const ChineseCharacters& characters, std::size_t c) {
  return c > 0 && is_single(characters, c) && is_numeral(characters.folded[c - 1]);
}

class Builder {
 public:
  Builder(const Corpus& corpus, const CorpusAlignment& alignment, const PhraseTableOptions& options)
      : corpus_(corpus), alignment_(alignment), options_(options) {}

  std::vector<Phrase> run() {
    classify_forms();
    count_phrases();
    for (std::uint32_t pair = 0; pair < corpus_.pairs.size(); ++pair) collect_renderings(pair);
    count_renderings();
    return std::move(phrases_);
  }

 private:
  struct Occurrence {
    std::uint32_t phrase;
    std::uint32_t first;
    std::uint32_t last;
  };

  void classify_forms() {
    border_.reserve(corpus_.english.forms.size());
    for (const std::string& form : corpus_.english.forms) {
      border_.push_back(!is_function_word(form) && !is_number(form));
    }
    // Forms of one noun are one form in the last word of a phrase: the first that was seen.
    std::unordered_map<std::string, std::uint32_t> nouns;
    for (std::uint32_t form = 0; form < corpus_.english.forms.size(); ++form) {
      const terms::EnglishStem stem = terms::english_stem(corpus_.english.forms[form], true);
      std::string key(stem.stem);
      key += static_cast<char>('0' + static_cast<int>(stem.ending));
      singular_.push_back(nouns.try_emplace(std::move(key), form).first->second);
    }
  }

  /// Calls `use(first, last)` for every phrase of a pair that may be a term.
  template <typename Use>
  void for_each_phrase(std::uint32_t pair, Use&& use) const {
    const std::vector<Word>& words = corpus_.english.words[pair];
    for (std::uint32_t first = 0; first < words.size(); ++first) {
      if (!may_begin(words, first)) continue;
      for (std::uint32_t last = first + 1; last <= words.size(); ++last) {
        if (last - first > options_.max_words) break;
        if (last - first > 1 && words[last - 1].breaks_before) break;
        if (may_end(words, last - 1)) use(first, last);
      }
    }
  }

  /// The on of "on-site" begins a term; numbers do as well, but are none by themselves.
  bool may_begin(const std::vector<Word>& words, std::size_t i) const {
    return border_[words[i].form] || is_number(corpus_.english.forms[words[i].form]) ||
           (i + 1 < words.size() && words[i + 1].hyphen_before);
  }
  bool may_end(const std::vector<Word>& words, std::size_t i) const {
    return border_[words[i].form] || words[i].hyphen_before;
  }
  bool is_article(std::uint32_t form) const {
    const std::string& word = corpus_.english.forms[form];
    return word == "a" || word == "an" || word == "the";
  }

  std::vector<std::uint32_t> forms_of(std::uint32_t pair, std::uint32_t first,
                                      std::uint32_t last) const {
    std::vector<std::uint32_t> forms;
    for (std::uint32_t i = first; i < last; ++i) {
      forms.push_back(corpus_.english.words[pair][i].form);
    }
    forms.back() = singular_[forms.back()];
    return forms;
  }

  void count_phrases() {
    std::unordered_map<std::vector<std::uint32_t>, std::uint32_t, FormsHash> counts;
    for (std::uint32_t pair = 0; pair < corpus_.pairs.size(); ++pair) {
      for_each_phrase(pair, [&](std::uint32_t first, std::uint32_t last) {
        ++counts[forms_of(pair, first, last)];
      });
    }
    occurrences_.resize(corpus_.pairs.size());
    std::unordered_map<std::vector<std::uint32_t>, std::uint32_t, FormsHash> numbers;
    std::vector<std::unordered_map<std::string, std::uint32_t>> written;
    for (std::uint32_t pair = 0; pair < corpus_.pairs.size(); ++pair) {
      for_each_phrase(pair, [&](std::uint32_t first, std::uint32_t last) {
        std::vector<std::uint32_t> forms = forms_of(pair, first, last);
        if (counts[forms] < options_.min_count) return;
        const auto [place, added] =
            numbers.try_emplace(forms, static_cast<std::uint32_t>(phrases_.size()));
        if (added) {
          phrases_.emplace_back();
          phrases_.back().forms = std::move(forms);
          written.emplace_back();
        }
        note_occurrence(place->second, pair, first, last, written[place->second]);
      });
    }
    find_longer(numbers);
    keep_commonest(words_before_, &Phrase::same_before);
    keep_commonest(words_after_, &Phrase::same_after);
  }

  /// How often a phrase, by its number, stands beside a form.
  using Neighbours = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

  void keep_commonest(const Neighbours& neighbours, std::uint32_t Phrase::*most) {
    for (const auto& [place, count] : neighbours) {
      std::uint32_t& of_phrase = phrases_[place.first].*most;
      of_phrase = std::max(of_phrase, count);
    }
  }

  void note_occurrence(std::uint32_t number, std::uint32_t pair, std::uint32_t first,
                       std::uint32_t last,
                       std::unordered_map<std::string, std::uint32_t>& written) {
    Phrase& phrase = phrases_[number];
    ++phrase.count;
    const bool new_pair = std::none_of(occurrences_[pair].begin(), occurrences_[pair].end(),
                                       [&](const Occurrence& o) { return o.phrase == number; });
    phrase.pairs += new_pair;
    occurrences_[pair].push_back({number, first, last});
    const std::vector<Word>& words = corpus_.english.words[pair];
    const std::string_view text = corpus_.pairs[pair].english;
    bool capitalised = true;
    for (std::uint32_t i = first; i < last; ++i) {
      const char c = words[i].span.in(text).front();
      capitalised = capitalised && (!border_[words[i].form] || !text::is_ascii_lower(c));
    }
    phrase.capitalised += capitalised;
    const auto note = [&](Neighbours& neighbours, std::size_t at) {
      if (!is_article(words[at].form)) ++neighbours[{number, words[at].form}];
    };
    if (first > 0 && !words[first].breaks_before) note(words_before_, first - 1);
    if (last < words.size() && !words[last].breaks_before) note(words_after_, last);
    // As it is written most often, for each of its forms.
    const std::string surface(words[first].span.joined(words[last - 1].span).in(text));
    const std::uint32_t last_form = words[last - 1].form;
    auto form = std::find_if(phrase.surfaces.begin(), phrase.surfaces.end(),
                             [&](const Surface& s) { return s.last_form == last_form; });
    if (form == phrase.surfaces.end()) {
      phrase.surfaces.push_back({last_form, 0, {pair, first, last}});
      form = phrase.surfaces.end() - 1;
    }
    ++form->count;
    const std::uint32_t times = ++written[surface];
    std::uint32_t& best = best_written_[{number, last_form}];
    if (times > best) {
      best = times;
      form->example = {pair, first, last};
    }
  }

  void find_longer(
      const std::unordered_map<std::vector<std::uint32_t>, std::uint32_t, FormsHash>& numbers) {
    for (const Phrase& phrase : phrases_) {
      if (phrase.forms.size() < 2) continue;
      const std::vector<std::uint32_t> front(phrase.forms.begin(), phrase.forms.end() - 1);
      const std::vector<std::uint32_t> back(phrase.forms.begin() + 1, phrase.forms.end());
      for (const auto& shorter : {front, back}) {
        const auto found = numbers.find(shorter);
        if (found == numbers.end()) continue;
        std::uint32_t& most = phrases_[found->second].inside_longer;
        most = std::max(most, phrase.count);
      }
    }
  }

  void collect_renderings(std::uint32_t pair) {
    if (occurrences_[pair].empty() || corpus_.chinese.words[pair].empty()) return;
    const LinkMatrix links = alignment_.links(pair);
    const ChineseCharacters characters = characters_of(corpus_, pair);
    const std::size_t english = corpus_.english.words[pair].size();
    const std::size_t chinese = corpus_.chinese.words[pair].size();
    std::vector<std::vector<float>> sums(english + 1, std::vector<float>(chinese, 0.0F));
    for (std::size_t i = 0; i < english; ++i) {
      for (std::size_t word = 0; word < chinese; ++word) {
        sums[i + 1][word] = sums[i][word] + links.at(i, word);
      }
    }
    // Each character has a share of the links of its word.
    std::vector<float> word_size(chinese, 0.0F);
    for (const std::uint32_t word : characters.word) {
      if (word != ChineseCharacters::kNoWord) word_size[word] += 1;
    }
    for (const Occurrence& occurrence : occurrences_[pair]) {
      add_renderings(pair, occurrence, characters, word_size, links_of(occurrence, sums));
    }
  }

  /// The links of each Chinese word of a pair to the words of a phrase, and to the others.
  struct PhraseLinks {
    std::vector<float> inside;
    std::vector<float> outside;
  };
  /// `sums[i]`: the links of the first i English words.
  static PhraseLinks links_of(const Occurrence& occurrence,
                              const std::vector<std::vector<float>>& sums) {
    PhraseLinks links;
    for (std::size_t word = 0; word < sums.back().size(); ++word) {
      const float inside = sums[occurrence.last][word] - sums[occurrence.first][word];
      links.inside.push_back(inside);
      links.outside.push_back(sums.back()[word] - inside);
    }
    return links;
  }

  void add_renderings(std::uint32_t pair, const Occurrence& occurrence,
                      const ChineseCharacters& characters, const std::vector<float>& word_size,
                      const PhraseLinks& links) {
    const std::size_t size = characters.folded.size();
    std::vector<double> inside(size + 1, 0);
    std::vector<double> outside(size + 1, 0);
    double best = 0;
    std::size_t best_first = 0;
    std::size_t best_last = 0;
    double running = 0;
    std::size_t running_first = 0;
    for (std::size_t c = 0; c < size; ++c) {
      const std::uint32_t word = characters.word[c];
      const bool is_mark = word == ChineseCharacters::kNoWord;
      const float in = is_mark ? 0 : links.inside[word] / word_size[word];
      const float out = is_mark ? 0 : links.outside[word] / word_size[word];
      inside[c + 1] = inside[c] + in;
      outside[c + 1] = outside[c] + out;
      if (is_mark || running <= 0) {
        running = 0;
        running_first = c;
      }
      if (is_mark) {
        running_first = c + 1;
        continue;
      }
      running += in - kOutsidePrice * out - kCharacterPrice;
      if (running > best) {
        best = running;
        best_first = running_first;
        best_last = c + 1;
      }
    }
    if (best <= 0) return;
    const auto starts = borders_near(characters, best_first, best_last, true);
    const auto ends = borders_near(characters, best_last, best_first, false);
    struct Candidate {
      std::size_t first;
      std::size_t last;
      double share;
    };
    std::vector<Candidate> candidates;
    for (const std::size_t first : starts) {
      if (is_measure_word(characters, first)) continue;
      for (const std::size_t last : ends) {
        if (first >= last || last - first > options_.max_characters) continue;
        const double in = inside[last] - inside[first];
        const double phrase_outside = inside[size] - in;
        const double chinese_outside = outside[last] - outside[first];
        candidates.push_back(
            {first, last, in / (in + phrase_outside + chinese_outside + kShareSmoothing)});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.share > b.share; });
    if (candidates.size() > kRenderingsPerOccurrence) candidates.resize(kRenderingsPerOccurrence);
    for (const Candidate& candidate : candidates) {
      if (candidate.share < 0.5 * candidates.front().share) break;
      Rendering& rendering = add_rendering(pair, phrases_[occurrence.phrase], characters,
                                           candidate.first, candidate.last, candidate.share);
      add_borders(links, characters, candidate.first, candidate.last, rendering.borders);
    }
  }

  static void add_borders(const PhraseLinks& links, const ChineseCharacters& characters,
                          std::size_t first, std::size_t last, BorderLinks& borders) {
    constexpr float kFree = 0.1F;
    const std::vector<std::uint32_t>& word = characters.word;
    const float last_links = links.inside[word[last - 1]];
    borders.first += links.inside[word[first]];
    borders.last += last_links;
    borders.last_free += last_links < kFree && !is_single(characters, last - 1);
    const auto add = [&](bool apart, std::size_t c, double& inside, double& outside) {
      inside += apart ? 0 : links.inside[word[c]];
      outside += apart ? 1 : links.outside[word[c]];
    };
    const auto is_mark = [&](std::size_t c) { return word[c] == ChineseCharacters::kNoWord; };
    add(first == 0 || is_mark(first - 1) || is_measure_word(characters, first - 1), first - 1,
        borders.before, borders.before_elsewhere);
    add(last == word.size() || is_mark(last), last, borders.after, borders.after_elsewhere);
  }

  /// Borders within two characters or one word of `border`, not across punctuation.
  static std::vector<std::size_t> borders_near(const ChineseCharacters& characters,
                                               std::size_t border, std::size_t other,
                                               bool is_start) {
    const std::size_t size = characters.folded.size();
    std::vector<std::size_t> borders = {border};
    const auto add = [&](std::size_t place) {
      if (std::find(borders.begin(), borders.end(), place) == borders.end()) {
        borders.push_back(place);
      }
    };
    const auto is_mark = [&](std::size_t c) {
      return characters.word[c] == ChineseCharacters::kNoWord;
    };
    const auto is_boundary = [&](std::size_t place) {
      return place == size || characters.word_begin[place];
    };
    for (std::size_t step = 1, place = border; step <= 4 && place > 0; ++step) {
      --place;
      if (is_mark(place) || (!is_start && place <= other)) break;
      if (step <= 2 || is_boundary(place)) add(place);
      if (step > 2 && is_boundary(place)) break;
    }
    for (std::size_t step = 1, place = border; step <= 4 && place < size; ++step) {
      if (is_mark(place)) break;
      ++place;
      if (is_start && place >= other) break;
      if (step <= 2 || is_boundary(place)) add(place);
      if (step > 2 && is_boundary(place)) break;
    }
    return borders;
  }

  static std::uint64_t hash_of(std::u32string_view text) {
    std::uint64_t hash = 0;
    for (const char32_t c : text) hash = mix(hash, c);
    return hash;
  }

  static Rendering& add_rendering(std::uint32_t pair, Phrase& phrase,
                                  const ChineseCharacters& characters, std::size_t first,
                                  std::size_t last, double share) {
    const std::uint64_t hash =
        hash_of(std::u32string_view(characters.folded).substr(first, last - first));
    auto found = std::find_if(phrase.renderings.begin(), phrase.renderings.end(),
                              [&](const Rendering& r) { return r.hash == hash; });
    if (found == phrase.renderings.end()) {
      phrase.renderings.emplace_back();
      found = phrase.renderings.end() - 1;
      found->hash = hash;
      found->example = {pair, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    }
    ++found->count;
    found->share_sum += share;
    found->edge_count += characters.word_begin[first];
    found->edge_count += last == characters.folded.size() || characters.word_begin[last];
    return *found;
  }

  /// How often a string stands in the corpus, and between what.
  struct Usage {
    std::uint32_t pairs = 0;
    std::uint32_t last_pair = 0xFFFFFFFF;
    std::uint32_t occurrences = 0;
    std::vector<std::pair<char32_t, std::uint32_t>> before;
    std::vector<std::pair<char32_t, std::uint32_t>> after;

    static void note(std::vector<std::pair<char32_t, std::uint32_t>>& neighbours, char32_t c) {
      for (auto& [neighbour, count] : neighbours) {
        if (neighbour != c) continue;
        ++count;
        return;
      }
      neighbours.emplace_back(c, 1);
    }
    /// Punctuation and the ends of the text are neighbours that differ every time.
    static std::uint32_t most(const std::vector<std::pair<char32_t, std::uint32_t>>& neighbours) {
      std::uint32_t best = 0;
      for (const auto& [neighbour, count] : neighbours) {
        if (neighbour != 0) best = std::max(best, count);
      }
      return best;
    }
  };

  void count_renderings() {
    std::unordered_map<std::uint64_t, Usage> usages;
    for (const Phrase& phrase : phrases_) {
      for (const Rendering& rendering : phrase.renderings) usages.try_emplace(rendering.hash);
    }
    for (std::uint32_t pair = 0; pair < corpus_.pairs.size(); ++pair) {
      note_usages(pair, usages);
      std::unordered_set<std::uint32_t> phrases;
      for (const Occurrence& occurrence : occurrences_[pair]) phrases.insert(occurrence.phrase);
      for (const std::uint32_t number : phrases) {
        for (Rendering& rendering : phrases_[number].renderings) {
          rendering.common += usages.at(rendering.hash).last_pair == pair;
        }
      }
    }
    for (Phrase& phrase : phrases_) {
      for (Rendering& rendering : phrase.renderings) {
        const Usage& usage = usages.at(rendering.hash);
        rendering.pairs = usage.pairs;
        rendering.occurrences = usage.occurrences;
        rendering.same_before = Usage::most(usage.before);
        rendering.same_after = Usage::most(usage.after);
      }
    }
  }

  void note_usages(std::uint32_t pair, std::unordered_map<std::uint64_t, Usage>& usages) const {
    const ChineseCharacters characters = characters_of(corpus_, pair);
    const std::size_t size = characters.folded.size();
    const auto neighbour = [&](std::size_t c) {
      return characters.word[c] == ChineseCharacters::kNoWord ? U'\0' : characters.folded[c];
    };
    for (std::size_t first = 0; first < size; ++first) {
      std::uint64_t hash = 0;
      const std::size_t end = std::min(size, first + options_.max_characters);
      for (std::size_t c = first; c < end; ++c) {
        if (characters.word[c] == ChineseCharacters::kNoWord) break;
        hash = mix(hash, characters.folded[c]);
        const auto found = usages.find(hash);
        if (found == usages.end()) continue;
        Usage& usage = found->second;
        usage.pairs += usage.last_pair != pair;
        usage.last_pair = pair;
        ++usage.occurrences;
        Usage::note(usage.before, first == 0 ? U'\0' : neighbour(first - 1));
        Usage::note(usage.after, c + 1 == size ? U'\0' : neighbour(c + 1));
      }
    }
  }

  const Corpus& corpus_;
  const CorpusAlignment& alignment_;
  const PhraseTableOptions& options_;
  std::vector<bool> border_;             ///< by English form: may begin or end a term
  std::vector<std::uint32_t> singular_;  ///< by English form: the one that stands for its noun
  std::vector<Phrase> phrases_;
  std::vector<std::vector<Occurrence>> occurrences_;  ///< by pair
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> best_written_;
  Neighbours words_before_;
  Neighbours words_after_;
};

}  // namespace

std::vector<Phrase> make_phrase_table(const Corpus& corpus, const CorpusAlignment& alignment,
                                      const PhraseTableOptions& options) {
  return Builder(corpus, alignment, options).run();
}

bool is_function_word(std::string_view form) {
  return std::find(std::begin(kFunctionWords), std::end(kFunctionWords), form) !=
         std::end(kFunctionWords);
}

ChineseCharacters characters_of(const Corpus& corpus, std::size_t pair) {
  ChineseCharacters characters;
  const std::string_view text = corpus.pairs[pair].chinese;
  const std::vector<Word>& words = corpus.chinese.words[pair];
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    while (word < words.size() && words[word].span.end <= begin) ++word;
    const bool in_word = word < words.size() && words[word].span.begin <= begin;
    if (!in_word && text::is_space(c)) continue;
    const bool lower = c >= 'A' && c <= 'Z';
    characters.folded.push_back(lower ? c - 'A' + 'a' : text::folded_han(c));
    characters.spans.push_back({begin, i});
    characters.word.push_back(in_word ? word : ChineseCharacters::kNoWord);
    characters.word_begin.push_back(!in_word || words[word].span.begin == begin);
  }
  return characters;
}

}  // namespace duizhao::extract
