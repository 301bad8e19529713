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

std::string_view Words::severity(Severity severity) const {
  return (*this)(std::string("severity/").append(name_of(severity)));
}

std::string_view Words::category(Category category) const {
  return (*this)(std::string("category/").append(name_of(category)));
}

std::string_view Words::rule_name(std::string_view rule) const {
  const Wording* row = wording(std::string("rule-name/").append(rule));
  return row == nullptr ? rule : row->in(language_);
}

std::string_view Words::language_name(Language language) const {
  switch (language) {
    case Language::kChinese:
      return (*this)("language/chinese");
    case Language::kEnglish:
      return (*this)("language/english");
    case Language::kUnknown:
      break;
  }
  return (*this)("language/unknown");
}

std::string Words::counted(std::size_t count, std::string_view noun) const {
  return (*this)(std::string("count/").append(noun), {{"n", count}});
}

std::string Words::reason(const std::string& unjudged) const {
  const Wording* row = wording("reason/" + unjudged);
  return row == nullptr ? unjudged : std::string(row->in(language_));
}

}  // namespace duizhao::report
