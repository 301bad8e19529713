// Reviews a text and its translation with the installed library, and tells as JSON what was found.
#include <duizhao/duizhao.h>

#include <iostream>

int main(int, char** argv) {
  const auto checker = duizhao::Checker::open({.model = MODEL});
  auto texts = duizhao::read_documents(argv[1], {}, argv[2], {});
  if (!checker || !texts) return 3;
  const auto review = checker->review(std::move(texts->source), std::move(texts->target));
  if (!review) return 3;
  std::string json;
  duizhao::report::append_json(json, *review);
  std::cout << json;
  return review->score.passed ? 0 : 1;
}
