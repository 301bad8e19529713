#include "duizhao/formats/glossary_tbx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "duizhao/formats/glossary_values.h"
#include "duizhao/formats/language_match.h"
#include "duizhao/formats/xml.h"
#include "duizhao/formats/xml_text.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

// The names of TBX 3, of TBX 2 and MARTIF, and of MultiTerm's own XML.
bool is_entry(std::string_view name) {
  return name == "conceptEntry" || name == "termEntry" || name == "conceptGrp";
}

/// Of a tag (zh-CN, eng), or of a language's English name, as older tools write it: "Chinese
/// (Taiwan)", "English_US".
Language language_of(std::string_view tag) {
  const Language tagged = language_of_tag(tag);
  if (tagged != Language::kUnknown) return tagged;
  const std::string name = text::ascii_lowered(tag);
  if (name.starts_with("chinese")) return Language::kChinese;
  if (name.starts_with("english")) return Language::kEnglish;
  return Language::kUnknown;
}

/// What a tag says beyond the language; nothing of "zh", "zho" and "Chinese".
std::string locale_of(std::string_view tag) {
  const std::size_t primary = tag.find_first_of("-_");
  // Three-letter codes and names are no BCP 47 that others would understand.
  return primary == 2 ? std::string(tag) : std::string();
}

bool is_native_code(std::string_view name) {
  constexpr std::array<std::string_view, 7> kCode = {"bpt", "ept", "it", "ph", "ut", "sc", "ec"};
  return std::ranges::find(kCode, name) != kCode.end();
}

TermStatus status_of(std::string_view value, TermStatus fallback) {
  if (value.starts_with("preferred")) return TermStatus::kPreferred;
  if (value.starts_with("admitted") || value.starts_with("legal") ||
      value.starts_with("regulated")) {
    return TermStatus::kAdmitted;
  }
  if (value.starts_with("superseded") || value == "obsolete") return TermStatus::kDeprecated;
  // What ISO 30042 calls deprecated is not to be used at all.
  if (value.starts_with("deprecated") || value == "forbidden" || value == "notRecommended") {
    return TermStatus::kForbidden;
  }
  return fallback;
}

/// ISO 30042 has no data category for it; the private ones of term bases are called alike.
constexpr std::string_view kCaseCategory = "x-caseSensitivity";
/// Where an entry's own id is no id of XML.
constexpr std::string_view kIdCategory = "x-id";

bool is_case_category(std::string_view category) {
  std::string name = text::ascii_lowered(category);
  if (name.starts_with("x-")) name.erase(0, 2);
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return name == "casesensitivity" || name == "casesensitive" || name == "casesense";
}

class TbxHandler : public XmlHandler {
 public:
  explicit TbxHandler(std::string file) : file_(std::move(file)) {}
  void attach(XmlParser& parser) { parser_ = &parser; }

  void start(const XmlElement& element) override {
    const std::string_view name = name_in_tbx(element.name());
    if (name == "tbx" || name == "martif" || name == "mtf") is_terminology_ = true;
    if (name == "mtf") is_multiterm_ = true;
    // Markup within a value is part of it, but for codes of the format that it was made from.
    if (code_depth_ > 0 || is_native_code(name)) {
      ++code_depth_;
      return;
    }
    if (name == "hi" || name == "foreign") return;
    value_.clear();
    if (is_entry(name)) {
      entry_ = {};
      entry_.id = element.attribute("id");
      entry_.provenance = file_ + ":" + std::to_string(parser_->line());
      in_entry_ = true;
    } else if (name == "langSec" || name == "langSet" || name == "language") {
      std::string_view tag = element.attribute("lang");
      // MultiTerm: <language type="English" lang="EN"/>
      if (tag.empty()) tag = element.attribute("type");
      language_ = language_of(tag);
      locale_ = locale_of(tag);
      note_language(tag);
      first_of_language_ = true;
    } else if (is_term_group(name)) {
      term_ = {};
      in_term_ = true;
    }
    // Style "attributes" names the data category in @type, style "tags" in the element's name.
    category_ = element.attribute("type");
    if (category_.empty()) category_ = name;
    category_.front() = text::ascii_lower(category_.front());  // MultiTerm: Definition
  }

  void end(std::string_view name) override {
    name = name_in_tbx(name);
    if (code_depth_ > 0) {
      --code_depth_;
      return;
    }
    if (!in_entry_ || name == "hi" || name == "foreign") return;
    const std::string value(text::trimmed(value_));
    if (name == "term") {
      term_.text = value;
    } else if (is_term_group(name)) {
      finish_term();
    } else if (is_entry(name)) {
      if (!entry_.terms.empty()) entries_.push_back(std::move(entry_));
      in_entry_ = false;
    } else if (!value.empty()) {
      note_category(name, value);
    }
    value_.clear();
  }

