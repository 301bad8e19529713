// Rule `tags`: what programs read in a text (a placeholder, a tag, a URL or an e-mail address, a
// command's option, a message with plurals) is not in the other version, or is broken there.
//
// Fires:   Hello, {name}! → 你好！; <b>新</b>规定 → a <b>new rule; see www.example.org/a → 见网站
//          {name} → {user}; %s of %d → %d个中的%s, which programs fill by order; </b>粗<b>; a
//          branch of a plural lost. Of a segment of XLIFF or TMX: <g id="1">新</g>规定 → new rule;
//          codes exchanged that canReorder="no" keeps in order; lease.timeout → lease.timout.
// Silent:  a tag that moved within the segment; <br> as <br/>; &copy; as ©; a title="…" translated;
//          %2$d before %1$d; Chinese with `other` alone; "a < b"; 100 %; {…} around running text.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/form/inline_codes.h"
#include "duizhao/check/evidence/form/message_format.h"
#include "duizhao/check/evidence/form/misspelt_identifiers.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/resources.h"

namespace duizhao::check {
namespace {

using Kind = InlineCode::Kind;

constexpr std::array kKinds = {
    FindingKind{"tags/lost", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/added", Category::kMarkup, Severity::kMinor, 0.9},
    FindingKind{"tags/changed", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/address-changed", Category::kMarkup, Severity::kMinor, 0.9, "tags/changed"},
    FindingKind{"tags/format-lost", Category::kMarkup, Severity::kMinor, 0.9, "tags/lost"},
    FindingKind{"tags/format-added", Category::kMarkup, Severity::kMinor, 0.9, "tags/added"},
    FindingKind{"tags/address-lost", Category::kMarkup, Severity::kMinor, 0.9, "tags/lost"},
    FindingKind{"tags/address-added", Category::kMarkup, Severity::kMinor, 0.9, "tags/added"},
    FindingKind{"tags/order", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/kept-order", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/nesting", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/message-broken", Category::kMarkup, Severity::kMajor, 0.95},
    FindingKind{"tags/message-other", Category::kMarkup, Severity::kMajor, 0.95},
    FindingKind{"tags/message-keyword", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/message-branch", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/message-type", Category::kMarkup, Severity::kMajor, 0.9},
    FindingKind{"tags/message-number", Category::kMarkup, Severity::kMinor, 0.7},
};

/// Signs that a reference may stand for and both languages have; other characters, blanks and
/// quotation marks among them, each language writes in its own way.
bool is_shared_sign(std::string_view character) {
  constexpr std::string_view kSigns = "© ® ™ × ° ± ÷ € £ ¥ ¢ § ¶";
  return character != " " && kSigns.find(character) != std::string_view::npos;
}

const FindingKind& kind_of(const InlineCode& code, bool of_source) {
  if (code.kind == Kind::kAddress) {
    return of_source ? kind(kKinds, "tags/address-lost") : kind(kKinds, "tags/address-added");
  }
  // What a file marks up between two codes is print: bold, a style, a link.
  if (code.kind == Kind::kTag && code.span.empty()) {
    return of_source ? kind(kKinds, "tags/format-lost") : kind(kKinds, "tags/format-added");
  }
  return of_source ? kind(kKinds, "tags/lost") : kind(kKinds, "tags/added");
}

/// Whether a placeholder of printf's says which argument it takes: %2$s.
bool is_numbered(const InlineCode& code) {
  return code.form.starts_with('%') && code.form.find('$') != std::string::npos;
}

/// Gives each %d the number that programs count for it.
void number(std::vector<InlineCode>& codes) {
  std::size_t next = 1;
  for (InlineCode& code : codes) {
    if (code.kind == Kind::kUnnumbered) code.form.insert(1, std::to_string(next++) + "$");
  }
}

/// The codes of both sides, compared. `as_sets`: each code counts once, since the branches of a
/// message repeat them.
class Comparison {
 public:
  Comparison(const BeadContext& context, bool as_sets, std::vector<Finding>& findings)
      : context_(context),
        source_(inline_codes(context.source, context.resources.placeholders)),
        target_(inline_codes(context.target, context.resources.placeholders)),
        as_sets_(as_sets),
        findings_(findings) {}

  void run() {
    if (source_.empty() && target_.empty()) return;
    if (as_sets_) {
      // What is in braces is the message's.
      for (std::vector<InlineCode>* codes : {&source_, &target_}) {
        std::erase_if(*codes, [](const InlineCode& code) { return code.form.starts_with('{'); });
      }
    }
    const bool numbered =
        std::ranges::any_of(source_, is_numbered) || std::ranges::any_of(target_, is_numbered);
    if (numbered && !as_sets_) {
      number(source_);
      number(target_);
    }
    const std::size_t before = findings_.size();
    report_lost();
    if (findings_.size() > before || as_sets_) return;
    if (!numbered) check_order();
    check_kept_order();
    check_nesting();
  }

 private:
  /// What either side has and the other one has not.
  void report_lost() {
    std::vector<const InlineCode*> lost = places_of(source_);
    std::vector<const InlineCode*> added = places_of(target_);
    if (as_sets_) {
      leave_other_forms(lost, target_);
      leave_other_forms(added, source_);
    } else {
      take_out_matches(lost, added);
    }
    report_changed(lost, added);
    for (const InlineCode* code : lost) report_lost(*code, true);
    for (const InlineCode* code : added) report_lost(*code, false);
  }

  static std::vector<const InlineCode*> places_of(const std::vector<InlineCode>& codes) {
    std::vector<const InlineCode*> places;
    places.reserve(codes.size());
    for (const InlineCode& code : codes) places.push_back(&code);
    return places;
  }

  /// Leaves of `codes` what none of `others` is like, each once: the branches of a message have it
  /// several times.
  static void leave_other_forms(std::vector<const InlineCode*>& codes,
                                const std::vector<InlineCode>& others) {
    std::vector<const InlineCode*> left;
    for (const InlineCode* code : codes) {
      const bool there = std::ranges::find(others, code->form, &InlineCode::form) != others.end();
      const auto same = [&](const InlineCode* told) { return told->form == code->form; };
      if (!there && std::ranges::none_of(left, same)) left.push_back(code);
    }
    codes = std::move(left);
  }

  /// Takes out of both lists what is the same code: what looks the same, first where the file calls
  /// it the same too, then what only the file calls so.
  static void take_out_matches(std::vector<const InlineCode*>& here,
                               std::vector<const InlineCode*>& there) {
    using Code = const InlineCode;
    take_out(here, there, [](Code& a, Code& b) { return a.form == b.form && a.id == b.id; });
    take_out(here, there, [](Code& a, Code& b) { return a.form == b.form; });
    const auto ends = [](Code& code) { return code.kind == Kind::kEndTag; };
    take_out(here, there,
             [&](Code& a, Code& b) { return !a.id.empty() && a.id == b.id && ends(a) == ends(b); });
    // Of what has no name and can't be read, the number is all that compares.
    take_out(here, there, [](Code& a, Code& b) {
      return a.span.empty() && b.span.empty() && (a.id.empty() || b.id.empty()) && a.kind == b.kind;
    });
  }

  template <typename Same>
  static void take_out(std::vector<const InlineCode*>& here, std::vector<const InlineCode*>& there,
                       Same same) {
    std::erase_if(here, [&](const InlineCode* code) {
      const auto found =
          std::ranges::find_if(there, [&](const InlineCode* other) { return same(*code, *other); });
      if (found == there.end()) return false;
      there.erase(found);
      return true;
    });
  }

  /// Whether one code may have become the other: both are shown, and of a kind.
  static bool may_replace(const InlineCode& a, const InlineCode& b) {
    return a.kind == b.kind && a.kind != Kind::kCharacter && !a.span.empty() && !b.span.empty();
  }

  /// Tells of a code that stands where another one should, and takes both out of the lists.
  void report_changed(std::vector<const InlineCode*>& lost, std::vector<const InlineCode*>& added) {
    std::erase_if(lost, [&](const InlineCode* code) {
      const auto found = std::ranges::find_if(
          added, [&](const InlineCode* other) { return may_replace(*code, *other); });
      if (found == added.end()) return false;
      const std::string_view expected = code->span.in(context_.source.document->text);
      const std::string_view written = (*found)->span.in(context_.target.document->text);
      Finding finding(code->kind == Kind::kAddress ? kind(kKinds, "tags/address-changed")
                                                   : kind(kKinds, "tags/changed"));
      finding.source = code->span;
      finding.target = (*found)->span;
      finding.suggestion = std::string(expected);
      findings_.push_back(std::move(finding.with("tag", written).with("expected", expected)));
      added.erase(found);
      return true;
    });
  }

  void report_lost(const InlineCode& code, bool of_source) {
    const pair::Passage& here = of_source ? context_.source : context_.target;
    const pair::Passage& there = of_source ? context_.target : context_.source;
    if (code.kind == Kind::kCharacter &&
        (!is_shared_sign(code.form) || there.text().find(code.form) != std::string_view::npos)) {
      return;
    }
    const bool is_shown = !code.span.empty();
    // What the file begins is told of where it begins.
    if (!is_shown && code.kind == Kind::kEndTag) return;
    Finding finding(kind_of(code, of_source));
    (of_source ? finding.source : finding.target) =
        is_shown ? code.span : marked_by(code, of_source ? source_ : target_, here);
    const std::string_view written = is_shown ? code.span.in(here.document->text) : code.form;
    if (of_source && is_shown) finding.suggestion = std::string(written);
    findings_.push_back(std::move(finding.with("tag", written)));
  }

  /// The text that a code which is not shown applies to: up to its end, or all.
  static Span marked_by(const InlineCode& code, const std::vector<InlineCode>& codes,
                        const pair::Passage& passage) {
    for (const InlineCode& end : codes) {
      const bool closes = code.kind == Kind::kTag && end.kind == Kind::kEndTag &&
                          end.pair == code.pair && end.span.begin > code.span.end;
      if (closes) return {code.span.end, end.span.begin};
    }
    return passage.span;
  }

  /// Programs give the first argument to the first placeholder without a number.
  void check_order() {
    const auto unnumbered = [](const InlineCode& code) { return code.kind != Kind::kUnnumbered; };
    std::vector<InlineCode> there = target_;
    std::vector<InlineCode> here = source_;
    std::erase_if(there, unnumbered);
    std::erase_if(here, unnumbered);
    for (std::size_t i = 0; i < std::min(here.size(), there.size()); ++i) {
      if (here[i].form == there[i].form) continue;
      Finding finding(kind(kKinds, "tags/order"));
      finding.source = here[i].span;
      finding.target = there[i].span;
      findings_.push_back(
          std::move(finding.with("tag", there[i].form).with("expected", here[i].form)));
      return;
    }
  }

  /// What the file does not let change places.
  void check_kept_order() {
    using Order = SegmentCode::Order;
    const auto place = [&](const InlineCode& code) {
      return std::ranges::find_if(target_, [&](const InlineCode& other) {
        return other.id == code.id && other.kind == code.kind;
      });
    };
    const InlineCode* before = nullptr;
    for (const InlineCode& code : source_) {
      if (code.order == Order::kFree || code.id.empty()) continue;
      const InlineCode* const first = std::exchange(before, &code);
      if (code.order != Order::kFollows || first == nullptr || place(code) >= place(*first))
        continue;
      Finding finding(kind(kKinds, "tags/kept-order"));
      finding.source = context_.source.span;
      finding.target = context_.target.span;
      findings_.push_back(
          std::move(finding.with("tag", shown(code)).with("expected", shown(*first))));
      return;
    }
  }

  [[nodiscard]] std::string_view shown(const InlineCode& code) const {
    return code.span.empty() ? std::string_view(code.form)
                             : code.span.in(context_.source.document->text);
  }

  /// The first tag that closes what is not open, or that nothing closes.
  static const InlineCode* wrongly_nested(const std::vector<InlineCode>& codes) {
    std::vector<const InlineCode*> open;
    for (const InlineCode& code : codes) {
      if (opens(code)) open.push_back(&code);
      if (code.kind != Kind::kEndTag) continue;
      if (open.empty() || element_of(*open.back()) != element_of(code)) return &code;
      open.pop_back();
    }
    return open.empty() ? nullptr : open.front();
  }

  void check_nesting() {
    if (wrongly_nested(source_) != nullptr) return;
    const InlineCode* const wrong = wrongly_nested(target_);
    if (wrong == nullptr) return;
    Finding finding(kind(kKinds, "tags/nesting"));
    const bool is_shown = !wrong->span.empty();
    finding.target = is_shown ? wrong->span : context_.target.span;
    findings_.push_back(std::move(finding.with(
        "tag", is_shown ? wrong->span.in(context_.target.document->text) : wrong->form)));
  }

  const BeadContext& context_;
  std::vector<InlineCode> source_;
  std::vector<InlineCode> target_;
  bool as_sets_;
  std::vector<Finding>& findings_;
};

/// Two messages of ICU's.
class MessageComparison {
 public:
  MessageComparison(const BeadContext& context, std::vector<Finding>& findings)
      : context_(context),
        source_(parse_message(context.source.text())),
        target_(parse_message(context.target.text())),
        findings_(findings) {}

  /// False where the source is no message, whatever it looks like.
  bool run() {
    if (source_.fault != Message::Fault::kNone) return false;
    if (target_.fault == Message::Fault::kSyntax) {
      report(kind(kKinds, "tags/message-broken"));
      return true;
    }
    if (target_.fault == Message::Fault::kNoOther) {
      report(kind(kKinds, "tags/message-other")).with("argument", target_.fault_argument);
      return true;
    }
    for (const MessageArgument& argument : source_.arguments) check(argument);
    for (const MessageArgument& argument : target_.arguments) {
      const bool told = target_.argument(argument.name) != &argument;
      if (!told && source_.argument(argument.name) == nullptr) {
        report(kind(kKinds, "tags/added")).with("tag", "{" + argument.name + "}");
      }
    }
    return true;
  }

 private:
  Finding& report(const FindingKind& what) {
    Finding& finding = findings_.emplace_back(what);
    finding.source = context_.source.span;
    finding.target = context_.target.span;
    return finding;
  }

  void check(const MessageArgument& argument) {
    if (source_.argument(argument.name) != &argument) return;  // looked at before
    const MessageArgument* const other = target_.argument(argument.name);
    if (other == nullptr) {
      report(kind(kKinds, "tags/lost")).with("tag", "{" + argument.name + "}");
    } else if (argument.type.empty()) {
      return;  // the target may choose among texts by it, or format it
    } else if (other->type != argument.type) {
      report(kind(kKinds, "tags/message-type"))
          .with("argument", argument.name)
          .with("expected", argument.type)
          .with("found", other->type);
    } else if (argument.type == "select") {
      check_branches(argument, *other);
    } else if (argument.type == "plural" || argument.type == "selectordinal") {
      check_plural(argument, *other);
    }
  }

  void check_branches(const MessageArgument& argument, const MessageArgument& other) {
    for (const std::string& keyword : argument.keywords) {
      if (std::ranges::find(other.keywords, keyword) != other.keywords.end()) continue;
      report(kind(kKinds, "tags/message-branch"))
          .with("argument", argument.name)
          .with("keyword", keyword);
    }
    for (const std::string& keyword : other.keywords) {
      if (std::ranges::find(argument.keywords, keyword) != argument.keywords.end()) continue;
      report(kind(kKinds, "tags/message-keyword"))
          .with("argument", argument.name)
          .with("keyword", keyword);
    }
  }

  /// Chinese has `other` alone, English `one` and, of ordinals, `two` and `few`; what counts is
  /// that the keywords are CLDR's.
  void check_plural(const MessageArgument& argument, const MessageArgument& other) {
    constexpr std::array<std::string_view, 6> kCategories = {"zero", "one",  "two",
                                                             "few",  "many", "other"};
    for (const std::string& keyword : other.keywords) {
      if (keyword.starts_with('=') ||
          std::ranges::find(kCategories, keyword) != kCategories.end()) {
        continue;
      }
      report(kind(kKinds, "tags/message-keyword"))
          .with("argument", argument.name)
          .with("keyword", keyword);
    }
    for (const std::string& keyword : argument.keywords) {
      const bool exact = keyword.starts_with('=');
      const bool needed = exact || (keyword == "one" && is_english(context_.target));
      if (needed && std::ranges::find(other.keywords, keyword) == other.keywords.end()) {
        report(kind(kKinds, "tags/message-branch"))
            .with("argument", argument.name)
            .with("keyword", keyword);
      }
    }
    if (argument.has_number && !other.has_number) {
      report(kind(kKinds, "tags/message-number")).with("argument", argument.name);
    }
  }

  static bool is_english(const pair::Passage& passage) {
    return passage.language == Language::kEnglish;
  }

  const BeadContext& context_;
  Message source_;
  Message target_;
  std::vector<Finding>& findings_;
};

void check_tags(const BeadContext& context, std::vector<Finding>& findings) {
  // A plural may be made of "{n} files" in either direction.
  const bool message =
      includes(context.resources.placeholders, PlaceholderStyle::kIcu) &&
      (looks_like_message(context.source.text()) || looks_like_message(context.target.text()));
  const bool compared = message && MessageComparison(context, findings).run();
  Comparison(context, compared, findings).run();
  for (const MisspeltIdentifier& misspelt : misspelt_identifiers(context)) {
    const std::string_view expected = misspelt.source.in(context.source.document->text);
    Finding finding(kind(kKinds, "tags/changed"));
    finding.source = misspelt.source;
    finding.target = misspelt.target;
    finding.suggestion = std::string(expected);
    findings.push_back(
        std::move(finding.with("tag", misspelt.target.in(context.target.document->text))
                      .with("expected", expected)));
  }
}

constexpr std::array kExamples = {
    Example{"Hello, {name}!", "你好！", "tags/lost"},
    Example{"See www.example.org/a for details.", "详情见网站。", "tags/address-lost"},
    Example{"你好！", "Hello, {name}!", "tags/added"},
    Example{"Run setup --role=server first.", "请先运行setup --role=服务器。", "tags/changed"},
    Example{"Hello, {name}!", "你好，{user}！", "tags/changed"},
    Example{"Raise lease.timeout to 60.", "将lease.timout提高到60。", "tags/changed"},
    Example{"See www.example.org/a for details.", "详情见www.example.org/b。",
            "tags/address-changed"},
    Example{"%s has %d files.", "%d个文件属于%s。", "tags/order"},
    Example{"Click <b>here</b> now.", "现在点击</b>这里<b>。", "tags/nesting"},
    Example{"{n, plural, one {# file} other {# files}}", "{n, plural, 其他 {#个文件}}",
            "tags/message-other"},
    Example{"{n, plural, one {# file} other {# files}}", "{n, plural, other {#个文件}",
            "tags/message-broken"},
    Example{"There are new files.", "{n, plural, other {有#个新文件}}", "tags/added"},
    Example{"There are {n} new files.", "{n, plural, other {有#个新文件}}"},
    Example{"Click <b>here</b> now.", "现在点击<b>这里</b>。"},
    Example{"%s has %d files.", "%2$d个文件属于%1$s。"},
    Example{"{n, plural, one {# file} other {# files}}", "{n, plural, other {#个文件}}"},
};

}  // namespace

extern const Rule kTagsRule = {
    .id = "tags",
    .concern = Concern::kForm,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_tags,
};

}  // namespace duizhao::check
