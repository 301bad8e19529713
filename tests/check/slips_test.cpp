// What is found in pairs with slips in them, thousands of them, and how good the
// translation then is held to be: by digests.
#include "check/slips.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/finding_line.h"
#include "check/reviewed.h"
#include "digests.h"
#include "duizhao/core/segment_code.h"
#include "edits.h"

namespace duizhao::tests {
namespace {

std::string all_found(const Review& review) {
  return fmt::format("{}\n{}\n{}quality {:.4f}\n", review.source.text, review.target.text,
                     exact_lines_of(review), review.score.quality.value_or(-1));
}

/// Whatever slips have made of it.
Document document_in(const std::string& text, bool english) {
  Document document = document_of(text);
  document.language = english ? Language::kEnglish : Language::kChinese;
  text::segment_lines(document);
  return document;
}

/// Codes of a file, most of which stand around something.
SegmentCodes codes_of_file_by_chance(Chance& chance) {
  constexpr std::string_view kShown[] = {"", "", "<b>", "<g>", "{0}", "<ph/>"};
  SegmentCodes codes;
  for (std::size_t count = 1 + chance.below(4); count > 0; --count) {
    SegmentCode code;
    if (chance.below(5) != 0) code.id = std::to_string(1 + chance.below(4));
    code.order = static_cast<SegmentCode::Order>(chance.below(3));
    code.shown = chance.one_of(kShown);
    if (chance.below(3) == 0) {
      codes.push_back(code);
      continue;
    }
    code.pair = std::to_string(count);
    code.kind = SegmentCode::Kind::kOpen;
    codes.push_back(code);
    code.kind = SegmentCode::Kind::kClose;
    codes.push_back(code);
  }
  return codes;
}

/// One lost, two exchanged, or one of another number or order.
void change(SegmentCodes& codes, Chance& chance) {
  const std::size_t at = chance.below(codes.size());
  switch (chance.below(5)) {
    case 0:
      codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      std::swap(codes[at], codes[chance.below(codes.size())]);
      break;
    case 2:
      codes[at].id = std::to_string(1 + chance.below(4));
      break;
    case 3:
      codes[at].order = static_cast<SegmentCode::Order>(chance.below(3));
      break;
    default:
      break;
  }
}

/// The text with the codes at places by chance, some of them shown.
Document document_with(const std::string& text, bool english, SegmentCodes codes, Chance& chance) {
  std::vector<std::string> pieces = pieces_of(text);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < codes.size(); ++i) places.push_back(chance.below(pieces.size() + 1));
  std::ranges::sort(places);
  Document document;
  std::size_t code = 0;
  for (std::size_t piece = 0; piece <= pieces.size(); ++piece) {
    for (; code < codes.size() && places[code] == piece; ++code) {
      const std::size_t begin = document.text.size();
      if (chance.below(3) == 0) document.text += codes[code].shown;
      codes[code].span = {begin, document.text.size()};
    }
    if (piece < pieces.size()) document.text += pieces[piece];
  }
  document.codes = std::move(codes);
  document.language = english ? Language::kEnglish : Language::kChinese;
  text::segment_lines(document);
  return document;
}

}  // namespace

TEST_CASE("cases: what is found where there are slips is what was found before") {
  constexpr std::size_t kBlocks = 100;
  constexpr std::size_t kPairsOfBlock = 100;
  const std::vector<TextPair> pairs = all_pairs();
  const auto found = [&](Chance& chance, std::size_t) {
    TextPair pair = pairs[chance.below(pairs.size())];
    for (std::size_t slips = 1 + chance.below(3); slips > 0; --slips) {
      slip(pair, pairs[chance.below(pairs.size())], chance);
    }
    return all_found(review_pair(document_in(pair.source, pair.from_english),
                                 document_in(pair.target, !pair.from_english), resources(), {}));
  };
  check_digests_by_chance("tests/check/golden/slips.digests", kBlocks, kPairsOfBlock, 2000, found);
}

TEST_CASE("cases: what is found where codes of files are lost or differ is what was found before") {
  constexpr std::size_t kBlocks = 50;
  constexpr std::size_t kPairsOfBlock = 100;
  const std::vector<TextPair> pairs = all_pairs();
  const auto found = [&](Chance& chance, std::size_t) {
    const TextPair& pair = pairs[chance.below(pairs.size())];
    const SegmentCodes codes = codes_of_file_by_chance(chance);
    SegmentCodes changed = codes;
    change(changed, chance);
    Document source = document_with(pair.source, pair.from_english, codes, chance);
    Document target = document_with(pair.target, !pair.from_english, changed, chance);
    return all_found(review_pair(std::move(source), std::move(target), resources(), {}));
  };
  check_digests_by_chance("tests/check/golden/codes.digests", kBlocks, kPairsOfBlock, 6000, found);
}

}  // namespace duizhao::tests
