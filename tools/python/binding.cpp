// What the Python module needs of the library: a Checker, whose answers are the program's JSON
// (duizhao/report/json.h), of which duizhao/__init__.py makes dataclasses. Nothing here holds
// Python's lock while it works.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "duizhao/batch/pair_stream.h"
#include "duizhao/batch/review_pairs.h"
#include "duizhao/check/rule.h"
#include "duizhao/report/json.h"
#include "duizhao/review/checker.h"
#include "duizhao/text/utf8.h"

namespace py = pybind11;

namespace {

using duizhao::Error;
using duizhao::Language;
using duizhao::Result;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// An Error on its way to Python.
struct Fault {
  Error error;
};

template <typename T>
T value_of(Result<T> result) {
  if (!result) throw Fault{result.error()};
  return std::move(*result);
}

Language language_of(const std::string& name) {
  if (name == "zh") return Language::kChinese;
  if (name == "en") return Language::kEnglish;
  return Language::kUnknown;
}

Language other(Language language) {
  if (language == Language::kUnknown) return language;
  return duizhao::other_language(language);
}

/// The pairs of a list, for what settles their languages.
class ListReader final : public duizhao::formats::BilingualReader {
 public:
  explicit ListReader(const Pairs& pairs) : pairs_(pairs) {}
  [[nodiscard]] Result<bool> next(duizhao::formats::BilingualPair& pair) override {
    if (next_ == pairs_.size()) return false;
    pair.source = pairs_[next_].first;
    pair.target = pairs_[next_].second;
    pair.line = ++next_;
    return true;
  }

 private:
  const Pairs& pairs_;
  std::size_t next_ = 0;
};

duizhao::DocumentPair documents_of(std::string source, std::string target,
                                   const std::string& source_language, bool line_sentences) {
  duizhao::ReadOptions options;
  options.line_sentences = line_sentences;
  options.language = language_of(source_language);
  auto first = value_of(duizhao::document_of(std::move(source), "<source>", options));
  options.language = other(options.language);
  auto second = value_of(duizhao::document_of(std::move(target), "<target>", options));
  if (source_language.empty() && first.language == second.language) {
    duizhao::tell_apart(first, second);
  }
  if (auto settled =
          duizhao::settle_languages(first.language, second.language, first.name, second.name);
      !settled) {
    throw Fault{settled.error()};
  }
  return {std::move(first), std::move(second)};
}

class Checker {
 public:
  explicit Checker(const duizhao::CheckerOptions& options)
      : checker_(value_of(duizhao::Checker::open(options))) {}

  /// A line of JSON for each pair, in order; `first` is the number of the first.
  [[nodiscard]] std::vector<std::string> review_pairs(const Pairs& pairs, std::uint64_t first,
                                                      const std::string& source_language,
                                                      const std::string& language) const {
    std::vector<duizhao::batch::NumberedPair> chunk;
    chunk.reserve(pairs.size());
    for (const auto& [source, target] : pairs) {
      for (const std::string* text : {&source, &target}) {
        if (const auto invalid = duizhao::text::first_invalid(*text)) {
          throw Fault{{duizhao::ErrorCode::kMalformed,
                       "not valid UTF-8 at byte " + std::to_string(*invalid),
                       {"pair " + std::to_string(first), 0, 0}}};
        }
      }
      const std::uint64_t number = first++;
      chunk.push_back({{source, target, static_cast<std::size_t>(number) + 1, {}}, number});
    }
    const Language source = language_of(source_language);
    std::vector<std::string> lines;
    lines.reserve(pairs.size());
    for (const auto& reviewed :
         duizhao::batch::review_chunk(std::move(chunk), source, other(source), "pair", checker_)) {
      duizhao::report::append_pair_line(lines.emplace_back(),
                                        {reviewed.pair.number, reviewed.pair.texts.line, {}},
                                        reviewed.review, language_of(language));
    }
    return lines;
  }

  [[nodiscard]] std::string review(std::string source, std::string target,
                                   const std::string& source_language, bool line_sentences,
                                   const std::string& language) const {
    return written(
        documents_of(std::move(source), std::move(target), source_language, line_sentences),
        language);
  }

