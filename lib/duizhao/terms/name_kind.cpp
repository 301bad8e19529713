#include "duizhao/terms/name_kind.h"

#include <algorithm>
#include <string>

#include "duizhao/names/sound.h"
#include "duizhao/names/surnames.h"
#include "duizhao/terms/person_name.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

using names::NameKind;

/// Whether the words of a term, but for small ones of two or three letters, begin with a capital, a
/// digit or a letter beyond ASCII.
bool is_capitalised(std::string_view english) {
  bool any = false;
  while (!english.empty()) {
    const std::size_t end = std::min(english.find(' '), english.size());
    const std::string_view word = english.substr(0, end);
    english.remove_prefix(std::min(end + 1, english.size()));
    if (word.empty()) continue;
    if (!text::is_ascii_lower(word.front())) {
      any = any || !text::is_ascii_digit(word.front());
    } else if (word.size() > 3) {
      return false;
    }
  }
  return any;
}

NameKind kind_of(const model::NameKinds& kinds) {
  const bool place = kinds.place || kinds.country;
  if (place + kinds.person + kinds.body != 1) return NameKind::kNone;
  return place ? NameKind::kPlace : kinds.person ? NameKind::kPerson : NameKind::kOrganisation;
}

/// A foreign person, whose surname sounds: 里奥斯 of 何塞·里奥斯.
bool is_foreign_person(std::string_view english, std::string_view chinese) {
  constexpr double kSoundsLike = 0.45;
  const PersonName person = person_name(english, chinese);
  return !person.chinese_surname.empty() &&
         names::find_sound(person.surname, names::SoundedText(person.chinese_surname)).share() >=
             kSoundsLike;
}

}  // namespace

NameKind name_kind(std::string_view english, std::string_view chinese,
                   const model::NameStore* names) {
  if (!is_capitalised(english)) return NameKind::kNone;
  std::string folded = text::folded_han(chinese);
  const bool titled = folded.starts_with("《") && folded.ends_with("》");
  if (titled) {
    constexpr std::size_t kMark = std::string_view("《").size();
    folded = folded.substr(kMark, folded.size() - 2 * kMark);
  } else if (names != nullptr) {
    const auto known = names->find(folded);
    if (known && !known->ordinary) {
      const std::string key = model::name_key(english);
      const bool rendered = std::ranges::any_of(known->english, [&](std::string_view rendering) {
        return model::name_key(rendering) == key;
      });
      const NameKind kind = rendered ? kind_of(known->kinds) : NameKind::kNone;
      if (kind != NameKind::kNone) return kind;
    }
  }
  if (const names::NameHead* head = names::head_of(folded)) {
    if (names::has_head(english, *head)) return head->kind;
  }
  if (titled) return NameKind::kWork;
  const bool chinese_person = names::may_be_person(folded) && english.find(' ') != english.npos &&
                              names::match_person(english, folded) == names::PersonMatch::kFull;
  if (chinese_person || is_foreign_person(english, chinese)) return NameKind::kPerson;
  return NameKind::kNone;
}

}  // namespace duizhao::terms
