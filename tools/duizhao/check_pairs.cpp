#include "check_pairs.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <utility>

#include "acceptance.h"
#include "diagnostics.h"
#include "duizhao/batch/comparison.h"
#include "duizhao/batch/review_pairs.h"
#include "duizhao/batch/tally.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/report/json.h"
#include "duizhao/report/pairs_page.h"
#include "duizhao/score/total.h"
#include "interruption.h"
#include "output.h"
#include "pairs_file.h"

namespace duizhao::cli {
namespace {

using batch::NumberedPair;
using batch::ReviewedPair;
using batch::Tally;

std::string summary(const Tally& counts) {
  std::string line =
      fmt::format("{} pairs, {} unjudged, {} with findings: {} critical, {} major, {} minor",
                  grouped(counts.pairs), grouped(counts.unjudged), grouped(counts.with_findings),
                  grouped(counts.count(Severity::kCritical)),
                  grouped(counts.count(Severity::kMajor)), grouped(counts.count(Severity::kMinor)));
  if (counts.terms.checked > 0) {
    line += fmt::format("; {} occurrences of terms checked, {} as the glossary says",
                        grouped(counts.terms.checked), grouped(counts.terms.confirmed));
  }
  return line;
}

/// What an interrupted run has left.
struct Earlier {
  std::uint64_t bytes = 0;  ///< of whole lines
  Tally counts;
};

/// Reads the lines of an unfinished output as far as they are whole.
Result<Earlier> read_earlier(const std::string& path) {
  Earlier earlier;
  std::ifstream file(path, std::ios::binary);
  std::string line;
  while (std::getline(file, line) && !file.eof()) {
    if (!earlier.counts.add_line(line)) {
      return failure(ErrorCode::kMalformed,
                     "not the output of an interrupted run; remove it to begin anew",
                     {path, std::size_t(earlier.counts.pairs) + 1, 0});
    }
    earlier.bytes += line.size() + 1;
  }
  return earlier;
}

/// What a chunk of pairs comes to.
struct Product {
  std::string text;
  Tally counts;
  Suppressions accepted;
};

/// How the pairs are written: one after the other, or all on a page in the end.
struct Layout {
  std::string format;
  report::TextOptions text;

  [[nodiscard]] bool is_page() const { return format == "html"; }

  void append(std::string& out, const NumberedPair& pair, const Review& review) const {
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

}  // namespace

int check_pairs(const CheckCommand::Options& options, const Checker& checker, Streams& streams) {
  auto file = PairsFile::open(options.pairs, options.text, options.text.bilingual(), streams.in);
  if (!file) return fail(streams.err, file.error(), "check");
  return check_pairs_of(*file, options, checker, streams);
}

int check_pairs_of(PairsFile& file, const CheckCommand::Options& options, const Checker& checker,
                   Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "check"); };
  batch::PairStream& pairs = file.pairs;
  const std::string& name = file.name;

  const auto acceptance = Acceptance::parse(options.accepted, options.author, options.reason);
  if (!acceptance) return stop(acceptance.error());
  batch::Comparison across;
  Suppressions accepted;
  Tally counts;
  const std::string& path = options.output.output;
  std::uint64_t keep = 0;
  if (options.resume) {
    auto earlier = read_earlier(partial_name(path));
    if (!earlier) return stop(earlier.error());
    counts = earlier->counts;
    keep = earlier->bytes;
    const auto pass = [&](const NumberedPair& pair) {
      if (options.across) across.pass(pair);
    };
    if (pairs.skip(counts.pairs, pass) < counts.pairs) {
      return stop({ErrorCode::kMalformed,
                   "has more pairs than " + name + "; remove it to begin anew",
                   {partial_name(path), 0, 0}});
    }
  }
  const bool can_go_on = options.output.format == "jsonl" && !path.empty() && path != "-" &&
                         (!std::filesystem::exists(path) || std::filesystem::is_regular_file(path));
  if (can_go_on && !options.resume && std::filesystem::exists(partial_name(path))) {
    streams.err << partial_name(path)
                << ": note: what an interrupted run has left here is replaced; --resume would have "
                   "gone on from it\n";
  }
  auto output = can_go_on ? Output::resume(path, keep) : Output::open(path, streams.out);
  if (!output) return stop(output.error());

  const Layout layout{options.output.format, options.text_options(streams.terminal)};
  report::PairsPage page(name, streams.terminal.language);
  const auto findings =
      report::FindingsReport::make(layout.format, {streams.terminal.language, options.failing()});
  score::Total total;
  Progress progress = file.progress(streams, path, options.progress);
  std::optional<Error> write_error;
  const Interruption interruption;
  batch::review_pairs<Product>(
      pairs, name, checker,
      {options.run.thread_count(), options.across ? &across : nullptr,
       layout.is_page() || findings != nullptr},
      [&](ReviewedPair& reviewed, Product& product) {
        acceptance->take(checker, reviewed.review, product.accepted);
        product.counts.add(reviewed.review);
        if (layout.is_page()) {
          page.add(std::to_string(reviewed.pair.texts.line), reviewed.review);
        } else if (findings != nullptr) {
          const formats::BilingualPair& texts = reviewed.pair.texts;
          total.add(reviewed.review.score);
          findings->add(product.text, reviewed.review,
                        {name, report::PairPlace{reviewed.pair.number, texts.line, texts.id}});
        } else {
          layout.append(product.text, reviewed.pair, reviewed.review);
        }
      },
      [&](const Product& product) {
        output->stream() << product.text;
        counts.add(product.counts);
        accepted.add(product.accepted);
        progress.advance(counts.pairs, pairs.bytes());
        if (output->stream()) return Interruption::signal() == 0;
        write_error = output->flush().error();
        return false;
      });
  progress.finish();
  if (write_error) return stop(*write_error);
  if (Interruption::signal() != 0) {
    if (auto flushed = output->flush(); !flushed) return stop(flushed.error());
    streams.err << "interrupted after " << grouped(counts.pairs) << " pairs";
    if (can_go_on) {
      streams.err << "; they are kept in " << partial_name(path)
                  << ", and the same command with --resume goes on from there";
    }
    streams.err << '\n';
    return 128 + Interruption::signal();
  }
  if (pairs.error()) {
    auto flushed = output->flush();
    return stop(flushed ? *pairs.error() : flushed.error());
  }
  if (layout.format == "json") output->stream() << (counts.pairs == 0 ? "[]\n" : "\n]\n");
  if (layout.is_page()) {
    std::string html;
    page.append(html, {.pass_threshold = checker.pass_threshold()});
    output->stream() << html;
  }
  if (findings != nullptr) {
    std::string rest;
    const score::MqmOptions mqm{.pass_threshold = checker.pass_threshold()};
    if (auto done = findings->finish(rest, total.score(mqm)); !done) return stop(done.error());
    output->stream() << rest;
  }
  if (auto written = output->commit(); !written) return stop(written.error());
  if (!acceptance->empty()) {
    if (auto known = acceptance->check_found(accepted); !known) return stop(known.error());
    if (auto written = add_to_file(accepted, options.checking.suppressions.front()); !written) {
      return stop(written.error());
    }
  }
  if (const std::string notice = file.reader->notice(); !notice.empty()) {
    streams.err << name << ": note: " << notice << '\n';
  }
  file.tell_passed_over(streams.err);
  streams.err << summary(counts) << '\n';
  const auto failing = options.failing();
  return failing && counts.any_at_or_above(*failing) ? kFindings : kDone;
}

}  // namespace duizhao::cli
