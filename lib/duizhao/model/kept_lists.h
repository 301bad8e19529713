#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace duizhao::model {

/// A list of each of many numbered things, dear to find, found when it is first asked for and kept.
/// Thread-safe; two threads that ask at once may both find it, and one of them is believed.
template <typename Item>
class KeptLists {
 public:
  KeptLists() = default;
  KeptLists(const KeptLists&) = delete;
  KeptLists& operator=(const KeptLists&) = delete;
  ~KeptLists() {
    for (const Slot& slot : slots_) delete[] slot.items.load();
  }

  /// The list of thing `number` of `count`: what `find()` returns, a vector.
  template <typename Find>
  [[nodiscard]] std::span<const Item> get(std::size_t number, std::size_t count, const Find& find) {
    std::call_once(made_, [&] { slots_ = std::vector<Slot>(count); });
    Slot& slot = slots_[number];
    if (const Item* known = slot.items.load(std::memory_order_acquire)) return {known, slot.size};
    const std::vector<Item> found = find();
    // Not null for an empty list either.
    auto items = std::make_unique<Item[]>(std::max<std::size_t>(found.size(), 1));
    std::copy(found.begin(), found.end(), items.get());
    // Whoever else finds it finds as many.
    slot.size.store(static_cast<std::uint32_t>(found.size()), std::memory_order_relaxed);
    const Item* other = nullptr;
    if (!slot.items.compare_exchange_strong(other, items.get(), std::memory_order_acq_rel)) {
      return {other, found.size()};
    }
    return {items.release(), found.size()};
  }

 private:
  struct Slot {
    std::atomic<const Item*> items = nullptr;
    std::atomic<std::uint32_t> size = 0;
  };

  std::once_flag made_;
  std::vector<Slot> slots_;
};

}  // namespace duizhao::model
