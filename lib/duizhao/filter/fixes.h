#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/text/script.h"

namespace duizhao::filter {

/// What can be mended without asking: the meaning is the same before and after.
enum class Fix : std::uint8_t {
  kInvisible,  ///< characters that nobody sees: zero-width spaces, marks of direction, controls
  kSpacing,    ///< blanks at the ends, several in a row, between Han characters and their marks
  kWidth,      ///< Ｈ２０ is H20; marks of the other language's width beside its letters
  kScript,     ///< Chinese in the script that is wanted
  kSides,      ///< English where the Chinese should be, and the other way round
};
inline constexpr std::size_t kFixes = 5;
using FixSet = std::bitset<kFixes>;

/// "invisible", "spacing", "width", "script", "sides".
[[nodiscard]] std::string_view name_of(Fix fix);
[[nodiscard]] std::optional<Fix> fix_named(std::string_view name);

/// Mends pairs. Safe to share between threads.
class Fixer {
 public:
  /// `script` is what Fix::kScript converts to. Fails where OpenCC's dictionaries are missing.
  [[nodiscard]] static Result<Fixer> create(FixSet fixes, Script script);

  /// Returns what was mended. `source` and `target` are the languages of the columns.
  FixSet apply(formats::BilingualPair& pair, Language source, Language target) const;

 private:
  explicit Fixer(FixSet fixes) : fixes_(fixes) {}
  [[nodiscard]] bool has(Fix fix) const { return fixes_[static_cast<std::size_t>(fix)]; }
  void fix_side(std::string& text, Language language, FixSet& done) const;

  FixSet fixes_;
  Script script_ = Script::kUnknown;
  std::optional<text::Converter> converter_;
};

/// The single fixes: the text mended.
[[nodiscard]] std::string without_invisible(std::string_view text);
[[nodiscard]] std::string with_even_spacing(std::string_view text, Language language);
[[nodiscard]] std::string with_usual_width(std::string_view text, Language language);

}  // namespace duizhao::filter
