#include "alignment_text.h"

#include "duizhao/report/beads.h"
#include "duizhao/report/beads_tmx.h"
#include "duizhao/report/html.h"
#include "duizhao/report/json.h"

namespace duizhao::cli {

std::string alignment_text(std::string_view format, const Document& source, const Document& target,
                           const Alignment& alignment, Language language) {
  std::string text;
  if (format == "ladder") {
    report::append_ladder(text, alignment);
  } else if (format == "jsonl") {
    report::append_alignment_jsonl(text, source, target, alignment);
  } else if (format == "html") {
    report::append_alignment_html(text, source, target, alignment, language);
  } else if (format == "tmx") {
    report::append_tmx(text, source, target, alignment);
  } else {
    report::append_tsv(text, source, target, alignment);
  }
  return text;
}

}  // namespace duizhao::cli
