// Rule `name`: a name of one version cannot be what the other version has in its place. It needs no
// glossary.
//
// Fires:   美国使馆 / "the United Kingdom Embassy" (a country for another);
//          核磁共振(NMR) / "NME" (letters of an acronym changed);
//          "Federal Administration (FAA)" (an acronym that its long form does not spell);
//          乔治·沃克·布什 / "George C. Bush" (an initial that the name does not have);
//          高建平 / "Liu Weidong" (a Chinese name that no name of the source spells);
//          "Love Scenery" / 《心跳源计划》 (nothing there means or sounds like it).
// Silent:  中美 / "China and the US"; an acronym in one version and its long form in the other;
//          acronyms of other languages (临时选举委员会 (CEP)); 黄仁勋 / "Jensen Huang".

#include "duizhao/check/rules/name.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/names/headed_names.h"
#include "duizhao/check/evidence/names/lone_entities.h"
#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/evidence/names/names_in_place.h"
#include "duizhao/check/evidence/names/offices.h"
#include "duizhao/check/evidence/names/other_entities.h"
#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/check/evidence/names/shared_heads.h"
#include "duizhao/check/evidence/names/swapped_names.h"
#include "duizhao/check/evidence/names/unfound_names.h"
#include "duizhao/check/rule.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/han_readings.h"
#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"
#include "duizhao/terms/glossary.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// A finding with its evidence put on the sides that it comes from.
Finding finding_of(const FindingKind& what, const BeadContext& context, std::optional<Span> chinese,
                   std::optional<Span> english) {
  Finding finding(what);
  const bool chinese_source = context.source.language == Language::kChinese;
  finding.source = chinese_source ? chinese : english;
  finding.target = chinese_source ? english : chinese;
  return finding;
}

// --- Countries ----------------------------------------------------------------------------------

/// A name whose log-odds of missing are higher has nothing that stands for it.
constexpr double kSurelyMissing = 1;
/// Places are near each other that differ by less of the share of their sides that stands before.
constexpr double kNear = 0.2;

double share_before(Span span, const pair::Passage& passage) {
  const auto size = static_cast<double>(std::max<std::size_t>(passage.span.size(), 1));
  return static_cast<double>(span.begin - passage.span.begin) / size;
}

Span nearest(double share, const std::vector<terms::TermMatch>& matches,
             const pair::Passage& passage) {
  return std::min_element(matches.begin(), matches.end(),
                          [&](const terms::TermMatch& a, const terms::TermMatch& b) {
                            return std::abs(share - share_before(a.span, passage)) <
                                   std::abs(share - share_before(b.span, passage));
                          })
      ->span;
}

/// "Hong Kong and Australia" for 港澳: the character that both are called by, misread.
void check_macao(const BeadContext& context, const terms::TermMatch& english,
                 std::vector<Finding>& findings) {
  constexpr std::string_view kMacao = "澳";
  if (region_table().regions[english.entry].code != "AU") return;
  const pair::Passage& chinese = context.chinese();
  const std::size_t at = chinese.text().find(kMacao);
  if (at == std::string_view::npos) return;
  const Span there{chinese.span.begin + at, chinese.span.begin + at + kMacao.size()};
  findings.push_back(
      std::move(finding_of(kind(kNameKinds, "name/country"), context, there, english.span)
                    .with("english", english.span.in(context.english().document->text))
                    .with("chinese", kMacao)));
}

/// Whether a stretch begins or ends within a word that it is not within: 海地 of 上海地产.
bool cuts_words(Span stretch, const pair::Passage& passage) {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const model::Word& word) {
    return word.span.overlaps(stretch) && !stretch.contains(word.span) &&
           !word.span.contains(stretch);
  });
}

/// The regions named on each side and not on the other; one on each side are one for another.
void check_countries(const BeadContext& context, const NamedRegions& regions,
                     std::vector<Finding>& findings) {
  const RegionTable& table = region_table();
  const pair::Passage& chinese = context.chinese();
  const pair::Passage& english = context.english();
  std::vector<terms::TermMatch> in_chinese = regions.chinese;
  std::erase_if(in_chinese,
                [&](const terms::TermMatch& match) { return cuts_words(match.span, chinese); });
  const std::vector<terms::TermMatch>& in_english = regions.english;
  const auto has = [](const std::vector<terms::TermMatch>& matches, std::uint32_t entry) {
    return std::any_of(matches.begin(), matches.end(), [&](const terms::TermMatch& match) {
      return match.entry == entry && !match.nested;  // Korea of North Korea
    });
  };
  std::vector<terms::TermMatch> only_chinese;
  std::vector<terms::TermMatch> only_english;
  for (const terms::TermMatch& match : in_chinese) {
    if (!match.nested && !has(in_english, match.entry) && !has(only_chinese, match.entry)) {
      only_chinese.push_back(match);
    }
  }
  for (const terms::TermMatch& match : in_english) {
    const bool shared = std::any_of(in_english.begin(), in_english.end(), [&](const auto& other) {
      return other.span == match.span &&
             (has(in_chinese, other.entry) ||
              has_short_form(chinese.text(), table.regions[other.entry]));
    });
    if (!match.nested && !shared && !has(only_english, match.entry)) only_english.push_back(match);
  }
  if (only_chinese.empty()) {
    for (const terms::TermMatch& wrong : only_english) check_macao(context, wrong, findings);
  }
  constexpr std::size_t kMost = 2;
  if (only_chinese.empty() || only_english.empty() || only_chinese.size() > kMost ||
      only_english.size() > kMost) {
    return;
  }
  const bool alone = only_chinese.size() == 1 && only_english.size() == 1;
  for (const terms::TermMatch& wrong : only_english) {
    const Span here{
        wrong.span.begin,
        wrong.span.begin + without_possessive(wrong.span.in(english.document->text)).size()};
    const Span there = nearest(share_before(here, english), only_chinese, chinese);
    // With two on either side, one may be left out and which stands for which is a guess.
    if (!alone && std::abs(share_before(here, english) - share_before(there, chinese)) > kNear) {
      continue;
    }
    findings.push_back(std::move(finding_of(alone ? kind(kNameKinds, "name/country")
                                                  : kind(kNameKinds, "name/country-of-several"),
                                            context, there, here)
                                     .with("english", here.in(english.document->text))
                                     .with("chinese", there.in(chinese.document->text))));
    if (!alone) return;
  }
}

