#include "duizhao/formats/segment_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// More codes than a segment has; what is beyond is not listed, so that no file takes for ever.
constexpr std::size_t kMostCodes = 500;

/// "<b>", "</cf>", "<br/>": a tag of the original format, short enough to be read.
bool is_tag(std::string_view code) {
  constexpr std::size_t kLongest = 80;
  return code.size() > 2 && code.size() <= kLongest && code.front() == '<' && code.back() == '>' &&
         code.find_first_of("<>\n", 1) == code.size() - 1;
}

/// What a code of memoQ's stands for: val of <mq:rxt displaytext="{0}" val="{0}"/>.
std::string value_in(const std::string& code) {
  constexpr std::string_view kValue = " val=\"";
  const std::size_t begin = code.starts_with("<mq:") ? code.find(kValue) : code.npos;
  if (begin == code.npos) return code;
  const std::size_t end = code.find('"', begin + kValue.size());
  return end == code.npos ? code : code.substr(begin + kValue.size(), end - begin - kValue.size());
}

/// Whether an element raises what it applies to: ctype="superscript", type="sup".
bool raises(const XmlElement& element) {
  return std::ranges::any_of(
      std::array<std::string_view, 4>{"ctype", "type", "subType", "fs"},
      [&](std::string_view name) {
        const std::string value = text::ascii_lowered(element.attribute(name));
        return value == "sup" || value.ends_with("superscript") || value.ends_with("-sup");
      });
}

/// End of a mark of MXLIFF's that begins at `at`: {b>, <12}; `at` where none does.
std::size_t mark_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4;
  const char close = text[at] == '{' ? '>' : '}';
  std::size_t end = at + 1;
  while (end < text.size() && text::is_ascii_letter_or_digit(text[end])) ++end;
  const bool named = end > at + 1 && end <= at + 1 + kLongest;
  return named && end < text.size() && text[end] == close ? end + 1 : at;
}

/// Whether an element has the text in it that its code applies to.
bool is_around_text(std::string_view element) { return element == "g" || element == "pc"; }

std::optional<SegmentCode::Kind> kind_of(std::string_view element) {
  using Kind = SegmentCode::Kind;
  constexpr auto kKinds = std::to_array<std::pair<std::string_view, Kind>>({{"g", Kind::kOpen},
                                                                            {"pc", Kind::kOpen},
                                                                            {"bpt", Kind::kOpen},
                                                                            {"bx", Kind::kOpen},
                                                                            {"sc", Kind::kOpen},
                                                                            {"ept", Kind::kClose},
                                                                            {"ex", Kind::kClose},
                                                                            {"ec", Kind::kClose},
                                                                            {"x", Kind::kAlone},
                                                                            {"ph", Kind::kAlone},
                                                                            {"it", Kind::kAlone},
                                                                            {"ut", Kind::kAlone}});
  const auto* const found =
      std::ranges::find(kKinds, element, [](const auto& kind) { return kind.first; });
  return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

SegmentCode::Order order_of(const XmlElement& element) {
  const std::string_view said = element.attribute("canReorder");
  return said == "no"        ? SegmentCode::Order::kFollows
         : said == "firstNo" ? SegmentCode::Order::kFirst
                             : SegmentCode::Order::kFree;
}

/// The first of these attributes that an element has.
std::string first_of(const XmlElement& element, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const std::string_view value = element.attribute(name); !value.empty())
      return std::string(value);
  }
  return {};
}

/// The element itself, for where nothing else is known of a code: <x id="3"/>.
std::string element_shown(const XmlElement& element, const SegmentCode& code) {
  std::string shown = fmt::format("<{}", element.name());
  for (const std::string_view name : {"id", "x", "i", "type"}) {
    const std::string_view value = element.attribute(name);
    if (value.empty()) continue;
    shown += fmt::format(" {}=\"{}\"", name, value);
    if (name != "type") break;
  }
  return shown + (code.kind == SegmentCode::Kind::kAlone ? "/>" : ">");
}

/// "{0}", "%s", "${name}", "{{count}}": something that the program fills in, and no markup.
bool is_placeholder(std::string_view code) {
  constexpr std::size_t kLongest = 64;
  return !code.empty() && code.size() <= kLongest &&
         std::string_view("{%$@#[").find(code.front()) != code.npos &&
         code.find_first_of("<>\\&\n") == code.npos;
}

}  // namespace

