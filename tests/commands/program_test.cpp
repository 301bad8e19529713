#include "program.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "commands/run.h"
#include "duizhao/report/columns.h"

using duizhao::tests::Outcome;
using duizhao::tests::run;

TEST_CASE("program: --help goes to stdout, names every command and succeeds") {
  const Outcome outcome = run({"--help"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  for (const auto& command : duizhao::cli::commands()) {
    CHECK(outcome.out.find("  " + std::string(command.name) + " ") != std::string::npos);
  }
}

TEST_CASE("program: --version tells the program's, the model's and the libraries' versions") {
  const Outcome outcome = run({"--version"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("duizhao "));
  CHECK(outcome.out.find("\nmodel ") != std::string::npos);
  CHECK(outcome.out.find("duizhao.model\n") != std::string::npos);
  CHECK(outcome.out.find("\nbuilt with ICU ") != std::string::npos);
  CHECK(outcome.out.find(" ,") == std::string::npos);  // each has a version
}

TEST_CASE("program: a call without a command or with an unknown one is wrong usage") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{}, {"frobnicate"}, {"--frobnicate"}, {""}}) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("error: "));
    CHECK(outcome.err.find("--help") != std::string::npos);
  }
}

TEST_CASE("program: the nearest name is offered, but not one that is as near as another") {
  const std::vector<std::string_view> names = {"align", "check", "glossary", "model"};
  CHECK(duizhao::cli::closest("aling", names) == "align");
  CHECK(duizhao::cli::closest("chekc", names) == "check");
  CHECK(duizhao::cli::closest("gloss", names) == "glossary");
  CHECK(duizhao::cli::closest("translate", names).empty());
  CHECK(duizhao::cli::closest("x", names).empty());
  CHECK(duizhao::cli::closest("ab", std::vector<std::string_view>{"abc", "abd"}).empty());
}

TEST_CASE("program: help in Chinese explains every option in Chinese") {
  const auto has_chinese = [](const std::string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xE4; });
  };
  for (const char* command : {"align", "check", "glossary", "model"}) {
    const Outcome outcome = run({command, "--help", "--lang", "zh"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with("用法"));
    std::istringstream lines(outcome.out);
    std::string option;  // with what explains it
    std::size_t explained = 0;
    const auto finish = [&] {
      if (option.empty()) return;
      CAPTURE(option);
      CHECK(has_chinese(option));
      ++explained;
      option.clear();
    };
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("  -")) {
        finish();
        option = line;
      } else if (line.starts_with("      ") && !option.empty()) {
        option += line;
      } else {
        finish();
      }
    }
    finish();
    CHECK(explained >= 8);
  }
  CHECK(run({"--help", "--lang", "zh"}).out.find("对照") != std::string::npos);
}

TEST_CASE("program: help is 80 columns wide in either language") {
  for (const char* command : {"align", "check", "glossary", "model"}) {
    for (const char* language : {"en", "zh"}) {
      std::istringstream lines(run({command, "--help", "--lang", language}).out);
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        if (line.starts_with("  -")) CHECK(columns_of(duizhao::report::cells_of(line)) <= 80);
      }
    }
  }
}