  void text(std::string_view text) override {
    if (code_depth_ == 0) value_ += text;
  }

  [[nodiscard]] bool is_terminology() const { return is_terminology_; }
  /// Languages of a file that has none of ours, for the complaint.
  [[nodiscard]] const std::vector<std::string>& other_languages() const { return others_; }
  [[nodiscard]] std::vector<TermEntry> take_entries() { return std::move(entries_); }

 private:
  /// The name in TBX 3 of an element of the TBX-Min before it, whose root is <TBX>.
  std::string_view name_in_tbx(std::string_view name) {
    if (name == "TBX") is_minimal_ = true;
    if (!is_minimal_) return name;
    if (name == "TBX") return "tbx";
    if (name == "entry") return "conceptEntry";
    if (name == "langGroup") return "langSec";
    if (name == "termGroup") return "termSec";
    return name == "termStatus" ? "administrativeStatus" : name;
  }

  /// MARTIF has a termGrp within the ntig, and says more of the term behind it.
  [[nodiscard]] bool is_term_group(std::string_view name) const {
    return name == "termSec" || name == "tig" || name == "ntig" ||
           (is_multiterm_ && name == "termGrp");
  }

  void note_language(std::string_view tag) {
    constexpr std::size_t kLanguagesToName = 8;
    if (language_ != Language::kUnknown || others_.size() == kLanguagesToName) return;
    if (std::ranges::find(others_, tag) == others_.end()) others_.emplace_back(tag);
  }

  void note_category(std::string_view name, const std::string& value) {
    if (category_ == "administrativeStatus" || category_ == "normativeAuthorization") {
      status_ = status_of(value, TermStatus::kPreferred);
      has_status_ = true;
    } else if (is_case_category(category_)) {
      if (const auto letter_case = term_case_named(value)) entry_.letter_case = *letter_case;
    } else if (category_ == kIdCategory) {
      entry_.id = value;
    } else if (category_ == "partOfSpeech") {
      term_.part_of_speech = value;
    } else if (category_ == "subjectField") {
      entry_.domain = value;
    } else if (category_ == "definition") {
      entry_.definition = value;
    } else if (category_ == "source" && !in_term_) {
      entry_.provenance = value;
    } else if (name == "note") {
      std::string& note = in_term_ ? term_.note : entry_.note;
      note += (note.empty() ? "" : "; ") + value;
    }
  }

  void finish_term() {
    in_term_ = false;
    if (language_ != Language::kUnknown && !term_.text.empty()) {
      term_.language = language_;
      term_.locale = locale_;
      // Without a status the first term of a language is the preferred one.
      term_.status = has_status_          ? status_
                     : first_of_language_ ? TermStatus::kPreferred
                                          : TermStatus::kAdmitted;
      entry_.terms.push_back(term_);
      first_of_language_ = false;
    }
    has_status_ = false;
  }

  std::string file_;
  XmlParser* parser_ = nullptr;
  std::vector<TermEntry> entries_;
  TermEntry entry_;
  Term term_;
  bool is_minimal_ = false;  ///< TBX-Min as it was before TBX 3
  TermStatus status_ = TermStatus::kPreferred;
  Language language_ = Language::kUnknown;
  std::string locale_;
  std::vector<std::string> others_;  ///< languages that are left out
  std::string category_;
  std::string value_;
  int code_depth_ = 0;
  bool is_terminology_ = false;
  bool is_multiterm_ = false;
  bool in_entry_ = false;
  bool in_term_ = false;
  bool has_status_ = false;
  bool first_of_language_ = false;
};

constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Written by duizhao</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
)";
constexpr std::string_view kTail = "</body></text>\n</tbx>\n";

/// Whether XML takes this as an id: no number, no blank.
bool is_xml_id(std::string_view id) {
  return !id.empty() && (text::is_ascii_letter(id.front()) || id.front() == '_') &&
         std::ranges::all_of(id, [](char c) {
           return text::is_ascii_letter_or_digit(c) || c == '_' || c == '-' || c == '.';
         });
}

