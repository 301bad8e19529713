#include "duizhao/text/abbreviations.h"

#include <algorithm>
#include <array>

namespace duizhao::text {
namespace {

struct KnownAbbreviation {
  std::string_view word;
  Abbreviation kind;
};

using enum Abbreviation;

// In byte order, upper case first, for a binary search.
constexpr std::array kAbbreviations = std::to_array<KnownAbbreviation>({
    {"A.M", kTime},      {"Adm", kTitle},     {"App", kNumbered},  {"Apr", kMonth},
    {"Art", kNumbered},  {"Arts", kNumbered}, {"Assn", kEither},   {"Aug", kMonth},
    {"Ave", kEither},    {"Bhd", kEither},    {"Bldg", kEither},   {"Blvd", kEither},
    {"Brig", kTitle},    {"Bros", kEither},   {"Capt", kTitle},    {"Ch", kNumbered},
    {"Chap", kNumbered}, {"Cie", kEither},    {"Cmdr", kTitle},    {"Co", kEither},
    {"Col", kTitle},     {"Corp", kEither},   {"Cpl", kTitle},     {"Dec", kMonth},
    {"Dept", kEither},   {"Det", kTitle},     {"Dr", kTitle},      {"Eq", kNumbered},
    {"Eqs", kNumbered},  {"Esq", kEither},    {"Feb", kMonth},     {"Fig", kNumbered},
    {"Figs", kNumbered}, {"Fr", kTitle},      {"Ft", kEither},     {"Gen", kTitle},
    {"Gov", kTitle},     {"Hon", kTitle},     {"Inc", kEither},    {"Insp", kTitle},
    {"Jan", kMonth},     {"Jr", kEither},     {"Jul", kMonth},     {"Jun", kMonth},
    {"Lt", kTitle},      {"Ltd", kEither},    {"M.P", kEither},    {"Maj", kTitle},
    {"Mar", kMonth},     {"Messrs", kTitle},  {"Mgr", kTitle},     {"Mme", kTitle},
    {"Mr", kTitle},      {"Mrs", kTitle},     {"Ms", kTitle},      {"Mt", kEither},
    {"No", kNumbered},   {"Nos", kNumbered},  {"Nov", kMonth},     {"Oct", kMonth},
    {"P.M", kTime},      {"Ph.D", kEither},   {"Pres", kTitle},    {"Prof", kTitle},
    {"Profs", kTitle},   {"Pte", kEither},    {"Pty", kEither},    {"Pvt", kTitle},
    {"Rd", kEither},     {"Ref", kNumbered},  {"Refs", kNumbered}, {"Rep", kTitle},
    {"Reps", kTitle},    {"Rev", kTitle},     {"Sdn", kEither},    {"Sec", kNumbered},
    {"Secs", kNumbered}, {"Sen", kTitle},     {"Sens", kTitle},    {"Sep", kMonth},
    {"Sept", kMonth},    {"Sgt", kTitle},     {"Sr", kEither},     {"St", kEither},
    {"Ste", kEither},    {"Supt", kTitle},    {"Tab", kNumbered},  {"Tel", kNumbered},
    {"Univ", kEither},   {"Ver", kNumbered},  {"Vol", kNumbered},  {"Vols", kNumbered},
    {"Vs", kInner},      {"a.m", kTime},      {"al", kEither},     {"approx", kInner},
    {"art", kNumbered},  {"arts", kNumbered}, {"c.f", kInner},     {"ca", kInner},
    {"cf", kInner},      {"ch", kNumbered},   {"chap", kNumbered}, {"cl", kNumbered},
    {"co", kEither},     {"e.g", kInner},     {"ed", kEither},     {"eds", kEither},
    {"eg", kInner},      {"eq", kNumbered},   {"esp", kInner},     {"est", kNumbered},
    {"ext", kNumbered},  {"fig", kNumbered},  {"figs", kNumbered}, {"i.e", kInner},
    {"ie", kInner},      {"incl", kInner},    {"no", kNumbered},   {"nos", kNumbered},
    {"p", kNumbered},    {"p.m", kTime},      {"para", kNumbered}, {"paras", kNumbered},
    {"pp", kNumbered},   {"ref", kNumbered},  {"refs", kNumbered}, {"resp", kInner},
    {"sec", kNumbered},  {"sect", kNumbered}, {"tel", kNumbered},  {"v", kEither},
    {"ver", kNumbered},  {"viz", kInner},     {"vol", kNumbered},  {"vols", kNumbered},
    {"vs", kInner},
});

constexpr std::array kStarters = std::to_array<std::string_view>({
    "A",       "According", "After",       "All",     "Also",    "Although",     "Among",
    "An",      "And",       "Another",     "Any",     "As",      "At",           "Because",
    "Before",  "Both",      "But",         "By",      "Despite", "Did",          "Do",
    "Does",    "During",    "Each",        "Earlier", "Even",    "Every",        "Few",
    "For",     "From",      "Furthermore", "He",      "Hence",   "Her",          "Here",
    "His",     "How",       "However",     "I",       "If",      "In",           "Indeed",
    "Instead", "Is",        "It",          "Its",     "Last",    "Later",        "Like",
    "Many",    "Meanwhile", "Moreover",    "Most",    "My",      "Nevertheless", "No",
    "None",    "Not",       "Nothing",     "Now",     "Of",      "On",           "Once",
    "One",     "Only",      "Or",          "Other",   "Our",     "Over",         "People",
    "Perhaps", "She",       "Since",       "So",      "Some",    "Still",        "Such",
    "That",    "The",       "Their",       "Then",    "There",   "Therefore",    "These",
    "They",    "This",      "Those",       "Though",  "Through", "Thus",         "To",
    "Today",   "Two",       "Under",       "Unlike",  "Until",   "We",           "Were",
    "What",    "When",      "Where",       "Whether", "Which",   "While",        "Who",
    "Why",     "With",      "Within",      "Without", "Yes",     "Yesterday",    "Yet",
    "You",     "Your",
});

constexpr std::array kAfterTime = std::to_array<std::string_view>({
    "Apr",      "April",     "Aug",     "August",   "BST",      "CET",  "CST",       "Dec",
    "December", "EDT",       "EST",     "ET",       "Eastern",  "Feb",  "February",  "Fri",
    "Friday",   "GMT",       "HKT",     "Jan",      "January",  "July", "June",      "March",
    "May",      "Mon",       "Monday",  "Nov",      "November", "Oct",  "October",   "PDT",
    "PST",      "PT",        "Pacific", "Sat",      "Saturday", "Sept", "September", "Sun",
    "Sunday",   "Thu",       "Thurs",   "Thursday", "Tue",      "Tues", "Tuesday",   "UTC",
    "Wed",      "Wednesday",
});

constexpr std::array kSpeechVerbs = std::to_array<std::string_view>({
    "added",     "admitted",  "announced", "answered",  "argued",   "asked",    "asks",
    "began",     "called",    "concluded", "continued", "cried",    "declared", "demanded",
    "exclaimed", "explained", "inquired",  "insisted",  "murmured", "muttered", "noted",
    "protested", "recalled",  "remarked",  "repeated",  "replied",  "reported", "said",
    "says",      "screamed",  "shouted",   "stated",    "tells",    "thought",  "told",
    "warned",    "whispered", "wondered",  "wrote",     "yelled",
});

constexpr std::array kTakeLetter = std::to_array<std::string_view>({
    "Annex",     "Appendix", "Class",     "Exhibit",   "Figure",   "Grade",   "Group",
    "Hepatitis", "Option",   "Part",      "Plan",      "Schedule", "Section", "Table",
    "Type",      "Vitamin",  "annex",     "appendix",  "class",    "exhibit", "figure",
    "grade",     "group",    "hepatitis", "influenza", "option",   "part",    "plan",
    "schedule",  "section",  "table",     "type",      "vitamin",
});

constexpr std::array kTakeHeadingNumber = std::to_array<std::string_view>({
    "Annex",   "Appendix", "Article", "Box",  "Chapter",   "Chart", "Example",
    "Exhibit", "Figure",   "Item",    "Note", "Paragraph", "Part",  "Question",
    "Rule",    "Schedule", "Section", "Step", "Table",
});

static_assert(std::ranges::is_sorted(kAbbreviations, {}, &KnownAbbreviation::word));
static_assert(std::ranges::is_sorted(kStarters));
static_assert(std::ranges::is_sorted(kAfterTime));
static_assert(std::ranges::is_sorted(kSpeechVerbs));
static_assert(std::ranges::is_sorted(kTakeLetter));
static_assert(std::ranges::is_sorted(kTakeHeadingNumber));

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  const auto* const found =
      std::ranges::lower_bound(kAbbreviations, word, {}, &KnownAbbreviation::word);
  return found != kAbbreviations.end() && found->word == word ? found->kind : kNone;
}

bool starts_sentences(std::string_view word) { return std::ranges::binary_search(kStarters, word); }

bool follows_time(std::string_view word) { return std::ranges::binary_search(kAfterTime, word); }

bool is_speech_verb(std::string_view word) {
  return std::ranges::binary_search(kSpeechVerbs, word);
}

bool takes_letter(std::string_view word) { return std::ranges::binary_search(kTakeLetter, word); }

bool takes_heading_number(std::string_view word) {
  return std::ranges::binary_search(kTakeHeadingNumber, word);
}

}  // namespace duizhao::text
