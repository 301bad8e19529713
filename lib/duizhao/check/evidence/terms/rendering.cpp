#include "duizhao/check/evidence/terms/rendering.h"

#include "duizhao/text/script_converters.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Enough of a document to tell its script by.
constexpr std::size_t kSample = 8192;

std::string_view sample_of(std::string_view text) {
  if (text.size() <= kSample) return text;
  std::size_t end = kSample;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

Script script_of(const pair::Passage& target) {
  const Script script = text::script_of(target.text());
  return script != Script::kUnknown ? script : text::script_of(sample_of(target.document->text));
}

std::string in_script_of(const pair::Passage& target, std::string_view term,
                         const Resources& resources) {
  if (target.language != Language::kChinese) return std::string(term);
  const Script script = script_of(target);
  const Script written = text::script_of(term);
  if (script == written || written == Script::kUnknown || resources.converters == nullptr) {
    return std::string(term);
  }
  return resources.converters->convert(term, script);
}

}  // namespace duizhao::check