/// A part of speech as TBX-Basic lists it; "other" for what it does not.
std::string_view listed_part_of_speech(std::string_view name) {
  struct Known {
    std::string_view listed;
    std::initializer_list<std::string_view> names;
  };
  static const Known known_parts[] = {
      {"noun", {"noun", "n", "n.", "名词", "名詞", "名"}},
      {"verb", {"verb", "v", "v.", "vt.", "vi.", "动词", "動詞", "动", "動"}},
      {"adjective", {"adjective", "adj", "adj.", "a.", "形容词", "形容詞"}},
      {"adverb", {"adverb", "adv", "adv.", "副词", "副詞"}},
      {"properNoun", {"propernoun", "proper noun", "专名", "專名", "专有名词", "專有名詞"}}};
  if (name.empty()) return {};
  const std::string lowered = text::ascii_lowered(name);
  for (const Known& known : known_parts) {
    if (std::ranges::find(known.names, lowered) != known.names.end()) return known.listed;
  }
  return "other";
}

std::string_view name_of(TermStatus status) {
  switch (status) {
    case TermStatus::kPreferred:
      return "preferredTerm-admn-sts";
    case TermStatus::kAdmitted:
      return "admittedTerm-admn-sts";
    case TermStatus::kDeprecated:
      return "supersededTerm-admn-sts";
    case TermStatus::kForbidden:
      return "deprecatedTerm-admn-sts";
  }
  return {};
}

class TbxWriter {
 public:
  std::string write(const std::vector<TermEntry>& entries) {
    out_ = kHead;
    for (std::size_t e = 0; e < entries.size(); ++e) write_entry(entries[e], e);
    out_ += kTail;
    return std::move(out_);
  }

 private:
  void element(std::string_view name, std::string_view type, std::string_view value) {
    if (value.empty()) return;
    out_.append("<").append(name);
    if (!type.empty()) out_.append(" type=\"").append(type).append("\"");
    out_ += '>';
    append_xml_text(out_, value);
    out_.append("</").append(name).append(">");
  }

  void write_entry(const TermEntry& entry, std::size_t number) {
    const bool has_name = is_xml_id(entry.id);
    out_ += "<conceptEntry id=\"";
    out_ += has_name ? entry.id : "c" + std::to_string(number + 1);
    out_ += "\">";
    element("descrip", "subjectField", entry.domain);
    element("descrip", "definition", entry.definition);
    element("admin", "source", entry.provenance);
    if (!has_name) element("admin", kIdCategory, entry.id);
    element("admin", kCaseCategory, formats::name_of(entry.letter_case));
    element("note", "", entry.note);
    std::vector<std::string> tags;
    for (const Term& term : entry.terms) {
      const std::string tag = tag_of(term);
      if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
    }
    for (const std::string& tag : tags) {
      out_.append("\n<langSec xml:lang=\"").append(tag).append("\">");
      for (const Term& term : entry.terms) {
        if (tag_of(term) == tag) write_term(term);
      }
      out_ += "</langSec>";
    }
    out_ += "\n</conceptEntry>\n";
  }

  static std::string tag_of(const Term& term) {
    if (!term.locale.empty()) return term.locale;
    return term.language == Language::kChinese ? "zh" : "en";
  }

  void write_term(const Term& term) {
    out_ += "<termSec><term>";
    append_xml_text(out_, term.text);
    out_ += "</term>";
    element("termNote", "administrativeStatus", name_of(term.status));
    const std::string_view listed = listed_part_of_speech(term.part_of_speech);
    element("termNote", "partOfSpeech", listed);
    if (listed == "other") element("note", "", term.part_of_speech);
    element("note", "", term.note);
    out_ += "</termSec>";
  }

  std::string out_;
};

}  // namespace

Result<std::vector<TermEntry>> read_tbx(std::string_view bytes, const std::string& file) {
  TbxHandler handler(file);
  XmlParser parser(handler, file, "");
  handler.attach(parser);
  if (auto parsed = parser.parse(bytes, true); !parsed) {
    return tl::unexpected<Error>(parsed.error());
  }
  if (!handler.is_terminology()) {
    return failure(ErrorCode::kMalformed,
                   "this XML is no terminology: its root is neither tbx nor martif nor mtf",
                   {file, 1, 0});
  }
  auto entries = handler.take_entries();
  if (entries.empty() && !handler.other_languages().empty()) {
    return failure(ErrorCode::kMalformed,
                   fmt::format("no term is Chinese or English; the languages are: {}",
                               fmt::join(handler.other_languages(), ", ")),
                   {file});
  }
  return entries;
}

std::string write_tbx(const std::vector<TermEntry>& entries) { return TbxWriter().write(entries); }

}  // namespace duizhao::formats
