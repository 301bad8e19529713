#pragma once

#include "duizhao/check/evidence/form/regional_words.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"

namespace duizhao::check {

/// What the catalogue calls a language, a place.
[[nodiscard]] constexpr Label label_of(Language language) {
  return {language == Language::kChinese ? "chinese" : "english"};
}
[[nodiscard]] constexpr Label label_of(Region region) {
  switch (region) {
    case Region::kMainland:
      return {"mainland"};
    case Region::kTaiwan:
      return {"taiwan"};
    case Region::kHongKong:
      break;
  }
  return {"hong-kong"};
}

}  // namespace duizhao::check
