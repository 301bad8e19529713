// Rule `untranslated`: text was left in the language of the source.
//
// Fires:   the whole segment is the source's, or is in its language, or in a third one;
//          他说 according to the police 昨天有三人受伤 (a clause);
//          the plan, 知情人士说, was dropped.
// Silent:  names, codes and URLs (H20, NVIDIA, www.example.org), terms that the text keeps in
// English
//          (future 语句), a gloss (状态估计state estimation, in brackets or not: 大语言模型
//          （large language model）, Cambricon (寒武紀)), a title that keeps its language (《The
//          Economist》, This Morning 节目).

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "duizhao/check/evidence/labels.h"
#include "duizhao/check/evidence/runs/kept_words.h"
#include "duizhao/check/evidence/runs/other_script_runs.h"
#include "duizhao/check/evidence/runs/third_language.h"
#include "duizhao/check/evidence/runs/untranslated_sentences.h"
#include "duizhao/check/rule.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/abbreviations.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/sentences.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"untranslated/own-text", Category::kUntranslated, Severity::kCritical, 0.98},
    FindingKind{"untranslated/segment", Category::kUntranslated, Severity::kCritical, 0.98},
    FindingKind{"untranslated/sentence", Category::kUntranslated, Severity::kCritical, 0.95,
                "untranslated/own-text"},
    // The source is in the target's language as well.
    FindingKind{"untranslated/swapped-sides", Category::kUntranslated, Severity::kCritical, 0.95},
    FindingKind{"untranslated/third-language", Category::kUntranslated, Severity::kCritical, 0.9},
    // A stretch that the source has as well, and one that it does not have.
    FindingKind{"untranslated/copied", Category::kUntranslated, Severity::kMajor, 0.95,
                "untranslated/words"},
    FindingKind{"untranslated/words", Category::kUntranslated, Severity::kMajor, 0.8},
};

/// How many words of a Latin stretch are ordinary words of English, by how often they occur.
std::size_t ordinary_words(const pair::Passage& passage, const OtherScriptRun& stretch,
                           const model::Lexicon& lexicon) {
  constexpr float kOrdinary = 1e-5F;
  const std::string_view text = stretch.span.in(passage.document->text);
  std::size_t count = 0;
  for (const model::Word& word : lexicon.words(text, Language::kEnglish)) {
    const bool known = word.kind == text::TokenKind::kWord && word.id != model::kUnknownWord;
    count += known && lexicon.probability(Language::kEnglish, word.id) >= kOrdinary ? 1 : 0;
  }
  return count;
}

