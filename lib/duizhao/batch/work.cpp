#include "duizhao/batch/work.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "duizhao/batch/record.h"
#include "duizhao/formats/keyed_texts.h"
#include "duizhao/text/ascii.h"

namespace duizhao::batch {

/// The bilingual file that is being read.
struct WorkList::File {
  std::unique_ptr<formats::BilingualReader> reader;
  std::optional<PairStream> pairs;
  std::shared_ptr<const Checker> checker;
  std::uint64_t read = 0;  ///< pairs
};

WorkList::WorkList(const std::vector<Input>& inputs, Checkers& checkers, Options options,
                   const Progress& progress)
    : inputs_(inputs),
      checkers_(checkers),
      options_(std::move(options)),
      input_(progress.input),
      begin_at_(progress.pairs) {
  for (std::size_t i = 0; i < std::min(input_, inputs_.size()); ++i) {
    bytes_before_ += inputs_[i].bytes;
  }
}

WorkList::~WorkList() = default;

std::optional<Work> WorkList::next() {
  while (input_ < inputs_.size()) {
    if (is_report()) {
      if (is_mine(0)) return report();
      leave_input();
      continue;
    }
    if (!file_) {
      if (auto opened = open_file(); !opened) return broken(opened.error(), 0);
    }
    if (auto work = next_chunk()) return work;
    return end_of_file();
  }
  return std::nullopt;
}

std::uint64_t WorkList::bytes() const {
  if (!file_ || !file_->pairs) return bytes_before_;
  return bytes_before_ + std::min(file_->pairs->bytes(), inputs_[input_].bytes);
}

/// Whether the input is reviewed as a whole: two texts, or one that holds both versions.
bool WorkList::is_report() const {
  const Input& input = inputs_[input_];
  if (file_) return false;
  if (input.may_be_keyed) {
    // Of what ends so only XML may be a text besides.
    return text::ascii_lowered(input.path).find(".xml") != std::string::npos &&
           !formats::file_holds_keyed_texts(input.path, options_.reading.source.encoding)
                .value_or(true);
  }
  if (input.is_report() || !input.is_text_alone) return input.is_report();
  // What can't be read is told where it is opened.
  return !formats::file_holds_pairs(input.path, options_.reading.bilingual).value_or(true);
}

Work WorkList::report() {
  const Input& input = inputs_[input_];
  const auto checker = checkers_.get(input.glossary, input.profile);
  if (!checker) return broken(checker.error(), 0);
  Work work;
  work.input = input_;
  work.checker = *checker;
  work.ends_input = true;
  leave_input();
  return work;
}

Result<std::unique_ptr<formats::BilingualReader>> WorkList::open_pairs(const Input& input) const {
  if (!input.may_be_keyed) {
    std::istream& standard_input =
        options_.standard_input != nullptr ? *options_.standard_input : std::cin;
    return formats::open_bilingual(input.path, options_.reading.bilingual, standard_input);
  }
  auto reader =
      formats::open_keyed_pairs(input.path, input.target_path, options_.reading.source.encoding,
                                options_.reading.target.encoding);
  if (reader && *reader == nullptr) {
    return failure(ErrorCode::kMalformed,
                   "one of these files is no list of keys and of what a program says, as their "
                   "names let one think",
                   {input.name});
  }
  return reader;
}

Result<void> WorkList::open_file() {
  const Input& input = inputs_[input_];
  file_ = std::make_unique<File>();
  const auto checker = checkers_.get(input.glossary, input.profile);
  if (!checker) return tl::unexpected(checker.error());
  file_->checker = *checker;
  auto reader = open_pairs(input);
  if (!reader) return tl::unexpected(reader.error());
  file_->reader = std::move(*reader);
  file_->pairs.emplace(*file_->reader, input.name);
  auto settled = file_->pairs->settle_languages(options_.reading.source.language,
                                                options_.reading.target.language);
  if (!settled) return settled;
  // Where comparing goes on, what is done was to be seen again.
  if (begin_at_ > 0 && !options_.across) {
    file_->read = file_->pairs->skip(std::exchange(begin_at_, 0), [](const NumberedPair&) {});
  }
  return {};
}

std::optional<Work> WorkList::next_chunk() {
  while (auto chunk = file_->pairs->next()) {
    Work work;
    work.input = input_;
    const bool mine = is_mine(file_->read);
    const bool done = file_->read < begin_at_;
    file_->read += chunk->size();
    if ((!mine || done) && !options_.across) continue;
    work.only_compared = !mine || done;
    work.pairs = file_->read;
    work.chunk = std::move(*chunk);
    work.source = file_->pairs->source();
    work.target = file_->pairs->target();
    work.checker = file_->checker;
    return work;
  }
  return std::nullopt;
}

Work WorkList::end_of_file() {
  if (file_->pairs->error()) return broken(*file_->pairs->error(), file_->read);
  Work work;
  work.input = input_;
  work.pairs = file_->read;
  work.ends_input = true;
  if (file_->reader->passed_over() > 0 && is_mine(file_->read)) {
    append_passed_over_record(work.told, input_, inputs_[input_], file_->read,
                              file_->reader->passed_over(), file_->reader->first_faults());
  }
  leave_input();
  return work;
}

Work WorkList::broken(const Error& error, std::uint64_t pairs) {
  Work work;
  work.input = input_;
  work.pairs = pairs;
  work.ends_input = true;
  if (is_mine(pairs)) append_error_record(work.told, input_, inputs_[input_], pairs, error);
  leave_input();
  return work;
}

/// Whether the chunk that begins behind so many pairs is this part's.
bool WorkList::is_mine(std::uint64_t pairs) const {
  return options_.shard.has(input_, pairs / PairStream::kChunk);
}

void WorkList::leave_input() {
  bytes_before_ += inputs_[input_].bytes;
  file_.reset();
  begin_at_ = 0;
  ++input_;
}

}  // namespace duizhao::batch
