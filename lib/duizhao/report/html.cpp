#include "duizhao/report/html.h"

#include <fmt/format.h>

#include <initializer_list>
#include <string_view>
#include <vector>

#include "duizhao/report/catalogue.h"
#include "duizhao/report/html_body.h"
#include "duizhao/report/html_draft.h"
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
    "<div><dt><kbd>c</kbd></dt><dd>{{say page/key-critical}}</dd></div>\n"
    "<div><dt><kbd>r</kbd></dt><dd>{{say page/key-rule}}</dd></div>\n"
    "<div><dt><kbd>s</kbd></dt><dd>{{say page/key-order}}</dd></div>\n"
    "<div><dt><kbd>/</kbd></dt><dd>{{say page/key-search}}</dd></div>\n"
    "<div><dt><kbd>x</kbd></dt><dd>{{say page/key-accept}}</dd></div>\n"
    "<div><dt><kbd>X</kbd></dt><dd>{{say page/key-accept-kind}}</dd></div>\n"
    "<div><dt><kbd>m</kbd></dt><dd>{{say page/key-note}}</dd></div>\n"
    "<div><dt><kbd>u</kbd></dt><dd>{{say page/key-undo}}</dd></div>\n"
    "<div><dt><kbd>i</kbd></dt><dd>{{say page/key-about}}</dd></div>\n";

constexpr std::string_view kCursorKeys =
    "<div><dt><kbd>↓</kbd> <kbd>↑</kbd></dt><dd>{{say page/key-bead}}</dd></div>\n";

constexpr std::string_view kBeadKeys =
    "<div><dt><kbd>l</kbd></dt><dd>{{say page/key-link}}</dd></div>\n"
    "<div><dt><kbd>M</kbd> <kbd>S</kbd></dt><dd>{{say page/key-merge-split}}</dd></div>\n"
    "<div><dt><kbd>&gt;</kbd> <kbd>&lt;</kbd></dt><dd>{{say page/key-shift-target}}</dd></div>\n"
    "<div><dt><kbd>]</kbd> <kbd>[</kbd></dt><dd>{{say page/key-shift-source}}</dd></div>\n";

constexpr std::string_view kTakeBackKey =
    "<div><dt><kbd>u</kbd></dt><dd>{{say proposals/key-take-back}}</dd></div>\n";

constexpr std::string_view kEditKeys =
    "<div><dt><kbd>e</kbd></dt><dd>{{say page/key-edit}}</dd></div>\n";

constexpr std::string_view kApplyKey =
    "<div><dt><kbd>f</kbd></dt><dd>{{say page/key-apply}}</dd></div>\n";

constexpr std::string_view kApplyOrTickKey =
    "<div><dt><kbd>f</kbd></dt><dd>{{say page/key-apply-or-tick}}</dd></div>\n";

constexpr std::string_view kMendKey =
    "<div><dt><kbd>b</kbd></dt><dd>{{say page/key-mend}}</dd></div>\n";

constexpr std::string_view kWriteKey =
    "<div><dt><kbd>Ctrl</kbd> <kbd>S</kbd></dt><dd>{{say page/key-write}}</dd></div>\n";

constexpr std::string_view kDownloadKey =
    "<div><dt><kbd>Ctrl</kbd> <kbd>S</kbd></dt><dd>{{say page/key-download}}</dd></div>\n";

constexpr std::string_view kUndoEditKey =
    "<div><dt><kbd>Ctrl</kbd> <kbd>Z</kbd></dt><dd>{{say page/key-undo-edit}}</dd></div>\n";

std::string filled(std::string_view frame, const Words& words) {
  std::string html;
  fill_frame(html, frame, words, {});
  return html;
}

/// The keys that a page has beside those that all have.
std::string keys_of(const HtmlView& view) {
  const bool live = view.live_kept.has_value();
  std::string keys;
  const auto add = [&](std::initializer_list<std::string_view> some) {
    for (const std::string_view one : some) keys += one;
  };
  if (view.is_alignment()) {
    add({kCursorKeys, kBeadKeys, kTakeBackKey});
    if (live) add({kWriteKey, kUndoEditKey});
    return keys;
  }
  add({kDecisionKeys, kEditKeys, live ? kApplyKey : kApplyOrTickKey});
  if (live && view.pairs == nullptr) add({kMendKey, kBeadKeys});
  add({live ? kWriteKey : kDownloadKey, kUndoEditKey});
  return keys;
}

}  // namespace

