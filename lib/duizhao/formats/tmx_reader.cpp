#include "duizhao/formats/tmx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/formats/language_match.h"
#include "duizhao/formats/segment_text.h"

namespace duizhao::formats {
namespace {

/// A text of a unit in one language.
struct Variant {
  std::string tag;
  std::string text;
  std::optional<TargetPlace> place{};
  SegmentCodes codes{};
  std::vector<std::string> inner_texts{};
};

std::string other_language(std::string_view tag) {
  return language_of_tag(tag) == Language::kChinese ? "en" : "zh";
}

class TmxHandler : public UnitHandler {
 public:
  explicit TmxHandler(const BilingualOptions& options)
      : source_(options.source_language),
        target_(options.target_language),
        places_(options.places) {
    if (source_.empty() && !target_.empty()) source_ = other_language(target_);
  }

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (in_segment_) {
      segment_.start(element);
    } else if (!in_tmx_) {
      in_tmx_ = true;
      if (name != "tmx") {
        parser().fail(fmt::format("this is no TMX file: its root element is '{}'", name));
      }
    } else if (name == "header") {
      choose(element.attribute("srclang"));
    } else if (name == "tu") {
      variants_.clear();
      id_ = element.attribute("tuid");
      line_ = parser().line();
    } else if (name == "tuv") {
      variants_.push_back({std::string(element.attribute("lang")), {}});
    } else if (name == "seg" && !variants_.empty()) {
      in_segment_ = true;
      opened_ = parser().place();
    }
  }

  void end(std::string_view name) override {
    if (name == "seg" && in_segment_) {
      in_segment_ = false;
      variants_.back().text = segment_.take();
      variants_.back().codes = segment_.take_codes();
      variants_.back().inner_texts = segment_.take_inner_texts();
      if (places_) {
        variants_.back().place =
            place_of_content(opened_, parser().place(), segment_.take_pieces());
      }
    } else if (in_segment_) {
      segment_.end(name);
    } else if (name == "tu") {
      finish_unit();
    }
  }

  void text(std::string_view text) override {
    if (in_segment_) segment_.text_from(text, place_of_text(parser(), places_));
  }

  [[nodiscard]] std::string complaint() const override {
    if (units_ == 0 || complete_units_ > 0) return {};
    return fmt::format("no unit of {} has a text in both languages; the file has: {}", units_,
                       fmt::join(tags_, ", "));
  }

  [[nodiscard]] std::string notice() const override {
    if (also_.empty()) return {};
    return fmt::format(
        "there are translations in {} and {}; {} was taken where there are both "
        "(--target-lang {} takes the other)",
        taken_, also_, taken_, also_);
  }

 private:
  /// Settles the languages once something says which is the source's.
  void choose(std::string_view source_tag) {
    if (source_.empty() && language_of_tag(source_tag) != Language::kUnknown) {
      source_ = source_tag.substr(0, source_tag.find_first_of("-_"));
    }
    if (target_.empty() && !source_.empty()) target_ = other_language(source_);
  }

  void finish_unit() {
    ++units_;
    // A memory that is its own source in all languages ("*all*"): the first one leads.
    for (const Variant& variant : variants_) choose(variant.tag);
    const auto find = [&](const std::string& wanted) {
      return std::ranges::find_if(variants_,
                                  [&](const Variant& v) { return tag_matches(v.tag, wanted); });
    };
    const auto source = find(source_);
    const auto target = find(target_);
    if (source != variants_.end() && target != variants_.end() && source != target) {
      ++complete_units_;
      note_choice(target);
      BilingualPair pair{std::move(source->text), std::move(target->text), line_, id_,
                         std::move(target->place)};
      pair.source_codes = std::move(source->codes);
      pair.target_codes = std::move(target->codes);
      pairs().push_back(std::move(pair));
      add_inner_pairs(std::move(source->inner_texts), std::move(target->inner_texts), line_, id_);
      return;
    }
    constexpr std::size_t kTagsToName = 8;
    for (const Variant& variant : variants_) {
      const bool known = std::ranges::find(tags_, variant.tag) != tags_.end();
      if (!known && tags_.size() < kTagsToName) tags_.push_back(variant.tag);
    }
  }

  /// Keeps in mind that there was another text in the language of the target.
  void note_choice(std::vector<Variant>::iterator target) {
    if (!also_.empty()) return;
    const auto another = std::find_if(std::next(target), variants_.end(), [&](const Variant& v) {
      return tag_matches(v.tag, target_) && v.tag != target->tag;
    });
    if (another == variants_.end()) return;
    taken_ = target->tag;
    also_ = another->tag;
  }

  std::string taken_;   ///< of several languages of one target, the first unit's choice
  std::string also_;    ///< and what it left out; empty where there was no choice
  std::string source_;  ///< language tags; empty until something says them
  std::string target_;
  bool in_tmx_ = false;
  bool in_segment_ = false;
  bool places_ = false;  ///< are asked for
  Span opened_;          ///< the start tag of the segment
  SegmentText segment_;
  std::vector<Variant> variants_;
  std::string id_;  ///< of the unit
  std::size_t line_ = 0;
  std::size_t units_ = 0;
  std::size_t complete_units_ = 0;
  std::vector<std::string> tags_;  ///< of units that were left out, for the complaint
};

}  // namespace

std::unique_ptr<UnitHandler> make_tmx_handler(const BilingualOptions& options) {
  return std::make_unique<TmxHandler>(options);
}

}  // namespace duizhao::formats
