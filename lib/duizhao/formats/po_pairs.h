#pragma once

#include <optional>
#include <string>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"

namespace duizhao::formats {

/// Reads the messages of a PO or POT file (gettext manual, "The Format of PO Files"), message by
/// message; the id is the context or the first place in the source. Of plural forms, the singular
/// goes with the first and the plural with the last. The header and obsolete entries ("#~") are
/// left out. A message that breaks the format is passed over and counted.
///
/// No libgettextpo: it reads whole files by their paths only, and ends the program on an error.
class PoPairReader : public BilingualReader {
 public:
  PoPairReader(LineReader lines, const BilingualOptions& options)
      : lines_(std::move(lines)), places_(options.places) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;
  [[nodiscard]] std::string notice() const override;

 private:
  struct PoMessage {
    std::string context;
    std::string reference;
    std::string id;
    std::string plural;
    std::string first;  ///< msgstr, msgstr[0]
    std::string last;   ///< the last msgstr[n]
    std::optional<TargetPlace> first_place;
    std::optional<TargetPlace> last_place;
    bool has_id = false;
    bool has_plural = false;
    bool broken = false;
    bool fuzzy = false;  ///< is marked so: an older or a guessed translation
    std::size_t line = 0;
  };

  /// Reads a line into the message; false where it begins the next one.
  bool take(std::string_view line, std::size_t line_begin);
  /// Reads a quoted string that stands at `begin` into the field; false where it is none.
  bool take_string(std::string_view quoted, std::size_t begin);
  void emit(PoMessage& message, BilingualPair& pair);

  LineReader lines_;
  bool places_ = false;  ///< are asked for
  PoMessage message_;
  std::string* field_ = nullptr;  ///< that a line of text continues
  std::string kept_;              ///< the first line of the next message
  std::size_t kept_begin_ = 0;
  bool keeps_ = false;
  bool ended_ = false;
  std::size_t fuzzy_ = 0;                ///< such entries so far
  std::optional<BilingualPair> plural_;  ///< to be handed out next
};

}  // namespace duizhao::formats
