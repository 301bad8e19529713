#pragma once

#include <string>
#include <string_view>

namespace duizhao::check {

// In what forms English running text may have a known rendering of a name.

/// The key of a rendering, but without the possessives within it, as a text's words have it:
/// "people daily".
[[nodiscard]] std::string running_key(std::string_view rendering);

/// The initials of its words with a capital, in small letters, without those of a country before
/// it: "ndrc" of "PRC National Development and Reform Commission".
[[nodiscard]] std::string initials_of(std::string_view rendering);

/// Whether a word's key has some of the letters of a rendering's, the first among them, in their
/// order: "pa" of Pennsylvania, "calif" of California.
[[nodiscard]] bool is_clipped_from(std::string_view clipped, std::string_view rendering);

/// Whether two keys are spelled alike, or one is derived from the other: Kavanaugh, Cavanaugh;
/// Scotland, Scotsman.
[[nodiscard]] bool spelled_alike(std::string_view a, std::string_view b);

}  // namespace duizhao::check
