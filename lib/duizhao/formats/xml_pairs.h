#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/input.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// Makes pairs out of the elements of one XML format.
class UnitHandler : public XmlHandler {
 public:
  /// For the line of a unit and for faults; called before anything is parsed.
  void attach(XmlParser& parser) { parser_ = &parser; }

  /// Pairs that are complete and wait to be read.
  [[nodiscard]] std::deque<BilingualPair>& pairs() { return pairs_; }

  /// Why a document that was read to its end is not what it should be; empty if it is.
  [[nodiscard]] virtual std::string complaint() const = 0;

  /// See BilingualReader.
  [[nodiscard]] virtual std::string notice() const { return {}; }

 protected:
  [[nodiscard]] XmlParser& parser() { return *parser_; }

  /// Adds the texts within the codes of a pair, first with first, as pairs of their own: "7/sub1".
  void add_inner_pairs(std::vector<std::string> source, std::vector<std::string> target,
                       std::size_t line, const std::string& id);

 private:
  XmlParser* parser_ = nullptr;
  std::deque<BilingualPair> pairs_;
};

/// Where the text that is being handled stands, if places are asked for and it may be written anew.
[[nodiscard]] std::optional<Span> place_of_text(const XmlParser& parser, bool wanted);

/// Where a target stands between its tags; of an empty element the end tag has no place of its own.
[[nodiscard]] TargetPlace place_of_content(Span start_tag, Span end_tag,
                                           std::vector<TextPiece> pieces);

/// Reads the pairs of a bilingual XML file, block by block.
class XmlPairReader : public BilingualReader {
 public:
  XmlPairReader(Input input, std::unique_ptr<UnitHandler> handler, const std::string& encoding)
      : input_(std::move(input)),
        handler_(std::move(handler)),
        parser_(*handler_, input_.name(), encoding) {
    handler_->attach(parser_);
  }

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;
  [[nodiscard]] std::string notice() const override { return handler_->notice(); }

 private:
  void advance();  ///< parses the next block

  Input input_;
  std::unique_ptr<UnitHandler> handler_;
  XmlParser parser_;
  bool at_end_ = false;
  std::optional<Error> error_;  ///< handed out after the pairs that came before it
};

}  // namespace duizhao::formats
