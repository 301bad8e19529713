#include "duizhao/check/evidence/facts/bead_facts.h"

#include <span>

#include "duizhao/facts/fact.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {
namespace {

std::span<const facts::Fact> facts_of(const pair::Passage* neighbour) {
  if (neighbour == nullptr) return {};
  return neighbour->facts;
}

facts::PassageFacts side(const pair::Passage& passage, const pair::Passage* before,
                         const pair::Passage* after) {
  return {passage.facts, passage.document->text, passage.span, facts_of(before), facts_of(after)};
}

}  // namespace

facts::PassageFacts source_facts(const BeadContext& context) {
  return side(context.source, context.source_before, context.source_after);
}

facts::PassageFacts target_facts(const BeadContext& context) {
  return side(context.target, context.target_before, context.target_after);
}

}  // namespace duizhao::check
