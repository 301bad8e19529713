#include "duizhao/report/catalogue.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "duizhao/report/message.h"

namespace duizhao::report {
namespace {

constexpr auto kCatalogue = [] {
  auto rows = std::to_array<Wording>({
#include "duizhao/report/interface.inc"
#include "duizhao/report/messages.inc"
  });
  std::ranges::sort(rows, {}, &Wording::id);
  return rows;
}();

static_assert(std::ranges::adjacent_find(kCatalogue, {}, &Wording::id) == kCatalogue.end(),
              "two rows have one id");

}  // namespace

std::span<const Wording> catalogue() { return kCatalogue; }

const Wording* wording(std::string_view id) {
  const auto* const found = std::ranges::lower_bound(kCatalogue, id, {}, &Wording::id);
  return found != kCatalogue.end() && found->id == id ? found : nullptr;
}

std::string_view Words::operator()(std::string_view id) const {
  const Wording* row = wording(id);
  if (row == nullptr) throw std::logic_error("the catalogue has no '" + std::string(id) + "'");
  return row->in(language_);
}

std::string Words::operator()(std::string_view id, std::initializer_list<Argument> values) const {
  return composed((*this)(id), {values.begin(), values.size()}, language_);
}

}  // namespace duizhao::report