// --- Acronyms -----------------------------------------------------------------------------------

/// A word of the text that is written like an acronym or code: two letters or more, mostly
/// capitals.
bool is_acronym(std::string_view word) {
  const auto capitals =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), text::is_ascii_upper));
  return word.size() >= 2 && word.size() <= 10 && text::is_ascii_upper(word.front()) &&
         capitals >= 2 && capitals * 2 > word.size();
}

std::vector<Span> acronyms_in(const pair::Passage& passage) {
  std::vector<Span> acronyms;
  for (const text::Token& token : passage.tokens) {
    if (token.kind == text::TokenKind::kWord && is_acronym(token.span.in(passage.document->text))) {
      acronyms.push_back(token.span);
    }
  }
  return acronyms;
}

bool all_capitals(const pair::Passage& passage) {
  return std::none_of(passage.text().begin(), passage.text().end(), text::is_ascii_lower);
}

/// Whether two acronyms differ as slips do: a letter changed, added, lost, or two exchanged.
bool is_slip(std::string_view a, std::string_view b) {
  if (a == b) return false;
  const std::size_t distance = text::edit_distance(a, b);
  if (distance == 1) return true;
  if (distance != 2) return false;
  std::string sorted_a(a);
  std::string sorted_b(b);
  std::sort(sorted_a.begin(), sorted_a.end());
  std::sort(sorted_b.begin(), sorted_b.end());
  return sorted_a == sorted_b || std::min(a.size(), b.size()) >= 5;
}

/// "HIBoR" and "HIBOR" are one acronym.
bool has_in_any_case(std::string_view text, std::string_view acronym) {
  return contains(text::ascii_lowered(text), text::ascii_lowered(acronym));
}

/// A plural's s is no letter of the acronym.
std::string_view without_plural(std::string_view acronym) {
  return acronym.size() > 2 && acronym.ends_with('s') ? acronym.substr(0, acronym.size() - 1)
                                                      : acronym;
}

void check_changed_acronyms(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& source = context.source;
  const pair::Passage& target = context.target;
  if (all_capitals(context.english())) return;
  const std::vector<Span> there = acronyms_in(source);
  std::vector<std::string_view> seen;
  for (const Span place : acronyms_in(target)) {
    const std::string_view acronym = without_plural(place.in(target.document->text));
    if (has_in_any_case(source.text(), acronym)) continue;
    if (std::find(seen.begin(), seen.end(), acronym) != seen.end()) continue;
    seen.push_back(acronym);
    for (const Span other : there) {
      const std::string_view original = without_plural(other.in(source.document->text));
      if (contains(target.text(), original) || !is_slip(acronym, original)) continue;
      const bool chinese_source = source.language == Language::kChinese;
      Finding finding = finding_of(kind(kNameKinds, "name/acronym-changed"), context,
                                   chinese_source ? other : place, chinese_source ? place : other);
      finding.suggestion = std::string(original);
      findings.push_back(std::move(finding.with("original", original).with("acronym", acronym)));
      break;
    }
  }
}

/// Whether a word stands in brackets, or has one beside it: 总统府通讯办公室（PCOO）.
bool is_bracketed(const pair::Passage& passage, Span word) {
  const std::string_view text = passage.document->text;
  std::string_view before = std::string_view(text).substr(0, word.begin);
  std::string_view behind = std::string_view(text).substr(word.end);
  while (before.ends_with(' ')) before.remove_suffix(1);
  while (behind.starts_with(' ')) behind.remove_prefix(1);
  return before.ends_with('(') || before.ends_with("（") || behind.starts_with('(') ||
         behind.starts_with("（") || behind.starts_with(')') || behind.starts_with("）");
}

/// Whether a finding has its evidence there, on the source or the target.
bool is_told(const std::vector<Finding>& findings, std::optional<Span> Finding::*side, Span span) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
    return other.*side && (other.*side)->overlaps(span);
  });
}

/// Whether a stretch is no part of a longer word in Latin letters.
bool stands_alone(std::string_view text, Span span) {
  const bool latin = text::is_ascii_letter(text[span.begin]);
  return !latin || ((span.begin == 0 || !text::is_ascii_letter(text[span.begin - 1])) &&
                    (span.end == text.size() || !text::is_ascii_letter(text[span.end])));
}

/// The initials of the words of a text that have letters, in capitals.
std::string initials_of(std::string_view text) {
  std::string initials;
  bool begins = true;
  for (const char c : text) {
    const bool letter = text::is_ascii_letter(c);
    if (letter && begins) initials += text::ascii_upper(c);
    begins = !letter;
  }
  return initials;
}

