#include "duizhao/report/beads_tmx.h"

#include <fmt/format.h>

#include "duizhao/formats/tmx_writer.h"
#include "duizhao/text/language_tag.h"

namespace duizhao::report {
namespace {

/// The sentences of one side as running text of its language, without the line ends between them.
std::string running_text(const Document& document, const std::vector<std::uint32_t>& sentences) {
  std::string text;
  for (const std::uint32_t sentence : sentences) {
    if (!text.empty() && document.language != Language::kChinese) text += ' ';
    text += document.text_of(document.sentences[sentence]);
  }
  return text;
}

}  // namespace

void append_tmx(std::string& out, const Document& source, const Document& target,
                const Alignment& alignment) {
  formats::TmxWriter writer(out, text::language_tag(source.language, source.text),
                            text::language_tag(target.language, target.text));
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    formats::TmxWriter::Properties properties = {
        {"confidence", fmt::format("{:.3f}", bead.confidence)}};
    if (bead.moved) properties.emplace_back("moved", "yes");
    if (bead.repeated) properties.emplace_back("repeated", "yes");
    writer.add(running_text(source, bead.source), running_text(target, bead.target), properties);
  }
  writer.finish();
}

}  // namespace duizhao::report
