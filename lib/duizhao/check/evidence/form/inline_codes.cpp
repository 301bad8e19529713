#include "duizhao/check/evidence/form/inline_codes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using Kind = InlineCode::Kind;

constexpr auto kVoid = std::to_array<std::string_view>(
    {"area", "base", "bpt", "br", "col", "embed", "ept", "hr", "img", "input", "it", "link", "meta",
     "param", "ph", "source", "track", "wbr", "x"});

/// Attributes that people read, or that tell the language: they are translated.
constexpr auto kTranslated = std::to_array<std::string_view>(
    {"alt", "aria-description", "aria-label", "content", "dir", "hreflang", "label", "lang",
     "placeholder", "summary", "title", "value", "xml:lang"});

/// References to characters that reports have; others are given by number.
constexpr auto kCharacters = std::to_array<std::pair<std::string_view, char32_t>>(
    {{"amp", '&'},      {"apos", '\''},     {"bull", 0x2022}, {"cent", 0xA2},    {"copy", 0xA9},
     {"deg", 0xB0},     {"divide", 0xF7},   {"emsp", 0x2003}, {"ensp", 0x2002},  {"euro", 0x20AC},
     {"gt", '>'},       {"hellip", 0x2026}, {"laquo", 0xAB},  {"ldquo", 0x201C}, {"lsquo", 0x2018},
     {"lt", '<'},       {"mdash", 0x2014},  {"middot", 0xB7}, {"minus", 0x2212}, {"nbsp", 0xA0},
     {"ndash", 0x2013}, {"para", 0xB6},     {"plusmn", 0xB1}, {"pound", 0xA3},   {"quot", '"'},
     {"raquo", 0xBB},   {"rdquo", 0x201D},  {"reg", 0xAE},    {"rsquo", 0x2019}, {"sect", 0xA7},
     {"shy", 0xAD},     {"thinsp", 0x2009}, {"times", 0xD7},  {"trade", 0x2122}, {"yen", 0xA5}});

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

/// End of what a % that begins at `at` may be without a letter for a type: %1, %L1, %user%; `at`
/// where it is none.
std::size_t named_or_numbered_end(std::string_view text, std::size_t at) {
  const auto ends_word = [&](std::size_t i) {
    return i >= text.size() ||
           !(text::is_ascii_letter_or_digit(text[i]) || text[i] == '%' || text[i] == '$');
  };
  const std::size_t first = at + 1 < text.size() && text[at + 1] == 'L' ? at + 2 : at + 1;
  const std::size_t digits = while_in(text, first, text::is_ascii_digit);
  if (digits > first && digits <= first + 2 && ends_word(digits)) return digits;
  const std::size_t name = while_in(text, at + 1, text::is_ascii_letter);
  const bool closed = name > at + 2 && name < text.size() && text[name] == text[at];
  return closed && ends_word(name + 1) ? name + 1 : at;
}

/// Whether the % at `at` stands behind a number: 5%, 5 %.
bool is_percent(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 && text::is_ascii_digit(text[at - 1]);
}

/// End of {0}, {name}, {{ name }}, ${name}, {x:>10} that begins at `at`.
std::size_t brace_end(std::string_view text, std::size_t at) {
  std::size_t i = text[at] == '$' ? at + 1 : at;
  const bool is_double = text.substr(i).starts_with("{{");
  i += is_double ? 2 : 1;
  const auto is_blank = [](char c) { return c == ' '; };
  const std::size_t begin = is_double ? while_in(text, i, is_blank) : i;
  std::size_t end = while_in(text, begin, is_name);
  if (end == begin && is_double) return at;
  // {{count, number}} of i18next; {0!r} and {x:>10} of Python.
  const auto is_format = [](char c) {
    return is_name(c) || std::string_view(" (:);<>^=+#,%").find(c) != std::string_view::npos;
  };
  if (is_double) {
    if (end < text.size() && text[end] == ',') {
      end = while_in(text, end + 1, is_format);
    }
    end = while_in(text, end, is_blank);
  } else if (end < text.size() && (text[end] == '!' || text[end] == ':')) {
    constexpr std::size_t kLongest = 12;
    const std::size_t format = while_in(text, end + 1, is_format);
    if (format > end + 1 && format <= end + kLongest) end = format;
  }
  const std::string_view close = is_double ? "}}" : "}";
  return text.substr(std::min(end, text.size())).starts_with(close) ? end + close.size() : at;
}

