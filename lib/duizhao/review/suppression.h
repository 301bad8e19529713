#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/core/finding.h"

namespace duizhao {

/// A finding that somebody has judged to be no error.
struct Suppression {
  std::uint64_t key = 0;  ///< Finding::key
  std::string rule;
  std::string author;
  std::string reason;
  std::string excerpt;  ///< of the text, for human readers; compares with nothing
};

/// The findings that are not to be told again: suppressions, and the findings of an earlier run
/// (a baseline). Both go by the content of a finding, so they hold wherever the sentences move to
/// and whatever else is mended in them, and no longer once what the finding is about changes.
class Suppressions {
 public:
  /// Reads lines of tab-separated key, rule, author, reason and excerpt; the last three may be
  /// missing. `#` begins a comment line. A malformed key is an error with its line.
  [[nodiscard]] static Result<Suppressions> read(std::string_view text, const std::string& file);

  /// Takes the keys out of an earlier run's JSON or JSON lines.
  void add_baseline(std::string_view json);

  void add(Suppression suppression);
  void add(const Suppressions& more);

  /// Removes what is suppressed; returns how many findings that were.
  std::size_t apply(std::vector<Finding>& findings) const;

  [[nodiscard]] bool contains(std::uint64_t key) const { return by_key_.contains(key); }
  [[nodiscard]] std::size_t size() const { return by_key_.size(); }
  /// The lines that `read` understands, by key.
  [[nodiscard]] std::string text() const;

 private:
  std::map<std::uint64_t, Suppression> by_key_;
};

/// A finding's passage: what its bead holds of each version; empty where it concerns the whole.
struct FindingPlace {
  const Document& source;
  const Document& target;
  Span source_passage;
  Span target_passage;
};

/// What identifies a finding by its content: a hash of its rule and code, of its evidence, and of
/// the few words around that; of its arguments where it has no evidence. So it outlives whatever
/// else is changed in the sentence, and not a change of what it is about. Spaces don't count.
[[nodiscard]] std::uint64_t content_key(const Finding& finding, const FindingPlace& place);

/// The key that earlier versions gave the finding, which went by the whole sentences of both sides:
/// lists of suppressions that people have keep their use.
[[nodiscard]] std::uint64_t sentence_key(const Finding& finding, const FindingPlace& place);

/// 16 hexadecimal digits, and back; none where the text is no key.
[[nodiscard]] std::string key_text(std::uint64_t key);
[[nodiscard]] std::optional<std::uint64_t> key_in(std::string_view text);

}  // namespace duizhao
