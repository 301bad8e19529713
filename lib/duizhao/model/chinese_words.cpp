#include "duizhao/model/chinese_words.h"

#include <cmath>
#include <memory>

#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// Rounds of segmenting the text and counting its words anew. The first takes the fewest words.
constexpr int kRounds = 3;

}  // namespace

ChineseWords::ChineseWords(const std::vector<std::string>& headwords) {
  for (const std::string& word : headwords) add_word(word, 0);
}

void ChineseWords::add_word(const std::string& word, std::uint64_t count) {
  WordCount& entry = entries_[word];
  if (!entry.word) {
    for (std::size_t i = 0; i < word.size();) {
      if (i > 0) entries_[word.substr(0, i)].begins_longer_word = true;
      (void)text::next_code_point(word, i);
    }
  }
  // Prefixes may have made room, but references into the map stay valid.
  entry.word = true;
  entry.count = count;
}

void ChineseWords::sum_up() {
  // In integers, since the order of the entries is chance.
  std::uint64_t words = 0;
  std::uint64_t occurrences = 0;
  for (const auto& [word, entry] : entries_) {
    if (!entry.word) continue;
    ++words;
    occurrences += entry.count;
  }
  total_ = static_cast<double>(occurrences) + kUnseenCount * static_cast<double>(words) + 1;
}

void ChineseWords::count(const ParallelText& text, const HanFolding& folding,
                         const Running& running) {
  for (int round = 0; round < kRounds; ++round) {
    // Integer sums do not depend on which thread counted what.
    std::vector<std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>>> counts(
        std::max(1U, running.threads));
    std::vector<std::unique_ptr<WordSplitter>> splitters(counts.size());
    Running part = running;
    part.progress = [&](double done) {
      if (running.progress) running.progress((round + done) / kRounds);
    };
    for_blocks(text.size(), part, [&](std::size_t worker, std::size_t first, std::size_t last) {
      if (!splitters[worker]) splitters[worker] = std::make_unique<WordSplitter>(folding, *this);
      auto& own = counts[worker];
      for (std::size_t p = first; p < last; ++p) {
        splitters[worker]->split(text.chinese(p), 0, [&](const WrittenWord& word) {
          if (word.kind != text::TokenKind::kHan) return;
          const auto found = own.find(word.form);
          if (found != own.end()) {
            ++found->second;
          } else {
            own.emplace(word.form, 1);
          }
        });
      }
    });
    for (auto& [word, entry] : entries_) entry.count = 0;
    for (const auto& own : counts) {
      for (const auto& [word, count] : own) {
        const auto found = entries_.find(word);
        add_word(word, count + (found == entries_.end() ? 0 : found->second.count));
      }
    }
    sum_up();
    if (running.is_stopped()) return;
  }
}

WordCost ChineseWords::cost(std::string_view word) const {
  const auto found = entries_.find(word);
  if (found == entries_.end()) return {.begins_longer_word = false};
  WordCost cost;
  cost.begins_longer_word = found->second.begins_longer_word;
  if (found->second.word) {
    const double count = static_cast<double>(found->second.count) + kUnseenCount;
    cost.nats = total_ > 0 ? static_cast<float>(-std::log(count / total_)) : 1.0F;
  }
  return cost;
}

std::map<std::string, std::uint64_t> ChineseWords::counts() const {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [word, entry] : entries_) {
    if (entry.word) counts.emplace(word, entry.count);
  }
  return counts;
}

void ChineseWords::restore(const std::map<std::string, std::uint64_t>& counts) {
  for (const auto& [word, count] : counts) add_word(word, count);
  sum_up();
}

}  // namespace duizhao::model
