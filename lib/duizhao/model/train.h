#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/model/manifest.h"
#include "duizhao/model/parallel_text.h"
#include "duizhao/model/word_alignment.h"

namespace duizhao::model {

/// How far a training has come.
struct TrainProgress {
  std::string_view stage;
  double stage_done = 0;  ///< share of the stage, in [0,1]
  double done = 0;        ///< about the share of the whole time, in [0,1]
  bool resumed = false;   ///< the stage was finished in an earlier run, and is taken from there
};

struct TrainOptions {
  std::vector<std::string> dictionaries;  ///< paths for read_dictionary
  WordAlignmentOptions alignment;         ///< its `running` is that of the whole training
  /// English words and Latin words of the Chinese side that occur less often are left out of the
  /// vocabulary, unless a dictionary has them.
  std::uint32_t min_count = 3;
  /// Longer pairs teach little and cost the square of their length; counted in words.
  std::size_t max_words = 100;
  /// N-grams of a language model, for each language; 0: the model gets no language models.
  std::size_t ngrams = 1'100'000;
  /// Pieces of words that are learned (SentencePiece); fewer where there is little text, none from
  /// less than 1,000 pairs, and 0: the model gets none. Most Chinese pieces are single characters.
  std::size_t chinese_pieces = 16'000;
  std::size_t english_pieces = 8'000;
  /// Called now and then, from one thread.
  std::function<void(const TrainProgress&)> progress;
  /// Where finished stages are kept until the end, so that the same call, made again after an
  /// interruption, goes on from there; empty for nowhere.
  std::string checkpoint;
};

enum class TrainOutcome : std::uint8_t {
  kFinished,
  kStopped,  ///< alignment.running.stopped said so; nothing was written but the checkpoint
};

/// Trains a lexicon, language models and pieces of words on dictionaries and sentence pairs and
/// writes them to `path`. Repeated pairs count once. The same input gives the same file, whatever
/// the number of threads and however often the training was interrupted. `manifest` says what the
/// inputs are; its counts are filled in, and it becomes a part of the file.
[[nodiscard]] Result<TrainOutcome> train(const ParallelText& text, Manifest manifest,
                                         const std::string& path, const TrainOptions& options);

}  // namespace duizhao::model
