#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "duizhao/check/rule.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/report/json_writer.h"
#include "duizhao/report/rule_list.h"
#include "duizhao/review/suppression.h"
#include "duizhao/text/ascii.h"

namespace duizhao::report {
namespace {

/// SARIF 2.1.0, 3.27.10.
std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::kCritical:
    case Severity::kMajor:
      return "error";
    case Severity::kMinor:
      return "warning";
    case Severity::kNeutral:
      break;
  }
  return "note";
}

/// A path as a URI (RFC 3986): an absolute one is of the scheme file.
std::string uri_of(const std::string& path) {
  const std::string shown = std::filesystem::path(path).generic_string();
  std::string uri(shown.starts_with('/') ? "file://" : "");
  for (const char c : shown) {
    const bool plain = text::is_ascii_letter(c) || text::is_ascii_digit(c) ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

class SarifReport : public FindingsReport {
 public:
  explicit SarifReport(const FindingsOptions& options) : words_(options.language), json_(results_) {
    json_.begin_array();
    std::size_t index = 0;
    for (const check::Rule* rule : check::rules()) index_[rule->id] = index++;
  }

  void add(std::string&, const Review& review, const ReviewOrigin& origin) override {
    for (const FindingRow& row : finding_rows(review, origin, words_.language())) result(row);
  }

  Result<void> finish(std::string& out, const Score& score) override {
    json_.end_array();
    JsonWriter json(out);
    json.begin_object();
    json.key("$schema").value(
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json");
    json.key("version").value("2.1.0");
    json.key("runs");
    json.begin_array();
    json.begin_object();
    tool(json);
    json.line_break();
    json.key("columnKind").value("unicodeCodePoints");
    json.key("properties");
    json.begin_object();
    json.key("passed").value(score.passed);
    json.key("penalty").value(score.penalty);
    json.key("quality");
    score.quality ? json.value(*score.quality) : json.null();
    json.end_object();
    json.line_break();
    json.key("results");
    out += results_;
    json.end_object();
    json.end_array();
    json.end_object();
    out += '\n';
    return {};
  }

 private:
  void tool(JsonWriter& json) const {
    json.key("tool");
    json.begin_object();
    json.key("driver");
    json.begin_object();
    json.key("name").value("duizhao");
    json.key("version").value(DUIZHAO_VERSION);
    json.key("language").value(words_.language() == Language::kChinese ? "zh" : "en");
    json.key("rules");
    json.begin_array();
    for (const check::Rule* rule : check::rules()) {
      json.line_break();
      describe(json, *rule);
    }
    json.end_array();
    json.end_object();
    json.end_object();
  }

  void describe(JsonWriter& json, const check::Rule& rule) const {
    const auto text = [&](std::string_view name, std::string_view said) {
      json.key(name);
      json.begin_object();
      json.key("text").value(said);
      json.end_object();
    };
    std::string help;
    append_rule(help, rule, words_.language());
    Severity gravest = Severity::kNeutral;
    for (const FindingKind& kind : rule.kinds) gravest = std::max(gravest, kind.severity);
    json.begin_object();
    json.key("id").value(rule.id);
    json.key("name").value(words_.rule_name(rule.id));
    text("shortDescription", words_("rule/" + std::string(rule.id)));
    text("fullDescription", words_("rule/" + std::string(rule.id)));
    json.key("help");
    json.begin_object();
    json.key("text").value(help);
    json.key("markdown").value(fmt::format("```text\n{}```\n", help));
    json.end_object();
    json.key("defaultConfiguration");
    json.begin_object();
    json.key("enabled").value(rule.on);
    json.key("level").value(level_of(gravest));
    json.end_object();
    json.end_object();
  }

  void result(const FindingRow& row) {
    json_.line_break();
    json_.begin_object();
    json_.key("ruleId").value(row.rule);
    if (const auto known = index_.find(row.rule); known != index_.end()) {
      json_.key("ruleIndex").value(known->second);
    }
    json_.key("level").value(level_of(row.severity));
    json_.key("rank").value(100 * row.confidence);
    json_.key("message");
    message(row.suggestion
                ? row.message + words_("sarif/suggestion", {{"suggestion", *row.suggestion}})
                : row.message);
    json_.key("locations");
    json_.begin_array();
    location(row.target, row.id, nullptr);
    json_.end_array();
    if (!row.pair) {
      const std::string_view name = words_("page/source");
      json_.key("relatedLocations");
      json_.begin_array();
      location(row.source, row.id, &name);
      json_.end_array();
    }
    json_.key("partialFingerprints");
    json_.begin_object();
    json_.key("duizhao/v1").value(key_text(row.key));
    json_.end_object();
    json_.key("properties");
    properties(row);
    json_.end_object();
  }

  void message(std::string_view said) {
    json_.begin_object();
    json_.key("text").value(said);
    json_.end_object();
  }

  void location(const RowSide& side, const std::string& id, const std::string_view* said) {
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    json_.key("uri").value(uri_of(side.file));
    json_.end_object();
    json_.key("region");
    json_.begin_object();
    // What is about the whole text is at its first line: viewers show nothing without a line.
    json_.key("startLine").value(std::max<std::size_t>(side.line, 1));
    if (side.column > 0) {
      json_.key("startColumn").value(side.column);
      json_.key("endLine").value(side.end_line);
      json_.key("endColumn").value(side.end_column);
    }
    if (side.evidence && !side.evidence->empty()) {
      json_.key("snippet");
      message(side.evidence->in(side.passage));
    }
    json_.end_object();
    json_.end_object();
    if (!id.empty()) {
      json_.key("logicalLocations");
      json_.begin_array();
      json_.begin_object();
      json_.key("name").value(id);
      json_.end_object();
      json_.end_array();
    }
    if (said != nullptr) {
      json_.key("id").value(1);
      json_.key("message");
      message(*said);
    }
    json_.end_object();
  }

  void properties(const FindingRow& row) {
    json_.begin_object();
    json_.key("code").value(row.code);
    json_.key("category").value(name_of(row.category));
    json_.key("severity").value(name_of(row.severity));
    json_.key("confidence").value(row.confidence);
    json_.key("source").value(row.source.passage);
    json_.key("target").value(row.target.passage);
    if (row.suggestion) json_.key("suggestion").value(*row.suggestion);
    if (!row.target.time.empty()) json_.key("time").value(row.target.time);
    json_.end_object();
  }

  Words words_;
  std::string results_;
  JsonWriter json_;
  std::map<std::string_view, std::size_t> index_;  ///< of rules among the tool's
};

}  // namespace

std::unique_ptr<FindingsReport> make_sarif_report(const FindingsOptions& options) {
  return std::make_unique<SarifReport>(options);
}

}  // namespace duizhao::report
