#include "duizhao/batch/ordered_pipeline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <vector>

namespace duizhao::batch {
namespace {

/// Hands out 0, 1, … below `end`.
auto numbers(int end) {
  return [next = 0, end]() mutable -> std::optional<int> {
    return next < end ? std::optional(next++) : std::nullopt;
  };
}

/// A place where threads wait for one another, but not for ever.
class Meeting {
 public:
  explicit Meeting(int size) : size_(size) {}

  bool wait() {
    std::unique_lock lock(mutex_);
    if (++here_ == size_) all_here_.notify_all();
    return all_here_.wait_for(lock, std::chrono::seconds(20), [&] { return here_ >= size_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable all_here_;
  int size_;
  int here_ = 0;
};

TEST_CASE("pipeline: as many items are worked on at once as there are threads") {
  for (const int threads : {2, 5}) {
    Meeting meeting(threads);
    std::atomic<int> met = 0;
    ordered_pipeline(
        static_cast<std::size_t>(threads), numbers(threads),
        [&](int) {
          met += meeting.wait() ? 1 : 0;
          return 0;
        },
        [](int) { return true; });
    CHECK(met == threads);
  }
}

TEST_CASE("pipeline: what is done last is written first where it was read first") {
  Meeting both(2);
  std::vector<int> written;
  ordered_pipeline(
      2, numbers(9),
      [&](int number) {
        // The first item ends only when the second one has begun.
        if (number < 2) both.wait();
        return number;
      },
      [&](int number) {
        written.push_back(number);
        return true;
      });
  CHECK(written == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8});
}

TEST_CASE("pipeline: only a few items a thread are under way") {
  for (const std::size_t threads : {1, 3}) {
    int read = 0;
    int written = 0;
    int most = 0;
    ordered_pipeline(
        threads,
        [&]() -> std::optional<int> {
          most = std::max(most, ++read - written);
          return read < 500 ? std::optional(read) : std::nullopt;
        },
        [](int number) { return number; },
        [&](int) {
          ++written;
          return true;
        });
    CHECK(written == 499);
    CHECK(most <= 4 * int(threads) + 1);
  }
}

TEST_CASE("pipeline: an exception comes out at the place of its item, and work ends") {
  for (const std::size_t threads : {1, 3}) {
    int written = 0;
    CHECK_THROWS_AS(ordered_pipeline(
                        threads, numbers(100),
                        [](int number) {
                          if (number == 40) throw std::runtime_error("forty");
                          return number;
                        },
                        [&](int) {
                          ++written;
                          return true;
                        }),
                    std::runtime_error);
    CHECK(written == 40);
  }
}

TEST_CASE("pipeline: it ends where nothing more can be written") {
  int written = 0;
  ordered_pipeline(
      4, numbers(1000), [](int number) { return number; }, [&](int) { return ++written < 10; });
  CHECK(written == 10);
}

}  // namespace
}  // namespace duizhao::batch
