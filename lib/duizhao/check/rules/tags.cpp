// Rule `tags`: a placeholder, a tag, a URL or an e-mail address is not in the other version.
//
// Fires:   Hello, {name}! → 你好！; <b>新</b>规定 → a <b>new rule; see www.example.org/a → 见网站
// Silent:  a tag that moved within the segment; "a < b"; 100 %; {…} around running text.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/check/rule.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"tags/lost", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/added", Category::kMarkup, Severity::kMinor, 0.9},
    FindingKind{"tags/address-lost", Category::kMarkup, Severity::kMinor, 0.9, "tags/lost"},
    FindingKind{"tags/address-added", Category::kMarkup, Severity::kMinor, 0.9, "tags/added"},
};

struct Tag {
  Span span;
  std::string form;  ///< what compares
  bool address = false;
};

bool is_name(char c) {
  return text::is_ascii_letter_or_digit(c) || c == '_' || c == '.' || c == '-';
}
bool is_address(char c) {
  return is_name(c) || std::string_view("/?&=%#~+:@,;!$()*'").find(c) != std::string_view::npos;
}

std::size_t while_in(std::string_view text, std::size_t at, bool (*is)(char)) {
  while (at < text.size() && is(text[at])) ++at;
  return at;
}

/// End of what a % that begins at `at` may be without a letter for a type: %1, %user%; `at` where
/// it is none.
std::size_t named_or_numbered_end(std::string_view text, std::size_t at) {
  const auto ends_word = [&](std::size_t i) {
    return i >= text.size() || !(text::is_ascii_letter_or_digit(text[i]) || text[i] == '%');
  };
  const std::size_t digits = while_in(text, at + 1, text::is_ascii_digit);
  if (digits > at + 1 && digits <= at + 3 && ends_word(digits)) return digits;
  const std::size_t name = while_in(text, at + 1, text::is_ascii_letter);
  const bool closed = name > at + 2 && name < text.size() && text[name] == text[at];
  return closed && ends_word(name + 1) ? name + 1 : at;
}

/// Whether the % at `at` stands behind a number: 5%, 5 %.
bool is_percent(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 && text::is_ascii_digit(text[at - 1]);
}

/// End of a placeholder that begins at `at`: {0}, {name}, {{name}}, ${name}, %s, %1$d, %ld,
/// %(name)s, %1, %user%, @user@.
std::size_t placeholder_end(std::string_view text, std::size_t at) {
  std::size_t i = at;
  if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') ++i;
  if (text[i] == '{') {
    std::size_t depth = 0;
    while (i < text.size() && text[i] == '{' && depth < 2) ++i, ++depth;
    const std::size_t end = while_in(text, i, is_name);
    if (end == i && depth == 2) return at;
    for (i = end; depth > 0 && i < text.size() && text[i] == '}'; --depth) ++i;
    return depth == 0 ? i : at;
  }
  if (text[i] == '@') {
    const std::size_t end = named_or_numbered_end(text, at);
    return end > at && text[end - 1] == '@' ? end : at;
  }
  if (text[i] != '%' || i + 1 >= text.size()) return at;
  const bool percent = is_percent(text, at);
  if (const std::size_t end = named_or_numbered_end(text, at); end > at && !percent) return end;
  ++i;
  if (text[i] == '(') {
    const std::size_t end = while_in(text, i + 1, is_name);
    if (end == i + 1 || end >= text.size() || text[end] != ')') return at;
    i = end + 1;
  } else {
    const std::size_t digits = while_in(text, i, text::is_ascii_digit);
    if (digits > i && digits < text.size() && text[digits] == '$') i = digits + 1;
  }
  i = while_in(text, i, [](char c) {
    return text::is_ascii_digit(c) ||
           std::string_view("-+#.lhzjt").find(c) != std::string_view::npos;
  });
  if (i >= text.size() || std::string_view("sdifuxXn@").find(text[i]) == std::string_view::npos) {
    return at;
  }
  const bool word = i + 1 < text.size() && text::is_ascii_letter_or_digit(text[i + 1]);
  return word || percent ? at : i + 1;
}

/// End of a tag or character reference: <b>, </b>, <br/>, &nbsp;
std::size_t markup_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 200;
  if (text[at] == '&') {
    const std::size_t end =
        while_in(text, at + 1, [](char c) { return text::is_ascii_letter(c) || c == '#'; });
    return end > at + 2 && end < text.size() && text[end] == ';' ? end + 1 : at;
  }
  if (text[at] != '<' || at + 1 >= text.size()) return at;
  std::size_t i = at + 1;
  if (text[i] == '/') ++i;
  if (i >= text.size() || !text::is_ascii_letter(text[i])) return at;
  const std::size_t close = text.find_first_of("<>", i);
  const bool ends = close != std::string_view::npos && text[close] == '>' && close - at <= kLongest;
  return ends ? close + 1 : at;
}

/// A reference to a character that either language may write otherwise, or with a word: &amp; → 和.
bool is_written_out(std::string_view form) {
  constexpr std::array<std::string_view, 8> kReferences = {
      "&amp;", "&apos;", "&gt;", "&lt;", "&nbsp;", "&quot;", "&ldquo;", "&rdquo;"};
  return std::ranges::find(kReferences, form) != kReferences.end();
}

