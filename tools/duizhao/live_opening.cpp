#include "live_opening.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "about_review.h"
#include "duizhao/batch/pair_stream.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/markdown.h"
#include "duizhao/formats/plain_text.h"
#include "duizhao/formats/workbook_pairs.h"
#include "duizhao/formats/zip.h"
#include "duizhao/live/live_pairs.h"
#include "duizhao/live/live_review.h"
#include "duizhao/text/sentences.h"
#include "live_alignment_page.h"
#include "live_pairs_page.h"
#include "live_review_page.h"
#include "waiting.h"

namespace duizhao::cli {
namespace {

/// The formats of drafts of which every place leads back to the file.
enum class TextFormat { kPlain, kMarkdown };

std::string journal_of(const ReviewCommand::Options& options, const std::string& draft) {
  if (!options.journal.empty()) return options.journal;
  return draft + (options.align ? ".beads.duizhao" : ".duizhao");
}

/// Makes a document of the draft's text, as the reader of its file does.
Result<Document> document_of_draft(const Document& like, std::string draft, TextFormat format,
                                   text::LineUse lines) {
  Document document;
  document.name = like.name;
  document.encoding = like.encoding;
  document.language = like.language;
  if (format == TextFormat::kPlain) {
    formats::take_plain_text(document, std::move(draft), lines);
  } else if (auto taken = formats::take_markdown(document, std::move(draft)); !taken) {
    return tl::unexpected(taken.error());
  }
  return document;
}

/// How the file was read, where its text alone gives the same document again.
std::optional<TextFormat> format_of_draft(const Document& read, const std::string& draft,
                                          text::LineUse lines) {
  for (const TextFormat format : {TextFormat::kPlain, TextFormat::kMarkdown}) {
    const auto document = document_of_draft(read, draft, format, lines);
    if (document && document->text == read.text) return format;
  }
  return std::nullopt;
}

/// The file beside `path`, whose name `path` becomes, for the corrected text of a draft that is not
/// written in its own format; it may be there from an earlier run.
Result<live::DraftFile> draft_beside(std::string& path, const std::string& text, Streams& streams) {
  path += ".txt";
  auto file = std::filesystem::exists(path)
                  ? live::DraftFile::open(path, "UTF-8")
                  : Result<live::DraftFile>(live::DraftFile::beside(path, text));
  if (file) streams.err << "the corrected text goes to " << path << '\n';
  return file;
}

/// What a draft is called.
struct DraftName {
  std::string path;   ///< of its file
  std::string given;  ///< by the user
};

Result<OpenedPage> open_page(const DraftName& name, live::DraftFile file,
                             const live::LiveReview::Judge& judge,
                             const ReviewCommand::Options& options, const Checker& checker,
                             Streams& streams) {
  const std::string journal = journal_of(options, name.path);
  auto live = [&] {
    const Waiting waiting(streams.err, streams.terminal.shows_errors,
                          (options.align ? "aligning " : "aligning and checking ") + name.given);
    return live::LiveReview::open(file.text(), judge, journal);
  }();
  if (!live) return tl::unexpected(live.error());
  if (options.align) {
    auto page = std::make_unique<LiveAlignmentPage>(
        std::move(*live), LiveAlignmentPage::Options{options.beads.output, options.beads.format,
                                                     streams.terminal.language});
    return OpenedPage{std::move(page), std::move(file), journal};
  }
  const auto about = [&checker, profile = options.checking.profile,
                      glossaries = options.checking.glossaries](const Review& review) {
    return about_review(checker, profile, glossaries, review);
  };
  const auto score_of = [&checker](const Review& review, const std::vector<Finding>& findings) {
    return checker.score_of(review, findings);
  };
  auto page = std::make_unique<LiveReviewPage>(std::move(*live), about, score_of,
                                               streams.terminal.language);
  return OpenedPage{std::move(page), std::move(file), journal};
}

/// Whether a file of pairs is a workbook, by its first bytes or by what it is said to be.
bool holds_workbook(const std::string& path, const formats::BilingualOptions& reading) {
  if (!reading.format.empty()) return reading.format == "xlsx";
  std::ifstream in(path, std::ios::binary);
  std::string start(4, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return in && formats::bilingual_format_of(path, start) == "xlsx" &&
         formats::ZipArchive::recognises(start);
}

live::FileForm workbook_form(const ReviewCommand::Options& options,
                             const formats::BilingualOptions& reading) {
  return {[file = options.pairs, reading](const std::string& bytes) {
            return formats::text_of_workbook(bytes, reading, file);
          },
          [file = options.pairs, reading](const std::string& bytes, const std::string& text) {
            return formats::workbook_with_text(bytes, text, reading, file);
          }};
}

}  // namespace

Result<OpenedPage> open_live_documents(const ReviewCommand::Options& options,
                                       const Checker& checker, Streams& streams) {
  auto documents = read_documents(options.source, options.text.reading_source(), options.target,
                                  options.text.reading_target(), &streams.in);
  if (!documents) return tl::unexpected(documents.error());
  const text::LineUse lines =
      options.text.document(options.text.target_encoding, documents->target.language).lines;
  std::string path = options.target;
  auto file = live::DraftFile::open(path, options.text.target_encoding);
  std::optional<TextFormat> format;
  if (file) format = format_of_draft(documents->target, file->text(), lines);
  if (!format) {
    format = TextFormat::kPlain;
    file = draft_beside(path, documents->target.text, streams);
    if (!file) return tl::unexpected(file.error());
  }
  const auto judge = [&checker, documents = std::move(*documents), format = *format, lines,
                      sentences = options.text.sentences, align = options.align](
                         const std::string& draft, ReviewMemory& memory) -> Result<Review> {
    auto target = document_of_draft(documents.target, draft, format, lines);
    if (!target) return tl::unexpected(target.error());
    sentences ? text::segment_lines(*target) : text::segment(*target);
    return align ? checker.align(documents.source, std::move(*target), memory)
                 : checker.review(documents.source, std::move(*target), memory);
  };
  return open_page({path, options.target}, std::move(*file), judge, options, checker, streams);
}

Result<OpenedPage> open_live_both(const ReviewCommand::Options& options, const Checker& checker,
                                  Streams& streams) {
  ReadOptions source = options.text.reading_source();
  const ReadOptions target = options.text.reading_target();
  auto documents = read_both_versions(options.both, source, target, &streams.in);
  if (!documents) return tl::unexpected(documents.error());
  const std::string text(documents->target.original);
  if (text.empty()) {
    return failure(
        ErrorCode::kUsage,
        "nothing in this file can be mended where it stands: give both versions as files "
        "of their own, or use 'check'",
        {options.both});
  }
  std::string path = options.both;
  auto file = live::DraftFile::open(path, source.encoding);
  if (!file || file->text() != text) {
    source.format = "txt";
    file = draft_beside(path, text, streams);
    if (!file) return tl::unexpected(file.error());
  }
  const auto judge = [&checker, path, source, target, align = options.align](
                         const std::string& draft, ReviewMemory& memory) -> Result<Review> {
    auto versions = both_versions_of(draft, path, source, target);
    if (!versions) return tl::unexpected(versions.error());
    return align ? checker.align(std::move(versions->source), std::move(versions->target), memory)
                 : checker.review(std::move(versions->source), std::move(versions->target), memory);
  };
  return open_page({path, options.both}, std::move(*file), judge, options, checker, streams);
}

Result<OpenedPage> open_live_pairs(const ReviewCommand::Options& options, const Checker& checker,
                                   Streams& streams) {
  formats::BilingualOptions reading = options.text.bilingual();
  const bool is_workbook = holds_workbook(options.pairs, reading);
  auto file = is_workbook ? live::DraftFile::open(options.pairs, workbook_form(options, reading))
                          : live::DraftFile::open(options.pairs, options.text.encoding);
  if (!file) return tl::unexpected(file.error());
  if (is_workbook) reading = formats::options_for_workbook_text(std::move(reading));
  if (reading.format.empty()) {
    reading.format = formats::bilingual_format_of(options.pairs, file->text());
  }
  reading.encoding = "UTF-8";
  auto reader = formats::open_bilingual_text(file->text(), options.pairs, reading);
  if (!reader) return tl::unexpected(reader.error());
  batch::PairStream pairs(**reader, options.pairs);
  if (auto settled = pairs.settle_languages(options.text.source(), options.text.target());
      !settled) {
    return tl::unexpected(settled.error());
  }
  const auto judge = [&checker, source_language = pairs.source(), target_language = pairs.target()](
                         const std::string& source, const std::string& target) {
    // Readers give valid UTF-8, and the languages are settled: this can't fail.
    return checker
        .review_pair(*document_of(source, "source", {{}, source_language, true, {}, {}}),
                     *document_of(target, "target", {{}, target_language, true, {}, {}}))
        .value();
  };
  const std::string journal = journal_of(options, options.pairs);
  auto live = live::LivePairs::open(file->text(), options.pairs, reading, judge, journal);
  if (!live) return tl::unexpected(live.error());
  LivePairsPage::Options how;
  how.file = options.pairs;
  how.about =
      about_review(checker, options.checking.profile, options.checking.glossaries, Review());
  how.pass_threshold = checker.pass_threshold();
  how.language = streams.terminal.language;
  auto page = std::make_unique<LivePairsPage>(std::move(*live), std::move(how));
  return OpenedPage{std::move(page), std::move(*file), journal};
}

}  // namespace duizhao::cli
