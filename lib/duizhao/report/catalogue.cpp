#include "duizhao/report/catalogue.h"

#include <algorithm>

namespace duizhao::report {
namespace {

constexpr Wording kCatalogue[] = {
#include "duizhao/report/messages.inc"
};

static_assert(std::ranges::is_sorted(kCatalogue, {}, &Wording::id));

}  // namespace

std::span<const Wording> catalogue() { return kCatalogue; }

const Wording* wording(std::string_view id) {
  const auto* const found = std::ranges::lower_bound(kCatalogue, id, {}, &Wording::id);
  return found != std::end(kCatalogue) && found->id == id ? found : nullptr;
}

}  // namespace duizhao::report
