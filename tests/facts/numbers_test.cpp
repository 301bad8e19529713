#include <doctest/doctest.h>

#include <utility>

#include "support.h"

using namespace duizhao;
using facts::Approximation;
using facts::Kind;
using facts::Unit;
using tests::fact_in;
using tests::facts_of;
using tests::value_in;

TEST_CASE("numbers: digits with separators of either width have one value") {
  for (const auto& [text, value] : {std::pair{"1,234,567 people", 1234567.0},
                                    {"有1,200人", 1200.0},
                                    {"１２３４人", 1234.0},
                                    {"3.75", 3.75},
                                    {"a score of 0.05", 0.05},
                                    {"3½", 3.5},
                                    {"2 1/2", 2.5},
                                    {"2/3", 2.0 / 3}}) {
    CAPTURE(text);
    CHECK(value_in(text) == doctest::Approx(value));
  }
}

TEST_CASE("numbers: Chinese numerals") {
  for (const auto& [text, value] : {std::pair{"三十七亿人", 3.7e9},
                                    {"十五个", 15.0},
                                    {"一百零五名", 105.0},
                                    {"两千零三十人", 2030.0},
                                    {"三亿五千万人", 3.5e8},
                                    {"三万亿次", 3e12},
                                    {"廿五人", 25.0},
                                    {"六十有三", 63.0},
                                    {"壹佰贰拾叁人", 123.0},
                                    {"兩萬人", 20000.0},
                                    {"零点五", 0.5},
                                    {"十二点五", 12.5},
                                    {"十二．五", 12.5},
                                    {"九点五亿人", 9.5e8}}) {
    CAPTURE(text);
    CHECK(value_in(text) == doctest::Approx(value));
  }
}

TEST_CASE("numbers: a digit after the magnitude counts the next lower one") {
  CHECK(value_in("一千二人") == 1200);
  CHECK(value_in("三万五人") == 35000);
  CHECK(value_in("一百五十人") == 150);
  CHECK(value_in("一千零二人") == 1002);
}

TEST_CASE("numbers: digits and Chinese magnitudes mix") {
  CHECK(value_in("3.5亿人") == doctest::Approx(3.5e8));
  CHECK(value_in("1万5千人") == 15000);
  CHECK(value_in("3亿5000万人") == 3.5e8);
  CHECK(value_in("4个亿") == 4e8);
  CHECK(value_in("1.5 万人") == 15000);
}

TEST_CASE("numbers: shares, tenths and discounts") {
  CHECK(value_in("三分之二") == doctest::Approx(2.0 / 3));
  for (const auto& [text, percent] : {std::pair{"百分之三十", 30.0},
                                      {"百分之四点五", 4.5},
                                      {"三成", 30.0},
                                      {"三成五", 35.0},
                                      {"三成半", 35.0},
                                      {"近八成", 80.0}}) {
    const facts::Fact fact = fact_in(text);
    CHECK(fact.unit == Unit::kPercent);
    CHECK(fact.value == doctest::Approx(percent));
  }
  SUBCASE("a discount has what is left of the price as its value") {
    for (const auto& [text, percent] :
         {std::pair{"八折", 80.0}, {"85折", 85.0}, {"20% off", 80.0}, {"a 15% discount", 85.0}}) {
      const facts::Fact fact = fact_in(text);
      CHECK(fact.unit == Unit::kPercentOfPrice);
      CHECK(fact.value == doctest::Approx(percent));
    }
  }
}

TEST_CASE("numbers: words that contain a numeral count nothing") {
  for (const char* text :
       {"一样", "万一", "百姓", "十分重要", "大陆", "统一", "三明治", "半导体"}) {
    CAPTURE(text);
    for (const facts::Fact& fact : facts_of(text)) CHECK(fact.weak);
  }
  CHECK(facts_of("三三两两的游客").empty());
  CHECK(facts_of("七七八八").empty());
  CHECK(value_in("二二三三四人") == 22334);
  CHECK(value_in("十分钟") == 10);
  CHECK(value_in("大陆一百家公司") == 100);
}

