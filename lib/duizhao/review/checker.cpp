#include "duizhao/review/checker.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "duizhao/align/align.h"
#include "duizhao/check/rule.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/formats/input.h"
#include "duizhao/model/language_model.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/resources.h"
#include "duizhao/review/decisions_workbook.h"
#include "duizhao/review/find_model.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/terms/glossary.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/script_converters.h"

namespace duizhao {
namespace {

/// Lies beside the model; a model of a user's own may have none.
constexpr const char* kNamesFile = "duizhao.names";

Result<std::string> read_file(const std::string& path, std::istream& standard_input) {
  auto input = formats::Input::open(path, standard_input);
  if (!input) return tl::unexpected(input.error());
  return input->read_all();
}

/// The entries of all glossaries, one after the other.
Result<std::vector<TermEntry>> read_glossaries(const std::vector<std::string>& paths,
                                               std::istream& standard_input) {
  std::vector<TermEntry> all;
  for (const std::string& path : paths) {
    auto entries = formats::read_glossary(path, standard_input);
    if (!entries) return tl::unexpected(entries.error());
    std::move(entries->begin(), entries->end(), std::back_inserter(all));
  }
  return all;
}

/// A profile of the program's by its name, or else one in a file.
Result<Profile> load_profile(const std::string& name, std::istream& standard_input) {
  if (auto profile = profile_named(name)) return *profile;
  const auto text = read_file(name, standard_input);
  if (!text) {
    constexpr std::size_t kSlip = 2;
    std::string names;
    std::string meant;
    for (const std::string_view known : profile_names()) {
      names += (names.empty() ? "" : ", ") + std::string(known);
      if (text::edit_distance(name, known) <= kSlip) meant = known;
    }
    if (!meant.empty()) meant = ", did you mean '" + meant + "'?";
    return failure(ErrorCode::kUsage, "there is no profile '" + name + "', by that name (" + names +
                                          ") or as a file" + meant);
  }
  return read_profile(*text, name);
}

/// Takes rules out of a profile, by name.
Result<void> choose_rules(const CheckerOptions& options, Profile& profile) {
  for (const auto* list : {&options.off, &options.only}) {
    for (const std::string& rule : *list) {
      if (check::rule_named(rule) == nullptr) {
        return failure(ErrorCode::kUsage,
                       "there is no rule '" + rule + "' (duizhao check --rules lists them)");
      }
    }
  }
  for (const check::Rule* rule : check::rules()) {
    const auto is_named = [&](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), rule->id) != list.end();
    };
    if (is_named(options.only)) profile.rules[std::string(rule->id)].on = true;
    if (is_named(options.off) || (!options.only.empty() && !is_named(options.only))) {
      profile.rules[std::string(rule->id)].on = false;
    }
  }
  return {};
}

Result<Suppressions> load_suppressions(const CheckerOptions& options,
                                       std::istream& standard_input) {
  Suppressions all;
  for (const std::string& path : options.suppressions) {
    const auto text = read_file(path, standard_input);
    if (!text) return tl::unexpected(text.error());
    const auto read = is_workbook(*text) ? suppressions_in_workbook(*text, path)
                                         : Suppressions::read(*text, path);
    if (!read) return tl::unexpected(read.error());
    all.add(*read);
  }
  if (!options.baseline.empty()) {
    const auto text = read_file(options.baseline, standard_input);
    if (!text) return tl::unexpected(text.error());
    all.add_baseline(*text);
  }
  return all;
}

}  // namespace

struct Checker::Opened {
  std::optional<model::Lexicon> lexicon;
  std::optional<model::LanguageModel> language_model;
  std::optional<model::NameStore> names;
  std::optional<terms::Glossary> glossary;
  text::ScriptConverters converters;
  Resources resources;
  Suppressions suppressions;
  ReviewOptions options;
  std::vector<std::string> warnings;
};

