#include "duizhao/text/foreign_language.h"

#include <doctest/doctest.h>

namespace duizhao::text {
namespace {

TEST_CASE("foreign language: a text that is neither Chinese nor English is named") {
  CHECK(foreign_language("輸出は三分の一増加した。輸入は半減したと銀行は月曜日に発表した。") ==
        "Japanese");
  CHECK(foreign_language("수출은 3분의 1 증가했고 수입은 절반으로 줄었다.") == "Korean");
  CHECK(foreign_language("Экспорт вырос на треть, а импорт сократился вдвое.") ==
        "Russian or another language in Cyrillic letters");
  CHECK(foreign_language("Les exportations ont augmenté d'un tiers et les importations des pays "
                         "voisins ont reculé dans une moindre mesure.") == "French");
  CHECK(foreign_language("Die Ausfuhren stiegen um ein Drittel, und das ist nicht die ganze "
                         "Wahrheit, sagte der Sprecher der Bank.") == "German");
}

TEST_CASE("foreign language: Chinese and English are not foreign, whatever they quote") {
  CHECK_FALSE(foreign_language("出口增长了三分之一，索尼（ソニー）的份额最大。"));
  CHECK_FALSE(
      foreign_language("Exports of the company rose; its slogan is Das Auto, die Marke, and "
                       "that of the other is la vida es una fiesta."));
  CHECK_FALSE(foreign_language("2025"));
  CHECK_FALSE(foreign_language(""));
}

TEST_CASE("foreign language: a sentence or two are told by their small words") {
  const auto name = [](std::string_view text) {
    const auto found = language_of_small_words(text);
    return found ? found->name : std::string_view();
  };
  CHECK(name("Le port a ouvert en 1921. Le capitaine vit dans la vieille maison.") == "French");
  CHECK(name("El puerto se abrió en 1921 y la mayor parte de la carga es carbón.") == "Spanish");
  CHECK(name("The port of Le Havre opened, and La Rochelle is the next.").empty());
}

}  // namespace
}  // namespace duizhao::text
