#include "duizhao/check/evidence/terms/replacement.h"

#include <algorithm>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Longest stretch of the target between two anchors that is looked at, in bytes.
constexpr std::size_t kMaxRegion = 120;
/// Longest piece that is taken for a name, in characters.
constexpr std::size_t kMaxPiece = 12;
/// Farthest that an anchor may be from the name, or from the next one that is looked for, in bytes.
constexpr std::size_t kNear = 24;
/// Least probability of a translation that makes an anchor, and highest frequency of the word.
constexpr float kSureTranslation = 0.25F;
constexpr float kMaxFrequency = 1e-3F;
/// Chinese words that are commoner are no part of a name or a term: 能, 在.
constexpr float kFunctionWord = 1.5e-3F;

bool is_han_at(std::string_view text, std::size_t position) {
  return text::is_han(text::next_code_point(text, position));
}

std::vector<Anchor> lexical_anchors(const pair::Passage& source, const pair::Passage& target,
                                    const model::Lexicon& lexicon) {
  std::vector<Anchor> anchors;
  for (const model::Word& word : source.words) {
    const bool own_letters = is_han_at(source.document->text, word.span.begin) ==
                             (source.language == Language::kChinese);
    if (word.id == model::kUnknownWord || !own_letters ||
        lexicon.probability(source.language, word.id) > kMaxFrequency) {
      continue;
    }
    for (const model::Translation& translation : lexicon.translations(source.language, word.id)) {
      if (translation.probability < kSureTranslation) break;
      const auto found = std::find_if(target.words.begin(), target.words.end(),
                                      [&](const model::Word& u) { return u.id == translation.id; });
      if (found != target.words.end()) anchors.push_back({word.span, found->span});
    }
  }
  return anchors;
}

bool is_latin_word(const text::Token& token, std::string_view text) {
  return token.kind == text::TokenKind::kWord && token.span.size() > 1 &&
         static_cast<unsigned char>(token.span.in(text).front()) < 0x80;
}

std::vector<Anchor> identical_words(const pair::Passage& source, const pair::Passage& target) {
  std::vector<Anchor> anchors;
  for (const text::Token& token : source.tokens) {
    if (!is_latin_word(token, source.document->text)) continue;
    const std::string_view word = token.span.in(source.document->text);
    const auto found = std::find_if(
        target.tokens.begin(), target.tokens.end(),
        [&](const text::Token& other) { return other.span.in(target.document->text) == word; });
    if (found != target.tokens.end()) anchors.push_back({token.span, found->span});
  }
  return anchors;
}

/// The stretches of Han characters of a region, without the words between names.
std::vector<Span> chinese_pieces(std::string_view text, Span region) {
  std::vector<Span> pieces;
  std::optional<Span> piece;
  const auto finish = [&] {
    if (piece && !piece->empty()) pieces.push_back(*piece);
    piece.reset();
  };
  for (std::size_t i = region.begin; i < region.end;) {
    const std::size_t at = i;
    const std::string_view rest = text.substr(at, region.end - at);
    const auto conjunction = [&]() -> std::size_t {
      for (const std::string_view word :
           {"以及", "還有", "还有", "和", "与", "與", "及", "或", "等"}) {
        if (rest.starts_with(word)) return word.size();
      }
      return 0;
    }();
    if (conjunction > 0) {
      finish();
      i = at + conjunction;
      continue;
    }
    const char32_t c = text::next_code_point(text, i);
    if (!text::is_han(c) && c != 0xB7) {
      finish();
    } else if (piece) {
      piece->end = i;
    } else {
      piece = Span{at, i};
    }
  }
  finish();
  return pieces;
}

/// Whether a stretch of Chinese may be a name or a term: it cuts no word, and none of its words is
/// one that holds sentences together. Of 没有人能在 behind 没有, 人能在 is neither.
bool may_be_term(const pair::Passage& target, Span piece, const model::Lexicon& lexicon) {
  return std::all_of(target.words.begin(), target.words.end(), [&](const model::Word& word) {
    if (!word.span.overlaps(piece)) return true;
    return piece.contains(word.span) &&
           (word.id == model::kUnknownWord ||
            lexicon.probability(target.language, word.id) <= kFunctionWord);
  });
}

