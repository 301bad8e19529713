#include "duizhao/formats/tsv_pairs.h"

namespace duizhao::formats {

Result<bool> PairReader::next(BilingualPair& pair) {
  std::string_view line;
  auto more = lines_.next(line);
  if (!more || !*more) return more;
  const std::size_t tab = line.find('\t');
  if (tab == line.npos) {
    return failure(ErrorCode::kMalformed,
                   "a line without a tab: every line must be SOURCE<TAB>TARGET",
                   {lines_.name(), lines_.line_number()});
  }
  const std::string_view rest = line.substr(tab + 1);
  pair.source = line.substr(0, tab);
  pair.target = rest.substr(0, rest.find('\t'));
  pair.line = lines_.line_number();
  return true;
}

}  // namespace duizhao::formats
