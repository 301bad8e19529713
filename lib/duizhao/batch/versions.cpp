#include "duizhao/batch/versions.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>

#include "duizhao/text/ascii.h"

namespace duizhao::batch {
namespace {

namespace fs = std::filesystem;

/// Words of file names that name a language, sorted.
constexpr auto kChinese = std::to_array<std::string_view>(
    {"chi", "chinese", "chs", "cht", "cn", "hans", "hant", "sc", "tc", "zh", "zhcn", "zho", "zhtw",
     "中文", "中文版", "简体", "简体中文", "繁體", "繁體中文"});
constexpr auto kEnglish =
    std::to_array<std::string_view>({"en", "eng", "engb", "english", "enus", "英文", "英文版"});
/// Words that may follow them and belong to them: regions and scripts of BCP 47, and regions as
/// Android writes them.
constexpr auto kSubtags = std::to_array<std::string_view>(
    {"au",  "ca",  "cn",  "gb",  "hans", "hant", "hk", "mo", "rau", "rca", "rcn",
     "rgb", "rhk", "rmo", "rsg", "rtw",  "rus",  "sg", "tw", "uk",  "us"});

static_assert(std::ranges::is_sorted(kSubtags) && std::ranges::is_sorted(kEnglish) &&
              std::ranges::is_sorted(kChinese));

/// A word of a name with its place.
struct Word {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool separates(char c) { return std::string_view(" ._-()[]+,").find(c) != std::string_view::npos; }

std::vector<Word> words_of(std::string_view name) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < name.size();) {
    if (separates(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < name.size() && !separates(name[end])) ++end;
    words.push_back({name.substr(at, end - at), at, end});
    at = end;
  }
  return words;
}

Language language_of(std::string_view word) {
  if (std::ranges::binary_search(kChinese, word)) return Language::kChinese;
  if (std::ranges::binary_search(kEnglish, word)) return Language::kEnglish;
  return Language::kUnknown;
}

struct Stripped {
  std::string rest;
  Language language = Language::kUnknown;
};

/// A part of a path without the last of its words that names a language, and without what set that
/// word apart.
Stripped strip_language(std::string_view name) {
  // Apple's folder of the language that a program was written in.
  if (name == "base.lproj") return {"lproj", Language::kUnknown};
  const std::vector<Word> words = words_of(name);
  std::optional<std::size_t> found;
  std::size_t last = 0;  // of the words that belong to it
  bool both = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Language language = language_of(words[i].text);
    if (found && i == last + 1 && std::ranges::binary_search(kSubtags, words[i].text)) {
      last = i;
      continue;
    }
    if (language == Language::kUnknown) continue;
    both |= found && language_of(words[*found].text) != language;
    found = i;
    last = i;
  }
  if (!found || both) return {std::string(name), Language::kUnknown};
  std::size_t begin = words[*found].begin;
  std::size_t end = words[last].end;
  while (end < name.size() && (name[end] == ')' || name[end] == ']')) ++end;
  // Android's values-b+zh+Hans+CN.
  if (begin >= 2 && name.substr(begin - 2, 2) == "b+") begin -= 2;
  while (begin > 0 && separates(name[begin - 1])) --begin;
  if (begin == 0) {
    while (end < name.size() && separates(name[end])) ++end;
  }
  return {std::string(name.substr(0, begin)).append(name.substr(end)),
          language_of(words[*found].text)};
}

/// Versions of one report.
struct Versions {
  std::vector<std::size_t> english;
  std::vector<std::size_t> chinese;
  std::vector<std::size_t> untold;
};

std::string ending_of(const std::string& path) {
  return text::ascii_lowered(fs::path(path).extension().string());
}

/// The one of these that a file is to be paired with.
std::optional<std::size_t> partner(std::size_t of, const std::vector<std::size_t>& others,
                                   const std::vector<std::string>& paths) {
  if (others.size() == 1) return others.front();
  std::optional<std::size_t> found;
  for (const std::size_t other : others) {
    if (ending_of(paths[other]) != ending_of(paths[of])) continue;
    if (found) return std::nullopt;
    found = other;
  }
  return found;
}

}  // namespace

VersionName version_name(std::string_view path) {
  const fs::path lower(text::ascii_lowered(path));
  VersionName name;
  const Stripped file = strip_language(lower.stem().string());
  name.language = file.language;
  for (const fs::path& folder : lower.parent_path()) {
    const Stripped part = strip_language(folder.string());
    if (name.language == Language::kUnknown || file.language == Language::kUnknown) {
      if (part.language != Language::kUnknown) name.language = part.language;
    }
    name.key += part.rest + "/";
  }
  name.key += file.rest;
  return name;
}

PairedVersions pair_versions(const std::vector<std::string>& paths, Language source) {
  std::map<std::string, Versions> by_key;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const VersionName name = version_name(paths[i]);
    Versions& versions = by_key[name.key];
    (name.language == Language::kChinese   ? versions.chinese
     : name.language == Language::kEnglish ? versions.english
                                           : versions.untold)
        .push_back(i);
  }
  PairedVersions paired;
  std::vector<bool> taken(paths.size());
  for (const auto& [key, versions] : by_key) {
    const bool both = !versions.english.empty() && !versions.chinese.empty();
    const bool english_is_source = source != Language::kChinese;
    const std::vector<std::size_t>* sources =
        english_is_source ? &versions.english : &versions.chinese;
    const std::vector<std::size_t>* targets =
        english_is_source ? &versions.chinese : &versions.english;
    if (!both) {
      sources = &versions.untold;
      targets = versions.english.empty() ? &versions.chinese : &versions.english;
    }
    for (const std::size_t target : *targets) {
      const auto its_source = partner(target, *sources, paths);
      if (!its_source) continue;
      paired.pairs.push_back({*its_source, target});
      taken[*its_source] = true;
      taken[target] = true;
    }
  }
  std::ranges::sort(paired.pairs, {}, [](const VersionPair& pair) {
    return std::pair(std::min(pair.source, pair.target), std::max(pair.source, pair.target));
  });
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!taken[i]) paired.unpaired.push_back(i);
  }
  return paired;
}

}  // namespace duizhao::batch