TEST_CASE("numbers: English words") {
  for (const auto& [text, value] : {std::pair{"twenty-five ships", 25.0},
                                    {"a hundred and five ships", 105.0},
                                    {"two thousand and twelve ships", 2012.0},
                                    {"one million two hundred thousand ships", 1.2e6},
                                    {"three billion seven hundred million", 3.7e9},
                                    {"a dozen ships", 12.0},
                                    {"half a million ships", 5e5},
                                    {"a quarter of a million ships", 2.5e5},
                                    {"one and a half million ships", 1.5e6},
                                    {"three and a half", 3.5},
                                    {"two-thirds", 2.0 / 3},
                                    {"nineteen ninety-seven", 1997.0},
                                    {"3.7 billion ships", 3.7e9},
                                    {"3bn ships", 3e9},
                                    {"300+ billion ships", 3e11}}) {
    CAPTURE(text);
    CHECK(value_in(text) == doctest::Approx(value));
  }
}

TEST_CASE("numbers: \"and\" between two numbers does not add them up") {
  const auto found = facts_of("30 dramas and 14 operas");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == 30);
  CHECK(found[1].value == 14);
}

TEST_CASE("numbers: vague numbers cover a range") {
  for (const auto& [text, inside] : {std::pair{"dozens of ships", 50.0},
                                     {"hundreds of thousands of ships", 4e5},
                                     {"several hundred ships", 500.0},
                                     {"数十艘", 50.0},
                                     {"几百万人", 5e6},
                                     {"上千人", 3000.0},
                                     {"三四十人", 35.0},
                                     {"十五六个", 15.5}}) {
    const facts::Fact fact = fact_in(text);
    CHECK(fact.approximation == Approximation::kVague);
    CHECK(fact.value <= inside);
    CHECK(fact.upper >= inside);
  }
  SUBCASE("a count before 数 is none") { CHECK(value_in("人数十万") == 1e5); }
}

TEST_CASE("numbers: words of approximation") {
  for (const auto& [text, approximation] : {std::pair{"约30人", Approximation::kAbout},
                                            {"30人左右", Approximation::kExact},
                                            {"逾30人", Approximation::kAbove},
                                            {"30多人", Approximation::kAbove},
                                            {"十余家", Approximation::kAbove},
                                            {"近30人", Approximation::kNearly},
                                            {"不超过30人", Approximation::kBelow},
                                            {"不得少于30人", Approximation::kAbove},
                                            {"不到三成", Approximation::kBelow},
                                            {"more than 30 ships", Approximation::kAbove},
                                            {"over 30 ships", Approximation::kAbove},
                                            {"nearly 30 ships", Approximation::kNearly},
                                            {"no more than 30", Approximation::kBelow},
                                            {"no fewer than 30", Approximation::kAbove},
                                            {"not exceeding 30", Approximation::kBelow},
                                            {"some 30 ships", Approximation::kAbout},
                                            {"30 or so", Approximation::kAbout}}) {
    CAPTURE(text);
    CHECK(fact_in(text).approximation == approximation);
  }
}

TEST_CASE("numbers: ordinals and ranks") {
  for (const auto& [text, value] : {std::pair{"第十八届", 18.0},
                                    {"the 18th congress", 18.0},
                                    {"the twenty-first", 21.0},
                                    {"No. 5", 5.0},
                                    {"第三天", 3.0}}) {
    const facts::Fact fact = fact_in(text);
    CHECK(fact.kind == Kind::kOrdinal);
    CHECK(fact.value == value);
  }
}

TEST_CASE("numbers: one in five is a fifth, or either of its numbers") {
  const auto found = facts_of("one in five");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == doctest::Approx(0.2));
  CHECK(found[1].value == 5);
  CHECK(found[1].alternative);
  CHECK(facts_of("one in 14 million").front().value == doctest::Approx(1 / 14e6));
}

TEST_CASE("numbers: what is the third floor to some is the fourth to others") {
  const auto found = facts_of("the third floor");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == 3);
  CHECK(found[1].value == 4);
  CHECK(found[1].alternative);
}

