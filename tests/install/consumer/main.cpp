// Reviews two sentences with the installed library and its model.
#include <iostream>
#include <string>

#include "duizhao/model/lexicon.h"
#include "duizhao/review/review.h"
#include "duizhao/text/sentences.h"

namespace {

duizhao::Document document(std::string name, std::string text) {
  duizhao::Document document;
  document.name = std::move(name);
  document.text = std::move(text);
  duizhao::text::segment(document);
  return document;
}

}  // namespace

int main() {
  const auto lexicon = duizhao::model::Lexicon::open(MODEL);
  if (!lexicon) {
    std::cerr << to_string(lexicon.error()) << '\n';
    return 1;
  }
  duizhao::Resources resources;
  resources.lexicon = &*lexicon;
  const duizhao::Review review =
      duizhao::review(document("en", "The bank opened yesterday. It rained all day.\n"),
                      document("zh", "该行昨天开业。整天都在下雨。\n"), resources, {});
  const auto& beads = review.alignment.beads;
  std::cout << beads.size() << " beads, quality " << review.score.quality.value_or(-1) << '\n';
  return beads.size() == 2 && review.score.quality ? 0 : 1;
}
