#include "duizhao/model/english_spelling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duizhao::model {
namespace {

/// Beginnings of words, with what follows them unchanged.
struct Beginning {
  std::string_view british;
  std::string_view american;
};

constexpr auto kBeginnings = std::to_array<Beginning>({
    // -our
    {"arbour", "arbor"},
    {"ardour", "ardor"},
    {"armour", "armor"},
    {"behaviour", "behavior"},
    {"candour", "candor"},
    {"clamour", "clamor"},
    {"colour", "color"},
    {"demeanour", "demeanor"},
    {"discolour", "discolor"},
    {"dishonour", "dishonor"},
    {"endeavour", "endeavor"},
    {"favour", "favor"},
    {"fervour", "fervor"},
    {"flavour", "flavor"},
    {"harbour", "harbor"},
    {"honour", "honor"},
    {"humour", "humor"},
    {"labour", "labor"},
    {"misdemeanour", "misdemeanor"},
    {"neighbour", "neighbor"},
    {"odour", "odor"},
    {"parlour", "parlor"},
    {"rancour", "rancor"},
    {"rigour", "rigor"},
    {"rumour", "rumor"},
    {"saviour", "savior"},
    {"savour", "savor"},
    {"splendour", "splendor"},
    {"succour", "succor"},
    {"tumour", "tumor"},
    {"valour", "valor"},
    {"vapour", "vapor"},
    {"vigour", "vigor"},
    // -ence, -ogue (the stemmer drops the e), single l, and one by one
    {"acknowledgement", "acknowledgment"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"amongst", "among"},
    {"analogue", "analoge"},
    {"anaem", "anem"},
    {"catalogue", "cataloge"},
    {"defence", "defense"},
    {"dialogue", "dialoge"},
    {"diarrhoea", "diarrhea"},
    {"enquir", "inquir"},
    {"enrolment", "enrollment"},
    {"foet", "fet"},
    {"fulfilment", "fulfillment"},
    {"grey", "gray"},
    {"gynaec", "gynec"},
    {"haem", "hem"},
    {"instalment", "installment"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"leukaem", "leukem"},
    {"manoeuvr", "maneuver"},
    {"licence", "license"},
    {"monologue", "monologe"},
    {"mould", "mold"},
    {"oesophag", "esophag"},
    {"oestrog", "estrog"},
    {"offence", "offense"},
    {"orthopaed", "orthoped"},
    {"paediatr", "pediatr"},
    {"plough", "plow"},
    {"pretence", "pretense"},
    {"practis", "practic"},
    {"sceptic", "skeptic"},
    {"skilful", "skillful"},
    {"smoulder", "smolder"},
    {"whilst", "while"},
    {"wilful", "willful"},
});

/// Words in -re; what may stand before them ("kilo", "centi") is unchanged.
constexpr auto kEndingsInRe =
    std::to_array<std::string_view>({"calibre", "centre", "fibre", "litre", "lustre", "meagre",
                                     "metre", "sabre", "sceptre", "sombre", "spectre", "theatre"});

/// Of verbs and nouns in -ise that are never spelled with z: what stands before the ending.
constexpr auto kAlwaysS = std::to_array<std::string_view>(
    {"adv",      "advert", "an",    "appr",   "ar",     "chast",    "circumc",     "compr",
     "comprom",  "conc",   "dem",   "desp",   "dev",    "enfranch", "disenfranch", "disgu",
     "enterpr",  "exc",    "exerc", "expert", "franch", "improv",   "inc",         "likew",
     "merchand", "otherw", "parad", "prec",   "prem",   "prom",     "rev",         "sunr",
     "superv",   "surm",   "surpr", "telev",  "treat",  "val"});

/// Endings of -ise and -yse, with z.
constexpr auto kEndingsInSe =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"isations", "izations"},
                                                                  {"isation", "ization"},
                                                                  {"isers", "izers"},
                                                                  {"iser", "izer"},
                                                                  {"ising", "izing"},
                                                                  {"ised", "ized"},
                                                                  {"ises", "izes"},
                                                                  {"ise", "ize"},
                                                                  {"ysers", "yzers"},
                                                                  {"yser", "yzer"},
                                                                  {"ysing", "yzing"},
                                                                  {"ysed", "yzed"},
                                                                  {"yse", "yze"}});

/// What is added to a verb in l, which British spelling doubles.
constexpr auto kAfterL = std::to_array<std::string_view>({"ed", "ing", "er", "ers", "ings"});

/// Verbs in -ell: what stands before it. All others in -elled come from -el.
constexpr auto kBeforeEll = std::to_array<std::string_view>(
    {"bests", "foret", "indw", "missp", "outs", "overs", "res", "ret", "storyt", "unders"});

/// Verbs in -al, -ol, -il that are doubled.
constexpr auto kDoubled =
    std::to_array<std::string_view>({"control", "dial", "enrol", "equal", "fulfil", "initial",
                                     "patrol", "pedal", "rival", "signal", "total"});

