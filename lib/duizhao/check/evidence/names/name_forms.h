#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A name that stands on both sides of a bead: "Hsinlin" and 欣林.
struct NameForm {
  Span english;
  Span chinese;             ///< empty where nothing surely is the name
  std::string english_key;  ///< its letters in lower case; of a person the words in order of the
                            ///< alphabet, so that the surname may stand first or last
  std::string chinese_key;  ///< in simplified characters
  /// The capitalised words next to it, in lower case: two persons of one surname have others.
  std::vector<std::string> company;
};

/// The names of a bead and what surely stands for them: a rendering that is known; or, of a rare
/// one, Chinese that sounds like the English word, where the lexicon translates it so or it keeps
/// to the bounds of words and is explained by nothing else; or both are a Chinese person's full
/// name. Words that the Chinese leaves in Latin letters, but for those that it adds in brackets,
/// and what is an ordinary word are left out. `store` may be null: then no rendering is known.
[[nodiscard]] std::vector<NameForm> name_forms(const pair::Passage& english,
                                               std::span<const pair::LinkedWord> english_links,
                                               const pair::Passage& chinese,
                                               std::span<const pair::LinkedWord> chinese_links,
                                               const model::Lexicon& lexicon,
                                               const model::NameStore* store);

/// The name forms of passages, kept from one review of a text that is edited to the next, by what
/// the passages say: finding them is half the work of the rules that look at a whole text.
class KeptNameForms {
 public:
  /// Of what was kept, the last review's part stays.
  void begin_review() { earlier_ = std::exchange(now_, {}); }

  [[nodiscard]] std::vector<NameForm> of(const pair::Passage& english, const pair::Passage& chinese,
                                         const model::Lexicon& lexicon,
                                         const model::NameStore* store);

 private:
  struct Entry {
    std::vector<NameForm> forms;
    std::size_t english_begin = 0;  ///< of the passages, when they were found
    std::size_t chinese_begin = 0;
  };

  std::unordered_map<std::uint64_t, Entry> earlier_;
  std::unordered_map<std::uint64_t, Entry> now_;
};

/// The name forms of two passages of which the words are not linked yet.
[[nodiscard]] std::vector<NameForm> name_forms(const pair::Passage& english,
                                               const pair::Passage& chinese,
                                               const model::Lexicon& lexicon,
                                               const model::NameStore* store);

/// Whether a stretch of a Chinese passage has an ordinary word of several characters, wholly or in
/// part: 英国脱 is no transliteration of "Brexit".
[[nodiscard]] bool holds_ordinary_word(const pair::Passage& chinese, Span span,
                                       const model::Lexicon& lexicon);

/// Whether a passage in English has a word that may give a name form: spares the others the links.
[[nodiscard]] bool may_have_names(const pair::Passage& english, const model::Lexicon& lexicon,
                                  const model::NameStore* store);

}  // namespace duizhao::check