/// "The league" for CBA联赛: a Chinese text that has an acronym outside of brackets means it, and
/// English has it too, or what its letters stand for.
void check_lost_acronyms(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& source = context.source;
  if (source.language != Language::kChinese) return;
  std::string english(context.target.text());
  std::erase_if(english, [](char c) { return c == '.' || c == '/' || c == '&'; });  // U.S., SAH/SCC
  std::optional<std::string> initials;
  for (std::size_t w = 0; w < source.words.size(); ++w) {
    const Span place = source.words[w].span;
    const std::string_view acronym = place.in(source.document->text);
    if (acronym.size() < 3 || !std::all_of(acronym.begin(), acronym.end(), text::is_ascii_upper) ||
        is_bracketed(source, place) || has_in_any_case(english, acronym) ||
        pair::missing_odds(source, w, context.chinese_links()[w]) <= 0) {
      continue;
    }
    if (!initials) initials = initials_of(context.target.text());
    if (contains(*initials, acronym) || is_told(findings, &Finding::source, place)) continue;
    Finding finding(kind(kNameKinds, "name/not-rendered"));
    finding.source = place;
    findings.push_back(std::move(finding.with("name", acronym).with("known", acronym)));
  }
}

bool is_small_word(std::string_view word) {
  return word == "of" || word == "and" || word == "the" || word == "for";
}

/// The words before a bracket that a name may be of, in order: back to the first small word that
/// names don't hold.
std::vector<std::string_view> name_words_before(const pair::Passage& passage, std::size_t bracket) {
  const std::string_view text = passage.document->text;
  std::vector<std::string_view> words;
  std::size_t end = bracket;
  for (auto token = passage.tokens.rbegin(); token != passage.tokens.rend(); ++token) {
    if (token->span.end > end) continue;
    // Between the words of a name there are spaces, hyphens and points only.
    const std::string_view between = text.substr(token->span.end, end - token->span.end);
    if (between.find_first_not_of(" -.") != std::string_view::npos) break;
    end = token->span.begin;
    const std::string_view word = token->span.in(text);
    if (token->kind == text::TokenKind::kPunctuation) {
      if (word == "-" || word == ".") continue;
      break;
    }
    if (token->kind != text::TokenKind::kWord) break;
    if (word == "The" || word == "A" || word == "An") break;
    if (!text::is_ascii_upper(word.front()) && !is_small_word(word)) break;
    words.push_back(word);
  }
  std::ranges::reverse(words);
  return words;
}

std::string capital_initials(std::span<const std::string_view> words) {
  std::string initials;
  for (const std::string_view word : words) {
    if (!is_small_word(word)) initials += word.front();
  }
  return initials;
}

/// What an acronym may have of a word: its first letter or two, its capitals, and the first letter
/// of another word within it: "dm" of "Demilitarised", "ib" of "Interbank".
std::vector<std::string> letters_of(std::string_view word, const model::Lexicon& lexicon) {
  constexpr std::size_t kLeastPart = 4;
  std::vector<std::string> letters = {std::string(word.substr(0, 1)),
                                      std::string(word.substr(0, 2))};
  std::string capitals;
  std::ranges::copy_if(word, std::back_inserter(capitals), text::is_ascii_upper);
  if (capitals.size() > 1 && capitals.size() < word.size()) letters.push_back(capitals);
  for (std::size_t i = 2; i + kLeastPart <= word.size(); ++i) {
    if (contains("aeiou", word.substr(i, 1))) continue;  // an ending: Administr-ation
    const auto part = lexicon.words(word.substr(i), Language::kEnglish);
    if (part.size() == 1 && part.front().id != model::kUnknownWord) {
      letters.push_back({word.front(), word[i]});
    }
  }
  return letters;
}

/// Whether the last words spell the acronym by their letters, the small ones with one or none:
/// Short Channel IDentifier, Atomic MultiPath, Numbers And Names.
bool is_spelled(std::string_view acronym, std::span<const std::string_view> words,
                const model::Lexicon& lexicon) {
  if (acronym.empty()) return true;
  if (words.empty()) return false;
  const std::string_view word = words.back();
  const auto before = words.first(words.size() - 1);
  if (is_small_word(word) && is_spelled(acronym, before, lexicon)) return true;
  return std::ranges::any_of(letters_of(word, lexicon), [&](std::string_view letters) {
    return acronym.size() >= letters.size() &&
           text::ascii_lowered(acronym.substr(acronym.size() - letters.size())) ==
               text::ascii_lowered(letters) &&
           is_spelled(acronym.substr(0, acronym.size() - letters.size()), before, lexicon);
  });
}

/// Whether one of the words right before a name has the first letter of an acronym, so that it may
/// be of the name, whatever stands between: "Committee on the Global Financial System (CGFS)".
bool begins_before(const pair::Passage& passage, std::string_view name, char letter) {
  constexpr std::size_t kReach = 3;
  const std::string_view text = passage.document->text;
  const auto begin = static_cast<std::size_t>(name.data() - text.data());
  std::size_t seen = 0;
  for (auto token = passage.tokens.rbegin(); token != passage.tokens.rend(); ++token) {
    if (token->span.end > begin) continue;
    if (text::ascii_upper(text[token->span.begin]) == letter) return true;
    if (++seen == kReach) break;
  }
  return false;
}

