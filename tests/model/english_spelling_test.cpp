#include "duizhao/model/english_spelling.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "duizhao/model/english_form.h"

using duizhao::model::american_spelling;
using duizhao::model::EnglishForms;

TEST_CASE("English spelling: British words meet the American ones in one form") {
  EnglishForms forms;
  for (const auto& [british, american] :
       std::map<std::string, std::string>{{"organisation", "organization"},
                                          {"privatised", "privatizing"},
                                          {"liberalisations", "liberalization"},
                                          {"analyse", "analyzes"},
                                          {"labour", "labor"},
                                          {"favourable", "favorable"},
                                          {"neighbourhood", "neighborhood"},
                                          {"behavioural", "behavioral"},
                                          {"Colours", "color"},
                                          {"centre", "centers"},
                                          {"centred", "centered"},
                                          {"kilometres", "kilometer"},
                                          {"theatre", "theater"},
                                          {"defence", "defense"},
                                          {"licences", "licenses"},
                                          {"programme", "program"},
                                          {"programmes", "programs"},
                                          {"catalogue", "catalog"},
                                          {"catalogued", "cataloged"},
                                          {"dialogue", "dialog"},
                                          {"travelled", "travel"},
                                          {"labelling", "label"},
                                          {"cancelled", "canceled"},
                                          {"totalling", "total"},
                                          {"controlled", "control"},
                                          {"fulfilled", "fulfill"},
                                          {"instalment", "installment"},
                                          {"judgement", "judgment"},
                                          {"practising", "practicing"},
                                          {"anaemia", "anemia"}}) {
    CAPTURE(british);
    CHECK(forms.form_of(british) == std::string(forms.form_of(american)));
  }
}

TEST_CASE("English spelling: words that look British but are everyone's stay apart from others") {
  for (const std::string word :
       {"rise",     "raise",     "raised",     "noise",     "promise",   "exercise",  "advertising",
        "wise",     "otherwise", "clockwise",  "franchise", "surprised", "comprised", "premises",
        "praise",   "four",      "hour",       "tour",      "pour",      "your",      "flour",
        "detour",   "called",    "selling",    "telling",   "spelled",   "filled",    "installed",
        "dwelling", "yelled",    "seller",     "smaller",   "acre",      "more",      "there",
        "entire",   "genre",     "programmer", "program",   "sense",     "science",   "evidence",
        "league",   "colleague", "basis",      "visa",      "disable"}) {
    CAPTURE(word);
    CHECK(american_spelling(word) == word);
  }
}

TEST_CASE("English spelling: to turn a word again changes nothing") {
  for (const std::string word :
       {"organisation", "labour", "centres", "centred", "travelled", "programmes", "catalogued",
        "analysed", "harbours", "licence", "", "a", "our", "re", "ise", "elled"}) {
    CAPTURE(word);
    const std::string once = american_spelling(word);
    CHECK(american_spelling(once) == once);
  }
}