/// Whether the text has one of the words that hardly any English sentence goes without.
bool has_typical_word(std::string_view text) {
  constexpr std::array<std::string_view, 20> kWords = {
      " the ", " of ",   " and ", " to ",   " is ",   " for ", " that ",
      " it ",  " with ", " was ", " are ",  " this ", " not ", " from ",
      " has ", " have ", " at ",  " will ", " said ", " been "};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// Whether so many words are English, and not a third language that is quoted or a plant's name.
bool is_english(std::string_view text, std::size_t words, std::size_t ordinary) {
  return ordinary * 10 >= words * (has_typical_word(text) ? 3 : 5);
}

/// Whether the whole passage is in the other language, as running text or copied at length.
bool left_whole(const pair::Passage& source, const pair::Passage& target,
                std::span<const OtherScriptRun> stretches, const model::Lexicon& lexicon) {
  if (text::language_of(target.text()) != source.language) return false;
  std::size_t running = 0;
  std::size_t words = 0;
  std::size_t ordinary = 0;
  std::size_t code = 0;
  for (const OtherScriptRun& stretch : stretches) {
    if (stretch.bracketed) continue;
    running += stretch.running;
    words += stretch.words;
    code += stretch.code;
    if (target.language == Language::kChinese) ordinary += ordinary_words(target, stretch, lexicon);
  }
  if (target.language == Language::kEnglish) {
    const auto latin = std::count_if(
        target.tokens.begin(), target.tokens.end(),
        [](const text::Token& token) { return token.kind == text::TokenKind::kWord; });
    return running >= 4 && static_cast<std::size_t>(latin) * 4 < running;
  }
  if (!is_english(target.text(), words, ordinary)) return false;
  // 将 dict.has_key(key) 转换为 key in dict: what Chinese says of a program, a command.
  const bool has_han = std::ranges::any_of(
      target.tokens, [](const text::Token& token) { return token.kind == text::TokenKind::kHan; });
  if (has_han && (code > 0 || !has_typical_word(target.text()))) return false;
  return running >= 3 || (words >= 5 && source.text() == target.text());
}

/// "Appendix A", "Table 3": a word for a part of a document and its number.
bool begins_with_label(std::string_view text) {
  constexpr std::array<std::string_view, 7> kLabels = {
      "Annex ", "Appendix ", "Chapter ", "Clause ", "Figure ", "Section ", "Table "};
  return std::ranges::any_of(kLabels, [&](std::string_view label) {
    return text.starts_with(label) && text.size() <= label.size() + 3;
  });
}

/// A heading of ordinary words that was copied: "Annual Report", but not "New York".
bool is_copied_heading(const pair::Passage& source, const pair::Passage& target,
                       std::span<const OtherScriptRun> stretches, const model::Lexicon& lexicon) {
  if (target.language != Language::kChinese || stretches.size() != 1) return false;
  if (source.text() != target.text() || stretches[0].span != target.span) return false;
  constexpr std::array<std::string_view, 18> kHeadings = {
      "account",  "agreement", "analysis", "appendix",     "balance",    "chapter",
      "contents", "financial", "index",    "introduction", "management", "overview",
      "policy",   "report",    "review",   "statement",    "summary",    "table"};
  const std::size_t words = stretches[0].words;
  if (words < 2 || words > 4 || stretches[0].code > 0) return false;
  if (ordinary_words(target, stretches[0], lexicon) < words) return false;
  const std::string lowered = text::ascii_lowered(target.text());
  return std::ranges::any_of(kHeadings, [&](std::string_view heading) {
    return lowered.ends_with(heading) || lowered.ends_with(std::string(heading) + "s");
  });
}

/// How grave it is that this stretch stands in Chinese text; kNeutral: it may rightly stay.
Severity weigh_latin(const pair::Passage& target, const OtherScriptRun& stretch, bool copied,
                     const model::Lexicon& lexicon) {
  if (stretch.bracketed && stretch.words <= 12) return Severity::kNeutral;
  if (stretch.quoted && !copied) return Severity::kNeutral;
  const std::size_t ordinary = ordinary_words(target, stretch, lexicon);
  if (stretch.running >= 3) {
    return is_english(stretch.span.in(target.document->text), stretch.words, ordinary)
               ? Severity::kMajor
               : Severity::kNeutral;
  }
  if (!copied) return Severity::kNeutral;
  // "he said", "In May": short, but its words are taken over as they stand in the source.
  if (stretch.running == 2 && stretch.words >= 2) return Severity::kMajor;
  // 见Appendix A: what every document has in its own language.
  if (begins_with_label(stretch.span.in(target.document->text))) return Severity::kMinor;
  constexpr std::size_t kLeastBytes = 5;
  if (stretch.running == 1 && stretch.span.size() >= kLeastBytes) {
    return Severity::kMinor;
  }
  // A headline: all its words are capitalised, but most are ordinary ones.
  const bool headline = stretch.words >= 5 && stretch.code == 0 && !stretch.quoted;
  if (headline && ordinary * 3 >= stretch.words * 2) return Severity::kMinor;
  return Severity::kNeutral;
}

/// The same for Han characters in English text.
Severity weigh_han(const OtherScriptRun& stretch, bool copied) {
  if (stretch.bracketed && stretch.running <= 20) return Severity::kNeutral;
  if (stretch.quoted && stretch.running <= 8) return Severity::kNeutral;
  if (stretch.running >= 4) return Severity::kMajor;
  return stretch.running >= 2 || copied ? Severity::kMinor : Severity::kNeutral;
}

/// Whether texts are the same, wherever their lines are broken.
bool is_same_text(std::string_view a, std::string_view b) {
  const auto broken_or_spaced = [](char x, char y) {
    return x == y || ((x == ' ' || x == '\n') && (y == ' ' || y == '\n'));
  };
  return std::ranges::equal(a, b, broken_or_spaced);
}

/// Whether so many words may be a term or what a program says: a word or two, some more without
/// those that join them, a few in quotation marks, what is no English beside code.
bool may_be_kept(const OtherScriptRun& stretch, std::string_view form,
                 std::span<const OtherScriptRun> stretches, const model::Lexicon& lexicon) {
  constexpr std::size_t kFew = 2;
  constexpr std::size_t kLongestTerm = 4;
  constexpr std::size_t kLongestQuote = 6;
  if (stretch.running == 0 || stretch.is_clause) return false;  // a label, a headline
  if (stretch.running <= kFew || (stretch.quoted && stretch.words <= kLongestQuote)) return true;
  const bool beside_code =
      std::ranges::any_of(stretches, [](const OtherScriptRun& each) { return each.code > 0; });
  if (beside_code && !has_typical_word(form)) return true;
  const std::vector<model::Word> words = lexicon.words(form, Language::kEnglish);
  return stretch.words <= kLongestTerm && std::ranges::none_of(words, [&](const model::Word& word) {
           return lexicon.probability(Language::kEnglish, word.id) > model::kFunctionWord;
         });
}

/// Takes from the severity of a word or two what is too much for a probability; false: a term that
/// the text keeps.
bool weigh_kept(double slip, Finding& finding) {
  constexpr double kLeast = 0.1;
  constexpr double kMajor = 0.5;
  if (slip < kLeast) return false;
  finding.confidence = std::min(finding.confidence, slip);
  if (slip < kMajor) finding.severity = std::min(finding.severity, Severity::kMinor);
  return true;
}

/// "This Morning", "For You and Me": a title that the text keeps has a capital on words that
/// running text writes small, where "In May" has one on a name.
bool is_kept_title(const OtherScriptRun& stretch, std::string_view form,
                   const model::NameStore* names) {
  constexpr std::array<std::string_view, 5> kSmall = {"and", "for", "in", "of", "the"};
  constexpr std::size_t kLongest = 6;
  if (names == nullptr || stretch.words > kLongest || stretch.code > 0) return false;
  bool title = false;
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t end = std::min(form.find(' ', begin), form.size());
    const std::string_view word = form.substr(begin, end - begin);
    begin = end + 1;
    if (!std::ranges::all_of(word, text::is_ascii_letter)) return false;
    ++words;
    if (text::is_ascii_upper(word.front())) {
      const bool name = !names->rendered(model::name_key(word)).empty() ||
                        text::follows_time(word);  // a month, a weekday
      title |= words > 1 && !name;
    } else if (std::ranges::find(kSmall, word) == kSmall.end()) {
      return false;
    }
  }
  return title;
}

