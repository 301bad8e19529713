#include "resources.h"

#include <filesystem>
#include <iterator>
#include <utility>

#include "duizhao/formats/glossary_file.h"
#include "find_model.h"

namespace duizhao::cli {
namespace {

/// Lies beside the model; a model of a user's own may have none.
constexpr const char* kNamesFile = "duizhao.names";

/// The entries of all glossaries, one after the other.
Result<std::vector<TermEntry>> read_glossaries(const std::vector<std::string>& paths,
                                               std::istream& standard_in) {
  std::vector<TermEntry> all;
  for (const std::string& path : paths) {
    auto entries = formats::read_glossary(path, standard_in);
    if (!entries) return tl::unexpected(entries.error());
    std::move(entries->begin(), entries->end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

Result<LoadedResources> LoadedResources::load(const RunOptions& options,
                                              const std::vector<std::string>& glossaries,
                                              Streams& streams) {
  LoadedResources loaded;
  const auto model = find_model(options.model);
  if (!model) return tl::unexpected(model.error());
  auto lexicon = open_lexicon(*model, streams.err);
  if (!lexicon) return tl::unexpected(lexicon.error());
  loaded.lexicon_ = std::make_unique<model::Lexicon>(std::move(*lexicon));
  loaded.resources_.lexicon = loaded.lexicon_.get();
  // A model that a user trained on his own memories may have no language models.
  if (auto language_model = model::LanguageModel::open(*model)) {
    loaded.language_model_ = std::make_unique<model::LanguageModel>(std::move(*language_model));
    loaded.resources_.language_model = loaded.language_model_.get();
  }
  const std::filesystem::path names = std::filesystem::path(*model).replace_filename(kNamesFile);
  if (std::error_code error; std::filesystem::is_regular_file(names, error)) {
    auto store = model::NameStore::open(names.string());
    if (!store) return tl::unexpected(store.error());
    loaded.names_ = std::make_unique<model::NameStore>(std::move(*store));
    loaded.resources_.names = loaded.names_.get();
  }
  if (glossaries.empty()) return loaded;
  auto entries = read_glossaries(glossaries, streams.in);
  if (!entries) return tl::unexpected(entries.error());
  loaded.glossary_ = std::make_unique<terms::Glossary>(std::move(*entries));
  loaded.resources_.glossary = loaded.glossary_.get();
  return loaded;
}

}  // namespace duizhao::cli
