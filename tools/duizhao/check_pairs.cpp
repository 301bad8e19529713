#include "check_pairs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "acceptance.h"
#include "diagnostics.h"
#include "duizhao/check/evidence/repetition_index.h"
#include "duizhao/check/rules/inconsistency.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/pair/resources.h"
#include "duizhao/report/json.h"
#include "duizhao/report/pairs_page.h"
#include "duizhao/text/language.h"
#include "ordered_pipeline.h"
#include "output.h"
#include "progress.h"

namespace duizhao::cli {
namespace {

/// Pairs that are handed to a thread at a time: enough that handing over costs nothing, few enough
/// that little is under way.
constexpr std::size_t kChunk = 64;

/// Pairs at the beginning whose majority decides which column is Chinese.
constexpr std::size_t kVoters = 1000;

/// What has been found so far.
struct Counts {
  std::uint64_t pairs = 0;
  std::uint64_t unjudged = 0;
  std::uint64_t with_findings = 0;
  std::array<std::uint64_t, 4> findings{};  ///< by severity
  TermTally terms;

  void add(const Review& review) {
    terms.add(review.term_outcomes);
    ++pairs;
    unjudged += review.score.quality ? 0 : 1;
    with_findings += review.findings.empty() ? 0 : 1;
    for (const Finding& finding : review.findings) count(finding.severity);
  }
  void count(Severity severity) { ++findings[static_cast<std::size_t>(severity)]; }
  void add(const Counts& other) {
    pairs += other.pairs;
    unjudged += other.unjudged;
    with_findings += other.with_findings;
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
    terms.checked += other.terms.checked;
    terms.confirmed += other.terms.confirmed;
  }
  [[nodiscard]] bool any_at_or_above(Severity severity) const {
    for (std::size_t i = static_cast<std::size_t>(severity); i < findings.size(); ++i) {
      if (findings[i] > 0) return true;
    }
    return false;
  }
};

std::string summary(const Counts& counts) {
  const std::uint64_t critical = counts.findings[static_cast<std::size_t>(Severity::kCritical)];
  const std::uint64_t major = counts.findings[static_cast<std::size_t>(Severity::kMajor)];
  const std::uint64_t minor = counts.findings[static_cast<std::size_t>(Severity::kMinor)];
  std::string line =
      fmt::format("{} pairs, {} unjudged, {} with findings: {} critical, {} major, {} minor",
                  grouped(counts.pairs), grouped(counts.unjudged), grouped(counts.with_findings),
                  grouped(critical), grouped(major), grouped(minor));
  if (counts.terms.checked > 0) {
    line += fmt::format("; {} occurrences of terms checked, {} as the glossary says",
                        grouped(counts.terms.checked), grouped(counts.terms.confirmed));
  }
  return line;
}

struct Pair {
  formats::BilingualPair texts;
  std::uint64_t number = 0;  ///< from zero
};

/// Reads ahead for the vote on the languages, then hands out the pairs in chunks.
class Chunks {
 public:
  Chunks(formats::BilingualReader& reader, std::string name)
      : reader_(reader), name_(std::move(name)) {}

  /// Which side is Chinese: as the options say, else by the majority of the first pairs.
  Result<void> settle_languages(const TextOptions& options) {
    source_ = options.source();
    target_ = options.target();
    if (source_ == Language::kUnknown && target_ == Language::kUnknown) {
      while (ahead_.size() < kVoters && read_ahead()) {
      }
      vote();
    }
    if (ahead_.empty() && (error_ || source_ == target_)) {
      source_ = Language::kEnglish;  // nothing will be reviewed
      target_ = Language::kChinese;
      return {};
    }
    return duizhao::settle_languages(source_, target_, name_ + " (first column)",
                                     name_ + " (second column)");
  }

  [[nodiscard]] Language source() const { return source_; }
  [[nodiscard]] Language target() const { return target_; }

  /// Passes over pairs that are done already, and shows them; returns how many there were.
  std::uint64_t skip(std::uint64_t count, const std::function<void(const Pair&)>& show) {
    std::uint64_t skipped = 0;
    while (skipped < count && (!ahead_.empty() || read_ahead())) {
      show(ahead_.front());
      ahead_.pop_front();
      ++skipped;
    }
    return skipped;
  }

