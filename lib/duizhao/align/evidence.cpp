#include "duizhao/align/evidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "duizhao/align/quotations.h"
#include "duizhao/facts/fact.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/text/utf8.h"

namespace duizhao::align {
namespace {

using model::kUnknownWord;
using model::Word;
using text::TokenKind;

/// So many sentences in a row in the language of the other side are foreign matter.
constexpr std::size_t kForeignRun = 3;

/// Probability that a name or a number stands in the translation as it stands here.
constexpr float kIdentical = 0.8F;

/// How common numbers of one, two, … digits are in running text. The vocabulary does not list them.
float number_probability(std::size_t bytes) {
  constexpr float kByLength[] = {1e-2F, 2e-3F, 5e-4F, 1e-4F, 5e-5F, 2e-5F};
  return kByLength[std::min<std::size_t>(bytes, 5)];
}

/// How common a term of a glossary is taken to be in its language.
constexpr float kTermProbability = 1e-4F;

/// How common a word is in its language.
float background(const Word& word, Language language, const model::Lexicon& lexicon) {
  return word.id == kUnknownWord && word.kind == TokenKind::kNumber
             ? number_probability(word.span.size())
             : lexicon.probability(language, word.id);
}

/// The types of one document and how often each occurs.
struct Types {
  std::vector<Word> examples;      ///< by type
  std::vector<float> backgrounds;  ///< how common it is in the language
  std::vector<std::uint32_t> counts;
  std::unordered_map<std::uint64_t, std::uint32_t> by_form;
  std::size_t occurrences = 0;

  std::uint32_t add(const Word& word, float background) {
    const auto [place, added] =
        by_form.try_emplace(word.form_hash, static_cast<std::uint32_t>(examples.size()));
    if (added) {
      examples.push_back(word);
      backgrounds.push_back(background);
      counts.push_back(0);
    }
    ++counts[place->second];
    ++occurrences;
    return place->second;
  }
};

/// Whether a sentence ends as a line of a heading, a label or a date does, without a mark.
bool ends_without_mark(std::string_view sentence) {
  constexpr std::array<std::string_view, 10> kEnds = {".",  "!",  "?", "。", "！",
                                                      "？", "\"", "”", "…",  "」"};
  return std::none_of(kEnds.begin(), kEnds.end(),
                      [&](std::string_view end) { return sentence.ends_with(end); });
}

/// The lines before foreign matter that lead in to it and say nothing of the report: 原文摘要:.
void take_lead_in(const Document& document, std::size_t first, std::vector<bool>& foreign) {
  constexpr std::size_t kMostLines = 6;
  for (std::size_t s = first; s > 0 && first - s < kMostLines; --s) {
    const Sentence& before = document.sentences[s - 1];
    if (foreign[s - 1] || !ends_without_mark(document.text_of(before))) return;
    foreign[s - 1] = true;
  }
}

/// Which sentences are foreign matter: a run of sentences in the language of the other side, such
/// as an abstract. A single one may be a sentence that was left untranslated, and is aligned.
std::vector<bool> foreign_sentences(const Document& document) {
  std::vector<bool> foreign(document.sentences.size(), false);
  std::vector<std::size_t> run;
  const auto close_run = [&] {
    if (run.size() >= kForeignRun) {
      for (const std::size_t s : run) foreign[s] = true;
    }
    run.clear();
  };
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Language language = document.language_of(document.sentences[s]);
    if (language == document.language) {
      close_run();
    } else if (language != Language::kUnknown) {
      run.push_back(s);
    }
  }
  close_run();
  // What stands at the end of a file has a lead-in; between two headings there is none.
  if (!foreign.empty() && foreign.back()) {
    const auto last_own = std::find(foreign.rbegin(), foreign.rend(), false);
    take_lead_in(document, static_cast<std::size_t>(foreign.rend() - last_own), foreign);
  }
  // A version that is all in the other language is no version at all, but then nothing is foreign.
  const bool all = std::all_of(foreign.begin(), foreign.end(), [](bool f) { return f; });
  return all ? std::vector<bool>(foreign.size(), false) : foreign;
}

/// The value of a fact that is not written in plain digits, as plain digits would write it: 三成
/// and "thirty percent" are 30, 37亿 and "3.7 billion" are 3700000000. Empty for other facts.
std::string spelled_out(const facts::Fact& fact, std::string_view text) {
  using facts::Kind;
  const bool counts = fact.kind == Kind::kNumber || fact.kind == Kind::kMeasure ||
                      fact.kind == Kind::kMoney || fact.kind == Kind::kMultiple;
  if (!counts || fact.weak || fact.alternative || fact.value < 1) return {};
  const std::string_view number = fact.number.in(text);
  if (number.find_first_not_of("0123456789.,") == std::string_view::npos) return {};
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), fact.value,
                                     std::chars_format::fixed);
  if (written.ec != std::errc()) return {};
  return {digits.data(), written.ptr};
}

