#include "duizhao/formats/xliff_reader.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/formats/language_match.h"
#include "duizhao/formats/segment_text.h"

namespace duizhao::formats {
namespace {

/// One side of a trans-unit: its whole text and, where it is segmented, the segments by number.
struct UnitText {
  struct Text {
    std::string text;
    std::optional<TargetPlace> place;
    SegmentCodes codes;
    std::vector<std::string> inner_texts;
  };
  Text whole;
  std::vector<std::pair<std::string, Text>> segments;  ///< mid, text

  void clear() {
    whole = {};
    segments.clear();
  }
  [[nodiscard]] const Text* segment(std::string_view mid) const {
    for (const auto& [number, text] : segments) {
      if (number == mid) return &text;
    }
    return nullptr;
  }
};

/// Whether an element is a part of the file that may not be to be translated.
bool is_part(std::string_view name) {
  return name == "file" || name == "group" || name == "unit" || name == "trans-unit";
}

class XliffHandler : public UnitHandler {
 public:
  explicit XliffHandler(const BilingualOptions& options)
      : source_(options.source_language),
        target_(options.target_language),
        places_(options.places) {
    whole_.set_natives(&natives_);
    segment_.set_natives(&natives_);
  }

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    const std::string parent = path_.empty() ? std::string() : path_.back();
    path_.emplace_back(name);
    if (side_ != nullptr) {
      start_inline(element);
      return;
    }
    if (parent.empty() && name != "xliff") {
      parser().fail(fmt::format("this is no XLIFF file: its root element is '{}'", name));
    } else if (parent.empty()) {
      translate_ = {takes_languages(element.attribute("srcLang"), element.attribute("trgLang"))};
    } else if (is_part(name)) {
      if (name == "file" && !element.attribute("source-language").empty()) {
        // Only this, so that a file within a file, which there is not, leaves the others open.
        translate_.front() = takes_languages(element.attribute("source-language"),
                                             element.attribute("target-language"));
      }
      const std::string_view translate = element.attribute("translate");
      // What converters make of the header of a PO file is no text.
      const bool header = element.attribute("restype") == "x-gettext-domain-header";
      // What is in other languages stays so, whatever a part of it says.
      translate_.push_back(translate_.front() && !header &&
                           (translate.empty() ? translate_.back() : translate != "no"));
    }
    if (name == "unit") {
      unit_id_ = element.attribute("id");
      natives_.clear();
      native_ = nullptr;  // a unit may stand in the data of another, where it must not
    }
    if (name == "data" && parent == "originalData")
      native_ = &natives_[std::string(element.attribute("id"))];
    if (name == "trans-unit" || name == "segment") {
      id_ = element.attribute("id");
      if (name == "segment" && !unit_id_.empty())
        id_ = id_.empty() ? unit_id_ : unit_id_ + "/" + id_;
      source_side_.clear();
      segmented_source_.clear();
      target_side_.clear();
      line_ = parser().line();
      if (!element.attribute_in("memsource.com/mxlf/2.0", "confirmed").empty()) {
        whole_.expect_marks();
        segment_.expect_marks();
      }
    }
    if (parent != "trans-unit" && parent != "segment") return;
    if (name == "source") side_ = &source_side_;
    if (name == "seg-source") side_ = &segmented_source_;
    if (name == "target") side_ = &target_side_;
    if (side_ == nullptr) return;
    side_depth_ = path_.size();
    opened_ = parser().place();
  }

  void end(std::string_view name) override {
    if (name == "data") native_ = nullptr;
    const bool in_side = side_ != nullptr;
    if (side_ != nullptr && path_.size() == side_depth_) {
      side_->whole = taken(whole_, opened_);
      side_ = nullptr;
    } else if (side_ != nullptr) {
      end_inline(name);
    } else if (name == "trans-unit" || name == "segment") {
      finish_unit();
    }
    if (is_part(name) && !in_side) translate_.pop_back();
    path_.pop_back();
  }

  void text(std::string_view text) override {
    if (native_ != nullptr) *native_ += text;
    if (side_ == nullptr) return;
    const std::optional<Span> place = place_of_text(parser(), places_);
    whole_.text_from(text, place);
    if (segment_depth_ > 0) segment_.text_from(text, place);
  }

  [[nodiscard]] std::string complaint() const override {
    if (taken_ || left_out_.empty()) return {};
    if (source_.empty() && target_.empty()) {
      return fmt::format("the file is from {}: one side must be Chinese and the other English",
                         left_out_);
    }
    const auto asked = [](const std::string& tag) { return tag.empty() ? "any" : tag; };
    return fmt::format("the file is from {}, not from {} to {}", left_out_, asked(source_),
                       asked(target_));
  }