  /// None at the end, and from the first error on; error() has it then.
  std::optional<std::vector<Pair>> next() {
    std::vector<Pair> chunk;
    while (chunk.size() < kChunk && (!ahead_.empty() || read_ahead())) {
      chunk.push_back(std::move(ahead_.front()));
      ahead_.pop_front();
    }
    if (chunk.empty()) return std::nullopt;
    return chunk;
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// Of the texts that have been read, about.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  bool read_ahead() {
    if (ended_) return false;
    Pair pair;
    const auto more = reader_.next(pair.texts);
    if (!more) error_ = more.error();
    ended_ = !more || !*more;
    if (ended_) return false;
    pair.number = number_++;
    bytes_ += pair.texts.source.size() + pair.texts.target.size() + 2;
    ahead_.push_back(std::move(pair));
    return true;
  }

  /// The language of most of the texts of each column. Where both are mostly in one language,
  /// because much was left untranslated, the column with clearly more Chinese is the Chinese one.
  void vote() {
    const std::ptrdiff_t source = chinese_majority(&formats::BilingualPair::source);
    const std::ptrdiff_t target = chinese_majority(&formats::BilingualPair::target);
    const auto language = [](std::ptrdiff_t majority) {
      return majority > 0   ? Language::kChinese
             : majority < 0 ? Language::kEnglish
                            : Language::kUnknown;
    };
    source_ = language(source);
    target_ = language(target);
    constexpr std::ptrdiff_t kClear = 10;  // one text in twenty differs
    if (source_ == target_ && std::abs(source - target) * kClear > std::ssize(ahead_)) {
      source_ = language(source - target);
      target_ = language(target - source);
    }
  }

  /// Texts in Chinese less texts in English.
  [[nodiscard]] std::ptrdiff_t chinese_majority(std::string formats::BilingualPair::*side) const {
    std::ptrdiff_t majority = 0;
    for (const Pair& pair : ahead_) {
      const Language language = text::language_of(pair.texts.*side);
      majority += language == Language::kChinese ? 1 : language == Language::kEnglish ? -1 : 0;
    }
    return majority;
  }

  formats::BilingualReader& reader_;
  std::string name_;
  std::uint64_t number_ = 0;
  std::deque<Pair> ahead_;
  std::uint64_t bytes_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
  Language source_ = Language::kUnknown;
  Language target_ = Language::kUnknown;
};

/// What an interrupted run has left.
struct Earlier {
  std::uint64_t bytes = 0;  ///< of whole lines
  Counts counts;
};

/// Reads the lines of an unfinished output as far as they are whole.
Result<Earlier> read_earlier(const std::string& path) {
  Earlier earlier;
  std::ifstream file(path, std::ios::binary);
  std::string line;
  while (std::getline(file, line) && !file.eof()) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || json.value("pair", std::uint64_t{0}) != earlier.counts.pairs ||
        !json.contains("score") || !json.contains("findings")) {
      return failure(ErrorCode::kMalformed,
                     "not the output of an interrupted run; remove it to begin anew",
                     {path, std::size_t(earlier.counts.pairs) + 1, 0});
    }
    Counts& counts = earlier.counts;
    ++counts.pairs;
    counts.unjudged += json["score"].value("quality", nlohmann::json()).is_null() ? 1 : 0;
    counts.with_findings += json["findings"].empty() ? 0 : 1;
    if (const auto terms = json.find("terms"); terms != json.end() && terms->is_object()) {
      counts.terms.checked += terms->value("checked", std::size_t{0});
      counts.terms.confirmed += terms->value("confirmed", std::size_t{0});
    }
    for (const auto& finding : json["findings"]) {
      if (const auto severity = severity_named(finding.value("severity", ""))) {
        counts.count(*severity);
      }
    }
    earlier.bytes += line.size() + 1;
  }
  return earlier;
}

struct ReviewedPair {
  Pair pair;
  Review review;
};

/// The reviews of a chunk, or already their lines of output.
struct Product {
  std::string text;
  Counts counts;
  Suppressions accepted;
  std::vector<ReviewedPair> reviews;
};

