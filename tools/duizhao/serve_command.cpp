#include "serve_command.h"

#include <boost/program_options.hpp>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "diagnostics.h"
#include "duizhao/batch/prompt_pipeline.h"
#include "duizhao/report/json.h"
#include "help.h"
#include "opening.h"

namespace duizhao::cli {
namespace {

using Json = nlohmann::json;

constexpr HelpTexts kHelp = {
    "serve",

    "usage: duizhao serve --stdio [options]\n",

    "Answers the requests of another program, such as an editor or a translation pipeline: a line\n"
    "of JSON each on standard input, and a line of JSON for each on standard output, in order and\n"
    "at once. Requests that don't wait for an answer are worked on together, by all processors.\n"
    "Model and glossaries are loaded only once. It ends with the input.\n",

    "requests\n"
    "  {\"id\":1,\"source\":\"It rained.\",\"target\":\"下雨了。\"}\n"
    "      two texts that are each other's translation as they stand\n"
    "  {\"id\":2,\"source_file\":\"report.en.txt\",\"target_file\":\"report.zh.txt\"}\n"
    "      two versions of a report, which are aligned\n"
    "  id is any value and comes back; \"lang\":\"zh\" asks for messages in Chinese\n"
    "\n"
    "answers\n"
    "  {\"id\":1,\"score\":{…},\"findings\":[…]}        members as in check --format jsonl\n"
    "  {\"id\":2,\"documents\":{…},\"score\":{…},\"findings\":[…]}\n"
    "  {\"id\":3,\"error\":{\"message\":\"…\"}}           what is wrong with a request; it goes "
    "on\n"
    "\n"
    "example\n"
    "  echo '{\"id\":1,\"source\":\"It rose 5%.\",\"target\":\"上升6%。\"}' | duizhao serve "
    "--stdio\n"
    "\n"
    "exit status: 0 the input has ended, 2 wrong usage, 3 model or glossary can't be read, or\n"
    "nobody reads the answers\n"};

OptionGroups describe(ServeCommand::Options& options) {
  OptionGroup serving("serving");
  serving.add_options()("stdio", po::bool_switch(&options.stdio),
                        "requests on standard input, answers on standard output");
  OptionGroup checking("checking");
  options.checking.add_to(checking);
  return {serving, checking, options.run.describe_with_threads()};
}

/// `{"id":…,` in front of the members of a line of JSON.
std::string with_id(const Json& id, std::string_view members) {
  std::string line = "{\"id\":";
  line += id.dump();
  line += ',';
  line += members.substr(1);
  return line;
}

std::string error_answer(const Json& id, const Error& error) {
  const Json answer = {{"error", {{"message", to_string(error)}}}};
  return with_id(id, answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

/// A member that is a text; none where there is none, or it is something else.
const std::string* text_in(const Json& request, const char* name) {
  const auto member = request.find(name);
  return member == request.end() ? nullptr : member->get_ptr<const std::string*>();
}

Error wrong(std::string message) { return {ErrorCode::kUsage, std::move(message), {}}; }

}  // namespace

std::string answer_to(std::string_view request, const Checker& checker, Language language) {
  const Json asked = Json::parse(request, nullptr, false);
  if (!asked.is_object()) return error_answer(nullptr, wrong("this is no JSON object"));
  const Json id = asked.value("id", Json());
  if (const std::string* lang = text_in(asked, "lang")) language = language_named(*lang);
  if (language == Language::kUnknown) return error_answer(id, wrong("lang is en or zh"));
  const std::string* source = text_in(asked, "source");
  const std::string* target = text_in(asked, "target");
  std::string line;
  if (source != nullptr && target != nullptr) {
    const auto review = checker.review_pair(*source, *target);
    if (!review) return error_answer(id, review.error());
    report::append_pair_line(line, {}, *review, language);
    return with_id(id, line);
  }
  source = text_in(asked, "source_file");
  target = text_in(asked, "target_file");
  if (source == nullptr || target == nullptr || *source == "-" || *target == "-") {
    return error_answer(id, wrong("a request has the texts source and target, or the paths "
                                  "source_file and target_file"));
  }
  auto documents = read_documents(*source, {}, *target, {});
  if (!documents) return error_answer(id, documents.error());
  const auto review = checker.review(std::move(documents->source), std::move(documents->target));
  if (!review) return error_answer(id, review.error());
  report::append_report_line(line, *review, language);
  return with_id(id, line);
}

Result<ServeCommand::Options> ServeCommand::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (!words->empty()) {
    return failure(ErrorCode::kUsage, "'" + words->front() +
                                          "' is too much: what to check comes "
                                          "with the requests");
  }
  if (!options.stdio) {
    return failure(ErrorCode::kUsage, "--stdio is needed: requests come on standard input");
  }
  if (auto valid = options.checking.validate(); !valid) return tl::unexpected(valid.error());
  return options;
}

int ServeCommand::run(const Options& options, Streams& streams) {
  const auto checker =
      open_checker(options.checking.opening(options.run.model, streams.in), streams.err);
  if (!checker) return fail(streams.err, checker.error(), kName);
  const auto next_request = [&]() -> std::optional<std::string> {
    for (std::string request; std::getline(streams.in, request);) {
      if (!request.empty() && request != "\r") return request;
    }
    return std::nullopt;
  };
  batch::prompt_pipeline(
      options.run.thread_count(), next_request,
      [&](const std::string& request) {
        return answer_to(request, *checker, streams.terminal.language);
      },
      [&](const std::string& answer) { return bool(streams.out << answer << std::flush); });
  if (!streams.out) {
    return fail(streams.err, {ErrorCode::kUnreadable, "nobody reads the answers", {}}, kName);
  }
  return kDone;
}

std::vector<std::string> ServeCommand::outputs(const Options&) { return {}; }

std::vector<HelpPage> ServeCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