std::uint32_t visible_length(std::string_view text) {
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < text.size();)
    length += !text::is_space(text::next_code_point(text, i));
  return length;
}

bool ends_unmarked(std::string_view text) {
  constexpr std::u32string_view kClosing = U"\"'”’」』）)】》]〉*_";
  constexpr std::u32string_view kMarks = U".!?。！？…．,，、:：;；-–—－";
  for (std::size_t i = text.size(); i > 0;) {
    const char32_t c = text::previous_code_point(text, i);
    if (text::is_space(c) || kClosing.find(c) != std::u32string_view::npos) continue;
    return kMarks.find(c) == std::u32string_view::npos;
  }
  return false;
}

struct Marks {
  std::uint32_t all = 0;
  bool leads = false;  ///< the text begins with one
};

/// Marks of headings (# and a space), wherever they stand, and of list items at the beginning.
Marks find_marks(std::string_view text) {
  constexpr std::u32string_view kItems = U"*•●■◆▪-–—";
  Marks marks;
  bool at_begin = true;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (text::is_space(c)) continue;
    const bool heading = c == U'#' && i < text.size() && text[i] == ' ';
    const bool item = at_begin && kItems.find(c) != std::u32string_view::npos;
    if (heading || item) ++marks.all;
    if (at_begin) marks.leads = heading || item;
    at_begin = false;
  }
  return marks;
}

/// The entries of the glossary that a text has, as words that are the same in both languages.
std::vector<Word> glossary_words(std::string_view text, Language language,
                                 const terms::Glossary* glossary, std::size_t offset) {
  std::vector<Word> words;
  if (glossary == nullptr) return words;
  for (const terms::TermMatch& match :
       glossary->find(text, language, terms::Case::kRespected, offset)) {
    if (match.nested) continue;
    std::string form(1, '\x1F');  // no word has this character
    form += std::to_string(match.entry);
    words.push_back({match.span, kUnknownWord, model::hash_form(form), TokenKind::kWord});
  }
  return words;
}