void SegmentText::start(const XmlElement& element) {
  if (deleted_depth_ > 0) {
    ++deleted_depth_;
    return;
  }
  if (code_depth_ > 0) {
    ++code_depth_;
    if (element.name() == "sub" && inner_depth_ == 0) {
      inner_depth_ = code_depth_;
      inner_.emplace_back();
    }
    return;
  }
  const std::string_view name = element.name();
  const bool line_break = element.attribute("ctype") == "lb" || element.attribute("type") == "lb" ||
                          element.attribute("subType") == "xlf:lb";
  if (line_break) text_ += ' ';
  // Deleted by the translator, or by who looked at the translation.
  const std::string_view mark = name == "mrk" ? element.attribute("mtype") : std::string_view();
  if (mark == "x-sdl-deleted" || mark == "x-sdl-feedback-deleted") {
    deleted_depth_ = 1;
    return;
  }
  const auto kind = kind_of(name);
  if (!kind) return;
  // XLIFF's ids hold in both versions, as TMX's "x" does; its "i" pairs within one.
  SegmentCode code{{}, *kind, first_of(element, {"rid", "startRef", "id", "x"})};
  code.pair = first_of(element, {"i"});
  if (code.pair.empty()) code.pair = code.id;
  code.order = order_of(element);
  if (code.id.empty() && *kind == SegmentCode::Kind::kClose) {
    const auto begin = std::ranges::find_if(codes_, [&](const SegmentCode& open) {
      return open.kind == SegmentCode::Kind::kOpen && open.pair == code.pair;
    });
    if (begin != codes_.end()) code.id = begin->id;
  }
  code.shown = element_shown(element, code);
  if (code.kind == SegmentCode::Kind::kOpen && raises(element)) raised_by_ = code.pair;
  if (code.kind == SegmentCode::Kind::kClose && raised_by_ == code.pair) raised_by_.reset();
  start_code(element, std::move(code));
}

void SegmentText::start_code(const XmlElement& element, SegmentCode code) {
  const auto attribute = [&](std::string_view of) { return std::string(element.attribute(of)); };
  const auto data = [&](std::string_view of) { return native(element.attribute(of)); };
  if (is_around_text(element.name())) {
    SegmentCode end = code;
    end.kind = SegmentCode::Kind::kClose;
    end.order = SegmentCode::Order::kFree;
    end.shown = fmt::format("</{}>", element.name());
    open_.push_back(
        {std::move(end), {attribute("equivEnd"), attribute("dispEnd"), data("dataRefEnd")}});
    add_code(std::move(code),
             {attribute("equivStart"), attribute("dispStart"), data("dataRefStart")});
    return;
  }
  code_depth_ = 1;
  code_.clear();
  code_element_ = std::move(code);
  known_ = {attribute("equiv-text"), attribute("equiv"), attribute("disp"), data("dataRef")};
}

void SegmentText::end(std::string_view name) {
  if (deleted_depth_ > 0) {
    --deleted_depth_;
    return;
  }
  if (code_depth_ == 0 && is_around_text(name) && !open_.empty()) {
    OpenElement open = std::move(open_.back());
    open_.pop_back();
    if (raised_by_ == open.end.pair) raised_by_.reset();
    add_code(std::move(open.end), open.known);
  }
  if (inner_depth_ > 0 && inner_depth_ == code_depth_) inner_depth_ = 0;
  if (code_depth_ == 0 || --code_depth_ > 0) return;
  known_.push_back(value_in(std::exchange(code_, {})));
  const bool shown = add_code(std::move(code_element_), known_);
  stands_alone_ |= !shown && (name == "x" || name == "ph");
}

void SegmentText::text_from(std::string_view text, std::optional<Span> file) {
  if (deleted_depth_ > 0 || text.empty()) return;
  if (code_depth_ > 0) {
    (inner_depth_ > 0 ? inner_.back() : code_) += text;
    return;
  }
  // "120", a code, "45": no figure of five digits.
  const auto joins = [](char c) { return text::is_ascii_letter_or_digit(c); };
  const bool apart = std::exchange(stands_alone_, false) && !text_.empty() && joins(text_.back()) &&
                     joins(text.front());
  if (apart) text_ += ' ';
  const std::string raised = raised_by_ ? superscript(text) : std::string();
  if (raised_by_) text = raised;
  if (file) from_.push_back({{text_.size(), text_.size() + text.size()}, *file});
  text_ += text;
}

void SegmentText::add_piece(Span taken, Span collected) {
  const bool same = taken.size() == collected.size();
  std::optional<Span> whole;  // of a run of blanks that is one space
  for (const TextPiece& piece : from_) {
    if (!piece.text.overlaps(collected)) continue;
    const Span part = {std::max(piece.text.begin, collected.begin),
                       std::min(piece.text.end, collected.end)};
    Span file = piece.file;
    if (piece.text.size() == piece.file.size()) {
      file = {piece.file.begin + (part.begin - piece.text.begin),
              piece.file.begin + (part.end - piece.text.begin)};
    }
    if (same) {
      const std::size_t begin = taken.begin + (part.begin - collected.begin);
      pieces_.push_back({{begin, begin + part.size()}, file});
    } else {
      whole = whole ? whole->joined(file) : file;
    }
  }
  if (whole) pieces_.push_back({taken, *whole});
}

