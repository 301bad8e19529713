// Reviews all pairs of a bilingual file with the installed library: one checker, shared by several
// threads, and the answers in the order of the file.
#include <duizhao/batch/review_pairs.h>
#include <duizhao/duizhao.h>
#include <duizhao/formats/bilingual.h>

#include <iostream>
#include <string>

using namespace duizhao;

int main(int, char** argv) {
  const auto checker = Checker::open({.model = MODEL});
  const auto reader = formats::open_bilingual(argv[1], {}, std::cin);
  if (!checker || !reader) return 3;
  batch::PairStream pairs(**reader, argv[1]);
  if (!pairs.settle_languages(Language::kUnknown, Language::kUnknown)) return 3;
  batch::review_pairs<std::string>(
      pairs, argv[1], *checker, {.threads = 4},
      [](const batch::ReviewedPair& reviewed, std::string& lines) {
        const formats::BilingualPair& texts = reviewed.pair.texts;
        report::append_pair_line(lines, {reviewed.pair.number, texts.line, texts.id},
                                 reviewed.review, Language::kEnglish);
      },
      [](const std::string& lines) { return bool(std::cout << lines); });
  return pairs.error() ? 3 : 0;
}
