#include "duizhao/core/error.h"

namespace duizhao {

std::string to_string(const Error& error) {
  std::string text;
  if (!error.where.file.empty()) {
    text += error.where.file + ":";
    if (error.where.line > 0) {
      text += std::to_string(error.where.line) + ":";
      if (error.where.column > 0) text += std::to_string(error.where.column) + ":";
    }
    text += " ";
  }
  return text + "error: " + error.message;
}

}  // namespace duizhao