/// The runs of capitalised words of a region.
std::vector<Span> english_pieces(const pair::Passage& target, Span region) {
  std::vector<Span> pieces;
  bool open = false;
  for (const text::Token& token : target.tokens) {
    if (!region.contains(token.span)) continue;
    const char first = token.span.in(target.document->text).front();
    const bool capital = token.kind == text::TokenKind::kWord && text::is_ascii_upper(first);
    if (capital && open) {
      pieces.back().end = token.span.end;
    } else if (capital) {
      pieces.push_back(token.span);
    }
    open = capital;
  }
  return pieces;
}

}  // namespace

std::optional<Span> replacement_of(Span name, std::span<const Span> names,
                                   const pair::Passage& source, const pair::Passage& target,
                                   std::span<const Anchor> known, const model::Lexicon& lexicon) {
  std::vector<Anchor> anchors(known.begin(), known.end());
  for (const auto& more :
       {identical_words(source, target), lexical_anchors(source, target, lexicon)}) {
    anchors.insert(anchors.end(), more.begin(), more.end());
  }
  const Anchor* before = nullptr;
  const Anchor* after = nullptr;
  for (const Anchor& anchor : anchors) {
    if (std::any_of(names.begin(), names.end(),
                    [&](const Span& other) { return other.overlaps(anchor.source); })) {
      continue;
    }
    if (anchor.source.end <= name.begin &&
        (before == nullptr || anchor.source.end > before->source.end)) {
      before = &anchor;
    }
    if (anchor.source.begin >= name.end &&
        (after == nullptr || anchor.source.begin < after->source.begin)) {
      after = &anchor;
    }
  }
  // From the nearest anchor to the name there may be other names that are looked for, no more.
  const auto is_near = [&](Span place) {
    std::size_t at = name.begin;
    if (place.begin < name.begin) {
      for (auto other = names.rbegin(); other != names.rend(); ++other) {
        if (other->end <= at && other->begin >= place.end && at - other->end <= kNear) {
          at = other->begin;
        }
      }
      return at - place.end <= kNear;
    }
    at = name.end;
    for (const Span& other : names) {
      if (other.begin >= at && other.end <= place.begin && other.begin - at <= kNear)
        at = other.end;
    }
    return place.begin - at <= kNear;
  };
  if (before != nullptr && !is_near(before->source)) before = nullptr;
  if (after != nullptr && !is_near(after->source)) after = nullptr;
  const bool opens = is_near({source.span.begin, source.span.begin});
  const bool closes = is_near({source.span.end, source.span.end});
  if ((before == nullptr && !opens) || (after == nullptr && !closes)) return std::nullopt;
  Span region = target.span;
  if (before != nullptr) region.begin = before->target.end;
  if (after != nullptr) region.end = after->target.begin;
  if (region.begin >= region.end || region.size() > kMaxRegion) return std::nullopt;

  const std::string_view text = target.document->text;
  const std::vector<Span> pieces = target.language == Language::kChinese
                                       ? chinese_pieces(text, region)
                                       : english_pieces(target, region);
  // The names of the source between the same anchors stand for the pieces, one by one.
  std::size_t position = 0;
  std::size_t count = 0;
  for (const Span& other : names) {
    const bool between = (before == nullptr || other.begin >= before->source.end) &&
                         (after == nullptr || other.end <= after->source.begin);
    if (!between) continue;
    if (other == name) position = count;
    ++count;
  }
  if (pieces.size() != count) return std::nullopt;
  const Span piece = pieces[position];
  if (text::count_code_points(piece.in(text)) > kMaxPiece) return std::nullopt;
  if (target.language == Language::kChinese && !may_be_term(target, piece, lexicon)) {
    return std::nullopt;
  }
  return piece;
}

}  // namespace duizhao::check
