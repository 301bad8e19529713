#include "duizhao/batch/pair_stream.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>
#include <utility>

#include "duizhao/review/documents.h"
#include "duizhao/text/foreign_language.h"
#include "duizhao/text/language.h"

namespace duizhao::batch {

Result<void> PairStream::settle_languages(Language source, Language target) {
  source_ = source;
  target_ = target;
  if (source_ == Language::kUnknown && target_ == Language::kUnknown) {
    while (ahead_.size() < kVoters && read_ahead()) {
    }
    if (auto known = refuse_other_languages(); !known) return known;
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

std::uint64_t PairStream::skip(std::uint64_t count,
                               const std::function<void(const NumberedPair&)>& show) {
  std::uint64_t skipped = 0;
  while (skipped < count && (!ahead_.empty() || read_ahead())) {
    show(ahead_.front());
    ahead_.pop_front();
    ++skipped;
  }
  return skipped;
}

std::optional<std::vector<NumberedPair>> PairStream::next() {
  std::vector<NumberedPair> chunk;
  while (chunk.size() < kChunk && (!ahead_.empty() || read_ahead())) {
    chunk.push_back(std::move(ahead_.front()));
    ahead_.pop_front();
  }
  if (chunk.empty()) return std::nullopt;
  return chunk;
}

bool PairStream::read_ahead() {
  if (ended_) return false;
  NumberedPair pair;
  const auto more = reader_.next(pair.texts);
  if (!more) error_ = more.error();
  ended_ = !more || !*more;
  if (ended_) return false;
  pair.number = number_++;
  bytes_ += pair.texts.source.size() + pair.texts.target.size() + 2;
  ahead_.push_back(std::move(pair));
  return true;
}

Result<void> PairStream::refuse_other_languages() const {
  for (const auto side : {&formats::BilingualPair::source, &formats::BilingualPair::target}) {
    constexpr std::size_t kSample = 100'000;
    std::string texts;
    for (const NumberedPair& pair : ahead_) {
      if (texts.size() < kSample) texts += pair.texts.*side + '\n';
    }
    const auto foreign = text::foreign_language_of_lines(texts);
    if (!foreign) continue;
    const bool first = side == &formats::BilingualPair::source;
    return failure(ErrorCode::kMalformed,
                   fmt::format("the {} are {}: one version must be Chinese and the other English "
                               "(--source-lang and --target-lang overrule what was found)",
                               first ? "sources" : "translations", *foreign),
                   {name_});
  }
  return {};
}

/// The language of most of the texts of each column. Where both are mostly in one language,
/// because much was left untranslated, the column with clearly more Chinese is the Chinese one.
void PairStream::vote() {
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
std::ptrdiff_t PairStream::chinese_majority(std::string formats::BilingualPair::*side) const {
  std::ptrdiff_t majority = 0;
  for (const NumberedPair& pair : ahead_) {
    const Language language = text::language_of(pair.texts.*side);
    majority += language == Language::kChinese ? 1 : language == Language::kEnglish ? -1 : 0;
  }
  return majority;
}

}  // namespace duizhao::batch
