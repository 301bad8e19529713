#include "duizhao/batch/frequent.h"

#include <algorithm>
#include <utility>

namespace duizhao::batch {

void Frequent::add(const std::string& text, const std::string& example) {
  const auto [place, is_new] = kept_.try_emplace(text);
  if (is_new) {
    place->second.missed = seen_ / kWidth;
    place->second.example = example;
  }
  ++place->second.count;
  if (++seen_ % kWidth == 0) forget();
}

void Frequent::forget() {
  const std::uint64_t past = seen_ / kWidth;
  std::erase_if(
      kept_, [&](const auto& entry) { return entry.second.count + entry.second.missed <= past; });
}

std::vector<Frequent::Counted> Frequent::top(std::size_t most) const {
  std::vector<Counted> entries;
  for (const auto& [text, kept] : kept_) {
    if (kept.count > 1) entries.push_back({text, kept.count, kept.example});
  }
  std::ranges::sort(entries, [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  if (entries.size() > most) entries.resize(most);
  return entries;
}

}  // namespace duizhao::batch
