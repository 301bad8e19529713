#include <exception>
#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Dict.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Segmentation.hpp>
#include <opencc/Segments.hpp>
#include <tuple>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

const char* config_of(Converter::Direction direction) {
  switch (direction) {
    case Converter::Direction::kToSimplified:
      return "t2s.json";
    case Converter::Direction::kToTraditional:
      return "s2t.json";
    case Converter::Direction::kToTaiwan:
      return "s2tw.json";
    case Converter::Direction::kToHongKong:
      return "s2hk.json";
    case Converter::Direction::kToTaiwanWords:
      return "s2twp.json";
    case Converter::Direction::kFromTaiwanWords:
      return "tw2sp.json";
  }
  return "";
}

/// Adds the conversion of `length` bytes of `before`, from `begin` on, as one piece.
void add_piece(const ConvertedText& before, std::size_t begin, std::size_t length,
               std::string_view converted, ConvertedText& after) {
  const Span original = before.offsets.to_original({begin, begin + length});
  const std::size_t done = after.offsets.original_size();
  if (original.begin < done) {
    // It lies in a piece that an earlier dictionary replaced as a whole.
    after.offsets.extend_replaced(original.end - done, converted.size());
  } else if (original.size() == converted.size()) {
    after.offsets.add_same(converted.size());
  } else {
    after.offsets.add_replaced(original.size(), converted.size());
  }
  after.text += converted;
}

/// Replaces the longest matches of a dictionary, as opencc::Conversion does, and keeps the offsets.
ConvertedText apply(const opencc::Dict& dictionary, const ConvertedText& before) {
  ConvertedText after;
  const std::string& text = before.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto match = dictionary.MatchPrefix(text.c_str() + begin, text.size() - begin);
    if (match.IsNull()) {
      std::size_t end = begin;
      std::ignore = next_code_point(text, end);
      add_piece(before, begin, end - begin, text.substr(begin, end - begin), after);
      begin = end;
      continue;
    }
    const std::string key = match.Get()->Key();
    const std::string value = match.Get()->GetDefault();
    if (count_code_points(key) != count_code_points(value)) {
      add_piece(before, begin, key.size(), value, after);
    } else {
      // Character for character.
      for (std::size_t i = 0, j = 0; i < key.size();) {
        const std::size_t from = i;
        const std::size_t to = j;
        std::ignore = next_code_point(key, i);
        std::ignore = next_code_point(value, j);
        add_piece(before, begin + from, i - from, std::string_view(value).substr(to, j - to),
                  after);
      }
    }
    begin += key.size();
  }
  return after;
}

}  // namespace

struct Converter::Impl {
  opencc::ConverterPtr converter;
  bool to_simplified = false;

  /// Whether a character may be converted; runs without any are left alone, since dictionaries are
  /// slow.
  [[nodiscard]] bool concerns(char32_t c) const {
    return is_han(c) && (!to_simplified || c >= 0xF900 || folded_han(c) != c);
  }

  /// Converts a text without line ends and NUL characters.
  void convert_line(std::string_view line, ConvertedText& result) const {
    const opencc::SegmentsPtr segments = converter->GetSegmentation()->Segment(std::string(line));
    for (const char* const segment : *segments) {
      ConvertedText current;
      current.text = segment;
      current.offsets.add_same(current.text.size());
      for (const auto& conversion : converter->GetConversionChain()->GetConversions()) {
        current = apply(*conversion->GetDict(), current);
      }
      result.text += current.text;
      result.offsets.append(current.offsets);
    }
  }
};

Result<Converter> Converter::create(Direction direction) {
  auto impl = std::make_unique<Impl>();
  impl->to_simplified = direction == Direction::kToSimplified;
  std::string reason;
  try {
    opencc::Config config;
    impl->converter = config.NewFromFile(config_of(direction));
    return Converter(std::move(impl));
  } catch (const opencc::Exception& exception) {  // no std::exception
    reason = exception.what();
  } catch (const std::exception& exception) {
    reason = exception.what();
  }
  return failure(ErrorCode::kUnreadable,
                 "cannot load OpenCC's dictionaries: " + reason +
                     " (the package libopencc-data or opencc-data has them)");
}

Converter::Converter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

std::string Converter::convert(std::string_view chinese) const {
  return convert_with_offsets(chinese).text;
}

ConvertedText Converter::convert_with_offsets(std::string_view chinese) const {
  ConvertedText result;
  result.text.reserve(chinese.size());
  std::size_t begin = 0;
  bool concerned = false;
  // OpenCC stops at a NUL, and its segmentation needs no more than a line at a time.
  const auto finish = [&](std::size_t end) {
    const std::string_view line = chinese.substr(begin, end - begin);
    if (concerned) {
      impl_->convert_line(line, result);
    } else {
      result.text += line;
      result.offsets.add_same(line.size());
    }
    begin = end;
    concerned = false;
  };
  for (std::size_t position = 0; position < chinese.size();) {
    const std::size_t here = position;
    const char32_t c = next_code_point(chinese, position);
    if (c == '\n' || c == '\0') {
      finish(here);
      finish(position);
    } else {
      concerned = concerned || impl_->concerns(c);
    }
  }
  finish(chinese.size());
  return result;
}

}  // namespace duizhao::text
