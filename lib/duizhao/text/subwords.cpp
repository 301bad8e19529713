#include "duizhao/text/subwords.h"

#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <random>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

// The library's log goes to standard error; the level is set by this function, which its installed
// headers leave out.
namespace sentencepiece::logging {
void SetMinLogLevel(int level);  // NOLINT(readability-identifier-naming)
}

namespace duizhao::text {
namespace {

constexpr int kSilent = 3;
/// More threads change the model.
constexpr const char* kThreads = "2";

/// At most `most` of the texts that `next` gives (0: all), each with the same chance to be among
/// them. The library's own draw differs from run to run.
std::vector<std::string> drawn(const std::function<bool(std::string&)>& next, std::size_t most) {
  std::vector<std::string> texts;
  std::mt19937_64 random(1);  // NOLINT(cert-msc51-cpp): the same model every time
  std::string text;
  for (std::size_t seen = 0; next(text); ++seen) {
    if (most == 0 || seen < most) {
      texts.push_back(text);
    } else if (const std::size_t place = random() % (seen + 1); place < most) {
      texts[place] = text;
    }
    text.clear();
  }
  return texts;
}

/// Gives the trainer one text after the other.
class Texts : public sentencepiece::SentenceIterator {
 public:
  explicit Texts(const std::vector<std::string>& texts) : texts_(texts) {}

  // NOLINTBEGIN(readability-identifier-naming): names of the library
  [[nodiscard]] bool done() const override { return position_ == texts_.size(); }
  void Next() override { ++position_; }
  [[nodiscard]] const std::string& value() const override { return texts_[position_]; }
  [[nodiscard]] sentencepiece::util::Status status() const override { return {}; }
  // NOLINTEND(readability-identifier-naming)

 private:
  const std::vector<std::string>& texts_;
  std::size_t position_ = 0;
};

}  // namespace

struct Subwords::Impl {
  sentencepiece::SentencePieceProcessor processor;
};

Subwords::Subwords(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Subwords::Subwords(Subwords&&) noexcept = default;
Subwords& Subwords::operator=(Subwords&&) noexcept = default;
Subwords::~Subwords() = default;

Result<Subwords> Subwords::load(std::string_view model) {
  sentencepiece::logging::SetMinLogLevel(kSilent);
  auto impl = std::make_unique<Impl>();
  const auto status = impl->processor.LoadFromSerializedProto({model.data(), model.size()});
  if (!status.ok() || impl->processor.GetPieceSize() <= 0) {
    return failure(ErrorCode::kMalformed,
                   std::string("this is no SentencePiece model: ") + status.message());
  }
  return Subwords(std::move(impl));
}

std::vector<Subword> Subwords::encode(std::string_view text, std::size_t offset) const {
  const auto encoded = impl_->processor.EncodeAsImmutableProto({text.data(), text.size()});
  std::vector<Subword> subwords;
  subwords.reserve(encoded.pieces_size());
  for (const auto& piece : encoded.pieces()) {
    const Span span = trimmed(text, {piece.begin(), piece.end()});
    if (!span.empty()) subwords.push_back({span.shifted(offset), piece.id()});
  }
  return subwords;
}

std::string_view Subwords::piece(std::uint32_t id) const {
  return impl_->processor.IdToPiece(static_cast<int>(id));
}

std::size_t Subwords::size() const {
  return static_cast<std::size_t>(impl_->processor.GetPieceSize());
}

Result<std::string> train_subwords(const std::function<bool(std::string&)>& next,
                                   const SubwordTraining& options) {
  sentencepiece::logging::SetMinLogLevel(kSilent);
  const std::unordered_map<std::string, std::string> arguments = {
      {"model_type", "unigram"},
      {"vocab_size", std::to_string(options.vocabulary_size)},
      {"character_coverage", std::to_string(options.character_coverage)},
      {"max_sentencepiece_length", std::to_string(options.longest_piece)},
      {"num_threads", kThreads},
      {"minloglevel", std::to_string(kSilent)},
      {"split_digits", "true"},
      {"bos_id", "-1"},
      {"eos_id", "-1"},
  };
  const std::vector<std::string> sample = drawn(next, options.most_texts);
  Texts texts(sample);
  std::string model;
  const auto status = sentencepiece::SentencePieceTrainer::Train(arguments, &texts, &model);
  if (!status.ok()) {
    return failure(ErrorCode::kMalformed,
                   std::string("cannot learn subwords: ") + status.message());
  }
  return model;
}

}  // namespace duizhao::text
