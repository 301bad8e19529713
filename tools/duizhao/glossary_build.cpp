#include "glossary_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "duizhao/extract/glossary_building.h"
#include "duizhao/extract/name_borders.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/document_reader.h"
#include "duizhao/pair/resources.h"
#include "duizhao/terms/merge.h"
#include "duizhao/text/sentences.h"
#include "opening.h"

namespace duizhao::cli {
namespace {

/// Pairs that are looked at to tell which side is Chinese.
constexpr std::size_t kVoters = 200;

std::size_t line_of(const Document& document, std::size_t position) {
  return static_cast<std::size_t>(
             std::count(document.text.begin(),
                        document.text.begin() + static_cast<std::ptrdiff_t>(position), '\n')) +
         1;
}

Result<void> read_pairs(const GlossaryCommand::Options& options, std::istream& standard_in,
                        BuiltGlossary& built) {
  auto reader = formats::open_bilingual(options.pairs, options.text.bilingual(), standard_in);
  if (!reader) return tl::unexpected(reader.error());
  std::size_t chinese = 0;
  std::size_t english = 0;
  formats::BilingualPair pair;
  for (;;) {
    const auto more = (*reader)->next(pair);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    if (built.pairs.size() < kVoters) {
      chinese += text::language_of(pair.source) == Language::kChinese;
      english += text::language_of(pair.source) == Language::kEnglish;
    }
    built.pairs.push_back({std::move(pair.source), std::move(pair.target),
                           fmt::format("{}:{}", options.pairs, pair.line)});
  }
  Language source = options.text.source();
  if (source == Language::kUnknown && options.text.target() != Language::kUnknown) {
    source = other_language(options.text.target());
  }
  built.source_is_chinese =
      source == Language::kUnknown ? chinese > english : source == Language::kChinese;
  return {};
}

std::string text_of(const Document& document, const std::vector<std::uint32_t>& sentences) {
  if (sentences.empty()) return {};
  const Span span =
      document.sentences[sentences.front()].span.joined(document.sentences[sentences.back()].span);
  return std::string(span.in(document.text));
}

Result<void> align_texts(const GlossaryCommand::Options& options, const Checker& checker,
                         std::istream& standard_in, BuiltGlossary& built) {
  const auto documents =
      read_documents(options.files[0], options.text.reading_source(), options.files[1],
                     options.text.reading_target(), &standard_in);
  if (!documents) return tl::unexpected(documents.error());
  const Document& source = documents->source;
  const Document& target = documents->target;
  built.source_is_chinese = source.language == Language::kChinese;
  const auto alignment = checker.align(source, target);
  if (!alignment) return tl::unexpected(alignment.error());
  for (const Bead& bead : alignment->beads) {
    const Document& of_place = bead.source.empty() ? target : source;
    const std::uint32_t first = bead.source.empty() ? bead.target.front() : bead.source.front();
    built.pairs.push_back({text_of(source, bead.source), text_of(target, bead.target),
                           fmt::format("{}:{}", of_place.name,
                                       line_of(of_place, of_place.sentences[first].span.begin))});
  }
  return {};
}

/// The paragraphs of a single text, each on the side of its language.
Result<void> read_text(const GlossaryCommand::Options& options, std::istream& standard_in,
                       BuiltGlossary& built) {
  auto document = formats::read_document(
      options.files[0], options.text.document(options.text.encoding, Language::kUnknown),
      standard_in);
  if (!document) return tl::unexpected(document.error());
  text::segment(*document);
  built.source_is_chinese = document->language == Language::kChinese;
  for (const Paragraph& paragraph : document->paragraphs) {
    BuildPair pair;
    const Language language =
        paragraph.language == Language::kUnknown ? document->language : paragraph.language;
    const bool is_source = (language == Language::kChinese) == built.source_is_chinese;
    (is_source ? pair.source : pair.target) = paragraph.span.in(document->text);
    pair.place = fmt::format("{}:{}", document->name, line_of(*document, paragraph.span.begin));
    built.pairs.push_back(std::move(pair));
  }
  return {};
}

}  // namespace

std::vector<std::vector<std::string>> BuiltGlossary::table(formats::GlossaryFormat format) const {
  std::vector<std::vector<std::string>> rows;
  const bool plain = format == formats::GlossaryFormat::kTsv;
  if (!plain) {
    rows.push_back({source_is_chinese ? "zh" : "en", source_is_chinese ? "en" : "zh", "status",
                    "count", "score", "kind", "source example", "target example", "place"});
  }
  for (const extract::TermProposal& proposal : proposals) {
    const std::string& source = source_is_chinese ? proposal.chinese : proposal.english;
    const std::string& target = source_is_chinese ? proposal.english : proposal.chinese;
    const std::string count = std::to_string(proposal.count);
    const std::string score = fmt::format("{:.4f}", proposal.score);
    const std::string kind(names::name_of(proposal.kind));
    if (plain) {
      rows.push_back({source, target, count, score});
    } else {
      const BuildPair& example = pairs[proposal.example];
      rows.push_back({source, target, is_accepted(proposal) ? "accepted" : "", count, score, kind,
                      example.source, example.target, example.place});
    }
  }
  return rows;
}

TermEntry BuiltGlossary::entry_of(const extract::TermProposal& proposal) const {
  TermEntry entry;
  Term term;
  term.text = proposal.english;
  term.language = Language::kEnglish;
  entry.terms.push_back(term);
  term.text = proposal.chinese;
  term.language = Language::kChinese;
  entry.terms.push_back(term);
  if (source_is_chinese) std::swap(entry.terms[0], entry.terms[1]);
  return entry;
}

bool BuiltGlossary::is_accepted(const extract::TermProposal& proposal) const {
  return !accepted.empty() && accepted.contains(terms::concept_key(entry_of(proposal)));
}

std::vector<std::pair<std::string, std::string>> BuiltGlossary::further_examples(
    const std::string& term, const std::string& rendering, std::size_t first) const {
  constexpr std::size_t kMost = 3;
  std::vector<std::pair<std::string, std::string>> found;
  for (std::size_t i = 0; i < pairs.size() && found.size() < kMost; ++i) {
    if (i == first || pairs[i].target.find(rendering) == std::string::npos) continue;
    if (pairs[i].source.find(term) == std::string::npos) continue;
    found.emplace_back(pairs[i].source, pairs[i].target);
  }
  return found;
}

report::ProposalsPage BuiltGlossary::page(const GlossaryCommand::Options& options) const {
  // Every term is looked for in every pair, which millions of them would make long.
  constexpr double kMostBytes = 3e9;
  std::size_t bytes = 0;
  for (const BuildPair& pair : pairs) bytes += pair.source.size() + pair.target.size();
  const bool further = double(bytes) * double(proposals.size()) < kMostBytes;
  report::ProposalsPage page;
  page.file = options.pairs.empty() ? options.files.front() : options.pairs;
  page.source_is_chinese = source_is_chinese;
  for (const extract::TermProposal& proposal : proposals) {
    const BuildPair& example = pairs[proposal.example];
    report::ProposalRow row;
    row.term = source_is_chinese ? proposal.chinese : proposal.english;
    row.rendering = source_is_chinese ? proposal.english : proposal.chinese;
    row.count = proposal.count;
    row.score = proposal.score;
    row.term_example = example.source;
    row.rendering_example = example.target;
    row.place = example.place;
    row.kind = names::name_of(proposal.kind);
    if (further && proposal.count > 1) {
      row.further = further_examples(row.term, row.rendering, proposal.example);
    }
    row.accepted = is_accepted(proposal);
    page.rows.push_back(std::move(row));
  }
  return page;
}

std::vector<TermEntry> BuiltGlossary::entries() const {
  std::vector<TermEntry> result;
  for (const extract::TermProposal& proposal : proposals) {
    TermEntry entry = entry_of(proposal);
    entry.note = fmt::format("proposed, count {}, score {:.4f}", proposal.count, proposal.score);
    if (proposal.kind != names::NameKind::kNone) {
      entry.note = fmt::format("kind: {}; {}", names::name_of(proposal.kind), entry.note);
      for (Term& term : entry.terms) term.part_of_speech = "properNoun";
    }
    entry.provenance = pairs[proposal.example].place;
    result.push_back(std::move(entry));
  }
  return result;
}

Result<BuiltGlossary> build_glossary(const GlossaryCommand::Options& options, Streams& streams) {
  std::istream& standard_in = streams.in;
  CheckerOptions opening;
  opening.model = options.run.model;
  const auto checker = open_checker(opening, streams.err);
  if (!checker) return tl::unexpected(checker.error());
  BuiltGlossary built;
  std::vector<TermEntry> rejected;
  for (const std::string& file : options.decisions) {
    auto read = formats::read_decisions(file, standard_in);
    if (!read) return tl::unexpected(read.error());
    rejected.insert(rejected.end(), read->rejected.begin(), read->rejected.end());
    for (const TermEntry& entry : read->accepted) built.accepted.insert(terms::concept_key(entry));
  }
  const auto read = !options.pairs.empty()      ? read_pairs(options, standard_in, built)
                    : options.files.size() == 2 ? align_texts(options, *checker, standard_in, built)
                                                : read_text(options, standard_in, built);
  if (!read) return tl::unexpected(read.error());
  std::vector<extract::TextPair> pairs;
  for (const BuildPair& pair : built.pairs) {
    pairs.push_back(built.source_is_chinese ? extract::TextPair{pair.target, pair.source}
                                            : extract::TextPair{pair.source, pair.target});
  }
  std::vector<extract::TermProposal> statistics;
  const bool is_bilingual = !options.pairs.empty() || options.files.size() == 2;
  if (is_bilingual) {
    extract::ExtractOptions extract_options;
    extract_options.min_count = static_cast<std::uint32_t>(options.min_count);
    statistics = extract::propose_terms(pairs, *checker->resources().lexicon, extract_options);
  }
  built.proposals = extract::settle_names(
      extract::combine(extract::propose_glosses(pairs), std::move(statistics), rejected), pairs,
      checker->resources().names);
  return built;
}

}  // namespace duizhao::cli
