#include "interruption.h"

#include <atomic>

namespace duizhao::cli {
namespace {

std::atomic<int> noted{0};
static_assert(std::atomic<int>::is_always_lock_free, "signal handlers may not wait");

void note(int signal) { noted.store(signal); }

}  // namespace

Interruption::Interruption() {
  noted.store(0);
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, &before_int_);
  ::sigaction(SIGTERM, &action, &before_term_);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &before_int_, nullptr);
  ::sigaction(SIGTERM, &before_term_, nullptr);
}

int Interruption::signal() { return noted.load(); }

}  // namespace duizhao::cli