/// Whether the Chinese goes on right behind the words, or they are quoted: This Morning 节目.
bool is_set_in(const OtherScriptRun& stretch, const pair::Passage& target) {
  return stretch.quoted || std::ranges::any_of(target.tokens, [&](const text::Token& token) {
           return token.kind == text::TokenKind::kHan && token.span.begin >= stretch.span.end &&
                  token.span.begin <= stretch.span.end + 1;
         });
}

void check_untranslated_sentences(const DocumentContext& context, std::vector<Finding>& findings) {
  for (const UntranslatedSentence& sentence : untranslated_sentences(context)) {
    Finding finding(kind(kKinds, "untranslated/sentence"));
    finding.source = context.source.sentences[sentence.source].span;
    finding.target = context.target.sentences[sentence.target].span;
    finding.bead = sentence.bead;
    findings.push_back(std::move(finding));
  }
}

/// A segment of which one side is in neither language; what was copied is told as copied.
bool tell_third_language(const pair::Passage& source, const pair::Passage& target,
                         std::vector<Finding>& findings) {
  if (source.text() == target.text()) return false;
  const auto in_source = third_language(source.text());
  const auto in_target = third_language(target.text());
  if (!in_source && !in_target) return false;
  Finding finding(kind(kKinds, "untranslated/third-language"));
  if (in_target) {
    finding.target = target.span;
    finding.with("where", Label{"target"}).with("language", *in_target);
  } else {
    finding.severity = Severity::kMajor;
    finding.source = source.span;
    finding.with("where", Label{"source"}).with("language", *in_source);
  }
  findings.push_back(std::move(finding));
  return true;
}

