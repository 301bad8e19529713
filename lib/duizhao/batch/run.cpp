#include "duizhao/batch/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "duizhao/batch/comparison.h"
#include "duizhao/batch/ordered_pipeline.h"
#include "duizhao/batch/review_pairs.h"
#include "duizhao/core/durable_file.h"
#include "duizhao/report/html.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

/// XXH3 of bytes that come one after the other.
class Hash {
 public:
  Hash() { XXH3_64bits_reset(&state_); }
  void add(std::string_view bytes) { XXH3_64bits_update(&state_, bytes.data(), bytes.size()); }
  [[nodiscard]] std::uint64_t value() const { return XXH3_64bits_digest(&state_); }

 private:
  XXH3_state_t state_{};
};

Result<void> read_lines(const std::string& path, std::uint64_t bytes, Hash& hash,
                        const std::function<void(const Record& record)>& take) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::size_t number = 0;
  for (std::uint64_t at = 0; at < bytes;) {
    if (!std::getline(in, line)) {
      return failure(ErrorCode::kUnreadable, "can't be read to its end", {path, number, 0});
    }
    ++number;
    line += '\n';
    at += line.size();
    hash.add(line);
    const auto record = read_record(std::string_view(line).substr(0, line.size() - 1));
    if (!record) {
      return failure(ErrorCode::kMalformed, "this is no line of a batch", {path, number, 1});
    }
    take(*record);
  }
  return {};
}

/// What a piece of work comes to.
struct Product {
  Work work;
  std::string lines;
  std::vector<Record> records;
  std::vector<ReviewedPair> reviewed;  ///< to be compared with others
  std::optional<Error> fault;          ///< of the output
};

/// "pages/000012-report.en.html": beginning with the number, so that it is the report's own.
std::string page_name(std::size_t number, const Input& input) {
  std::string stem = fs::path(input.name).stem().string();
  for (char& c : stem) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
    if (!plain && static_cast<unsigned char>(c) < 0x80) c = '_';
  }
  return fmt::format("{}/{:06}-{}.html", kPagesName, number + 1, stem);
}

class Run {
 public:
  Run(const std::vector<Input>& inputs, const RunOptions& options)
      : inputs_(inputs),
        options_(options),
        checkers_(options.checker),
        outcome_{Summary(inputs), true} {}

  Result<RunOutcome> operator()() {
    // A wrong option is told before anything is written.
    if (auto checker = checkers_.get({}, {}); !checker) return tl::unexpected(checker.error());
    if (auto ready = open_folder(); !ready) return tl::unexpected(ready.error());
    if (!progress_.done) work();
    if (error_) return tl::unexpected(*error_);
    if (auto kept = keep(); !kept) return tl::unexpected(kept.error());
    return std::move(outcome_);
  }

 private:
  std::string in_folder(const char* name) const {
    return (fs::path(options_.folder) / name).string();
  }

  RunHeader header() const {
    return {options_.settings, options_.shard, inputs_, options_.unpaired};
  }

  /// Opens records and journal, and takes up what an earlier run has done.
  Result<void> open_folder() {
    if (options_.folder.empty()) return {};
    std::error_code error;
    fs::create_directories(options_.folder, error);
    if (options_.pages) fs::create_directories(in_folder(kPagesName), error);
    const std::string journal_path = in_folder(kJournalName);
    auto earlier = Journal::read(journal_path);
    if (!earlier) return tl::unexpected(earlier.error());
    if (*earlier && options_.resume) return take_up(**earlier);
    if (*earlier && !(*earlier)->progress.done) {
      return failure(ErrorCode::kUsage,
                     "holds an unfinished run: go on with it by --resume, or remove this file to "
                     "begin anew",
                     {journal_path, 0, 0});
    }
    auto journal = Journal::begin(journal_path, header());
    if (!journal) return tl::unexpected(journal.error());
    auto records = DurableFile::open(in_folder(kRecordsName), 0);
    if (!records) return tl::unexpected(records.error());
    journal_.emplace(std::move(*journal));
    records_.emplace(std::move(*records));
    return {};
  }

  Result<void> take_up(const Journal::Content& earlier) {
    const std::string journal_path = in_folder(kJournalName);
    if (const auto difference = header().difference(earlier.header)) {
      return failure(ErrorCode::kUsage,
                     "the run that is to go on was another one: " + *difference +
                         "; begin anew in another folder",
                     {journal_path, 0, 0});
    }
    progress_ = earlier.progress;
    const std::string records_path = in_folder(kRecordsName);
    auto journal = Journal::go_on(journal_path, earlier);
    if (!journal) return tl::unexpected(journal.error());
    auto records = DurableFile::open(records_path, progress_.bytes);
    if (!records) return tl::unexpected(records.error());
    auto read = read_lines(records_path, progress_.bytes, hash_, [&](const Record& record) {
      outcome_.summary.add(record);
      findings_ += record.findings.size();
    });
    if (!read) return read;
    if (progress_.bytes > 0 && hash_.value() != progress_.hash) {
      return failure(ErrorCode::kMalformed, "has been changed since the run that wrote it",
                     {records_path, 0, 0});
    }
    journal_.emplace(std::move(*journal));
    records_.emplace(std::move(*records));
    return {};
  }

  void work() {
    WorkList list(inputs_, checkers_,
                  {options_.reading, options_.shard, options_.across, options_.standard_input},
                  progress_);
    const bool compares = options_.across;
    std::size_t compared_input = std::numeric_limits<std::size_t>::max();
    std::optional<Comparison> comparison;
    kept_ = std::chrono::steady_clock::now();
    ordered_pipeline(
        options_.threads,
        [&]() -> std::optional<Work> {
          if (options_.stopped && options_.stopped()) {
            outcome_.finished = false;
            return std::nullopt;
          }
          return list.next();
        },
        [&](Work& work) { return product_of(std::move(work), compares); },
        [&](Product product) {
          if (compares && product.work.input != compared_input) {
            compared_input = product.work.input;
            comparison.emplace();
          }
          if (compares) compare(product, *comparison);
          return take(product, list.bytes());
        });
    if (outcome_.finished && !error_) progress_.done = true;
  }