std::string SegmentText::native(std::string_view id) const {
  if (natives_ == nullptr || id.empty()) return {};
  const auto found = natives_->find(std::string(id));
  return found == natives_->end() ? std::string() : found->second;
}

bool SegmentText::add_code(SegmentCode code, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 80;  // to be read
  const auto is_text = [&](std::string_view what) {
    return is_tag(what) || (code.kind == SegmentCode::Kind::kAlone && is_placeholder(what));
  };
  const auto says_something = [](std::string_view what) {
    return what.size() <= kLongest && what.find_first_not_of(" \t\r\n") != what.npos;
  };
  auto shown = std::ranges::find_if(known, is_text);
  const bool in_text = shown != known.end();
  if (!in_text) shown = std::ranges::find_if(known, says_something);
  if (shown != known.end()) code.shown = *shown;
  code.span = {text_.size(), text_.size()};
  if (in_text) {
    text_ += code.shown;
    code.span.end = text_.size();
  }
  if (codes_.size() < kMostCodes) codes_.push_back(std::move(code));
  return in_text;
}

void SegmentText::place_codes(Span taken, Span collected) {
  const bool same = taken.size() == collected.size();
  const auto place = [&](std::size_t at) {
    return same ? taken.begin + (at - collected.begin) : taken.end;
  };
  for (; placed_ < codes_.size() && codes_[placed_].span.begin < collected.end; ++placed_) {
    Span& span = codes_[placed_].span;
    const std::size_t size = span.size();
    span.begin = place(std::max(span.begin, collected.begin));
    span.end = span.begin + size;
  }
}

void SegmentText::list_marks() {
  for (std::size_t i = 0; i < text_.size() && codes_.size() < kMostCodes;) {
    const bool may_be = text_[i] == '{' || text_[i] == '<';
    const std::size_t end = may_be ? mark_end(text_, i) : i;
    if (end == i) {
      ++i;
      continue;
    }
    SegmentCode code{{i, i},
                     text_[i] == '{' ? SegmentCode::Kind::kOpen : SegmentCode::Kind::kClose};
    code.shown = text_.substr(i, end - i);
    code.id = code.pair = code.shown.substr(1, code.shown.size() - 2);
    cut({i, end});
    codes_.push_back(std::move(code));
  }
  std::ranges::stable_sort(codes_, {}, [](const SegmentCode& code) { return code.span.begin; });
}

void SegmentText::cut(Span part) {
  text_.erase(part.begin, part.size());
  for (SegmentCode& code : codes_) {
    if (code.span.begin < part.end) continue;
    code.span.begin -= part.size();
    code.span.end -= part.size();
  }
  std::vector<TextPiece> left;
  for (const TextPiece& piece : from_) {
    const bool whole = piece.text.size() != piece.file.size();
    const auto keep = [&](Span text) {
      if (text.begin >= text.end || (whole && text != piece.text)) return;
      const std::size_t skipped = text.begin - piece.text.begin;
      const Span file =
          whole ? piece.file
                : Span{piece.file.begin + skipped, piece.file.begin + skipped + text.size()};
      const std::size_t moved = text.begin >= part.end ? part.size() : 0;
      left.push_back({{text.begin - moved, text.end - moved}, file});
    };
    keep({piece.text.begin, std::min(piece.text.end, part.begin)});
    keep({std::max(piece.text.begin, part.end), piece.text.end});
  }
  from_ = std::move(left);
}

std::string SegmentText::take() {
  if (has_marks_) list_marks();
  std::string taken;
  const std::string collected = std::exchange(text_, {});
  code_depth_ = deleted_depth_ = inner_depth_ = 0;
  taken_inner_ = std::exchange(inner_, {});
  stands_alone_ = false;
  raised_by_.reset();
  open_.clear();
  pieces_.clear();
  placed_ = 0;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t i = 0; i < collected.size();) {
    if (!is_blank(collected[i])) {
      const std::size_t begin = i;
      while (i < collected.size() && !is_blank(collected[i])) taken += collected[i++];
      const Span part{taken.size() - (i - begin), taken.size()};
      if (!from_.empty()) add_piece(part, {begin, i});
      place_codes(part, {begin, i});
      continue;
    }
    std::size_t end = i;
    while (end < collected.size() && is_blank(collected[end])) ++end;
    const std::string_view blanks = std::string_view(collected).substr(i, end - i);
    const bool inside = i > 0 && end < collected.size();
    const std::size_t before = taken.size();
    if (inside) {
      taken.append(blanks.find('\n') == blanks.npos ? blanks.size() : 1, ' ');
      if (!from_.empty()) add_piece({before, taken.size()}, {i, end});
    }
    place_codes({before, taken.size()}, {i, end});
    i = end;
  }
  place_codes({taken.size(), taken.size()}, {collected.size(), collected.size() + 1});
  from_.clear();
  taken_codes_ = std::exchange(codes_, {});
  return taken;
}

}  // namespace duizhao::formats
