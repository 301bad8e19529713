#include "duizhao/text/script_converters.h"

#include <utility>

namespace duizhao::text {

std::string ScriptConverters::convert(std::string_view chinese, Script to) const {
  if (to == Script::kUnknown) return std::string(chinese);
  const bool to_simplified = to == Script::kSimplified;
  Loaded& loaded = loaded_[to_simplified ? 0 : 1];
  std::call_once(loaded.once, [&] {
    auto converter = Converter::create(to_simplified ? Converter::Direction::kToSimplified
                                                     : Converter::Direction::kToTraditional);
    if (converter) loaded.converter.emplace(std::move(*converter));
  });
  return loaded.converter ? loaded.converter->convert(chinese) : std::string(chinese);
}

}  // namespace duizhao::text
