#include "duizhao/model/train.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "duizhao/model/dictionary.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/segmentation.h"
#include "duizhao/model/units.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// Rounds of segmenting the text and counting its words anew. The first takes the fewest words.
constexpr int kSegmentationRounds = 3;

/// Count of a dictionary word that the training text does not have.
constexpr float kUnseenCount = 0.3F;

using Counts = std::unordered_map<std::string, float>;

/// Segmentation costs while the vocabulary is still being counted.
class CountedCosts final : public WordCosts {
 public:
  explicit CountedCosts(const Counts& counts) : counts_(counts) {}
  [[nodiscard]] float cost(std::string_view word) const override {
    const auto found = counts_.find(std::string(word));
    if (found == counts_.end()) return std::numeric_limits<float>::infinity();
    return total_ > 0 ? -std::log(found->second / total_) : 1.0F;
  }
  void set_total(float total) { total_ = total; }

 private:
  const Counts& counts_;
  float total_ = 0;  ///< 0: every word costs the same
};

/// A vocabulary under construction: numbers in order of first sight.
class Numbering {
 public:
  std::uint32_t add(const std::string& form) {
    const auto [place, added] = ids_.try_emplace(form, static_cast<std::uint32_t>(words_.size()));
    if (added) words_.push_back(form);
    return place->second;
  }
  [[nodiscard]] std::uint32_t find(const std::string& form) const {
    const auto place = ids_.find(form);
    return place == ids_.end() ? kUnknown : place->second;
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  static constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string> words_;
};

/// The model carries the folding that it was trained with, so that a later change of the program's
/// own does not split its words in two.
std::vector<std::uint16_t> make_folding() {
  std::vector<std::uint16_t> table;
  for (char32_t c = HanFolding::kFirst; c <= HanFolding::kLast; ++c) {
    table.push_back(static_cast<std::uint16_t>(text::folded_han(c)));
  }
  return table;
}

std::string fold_han(std::string_view text, const HanFolding& folding) {
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    text::append_code_point(folded, folding(text::next_code_point(text, i)));
  }
  return folded;
}

bool all_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!text::is_han(text::next_code_point(text, i))) return false;
  }
  return !text.empty();
}

class Training {
 public:
  Training(const std::vector<TrainingPair>& pairs, const TrainOptions& options,
           std::vector<std::uint16_t> folding)
      : pairs_(pairs), options_(options), folding_table_(std::move(folding)) {}

  Result<void> run(const std::string& path) {
    for (const std::string& dictionary : options_.dictionaries) {
      auto entries = read_dictionary(dictionary);
      if (!entries) return tl::unexpected(entries.error());
      entries_.insert(entries_.end(), std::make_move_iterator(entries->begin()),
                      std::make_move_iterator(entries->end()));
    }
    count_chinese();
    number_vocabularies();
    fill_dictionary_priors();

    WordAlignmentOptions alignment = options_.alignment;
    alignment.progress = [&](double done) { report("p(English | Chinese)", done); };
    const TranslationTable to_english = align_words(
        corpus_, chinese_.words().size(), english_.words().size(), english_prior_, alignment);
    corpus_.swap_sides();
    alignment.progress = [&](double done) { report("p(Chinese | English)", done); };
    const TranslationTable to_chinese = align_words(
        corpus_, english_.words().size(), chinese_.words().size(), chinese_prior_, alignment);

    std::vector<Section> sections;
    sections.push_back({std::string(kFoldingSection),
                        {reinterpret_cast<const char*>(folding_table_.data()),
                         folding_table_.size() * sizeof(std::uint16_t)}});
    sections.push_back({std::string(kChineseWordsSection),
                        encode_vocabulary({chinese_.words(), chinese_probabilities_})});
    sections.push_back({std::string(kEnglishWordsSection),
                        encode_vocabulary({english_.words(), english_probabilities_})});
    sections.push_back({std::string(kToEnglishSection), encode_translations(to_english)});
    sections.push_back({std::string(kToChineseSection), encode_translations(to_chinese)});
    return write_model_file(path, sections);
  }

