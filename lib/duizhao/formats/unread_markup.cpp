#include "duizhao/formats/unread_markup.h"

#include <algorithm>
#include <cstddef>

#include "duizhao/text/ascii.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// ".SH NAME", ".\" a remark".
bool is_roff(std::string_view line) {
  if (line.size() < 3 || line.front() != '.') return false;
  if (line[1] == '\\' && line[2] == '"') return true;
  return text::is_ascii_upper(line[1]) && text::is_ascii_upper(line[2]) &&
         (line.size() == 3 || line[3] == ' ');
}

/// "h2. Heading", "h2(#id). Heading".
bool is_textile_heading(std::string_view line) {
  if (line.size() < 4 || line[0] != 'h' || line[1] < '1' || line[1] > '6') return false;
  const std::size_t end = line[2] == '(' ? line.find(')') + 1 : 2;
  return end > 0 && line.substr(end, 2) == ". ";
}

/// "== Heading ==".
bool is_wiki_heading(std::string_view line) {
  return line.size() > 6 && line.starts_with("==") && line.ends_with("==") &&
         line.find_first_not_of('=') != line.npos;
}

}  // namespace

std::optional<UnreadMarkup> unread_markup_of(std::string_view text) {
  constexpr std::size_t kSeveral = 3;
  std::size_t roff = 0;
  std::size_t textile = 0;
  std::size_t org = 0;
  bool org_lists = false;
  bool wiki_heading = false;
  bool wiki_table = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text::trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    roff += is_roff(line) ? 1U : 0U;
    textile += is_textile_heading(line) ? 1U : 0U;
    org_lists |= line == ":PROPERTIES:";
    org += line.starts_with("#+") && line.find(':') != line.npos ? 1U : 0U;
    org += line.starts_with("#+begin_") || line.starts_with("#+BEGIN_") ? 1U : 0U;
    wiki_heading |= is_wiki_heading(line);
    wiki_table |= line.starts_with("{|");
  }
  const auto has = [&](std::string_view mark) { return text.find(mark) != text.npos; };
  if (roff >= kSeveral) return UnreadMarkup{"roff, as pages of manuals are", "pandoc -f man"};
  if (has("\\input texinfo")) return UnreadMarkup{"Texinfo", "makeinfo --html"};
  if (has("\\starttext")) return UnreadMarkup{"ConTeXt", "context"};
  if (org >= 2 || (org_lists && has(":END:"))) return UnreadMarkup{"Org", "pandoc -f org"};
  const bool wiki = wiki_table || has("'''") || has("[[") || has("<ref");
  if (wiki_heading && wiki) return UnreadMarkup{"MediaWiki", "pandoc -f mediawiki"};
  if (textile >= 2) return UnreadMarkup{"Textile or Jira", "pandoc -f textile or -f jira"};
  return std::nullopt;
}

}  // namespace duizhao::formats
