#include "duizhao/model/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <sstream>

namespace duizhao::model {
namespace {

constexpr std::string_view kFirstLine = "duizhao weights 1";

/// A line of a section: a name and its numbers.
struct Row {
  std::size_t line = 0;
  std::vector<double> numbers;
};

struct Section {
  std::size_t line = 0;
  std::vector<std::pair<std::string, Row>> rows;
};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t\r", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    at = end;
  }
  return fields;
}

std::optional<double> number_of(std::string_view field) {
  double number = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (error != std::errc{} || end != field.data() + field.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

/// The sections of a file, and the first fault of what is asked of them.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  Result<std::uint64_t> read(std::string_view text) {
    std::uint64_t lexicon = 0;
    std::size_t line_number = 0;
    Section* section = nullptr;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view written = text.substr(at, end - at);
      at = end + 1;
      ++line_number;
      const auto fields = fields_of(written.substr(0, written.find('#')));
      if (line_number == 1) {
        if (written != kFirstLine) return fail(1, "not a file of duizhao's weights, version 1");
      } else if (fields.empty()) {
        continue;
      } else if (fields[0].front() == '[' && fields[0].back() == ']') {
        section = &sections_[std::string(fields[0].substr(1, fields[0].size() - 2))];
        section->line = line_number;
      } else if (section == nullptr) {
        if (fields[0] != "lexicon" || fields.size() != 2) return fail(line_number, "unknown line");
        const std::string_view sum = fields[1];
        const auto [last, error] =
            std::from_chars(sum.data(), sum.data() + sum.size(), lexicon, 16);
        if (error != std::errc{} || last != sum.data() + sum.size()) {
          return fail(line_number, "the lexicon's checksum is no hexadecimal number");
        }
      } else {
        Row row{line_number, {}};
        for (const std::string_view field : std::span(fields).subspan(1)) {
          const auto number = number_of(field);
          if (!number) return fail(line_number, fmt::format("\"{}\" is no number", field));
          row.numbers.push_back(*number);
        }
        section->rows.emplace_back(std::string(fields[0]), std::move(row));
      }
    }
    if (line_number == 0) return fail(1, "not a file of duizhao's weights, version 1");
    return lexicon;
  }

  /// Puts the numbers of the row `name` into `places`; it must have just as many.
  void row(std::string_view section, std::string_view name, std::span<double* const> places) {
    const auto found = sections_.find(section);
    if (found == sections_.end()) return note(0, fmt::format("there is no section [{}]", section));
    auto& rows = found->second.rows;
    const auto same = [&](const auto& each) { return each.first == name; };
    const auto at = std::find_if(rows.begin(), rows.end(), same);
    if (at == rows.end()) {
      return note(found->second.line, fmt::format("[{}] has no line \"{}\"", section, name));
    }
    if (at->second.numbers.size() != places.size()) {
      return note(at->second.line, fmt::format("\"{}\" has {} numbers instead of {}", name,
                                               at->second.numbers.size(), places.size()));
    }
    for (std::size_t i = 0; i < places.size(); ++i) *places[i] = at->second.numbers[i];
    rows.erase(at);
  }

  /// The rows that nobody has asked for, with their names.
  std::vector<std::pair<std::string, Row>> rest(std::string_view section) {
    const auto found = sections_.find(section);
    return found == sections_.end() ? std::vector<std::pair<std::string, Row>>{}
                                    : std::exchange(found->second.rows, {});
  }

  /// Notes the first row that nobody has asked for, be it misspelt or there twice.
  void expect_no_more() {
    for (const auto& [name, section] : sections_) {
      if (section.rows.empty()) continue;
      const auto& [row_name, row] = section.rows.front();
      note(row.line, fmt::format("\"{}\" is not expected in [{}]", row_name, name));
    }
  }

  void note(std::size_t line, std::string message) {
    if (!fault_) fault_ = Error{ErrorCode::kMalformed, std::move(message), {file_, line, 0}};
  }

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  [[nodiscard]] tl::unexpected<Error> fail(std::size_t line, std::string message) const {
    return failure(ErrorCode::kMalformed, std::move(message), {file_, line, 0});
  }

  std::string file_;
  std::map<std::string, Section, std::less<>> sections_;
  std::optional<Error> fault_;
};

template <typename T>
struct Member {
  std::string_view name;
  double T::*member;
};