/// American words in -og: what the lexicon's form of them drops is the British -ue.
constexpr auto kWordsInOg =
    std::to_array<std::string_view>({"analog", "catalog", "dialog", "monolog"});

bool has_vowel(std::string_view letters) {
  return letters.find_first_of("aeiou") != std::string_view::npos;
}

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "centre", "centres", "centred", "kilometre" with -er instead of -re.
bool turn_re(std::string& word) {
  std::string_view base = word;
  if (base.ends_with('s') || base.ends_with('d')) base.remove_suffix(1);
  const bool found = std::any_of(kEndingsInRe.begin(), kEndingsInRe.end(),
                                 [&](std::string_view ending) { return base.ends_with(ending); });
  if (!found) return false;
  std::string turned(base.substr(0, base.size() - 2));
  turned += "er";
  turned += base.size() == word.size() ? "" : word.back() == 'd' ? "ed" : "s";
  word = turned;
  return true;
}

/// "organised" with z. Before -ise stands a consonant ("raise", "noise"), and a syllable ("rise").
bool turn_ise(std::string& word) {
  for (const auto& [british, american] : kEndingsInSe) {
    if (!word.ends_with(british)) continue;
    const std::string_view before = std::string_view(word).substr(0, word.size() - british.size());
    if (before.size() < 3 || !has_vowel(before)) return false;
    if (british.front() == 'i' &&
        (std::string_view("aou").find(before.back()) != std::string_view::npos ||
         before.ends_with('w') || holds(kAlwaysS, before))) {
      return false;
    }
    word = std::string(before).append(american);
    return true;
  }
  return false;
}

/// "travelled" with one l.
bool single_l(std::string& word) {
  for (const std::string_view after : kAfterL) {
    if (!word.ends_with(after)) continue;
    const std::string_view base = std::string_view(word).substr(0, word.size() - after.size());
    if (!base.ends_with("ll")) continue;
    const std::string_view single = base.substr(0, base.size() - 1);
    const std::string_view before = single.substr(0, single.size() - 2);
    const bool from_el = single.ends_with("el") && !holds(kBeforeEll, before) && has_vowel(before);
    if (!from_el && !holds(kDoubled, single)) return false;
    word = std::string(single).append(after);
    return true;
  }
  return false;
}

/// Every way to write `american` as a British word might be; most are none.
std::vector<std::string> british_candidates(std::string_view american) {
  std::vector<std::string> candidates;
  const auto replaced_end = [&](std::size_t length, std::string_view end) {
    return std::string(american.substr(0, american.size() - length)).append(end);
  };
  for (const auto& [british, beginning] : kBeginnings) {
    if (!american.starts_with(beginning)) continue;
    candidates.push_back(std::string(british).append(american.substr(beginning.size())));
  }
  for (const auto& [end, british] : {std::pair<std::string_view, std::string_view>{"er", "re"},
                                     {"ers", "res"},
                                     {"ered", "red"}}) {
    if (american.ends_with(end)) candidates.push_back(replaced_end(end.size(), british));
  }
  for (const auto& [british, end] : kEndingsInSe) {
    if (american.ends_with(end)) candidates.push_back(replaced_end(end.size(), british));
  }
  for (const std::string_view after : kAfterL) {
    if (american.ends_with(after)) {
      candidates.push_back(replaced_end(after.size(), "l").append(after));
    }
  }
  if (american == "program") candidates.emplace_back("programme");
  if (american == "programs") candidates.emplace_back("programmes");
  return candidates;
}

}  // namespace

std::vector<std::string> other_spellings(std::string_view word) {
  for (const std::string_view og : kWordsInOg) {
    if (!word.starts_with(og)) continue;
    const std::string_view after = word.substr(og.size());
    if (after == "ue" || after == "ues") return {std::string(og).append(after.substr(2))};
    if (after.empty() || after == "s") return {std::string(og).append("ue").append(after)};
  }
  const std::string american = american_spelling(std::string(word));
  std::vector<std::string> spellings = british_candidates(american);
  std::erase_if(spellings, [&](const std::string& spelling) {
    return american_spelling(spelling) != american;
  });
  spellings.push_back(american);
  std::erase(spellings, word);
  std::sort(spellings.begin(), spellings.end());
  spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
  return spellings;
}

std::string american_spelling(std::string word) {
  if (word.size() < 4) return word;
  if (word == "programme" || word == "programmes") word.erase(7, 2);  // "programmer" stays
  for (const auto& [british, american] : kBeginnings) {
    if (!word.starts_with(british)) continue;
    word.replace(0, british.size(), american);
    break;
  }
  if (!turn_re(word) && !turn_ise(word)) (void)single_l(word);
  return word;
}

}  // namespace duizhao::model