/// Whether the words right before a bracket have all initials of the acronym in it but one. Other
/// names may stand before them: "Glenn Cushing of the U.S. Geological (USGS)".
bool loses_word(std::string_view initials, std::string_view acronym) {
  std::size_t found = 0;
  for (const char initial : initials) found += found < acronym.size() && initial == acronym[found];
  if (found == acronym.size()) return false;  // "International Business Machines Corporation (IBM)"
  const std::size_t left = acronym.size() - 1;
  if (left < 2 || initials.size() < left) return false;
  const std::string_view last = initials.substr(initials.size() - left);
  return text::edit_distance(last, acronym) == 1;
}

/// Whether the initials are those of a long form that the acronym is known to have: ASEAN has a
/// letter of "Southeast" that begins no word.
bool has_known_form(const BeadContext& context, std::string_view acronym,
                    std::string_view initials) {
  const model::NameStore* store = context.resources.names;
  if (store == nullptr) return false;
  const auto numbers = store->rendered(model::name_key(acronym));
  return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
    const model::KnownName name = store->name(number);
    return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
      std::string known;
      for (std::size_t i = 0; i < english.size(); ++i) {
        const bool begins = i == 0 || english[i - 1] == ' ' || english[i - 1] == '-';
        if (begins && text::is_ascii_upper(english[i])) known += english[i];
      }
      return known.size() >= 2 && initials.ends_with(known);
    });
  });
}

/// "Federal Administration (FAA)": the initials are the acronym's with a letter or two left out.
void check_spelled_acronyms(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& target = context.target;
  if (target.language != Language::kEnglish) return;
  const std::string_view text = target.document->text;
  for (const Span place : acronyms_in(target)) {
    const std::string_view acronym = without_plural(place.in(text));
    if (!std::ranges::all_of(acronym, text::is_ascii_upper)) continue;  // UPnP
    if (place.begin == 0 || text[place.begin - 1] != '(' || place.end >= text.size() ||
        text[place.end] != ')' || acronym.size() < 3) {
      continue;
    }
    const auto words = name_words_before(target, place.begin - 1);
    const std::string initials = capital_initials(words);
    if (!loses_word(initials, acronym) || is_spelled(acronym, words, *context.resources.lexicon) ||
        (initials.ends_with(acronym.substr(1)) &&
         begins_before(target, words.front(), acronym.front())) ||
        has_known_form(context, acronym, initials)) {
      continue;
    }
    findings.push_back(std::move(
        finding_of(kind(kNameKinds, "name/acronym-unspelled"), context, std::nullopt, place)
            .with("acronym", acronym)));
  }
}

// --- Initials of foreign names ------------------------------------------------------------------

/// Latin letters that a syllable of Mandarin may stand for at the start of a foreign name.
std::string_view initials_for(std::string_view pinyin) {
  struct Rule {
    std::string_view start;
    std::string_view letters;
  };
  static constexpr Rule kRules[] = {
      {"zh", "JGDZC"}, {"ch", "CTJ"},   {"sh", "SCX"}, {"b", "BPV"},   {"p", "PB"},
      {"m", "M"},      {"f", "FPVW"},   {"d", "DT"},   {"t", "TD"},    {"n", "NK"},
      {"l", "LRW"},    {"g", "GKCQ"},   {"k", "KCQG"}, {"h", "HJGW"},  {"j", "JGCKZ"},
      {"q", "CJKQT"},  {"x", "SCHXJ"},  {"r", "RJ"},   {"z", "ZJDC"},  {"c", "CZT"},
      {"s", "SCTZ"},   {"y", "YIEJUA"}, {"w", "WVOU"}, {"a", "AOEIU"}, {"o", "OAU"},
      {"e", "EAOIU"}};
  for (const Rule& rule : kRules) {
    if (pinyin.starts_with(rule.start)) return rule.letters;
  }
  return {};
}

bool may_begin_with(char32_t han, char letter) {
  bool may = false;
  bool known = false;
  names::for_each_reading(names::han_readings(han).mandarin, [&](std::string_view reading) {
    const std::string_view letters = initials_for(reading);
    known = known || !letters.empty();
    may = may || contains(letters, std::string_view(&letter, 1));
  });
  return may || !known;
}

/// First characters of the parts of the foreign names in Chinese: 乔治·沃克·布什 gives 乔沃布.
struct ForeignName {
  Span span;
  std::vector<char32_t> parts;
};

std::vector<ForeignName> foreign_names(const pair::Passage& chinese) {
  std::vector<ForeignName> names;
  const std::string_view text = chinese.text();
  std::vector<std::pair<char32_t, std::size_t>> run;
  const auto finish = [&](std::size_t end) {
    ForeignName name;
    bool starts = true;
    for (const auto& [c, place] : run) {
      if (text::is_interpunct(c)) {
        starts = true;
      } else if (starts) {
        name.parts.push_back(c);
        starts = false;
      }
    }
    if (name.parts.size() >= 3) {
      name.span = Span{run.front().second, end}.shifted(chinese.span.begin);
      names.push_back(std::move(name));
    }
    run.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(text, i);
    if (text::is_han(c) || text::is_interpunct(c)) {
      run.emplace_back(c, at);
    } else {
      finish(at);
    }
  }
  finish(text.size());
  return names;
}

