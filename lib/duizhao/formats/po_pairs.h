#pragma once

#include <optional>
#include <string>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"

namespace duizhao::formats {

/// Reads the messages of a PO or POT file (gettext manual, "The Format of PO Files"), entry by
/// entry; the id is the context or the first place in the source. Of plural forms, the singular
/// goes with the first and the plural with the last. The header and obsolete entries ("#~") are
/// left out. An entry that breaks the format is passed over and counted.
///
/// No libgettextpo: it reads whole files by their paths only, and ends the program on an error.
class PoPairReader : public BilingualReader {
 public:
  explicit PoPairReader(LineReader lines) : lines_(std::move(lines)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;

 private:
  struct Entry {
    std::string context;
    std::string reference;
    std::string id;
    std::string plural;
    std::string first;  ///< msgstr, msgstr[0]
    std::string last;   ///< the last msgstr[n]
    bool has_id = false;
    bool has_plural = false;
    bool broken = false;
    std::size_t line = 0;
  };

  /// Reads a line into the entry; false where it begins the next one.
  bool take(std::string_view line);
  void emit(Entry& entry, BilingualPair& pair);

  LineReader lines_;
  Entry entry_;
  std::string* field_ = nullptr;  ///< that a line of text continues
  std::string kept_;              ///< the first line of the next entry
  bool keeps_ = false;
  bool ended_ = false;
  std::optional<BilingualPair> plural_;  ///< to be handed out next
};

}  // namespace duizhao::formats
