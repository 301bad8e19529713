// Finds, compares and formats the facts of arbitrary text; tests/facts/properties.h says what must
// hold, and tests/facts/properties_test.cpp checks it on texts that do not change.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "facts/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLongest = 4096;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > kLongest || duizhao::text::first_invalid(text)) return 0;
  if (!duizhao::tests::violated_property(text).empty()) std::abort();
  return 0;
}