/// End of printf's %s, %1$d, %ld, %05d, %(name)s, %@, and whether it takes the next argument.
std::pair<std::size_t, bool> conversion_end(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  bool unnumbered = true;
  if (text[i] == '(') {
    const std::size_t end = while_in(text, i + 1, is_name);
    if (end == i + 1 || end >= text.size() || text[end] != ')') return {at, false};
    i = end + 1;
    unnumbered = false;
  } else {
    const std::size_t digits = while_in(text, i, text::is_ascii_digit);
    if (digits > i && digits < text.size() && text[digits] == '$') {
      i = digits + 1;
      unnumbered = false;
    }
  }
  i = while_in(text, i, [](char c) {
    return text::is_ascii_digit(c) ||
           std::string_view("-+#.lhzjt").find(c) != std::string_view::npos;
  });
  if (i >= text.size() ||
      std::string_view("sdifuxXcegn@").find(text[i]) == std::string_view::npos) {
    return {at, false};
  }
  const bool word = i + 1 < text.size() && text::is_ascii_letter_or_digit(text[i + 1]);
  return word || is_percent(text, at) ? std::pair(at, false) : std::pair(i + 1, unnumbered);
}

/// End of i18next's $t(key).
std::size_t nesting_end(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("$t(")) return at;
  const std::size_t end = text.find(')', at);
  return end == std::string_view::npos ? at : end + 1;
}

std::string without_blanks(std::string_view code) {
  std::string form;
  std::ranges::remove_copy(code, std::back_inserter(form), ' ');
  return form;
}

/// A language or region between the slashes or dots of an address.
std::string without_language(std::string address) {
  constexpr auto kLanguages = std::to_array<std::string_view>(
      {"/en/",    "/zh/",    "/cn/",      "/tw/",      "/hk/",      "/en-us/", "/en-gb/",
       "/zh-cn/", "/zh-tw/", "/zh-hk/",   "/zh-hans/", "/zh-hant/", "/eng/",   "/chi/",
       "/sc/",    "/tc/",    "/english/", "/chinese/", "/zh_cn/",   "/zh_tw/", "/en_us/"});
  address += '/';
  for (const std::string_view language : kLanguages) {
    if (const std::size_t at = address.find(language); at != std::string::npos) {
      address.replace(at, language.size(), "/*/");
    }
  }
  while (address.ends_with('/')) address.pop_back();
  return address;
}

std::string address_form(std::string_view address) {
  std::string form = text::ascii_lowered(address);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (form.starts_with(scheme)) form.erase(0, scheme.size());
  }
  return without_language(std::move(form));
}

/// <A  HREF="x" title="Help"/> as <a href=x>.
std::string tag_form(std::string_view tag) {
  std::size_t i = 1;
  const bool ends = tag[i] == '/';
  if (ends) ++i;
  const auto is_element = [](char c) { return is_name(c) || c == ':'; };
  const std::size_t end = while_in(tag, i, is_element);
  std::string form = ends ? "</" : "<";
  form += text::ascii_lowered(tag.substr(i, end - i));
  std::vector<std::string> attributes;
  for (std::size_t at = end; at < tag.size();) {
    if (!is_element(tag[at])) {
      ++at;
      continue;
    }
    const std::size_t name_end = while_in(tag, at, is_element);
    const std::string name = text::ascii_lowered(tag.substr(at, name_end - at));
    at = while_in(tag, name_end, [](char c) { return c == ' '; });
    std::string_view value;
    if (at < tag.size() && tag[at] == '=') {
      at = while_in(tag, at + 1, [](char c) { return c == ' '; });
      const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
      const std::size_t stop = quoted ? tag.find(tag[at], at + 1) : tag.find_first_of(" >", at);
      const std::size_t first = quoted ? at + 1 : at;
      const std::size_t last = std::min(stop, tag.size() - 1);
      value = tag.substr(first, last - first);
      at = last + 1;
    }
    if (std::ranges::find(kTranslated, name) != kTranslated.end()) continue;
    attributes.push_back(name + "=" + (name == "href" ? address_form(value) : std::string(value)));
  }
  std::ranges::sort(attributes);
  for (const std::string& attribute : attributes) form += ' ' + attribute;
  return form + '>';
}

