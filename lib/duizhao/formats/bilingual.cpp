#include "duizhao/formats/bilingual.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>

#include "duizhao/formats/input.h"
#include "duizhao/formats/tmx_reader.h"
#include "duizhao/formats/tsv_pairs.h"
#include "duizhao/formats/xliff_reader.h"
#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

enum class Format : std::uint8_t { kLines, kTmx, kXliff };

/// The start of a file without NUL bytes, so that UTF-16 reads like ASCII.
std::string ascii_of(std::string_view bytes) {
  std::string ascii(bytes.substr(0, 2048));
  std::erase(ascii, '\0');
  return ascii;
}

Format format_of(const std::string& path, std::string_view start) {
  const std::string ending = text::ascii_lowered(std::filesystem::path(path).extension().string());
  if (ending == ".tmx") return Format::kTmx;
  constexpr std::array<std::string_view, 5> kXliff = {".xlf", ".xliff", ".sdlxliff", ".mqxliff",
                                                      ".mxliff"};
  if (std::ranges::find(kXliff, ending) != kXliff.end()) return Format::kXliff;
  const std::string ascii = ascii_of(start);
  const std::size_t first = ascii.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \r\n");
  if (first == ascii.npos || ascii[first] != '<') return Format::kLines;
  if (ascii.find("<tmx") != ascii.npos) return Format::kTmx;
  if (ascii.find("<xliff") != ascii.npos) return Format::kXliff;
  return Format::kLines;
}

}  // namespace

Result<std::unique_ptr<BilingualReader>> open_bilingual(const std::string& path,
                                                        const BilingualOptions& options,
                                                        std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  const auto start = input->peek();
  if (!start) return tl::unexpected(start.error());
  const Format format = format_of(path, *start);
  if (format != Format::kLines) {
    auto handler = format == Format::kTmx ? make_tmx_handler(options) : make_xliff_handler(options);
    return std::make_unique<XmlPairReader>(std::move(*input), std::move(handler), options.encoding);
  }
  auto lines = LineReader::create(std::move(*input), options.encoding);
  if (!lines) return tl::unexpected(lines.error());
  return std::make_unique<PairReader>(std::move(*lines));
}

}  // namespace duizhao::formats
