#include "sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>

// Of later versions of Landlock than the headers of the oldest system we build on.
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kWritingFile = LANDLOCK_ACCESS_FS_WRITE_FILE;
constexpr std::uint64_t kWritingFolder = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                         LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                         LANDLOCK_ACCESS_FS_REMOVE_DIR;
/// What no command needs anywhere.
constexpr std::uint64_t kNever = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                 LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                 LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

/// The existing file or folder that has to be open to writing for an output to be written.
fs::path place_of(const std::string& output) {
  std::error_code none;
  fs::path path = fs::weakly_canonical(fs::absolute(output, none), none);
  if (fs::is_directory(path, none)) return path;
  if (fs::exists(path, none) && !fs::is_regular_file(path, none)) return path;
  do {
    path = path.parent_path();
  } while (!fs::is_directory(path, none) && path.has_relative_path());
  return path;
}

class Landlock {
 public:
  Landlock() {
    const auto version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return;
    if (version >= 2) folder_ |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) file_ |= LANDLOCK_ACCESS_FS_TRUNCATE;
    // The first members are all that is set; a kernel takes the shorter form of older headers.
    const landlock_ruleset_attr attributes{.handled_access_fs = file_ | folder_ | kNever};
    rules_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes,
                                        sizeof(attributes.handled_access_fs), 0));
  }
  Landlock(const Landlock&) = delete;
  Landlock& operator=(const Landlock&) = delete;
  ~Landlock() {
    if (rules_ >= 0) ::close(rules_);
  }

  /// Opens a place to writing. Where that fails, the place stays closed: the output says so later.
  void open_to_writing(const fs::path& place) {
    const int descriptor = ::open(place.c_str(), O_PATH | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status {};
    const bool folder = ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    const landlock_path_beneath_attr rule{.allowed_access = folder ? file_ | folder_ : file_,
                                          .parent_fd = descriptor};
    ::syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(descriptor);
  }

  [[nodiscard]] bool enforce() const {
    return rules_ >= 0 && ::syscall(SYS_landlock_restrict_self, rules_, 0) == 0;
  }

 private:
  std::uint64_t file_ = kWritingFile;
  std::uint64_t folder_ = kWritingFolder;
  int rules_ = -1;
};

/// Landlock knows TCP alone, so the kernel is asked to refuse sockets of any kind, and the ring by
/// which they could be had without a call.
bool refuse_sockets() {
#if defined(__x86_64__)
  constexpr std::uint32_t kProcessor = AUDIT_ARCH_X86_64;
  constexpr std::uint32_t kFirstForeign = 0x40000000;  // calls of the x32 interface
#elif defined(__aarch64__)
  constexpr std::uint32_t kProcessor = AUDIT_ARCH_AARCH64;
  constexpr std::uint32_t kFirstForeign = 0xffffffff;
#else
  return false;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
  constexpr std::uint32_t kRefused = SECCOMP_RET_ERRNO | EACCES;
  std::array<sock_filter, 9> program = {{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kProcessor, 0, 6),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kFirstForeign, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, kRefused),
  }};
  const sock_fprog filter{.len = static_cast<unsigned short>(program.size()),
                          .filter = program.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#endif
}

}  // namespace

std::string SandboxGaps::text() const {
  if (files && network) return "this kernel confines neither writing nor the network";
  if (files) return "this kernel has no Landlock: writing is not confined";
  if (network) return "this kernel has no seccomp filter: the network is not shut";
  return "";
}

SandboxGaps enter_sandbox(const std::vector<std::string>& outputs) {
  // Neither Landlock nor seccomp is given to a process that could gain rights by a program.
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {true, true};
  Landlock landlock;
  for (const std::string& output : outputs) {
    if (!output.empty() && output != "-") landlock.open_to_writing(place_of(output));
  }
  SandboxGaps gaps;
  gaps.files = !landlock.enforce();
  gaps.network = !refuse_sockets();
  return gaps;
}

}  // namespace duizhao::cli