/// How the pairs are written: one after the other, or all on a page in the end.
struct Layout {
  std::string format;
  report::TextOptions text;

  [[nodiscard]] bool is_page() const { return format == "html"; }

  void append(std::string& out, const Pair& pair, const Review& review) const {
    const report::PairPlace place{pair.number, pair.texts.line, pair.texts.id};
    if (format == "jsonl") {
      report::append_pair_line(out, place, review, text.language);
    } else if (format == "json") {
      out += pair.number == 0 ? "[\n" : ",\n";
      report::append_pair_line(out, place, review, text.language);
      out.pop_back();
    } else {
      report::append_pair_text(out, place, review, text);
    }
  }
};

/// Compares pairs with one another, in their order.
class Across {
 public:
  void pass(const Pair& pair) { (void)seen(pair); }

  void check(ReviewedPair& reviewed, const Checker& checker) {
    const check::RepetitionIndex::Seen others = seen(reviewed.pair);
    if (others.other_target && compare(reviewed, *others.other_target, checker)) return;
    if (others.other_source && compare(reviewed, *others.other_source, checker)) return;
    for (const std::size_t other : others.like_source) {
      if (compare(reviewed, other, checker)) return;
    }
  }

 private:
  /// A pair that has been seen, its texts one behind the other.
  struct Kept {
    std::size_t line = 0;
    std::size_t source_size = 0;
    std::string texts;

    [[nodiscard]] check::Translated translated() const {
      const std::string_view both = texts;
      return {both.substr(0, source_size), both.substr(source_size)};
    }
    [[nodiscard]] std::size_t bytes() const { return sizeof(Kept) + texts.capacity(); }
  };

  /// What pairs that are kept for comparing may take; the oldest go first.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

  check::RepetitionIndex::Seen seen(const Pair& pair) {
    if (kept_.empty()) first_ = pair.number;
    const formats::BilingualPair& texts = pair.texts;
    kept_.push_back({texts.line, texts.source.size(), texts.source + texts.target});
    bytes_ += kept_.back().bytes();
    while (bytes_ > kMostBytes) {
      bytes_ -= kept_.front().bytes();
      kept_.pop_front();
      ++first_;
    }
    return index_.add(pair.number, texts.source, texts.target);
  }

  bool compare(ReviewedPair& reviewed, std::size_t other, const Checker& checker) {
    if (other < first_) return false;
    const Kept& there = kept_[other - first_];
    const Review& review = reviewed.review;
    auto finding =
        check::inconsistency({review.source.text, review.target.text}, there.translated(),
                             review.source.language, there.line, *checker.resources().lexicon);
    if (!finding) return false;
    finding->bead = 0;
    checker.add_findings(reviewed.review, {std::move(*finding)});
    return true;
  }

  check::RepetitionIndex index_;
  std::deque<Kept> kept_;
  std::uint64_t first_ = 0;  ///< number of the first pair that is kept
  std::size_t bytes_ = 0;
};

Product work_on(const std::vector<Pair>& chunk, Language source, Language target,
                const std::string& file, const Checker& checker, const Acceptance& acceptance,
                const Layout& layout, bool keep_reviews) {
  Product product;
  for (const Pair& pair : chunk) {
    const std::string name = fmt::format("{}:{}", file, pair.texts.line);
    Review review =
        *checker.review_pair(*document_of(pair.texts.source, name, {{}, source, true, {}, {}}),
                             *document_of(pair.texts.target, name, {{}, target, true, {}, {}}));
    if (keep_reviews) {
      product.reviews.push_back({pair, std::move(review)});
    } else {
      acceptance.take(checker, review, product.accepted);
      product.counts.add(review);
      layout.append(product.text, pair, review);
    }
  }
  return product;
}

}  // namespace