constexpr Member<MissingRunWeights> kMissingRuns[] = {
    {"constant", &MissingRunWeights::constant},
    {"mean", &MissingRunWeights::mean},
    {"size", &MissingRunWeights::size},
    {"outside", &MissingRunWeights::outside},
    {"whole_clauses", &MissingRunWeights::whole_clauses},
    {"repeated", &MissingRunWeights::repeated},
    {"terse", &MissingRunWeights::terse},
    {"gloss", &MissingRunWeights::gloss},
    {"answer", &MissingRunWeights::answer},
    {"rendering", &MissingRunWeights::rendering},
    {"length", &MissingRunWeights::length},
    {"related", &MissingRunWeights::related},
    {"common", &MissingRunWeights::common},
    {"lost", &MissingRunWeights::lost},
};

constexpr Member<BeadConfidenceWeights> kBeadConfidence[] = {
    {"constant", &BeadConfidenceWeights::constant},
    {"density", &BeadConfidenceWeights::density},
    {"margin", &BeadConfidenceWeights::margin},
    {"closeness", &BeadConfidenceWeights::closeness},
    {"extra", &BeadConfidenceWeights::extra},
    {"moved", &BeadConfidenceWeights::moved},
    {"alone", &BeadConfidenceWeights::alone},
    {"alone_words", &BeadConfidenceWeights::alone_words},
    {"alone_closeness", &BeadConfidenceWeights::alone_closeness},
};

constexpr Member<RenderingWeights> kRendering[] = {
    {"share", &RenderingWeights::share},
    {"dice", &RenderingWeights::dice},
    {"often", &RenderingWeights::often},
    {"common", &RenderingWeights::common},
    {"before", &RenderingWeights::before},
    {"first", &RenderingWeights::first},
    {"last", &RenderingWeights::last},
    {"after", &RenderingWeights::after},
    {"last_free", &RenderingWeights::last_free},
    {"edges", &RenderingWeights::edges},
    {"loose_begin", &RenderingWeights::loose_begin},
    {"loose_end", &RenderingWeights::loose_end},
    {"same_before", &RenderingWeights::same_before},
    {"same_after", &RenderingWeights::same_after},
    {"length", &RenderingWeights::length},
    {"odd_length", &RenderingWeights::odd_length},
};

constexpr Member<TermWeights> kTerm[] = {
    {"constant", &TermWeights::constant},
    {"share", &TermWeights::share},
    {"dice", &TermWeights::dice},
    {"certainty", &TermWeights::certainty},
    {"count", &TermWeights::count},
    {"one_word", &TermWeights::one_word},
    {"three_words", &TermWeights::three_words},
    {"many_words", &TermWeights::many_words},
    {"inside", &TermWeights::inside},
    {"capitalised", &TermWeights::capitalised},
    {"surprise", &TermWeights::surprise},
    {"function_word", &TermWeights::function_word},
    {"acronym", &TermWeights::acronym},
    {"possessive", &TermWeights::possessive},
    {"month", &TermWeights::month},
    {"adverb", &TermWeights::adverb},
    {"follows", &TermWeights::follows},
    {"followed", &TermWeights::followed},
    {"verb", &TermWeights::verb},
    {"verb_at_edge", &TermWeights::verb_at_edge},
    {"digit", &TermWeights::digit},
    {"modifier_first", &TermWeights::modifier_first},
    {"modifier_last", &TermWeights::modifier_last},
    {"past", &TermWeights::past},
};

/// In the order of score::InsertionEvidence, behind the constant.
constexpr std::array<std::string_view, kInsertedWordWeights> kInsertedWords = {
    "constant", "missing_odds", "relatedness", "commonness",    "known",        "content",
    "surprise", "skip_gain",    "open",        "target_median", "source_median"};

/// In the order of check::NameDoubt::evidence.
constexpr std::array<std::string_view, kNameDoubtWeights> kNameDoubts = {"soundless_unknown",
                                                                         "soundless_rare",
                                                                         "soundless_common",
                                                                         "unknown",
                                                                         "common",
                                                                         "neighbours",
                                                                         "information",
                                                                         "freeness",
                                                                         "beside_plain",
                                                                         "titled",
                                                                         "beside_titled",
                                                                         "foreign",
                                                                         "beside_foreign",
                                                                         "titled_by_itself",
                                                                         "foreign_by_itself",
                                                                         "constant"};

