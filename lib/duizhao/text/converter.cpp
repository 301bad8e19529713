#include <exception>
#include <opencc/Config.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Exception.hpp>

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

}  // namespace

struct Converter::Impl {
  opencc::ConverterPtr converter;
  bool to_simplified = false;

  /// Whether a character may be converted; runs without any are left alone, since dictionaries are
  /// slow.
  [[nodiscard]] bool concerns(char32_t c) const {
    return is_han(c) && (!to_simplified || c >= 0xF900 || folded_han(c) != c);
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
  std::string converted;
  converted.reserve(chinese.size());
  std::size_t begin = 0;
  bool concerned = false;
  // OpenCC stops at a NUL, and its segmentation needs no more than a line at a time.
  const auto finish = [&](std::size_t end) {
    const std::string_view line = chinese.substr(begin, end - begin);
    if (concerned) {
      converted += impl_->converter->Convert(std::string(line));
    } else {
      converted += line;
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
  return converted;
}

}  // namespace duizhao::text
