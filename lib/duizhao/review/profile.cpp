#include "duizhao/review/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "duizhao/check/rule.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao {
namespace {

/// The stricter of two wishes.
RuleSetting combined(const RuleSetting& all, const RuleSetting& rule) {
  RuleSetting setting = rule;
  setting.on = all.on && rule.on;
  if (!setting.most) setting.most = all.most;
  if (!setting.least) setting.least = all.least;
  setting.least_confidence = std::max(all.least_confidence, rule.least_confidence);
  return setting;
}

/// What the table of rules says of each; `form`: whether matters of form are told.
Profile of_the_table(bool form) {
  Profile profile;
  for (const check::Rule* rule : check::rules()) {
    RuleSetting setting;
    setting.on = rule->on && (form || !rule->is_form);
    setting.least_confidence = rule->least_confidence;
    if (setting != RuleSetting()) profile.rules[std::string(rule->id)] = setting;
  }
  return profile;
}

Profile draft() {
  Profile profile = of_the_table(true);
  profile.name = "draft";
  return profile;
}

Profile strict() {
  Profile profile = draft();
  profile.name = "strict";
  profile.pass_threshold = 0;
  return profile;
}

Profile corpus() {
  Profile profile = of_the_table(false);
  profile.name = "corpus";
  profile.all.least = Severity::kMinor;
  profile.all.least_confidence = 0.5;
  for (const check::Rule* rule : check::rules()) {
    if (rule->least_in_corpora == Severity::kNeutral) continue;
    profile.rules[std::string(rule->id)].least = rule->least_in_corpora;
  }
  return profile;
}

constexpr std::array<std::string_view, 7> kProfileKeys = {
    "base",         "pass-threshold", "placeholders",   "weight-critical",
    "weight-major", "weight-minor",   "weight-neutral",
};
constexpr std::array<std::string_view, 4> kSettingKeys = {"on", "least-confidence",
                                                          "least-severity", "most-severity"};

/// Says of a key that it is none, and which there are.
std::string no_key(std::string_view key, bool in_section) {
  const std::string settings = fmt::format("{}", fmt::join(kSettingKeys, ", "));
  if (in_section) return fmt::format("there is no key '{}' of a rule: {}", key, settings);
  return fmt::format("there is no key '{}': {}, {}", key, fmt::join(kProfileKeys, ", "), settings);
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<bool> truth_in(std::string_view text) {
  if (text == "yes" || text == "on" || text == "true") return true;
  if (text == "no" || text == "off" || text == "false") return false;
  return std::nullopt;
}

/// Reads the lines of a profile one after the other.
class ProfileReader {
 public:
  explicit ProfileReader(const std::string& file) : file_(file) { profile_.name = file; }

  Result<void> read_line(std::string_view line) {
    ++line_;
    if (text::first_invalid(line)) return wrong("this is not UTF-8: save the profile as UTF-8");
    line = text::trimmed(line.substr(0, line.find('#')));
    if (line.empty()) return {};
    if (line.front() == '[') return read_section(line);
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return wrong("expected 'key = value' or '[rule]'");
    const std::string_view key = text::trimmed(line.substr(0, equals));
    const std::string_view value = text::trimmed(line.substr(equals + 1));
    if (std::ranges::count(kProfileKeys, key) > 0) return read_profile_key(key, value);
    if (std::ranges::count(kSettingKeys, key) > 0) return read_setting(key, value);
    return wrong(no_key(key, !section_.empty()));
  }

  [[nodiscard]] Profile take() { return std::move(profile_); }

 private:
  [[nodiscard]] tl::unexpected<Error> wrong(std::string message) const {
    return failure(ErrorCode::kMalformed, std::move(message), {file_, line_, 0});
  }

  Result<void> read_section(std::string_view line) {
    if (line.back() != ']') return wrong("the name of a rule ends with ']'");
    section_ = std::string(text::trimmed(line.substr(1, line.size() - 2)));
    if (check::rule_named(section_) == nullptr) {
      return wrong(fmt::format("there is no rule '{}' (see duizhao check --rules)", section_));
    }
    return {};
  }

  Result<void> read_profile_key(std::string_view key, std::string_view value) {
    if (!section_.empty()) return wrong(fmt::format("'{}' stands before the rules", key));
    if (key == "base") {
      auto base = profile_named(value);
      if (!base) return wrong(fmt::format("there is no profile '{}'", value));
      base->name = file_;
      profile_ = std::move(*base);
      return {};
    }
    if (key.starts_with("weight-")) return read_weight(key, value);
    if (key == "placeholders") return read_placeholders(value);
    const auto threshold = number_in(value);
    if (!threshold || *threshold < 0) return wrong("a threshold is a number from 0 on");
    profile_.pass_threshold = threshold;
    return {};
  }

  /// "python, icu"; "none" where nothing is filled in.
  Result<void> read_placeholders(std::string_view value) {
    profile_.placeholders = 0;
    if (value == "none") return {};
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      const std::string_view name = text::trimmed(value.substr(at, end - at));
      const auto* const style =
          std::ranges::find(kPlaceholderStyles, name, [](const auto& s) { return s.first; });
      if (style == kPlaceholderStyles.end()) {
        return wrong(
            fmt::format("there is no style '{}' of placeholders: printf, python, i18next, "
                        "qt, icu and variable, or none",
                        name));
      }
      profile_.placeholders |= static_cast<PlaceholderStyles>(style->second);
      at = end + 1;
    }
    return {};
  }

  Result<void> read_weight(std::string_view key, std::string_view value) {
    const auto severity = severity_named(key.substr(std::string_view("weight-").size()));
    if (!severity) return wrong(no_key(key, false));
    const auto weight = number_in(value);
    if (!weight || *weight < 0) return wrong("a weight is a number from 0 on");
    profile_.severity_weights[static_cast<std::size_t>(*severity)] = weight;
    return {};
  }

  Result<void> read_setting(std::string_view key, std::string_view value) {
    RuleSetting& setting = section_.empty() ? profile_.all : profile_.rules[section_];
    if (key == "on") {
      const auto on = truth_in(value);
      if (!on) return wrong("'on' is yes or no");
      setting.on = *on;
      return {};
    }
    if (key == "least-confidence") {
      const auto confidence = number_in(value);
      if (!confidence || *confidence < 0 || *confidence > 1) {
        return wrong("a confidence is a number between 0 and 1");
      }
      setting.least_confidence = *confidence;
      return {};
    }
    const auto severity = severity_named(value);
    if (!severity) return wrong("a severity is neutral, minor, major or critical");
    (key == "least-severity" ? setting.least : setting.most) = severity;
    return {};
  }

  std::string file_;
  std::size_t line_ = 0;
  std::string section_;
  Profile profile_;
};

}  // namespace

void Profile::apply(std::vector<Finding>& findings) const {
  std::erase_if(findings, [this](Finding& finding) {
    const auto rule = rules.find(finding.rule);
    const RuleSetting setting = rule == rules.end() ? all : combined(all, rule->second);
    if (!setting.on || finding.confidence < setting.least_confidence) return true;
    if (setting.least && finding.severity < *setting.least) return true;
    if (setting.most) finding.severity = std::min(finding.severity, *setting.most);
    return false;
  });
}

std::vector<std::string_view> profile_names() { return {"draft", "strict", "corpus"}; }

std::optional<Profile> profile_named(std::string_view name) {
  if (name == "draft") return draft();
  if (name == "strict") return strict();
  if (name == "corpus") return corpus();
  return std::nullopt;
}

Result<Profile> read_profile(std::string_view text, const std::string& file) {
  ProfileReader reader(file);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (auto read = reader.read_line(text.substr(at, end - at)); !read) {
      return tl::unexpected(read.error());
    }
    at = end + 1;
  }
  return reader.take();
}

}  // namespace duizhao