  [[nodiscard]] std::string review_files(const std::string& source, const std::string& target,
                                         const std::string& source_language, bool line_sentences,
                                         const std::string& language) const {
    duizhao::ReadOptions first;
    first.line_sentences = line_sentences;
    first.language = language_of(source_language);
    duizhao::ReadOptions second = first;
    second.language = other(first.language);
    return written(value_of(duizhao::read_documents(source, first, target, second)), language);
  }

  [[nodiscard]] std::string align(std::string source, std::string target,
                                  const std::string& source_language, bool line_sentences) const {
    const auto documents =
        documents_of(std::move(source), std::move(target), source_language, line_sentences);
    const auto alignment = value_of(checker_.align(documents.source, documents.target));
    std::string lines;
    duizhao::report::append_alignment_jsonl(lines, documents.source, documents.target, alignment);
    return lines;
  }

  [[nodiscard]] const std::vector<std::string>& warnings() const { return checker_.warnings(); }

 private:
  [[nodiscard]] std::string written(duizhao::DocumentPair documents,
                                    const std::string& language) const {
    const auto review =
        value_of(checker_.review(std::move(documents.source), std::move(documents.target)));
    std::string json;
    duizhao::report::append_json(json, review, language_of(language));
    return json;
  }

  duizhao::Checker checker_;
};

duizhao::TermEntry entry_of(const std::pair<std::string, std::string>& term) {
  duizhao::TermEntry entry;
  for (const std::string& text : {term.first, term.second}) {
    bool chinese = false;
    for (const char c : text) chinese = chinese || static_cast<unsigned char>(c) >= 0xE3;
    entry.terms.push_back({text, chinese ? Language::kChinese : Language::kEnglish});
  }
  entry.provenance = "terms";
  return entry;
}

/// "zh" or "en": what most of the sources are in.
std::string source_language_of(const Pairs& pairs) {
  ListReader reader(pairs);
  duizhao::batch::PairStream stream(reader, "pairs");
  if (auto settled = stream.settle_languages(Language::kUnknown, Language::kUnknown); !settled) {
    throw Fault{settled.error()};
  }
  return stream.source() == Language::kChinese ? "zh" : "en";
}

}  // namespace

PYBIND11_MODULE(_duizhao, module) {
  static py::object raise;
  raise = py::none();
  module.def("raise_by", [](py::object function) { raise = std::move(function); });
  // The Python side makes an exception of the error's parts.
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Fault& fault) {
      const Error& error = fault.error;
      try {
        raise(static_cast<int>(error.code), error.message, error.where.file, error.where.line,
              error.where.column);
      } catch (py::error_already_set& raised) {
        raised.restore();
      }
    }
  });

  module.def("rules", [] {
    std::vector<std::string> names;
    for (const duizhao::check::Rule* rule : duizhao::check::rules()) names.emplace_back(rule->id);
    return names;
  });
  module.def("source_language_of", &source_language_of, py::call_guard<py::gil_scoped_release>());
  py::class_<Checker>(module, "Checker")
      .def(py::init([](std::string model, std::vector<std::string> glossaries, const Pairs& terms,
                       std::string profile, std::vector<std::string> off,
                       std::vector<std::string> only, std::vector<std::string> suppressions,
                       std::string baseline) {
        const py::gil_scoped_release unlocked;
        duizhao::CheckerOptions options;
        options.model = std::move(model);
        options.glossaries = std::move(glossaries);
        for (const auto& term : terms) options.terms.push_back(entry_of(term));
        options.profile = std::move(profile);
        options.off = std::move(off);
        options.only = std::move(only);
        options.suppressions = std::move(suppressions);
        options.baseline = std::move(baseline);
        return std::make_unique<Checker>(options);
      }))
      .def("review_pairs", &Checker::review_pairs, py::call_guard<py::gil_scoped_release>())
      .def("review", &Checker::review, py::call_guard<py::gil_scoped_release>())
      .def("review_files", &Checker::review_files, py::call_guard<py::gil_scoped_release>())
      .def("align", &Checker::align, py::call_guard<py::gil_scoped_release>())
      .def("warnings", &Checker::warnings);
}