/// "George C. Bush" for 乔治·沃克·布什: a middle initial that fits no middle part, in a sentence
/// with one such name.
void check_initials(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& english = context.english();
  const std::string_view text = english.document->text;
  const std::vector<ForeignName> names = foreign_names(context.chinese());
  if (names.empty()) return;
  const auto& tokens = english.tokens;
  const auto is_name = [&](std::size_t t) {
    const std::string_view word = tokens[t].span.in(text);
    return tokens[t].kind == text::TokenKind::kWord && word.size() > 2 &&
           text::is_ascii_upper(word.front());
  };
  for (std::size_t t = 1; t + 2 < tokens.size(); ++t) {
    const std::string_view word = tokens[t].span.in(text);
    if (word.size() != 1 || !text::is_ascii_upper(word.front()) ||
        tokens[t + 1].span.in(text) != ".") {
      continue;
    }
    if (!is_name(t - 1) || !is_name(t + 2)) continue;
    const bool fits = std::any_of(names.begin(), names.end(), [&](const ForeignName& name) {
      return std::any_of(name.parts.begin() + 1, name.parts.end() - 1,
                         [&](char32_t part) { return may_begin_with(part, word.front()); });
    });
    if (fits) continue;
    const Span place = tokens[t - 1].span.joined(tokens[t + 2].span);
    findings.push_back(
        std::move(finding_of(kind(kNameKinds, "name/initial"), context, names.front().span, place)
                      .with("name", place.in(text))));
  }
}

// --- Chinese names ------------------------------------------------------------------------------

/// The syllables of a given name in pinyin: one or two, hyphenated or not.
bool is_pinyin_given(std::string_view word) {
  static constexpr std::string_view kInitials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d",
                                                   "t",  "n",  "l",  "g", "k", "h", "j", "q",
                                                   "x",  "r",  "z",  "c", "s", "y", "w", ""};
  static constexpr std::string_view kFinals[] = {
      "iang", "iong", "uang", "ang", "eng", "ing", "ong", "iao", "ian", "uan", "uai",
      "ai",   "ei",   "ao",   "ou",  "an",  "en",  "ia",  "ie",  "iu",  "in",  "ua",
      "uo",   "ui",   "un",   "ue",  "a",   "o",   "e",   "i",   "u"};
  std::string letters;
  for (const char c : word) {
    if (c == '-' || c == '\'') continue;
    if (!text::is_ascii_letter(c)) return false;
    letters.push_back(text::ascii_lower(c));
  }
  // reached[i]: number of syllables that end at letter i; bit n for n syllables.
  std::vector<unsigned> reached(letters.size() + 1, 0);
  reached[0] = 1;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (reached[i] == 0) continue;
    for (const std::string_view initial : kInitials) {
      if (!std::string_view(letters).substr(i).starts_with(initial)) continue;
      for (const std::string_view final_part : kFinals) {
        const std::size_t middle = i + initial.size();
        if (!std::string_view(letters).substr(middle).starts_with(final_part)) continue;
        reached[middle + final_part.size()] |= reached[i] << 1U;
      }
    }
  }
  return letters.size() >= 2 && (reached.back() & 6U) != 0;
}

/// The commonest surnames in pinyin that are no English words or names.
bool is_pinyin_surname(std::string_view word) {
  static constexpr std::string_view kSurnames[] = {
      "Wang",  "Zhang",  "Liu",  "Chen",  "Yang",  "Zhao",  "Huang", "Zhou",   "Wu",    "Xu",
      "Sun",   "Zhu",    "Gao",  "Guo",   "Luo",   "Zheng", "Liang", "Xie",    "Tang",  "Deng",
      "Feng",  "Cao",    "Peng", "Zeng",  "Xiao",  "Tian",  "Dong",  "Pan",    "Yuan",  "Cai",
      "Jiang", "Ye",     "Du",   "Cheng", "Wei",   "Lu",    "Ding",  "Shen",   "Fan",   "Fu",
      "Zhong", "Tan",    "Liao", "Jia",   "Xia",   "Hu",    "Lin",   "Shi",    "Qian",  "Xi",
      "Li",    "He",     "Ma",   "Song",  "Han",   "Yu",    "Yao",   "Cui",    "Qin",   "Su",
      "Zou",   "Xiong",  "Jin",  "Hao",   "Bai",   "Kang",  "Mao",   "Qiu",    "Gu",    "Hou",
      "Shao",  "Meng",   "Duan", "Yin",   "Chang", "Lai",   "Gong",  "Qi",     "Sheng", "Dai",
      "Xue",   "Yan",    "Ren",  "Fang",  "Lyu",   "Niu",   "Ruan",  "Zhuang", "Zhai",  "Lan",
      "Lei",   "Ouyang", "Sima", "Zhan",  "Wen",   "Wan",   "Nie",   "Guan",   "Geng",  "Hua",
      "Yue",   "Tao",    "Jiao", "Chu",   "Bian",  "Qu",    "Pang",  "Ji",     "Lian",  "Bao",
      "Bi",    "Ge",     "Huo",  "Jing",  "Kong",  "Ling",  "Lou",   "Mei",    "Miao",  "Mo",
      "Mou",   "Mu",     "Ning", "Ou",    "Pei",   "Pu",    "Qiao",  "Rao",    "Rong",  "Shang",
      "Shu",   "Tong",   "Tu",   "Xiang", "Xin",   "Xing",  "Yi",    "You",    "Yun",   "Zhuo",
      "Zong"};
  return std::find(std::begin(kSurnames), std::end(kSurnames), word) != std::end(kSurnames);
}