Result<Checker> Checker::open(const CheckerOptions& options) {
  std::istream& standard_input =
      options.standard_input != nullptr ? *options.standard_input : std::cin;
  auto opened = std::make_unique<Opened>();
  const auto model = find_model(options.model);
  if (!model) return tl::unexpected(model.error());
  auto lexicon = open_lexicon(*model);
  if (!lexicon) return tl::unexpected(lexicon.error());
  opened->lexicon.emplace(std::move(lexicon->lexicon));
  if (!lexicon->warning.empty()) opened->warnings.push_back(std::move(lexicon->warning));
  opened->resources.lexicon = &*opened->lexicon;
  opened->resources.converters = &opened->converters;
  // A model that a user trained on his own memories may have no language models.
  if (auto language_model = model::LanguageModel::open(opened->lexicon->file())) {
    opened->language_model.emplace(std::move(*language_model));
    opened->resources.language_model = &*opened->language_model;
  }
  const std::filesystem::path names = std::filesystem::path(*model).replace_filename(kNamesFile);
  if (std::error_code error; std::filesystem::is_regular_file(names, error)) {
    auto store = model::NameStore::open(names.string());
    if (!store) return tl::unexpected(store.error());
    opened->names.emplace(std::move(*store));
    opened->resources.names = &*opened->names;
  }
  if (!options.glossaries.empty() || !options.terms.empty()) {
    auto entries = read_glossaries(options.glossaries, standard_input);
    if (!entries) return tl::unexpected(entries.error());
    entries->insert(entries->end(), options.terms.begin(), options.terms.end());
    opened->glossary.emplace(std::move(*entries));
    opened->resources.glossary = &*opened->glossary;
  }
  auto profile = load_profile(options.profile, standard_input);
  if (!profile) return tl::unexpected(profile.error());
  if (auto chosen = choose_rules(options, *profile); !chosen) {
    return tl::unexpected(chosen.error());
  }
  opened->options.profile = std::move(*profile);
  opened->resources.placeholders = opened->options.profile.placeholders;
  if (const auto threshold = opened->options.profile.pass_threshold) {
    opened->options.pass_threshold = *threshold;
  }
  auto suppressions = load_suppressions(options, standard_input);
  if (!suppressions) return tl::unexpected(suppressions.error());
  opened->suppressions = std::move(*suppressions);
  opened->options.suppressions = &opened->suppressions;
  return Checker(std::move(opened));
}

Checker::Checker(std::unique_ptr<const Opened> opened) : opened_(std::move(opened)) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Result<Review> Checker::review(Document source, Document target) const {
  const auto settled = settle_languages(source.language, target.language, source.name, target.name);
  if (!settled) return tl::unexpected(settled.error());
  return duizhao::review(std::move(source), std::move(target), opened_->resources,
                         opened_->options);
}

Result<Review> Checker::review(Document source, Document target, ReviewMemory& memory) const {
  const auto settled = settle_languages(source.language, target.language, source.name, target.name);
  if (!settled) return tl::unexpected(settled.error());
  return duizhao::review(std::move(source), std::move(target), opened_->resources, opened_->options,
                         memory);
}

Result<Review> Checker::review_pair(std::string source, std::string target) const {
  auto source_document =
      document_of(std::move(source), "source", {{}, Language::kUnknown, true, {}, {}});
  if (!source_document) return tl::unexpected(source_document.error());
  auto target_document =
      document_of(std::move(target), "target", {{}, Language::kUnknown, true, {}, {}});
  if (!target_document) return tl::unexpected(target_document.error());
  return review_pair(std::move(*source_document), std::move(*target_document));
}

Result<Review> Checker::review_pair(Document source, Document target) const {
  const auto settled = settle_languages(source.language, target.language, source.name, target.name);
  if (!settled) return tl::unexpected(settled.error());
  return duizhao::review_pair(std::move(source), std::move(target), opened_->resources,
                              opened_->options);
}

Result<std::vector<Review>> Checker::review_pairs(std::vector<DocumentPair> pairs) const {
  for (auto& [source, target] : pairs) {
    const auto settled =
        settle_languages(source.language, target.language, source.name, target.name);
    if (!settled) return tl::unexpected(settled.error());
  }
  return duizhao::review_pairs(std::move(pairs), opened_->resources, opened_->options);
}

Result<Alignment> Checker::align(const Document& source, const Document& target) const {
  Language source_language = source.language;
  Language target_language = target.language;
  const auto settled = settle_languages(source_language, target_language, source.name, target.name);
  if (!settled) return tl::unexpected(settled.error());
  align::AlignOptions how;
  how.glossary = opened_->resources.glossary;
  return align::align(source, target, *opened_->resources.lexicon, how);
}

Result<Review> Checker::align(Document source, Document target, ReviewMemory& memory) const {
  const auto settled = settle_languages(source.language, target.language, source.name, target.name);
  if (!settled) return tl::unexpected(settled.error());
  return duizhao::aligned(std::move(source), std::move(target), opened_->resources, memory);
}

void Checker::add_findings(Review& review, std::vector<Finding> findings) const {
  duizhao::add_findings(review, std::move(findings), opened_->options);
}

Score Checker::score_of(const Review& review, const std::vector<Finding>& findings) const {
  return duizhao::score_of(review, findings, opened_->options);
}

void Checker::suppress(Review& review, const Suppressions& suppressions) const {
  duizhao::suppress(review, suppressions, opened_->options);
}

const Profile& Checker::profile() const { return opened_->options.profile; }
double Checker::pass_threshold() const { return opened_->options.pass_threshold; }
const std::vector<std::string>& Checker::warnings() const { return opened_->warnings; }
const Resources& Checker::resources() const { return opened_->resources; }

}  // namespace duizhao
