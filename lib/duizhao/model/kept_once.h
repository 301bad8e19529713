#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace duizhao::model {

/// What is dear to find of each of many numbered things, found when it is first asked for and kept.
/// Thread-safe; two threads that ask at once may both find it, and one of them is believed.
template <typename Value>
class KeptOnce {
 public:
  KeptOnce() = default;
  KeptOnce(const KeptOnce&) = delete;
  KeptOnce& operator=(const KeptOnce&) = delete;
  ~KeptOnce() {
    for (const auto& slot : slots_) delete slot.load();
  }

  /// The value of thing `number` of `count`, by `find()` where it is not known yet.
  template <typename Find>
  [[nodiscard]] const Value& get(std::size_t number, std::size_t count, const Find& find) {
    std::call_once(made_, [&] { slots_ = std::vector<std::atomic<const Value*>>(count); });
    std::atomic<const Value*>& slot = slots_[number];
    if (const Value* known = slot.load(std::memory_order_acquire)) return *known;
    auto found = std::make_unique<const Value>(find());
    const Value* other = nullptr;
    if (!slot.compare_exchange_strong(other, found.get(), std::memory_order_acq_rel)) return *other;
    return *found.release();
  }

 private:
  std::once_flag made_;
  std::vector<std::atomic<const Value*>> slots_;
};

}  // namespace duizhao::model
