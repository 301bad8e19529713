#include "duizhao/terms/double_array.h"

#include <algorithm>

namespace duizhao::terms {

/// Lays out the nodes breadth first, so that the cells of the first steps lie close together.
class DoubleArray::Builder {
 public:
  Builder(std::span<const std::string_view> keys, std::vector<Cell>& cells)
      : keys_(keys), cells_(cells) {}

  void run() {
    cells_.assign(256, Cell{});
    cells_[0].check = 0;
    std::vector<Node> level = {{0, 0, static_cast<std::uint32_t>(keys_.size()), 0}};
    std::vector<Node> next;
    while (!level.empty()) {
      next.clear();
      for (const Node& node : level) place_children(node, next);
      level.swap(next);
    }
    while (cells_.back().check == kUnused) cells_.pop_back();
    cells_.shrink_to_fit();
  }

 private:
  /// The keys [first, last) share their first `depth` bytes and hang below `cell`.
  struct Node {
    std::uint32_t cell;
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t depth;
  };

  void place_children(const Node& node, std::vector<Node>& next) {
    labels_.clear();
    starts_.clear();
    for (std::uint32_t i = node.first; i < node.last; ++i) {
      const std::string_view key = keys_[i];
      // The end of a key is the label 0, which no key contains.
      const std::uint8_t label =
          key.size() == node.depth ? 0 : static_cast<std::uint8_t>(key[node.depth]);
      if (labels_.empty() || labels_.back() != label) {
        labels_.push_back(label);
        starts_.push_back(i);
      }
    }
    starts_.push_back(node.last);
    const std::uint32_t base = free_base();
    cells_[node.cell].base = base;
    for (std::size_t k = 0; k < labels_.size(); ++k) {
      const std::uint32_t cell = base + labels_[k];
      cells_[cell].check = node.cell;
      if (starts_[k + 1] - starts_[k] == 1) {
        cells_[cell].base = starts_[k] | kLeaf;
      } else {
        next.push_back({cell, starts_[k], starts_[k + 1], node.depth + 1});
      }
    }
  }

  /// A base such that the cells of all labels_ are free.
  std::uint32_t free_base() {
    // Cells before first_free_ are nearly all taken; it moves on as soon as a scan finds the
    // region too full, which keeps building linear at the price of a few per cent of memory.
    std::uint32_t tried = 0;
    for (std::uint32_t cell = std::max(first_free_, labels_.front() + 1U);; ++cell, ++tried) {
      if (cell + 256 >= cells_.size()) cells_.resize(cells_.size() * 2);
      if (cells_[cell].check != kUnused) continue;
      const std::uint32_t base = cell - labels_.front();
      const bool fits = std::all_of(labels_.begin(), labels_.end(), [&](std::uint8_t label) {
        return cells_[base + label].check == kUnused;
      });
      if (!fits) continue;
      if (tried > 512) first_free_ = cell - 256;
      while (first_free_ < cells_.size() && cells_[first_free_].check != kUnused) ++first_free_;
      return base;
    }
  }

  std::span<const std::string_view> keys_;
  std::vector<Cell>& cells_;
  std::uint32_t first_free_ = 1;
  std::vector<std::uint8_t> labels_;
  std::vector<std::uint32_t> starts_;
};

DoubleArray::DoubleArray(std::span<const std::string_view> keys) {
  if (!keys.empty()) Builder(keys, cells_).run();
}

}  // namespace duizhao::terms
