#include "duizhao/formats/ts_reader.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "duizhao/formats/language_match.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

class TsHandler : public UnitHandler {
 public:
  explicit TsHandler(const BilingualOptions& options) : asked_(options.target_language) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (!in_ts_) {
      in_ts_ = true;
      if (name != "TS") {
        parser().fail(fmt::format("this is no file of Qt's: its root element is '{}'", name));
        return;
      }
      const std::string_view language = element.attribute("language");
      if (asked_.empty() && is_other_language(language)) {
        parser().fail(
            fmt::format("its translations are in '{}': one version must be Chinese and "
                        "the other English (--target-lang overrules what it says)",
                        language));
      }
    } else if (name == "message") {
      line_ = parser().line();
      id_ = element.attribute("id");
      source_.clear();
      targets_.clear();
      left_out_ = false;
      ++number_;
    } else if (name == "context") {
      context_.clear();
      number_ = 0;
    } else if (name == "translation") {
      const std::string_view type = element.attribute("type");
      left_out_ = type == "obsolete" || type == "vanished";
      unfinished_ += type == "unfinished" ? 1U : 0U;
      text_.clear();
    } else if (name == "byte") {
      text_ += ' ';  // a character that XML can't hold
    } else if (name != "lengthvariant") {
      text_.clear();
    }
  }

  void end(std::string_view name) override {
    const std::string said(text::trimmed(text_));
    if (name == "name") {
      context_ = said;
    } else if (name == "source") {
      source_ = said;
    } else if (name == "numerusform" || (name == "translation" && targets_.empty())) {
      targets_.push_back(said);
    } else if (name == "message") {
      finish();
    }
    if (name != "byte" && name != "lengthvariant") text_.clear();
  }

  void text(std::string_view text) override {
    for (const char c : text) text_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }

  [[nodiscard]] std::string complaint() const override {
    return in_ts_ ? std::string() : "this file of Qt's is empty";
  }

  [[nodiscard]] std::string notice() const override {
    return unfinished_ == 0 ? std::string()
                            : fmt::format("{} entries are marked as unfinished", unfinished_);
  }

 private:
  void finish() {
    if (left_out_ || source_.empty()) return;
    const std::string own = id_.empty() ? std::to_string(number_) : id_;
    const std::string id = context_.empty() ? own : context_ + "/" + own;
    if (targets_.empty()) targets_.emplace_back();
    for (std::size_t form = 0; form < targets_.size(); ++form) {
      pairs().push_back({source_, targets_[form], line_,
                         targets_.size() > 1 ? fmt::format("{}/{}", id, form) : id});
    }
  }

  std::string asked_;  ///< the language of the target that the user says
  std::string context_;
  std::size_t number_ = 0;  ///< of the message in its context, from 1
  std::string id_;
  std::size_t line_ = 0;
  std::string text_;
  std::string source_;
  std::vector<std::string> targets_;
  bool in_ts_ = false;
  bool left_out_ = false;
  std::size_t unfinished_ = 0;
};

}  // namespace

std::unique_ptr<UnitHandler> make_ts_handler(const BilingualOptions& options) {
  return std::make_unique<TsHandler>(options);
}

}  // namespace duizhao::formats
