#include "input.h"

#include <cmath>
#include <utility>

#include "duizhao/formats/document_reader.h"
#include "duizhao/text/sentences.h"

namespace duizhao::cli {
namespace {

Result<Document> read_document(const std::string& path, const formats::DocumentOptions& options,
                               bool sentences, std::istream& standard_in) {
  auto document = formats::read_document(path, options, standard_in);
  if (!document) return document;
  sentences ? text::segment_lines(*document) : text::segment(*document);
  return document;
}

std::string_view name_of(Language language) {
  return language == Language::kChinese ? "Chinese" : "English";
}

/// The share of a text, by bytes, that stands in Chinese paragraphs.
double chinese_share(const Document& document) {
  std::size_t chinese = 0;
  std::size_t all = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.language == Language::kUnknown) continue;
    all += paragraph.span.size();
    chinese += paragraph.language == Language::kChinese ? paragraph.span.size() : 0;
  }
  return all == 0 ? 0 : double(chinese) / double(all);
}

/// Of two texts that are mostly in one language, one may hold much that is not the translation,
/// such as the abstract of the original: the more Chinese one is the Chinese version.
void tell_apart(Document& source, Document& target) {
  constexpr double kClear = 0.1;
  const double difference = chinese_share(source) - chinese_share(target);
  if (std::abs(difference) < kClear) return;
  source.language = difference > 0 ? Language::kChinese : Language::kEnglish;
  target.language = difference > 0 ? Language::kEnglish : Language::kChinese;
}

Language other(Language language) {
  return language == Language::kChinese ? Language::kEnglish : Language::kChinese;
}

}  // namespace

Result<void> settle_languages(Language& source, Language& target, const std::string& source_name,
                              const std::string& target_name) {
  if (source == Language::kUnknown && target != Language::kUnknown) source = other(target);
  if (target == Language::kUnknown && source != Language::kUnknown) target = other(source);
  if (source == Language::kUnknown) {
    return failure(ErrorCode::kMalformed,
                   "neither this text nor " + target_name +
                       " has words that tell its language; say it by --source-lang",
                   {source_name, 0, 0});
  }
  if (source == target) {
    return failure(ErrorCode::kMalformed,
                   "both this text and " + source_name + " are mostly " +
                       std::string(name_of(source)) +
                       ", one should be the other's translation; --source-lang and --target-lang "
                       "overrule what was found",
                   {target_name, 0, 0});
  }
  return {};
}

Result<DocumentPair> read_documents(const std::string& source_path, const std::string& target_path,
                                    const TextOptions& options, std::istream& standard_in) {
  if (source_path == "-" && target_path == "-") {
    return failure(ErrorCode::kUsage, "only one of the texts can be standard input");
  }
  Language source_language = options.source();
  Language target_language = options.target();
  auto source =
      read_document(source_path, options.document(options.source_encoding, source_language),
                    options.sentences, standard_in);
  if (!source) return tl::unexpected(source.error());
  auto target =
      read_document(target_path, options.document(options.target_encoding, target_language),
                    options.sentences, standard_in);
  if (!target) return tl::unexpected(target.error());
  if (source_language == Language::kUnknown && target_language == Language::kUnknown &&
      source->language == target->language) {
    tell_apart(*source, *target);
  }
  // What the user says of one side settles the other one too, whatever most of it looks like.
  if (source_language == Language::kUnknown && target_language == Language::kUnknown) {
    source_language = source->language;
    target_language = target->language;
  }
  const auto settled =
      settle_languages(source_language, target_language, source->name, target->name);
  if (!settled) return tl::unexpected(settled.error());
  source->language = source_language;
  target->language = target_language;
  return DocumentPair{std::move(*source), std::move(*target)};
}

}  // namespace duizhao::cli
