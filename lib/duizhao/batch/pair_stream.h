#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"

namespace duizhao::batch {

/// A pair of a bilingual file, with its place among the file's pairs.
struct NumberedPair {
  formats::BilingualPair texts;
  std::uint64_t number = 0;  ///< from zero
};

/// The pairs of a bilingual file, in chunks for the threads. Which side is Chinese is settled
/// first, by reading ahead. Not thread-safe.
///
///     PairStream pairs(**reader, "memory.tsv");
///     if (auto settled = pairs.settle_languages(…); !settled) …
///     while (auto chunk = pairs.next()) …
///     if (pairs.error()) …
class PairStream {
 public:
  /// Pairs that are handed to a thread at a time: enough that handing over costs nothing, few
  /// enough that little is under way.
  static constexpr std::size_t kChunk = 64;
  /// Pairs at the beginning whose majority decides which side is Chinese.
  static constexpr std::size_t kVoters = 1000;

  /// `name` is for messages. The reader must outlive the stream.
  PairStream(formats::BilingualReader& reader, std::string name)
      : reader_(reader), name_(std::move(name)) {}

  /// Which side is Chinese: as it is said, where one of both is known, else by the majority of the
  /// first pairs. Fails where most texts of both sides are in one language, or those of one in a
  /// third.
  [[nodiscard]] Result<void> settle_languages(Language source, Language target);

  [[nodiscard]] Language source() const { return source_; }
  [[nodiscard]] Language target() const { return target_; }

  /// Passes over pairs that are done already, and shows them; returns how many there were.
  std::uint64_t skip(std::uint64_t count, const std::function<void(const NumberedPair&)>& show);

  /// At most kChunk pairs; none at the end, and from the first error on: error() has it then.
  [[nodiscard]] std::optional<std::vector<NumberedPair>> next();

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// Of the texts that have been read, about.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  bool read_ahead();
  void vote();
  /// Fails where most of what one side holds is in a third language.
  [[nodiscard]] Result<void> refuse_other_languages() const;
  [[nodiscard]] std::ptrdiff_t chinese_majority(std::string formats::BilingualPair::*side) const;

  formats::BilingualReader& reader_;
  std::string name_;
  std::uint64_t number_ = 0;
  std::deque<NumberedPair> ahead_;
  std::uint64_t bytes_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
  Language source_ = Language::kUnknown;
  Language target_ = Language::kUnknown;
};

}  // namespace duizhao::batch
