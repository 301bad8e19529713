#include "cli/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "commands/temporary_folder.h"

namespace duizhao::tests {
namespace {

void replace(int descriptor, const std::string& path, int flags) {
  const int opened = ::open(path.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) std::_Exit(126);
  ::close(opened);
}

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const How& how,
                                 const std::string& in, const std::string& out,
                                 const std::string& err) {
  replace(STDIN_FILENO, in, O_RDONLY);
  if (how.closed_output) {
    int ends[2];
    if (::pipe(ends) != 0 || ::dup2(ends[1], STDOUT_FILENO) < 0) std::_Exit(126);
    ::close(ends[0]);
    ::close(ends[1]);
  } else {
    replace(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
  }
  replace(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
  for (const std::string& variable : how.environment) ::putenv(const_cast<char*>(variable.c_str()));
  std::vector<char*> words = {const_cast<char*>(DUIZHAO_PROGRAM)};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  std::_Exit(127);
}

}  // namespace

Ended run_duizhao(const std::vector<std::string>& arguments, const How& how) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", how.input);
  const std::string out = how.out_file.empty() ? folder.path("out") : how.out_file;
  const std::string err = folder.path("err");
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) become_program(arguments, how, in, out, err);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  Ended ended;
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (how.out_file.empty() && !how.closed_output) ended.out = content_of(out);
  ended.err = content_of(err);
  return ended;
}

}  // namespace duizhao::tests
