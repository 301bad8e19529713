#include "pairs_file.h"

#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

namespace duizhao::cli {

Result<PairsFile> PairsFile::open(const std::string& path, const TextOptions& text,
                                  const formats::BilingualOptions& reading,
                                  std::istream& standard_in) {
  auto reader = formats::open_bilingual(path, reading, standard_in);
  if (!reader) return tl::unexpected(reader.error());
  const std::string name = path == "-" ? "<stdin>" : path;
  batch::PairStream pairs(**reader, name);
  if (auto settled = pairs.settle_languages(text.source(), text.target()); !settled) {
    return tl::unexpected(settled.error());
  }
  std::error_code unknown;
  const auto bytes = std::filesystem::file_size(path, unknown);
  return PairsFile{name, unknown ? 0 : bytes, std::move(*reader), std::move(pairs)};
}

Progress PairsFile::progress(Streams& streams, const std::string& output, bool wanted) const {
  const bool results_stand_there =
      (output.empty() || output == "-") && streams.terminal.shows_output;
  const bool rewritten = streams.terminal.shows_errors && (wanted || !results_stand_there);
  const Progress::Style style = rewritten ? Progress::Style::kRewritten
                                : wanted  ? Progress::Style::kLines
                                          : Progress::Style::kNone;
  return {streams.err, style, bytes};
}

void PairsFile::tell_passed_over(std::ostream& err) const {
  for (const Error& fault : reader->first_faults()) {
    err << to_string({fault.code, fault.message + ": passed over", fault.where}) << '\n';
  }
  if (reader->passed_over() > 0) {
    err << grouped(reader->passed_over()) << " units that can't be read passed over\n";
  }
}

}  // namespace duizhao::cli
