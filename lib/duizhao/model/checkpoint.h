#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/model/model_file.h"

namespace duizhao::model {

/// The finished parts of a long computation, kept in a file from which another run goes on.
///
/// A checkpoint has a key, which says what is computed from what. A file with another key, or one
/// that is damaged, counts for nothing and is replaced.
class Checkpoint {
 public:
  /// An empty `path` keeps nothing.
  Checkpoint(std::string path, const std::string& key);

  /// Whether an earlier run left finished parts.
  [[nodiscard]] bool resumed() const { return resumed_; }

  [[nodiscard]] std::optional<std::string> find(std::string_view part) const;

  /// Adds finished parts, named as sections of a model file, or replaces those of their names; an
  /// empty one is dropped. They are on the disk when this returns.
  [[nodiscard]] Result<void> save(std::vector<Section> parts);

  /// Removes the file, once the whole is done.
  void remove();

 private:
  std::string path_;
  std::vector<Section> parts_;  ///< the first one is the key
  bool resumed_ = false;
};

}  // namespace duizhao::model