/// The character that a reference stands for: &copy;, &#169;, &#xA9;
std::optional<char32_t> character_of(std::string_view reference) {
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (!name.starts_with('#')) {
    const auto* const found =
        std::ranges::find(kCharacters, name, [](const auto& c) { return c.first; });
    if (found == kCharacters.end()) return std::nullopt;
    return found->second;
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (error != std::errc() || end != name.data() + name.size() || code > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  return code;
}

/// End of a tag or character reference: <b>, </b>, <br/>, &nbsp;
std::size_t markup_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 400;
  if (text[at] == '&') {
    const std::size_t end = while_in(
        text, at + 1, [](char c) { return text::is_ascii_letter_or_digit(c) || c == '#'; });
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

/// End of a command's option that begins at `at`: --role=server.
std::size_t option_end(std::string_view text, std::size_t at) {
  // Chinese puts no space before it.
  const bool begins = at == 0 ||
                      std::string_view(" [`'").find(text[at - 1]) != std::string_view::npos ||
                      static_cast<unsigned char>(text[at - 1]) >= 0x80;
  const bool long_form = text.substr(at).starts_with("--") && at + 2 < text.size() &&
                         text::is_ascii_lower(text[at + 2]);
  if (!begins || !long_form) return at;
  const auto is_value = [](char c) { return is_name(c) || c == '/' || c == ':'; };
  std::size_t end = while_in(text, at + 2, is_name);
  const bool has_value = end < text.size() && text[end] == '=';
  if (has_value) end = while_in(text, end + 1, is_value);
  while (text[end - 1] == '.' || text[end - 1] == ':') --end;  // the sentence's
  // "he said --and left" has a dash.
  const bool compound = text.substr(at + 2, end - at - 2).find('-') != std::string_view::npos;
  return has_value || compound || at == 0 ? end : at;
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

class CodeFinder {
 public:
  CodeFinder(const pair::Passage& passage, PlaceholderStyles styles)
      : text_(passage.text()), offset_(passage.span.begin), styles_(styles) {}

  std::vector<InlineCode> run() {
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t end = text::is_ascii_letter_or_digit(text_[i]) ? word_at(i) : code_at(i);
      i = std::max(end, i + 1);
    }
    return std::move(codes_);
  }

 private:
  /// Each returns the end of what stands at `i`, and `i` where nothing does.
  std::size_t word_at(std::size_t i) {
    const bool begins = i == 0 || !is_name(text_[i - 1]);
    const std::size_t end = begins ? address_end(text_, i) : i;
    if (end == i) return while_in(text_, i, is_name);
    return add(i, end, Kind::kAddress, address_form(text_.substr(i, end - i)));
  }

  std::size_t code_at(std::size_t i) {
    switch (text_[i]) {
      case '{':
        return placeholder(i, brace_end(text_, i), style_of_brace(i));
      case '$':
        if (const std::size_t end = nesting_end(text_, i); end > i) {
          return placeholder(i, end, kI18next);
        }
        return text_.substr(i).starts_with("${") ? placeholder(i, brace_end(text_, i), kVariable)
                                                 : i;
      case '@': {
        const std::size_t end = named_or_numbered_end(text_, i);
        return end > i && text_[end - 1] == '@' ? placeholder(i, end, kVariable) : i;
      }
      case '%':
        return percent_at(i);
      case '-':
        return add(i, option_end(text_, i), Kind::kOption,
                   std::string(text_.substr(i, option_end(text_, i) - i)));
      case '\\':
      case '[':
        return plain(i, escape_end(text_, i));
      case '<':
      case '&':
        return markup_at(i);
      default:
        return i;
    }
  }

  static constexpr auto kPrintf = static_cast<PlaceholderStyles>(PlaceholderStyle::kPrintf);
  static constexpr auto kPython = static_cast<PlaceholderStyles>(PlaceholderStyle::kPython);
  static constexpr auto kI18next = static_cast<PlaceholderStyles>(PlaceholderStyle::kI18next);
  static constexpr auto kQt = static_cast<PlaceholderStyles>(PlaceholderStyle::kQt);
  static constexpr auto kIcu = static_cast<PlaceholderStyles>(PlaceholderStyle::kIcu);
  static constexpr auto kVariable = static_cast<PlaceholderStyles>(PlaceholderStyle::kVariable);

  [[nodiscard]] PlaceholderStyles style_of_brace(std::size_t i) const {
    return text_.substr(i).starts_with("{{") ? kI18next
                                             : static_cast<PlaceholderStyles>(kPython | kIcu);
  }

  std::size_t percent_at(std::size_t i) {
    if (i + 1 >= text_.size()) return i;
    const std::size_t end = named_or_numbered_end(text_, i);
    const bool named = end > i && text_[end - 1] == '%';
    if (end > i && !is_percent(text_, i)) return placeholder(i, end, named ? kVariable : kQt);
    const auto [conversion, unnumbered] = conversion_end(text_, i);
    const std::string_view code = text_.substr(i, conversion - i);
    const PlaceholderStyles style = code.starts_with("%(") ? kPython
                                    : code == "%n"
                                        ? kQt
                                        : static_cast<PlaceholderStyles>(kPrintf | kPython);
    if ((style & styles_) == 0) return i;
    return add(i, conversion, unnumbered ? Kind::kUnnumbered : Kind::kPlaceholder,
               std::string(code));
  }

  std::size_t markup_at(std::size_t i) {
    const std::size_t end = markup_end(text_, i);
    if (end == i) return i;
    const std::string_view code = text_.substr(i, end - i);
    if (text_[i] == '<') {
      return add(i, end, code[1] == '/' ? Kind::kEndTag : Kind::kTag, tag_form(code));
    }
    const auto character = character_of(code);
    if (!character) return plain(i, end);
    std::string form;
    text::append_code_point(form, *character);
    return add(i, end, Kind::kCharacter, std::move(form));
  }

  /// Of one of these styles; where none of them is in use it is passed as a whole.
  std::size_t placeholder(std::size_t begin, std::size_t end, PlaceholderStyles styles) {
    return (styles & styles_) == 0 ? end : plain(begin, end);
  }

  std::size_t plain(std::size_t begin, std::size_t end) {
    return add(begin, end, Kind::kPlaceholder, without_blanks(text_.substr(begin, end - begin)));
  }

  std::size_t add(std::size_t begin, std::size_t end, Kind kind, std::string form) {
    if (end > begin) {
      codes_.push_back({Span{begin, end}.shifted(offset_), std::move(form), kind});
    }
    return end;
  }

  std::string_view text_;
  std::size_t offset_;
  PlaceholderStyles styles_;
  std::vector<InlineCode> codes_;
};

Kind kind_of(const SegmentCode& code) {
  switch (code.kind) {
    case SegmentCode::Kind::kOpen:
      return Kind::kTag;
    case SegmentCode::Kind::kClose:
      return Kind::kEndTag;
    case SegmentCode::Kind::kAlone:
      return Kind::kPlaceholder;
  }
  return Kind::kPlaceholder;
}

/// Puts the codes of the passage's file to those of its text, `codes`, some of which they are.
void add_codes_of_file(const pair::Passage& passage, std::vector<InlineCode>& codes) {
  for (const SegmentCode& code : passage.document->codes) {
    if (!passage.span.contains(code.span)) continue;
    const bool pairs = code.kind != SegmentCode::Kind::kAlone;
    const auto shown = std::ranges::find(codes, code.span, &InlineCode::span);
    if (!code.span.empty() && shown != codes.end()) {
      shown->id = code.id;
      shown->order = code.order;
      if (pairs) shown->pair = code.pair;
      continue;
    }
    std::erase_if(codes, [&](const InlineCode& other) {
      return !other.span.empty() && code.span.contains(other.span);
    });
    codes.push_back({code.span, code.shown, kind_of(code), code.id,
                     pairs ? code.pair : std::string(), code.order});
  }
  // What is not shown stands before what is.
  std::ranges::stable_sort(codes, {}, [](const InlineCode& code) {
    return std::pair(code.span.begin, !code.span.empty());
  });
}

/// Whether something that is neither an address nor an option may begin with a character.
bool begins_code(char c) {
  switch (c) {
    case '{':
    case '%':
    case '$':
    case '@':
    case '\\':
    case '[':
    case '<':
    case '&':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<InlineCode> inline_codes(const pair::Passage& passage, PlaceholderStyles styles) {
  const std::string_view text = passage.text();
  std::vector<InlineCode> codes;
  // Most passages have none of what a code has, and no address.
  if (std::ranges::any_of(text, begins_code) || text.find("://") != std::string_view::npos ||
      text.find("www.") != std::string_view::npos || text.find("--") != std::string_view::npos) {
    codes = CodeFinder(passage, styles).run();
  }
  if (!passage.document->codes.empty()) add_codes_of_file(passage, codes);
  return codes;
}

std::string_view element_of(const InlineCode& tag) {
  if (!tag.pair.empty()) return tag.pair;
  std::string_view name = tag.form;
  name.remove_prefix(name.starts_with("</") ? 2 : 1);
  return name.substr(0, name.find_first_of(" >"));
}

bool opens(const InlineCode& code) {
  if (code.kind != Kind::kTag) return false;
  return !code.pair.empty() || std::ranges::find(kVoid, element_of(code)) == kVoid.end();
}

}  // namespace duizhao::check
