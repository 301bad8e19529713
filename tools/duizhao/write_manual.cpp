// Writes the program's manual pages and completions into a folder laid out as share/ is:
//
//     duizhao_manual FOLDER
//
// The build runs it; what it writes is installed.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "completion.h"
#include "manual.h"

namespace {

namespace fs = std::filesystem;
using duizhao::Language;

bool write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text << std::flush;
  if (!file) std::cerr << path.string() << ": error: can't be written\n";
  return file.good();
}

bool write_manual(const fs::path& folder, Language language) {
  bool written = write(folder / "duizhao.1", duizhao::cli::program_manual(language));
  for (const duizhao::cli::Command& command : duizhao::cli::commands()) {
    const std::string name = "duizhao-" + std::string(command.name) + ".1";
    written = write(folder / name, duizhao::cli::command_manual(command, language)) && written;
  }
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: duizhao_manual FOLDER\n";
    return 2;
  }
  const fs::path folder = argv[1];
  const bool written =
      write_manual(folder / "man" / "man1", Language::kEnglish) &&
      write_manual(folder / "man" / "zh_CN" / "man1", Language::kChinese) &&
      write(folder / "bash-completion" / "completions" / "duizhao",
            duizhao::cli::bash_completion()) &&
      write(folder / "zsh" / "vendor-completions" / "_duizhao", duizhao::cli::zsh_completion()) &&
      write(folder / "fish" / "vendor_completions.d" / "duizhao.fish",
            duizhao::cli::fish_completion());
  return written ? 0 : 3;
}
