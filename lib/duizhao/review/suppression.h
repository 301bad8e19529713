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
/// (a baseline). Both go by the content of a finding, so they hold wherever the sentences move to,
/// and no longer once the text changes.
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

/// What identifies a finding by its content: a hash of its rule, its evidence, and the sentences of
/// both sides that hold it. Spaces don't count.
[[nodiscard]] std::uint64_t content_key(const Finding& finding, std::string_view source_context,
                                        const Document& source, std::string_view target_context,
                                        const Document& target);

/// 16 hexadecimal digits, and back; none where the text is no key.
[[nodiscard]] std::string key_text(std::uint64_t key);
[[nodiscard]] std::optional<std::uint64_t> key_in(std::string_view text);

}  // namespace duizhao