  [[nodiscard]] std::string notice() const override {
    if (!taken_ || left_out_.empty()) return {};
    return fmt::format(
        "the parts from {} were left out, those from {} to {} taken (--target-lang takes others)",
        left_out_, taken_->first, taken_->second);
  }

 private:
  /// What was collected between a start tag and the end tag that is being handled.
  UnitText::Text taken(SegmentText& collected, Span start_tag) {
    UnitText::Text text{collected.take(), std::nullopt, collected.take_codes(),
                        collected.take_inner_texts()};
    if (places_)
      text.place = place_of_content(start_tag, parser().place(), collected.take_pieces());
    return text;
  }

  void start_inline(const XmlElement& element) {
    whole_.start(element);
    if (segment_depth_ > 0) {
      segment_.start(element);
    } else if (element.name() == "mrk" && element.attribute("mtype") == "seg") {
      segment_depth_ = path_.size();
      side_->segments.emplace_back(element.attribute("mid"), UnitText::Text{});
      segment_opened_ = parser().place();
    }
  }

  void end_inline(std::string_view name) {
    whole_.end(name);
    if (segment_depth_ == path_.size()) {
      side_->segments.back().second = taken(segment_, segment_opened_);
      segment_depth_ = 0;
    } else if (segment_depth_ > 0) {
      segment_.end(name);
    }
  }

  /// Whether a part of the file is in the languages that are wanted, and in those of the first part
  /// that was: a file may hold a translation into each of several languages.
  bool takes_languages(std::string_view source, std::string_view target) {
    const auto fits = [](std::string_view tag, const std::string& wanted) {
      return tag.empty() || (wanted.empty() ? !is_other_language(tag) : tag_matches(tag, wanted));
    };
    const bool straight = fits(source, source_) && fits(target, target_);
    swapped_ = !straight && fits(target, source_) && fits(source, target_);
    const auto like_first = [&] {
      return !taken_ || target.empty() || taken_->second.empty() || taken_->second == target;
    };
    if ((straight || swapped_) && like_first()) {
      if (!taken_ && !(source.empty() && target.empty())) taken_.emplace(source, target);
      return true;
    }
    const std::string languages = fmt::format("{} to {}", source, target);
    if (left_out_.find(languages) == left_out_.npos) {
      left_out_ += (left_out_.empty() ? "" : ", ") + languages;
    }
    return false;
  }

  void finish_unit() {
    if (!translate_.back()) return;
    if (segmented_source_.segments.empty() || target_side_.segments.empty()) {
      add(source_side_.whole.text.empty() ? segmented_source_.whole : source_side_.whole,
          target_side_.whole, id_);
      return;
    }
    for (const auto& [mid, text] : segmented_source_.segments) {
      const UnitText::Text* const translation = target_side_.segment(mid);
      add(text, translation == nullptr ? UnitText::Text{} : *translation,
          segmented_source_.segments.size() == 1 ? id_ : id_ + "/" + mid);
    }
  }

  void add(UnitText::Text source, UnitText::Text target, std::string id) {
    if (swapped_) std::swap(source, target);
    BilingualPair pair{std::move(source.text), std::move(target.text), line_, std::move(id),
                       std::move(target.place)};
    pair.source_codes = std::move(source.codes);
    pair.target_codes = std::move(target.codes);
    const std::string unit = pair.id;
    pairs().push_back(std::move(pair));
    add_inner_pairs(std::move(source.inner_texts), std::move(target.inner_texts), line_, unit);
  }

  std::string source_;  ///< language tags that the user asked for
  std::string target_;
  std::vector<std::string> path_;  ///< names of the open elements
  /// Of the whole, behind it of the open files, groups and units.
  std::vector<bool> translate_ = {true};
  bool swapped_ = false;
  std::optional<std::pair<std::string, std::string>> taken_;  ///< languages of the first part taken
  std::string left_out_;  ///< "en to de, en to ja": those of parts that were not
  UnitText source_side_;
  UnitText segmented_source_;
  UnitText target_side_;
  UnitText* side_ = nullptr;  ///< the side that is being read
  std::size_t side_depth_ = 0;
  bool places_ = false;            ///< are asked for
  Span opened_;                    ///< the start tag of the side
  Span segment_opened_;            ///< that of the segment mark
  std::size_t segment_depth_ = 0;  ///< of the segment mark that is open; 0 for none
  SegmentText whole_;
  SegmentText segment_;
  std::map<std::string, std::string> natives_;  ///< codes of the unit's format, by their ids
  std::string* native_ = nullptr;               ///< the one that is being read
  std::string unit_id_;
  std::string id_;  ///< of the segment or trans-unit
  std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<UnitHandler> make_xliff_handler(const BilingualOptions& options) {
  return std::make_unique<XliffHandler>(options);
}

}  // namespace duizhao::formats