  /// On any thread.
  Product product_of(Work work, bool compares) const {
    Product product;
    product.lines = work.told;
    if (work.checker && work.chunk.empty()) {
      review_report(work, product);
    } else if (work.only_compared) {
      for (NumberedPair& pair : work.chunk) product.reviewed.push_back({std::move(pair), {}});
    } else if (work.checker) {
      product.reviewed = review_chunk(std::move(work.chunk), work.source, work.target,
                                      inputs_[work.input].name, *work.checker);
      if (!compares) write_down(work, product);
    }
    read_back(product);
    product.work = std::move(work);
    return product;
  }

  void write_down(const Work& work, Product& product) const {
    for (const ReviewedPair& reviewed : product.reviewed) {
      const NumberedPair& pair = reviewed.pair;
      append_pair_record(product.lines, work.input, inputs_[work.input],
                         {pair.number, pair.texts.line, pair.texts.id}, reviewed.review,
                         options_.language);
    }
    product.reviewed.clear();
  }

  /// The summary is made out of the lines, so that it is the same whoever reads them.
  static void read_back(Product& product) {
    for (std::string_view rest = product.lines; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      if (auto record = read_record(rest.substr(0, end))) {
        product.records.push_back(std::move(*record));
      }
      rest.remove_prefix(end + 1);
    }
  }

  void review_report(const Work& work, Product& product) const {
    const Input& input = inputs_[work.input];
    const auto broken = [&](const Error& error) {
      append_error_record(product.lines, work.input, input, 0, error);
    };
    const ReadOptions& source = options_.reading.source;
    const ReadOptions& target = options_.reading.target;
    auto documents = input.is_report()
                         ? read_documents(input.path, source, input.target_path, target)
                         : read_both_versions(input.path, source, target);
    if (!documents) return broken(documents.error());
    documents->source.name = input.name;
    documents->target.name = input.is_report() ? input.target_name : input.name;
    const auto review =
        work.checker->review(std::move(documents->source), std::move(documents->target));
    if (!review) return broken(review.error());
    std::string page;
    if (options_.pages && !options_.folder.empty()) {
      page = page_name(work.input, input);
      std::string html;
      report::append_html(html, *review, options_.language);
      if (auto written = replace_file(in_folder(page.c_str()), html); !written) {
        product.fault = written.error();
        return;
      }
    }
    append_report_record(product.lines, work.input, input, page, *review, options_.language);
  }

  void compare(Product& product, Comparison& comparison) const {
    if (product.work.only_compared) {
      for (const ReviewedPair& reviewed : product.reviewed) comparison.pass(reviewed.pair);
      return;
    }
    for (ReviewedPair& reviewed : product.reviewed) {
      comparison.check(reviewed.pair, reviewed.review, *product.work.checker);
    }
    if (product.reviewed.empty()) return;
    write_down(product.work, product);
    read_back(product);
  }

  /// On the calling thread, in order; false where it can't go on.
  bool take(const Product& product, std::uint64_t bytes_read) {
    if (product.fault) return stop(*product.fault);
    for (const Record& record : product.records) {
      outcome_.summary.add(record);
      findings_ += record.findings.size();
    }
    // Pairs that are shown again to be compared with are no progress.
    if (product.work.input > progress_.input || product.work.pairs > progress_.pairs) {
      progress_.input = product.work.input;
      progress_.pairs = product.work.pairs;
    }
    if (product.work.ends_input) {
      progress_.input = product.work.input + 1;
      progress_.pairs = 0;
    }
    if (records_) {
      hash_.add(product.lines);
      progress_.bytes += product.lines.size();
      if (auto written = records_->append(product.lines); !written) return stop(written.error());
      constexpr auto kOften = std::chrono::seconds(1);
      if (std::chrono::steady_clock::now() - kept_ >= kOften) {
        if (auto kept = keep(); !kept) return stop(kept.error());
      }
    }
    if (options_.progress) {
      options_.progress({outcome_.summary.whole().pairs, findings_, bytes_read});
    }
    return true;
  }

  bool stop(const Error& error) {
    error_ = error;
    return false;
  }

  /// Brings everything so far to the disk, the lines before what the journal says of them.
  Result<void> keep() {
    if (!records_) return {};
    kept_ = std::chrono::steady_clock::now();
    if (auto synced = records_->sync(); !synced) return synced;
    progress_.hash = hash_.value();
    return journal_->add(progress_);
  }

  const std::vector<Input>& inputs_;
  const RunOptions& options_;
  Checkers checkers_;
  RunOutcome outcome_;
  Progress progress_;
  std::uint64_t findings_ = 0;
  Hash hash_;
  std::optional<Journal> journal_;
  std::optional<DurableFile> records_;
  std::chrono::steady_clock::time_point kept_;
  std::optional<Error> error_;
};

}  // namespace

Result<RunOutcome> run(const std::vector<Input>& inputs, const RunOptions& options) {
  return Run(inputs, options)();
}

Result<std::uint64_t> read_records(const std::string& path, std::uint64_t bytes,
                                   const std::function<void(const Record& record)>& take) {
  Hash hash;
  if (auto read = read_lines(path, bytes, hash, take); !read) return tl::unexpected(read.error());
  return hash.value();
}

}  // namespace duizhao::batch
