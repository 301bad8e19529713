#include "duizhao/report/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "duizhao/report/figures.h"

namespace duizhao::report {
namespace {

std::string_view word(std::string_view label, Language language) {
  const Wording* row = wording("label/" + std::string(label));
  return row == nullptr ? label : row->in(language);
}

/// "a", "a and b", "a, b and c"; in Chinese 甲、乙和丙.
std::string listed(std::span<const std::string> items, Language language) {
  const bool chinese = language == Language::kChinese;
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    if (i > 0) text += last ? (chinese ? "和" : " and ") : (chinese ? "、" : ", ");
    text += items[i];
  }
  return text;
}

/// Items of which none is the last by its meaning.
std::string enumerated(std::span<const std::string> items, Language language) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += language == Language::kChinese ? "、" : ", ";
    text += item;
  }
  return text;
}

/// How often a value that is off by a power of ten is the right one.
std::string multiple(double factor, Language language) {
  const auto power = static_cast<int>(std::round(std::log10(factor)));
  const auto size = static_cast<std::size_t>(std::abs(power));
  if (language == Language::kChinese) {
    constexpr std::array<std::string_view, 7> kParts = {"", "十", "百", "千", "万", "十万", "百万"};
    if (power > 0) return fmt::format("是原文的{:.0f}倍", factor);
    return size < kParts.size() ? fmt::format("只有原文的{}分之一", kParts[size])
                                : fmt::format("只有原文的{:.0f}分之一", 1 / factor);
  }
  constexpr std::array<std::string_view, 7> kTimes = {
      "", "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million"};
  if (size >= kTimes.size()) return fmt::format("10^{} times as much", power);
  return fmt::format("{} times {}", kTimes[size], power > 0 ? "as much" : "too little");
}

struct Writer {
  std::string_view how;
  Language language;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& texts) const {
    return enumerated(texts, language);
  }
  std::string operator()(std::size_t count) const { return std::to_string(count); }
  std::string operator()(double value) const {
    if (how == "multiple") return multiple(value, language);
    if (how != "percent") return decimal(value, 1);
    return percent(value, language);
  }
  std::string operator()(Label label) const { return std::string(word(label.id, language)); }
  std::string operator()(const std::vector<Label>& labels) const {
    std::vector<std::string> words;
    words.reserve(labels.size());
    for (const Label label : labels) words.emplace_back(word(label.id, language));
    return listed(words, language);
  }
  std::string operator()(const LineNumbers& lines) const {
    std::vector<std::string> numbers;
    numbers.reserve(lines.numbers.size());
    for (const std::size_t number : lines.numbers) numbers.push_back(std::to_string(number));
    if (language == Language::kChinese) return fmt::format("第{}行", enumerated(numbers, language));
    return (numbers.size() == 1 ? "line " : "lines ") + listed(numbers, language);
  }
};

/// Reads a pattern from left to right; brackets and braces may hold one another.
class Composer {
 public:
  Composer(std::string_view pattern, std::span<const Argument> arguments, Language language)
      : pattern_(pattern), arguments_(arguments), language_(language) {}

  std::string all() {
    bool complete = true;
    return until({}, complete);
  }

 private:
  [[nodiscard]] char here() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

  /// What stands before one of `ends`; `complete` becomes false where an argument is not given.
  std::string until(std::string_view ends, bool& complete) {
    std::string text;
    while (at_ < pattern_.size() && ends.find(here()) == std::string_view::npos) {
      const char c = pattern_[at_++];
      if (c == '{') {
        text += argument(complete);
      } else if (c == '[') {
        text += alternatives();
      } else {
        text += c;
      }
    }
    return text;
  }

  std::string alternatives() {
    bool complete = true;
    std::string first = until("|]", complete);
    std::string second;
    if (here() == '|') {
      ++at_;
      bool ignored = true;
      second = until("]", ignored);
    }
    ++at_;
    return complete ? first : second;
  }

  std::string argument(bool& complete) {
    const std::size_t end = std::min(pattern_.find_first_of("?:}", at_), pattern_.size());
    const std::string_view name = pattern_.substr(at_, end - at_);
    at_ = end;
    const auto found = std::ranges::find(arguments_, name, &Argument::name);
    complete = complete && found != arguments_.end();
    if (here() == '?') {
      ++at_;
      std::string one = until("|", complete);
      ++at_;
      std::string more = until("}", complete);
      ++at_;
      if (found == arguments_.end()) return {};
      const auto* const count = std::get_if<std::size_t>(&found->value);
      return count != nullptr && *count == 1 ? one : more;
    }
    std::string_view how;
    if (here() == ':') {
      const std::size_t close = pattern_.find('}', at_);
      how = pattern_.substr(at_ + 1, close - at_ - 1);
      at_ = close;
    }
    ++at_;
    return found == arguments_.end() ? std::string()
                                     : std::visit(Writer{how, language_}, found->value);
  }

  std::string_view pattern_;
  std::span<const Argument> arguments_;
  Language language_;
  std::size_t at_ = 0;
};

}  // namespace

std::string composed(std::string_view pattern, std::span<const Argument> arguments,
                     Language language) {
  return Composer(pattern, arguments, language).all();
}

std::string message_of(const Finding& finding, Language language) {
  const Wording* row = wording(finding.message_id);
  if (row == nullptr) return std::string(finding.code);
  std::string message = composed(row->in(language), finding.arguments, language);
  if (finding.places > 1) {
    const Argument places{"places", finding.places};
    message += composed(wording("label/places")->in(language), {&places, 1}, language);
  }
  return message;
}

}  // namespace duizhao::report