/// A line for each member, with a number for each of `all`.
template <typename T, std::size_t kSize>
void read_members(Reader& reader, std::string_view section, const Member<T> (&members)[kSize],
                  std::initializer_list<T*> all) {
  for (const auto& [name, member] : members) {
    std::vector<double*> places;
    for (T* each : all) places.push_back(&(each->*member));
    reader.row(section, name, places);
  }
}

/// A line for each place in an array.
template <std::size_t kSize>
void read_array(Reader& reader, std::string_view section,
                const std::array<std::string_view, kSize>& names,
                std::initializer_list<std::array<double, kSize>*> all) {
  for (std::size_t i = 0; i < kSize; ++i) {
    std::vector<double*> places;
    for (auto* each : all) places.push_back(&(*each)[i]);
    reader.row(section, names[i], places);
  }
}

void read_missing_odds(Reader& reader, std::string_view language, MissingOdds::Table& table) {
  for (std::size_t kind = 0; kind < MissingOdds::kKinds; ++kind) {
    for (std::size_t explained = 0; explained < MissingOdds::kSteps; ++explained) {
      std::vector<double*> places;
      for (double& cell : table[kind][explained]) places.push_back(&cell);
      reader.row("missing-odds", fmt::format("{}.{}.{}", language, kind, explained), places);
    }
  }
}

void read_quality(Reader& reader, const std::string& section, QualityWeights& quality) {
  std::array<double*, 1> constant = {&quality.constant};
  reader.row(section, "constant", constant);
  for (const auto& [name, row] : reader.rest(section)) {
    if (row.numbers.size() != 3 || row.numbers[1] <= 0) {
      reader.note(row.line,
                  fmt::format("\"{}\" needs a mean, a positive deviation and a weight", name));
      return;
    }
    quality.evidence.push_back({name, row.numbers[0], row.numbers[1], row.numbers[2]});
  }
  std::sort(quality.evidence.begin(), quality.evidence.end(),
            [](const QualityWeight& a, const QualityWeight& b) { return a.evidence < b.evidence; });
}

enum class Need : std::uint8_t { kRequired, kOptional };

/// As many lines as there are, each with one number.
void read_named(Reader& reader, std::string_view section, NamedWeights& weights,
                Need need = Need::kRequired) {
  for (const auto& [name, row] : reader.rest(section)) {
    if (row.numbers.size() != 1) {
      return reader.note(row.line, fmt::format("\"{}\" needs one number", name));
    }
    weights.emplace_back(name, row.numbers[0]);
  }
  if (weights.empty() && need == Need::kRequired) {
    return reader.note(0, fmt::format("there is no section [{}]", section));
  }
  // As a file that was fitted has them.
  if (!std::ranges::is_sorted(weights)) std::ranges::sort(weights);
}

}  // namespace

Result<Weights> Weights::parse(std::string_view text, const std::string& file) {
  Reader reader(file);
  const auto lexicon = reader.read(text);
  if (!lexicon) return tl::unexpected(lexicon.error());
  Weights weights;
  weights.lexicon = *lexicon;
  read_missing_odds(reader, "zh", weights.missing_odds.tables.chinese);
  read_missing_odds(reader, "en", weights.missing_odds.tables.english);
  read_members(reader, "missing-runs", kMissingRuns,
               {&weights.missing_runs.chinese, &weights.missing_runs.english});
  read_array(reader, "inserted-words", kInsertedWords,
             {&weights.inserted_words.chinese, &weights.inserted_words.english});
  read_array(reader, "name-doubts", kNameDoubts, {&weights.name_doubts});
  read_members(reader, "bead-confidence", kBeadConfidence, {&weights.bead_confidence});
  read_members(reader, "rendering", kRendering, {&weights.rendering});
  read_members(reader, "term", kTerm, {&weights.term});
  read_quality(reader, "quality.zh", weights.quality.chinese);
  read_quality(reader, "quality.en", weights.quality.english);
  read_named(reader, "negation.zh", weights.negation.chinese);
  read_named(reader, "negation.en", weights.negation.english);
  read_named(reader, "confidence", weights.confidence, Need::kOptional);
  reader.expect_no_more();
  if (reader.fault()) return tl::unexpected(*reader.fault());
  return weights;
}

Result<Weights> Weights::open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    return failure(ErrorCode::kUnreadable, "cannot read the weights of the model", {path});
  }
  return parse(text.str(), path);
}

std::string weights_path(const std::string& model_path) {
  return std::filesystem::path(model_path).replace_extension(".weights").string();
}

}  // namespace duizhao::model
