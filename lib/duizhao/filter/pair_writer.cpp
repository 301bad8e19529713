#include "duizhao/filter/pair_writer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "duizhao/formats/tmx_writer.h"

namespace duizhao::filter {
namespace {

using Json = nlohmann::ordered_json;
using formats::BilingualPair;

std::string figure(const std::optional<double>& value) {
  return value ? fmt::format("{:.4f}", *value) : std::string();
}

std::string fixes_of(const Judged& judged) {
  std::string names;
  for (std::size_t i = 0; i < kFixes; ++i) {
    if (!judged.fixed[i]) continue;
    if (!names.empty()) names += ',';
    names += name_of(static_cast<Fix>(i));
  }
  return names;
}

/// What is told of a judgement, by name.
std::vector<std::pair<std::string_view, std::string>> properties_of(const Judged& judged,
                                                                    Columns columns) {
  if (columns == Columns::kNone) return {};
  if (columns != Columns::kAnnotated) return {{"score", figure(judged.score())}};
  return {{"step", std::string(name_of(judged.step))},
          {"detail", judged.detail},
          {"match", figure(judged.match)},
          {"quality", figure(judged.quality)},
          {"fixed", fixes_of(judged)}};
}

class TsvWriter : public PairWriter {
 public:
  explicit TsvWriter(Columns columns) : columns_(columns) {}

  void begin(std::string& out, std::string_view header) override {
    if (header.empty()) return;
    if (columns_ != Columns::kScoreOnly) out += header;
    for (const auto& [name, value] : properties_of({}, columns_)) append_cell(out, name);
    out += '\n';
  }

  void add(std::string& out, const Judged& judged) override {
    if (columns_ != Columns::kScoreOnly) append_texts(out, judged);
    for (const auto& [name, value] : properties_of(judged, columns_)) append_cell(out, value);
    out += '\n';
  }

  void end(std::string& /*out*/) override {}

 private:
  void append_cell(std::string& out, std::string_view text) const {
    if (columns_ != Columns::kScoreOnly) out += '\t';
    append_plain(out, text);
  }

  /// Tabs and line ends would be more cells and lines.
  static void append_plain(std::string& out, std::string_view text) {
    for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }

  static void append_texts(std::string& out, const Judged& judged) {
    const BilingualPair& texts = judged.pair.texts;
    const auto& line = texts.file_line;
    if (!line || !line->source_member.empty()) {
      append_plain(out, texts.source);
      out += '\t';
      append_plain(out, texts.target);
      if (!texts.id.empty()) append_plain(out.append("\t"), texts.id);
      return;
    }
    if (judged.fixed.none()) {
      out += line->text;
      return;
    }
    const bool source_first = line->source.begin < line->target.begin;
    const Span first = source_first ? line->source : line->target;
    const Span second = source_first ? line->target : line->source;
    out.append(line->text, 0, first.begin);
    append_plain(out, source_first ? texts.source : texts.target);
    out.append(line->text, first.end, second.begin - first.end);
    append_plain(out, source_first ? texts.target : texts.source);
    out.append(line->text, second.end);
  }

  Columns columns_;
};

class JsonlWriter : public PairWriter {
 public:
  explicit JsonlWriter(Columns columns) : columns_(columns) {}

  void begin(std::string& /*out*/, std::string_view /*header*/) override {}

  void add(std::string& out, const Judged& judged) override {
    const BilingualPair& texts = judged.pair.texts;
    const auto& line = texts.file_line;
    const bool from_json = line && !line->source_member.empty();
    if (from_json && columns_ == Columns::kNone && judged.fixed.none()) {
      out += line->text;
      out += '\n';
      return;
    }
    Json json = from_json ? Json::parse(line->text) : Json::object();
    if (!from_json) {
      if (!texts.id.empty()) json["id"] = texts.id;
      json["source"] = texts.source;
      json["target"] = texts.target;
    } else if (judged.fixed.any()) {
      json[Json::json_pointer(line->source_member)] = texts.source;
      json[Json::json_pointer(line->target_member)] = texts.target;
    }
    add_judgement(json, judged);
    out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
  }

  void end(std::string& /*out*/) override {}

 private:
  void add_judgement(Json& json, const Judged& judged) const {
    if (columns_ == Columns::kNone) return;
    const auto number = [](const std::optional<double>& value) {
      return value ? Json(*value) : Json();
    };
    Json told;
    if (columns_ == Columns::kAnnotated) {
      told = {{"step", name_of(judged.step)},
              {"detail", judged.detail},
              {"match", number(judged.match)},
              {"quality", number(judged.quality)},
              {"fixed", fixes_of(judged)}};
    } else {
      told = judged.score();
    }
    // An array of two texts has no names.
    if (json.is_array()) {
      json.push_back(std::move(told));
    } else {
      json[columns_ == Columns::kAnnotated ? "filter" : "score"] = std::move(told);
    }
  }

  Columns columns_;
};

class MemoryWriter : public PairWriter {
 public:
  MemoryWriter(Columns columns, Language source) : columns_(columns), source_(source) {}

  void begin(std::string& out, std::string_view /*header*/) override {
    const bool english = source_ == Language::kEnglish;
    writer_.emplace(buffer_, english ? "en" : "zh", english ? "zh" : "en");
    move_to(out);
  }

  void add(std::string& out, const Judged& judged) override {
    const BilingualPair& texts = judged.pair.texts;
    auto properties = properties_of(judged, columns_);
    std::erase_if(properties, [](const auto& property) { return property.second.empty(); });
    writer_->add(texts.source, texts.target, properties, texts.id);
    move_to(out);
  }

  void end(std::string& out) override {
    writer_->finish();
    move_to(out);
  }

 private:
  void move_to(std::string& out) {
    out += buffer_;
    buffer_.clear();
  }

  Columns columns_;
  Language source_;
  std::string buffer_;
  std::optional<formats::TmxWriter> writer_;
};

}  // namespace

std::unique_ptr<PairWriter> make_pair_writer(std::string_view format, Columns columns,
                                             Language source) {
  if (format == "jsonl") return std::make_unique<JsonlWriter>(columns);
  if (format == "tmx") return std::make_unique<MemoryWriter>(columns, source);
  return std::make_unique<TsvWriter>(columns);
}

}  // namespace duizhao::filter
