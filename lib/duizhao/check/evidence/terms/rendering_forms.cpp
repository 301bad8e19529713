#include "duizhao/check/evidence/terms/rendering_forms.h"

#include <algorithm>

#include "duizhao/model/name_store.h"
#include "duizhao/names/consonants.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"

namespace duizhao::check {
namespace {

/// The consonants that are heard: "Shane" and "Sean" both have s and n.
std::string skeleton(std::string_view word) {
  std::string consonants;
  for (const char c : word) {
    if (std::string_view("aeiouyhw' ").find(c) != std::string_view::npos) continue;
    if (consonants.empty() || consonants.back() != c) consonants += c;
  }
  return consonants;
}

/// "National Development and Reform Commission" of "PRC National …".
std::string_view without_country(std::string_view rendering) {
  const std::size_t space = rendering.find(' ');
  if (space == std::string_view::npos || space < 2) return rendering;
  const std::string_view first = rendering.substr(0, space);
  const bool capitals = std::all_of(first.begin(), first.end(), text::is_ascii_upper);
  return capitals ? rendering.substr(space + 1) : rendering;
}

}  // namespace

std::string running_key(std::string_view rendering) {
  std::string plain(rendering);
  constexpr std::string_view kPossessive = "'s ";
  for (std::size_t at = plain.find(kPossessive); at != std::string::npos;
       at = plain.find(kPossessive, at)) {
    plain.erase(at, kPossessive.size() - 1);
  }
  return model::name_key(plain);
}

std::string initials_of(std::string_view rendering) {
  std::string initials;
  bool begins = true;
  for (const char c : without_country(rendering)) {
    if (begins && text::is_ascii_upper(c)) initials += text::ascii_lower(c);
    begins = c == ' ' || c == '-';
  }
  return initials;
}

bool is_clipped_from(std::string_view clipped, std::string_view rendering) {
  if (clipped.size() < 2 || rendering.empty() || clipped.front() != rendering.front()) return false;
  std::size_t at = 0;
  for (const char c : clipped) {
    at = rendering.find(c, at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return true;
}

bool spelled_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 4;
  if (a.empty() || b.empty()) return false;
  if (std::min(a.size(), b.size()) >= kStem && a.substr(0, kStem) == b.substr(0, kStem)) {
    return true;
  }
  if (a.front() == b.front() && skeleton(a) == skeleton(b)) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter >= 5 && text::edit_distance(a, b) <= (shorter >= 7 ? 2U : 1U) &&
         !names::begin_otherwise(a, b);
}

}  // namespace duizhao::check
