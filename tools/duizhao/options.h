#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/document_reader.h"
#include "duizhao/review/documents.h"

namespace duizhao::cli {

namespace po = boost::program_options;

/// Options that stand together in the help.
struct OptionGroup {
  std::string_view caption;  ///< a literal
  po::options_description options;

  explicit OptionGroup(std::string_view of) : caption(of) {}
  auto add_options() { return options.add_options(); }
};
using OptionGroups = std::vector<OptionGroup>;

/// Parses a command's arguments: options are stored where `groups` bind them, what is no option
/// is returned in order. Options can't be abbreviated; a wrong one gets a hint at the right one.
[[nodiscard]] Result<std::vector<std::string>> parse_arguments(Arguments arguments,
                                                               const OptionGroups& groups);

/// How the texts of two versions are to be read.
struct TextOptions {
  bool sentences = false;  ///< every line is one sentence
  std::string source_language;
  std::string target_language;
  std::string encoding;
  std::string source_encoding;
  std::string target_encoding;
  std::string from;            ///< the format of the input; empty to find it
  std::string columns;         ///< of tables of pairs: source, target and id, separated by commas
  std::string lines = "auto";  ///< what line ends mean: auto, paragraphs or wrapped

  /// Declares the options of this struct, bound to it.
  [[nodiscard]] OptionGroup describe();
  /// Checks the values and resolves --encoding into the encodings of both sides.
  [[nodiscard]] Result<void> validate();

  [[nodiscard]] Language source() const;
  [[nodiscard]] Language target() const;
  /// How one of the texts is read; `language` as far as it is known.
  [[nodiscard]] formats::DocumentOptions document(const std::string& its_encoding,
                                                  Language language) const;
  /// How a bilingual file is read.
  [[nodiscard]] formats::BilingualOptions bilingual() const;
  [[nodiscard]] ReadOptions reading_source() const;
  [[nodiscard]] ReadOptions reading_target() const;
};

/// Where the data goes, and in which format.
struct OutputOptions {
  std::string format;
  std::string output;

  [[nodiscard]] OptionGroup describe(std::string_view formats);
  /// Sets `format` where it was not given: by the ending of the output's name, or the first of
  /// `formats` where it has none or .txt. Fails on a format, and on an ending, that is none of
  /// them.
  [[nodiscard]] Result<void> validate(const std::vector<std::string_view>& formats);
  /// Fails where the output is one of the inputs (see below).
  [[nodiscard]] Result<void> keep_apart(const std::vector<std::string>& inputs) const;
};

/// Whether two paths lead to one file, which need not be there yet. Empty paths,
/// `-` and devices are none.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

/// Fails where the output of a command is one of its inputs, which it would destroy.
[[nodiscard]] Result<void> keep_output_apart(const std::string& output,
                                             const std::vector<std::string>& inputs);

/// The output's file, and for a workbook the folder of temporary files, where it is put together.
[[nodiscard]] std::vector<std::string> outputs_with_scratch(const OutputOptions& options);

/// The model and, for commands whose work is shared out, the number of threads.
struct RunOptions {
  std::string model;
  unsigned threads = 0;  ///< 0: as many as there are processors
  bool sandbox = false;  ///< confined to writing the outputs (sandbox.h)

  [[nodiscard]] OptionGroup describe();
  /// For a command that serves a page: it needs the network.
  [[nodiscard]] OptionGroup describe_model();
  [[nodiscard]] OptionGroup describe_with_threads();
  [[nodiscard]] unsigned thread_count() const;
};

/// "zh", "en" and their regional forms, any case; kUnknown for anything else.
[[nodiscard]] Language language_named(std::string_view name);

/// "a, b or c".
[[nodiscard]] std::string enumerate(const std::vector<std::string_view>& names);

}  // namespace duizhao::cli
