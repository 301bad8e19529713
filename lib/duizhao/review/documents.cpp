#include "duizhao/review/documents.h"

#include <cmath>
#include <iostream>
#include <utility>

#include "duizhao/formats/document_reader.h"
#include "duizhao/text/sentences.h"
#include "duizhao/text/utf8.h"

namespace duizhao {
namespace {

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

void segment(Document& document, const ReadOptions& options) {
  if (options.language != Language::kUnknown) document.language = options.language;
  options.line_sentences ? text::segment_lines(document) : text::segment(document);
}

formats::DocumentOptions reading(const ReadOptions& options) {
  return {.encoding = options.encoding,
          .lines = options.line_sentences ? text::LineUse::kParagraphs : options.lines,
          .format = options.format,
          .language = options.language};
}

/// How a file is read that holds both versions.
formats::DocumentOptions reading_both(const ReadOptions& source, const ReadOptions& target) {
  formats::DocumentOptions how = reading(source);
  if (how.language == Language::kUnknown && target.language != Language::kUnknown) {
    how.language = other_language(target.language);
  }
  return how;
}

Result<DocumentPair> segmented(Result<formats::Versions> versions, const ReadOptions& options) {
  if (!versions) return tl::unexpected(versions.error());
  for (Document* version : {&versions->source, &versions->target}) {
    options.line_sentences ? text::segment_lines(*version) : text::segment(*version);
  }
  return DocumentPair{std::move(versions->source), std::move(versions->target)};
}

}  // namespace

Result<Document> read_document(const std::string& path, const ReadOptions& options,
                               std::istream* standard_input) {
  auto document = formats::read_document(path, reading(options),
                                         standard_input != nullptr ? *standard_input : std::cin);
  if (document) segment(*document, options);
  return document;
}

Result<Document> document_of(std::string text, std::string name, const ReadOptions& options) {
  if (const auto invalid = text::first_invalid(text)) {
    return failure(ErrorCode::kMalformed, "not valid UTF-8 at byte " + std::to_string(*invalid),
                   {std::move(name), 0, 0});
  }
  Document document;
  document.name = std::move(name);
  document.text = std::move(text);
  document.encoding = "UTF-8";
  segment(document, options);
  return document;
}

void tell_apart(Document& source, Document& target) {
  constexpr double kClear = 0.1;
  const double difference = chinese_share(source) - chinese_share(target);
  if (std::abs(difference) < kClear) return;
  source.language = difference > 0 ? Language::kChinese : Language::kEnglish;
  target.language = difference > 0 ? Language::kEnglish : Language::kChinese;
}

Result<void> settle_languages(Language& source, Language& target, const std::string& source_name,
                              const std::string& target_name) {
  if (source == Language::kUnknown && target != Language::kUnknown) source = other_language(target);
  if (target == Language::kUnknown && source != Language::kUnknown) target = other_language(source);
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
                       ", one should be the other's translation; "
                       "--source-lang and --target-lang overrule what was found",
                   {target_name, 0, 0});
  }
  return {};
}

Result<DocumentPair> read_documents(const std::string& source_path,
                                    const ReadOptions& source_options,
                                    const std::string& target_path,
                                    const ReadOptions& target_options,
                                    std::istream* standard_input) {
  if (source_path == "-" && target_path == "-") {
    return failure(ErrorCode::kUsage, "only one of the texts can be standard input");
  }
  auto source = read_document(source_path, source_options, standard_input);
  if (!source) return tl::unexpected(source.error());
  auto target = read_document(target_path, target_options, standard_input);
  if (!target) return tl::unexpected(target.error());
  Language source_language = source_options.language;
  Language target_language = target_options.language;
  // What the user says of one side settles the other one too, whatever most of it looks like.
  if (source_language == Language::kUnknown && target_language == Language::kUnknown) {
    if (source->language == target->language) tell_apart(*source, *target);
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

Result<DocumentPair> read_both_versions(const std::string& path, const ReadOptions& source_options,
                                        const ReadOptions& target_options,
                                        std::istream* standard_input) {
  return segmented(
      formats::read_both_versions(path, reading_both(source_options, target_options),
                                  standard_input != nullptr ? *standard_input : std::cin),
      source_options);
}

Result<DocumentPair> both_versions_of(std::string text, const std::string& name,
                                      const ReadOptions& source_options,
                                      const ReadOptions& target_options) {
  return segmented(formats::both_versions_of(std::move(text), name,
                                             reading_both(source_options, target_options)),
                   source_options);
}

}  // namespace duizhao
