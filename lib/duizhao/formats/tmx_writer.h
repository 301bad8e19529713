#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duizhao::formats {

/// Writes a translation memory (TMX 1.4b) unit by unit, for OmegaT and other CAT tools.
///
///     TmxWriter writer(out, "en", "zh-CN");
///     writer.add("Exports rose.", "出口增长。", {{"confidence", "0.98"}});
///     writer.finish();
class TmxWriter {
 public:
  /// Properties of a unit: type, without the "x-" that TMX asks for, and value.
  using Properties = std::vector<std::pair<std::string_view, std::string>>;

  /// Appends to `out`, which must outlive the writer. The tags are those of BCP 47.
  TmxWriter(std::string& out, std::string_view source_tag, std::string_view target_tag);

  /// Both texts are valid UTF-8. Characters that XML does not allow become U+FFFD. `id`: of the
  /// unit, or empty.
  void add(std::string_view source, std::string_view target, const Properties& properties = {},
           std::string_view id = {});

  /// Completes the document; nothing may be added afterwards.
  void finish();

 private:
  void add_variant(std::string_view tag, std::string_view text);

  std::string& out_;
  std::string source_tag_;
  std::string target_tag_;
};

}  // namespace duizhao::formats
