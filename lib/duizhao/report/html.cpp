#include "duizhao/report/html.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "duizhao/report/html_body.h"
#include "duizhao/report/html_frame.h"
#include "duizhao/report/html_head.h"
#include "duizhao/report/html_map.h"
#include "duizhao/report/html_page.h"
#include "duizhao/report/html_view.h"
#include "duizhao/report/html_writer.h"
#include "duizhao/report/page/page.h"

namespace duizhao::report {
namespace {

constexpr std::string_view kAcceptanceKey =
    "<div><dt><kbd>x</kbd></dt><dd>accept the selected finding as no error</dd></div>\n";

}  // namespace

void append_html_page(std::string& out, const HtmlView& view) {
  const std::string nonce = nonce_for(view.source.text, view.target.text);
  std::string title = view.pairs != nullptr ? std::string(file_of(view.pairs->file))
                                            : fmt::format("{} · {}", file_of(view.source.name),
                                                          file_of(view.target.name));
  title += view.is_alignment() ? " – alignment" : " – review";
  std::string head;
  append_html_head(head, view);
  std::string bar;
  append_html_bar(bar, view);
  std::string body;
  append_html_body(body, view);
  std::string map;
  append_html_map(map, view);
  const std::string_view kind = view.is_alignment()     ? "aligned"
                                : view.pairs != nullptr ? "reviewed pairs"
                                                        : "reviewed";
  const bool review = !view.is_alignment();
  std::string script(page::kJs);
  if (review) script += page::kAcceptanceJs;
  fill_frame(out, page::kHtml,
             {{"nonce", nonce},
              {"title", escaped(title)},
              {"kind", kind},
              {"stop", view.is_alignment() ? "difference" : "finding"},
              {"style", page::kCss},
              {"head", head},
              {"bar", bar},
              {"main", body},
              {"map", map},
              {"acceptance", review ? page::kAcceptanceHtml : std::string_view()},
              {"acceptance-key", review ? kAcceptanceKey : std::string_view()},
              {"script", script}});
}

void append_html(std::string& out, const Review& review) {
  append_html_page(out, HtmlView(review.source, review.target, review.alignment, review.findings,
                                 &review.score));
}

void append_alignment_html(std::string& out, const Document& source, const Document& target,
                           const Alignment& alignment) {
  const std::vector<Finding> none;
  append_html_page(out, HtmlView(source, target, alignment, none, nullptr));
}

}  // namespace duizhao::report