/// End of an escape or a forum's tag that begins at `at`: \n, [b], [/url].
std::size_t escape_end(std::string_view text, std::size_t at) {
  if (text[at] == '\\') {
    const bool escape = at + 1 < text.size() &&
                        std::string_view("nrt").find(text[at + 1]) != std::string_view::npos;
    const bool path = (at > 0 && is_name(text[at - 1])) ||
                      (at + 2 < text.size() && text::is_ascii_letter_or_digit(text[at + 2]) &&
                       (at == 0 || text[at - 1] == ':'));
    const bool ends = at + 2 >= text.size() || !text::is_ascii_letter_or_digit(text[at + 2]);
    return escape && !path && ends ? at + 2 : at;
  }
  constexpr std::array<std::string_view, 8> kForum = {"[b]", "[/b]", "[i]",    "[/i]",
                                                      "[u]", "[/u]", "[/url]", "[/color]"};
  for (const std::string_view tag : kForum) {
    if (text.substr(at).starts_with(tag)) return at + tag.size();
  }
  return at;
}

/// End of a URL or e-mail address that begins at `at`, where a word begins.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool url = rest.starts_with("http://") || rest.starts_with("https://") ||
                   rest.starts_with("ftp://") || rest.starts_with("www.");
  std::size_t end = while_in(
      text, at, url ? is_address : [](char c) { return is_name(c) || c == '@' || c == '+'; });
  while (end > at && std::string_view(".,;:!?)'(").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  const std::string_view word = text.substr(at, end - at);
  if (url) return word.size() > 8 ? end : at;
  const std::size_t sign = word.find('@');
  const bool mail = sign != std::string_view::npos && sign > 0 &&
                    word.find('.', sign) != std::string_view::npos && sign + 3 < word.size();
  return mail ? end : at;
}

std::vector<Tag> tags_of(const pair::Passage& passage) {
  std::vector<Tag> tags;
  const std::string_view text = passage.text();
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool address = false;
    if (text::is_ascii_letter_or_digit(text[i])) {
      const bool begins = i == 0 || !is_name(text[i - 1]);
      if (begins) end = address_end(text, i);
      address = end > i;
      if (!address) end = while_in(text, i, is_name);
      if (!address) {
        i = std::max(end, i + 1);
        continue;
      }
    } else if (text[i] == '{' || text[i] == '%' || text[i] == '$' || text[i] == '@') {
      end = placeholder_end(text, i);
    } else if (text[i] == '\\' || text[i] == '[') {
      end = escape_end(text, i);
    } else if (text[i] == '<' || text[i] == '&') {
      end = markup_end(text, i);
    }
    if (end == i) {
      ++i;
      continue;
    }
    std::string form(text.substr(i, end - i));
    if (is_written_out(form)) {
      i = end;
      continue;
    }
    if (address) {
      form = text::ascii_lowered(form);
      for (const std::string_view scheme : {"http://", "https://"}) {
        if (form.starts_with(scheme)) form.erase(0, scheme.size());
      }
      while (form.ends_with('/')) form.pop_back();
    }
    tags.push_back({Span{i, end}.shifted(passage.span.begin), std::move(form), address});
    i = end;
  }
  return tags;
}

const FindingKind& kind_of(const Tag& tag, bool of_source) {
  if (tag.address) {
    return of_source ? kind(kKinds, "tags/address-lost") : kind(kKinds, "tags/address-added");
  }
  return of_source ? kind(kKinds, "tags/lost") : kind(kKinds, "tags/added");
}

void report_lost(const pair::Passage& here, const std::vector<Tag>& tags, std::vector<Tag> others,
                 bool of_source, std::vector<Finding>& findings) {
  for (const Tag& tag : tags) {
    const auto found = std::find_if(others.begin(), others.end(),
                                    [&](const Tag& other) { return other.form == tag.form; });
    if (found != others.end()) {
      others.erase(found);
      continue;
    }
    Finding finding(kind_of(tag, of_source));
    (of_source ? finding.source : finding.target) = tag.span;
    const std::string_view written = tag.span.in(here.document->text);
    if (of_source) finding.suggestion = std::string(written);
    findings.push_back(std::move(finding.with("tag", written)));
  }
}

void check_tags(const BeadContext& context, std::vector<Finding>& findings) {
  const std::vector<Tag> source = tags_of(context.source);
  const std::vector<Tag> target = tags_of(context.target);
  if (source.empty() && target.empty()) return;
  report_lost(context.source, source, target, true, findings);
  report_lost(context.target, target, source, false, findings);
}

constexpr std::array kExamples = {
    Example{"Hello, {name}!", "你好！", "tags/lost"},
    Example{"See www.example.org/a for details.", "详情见网站。", "tags/address-lost"},
    Example{"你好！", "Hello, {name}!", "tags/added"},
    Example{"Click <b>here</b> now.", "现在点击<b>这里</b>。"},
};

}  // namespace

extern const Rule kTagsRule = {
    .id = "tags",
    .concern = Concern::kForm,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_tags,
};

}  // namespace duizhao::check
