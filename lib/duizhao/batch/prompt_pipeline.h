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

/// Answers items of a conversation with several threads: each result is written as soon as it and
/// all before it are ready, even while `read()` waits for the next item, which may depend on it.
///
/// `read()` runs on the calling thread and returns nullopt at the end; `write(result)`, in the
/// order of reading and never twice at once, on the thread that is ready, and says whether to go
/// on. `work(item)` must be safe to call from several threads; an exception of it ends the
/// conversation and is thrown again here. At most a few items a thread are under way.
template <typename Read, typename Work, typename Write>
void prompt_pipeline(std::size_t threads, Read read, Work work, Write write) {
  using Item = typename decltype(read())::value_type;
  using Product = decltype(work(std::declval<Item&>()));

  struct Job {
    Item item;
    std::optional<Product> product;
  };

  if (threads <= 1) {
    while (std::optional<Item> item = read()) {
      if (!write(work(*item))) return;
    }
    return;
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::unique_ptr<Job>> under_way;  // in order of reading
  std::deque<Job*> waiting;                    // those of them that nobody works on yet
  bool closed = false;                         // nothing more comes
  bool stopped = false;                        // nothing more is wanted
  bool writing = false;
  std::exception_ptr fault;

  const auto write_ready = [&](std::unique_lock<std::mutex>& lock) {
    if (writing) return;  // the thread that writes looks again
    writing = true;
    while (!stopped && !under_way.empty() && under_way.front()->product) {
      const std::unique_ptr<Job> job = std::move(under_way.front());
      under_way.pop_front();
      lock.unlock();
      const bool goes_on = write(std::move(*job->product));
      lock.lock();
      stopped = stopped || !goes_on;
    }
    writing = false;
  };
  const auto labour = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return closed || stopped || !waiting.empty(); });
      if (stopped || waiting.empty()) return;
      Job& job = *waiting.front();
      waiting.pop_front();
      lock.unlock();
      std::optional<Product> product;
      std::exception_ptr thrown;
      try {
        product.emplace(work(job.item));
      } catch (...) {
        thrown = std::current_exception();
      }
      lock.lock();
      if (thrown) {
        fault = thrown;
        stopped = true;
      } else {
        job.product = std::move(product);
        write_ready(lock);
      }
      changed.notify_all();
    }
  };

  // Whichever way out is taken: the threads are told that nothing more comes, and end when all is
  // answered.
  struct Close {
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& closed;
    ~Close() {
      const std::lock_guard lock(mutex);
      closed = true;
      changed.notify_all();
    }
  };
  {
    std::vector<std::jthread> labourers;
    const Close close{mutex, changed, closed};
    for (std::size_t i = 0; i < threads; ++i) labourers.emplace_back(labour);
    std::unique_lock lock(mutex);
    for (;;) {
      if (stopped) break;
      lock.unlock();
      std::optional<Item> item = read();
      lock.lock();
      if (!item) break;
      under_way.push_back(std::make_unique<Job>(Job{std::move(*item), {}}));
      waiting.push_back(under_way.back().get());
      changed.notify_all();
      changed.wait(lock, [&] { return stopped || under_way.size() < 4 * threads; });
    }
  }
  if (fault) std::rethrow_exception(fault);
}

}  // namespace duizhao::batch
