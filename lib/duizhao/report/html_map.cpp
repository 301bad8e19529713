#include "duizhao/report/html_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace duizhao::report {
namespace {

/// Places that the map tells apart.
constexpr std::size_t kPlaces = 400;

std::string_view tone_of(const HtmlView& view, const HtmlRow& row) {
  const Bead& bead = view.beads[row.bead];
  if (bead.one_sided()) return "missing";
  return bead.moved ? "moved" : "";
}

void append_tick(std::string& out, const HtmlView& view, const std::vector<std::uint32_t>& findings,
                 std::size_t place) {
  const auto severest = *std::ranges::max_element(
      findings, {}, [&](std::uint32_t finding) { return view.findings[finding].severity; });
  out += fmt::format(
      "<a class=\"{}\" tabindex=\"-1\" style=\"top:{:.2f}%\" href=\"#f{}\" data-stops=\"",
      name_of(view.findings[severest].severity),
      static_cast<double>(place) * 100 / static_cast<double>(kPlaces), view.name_of_note(severest));
  for (const std::uint32_t finding : findings) {
    if (finding != findings.front()) out += ' ';
    out += fmt::format("f{}", view.name_of_note(finding));
  }
  out += "\"></a>\n";
}

}  // namespace

void append_html_map(std::string& out, const HtmlView& view) {
  std::size_t whole = 0;
  for (const HtmlRow& row : view.rows) whole += view.height_of(row);
  if (whole == 0) return;
  out += "<div class=\"map\" aria-hidden=\"true\">\n";
  std::string ticks;
  std::vector<std::uint32_t> here;
  std::size_t here_place = 0;
  const auto percent_of = [&](std::size_t part) {
    return static_cast<double>(part) * 100 / static_cast<double>(whole);
  };
  const auto flush = [&] {
    if (!here.empty()) append_tick(ticks, view, here, here_place);
    here.clear();
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < view.rows.size();) {
    // Neighbours of one kind are one band.
    const std::string_view tone = tone_of(view, view.rows[i]);
    const std::size_t begin = at;
    for (; i < view.rows.size() && tone_of(view, view.rows[i]) == tone; ++i) {
      const std::size_t place = at * kPlaces / whole;
      if (place != here_place) flush();
      here_place = place;
      if (!view.rows[i].sign) {
        here.insert(here.end(), view.notes[view.rows[i].bead].begin(),
                    view.notes[view.rows[i].bead].end());
      }
      at += view.height_of(view.rows[i]);
    }
    if (!tone.empty()) {
      out += fmt::format("<i class=\"{}\" style=\"top:{:.2f}%;height:{:.2f}%\"></i>\n", tone,
                         percent_of(begin), percent_of(at - begin));
    }
  }
  flush();
  out += ticks + "</div>\n";
}

}  // namespace duizhao::report