 private:
  [[nodiscard]] HanFolding folding() const { return {folding_table_}; }

  void report(std::string_view stage, double done) const {
    if (options_.progress) options_.progress(stage, done);
  }

  /// Counts the words of the Chinese side: the dictionaries' headwords and single characters, in
  /// several rounds of segmentation.
  void count_chinese() {
    for (const DictionaryEntry& entry : entries_) {
      for (const std::string& headword : entry.headwords) {
        const std::string folded = fold_han(headword, folding());
        if (all_han(folded) && text::count_code_points(folded) <= kMaxWordCharacters) {
          chinese_counts_[folded] = kUnseenCount;
        }
      }
    }
    for (int round = 0; round < kSegmentationRounds; ++round) {
      Counts counts;
      for (const auto& [word, count] : chinese_counts_) {
        if (count > 0) counts[word] = kUnseenCount;
      }
      UnitSplitter splitter(folding(), costs_);
      float total = 0;
      for (std::size_t p = 0; p < pairs_.size(); ++p) {
        for (const WrittenUnit& unit : splitter.split(pairs_[p].chinese)) {
          if (unit.kind == text::TokenKind::kHan) {
            counts[unit.form] += 1;
            total += 1;
          }
        }
        if (p % 4096 == 0) {
          report("Chinese words",
                 (round + static_cast<double>(p) / static_cast<double>(pairs_.size())) /
                     kSegmentationRounds);
        }
      }
      chinese_counts_ = std::move(counts);
      costs_.set_total(total + kUnseenCount * static_cast<float>(chinese_counts_.size()) + 1);
    }
  }

  /// Chooses the vocabularies and turns the pairs into numbers.
  void number_vocabularies() {
    std::map<std::string, std::uint32_t> latin;  // of the Chinese side, punctuation included
    std::map<std::string, std::uint32_t> english;
    std::vector<std::vector<WrittenUnit>> chinese_units;
    std::vector<std::vector<WrittenUnit>> english_units;
    UnitSplitter splitter(folding(), costs_);
    std::unordered_set<std::uint64_t> seen;
    for (const TrainingPair& pair : pairs_) {
      if (!seen.insert(hash_form(pair.chinese) * 31 + hash_form(pair.english)).second) continue;
      auto zh = splitter.split(pair.chinese);
      auto en = splitter.split(pair.english);
      if (zh.empty() || en.empty() || zh.size() > options_.max_units ||
          en.size() > options_.max_units) {
        continue;
      }
      for (const WrittenUnit& unit : zh) {
        if (unit.kind != text::TokenKind::kHan) ++latin[unit.form];
      }
      for (const WrittenUnit& unit : en) ++english[unit.form];
      chinese_units.push_back(std::move(zh));
      english_units.push_back(std::move(en));
      if (chinese_units.size() % 4096 == 0) {
        report("vocabulary",
               static_cast<double>(chinese_units.size()) / static_cast<double>(pairs_.size()));
      }
    }
    EnglishForms forms;
    for (const DictionaryEntry& entry : entries_) {
      for (const Gloss& gloss : entry.glosses) {
        for (const GlossWord& word : gloss) {
          if (word.weight >= 1) english[forms.form_of(word.word)] += options_.min_count;
        }
      }
    }
    const std::map<std::string, float> sorted(chinese_counts_.begin(), chinese_counts_.end());
    for (const auto& [word, count] : sorted) chinese_.add(word);
    for (const auto& [form, count] : latin) {
      if (count >= options_.min_count && !is_number(form)) chinese_.add(form);
    }
    for (const auto& [form, count] : english) {
      if (count >= options_.min_count && !is_number(form)) english_.add(form);
    }
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
    std::vector<double> zh_counts(chinese_.words().size(), kUnseenCount);
    std::vector<double> en_counts(english_.words().size(), kUnseenCount);
    const auto number = [](const std::vector<WrittenUnit>& units, const Numbering& numbering,
                           std::vector<double>& counts, std::vector<std::uint32_t>& ids) {
      ids.clear();
      for (const WrittenUnit& unit : units) {
        const std::uint32_t id = numbering.find(unit.form);
        if (id == Numbering::kUnknown) continue;
        ids.push_back(id);
        counts[id] += 1;
      }
    };
    for (std::size_t p = 0; p < chinese_units.size(); ++p) {
      number(chinese_units[p], chinese_, zh_counts, source);
      number(english_units[p], english_, en_counts, target);
      if (!source.empty() && !target.empty()) corpus_.add(source, target);
    }
    chinese_probabilities_ = normalised(zh_counts);
    english_probabilities_ = normalised(en_counts);
  }

