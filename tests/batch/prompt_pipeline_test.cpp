#include "duizhao/batch/prompt_pipeline.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace duizhao::batch {
namespace {

/// Hands out 0, 1, … below `end`.
auto numbers(int end) {
  return [next = 0, end]() mutable -> std::optional<int> {
    return next < end ? std::optional(next++) : std::nullopt;
  };
}

TEST_CASE("prompt pipeline: an answer is written while the next question is waited for") {
  for (const std::size_t threads : {1, 3}) {
    std::mutex mutex;
    std::condition_variable answered;
    std::vector<int> answers;
    int asked = 0;
    bool prompt = true;
    prompt_pipeline(
        threads,
        [&]() -> std::optional<int> {
          std::unique_lock lock(mutex);
          // Every question but the first waits for the answer to the one before.
          prompt = prompt && answered.wait_for(lock, std::chrono::seconds(20), [&] {
            return answers.size() == std::size_t(asked);
          });
          return asked < 50 ? std::optional(asked++) : std::nullopt;
        },
        [](int number) { return number * number; },
        [&](int square) {
          const std::lock_guard lock(mutex);
          answers.push_back(square);
          answered.notify_one();
          return true;
        });
    CHECK(prompt);
    REQUIRE(answers.size() == 50);
    CHECK(answers.back() == 49 * 49);
  }
}

TEST_CASE("prompt pipeline: answers come in the order of the questions, however long they take") {
  std::vector<int> written;
  prompt_pipeline(
      4, numbers(200),
      [](int number) {
        if (number % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return number;
      },
      [&](int number) {
        written.push_back(number);
        return true;
      });
  REQUIRE(written.size() == 200);
  for (int i = 0; i < 200; ++i) CHECK(written[std::size_t(i)] == i);
}

TEST_CASE("prompt pipeline: it ends where nothing more can be written, and with an exception") {
  int written = 0;
  prompt_pipeline(
      3, numbers(1000), [](int number) { return number; }, [&](int) { return ++written < 10; });
  CHECK(written == 10);
  CHECK_THROWS_AS(prompt_pipeline(
                      3, numbers(1000),
                      [](int number) {
                        if (number == 40) throw std::runtime_error("forty");
                        return number;
                      },
                      [](int) { return true; }),
                  std::runtime_error);
}

}  // namespace
}  // namespace duizhao::batch
