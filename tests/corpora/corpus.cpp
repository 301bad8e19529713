#include "corpora/corpus.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace duizhao::tests {
namespace {

std::runtime_error fault(const std::string& path, std::size_t line, const std::string& message) {
  return std::runtime_error(path + ":" + std::to_string(line + 1) + ": " + message);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::vector<std::string> read_lines(const std::string& path) {
  const std::string text = read_file(path);
  auto lines = split(text, '\n');
  if (!lines.back().empty()) throw fault(path, lines.size() - 1, "does not end with a line feed");
  lines.pop_back();
  return lines;
}

/// The rows of a table below its first line, which must be `header`.
std::vector<std::vector<std::string>> read_table(const std::string& path,
                                                 const std::vector<std::string>& header) {
  const auto lines = read_lines(path);
  if (lines.empty() || split(lines[0], '\t') != header) throw fault(path, 0, "another header");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    rows.push_back(split(lines[i], '\t'));
    if (rows.back().size() != header.size()) throw fault(path, i, "another number of columns");
    for (const std::string& cell : rows.back()) {
      if (cell.empty()) throw fault(path, i, "an empty cell");
    }
  }
  return rows;
}

/// Reads `[0,1]` off the front of `text`.
std::optional<std::vector<std::uint32_t>> take_numbers(std::string_view& text) {
  if (!text.starts_with('[')) return std::nullopt;
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  std::vector<std::uint32_t> numbers;
  if (inside.empty()) return numbers;
  for (const std::string& digits : split(inside, ',')) {
    std::uint32_t number = 0;
    const char* last = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), last, number);
    if (error != std::errc() || stop != last) return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

Alignment read_gold(const std::string& path) {
  Alignment gold;
  const auto lines = read_lines(path);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view rest = lines[i];
    auto source = take_numbers(rest);
    const bool colon = rest.starts_with(':');
    if (colon) rest.remove_prefix(1);
    auto target = take_numbers(rest);
    if (!source || !colon || !target || !rest.empty()) throw fault(path, i, "not a bead");
    Bead bead;
    bead.source = std::move(*source);
    bead.target = std::move(*target);
    gold.beads.push_back(std::move(bead));
  }
  return gold;
}

Version read_version(const std::string& stem) {
  return {stem + ".txt", read_file(stem + ".txt"), read_lines(stem + ".sentences")};
}

std::string without_dash(const std::string& cell) { return cell == "-" ? std::string() : cell; }

}  // namespace

Corpus read_corpus(std::string_view name) {
  const auto* const report = std::find_if(kReports.begin(), kReports.end(),
                                          [&](const Report& one) { return one.name == name; });
  if (report == kReports.end()) throw std::runtime_error("there is no corpus " + std::string(name));
  const std::string folder = "corpora/" + std::string(name) + "/";
  Corpus corpus;
  corpus.name = name;
  corpus.source = read_version(folder + "report." + report->source);
  corpus.draft = read_version(folder + "draft." + report->target);
  corpus.clean = read_version(folder + "clean." + report->target);
  corpus.draft_gold = read_gold(folder + "draft.gold");
  corpus.clean_gold = read_gold(folder + "clean.gold");
  for (auto& row :
       read_table(folder + "errors.tsv", {"rule", "severity", "source", "target", "note"})) {
    corpus.errors.push_back(
        {split(row[0], '|'), row[1], without_dash(row[2]), without_dash(row[3]), row[4]});
  }
  corpus.glossary_path = folder + "glossary.tsv";
  for (auto& row : read_table(corpus.glossary_path, {"source term", "target term"})) {
    corpus.glossary.push_back({row[0], row[1]});
  }
  return corpus;
}

std::optional<Span> only_place(std::string_view text, std::string_view passage) {
  const std::size_t place = text.find(passage);
  if (passage.empty() || place == std::string_view::npos) return std::nullopt;
  if (text.find(passage, place + 1) != std::string_view::npos) return std::nullopt;
  return Span{place, place + passage.size()};
}

std::vector<Span> sentence_spans(const Version& version) {
  std::vector<Span> spans;
  std::size_t position = 0;
  for (std::size_t i = 0; i < version.sentences.size(); ++i) {
    const std::string& sentence = version.sentences[i];
    position = std::min(version.text.find_first_not_of(" \n", position), version.text.size());
    if (version.text.compare(position, sentence.size(), sentence) != 0) {
      throw fault(version.path, 0, "sentence " + std::to_string(i) + " does not stand there");
    }
    spans.push_back({position, position + sentence.size()});
    position = spans.back().end;
  }
  return spans;
}

}  // namespace duizhao::tests
