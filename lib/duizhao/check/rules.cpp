#include "duizhao/check/rules.h"

#include <array>

namespace duizhao::check {
namespace {

constexpr std::string_view kUntranslated = "text was left in the language of the source";
constexpr std::string_view kOmission = "a clause, sentence or passage of the source is missing";
constexpr std::string_view kAddition = "the target says what the source does not say";

constexpr std::string_view kTerm =
    "a term or name is not rendered as a glossary or the report says";
constexpr std::string_view kName =
    "a name can't be what the other version has in its place, or has two forms";
constexpr std::string_view kScript =
    "characters of the other Chinese script, or words of another region";
constexpr std::string_view kSpacing = "spaces are too many or too few, or there is no habit";

constexpr std::array kPairRules = {
    PairRule{"untranslated", kUntranslated, check_untranslated},
    PairRule{"number", "a number of the source is another number in the target", check_numbers},
    PairRule{"date", "a date or time of the source is another one in the target", check_dates},
    PairRule{"money", "an amount or a currency differs", check_money},
    PairRule{"unit", "a unit differs, or a measure is converted wrongly", check_units},
    PairRule{"term", kTerm, check_terms},
    PairRule{"name", kName, check_names},
    PairRule{"omission", kOmission, check_omitted_clauses},
    PairRule{"addition", kAddition, check_added_clauses},
    PairRule{"negation", "one side denies what the other affirms", check_negation},
    PairRule{"repetition", "words or a stretch of text stand twice", check_repetition},
    PairRule{"length", "the target is far too long or too short for its source", check_length},
    PairRule{"tags", "a placeholder, tag, URL or address did not survive", check_tags},
    PairRule{"punctuation", "marks that a copy editor would change", check_punctuation},
    PairRule{"spacing", kSpacing, check_spacing},
};

constexpr std::array kDocumentRules = {
    DocumentRule{"untranslated", kUntranslated, check_left_over},
    DocumentRule{"term", kTerm, check_glossed_names},
    DocumentRule{"omission", kOmission, check_omitted_passages},
    DocumentRule{"addition", kAddition, check_added_passages},
    DocumentRule{"inconsistency", "one source has two translations, or two sources have one",
                 check_inconsistency},
    DocumentRule{"name", kName, check_name_consistency},
    DocumentRule{"script", kScript, check_script},
    DocumentRule{"script", kScript, check_regional_words},
    DocumentRule{"spacing", kSpacing, check_spacing_habit},
};

}  // namespace

std::span<const PairRule> pair_rules() { return kPairRules; }
std::span<const DocumentRule> document_rules() { return kDocumentRules; }

}  // namespace duizhao::check