TypedText type_text(const pair::AnalysedDocument& analysed, const model::Lexicon& lexicon,
                    const terms::Glossary* glossary, Types& types) {
  const Document& document = *analysed.document;
  TypedText typed;
  typed.open_quotations = open_quotations(document);
  const std::vector<bool> foreign = foreign_sentences(document);
  for (const pair::Passage& sentence : analysed.sentences) {
    const std::string_view text = sentence.text();
    auto& numbers = typed.sentences.emplace_back();
    typed.lengths.push_back(visible_length(text));
    const Marks marks = find_marks(text);
    const bool heading = ends_unmarked(text);
    const bool heading_alone = heading && marks.leads && marks.all == 1;
    typed.headings.push_back(heading);
    typed.marks.push_back(marks.all);
    typed.run_in_marks.push_back(heading_alone ? 0 : marks.all);
    if (foreign[typed.sentences.size() - 1]) continue;
    const auto add = [&](const Word& word, float probability) {
      numbers.push_back(types.add(word, probability));
    };
    for (const Word& word : sentence.words) add(word, background(word, document.language, lexicon));
    for (const Word& word :
         glossary_words(text, document.language, glossary, sentence.span.begin)) {
      add(word, kTermProbability);
    }
    for (const facts::Fact& fact : sentence.facts) {
      const std::string value = spelled_out(fact, document.text);
      if (value.empty()) continue;
      const Word word{fact.number, kUnknownWord, model::hash_form(value), TokenKind::kNumber};
      add(word, background(word, document.language, lexicon));
    }
  }
  for (std::size_t t = 0; t < types.examples.size(); ++t) {
    const float here = static_cast<float>(types.counts[t]) / static_cast<float>(types.occurrences);
    typed.rarity.push_back(1 / std::sqrt(here * types.backgrounds[t]));
    typed.numbers.push_back(types.examples[t].kind == TokenKind::kNumber);
  }
  return typed;
}

}  // namespace

Evidence gather_evidence(const pair::AnalysedDocument& chinese,
                         const pair::AnalysedDocument& english, const model::Lexicon& lexicon,
                         const terms::Glossary* glossary) {
  Evidence evidence;
  Types zh;
  Types en;
  evidence.chinese = type_text(chinese, lexicon, glossary, zh);
  evidence.english = type_text(english, lexicon, glossary, en);

  std::unordered_map<std::uint32_t, std::uint32_t> zh_by_id;
  std::unordered_map<std::uint32_t, std::uint32_t> en_by_id;
  for (std::uint32_t t = 0; t < zh.examples.size(); ++t) {
    if (zh.examples[t].id != kUnknownWord) zh_by_id[zh.examples[t].id] = t;
  }
  for (std::uint32_t t = 0; t < en.examples.size(); ++t) {
    if (en.examples[t].id != kUnknownWord) en_by_id[en.examples[t].id] = t;
  }

  evidence.links.resize(en.examples.size());
  std::vector<std::unordered_map<std::uint32_t, Link>> found(en.examples.size());
  const auto link = [&](std::uint32_t e, std::uint32_t z) -> Link& {
    Link& entry = found[e][z];
    entry.chinese = z;
    return entry;
  };
  for (std::uint32_t z = 0; z < zh.examples.size(); ++z) {
    for (const auto& [id, probability] :
         lexicon.translations(Language::kChinese, zh.examples[z].id)) {
      const auto e = en_by_id.find(id);
      if (e != en_by_id.end()) link(e->second, z).to_english = probability;
    }
  }
  for (std::uint32_t e = 0; e < en.examples.size(); ++e) {
    for (const auto& [id, probability] :
         lexicon.translations(Language::kEnglish, en.examples[e].id)) {
      const auto z = zh_by_id.find(id);
      if (z != zh_by_id.end()) link(e, z->second).to_chinese = probability;
    }
    const TokenKind kind = en.examples[e].kind;
    const auto same = zh.by_form.find(en.examples[e].form_hash);
    if (same != zh.by_form.end() && (kind == TokenKind::kWord || kind == TokenKind::kNumber)) {
      Link& entry = link(e, same->second);
      entry.to_english = std::max(entry.to_english, kIdentical);
      entry.to_chinese = std::max(entry.to_chinese, kIdentical);
    }
    for (const auto& [z, entry] : found[e]) evidence.links[e].push_back(entry);
    std::sort(evidence.links[e].begin(), evidence.links[e].end(),
              [](const Link& a, const Link& b) { return a.chinese < b.chinese; });
  }

  evidence.postings.resize(zh.examples.size());
  for (std::uint32_t s = 0; s < evidence.chinese.size(); ++s) {
    const auto& types = evidence.chinese.sentences[s];
    for (std::uint32_t k = 0; k < types.size(); ++k) {
      evidence.postings[types[k]].push_back({s, k});
    }
  }
  return evidence;
}

}  // namespace duizhao::align
