#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/batch/ordered_pipeline.h"
#include "duizhao/batch/pair_stream.h"
#include "duizhao/review/checker.h"

namespace duizhao::batch {

class Comparison;

struct ReviewedPair {
  NumberedPair pair;
  Review review;
};

/// Adds to the review of a pair what the pairs say of it that were shown to `comparison` before.
void compare(Comparison& comparison, ReviewedPair& reviewed, const Checker& checker);

/// Reviews the pairs of a chunk, with the codes of their texts, in languages that are settled;
/// `file` is for messages.
[[nodiscard]] std::vector<ReviewedPair> review_chunk(std::vector<NumberedPair> chunk,
                                                     Language source, Language target,
                                                     const std::string& file,
                                                     const Checker& checker);

struct PairsOptions {
  std::size_t threads = 1;
  /// Compares the pairs with one another (comparison.h); it may have seen pairs before those of the
  /// stream.
  Comparison* comparison = nullptr;
  /// Whether each pair is digested on the calling thread, in order, rather than where it was
  /// reviewed.
  bool digest_in_order = false;
};

/// Reviews all pairs of a stream whose languages are settled, with several threads and in bounded
/// memory. `digest(ReviewedPair&, Product&)` makes something of each pair, by chunks; `write(
/// Product)` takes what was made, in the order of the file, on the calling thread, and says
/// whether to go on.
///
///     review_pairs<std::string>(pairs, "memory.tsv", checker, {.threads = 8},
///         [](ReviewedPair& reviewed, std::string& lines) { report::append_pair_line(lines, …); },
///         [&](std::string lines) { return bool(out << lines); });
template <typename Product, typename Digest, typename Write>
void review_pairs(PairStream& pairs, const std::string& file, const Checker& checker,
                  const PairsOptions& options, Digest digest, Write write) {
  struct Made {
    Product product;
    std::vector<ReviewedPair> reviewed;
  };
  const bool in_order = options.digest_in_order || options.comparison != nullptr;
  ordered_pipeline(
      options.threads, [&] { return pairs.next(); },
      [&](std::vector<NumberedPair>& chunk) {
        Made made;
        made.reviewed =
            review_chunk(std::move(chunk), pairs.source(), pairs.target(), file, checker);
        if (in_order) return made;
        for (ReviewedPair& reviewed : made.reviewed) digest(reviewed, made.product);
        made.reviewed.clear();
        return made;
      },
      [&](Made made) {
        for (ReviewedPair& reviewed : made.reviewed) {
          if (options.comparison != nullptr) {
            compare(*options.comparison, reviewed, checker);
          }
          digest(reviewed, made.product);
        }
        return write(std::move(made.product));
      });
}

}  // namespace duizhao::batch
