#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "chance.h"

namespace duizhao::tests {

/// For what is found in so many texts that nobody would read it: compares a digest of each block
/// of them with the golden file at `path`, a line a block. `write_block` says all that is found in
/// the block of this number. With DUIZHAO_WRITE_GOLDEN set, writes the file instead. With
/// DUIZHAO_WRITE_BLOCKS set to a folder, writes there what each block says: for two programs, to be
/// compared by diff. Without optimisation only every tenth block is looked at.
template <typename WriteBlock>
void check_digests(const std::string& path, std::size_t blocks, const WriteBlock& write_block) {
#ifdef NDEBUG
  constexpr std::size_t kStep = 1;
#else
  constexpr std::size_t kStep = 10;
#endif
  const char* folder = std::getenv("DUIZHAO_WRITE_BLOCKS");
  const bool write_golden = kStep == 1 && std::getenv("DUIZHAO_WRITE_GOLDEN") != nullptr;
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE((file || write_golden), "there is no golden file " << path);
  std::string written;
  for (std::size_t block = 0; block < blocks; ++block) {
    std::string expected;
    std::getline(file, expected);
    if (block % kStep != 0) continue;
    const std::string text = write_block(block);
    const std::string digest =
        fmt::format("{} {:016x}", block, XXH3_64bits(text.data(), text.size()));
    written += digest + '\n';
    if (folder != nullptr) {
      const std::string name = path.substr(path.rfind('/') + 1);
      std::ofstream(fmt::format("{}/{}.{}", folder, name, block), std::ios::binary) << text;
    }
    if (write_golden || digest == expected) continue;
    FAIL(path << ":" << block + 1 << ": something else is found in this block\n"
              << "to see what: DUIZHAO_WRITE_BLOCKS=FOLDER build/release/tests/duizhao_tests, "
                 "with the program as it was too, and diff -r\n"
              << "where that is meant: DUIZHAO_WRITE_GOLDEN=1 build/release/tests/duizhao_tests");
  }
  if (write_golden) std::ofstream(path, std::ios::binary) << written;
}

/// The same for texts that are made by chance, `texts` of them in each block, whose chance begins
/// with `seed` and the block's number. `write_text` says what is found in the text of this number.
template <typename WriteText>
void check_digests_by_chance(const std::string& path, std::size_t blocks, std::size_t texts,
                             std::size_t seed, const WriteText& write_text) {
  check_digests(path, blocks, [&](std::size_t block) {
    Chance chance(seed + block);
    std::string written;
    for (std::size_t i = 0; i < texts; ++i) written += write_text(chance, i);
    return written;
  });
}

}  // namespace duizhao::tests