  static bool is_number(std::string_view form) {
    return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  static std::vector<float> normalised(const std::vector<double>& counts) {
    double total = 0;
    for (const double count : counts) total += count;
    std::vector<float> probabilities;
    for (const double count : counts) probabilities.push_back(static_cast<float>(count / total));
    return probabilities;
  }

  /// p(English | Chinese) and p(Chinese | English) as the dictionaries have them: the glosses of a
  /// word share its probability evenly, the words of a gloss by their rarity ("to", "of" little).
  void fill_dictionary_priors() {
    std::vector<std::map<std::uint32_t, float>> to_english(chinese_.words().size());
    std::vector<std::map<std::uint32_t, float>> to_chinese(english_.words().size());
    EnglishForms forms;
    for (const DictionaryEntry& entry : entries_) {
      std::unordered_set<std::uint32_t> heads;
      for (const std::string& headword : entry.headwords) {
        const std::uint32_t id = chinese_.find(fold_han(headword, folding()));
        if (id != Numbering::kUnknown) heads.insert(id);
      }
      for (const Gloss& gloss : entry.glosses) {
        std::vector<std::pair<std::uint32_t, float>> words;
        float total = 0;
        for (const GlossWord& word : gloss) {
          const std::uint32_t id = english_.find(forms.form_of(word.word));
          if (id == Numbering::kUnknown) continue;
          const float rarity = 1 / (1 + 2000 * english_probabilities_[id]);
          words.emplace_back(id, word.weight * rarity);
          total += word.weight * rarity;
        }
        for (const auto& [id, weight] : words) {
          for (const std::uint32_t head : heads) {
            to_english[head][id] += weight / total;
            // A long gloss explains; only a short one is a translation that works backwards.
            to_chinese[id][head] += weight / total / static_cast<float>(words.size());
          }
        }
      }
    }
    english_prior_ = normalised_rows(to_english);
    chinese_prior_ = normalised_rows(to_chinese);
  }

  static TranslationTable normalised_rows(const std::vector<std::map<std::uint32_t, float>>& rows) {
    constexpr std::size_t kMost = 200;
    TranslationTable table(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto& row = table[r];
      row.assign(rows[r].begin(), rows[r].end());
      std::stable_sort(row.begin(), row.end(),
                       [](const auto& a, const auto& b) { return a.second > b.second; });
      if (row.size() > kMost) row.resize(kMost);
      float total = 0;
      for (const auto& [id, weight] : row) total += weight;
      for (auto& [id, weight] : row) weight /= total;
    }
    return table;
  }

  const std::vector<TrainingPair>& pairs_;
  const TrainOptions& options_;
  std::vector<std::uint16_t> folding_table_;
  std::vector<DictionaryEntry> entries_;
  Counts chinese_counts_;
  CountedCosts costs_{chinese_counts_};
  Numbering chinese_;
  Numbering english_;
  std::vector<float> chinese_probabilities_;
  std::vector<float> english_probabilities_;
  IdCorpus corpus_;  ///< Chinese as source
  TranslationTable english_prior_;
  TranslationTable chinese_prior_;
};

}  // namespace

Result<void> train(const std::vector<TrainingPair>& pairs, const std::string& path,
                   const TrainOptions& options) {
  Training training(pairs, options, make_folding());
  return training.run(path);
}

}  // namespace duizhao::model
