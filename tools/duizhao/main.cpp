#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "fd_buffer.h"
#include "program.h"

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// The language of messages, by the locale (POSIX.1-2017, 8.2): Chinese where it is one of
/// Chinese, else English.
duizhao::Language language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = variable(name);
    if (locale.empty()) continue;
    return locale.starts_with("zh") ? duizhao::Language::kChinese : duizhao::Language::kEnglish;
  }
  return duizhao::Language::kEnglish;
}

/// Colours are wanted where the terminal has them and NO_COLOR (no-color.org) does not forbid them.
duizhao::cli::Terminal terminal() {
  duizhao::cli::Terminal terminal;
  terminal.shows_output =
      ::isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  terminal.shows_errors = ::isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb";
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  }
  // POSIX.1-2017, 8.3: what COLUMNS says goes before what the terminal does.
  constexpr int kNarrowest = 20;
  if (const int columns = std::atoi(variable("COLUMNS").data()); columns >= kNarrowest) {
    terminal.width = static_cast<std::size_t>(columns);
  }
  terminal.language = language();
  return terminal;
}

}  // namespace

int main(int argc, char** argv) {
  // A reader of a file that goes away is an error of a write like a full disk.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  // Who reads standard output has seen enough where he closes it (`| head`).
  duizhao::cli::FdBuffer buffer(STDOUT_FILENO, [] { ::_exit(duizhao::cli::kDone); });
  std::ostream out(&buffer);
  duizhao::cli::Streams streams{std::cin, out, std::cerr, terminal()};
  return duizhao::cli::run_program(arguments, streams);
}
