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

constexpr std::string_view kDecisionKeys =
    "<div><dt><kbd>c</kbd></dt><dd>next critical finding</dd></div>\n"
    "<div><dt><kbd>r</kbd></dt><dd>next finding of the same rule</dd></div>\n"
    "<div><dt><kbd>s</kbd></dt><dd>the gravest first, or in the order of the text</dd></div>\n"
    "<div><dt><kbd>/</kbd></dt><dd>search both texts</dd></div>\n"
    "<div><dt><kbd>x</kbd></dt><dd>no error: with the reason, not told again</dd></div>\n"
    "<div><dt><kbd>X</kbd></dt><dd>no error, for all findings of this kind</dd></div>\n"
    "<div><dt><kbd>m</kbd></dt><dd>note a question</dd></div>\n"
    "<div><dt><kbd>u</kbd></dt><dd>take the last decision back</dd></div>\n";

std::string decisions_html() {
  std::string html;
  fill_frame(html, page::kDecisionsHtml,
             {{"your-name", "Your name"},
              {"cancel", "Cancel"},
              {"decisions", "Decisions"},
              {"finding", "Finding"},
              {"decision", "Decision"},
              {"why", "Why"},
              {"who", "Who"},
              {"save-decisions", "Save for --suppress"},
              {"close", "Close"}});
  return html;
}

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
  const std::string script = std::string(page::kJs).append(page::kMainJs);
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
              {"decisions", review ? decisions_html() : std::string()},
              {"decision-keys", review ? kDecisionKeys : std::string_view()},
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
