#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "commands/run.h"

namespace duizhao::tests {
namespace {

std::vector<nlohmann::json> answers_to(const std::string& requests) {
  const Outcome outcome = run({"serve", "--stdio"}, requests);
  CHECK(outcome.status == 0);
  std::vector<nlohmann::json> answers;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) answers.push_back(nlohmann::json::parse(line));
  return answers;
}

TEST_CASE("serve: every request gets one answer, in order, with its id") {
  const auto answers = answers_to(
      R"({"id":1,"source":"The bank opened 12 branches in May.","target":"该行5月开设了21家分行。"}
{"id":"two","source":"It rained.","target":"下雨了。"}
{"id":[3],"source_file":"corpora/chips/report.en.txt","target_file":"corpora/chips/draft.zh-Hans.txt"}
)");
  REQUIRE(answers.size() == 3);
  CHECK(answers[0]["id"] == 1);
  CHECK(answers[0]["findings"][0]["rule"] == "number");
  CHECK(answers[1]["id"] == "two");
  CHECK(answers[1]["score"]["quality"].is_number());
  CHECK(answers[2]["id"][0] == 3);
  CHECK(answers[2]["documents"]["source"]["language"] == "en");
  CHECK(answers[2]["findings"].size() > 3);
}

TEST_CASE("serve: what is no request is answered by what is wrong with it, and it goes on") {
  const auto answers = answers_to(
      "nonsense\n[1]\n{\"id\":7}\n{\"id\":8,\"source\":\"One.\",\"target\":\"Two.\"}\n"
      "{\"id\":9,\"source_file\":\"none.txt\",\"target_file\":\"none.txt\"}\n\n"
      "{\"id\":10,\"source\":\"It rained.\",\"target\":\"下雨了。\",\"lang\":\"fr\"}\n"
      "{\"id\":11,\"source\":\"\xff\",\"target\":\"下雨了。\"}\n"
      "{\"id\":12,\"source\":\"It rained.\",\"target\":\"下雨了。\"}\n");
  REQUIRE(answers.size() == 8);
  for (std::size_t i = 0; i + 1 < answers.size(); ++i) {
    CAPTURE(answers[i].dump());
    CHECK(!answers[i]["error"]["message"].get<std::string>().empty());
  }
  CHECK(answers[2]["id"] == 7);
  CHECK(answers[7].contains("score"));
}

TEST_CASE("serve: the answers are the same, and in the same order, for any number of threads") {
  std::string requests;
  for (int i = 0; i < 40; ++i) {
    const std::string id = std::to_string(i);
    requests += R"({"id":)" + id + R"(,"source":"It fell by )" + id + R"( % in May.","target":")" +
                (i % 3 == 0 ? "该值" : "利率") + "5月下降了" + std::to_string(i % 5) + "%。\"}\n";
  }
  const Outcome one = run({"serve", "--stdio", "--threads", "1"}, requests);
  const Outcome four = run({"serve", "--stdio", "--threads", "4"}, requests);
  CHECK(std::count(one.out.begin(), one.out.end(), '\n') == 40);
  CHECK(one.out == four.out);
}

TEST_CASE("serve: wrong usage") {
  CHECK(run({"serve"}).status == 2);
  CHECK(run({"serve", "--stdio", "a"}).status == 2);
  CHECK(run({"serve", "--stdio", "--off", "nombers"}).status == 2);
}

}  // namespace
}  // namespace duizhao::tests
