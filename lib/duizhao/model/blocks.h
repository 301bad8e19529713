#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace duizhao::model {

/// How a long computation is run: on how many threads, and how it talks to its caller meanwhile.
struct Running {
  unsigned threads = 1;
  /// Called now and then, from one thread, with the share done, in [0,1].
  std::function<void(double)> progress;
  /// Asked now and then, from any thread: true ends the computation early, its result is then of no
  /// use. Once true it stays true.
  std::function<bool()> stopped;

  [[nodiscard]] bool is_stopped() const { return stopped && stopped(); }
};

/// Calls work(worker, first, last) for consecutive blocks [first, last) that make up [0, size),
/// from `running.threads` threads at once; `worker` counts the threads from 0. Which worker gets
/// which block is chance, so a result must not depend on it.
template <typename Work>
void for_blocks(std::size_t size, const Running& running, const Work& work) {
  constexpr std::size_t kBlock = 4096;
  const std::size_t blocks = (size + kBlock - 1) / kBlock;
  std::atomic<std::size_t> next{0};
  const auto take_blocks = [&](std::size_t worker) {
    for (std::size_t b = next++; b < blocks && !running.is_stopped(); b = next++) {
      work(worker, b * kBlock, std::min(size, (b + 1) * kBlock));
      if (worker == 0 && running.progress) {
        running.progress(static_cast<double>(b + 1) / static_cast<double>(blocks));
      }
    }
  };
  std::vector<std::jthread> helpers;
  for (std::size_t w = 1; w < running.threads && w < blocks; ++w) {
    helpers.emplace_back(take_blocks, w);
  }
  take_blocks(0);
}

}  // namespace duizhao::model