/// Surnames as Hong Kong and Taiwan spell them.
bool is_southern_surname(std::string_view word) {
  static constexpr std::string_view kSurnames[] = {
      "Chan",  "Chang",  "Cheung", "Chiang", "Chien", "Chin", "Chiu",  "Choi",  "Chou",  "Chow",
      "Chu",   "Chuang", "Chung",  "Fok",    "Fung",  "Hau",  "Ho",    "Hou",   "Hsieh", "Hsiung",
      "Hsu",   "Hsueh",  "Hui",    "Hung",   "Ip",    "Jao",  "Jen",   "Kan",   "Kao",   "Ko",
      "Koo",   "Kung",   "Kuo",    "Kwan",   "Kwok",  "Lai",  "Lam",   "Lau",   "Law",   "Lee",
      "Leung", "Liao",   "Lien",   "Lo",     "Lui",   "Mok",  "Ng",    "Ou",    "Pai",   "Pang",
      "Pao",   "Peng",   "Poon",   "Shao",   "Shih",  "Siu",  "So",    "Soong", "Sung",  "Szeto",
      "Tai",   "Tam",    "Teng",   "Tien",   "Ting",  "Tsai", "Tsang", "Tsao",  "Tse",   "Tseng",
      "Tso",   "Tsoi",   "Tsou",   "Tsui",   "Tu",    "Tuan", "Tung",  "Wan",   "Weng",  "Wong",
      "Yen",   "Yeung",  "Yip",    "Yuen",   "Yung"};
  return std::find(std::begin(kSurnames), std::end(kSurnames), word) != std::end(kSurnames);
}

/// Siu-ming, Ing-wen: two syllables, of which only the first has a capital.
bool is_hyphenated_given(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 3 > word.size()) return false;
  return text::is_ascii_upper(word.front()) && word.size() <= 13 &&
         std::all_of(word.begin() + 1, word.begin() + static_cast<std::ptrdiff_t>(hyphen),
                     text::is_ascii_lower) &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, word.end(),
                     text::is_ascii_lower);
}

/// Whether a surname and a given name are those of a Chinese person, by their form alone.
bool is_chinese_name(std::string_view surname, std::string_view given) {
  if (!text::is_ascii_upper(surname.front()) || !text::is_ascii_upper(given.front())) return false;
  if (is_pinyin_surname(surname)) return is_pinyin_given(given);
  return is_southern_surname(surname) && is_hyphenated_given(given);
}

/// Whether any stretch of the Chinese text, of so many characters, is spelled by the name.
bool spelled_somewhere(std::string_view latin, std::string_view chinese, std::size_t least = 2) {
  return !names::find_spelled(latin, chinese, least).empty();
}

/// The word with what a hyphen joins to it: Siu-ming is three tokens.
Span with_hyphenated(const std::vector<text::Token>& tokens, std::size_t word,
                     std::string_view text) {
  const Span span = tokens[word].span;
  const bool joined = word + 2 < tokens.size() && text[span.end] == '-' &&
                      tokens[word + 2].kind == text::TokenKind::kWord &&
                      tokens[word + 2].span.begin == span.end + 1;
  return joined ? span.joined(tokens[word + 2].span) : span;
}

/// Places have such names too: Hong Kong, Chu Lai.
bool is_known_place(const BeadContext& context, std::string_view name) {
  const model::NameStore* store = context.resources.names;
  if (store == nullptr) return false;
  const auto numbers = store->rendered(model::name_key(name));
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return store->name(number).kinds.place; });
}

/// Whether the Chinese has one who is known by a name, however it is spelled: 柯文哲, "Ko Wen-je".
bool is_known_person(const BeadContext& context, std::string_view name) {
  const model::NameStore* store = context.resources.names;
  if (store == nullptr) return false;
  const std::string chinese = text::folded_han(context.chinese().text());
  return std::ranges::any_of(store->rendered(model::name_key(name)), [&](std::uint32_t number) {
    return contains(chinese, store->chinese(number));
  });
}

/// A person of the Chinese whose given name is spelled and whose surname is off by a letter: 张艺谋
/// for "Zang Yimou".
struct MisspelledPerson {
  Span chinese;
  std::string surname;  ///< as it is spelled: "Zhang"
};

std::optional<MisspelledPerson> misspelled_person(std::string_view surname, std::string_view given,
                                                  const pair::Passage& passage) {
  constexpr std::size_t kLongest = 7;  // letters of a syllable, and one too many
  if (surname.size() < 2 || surname.size() > kLongest || given.size() < 2 ||
      !text::is_ascii_upper(surname.front()) || !text::is_ascii_upper(given.front())) {
    return std::nullopt;
  }
  const std::string_view chinese = passage.text();
  const std::string written = text::ascii_lowered(surname);
  const names::LatinName given_name(given);
  for (std::size_t i = 0; i < chinese.size();) {
    const std::size_t begin = i;
    const char32_t character = text::next_code_point(chinese, i);
    if (names::surname_size(chinese.substr(begin)) != i - begin ||
        names::spells(surname, chinese.substr(begin, i - begin))) {
      continue;
    }
    std::size_t end = i;
    std::size_t spelled = given_name.characters_spelled(chinese.substr(i));
    if (spelled < 2) continue;
    for (; spelled > 0; --spelled) static_cast<void>(text::next_code_point(chinese, end));
    std::string meant;
    names::for_each_reading(names::han_readings(character).mandarin, [&](std::string_view reading) {
      if (meant.empty() && text::edit_distance(written, reading) == 1) meant = reading;
    });
    if (meant.empty()) continue;
    meant.front() = text::ascii_upper(meant.front());
    return MisspelledPerson{Span{begin, end}.shifted(passage.span.begin), std::move(meant)};
  }
  return std::nullopt;
}

