#include "duizhao/model/parallel_text.h"

#include "duizhao/model/lexicon_format.h"

namespace duizhao::model {

std::uint64_t ParallelText::fingerprint() const {
  const std::string_view ends(reinterpret_cast<const char*>(ends_.data()),
                              ends_.size() * sizeof(ends_[0]));
  return hash_form(text_) ^ (hash_form(ends) * 0x9E3779B97F4A7C15U);
}

}  // namespace duizhao::model