TEST_CASE("numbers: two numbers of one magnitude stay two") {
  const auto found = facts_of("one hundred thousand and five hundred thousand ships");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == 1e5);
  CHECK(found[1].value == 5e5);
}

TEST_CASE("numbers: \"between\" makes a range of two numbers joined by \"and\"") {
  CHECK(facts_of("between 14 and 22 million people").front().value == 1.4e7);
  CHECK(facts_of("14 and 22 million people").front().value == 14);
}

TEST_CASE("numbers: the members of a range share unit and magnitude") {
  for (const char* text : {"6至12亿", "6-12亿", "600 million to 1.2 billion"}) {
    CAPTURE(text);
    const auto found = facts_of(text);
    REQUIRE(found.size() >= 2);
    CHECK(found.front().value == 6e8);
    CHECK(found.back().value == 1.2e9);
  }
  const auto percent = facts_of("50 to 60 percent");
  CHECK(percent.front().unit == Unit::kPercent);
  CHECK(percent.back().unit == Unit::kPercent);
}

TEST_CASE("numbers: digits grouped as nobody writes them keep the value that was meant") {
  for (const auto& [text, value] : {std::pair{"65,00 ships", 6500.0},
                                    {"34,03", 3403.0},
                                    {"17 000 islands", 17000.0},
                                    {"12’345’678 people", 12345678.0},
                                    {"12·345 people", 12345.0},
                                    {"1.000,5", 1000.5}}) {
    const facts::Fact fact = facts_of(text).front();
    CAPTURE(text);
    CHECK(fact.malformed);
    CHECK(fact.value == value);
  }
  SUBCASE("4.700 is a decimal first, and 4,700 for those who group by points") {
    const auto found = facts_of("4.700 tons");
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == doctest::Approx(4.7));
    CHECK_FALSE(found[0].malformed);
    CHECK(found[1].value == 4700);
    CHECK(found[1].malformed);
  }
  SUBCASE("what is well grouped is not malformed") {
    CHECK_FALSE(fact_in("1,234,567.8").malformed);
  }
}

TEST_CASE("numbers: figures of two cells or two lines are two") {
  for (const char* text : {"Assets\t912\t418", "912\n418"}) {
    CAPTURE(text);
    const auto found = facts_of(text);
    REQUIRE(found.size() == 2);
    CHECK(found[0].value == 912);
    CHECK(found[1].value == 418);
  }
}

TEST_CASE("numbers: digits in names are codes") {
  for (const char* text : {"COVID-19", "H20", "5G", "737NG", "1.2.3", "555-1234-567", "iPhone7"}) {
    CAPTURE(text);
    CHECK(fact_in(text).kind == Kind::kCode);
  }
  CHECK(fact_in("mid-2015").kind == Kind::kDate);
  CHECK(facts_of("https://example.org/2015/08/12").empty());
}

TEST_CASE("numbers: multiples") {
  CHECK(fact_in("3倍").kind == Kind::kMultiple);
  CHECK(fact_in("threefold").value == 3);
  CHECK(fact_in("翻番").value == 2);
  SUBCASE("增长两倍 may be threefold") { CHECK(facts_of("增长两倍").back().value == 3); }
}

TEST_CASE("numbers: digits over digits are a share, or the part and the whole") {
  const auto found = facts_of("358/457 of the samples");
  REQUIRE(found.size() == 3);
  CHECK(found[0].value == doctest::Approx(358.0 / 457));
  CHECK(found[1].value == 358);
  CHECK(found[2].value == 457);
}

TEST_CASE("numbers: an ordinal before \"of\" may be a share") {
  const auto found = facts_of("the last third of the genome");
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Kind::kOrdinal);
  CHECK(found[1].value == doctest::Approx(1.0 / 3));
}

TEST_CASE("numbers: the unit after positional digits is no magnitude of theirs") {
  const facts::Fact fact = fact_in("一九〇〇兆赫");
  CHECK(fact.value == 1900);
  CHECK(fact.kind == Kind::kMeasure);
}