void check_chinese_names(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& english = context.english();
  const std::string_view text = english.document->text;
  const auto& tokens = english.tokens;
  for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
    if (tokens[t].kind != text::TokenKind::kWord || tokens[t + 1].kind != text::TokenKind::kWord) {
      continue;
    }
    // "Kai-Fu Lee": the surname stands behind.
    if (tokens[t].span.begin > 0 && text[tokens[t].span.begin - 1] == '-') continue;
    const Span given_name = with_hyphenated(tokens, t + 1, text);
    const Span place = tokens[t].span.joined(given_name);
    const std::string_view given = given_name.in(text);
    const std::string_view between =
        text.substr(tokens[t].span.end, tokens[t + 1].span.begin - tokens[t].span.end);
    const std::string_view surname = tokens[t].span.in(text);
    if (between != " ") continue;
    const bool shaped = is_chinese_name(surname, given);
    const auto person = misspelled_person(surname, given, context.chinese());
    if (!shaped && !person) continue;
    if (is_known_place(context, place.in(text))) continue;
    // "Tsuen Wan Line"
    if (t > 0 && is_known_place(context, tokens[t - 1].span.joined(tokens[t].span).in(text))) {
      continue;
    }
    // A third word in capitals makes it another kind of name: "Xi Jinping Thought" still begins
    // with one, "Wang Computer Laboratories" does not parse.
    if (is_known_person(context, place.in(text)) ||
        spelled_somewhere(place.in(text), context.chinese().text()) ||
        spelled_somewhere(std::string(given) + ' ' + std::string(surname),  // "Feng Zhang"
                          context.chinese().text())) {
      continue;
    }
    Finding finding = finding_of(kind(kNameKinds, "name/chinese-name"), context,
                                 person ? std::optional(person->chinese) : std::nullopt, place);
    // With the surname right, or one that nobody has, it is a slip rather than somebody else.
    if (!shaped || spelled_somewhere(surname, context.chinese().text(), 1)) {
      finding.severity = Severity::kMinor;
    }
    if (person && context.target.language == Language::kEnglish) {
      finding.suggestion = person->surname + ' ' + std::string(given);
    }
    findings.push_back(std::move(finding.with("name", place.in(text))));
  }
}

/// Puts the only person of the Chinese whom nothing renders beside one of the English who has no
/// place there: 高建平 and "Liu Weidong".
void say_who_stands_there(const BeadContext& context, const Mentions& mentions, std::size_t first,
                          std::vector<Finding>& findings) {
  const bool from_chinese = context.source.language == Language::kChinese;
  const Mention* person = nullptr;
  for (const Mention& mention : mentions.chinese) {
    if (!mention.chinese_person || mention.found) continue;
    if (person != nullptr) return;
    person = &mention;
  }
  if (person == nullptr) return;
  for (std::size_t f = first; f < findings.size(); ++f) {
    auto& chinese = from_chinese ? findings[f].source : findings[f].target;
    if (findings[f].code == "name/chinese-name" && !chinese) chinese = person->span;
  }
}

/// Whether the Chinese names a country that the English lacks, or may mean one by a word that is no
/// name: 全国, 本国.
bool has_other_country(const pair::Passage& chinese, const pair::Passage& english,
                       const std::vector<terms::TermMatch>& named) {
  for (const std::string_view word : {"国", "國"}) {
    for (std::size_t at = chinese.text().find(word); at != std::string_view::npos;
         at = chinese.text().find(word, at + 1)) {
      const Span place = Span{at, at + 1}.shifted(chinese.span.begin);
      if (std::none_of(named.begin(), named.end(),
                       [&](const auto& match) { return match.span.contains(place); })) {
        return true;
      }
    }
  }
  return std::any_of(named.begin(), named.end(), [&](const auto& match) {
    return !names_region_of(english, match.span.in(chinese.document->text));
  });
}

/// "Austria's water" for 地球上的水: a country that nothing in the Chinese is.
void check_countries_from_nowhere(const BeadContext& context, const NamedRegions& regions,
                                  std::vector<Finding>& findings) {
  constexpr std::string_view kOwn[] = {"CN", "HK", "MO", "TW", "US", "UN", "EU"};
  const pair::Passage& target = context.target;
  if (target.language != Language::kEnglish || regions.english.empty() ||
      has_other_country(context.source, target, regions.chinese)) {
    return;
  }
  const RegionTable& table = region_table();
  for (const terms::TermMatch& match : regions.english) {
    const std::string& code = table.regions[match.entry].code;
    if (match.nested || std::find(std::begin(kOwn), std::end(kOwn), code) != std::end(kOwn)) {
      continue;
    }
    const bool known =
        std::any_of(regions.shared.begin(), regions.shared.end(),
                    [&](Span span) { return span.overlaps(match.span); }) ||
        std::any_of(target.facts.begin(), target.facts.end(),  // Swiss francs
                    [&](const facts::Fact& fact) { return fact.span.overlaps(match.span); });
    if (known || is_told(findings, &Finding::target, match.span) ||
        pair::missing_odds(target, match.span, context.english_links()) < kSurelyMissing) {
      continue;
    }
    Finding finding(kind(kNameKinds, "name/from-nowhere"));
    finding.target = match.span;
    findings.push_back(std::move(finding.with("name", match.span.in(target.document->text))));
  }
}