void check_untranslated(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Passage& source = context.source;
  const pair::Passage& target = context.target;
  if (tell_third_language(source, target, findings)) return;
  const auto stretches = other_script_runs(target);
  const model::Lexicon& lexicon = *context.resources.lexicon;
  if (left_whole(source, target, stretches, lexicon) ||
      is_copied_heading(source, target, stretches, lexicon)) {
    const bool own_text = is_same_text(source.text(), target.text());
    const bool swapped = text::language_of(source.text()) == target.language;
    Finding finding(own_text  ? kind(kKinds, "untranslated/own-text")
                    : swapped ? kind(kKinds, "untranslated/swapped-sides")
                              : kind(kKinds, "untranslated/segment"));
    finding.source = source.span;
    finding.target = target.span;
    if (!own_text) {
      finding.with("language", label_of(source.language)).with("wanted", label_of(target.language));
    }
    findings.push_back(std::move(finding));
    return;
  }
  for (const OtherScriptRun& stretch : stretches) {
    const std::string_view form = stretch.span.in(target.document->text);
    const std::size_t copy = source.text().find(form);
    const bool copied = copy != std::string_view::npos;
    const Severity severity = target.language == Language::kChinese
                                  ? weigh_latin(target, stretch, copied, lexicon)
                                  : weigh_han(stretch, copied);
    if (severity == Severity::kNeutral) continue;
    Finding finding(copied ? kind(kKinds, "untranslated/copied")
                           : kind(kKinds, "untranslated/words"));
    finding.severity = severity;
    if (target.language == Language::kChinese && copied) {
      if (is_gloss(context, stretch)) continue;
      if (is_set_in(stretch, target) && is_kept_title(stretch, form, context.resources.names)) {
        continue;
      }
      if (may_be_kept(stretch, form, stretches, lexicon) &&
          !weigh_kept(probability_of_slip(context, stretch, stretches), finding)) {
        continue;
      }
    }
    // A title that keeps its language is one way to give it: 著有《The Last Palace》.
    if (copied && stretch.bracketed) {
      constexpr double kOfTitle = 0.3;
      finding.severity = Severity::kNeutral;
      finding.confidence = std::min(finding.confidence, kOfTitle);
    }
    if (copied) finding.source = Span{copy, copy + form.size()}.shifted(source.span.begin);
    finding.target = stretch.span;
    findings.push_back(
        std::move(finding.with("words", form).with("language", label_of(source.language))));
  }
}

constexpr std::array kExamples = {
    Example{"The bank raised interest rates on Thursday.",
            "The bank raised interest rates on Thursday.", "untranslated/own-text"},
    Example{"Three people were hurt yesterday, according to the police.",
            "according to the police，昨天有三人受伤。", "untranslated/copied"},
    Example{"知情人士说，该计划已被放弃。", "The plan, 知情人士说, was dropped.",
            "untranslated/copied"},
    Example{"The plan was approved by the committee this year.",
            "Le plan a été approuvé par le comité cette année.", "untranslated/third-language"},
    Example{"NVIDIA presented the H20.", "英伟达（NVIDIA）推出H20。"},
    Example{"I call it the beliefs, preferences and constraints model.",
            "我称之为信念、偏好和约束（beliefs，preferences and constraints）模型。"},
    Example{"He read it in The Economist.", "他在《The Economist》上读到了这件事。"},
    Example{"Pass the callback to the shell.", "把 callback 传给 shell。"},
};

}  // namespace

extern const Rule kUntranslatedRule = {
    .id = "untranslated",
    .concern = Concern::kUntranslated,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_untranslated,
    .check_document = check_untranslated_sentences,
};

}  // namespace duizhao::check
