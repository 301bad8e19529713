#include "options.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <filesystem>
#include <thread>

#include "duizhao/text/ascii.h"
#include "program.h"

namespace duizhao::cli {
namespace {

Result<void> check_language(std::string_view option, const std::string& value) {
  if (value.empty() || language_named(value) != Language::kUnknown) return {};
  return failure(ErrorCode::kUsage, std::string(option) +
                                        " is 'zh' or 'en', or one of theirs such as zh-TW, not '" +
                                        value + "'");
}

std::vector<std::string> split_at_commas(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What a file with this ending is in, where the format is called otherwise.
std::string format_of_ending(const std::string& ending) {
  constexpr std::array<std::array<std::string_view, 2>, 4> kOther = {
      {{"htm", "html"}, {"md", "markdown"}, {"xlf", "xliff"}, {"xml", "junit"}}};
  for (const auto& [name, format] : kOther) {
    if (ending == name) return std::string(format);
  }
  return ending;
}

std::string unknown_option(const po::options_description& options, const std::string& given) {
  std::vector<std::string_view> names;
  for (const auto& option : options.options()) names.emplace_back(option->long_name());
  const std::size_t dashes = std::min(given.find_first_not_of('-'), given.size());
  const std::string_view meant = closest(std::string_view(given).substr(dashes), names);
  return "there is no option '" + given + "'" +
         (meant.empty() ? "" : ", did you mean '--" + std::string(meant) + "'?");
}

}  // namespace

Result<std::vector<std::string>> parse_arguments(Arguments arguments, const OptionGroups& groups) {
  std::vector<std::string> words;
  po::options_description all;
  for (const OptionGroup& group : groups) all.add(group.options);
  all.add_options()(" words", po::value(&words));
  po::positional_options_description positions;
  positions.add(" words", -1);
  // By default Boost takes any unambiguous beginning of an option for the option: a script that
  // says --thre would break as soon as another option begins so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    po::variables_map values;
    po::store(po::command_line_parser({arguments.begin(), arguments.end()})
                  .options(all)
                  .positional(positions)
                  .style(style)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& fault) {
    return failure(ErrorCode::kUsage, unknown_option(all, fault.get_option_name()));
  } catch (const po::error& fault) {
    return failure(ErrorCode::kUsage, fault.what());
  }
  return words;
}

OptionGroup TextOptions::describe() {
  OptionGroup options("reading");
  // clang-format off
  options.add_options()
    ("sentences", po::bool_switch(&sentences),
     "every line is one sentence, the empty ones too; otherwise the text is segmented")
    ("from", po::value(&from)->value_name("FORMAT"),
     "format of the input, found from its content where not given: txt, markdown, latex, rst, "
     "asciidoc, html, xml, docx, odt, pdf, srt, vtt, ass, pptx, xlsx or epub; of pairs tsv, csv, xlsx, "
     "jsonl, tmx, xliff, po, ts or docx")
    ("columns", po::value(&columns)->value_name("SOURCE,TARGET[,ID]"),
     "columns of a table of pairs, by number from 1 or by name; found where not given")
    ("lines", po::value(&lines)->value_name("auto|paragraphs|wrapped")->default_value("auto"),
     "what the line ends of plain text are: paragraphs, wrapped (in the midst of paragraphs, to be "
     "joined), or auto, found out for each text")
    ("source-lang", po::value(&source_language)->value_name("zh|en"),
     "language of the source; found out where not given")
    ("target-lang", po::value(&target_language)->value_name("zh|en"),
     "language of the target")
    ("encoding", po::value(&encoding)->value_name("NAME"),
     "encoding of both texts, such as UTF-8, GB18030 or Big5; found out where not given")
    ("source-encoding", po::value(&source_encoding)->value_name("NAME"),
     "encoding of the source")
    ("target-encoding", po::value(&target_encoding)->value_name("NAME"),
     "encoding of the target");
  // clang-format on
  return options;
}

Result<void> TextOptions::validate() {
  if (auto valid = check_language("--source-lang", source_language); !valid) return valid;
  if (auto valid = check_language("--target-lang", target_language); !valid) return valid;
  if (source() != Language::kUnknown && source() == target()) {
    return failure(ErrorCode::kUsage, "--source-lang and --target-lang are the same language");
  }
  if (!text::line_use_named(lines)) {
    return failure(ErrorCode::kUsage,
                   "--lines is auto, paragraphs or wrapped, not '" + lines + "'");
  }
  if (sentences && lines == "wrapped") {
    return failure(ErrorCode::kUsage,
                   "--sentences says that every line is one sentence, "
                   "--lines wrapped that none need be: give one of them");
  }
  const auto names = [&](const std::vector<std::string_view>& formats) {
    return std::find(formats.begin(), formats.end(), from) != formats.end();
  };
  if (!from.empty() && !names(formats::document_formats()) &&
      !names(formats::bilingual_formats())) {
    return failure(ErrorCode::kUsage, "--from is one of " + enumerate(formats::document_formats()) +
                                          ", of pairs one of " +
                                          enumerate(formats::bilingual_formats()) + ", not '" +
                                          from + "'");
  }
  const std::size_t named = split_at_commas(columns).size();
  if (!columns.empty() && named != 2 && named != 3) {
    return failure(ErrorCode::kUsage,
                   "--columns is SOURCE,TARGET or SOURCE,TARGET,ID, not '" + columns + "'");
  }
  if (source_encoding.empty()) source_encoding = encoding;
  if (target_encoding.empty()) target_encoding = encoding;
  return {};
}

Language TextOptions::source() const { return language_named(source_language); }
Language TextOptions::target() const { return language_named(target_language); }
ReadOptions TextOptions::reading_source() const {
  return {source_encoding, source(), sentences,
          text::line_use_named(lines).value_or(text::LineUse::kAuto), from};
}
ReadOptions TextOptions::reading_target() const {
  return {target_encoding, target(), sentences,
          text::line_use_named(lines).value_or(text::LineUse::kAuto), from};
}

formats::DocumentOptions TextOptions::document(const std::string& its_encoding,
                                               Language language) const {
  const text::LineUse use = sentences ? text::LineUse::kParagraphs
                                      : text::line_use_named(lines).value_or(text::LineUse::kAuto);
  return {.encoding = its_encoding, .lines = use, .format = from, .language = language};
}

formats::BilingualOptions TextOptions::bilingual() const {
  return {.encoding = encoding,
          .source_language = source_language,
          .target_language = target_language,
          .columns = split_at_commas(columns),
          .format = from};
}

OptionGroup OutputOptions::describe(std::string_view formats) {
  OptionGroup options("output");
  // clang-format off
  options.add_options()
    ("format", po::value(&format)->value_name("FORMAT"),
     (std::string(formats) + "; else the ending of the output's name decides").c_str())
    ("output,o", po::value(&output)->value_name("FILE"),
     "where to write; else, or with -, standard output");
  // clang-format on
  return options;
}

Result<void> OutputOptions::keep_apart(const std::vector<std::string>& inputs) const {
  return keep_output_apart(output, inputs);
}

bool is_same_file(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == "-" || b == "-") return false;
  std::error_code none;
  const auto is_device = [&](const std::string& path) {
    return std::filesystem::exists(path, none) && std::filesystem::is_other(path, none);
  };
  if (is_device(a) || is_device(b)) return false;
  const auto path = [&](const std::string& of) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(of, none), none);
  };
  return std::filesystem::equivalent(a, b, none) || path(a) == path(b);
}

