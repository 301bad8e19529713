#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace duizhao {

/// What kind of thing went wrong; the program's exit status follows from it.
enum class ErrorCode : std::uint8_t {
  kUsage,       ///< the call asks for something that is not offered (exit status 2)
  kUnreadable,  ///< a file cannot be opened, read or written (3)
  kMalformed,   ///< the content of an input is not what its format promises (3)
};

/// A place in an input. `line` and `column` count from 1; 0 means unknown. Columns count code
/// points, as editors do.
struct Where {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// A fault of the input, as a value. The message says what is wrong and, where there is one, the
/// cure; it starts in lower case and ends without a full stop.
struct Error {
  ErrorCode code = ErrorCode::kMalformed;
  std::string message;
  Where where;
};

/// `file:line:column: error: message`, leaving out the parts that are unknown.
[[nodiscard]] std::string to_string(const Error& error);

/// What a function returns whose input may be at fault. Exceptions are for bugs and exhausted
/// memory only.
template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string message,
                                                   Where where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace duizhao
