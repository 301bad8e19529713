#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace duizhao::batch {

/// Reads items, works on them with several threads, and writes the results in the order of reading.
///
/// `read()` returns the next item or nullopt at the end, `write(result)` returns whether to go on;
/// both run on the calling thread. `work(item)` runs on any thread and must be safe to call from
/// several. At most a few items per thread are under way, so memory does not grow with their
/// number. An exception of `work` is thrown again here, at the place of its item.
template <typename Read, typename Work, typename Write>
void ordered_pipeline(std::size_t threads, Read read, Work work, Write write) {
  using Item = typename decltype(read())::value_type;
  using Product = decltype(work(std::declval<Item&>()));

  struct Job {
    Item item;
    std::optional<Product> product;
    std::exception_ptr fault;
    bool done = false;
  };

  if (threads <= 1) {
    while (std::optional<Item> item = read()) {
      if (!write(work(*item))) return;
    }
    return;
  }

  std::mutex mutex;
  std::condition_variable waiting_is_filled;
  std::condition_variable job_is_done;
  std::deque<Job*> waiting;
  std::deque<std::unique_ptr<Job>> under_way;  // in order; only this thread uses it
  bool closed = false;

  const auto labour = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      waiting_is_filled.wait(lock, [&] { return closed || !waiting.empty(); });
      if (waiting.empty()) return;
      Job& job = *waiting.front();
      waiting.pop_front();
      lock.unlock();
      try {
        job.product.emplace(work(job.item));
      } catch (...) {
        job.fault = std::current_exception();
      }
      lock.lock();
      job.done = true;
      job_is_done.notify_one();
    }
  };

  // Whichever way out is taken: `close` tells the threads to end, then they are joined, and only
  // then do the jobs go that they may still be working on.
  std::vector<std::jthread> labourers;
  struct Close {
    std::mutex& mutex;
    std::condition_variable& waiting_is_filled;
    std::deque<Job*>& waiting;
    bool& closed;
    ~Close() {
      const std::lock_guard lock(mutex);
      waiting.clear();
      closed = true;
      waiting_is_filled.notify_all();
    }
  } const close{mutex, waiting_is_filled, waiting, closed};
  for (std::size_t i = 0; i < threads; ++i) labourers.emplace_back(labour);

  bool more = true;
  while (more || !under_way.empty()) {
    if (more && under_way.size() < 4 * threads) {
      if (std::optional<Item> item = read()) {
        under_way.push_back(std::make_unique<Job>(Job{std::move(*item), {}, nullptr, false}));
        const std::lock_guard lock(mutex);
        waiting.push_back(under_way.back().get());
        waiting_is_filled.notify_one();
      } else {
        more = false;
      }
      continue;
    }
    Job& first = *under_way.front();
    {
      std::unique_lock lock(mutex);
      job_is_done.wait(lock, [&] { return first.done; });
    }
    if (first.fault) std::rethrow_exception(first.fault);
    if (!write(std::move(*first.product))) return;
    under_way.pop_front();
  }
}

}  // namespace duizhao::batch