/// A wrong name is told wherever the target has it: each place is to be mended.
void tell_each_place(const BeadContext& context, std::size_t first,
                     std::vector<Finding>& findings) {
  constexpr std::string_view kCodes[] = {"name/country", "name/another", "name/another-person",
                                         "name/another-place", "name/from-nowhere"};
  const pair::Passage& target = context.target;
  const std::string_view text = target.document->text;
  const std::size_t told = findings.size();
  for (std::size_t f = first; f < told; ++f) {
    if (!findings[f].target || std::ranges::find(kCodes, findings[f].code) == std::end(kCodes)) {
      continue;
    }
    const std::string_view name = findings[f].target->in(text);
    for (std::size_t at = text.find(name, target.span.begin);
         at != std::string_view::npos && at + name.size() <= target.span.end;
         at = text.find(name, at + name.size())) {
      const Span place{at, at + name.size()};
      if (is_told(findings, &Finding::target, place) || !stands_alone(text, place)) continue;
      Finding again = findings[f];
      again.target = place;
      findings.push_back(std::move(again));
    }
  }
}

/// What a glossary has in the source is for the rule `term` to judge.
void leave_terms(const BeadContext& context, std::size_t first, std::vector<Finding>& findings) {
  const terms::Glossary* glossary = context.resources.glossary;
  if (glossary == nullptr || glossary->empty() || first == findings.size()) return;
  const auto terms = glossary->find(context.source.text(), context.source.language,
                                    terms::Case::kRespected, context.source.span.begin);
  const auto is_term = [&](const Finding& finding) {
    return finding.source && std::any_of(terms.begin(), terms.end(), [&](const auto& term) {
             return term.span.contains(*finding.source);
           });
  };
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first),
                                findings.end(), is_term),
                 findings.end());
}

void check_names(const BeadContext& context, std::vector<Finding>& findings) {
  if (context.source.language == context.target.language) return;
  const std::size_t first = findings.size();
  const NamedRegions regions(context.english(), context.chinese());
  check_countries(context, regions, findings);
  check_changed_acronyms(context, findings);
  check_spelled_acronyms(context, findings);
  check_lost_acronyms(context, findings);
  check_initials(context, findings);
  check_chinese_names(context, findings);
  const std::vector<NameWord> words =
      name_words(context.english(), context.english_links(), context.chinese(), regions.shared,
                 context.glossed);
  const Mentions mentions =
      find_mentions(context.english(), context.english_links(), words, context.chinese(),
                    context.chinese_links(), context.resources.names);
  say_who_stands_there(context, mentions, first, findings);
  check_other_entities(context, words, mentions, findings);
  check_headed_names(context, words, mentions, findings);
  check_shared_heads(context, words, mentions, findings);
  check_swapped_names(context, words, mentions, findings);
  check_offices(context, findings);
  check_lone_entities(context, words, mentions, findings);
  check_countries_from_nowhere(context, regions, findings);
  check_unfound_names(context, words, mentions, findings);
  check_names_in_place(context, words, mentions, findings);
  tell_each_place(context, first, findings);
  leave_terms(context, first, findings);
}

constexpr std::array kExamples = {
    Example{"美国使馆昨日发表声明。", "The United Kingdom Embassy issued a statement yesterday.",
            "name/country"},
    Example{"医生使用核磁共振（NMR）检查。", "The doctors used NME.", "name/acronym-changed"},
    Example{"高建平昨日辞职。", "Liu Weidong resigned yesterday.", "name/chinese-name"},
    Example{"Who wrote the novel The Bumblebee Shore?", "小说《白鹿原上的春天》是谁写的？",
            "name/not-in-chinese"},
    Example{"默克尔说，卡梅伦在会上没有回答她的问题。",
            "Cameron said that Merkel had not answered her question at the meeting.",
            "name/swapped"},
    Example{"目前，新疆并网光伏电站330多座。",
            "At present, there are more than 330 photovoltaic power stations in the grid.",
            "name/not-rendered"},
    Example{"帕利说，法国很快将拥有小型巡逻卫星。",
            "Said that France would soon have small patrol satellites.", "name/not-rendered"},
    Example{"北交所昨天公布了新的规则。", "Yesterday, the North Exchange published new rules.",
            "name/another"},
    Example{"CBA联赛将于周六重新开赛。", "The league will resume its games on Saturday.",
            "name/not-rendered"},
    Example{"彗星可能是地球上的水的来源。", "Comets may have been the source of Austria's water.",
            "name/from-nowhere"},
    Example{"世贸组织（WTO）昨日公布了报告。", "The trade body published its report yesterday."},
    Example{"WTO昨日公布了报告。", "The World Trade Organization published its report yesterday."},
    Example{"黄仁勋昨日抵达。", "Jensen Huang arrived yesterday."},
    Example{"中美两国举行了会谈。", "China and the US held talks."},
};

}  // namespace

extern const Rule kNameRule = {
    .id = "name",
    .concern = Concern::kNames,
    // Of the doubts about what stands for a name, the likely ones; a profile of one's own may ask
    // for all.
    .least_confidence = 0.4,
    .kinds = kNameKinds,
    .examples = kExamples,
    .check_bead = check_names,
    .check_document = check_name_consistency,
};

}  // namespace duizhao::check
