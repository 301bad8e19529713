#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "duizhao/model/train.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao model train`: makes a translation lexicon from dictionaries and bilingual files.
struct ModelTrain {
  struct Options {
    std::vector<std::string> dictionaries;
    std::vector<std::string> pairs;
    std::string licences;  ///< path; empty for none
    std::string encoding;
    std::string output;
    bool independent = false;  ///< the directions do not agree
    unsigned threads = 0;      ///< 0: as many as there are processors
    std::size_t pieces = model::TrainOptions().english_pieces;
    model::TrainOptions training;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
};

}  // namespace duizhao::cli
