#include "sandbox.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "commands/temporary_folder.h"

using duizhao::cli::enter_sandbox;
using duizhao::cli::SandboxGaps;
using duizhao::tests::TemporaryFolder;

namespace {

/// Whether `deed` is done in a sandbox with these outputs; a sandbox is for good, so a child of
/// this process goes into it.
bool done_inside(const std::vector<std::string>& outputs, const std::function<bool()>& deed) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    (void)enter_sandbox(outputs);
    ::_exit(deed() ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 0;
}

/// Whether the kernel confines; where it does not, the tests say so and pass.
bool confines(bool SandboxGaps::*what) {
  const bool there = done_inside({}, [&] { return !(enter_sandbox({}).*what); });
  if (!there) MESSAGE("skipped: this kernel has no such sandbox");
  return there;
}

bool makes(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return false;
  ::close(file);
  return true;
}

bool reads(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY);
  if (file < 0) return false;
  ::close(file);
  return true;
}

}  // namespace

TEST_CASE("sandbox: a file is written and gets its name in the folder of the output alone") {
  if (!confines(&SandboxGaps::files)) return;
  const TemporaryFolder inside;
  const TemporaryFolder outside;
  const std::string theirs = outside.write("theirs", "kept");
  const std::vector<std::string> outputs = {inside.path("out.html")};
  CHECK(done_inside(outputs, [&] {
    return makes(inside.path(".out")) &&
           std::rename(inside.path(".out").c_str(), inside.path("out.html").c_str()) == 0;
  }));
  CHECK_FALSE(done_inside(outputs, [&] { return makes(outside.path("new")); }));
  CHECK_FALSE(done_inside(outputs, [&] { return makes(theirs); }));
  CHECK_FALSE(done_inside(outputs, [&] { return ::unlink(theirs.c_str()) == 0; }));
  CHECK_FALSE(done_inside(
      outputs, [&] { return std::rename(theirs.c_str(), inside.path("mine").c_str()) == 0; }));
  CHECK(done_inside(outputs, [&] { return reads(theirs); }));
}

TEST_CASE("sandbox: an output may be a folder, one that is not there yet, or a device") {
  if (!confines(&SandboxGaps::files)) return;
  const TemporaryFolder folder;
  CHECK(done_inside({folder.path("")}, [&] { return makes(folder.path("a")); }));
  CHECK(done_inside({folder.path("new/deep")}, [&] {
    return ::mkdir(folder.path("new").c_str(), 0700) == 0 &&
           ::mkdir(folder.path("new/deep").c_str(), 0700) == 0 && makes(folder.path("new/deep/a"));
  }));
  CHECK(done_inside({"/dev/null"}, [] { return makes("/dev/null"); }));
  CHECK_FALSE(done_inside({"", "-"}, [&] { return makes(folder.path("b")); }));
}

TEST_CASE("sandbox: no program is started") {
  if (!confines(&SandboxGaps::files)) return;
  CHECK_FALSE(done_inside({}, [] {
    ::execl("/bin/true", "true", nullptr);
    return false;
  }));
}

TEST_CASE("sandbox: no socket is opened") {
  if (!confines(&SandboxGaps::network)) return;
  for (const int family : {AF_INET, AF_INET6, AF_UNIX}) {
    CHECK_FALSE(done_inside({}, [&] { return ::socket(family, SOCK_STREAM, 0) >= 0; }));
    CHECK_FALSE(done_inside({}, [&] { return ::socket(family, SOCK_DGRAM, 0) >= 0; }));
  }
}

TEST_CASE("sandbox: what the kernel lacks is told") {
  CHECK(SandboxGaps{}.text().empty());
  CHECK(SandboxGaps{true, false}.text() == "this kernel has no Landlock: writing is not confined");
  CHECK(SandboxGaps{true, true}.text() == "this kernel confines neither writing nor the network");
}
