#include "duizhao/formats/bilingual.h"

#include "duizhao/formats/input.h"
#include "duizhao/formats/pairs.h"

namespace duizhao::formats {

Result<std::unique_ptr<BilingualReader>> open_bilingual(const std::string& path,
                                                        const BilingualOptions& options,
                                                        std::istream& standard_input) {
  auto input = Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  auto lines = LineReader::create(std::move(*input), options.encoding);
  if (!lines) return tl::unexpected(lines.error());
  return std::make_unique<PairReader>(std::move(*lines));
}

}  // namespace duizhao::formats
