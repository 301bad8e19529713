#pragma once

#include <string>
#include <vector>

#include "duizhao/batch/record.h"

namespace duizhao::batch::tests {

/// A record of a pair of the first input, with a finding of each of these rules.
inline Record record_of(std::uint64_t number, double quality,
                        const std::vector<std::string>& rules = {}) {
  Record record;
  record.file = "memory.tsv";
  record.pair = number;
  record.line = number + 1;
  record.source = "It rained " + std::to_string(number) + " days.";
  record.target = "下了雨。";
  record.score.quality = quality;
  record.score.source_words = 10;
  for (const std::string& rule : rules) {
    RecordedFinding finding;
    finding.rule = rule;
    finding.code = rule + "/value";
    finding.category = "accuracy/mistranslation";
    finding.source = "days";
    finding.message = "the number of days is missing";
    finding.penalty = 5;
    record.score.penalty += 5;
    record.findings.push_back(finding);
  }
  return record;
}

inline std::vector<Input> one_input() {
  Input input;
  input.name = "memory.tsv";
  return {input};
}

}  // namespace duizhao::batch::tests