Result<void> keep_output_apart(const std::string& output, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (!is_same_file(input, output)) continue;
    return failure(ErrorCode::kUsage, "the output '" + output +
                                          "' is an input, which it would destroy: write to "
                                          "another file");
  }
  return {};
}

Result<void> OutputOptions::validate(const std::vector<std::string_view>& formats) {
  if (format.empty()) {
    std::string ending = text::ascii_lowered(std::filesystem::path(output).extension().string());
    if (!ending.empty()) ending.erase(0, 1);
    ending = format_of_ending(ending);
    const bool known = std::find(formats.begin(), formats.end(), ending) != formats.end();
    if (!known && !ending.empty() && ending != "txt") {
      return failure(ErrorCode::kUsage, "'." + ending + "' is no format that is written here (" +
                                            enumerate(formats) +
                                            "): name the file otherwise, or "
                                            "give --format");
    }
    format = known ? ending : std::string(formats.front());
    return {};
  }
  if (std::find(formats.begin(), formats.end(), format) != formats.end()) return {};
  const std::string_view meant = closest(format, formats);
  return failure(ErrorCode::kUsage,
                 "there is no format '" + format + "' here" +
                     (meant.empty() ? "" : ", did you mean '" + std::string(meant) + "'?") +
                     " (it is one of " + enumerate(formats) + ")");
}

std::vector<std::string> outputs_with_scratch(const OutputOptions& options) {
  std::vector<std::string> outputs = {options.output};
  std::error_code none;
  if (options.format == "xlsx") {
    outputs.push_back(std::filesystem::temp_directory_path(none).string());
  }
  return outputs;
}

OptionGroup RunOptions::describe_model() {
  OptionGroup options("running");
  // clang-format off
  options.add_options()
    ("model", po::value(&model)->value_name("FILE"),
     "the translation lexicon; else $DUIZHAO_MODEL, else the one that came with the program");
  // clang-format on
  return options;
}

OptionGroup RunOptions::describe() {
  OptionGroup options = describe_model();
  // clang-format off
  options.add_options()
    ("sandbox", po::bool_switch(&sandbox),
     "let the kernel forbid this run all writing but in the folders of its outputs, the network, "
     "and other programs; says so where the kernel can't");
  // clang-format on
  return options;
}
OptionGroup RunOptions::describe_with_threads() {
  OptionGroup options = describe();
  // clang-format off
  options.add_options()
    ("threads", po::value(&threads)->value_name("N")->notifier([](unsigned count) {
       if (count == 0) throw po::error("--threads is at least 1; without it, one a processor");
     }),
     "how many threads to use; else one a processor. The output is the same for any number");
  // clang-format on
  return options;
}

unsigned RunOptions::thread_count() const {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

Language language_named(std::string_view name) {
  const std::string folded = text::ascii_lowered(name.substr(0, name.find_first_of("-_")));
  if (folded == "zh") return Language::kChinese;
  if (folded == "en") return Language::kEnglish;
  return Language::kUnknown;
}

std::string enumerate(const std::vector<std::string_view>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace duizhao::cli
