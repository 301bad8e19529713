#include "pairs_file.h"

#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

#include "duizhao/formats/keyed_texts.h"

namespace duizhao::cli {

namespace {

Result<PairsFile> file_of(std::unique_ptr<formats::BilingualReader> reader, const std::string& path,
                          const TextOptions& text) {
  const std::string name = path == "-" ? "<stdin>" : path;
  batch::PairStream pairs(*reader, name);
  if (auto settled = pairs.settle_languages(text.source(), text.target()); !settled) {
    return tl::unexpected(settled.error());
  }
  std::error_code unknown;
  const auto bytes = std::filesystem::file_size(path, unknown);
  return PairsFile{name, unknown ? 0 : bytes, std::move(reader), std::move(pairs)};
}

}  // namespace

Result<PairsFile> PairsFile::open(const std::string& path, const TextOptions& text,
                                  const formats::BilingualOptions& reading,
                                  std::istream& standard_in) {
  auto reader = formats::open_bilingual(path, reading, standard_in);
  if (!reader) return tl::unexpected(reader.error());
  return file_of(std::move(*reader), path, text);
}

Result<std::optional<PairsFile>> PairsFile::open_keyed(const std::string& source,
                                                       const std::string& target,
                                                       const TextOptions& text) {
  auto reader =
      formats::open_keyed_pairs(source, target, text.source_encoding, text.target_encoding);
  if (!reader) return tl::unexpected(reader.error());
  if (*reader == nullptr) return std::nullopt;
  auto file = file_of(std::move(*reader), target, text);
  if (!file) return tl::unexpected(file.error());
  return std::move(*file);
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