int check_pairs(const CheckCommand::Options& options, const Checker& checker, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "check"); };
  auto reader = formats::open_bilingual(options.pairs, options.text.bilingual(), streams.in);
  if (!reader) return stop(reader.error());
  const std::string name = options.pairs == "-" ? "<stdin>" : options.pairs;
  Chunks chunks(**reader, name);
  if (auto settled = chunks.settle_languages(options.text); !settled) return stop(settled.error());

  const auto acceptance = Acceptance::parse(options.accepted, options.author, options.reason);
  if (!acceptance) return stop(acceptance.error());
  Across across;
  Suppressions accepted;
  Counts counts;
  const std::string& path = options.output.output;
  std::uint64_t keep = 0;
  if (options.resume) {
    auto earlier = read_earlier(partial_name(path));
    if (!earlier) return stop(earlier.error());
    counts = earlier->counts;
    keep = earlier->bytes;
    const auto pass = [&](const Pair& pair) {
      if (options.across) across.pass(pair);
    };
    if (chunks.skip(counts.pairs, pass) < counts.pairs) {
      return stop({ErrorCode::kMalformed,
                   "has more pairs than " + name + "; remove it to begin anew",
                   {partial_name(path), 0, 0}});
    }
  }
  const bool to_file = !path.empty() && path != "-" &&
                       (!std::filesystem::exists(path) || std::filesystem::is_regular_file(path));
  if (to_file && !options.resume && std::filesystem::exists(partial_name(path))) {
    streams.err << partial_name(path)
                << ": note: what an interrupted run has left here is replaced; --resume would have "
                   "gone on from it\n";
  }
  auto output = to_file ? Output::resume(path, keep) : Output::open(path, streams.out);
  if (!output) return stop(output.error());

  std::error_code unknown_size;
  const auto bytes = std::filesystem::file_size(options.pairs, unknown_size);
  const Layout layout{options.output.format, options.text_options(streams.terminal)};
  report::PairsPage page(name, streams.terminal.language);
  const bool show_progress =
      options.progress || (streams.terminal.shows_errors && !streams.terminal.shows_output);
  Progress progress(streams.err, show_progress, unknown_size ? 0 : bytes);
  std::optional<Error> write_error;
  ordered_pipeline(
      options.run.thread_count(), [&] { return chunks.next(); },
      [&](const std::vector<Pair>& chunk) {
        return work_on(chunk, chunks.source(), chunks.target(), name, checker, *acceptance, layout,
                       options.across || layout.is_page());
      },
      [&](Product product) {
        for (ReviewedPair& reviewed : product.reviews) {
          if (options.across) across.check(reviewed, checker);
          acceptance->take(checker, reviewed.review, product.accepted);
          product.counts.add(reviewed.review);
          if (layout.is_page()) {
            page.add(std::to_string(reviewed.pair.texts.line), reviewed.review);
          } else {
            layout.append(product.text, reviewed.pair, reviewed.review);
          }
        }
        output->stream() << product.text;
        counts.add(product.counts);
        accepted.add(product.accepted);
        progress.advance(counts.pairs, chunks.bytes());
        if (output->stream()) return true;
        write_error = output->flush().error();
        return false;
      });
  progress.finish();
  if (write_error) return stop(*write_error);
  if (chunks.error()) {
    auto flushed = output->flush();
    return stop(flushed ? *chunks.error() : flushed.error());
  }
  if (layout.format == "json") output->stream() << (counts.pairs == 0 ? "[]\n" : "\n]\n");
  if (layout.is_page()) {
    std::string html;
    page.append(html, {.pass_threshold = checker.pass_threshold()});
    output->stream() << html;
  }
  if (auto written = output->commit(); !written) return stop(written.error());
  if (!acceptance->empty()) {
    if (auto known = acceptance->check_found(accepted); !known) return stop(known.error());
    if (auto written = add_to_file(accepted, options.suppressions.front()); !written) {
      return stop(written.error());
    }
  }
  for (const Error& fault : (*reader)->first_faults()) {
    streams.err << to_string({fault.code, fault.message + ": passed over", fault.where}) << '\n';
  }
  if ((*reader)->passed_over() > 0) {
    streams.err << grouped((*reader)->passed_over()) << " units that can't be read passed over\n";
  }
  streams.err << summary(counts) << '\n';
  const auto failing = options.failing();
  return failing && counts.any_at_or_above(*failing) ? kFindings : kDone;
}

}  // namespace duizhao::cli
