#pragma once

#include <string>
#include <string_view>

namespace duizhao::cli {

/// Text for troff: nothing in it is taken for a request or an escape, and what is to be typed keeps
/// its ASCII dashes and quotes.
[[nodiscard]] std::string roff_escaped(std::string_view text);

/// The same for running text, which troff may break at Chinese marks between Latin words too.
[[nodiscard]] std::string roff_prose(std::string_view text);

/// Adds a text of the help to a manual page, in which it is laid out anew:
///
///     A paragraph, whose lines
///     belong together.
///
///     heading
///       tag   what belongs to it, which
///             goes on here
///
///     examples
///       duizhao …      what is typed stands as it is
///
/// `heading_macro` is .SH or .SS.
void append_roff(std::string& out, std::string_view text, std::string_view heading_macro);

}  // namespace duizhao::cli