void append_html_page(std::string& out, const HtmlView& view) {
  const std::string nonce = nonce_for(view.source.text, view.target.text);
  std::string title = view.pairs != nullptr ? std::string(file_of(view.pairs->file))
                                            : fmt::format("{} · {}", file_of(view.source.name),
                                                          file_of(view.target.name));
  const Words& words = view.words;
  title.append(" – ").append(words(view.is_alignment() ? "page/alignment" : "page/review"));
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
  const bool live = view.live_kept.has_value();
  std::string script(page::kJs);
  if (live || review) script += page::kEditorJs;
  if (live) {
    script += page::kLiveJs;
  } else if (review) {
    script += page::kDraftJs;
  }
  script += page::kMainJs;
  std::string kept;
  if (live) {
    kept = json_element("kept", *view.live_kept);
  } else if (review) {
    kept = json_element("draft", draft_json(view));
  }
  const std::string stop(words(view.is_alignment() ? "page/difference" : "page/finding"));
  const auto key = [&](std::string_view id) { return words(id, {{"stop", stop}}); };
  fill_frame(
      out, page::kHtml, words,
      {{"nonce", nonce},
       {"language", language_tag(words.language())},
       {"title", escaped(title)},
       {"kind", live ? std::string(kind) + " alive" : std::string(kind)},
       {"key-next", key("page/key-next")},
       {"key-previous", key("page/key-previous")},
       {"key-back", key("page/key-back")},
       {"key-only", key("page/key-only")},
       {"filters-hint", words("page/filters-hint", {{"key", std::string("<kbd>Shift</kbd>")}})},
       {"style", page::kCss},
       {"head", head},
       {"bar", bar},
       {"main", body},
       {"map", map},
       {"decisions", review ? filled(page::kDecisionsHtml, words) : std::string()},
       {"decision-keys", filled(keys_of(view), words)},
       {"words", words_of_scripts(words)},
       {"connect", live ? "; connect-src 'self'" : ""},
       {"kept", kept},
       {"script", script}});
}

void append_html(std::string& out, const Review& review, Language language, const About* about) {
  HtmlView view(review.source, review.target, review.alignment, review.findings, &review.score,
                language);
  view.about = about;
  append_html_page(out, view);
}

namespace {

HtmlView view_of(const LiveHtml& live, std::string_view kept) {
  const Review& review = live.review;
  HtmlView view(review.source, review.target, review.alignment, review.findings, &live.score,
                live.language);
  view.live_kept = kept;
  view.about = live.about;
  view.open = &live.open;
  return view;
}

/// Of an alignment alone: there are no findings.
HtmlView view_of(const Review& review, std::string_view kept, Language language) {
  HtmlView view(review.source, review.target, review.alignment, review.findings, nullptr, language);
  view.live_kept = kept;
  return view;
}

LivePieces pieces_of(const HtmlView& view) {
  LivePieces pieces = html_body_pieces(view);
  append_html_head(pieces.parts.emplace_back(PagePiece{"head", {}}).html, view);
  append_html_bar(pieces.parts.emplace_back(PagePiece{"bar", {}}).html, view);
  append_html_map(pieces.parts.emplace_back(PagePiece{"map", {}}).html, view);
  return pieces;
}

}  // namespace

void append_live_html(std::string& out, const LiveHtml& live, std::string_view kept) {
  append_html_page(out, view_of(live, kept));
}

LivePieces live_pieces(const LiveHtml& live) { return pieces_of(view_of(live, {})); }

void append_live_alignment_html(std::string& out, const Review& review, std::string_view kept,
                                Language language) {
  append_html_page(out, view_of(review, kept, language));
}

LivePieces live_alignment_pieces(const Review& review, Language language) {
  return pieces_of(view_of(review, {}, language));
}

void append_alignment_html(std::string& out, const Document& source, const Document& target,
                           const Alignment& alignment, Language language) {
  const std::vector<Finding> none;
  append_html_page(out, HtmlView(source, target, alignment, none, nullptr, language));
}

}  // namespace duizhao::report
