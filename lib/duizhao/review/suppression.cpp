#include "duizhao/review/suppression.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao {
namespace {

/// FNV-1a over the text without its white space, ended by a byte that no UTF-8 text has.
class ContentHash {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      if (text::is_space(text::next_code_point(text, i))) continue;
      for (const char c : text.substr(begin, i - begin)) add_byte(static_cast<unsigned char>(c));
    }
    add_byte(0xFF);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void add_byte(unsigned char byte) {
    value_ ^= byte;
    value_ *= 0x100000001B3ULL;
  }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

bool is_telling(char32_t c) {
  return text::is_han(c) || (c < 0x80 && (text::is_ascii_letter(static_cast<char>(c)) ||
                                          text::is_ascii_digit(static_cast<char>(c))));
}

/// Adds the letters, digits and Han characters in front of the evidence and behind it, up to
/// `reach` bytes each way, as far as they stand in its passage. Marks don't count.
void add_surroundings(ContentHash& hash, std::string_view text, Span evidence, Span passage,
                      std::size_t reach) {
  std::size_t bytes = 0;
  for (std::size_t at = evidence.begin; at > passage.begin && bytes < reach;) {
    const std::size_t end = at;
    if (!is_telling(text::previous_code_point(text, at))) continue;
    hash.add(text.substr(at, end - at));
    bytes += end - at;
  }
  hash.add({});
  bytes = 0;
  for (std::size_t at = evidence.end; at < passage.end && bytes < reach;) {
    const std::size_t begin = at;
    if (!is_telling(text::next_code_point(text, at))) continue;
    hash.add(text.substr(begin, at - begin));
    bytes += at - begin;
  }
}

/// A cell of a tab-separated line: tabs and line ends in it become spaces.
std::string cell(std::string_view text) {
  std::string result(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
      ' ');
  return result;
}

}  // namespace

Result<Suppressions> Suppressions::read(std::string_view text, const std::string& file) {
  Suppressions suppressions;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      cells.emplace_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    const auto key = key_in(cells[0]);
    if (!key) {
      return failure(ErrorCode::kMalformed,
                     "a suppression begins with the 16 digits of a finding's key",
                     {file, number, 1});
    }
    cells.resize(5);
    suppressions.add({*key, cells[1], cells[2], cells[3], cells[4]});
  }
  return suppressions;
}

void Suppressions::add_baseline(std::string_view json) {
  constexpr std::string_view kMember = "\"key\":";
  for (std::size_t at = json.find(kMember); at != std::string_view::npos;
       at = json.find(kMember, at + 1)) {
    const std::size_t begin = json.find('"', at + kMember.size());
    if (begin == std::string_view::npos) return;
    if (const auto key = key_in(json.substr(begin + 1, 16))) add({*key, {}, {}, {}, {}});
  }
}

void Suppressions::add(Suppression suppression) {
  const std::uint64_t key = suppression.key;
  by_key_.insert_or_assign(key, std::move(suppression));
}

void Suppressions::add(const Suppressions& more) {
  for (const auto& [key, suppression] : more.by_key_) add(suppression);
}

std::size_t Suppressions::apply(std::vector<Finding>& findings) const {
  return std::erase_if(findings,
                       [this](const Finding& finding) { return by_key_.contains(finding.key); });
}

std::string Suppressions::text() const {
  std::string lines = "# key\trule\tauthor\treason\texcerpt\n";
  for (const auto& [key, suppression] : by_key_) {
    lines +=
        fmt::format("{}\t{}\t{}\t{}\t{}\n", key_text(key), cell(suppression.rule),
                    cell(suppression.author), cell(suppression.reason), cell(suppression.excerpt));
  }
  return lines;
}

std::uint64_t content_key(const Finding& finding, const FindingPlace& place) {
  ContentHash hash;
  hash.add(finding.code);
  if (!finding.source && !finding.target) {
    for (const Argument& argument : finding.arguments) {
      hash.add(argument.name);
      if (const auto* text = std::get_if<std::string>(&argument.value)) hash.add(*text);
    }
    return hash.value();
  }
  const std::string_view source = finding.source ? finding.source->in(place.source.text) : "";
  const std::string_view target = finding.target ? finding.target->in(place.target.text) : "";
  hash.add(source);
  hash.add(target);
  // The source stays as it is while the translation is mended, so it tells alike places apart; the
  // translation only where there is nothing else, and a mark says nothing by itself.
  constexpr std::size_t kSourceReach = 24;
  constexpr std::size_t kTargetReach = 9;
  constexpr std::size_t kTelling = 12;
  if (finding.source) {
    add_surroundings(hash, place.source.text, *finding.source, place.source_passage, kSourceReach);
  } else if (target.size() < kTelling) {
    add_surroundings(hash, place.target.text, *finding.target, place.target_passage, kTargetReach);
  }
  return hash.value();
}

std::uint64_t sentence_key(const Finding& finding, const FindingPlace& place) {
  ContentHash hash;
  hash.add(finding.rule);
  hash.add(finding.source ? finding.source->in(place.source.text) : std::string_view());
  hash.add(finding.target ? finding.target->in(place.target.text) : std::string_view());
  hash.add(place.source_passage.in(place.source.text));
  hash.add(place.target_passage.in(place.target.text));
  return hash.value();
}

std::string key_text(std::uint64_t key) { return fmt::format("{:016x}", key); }

std::optional<std::uint64_t> key_in(std::string_view text) {
  constexpr std::size_t kDigits = 16;
  std::uint64_t key = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key, 16);
  if (text.size() != kDigits || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return key;
}

}  // namespace duizhao
