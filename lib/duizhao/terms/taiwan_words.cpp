#include "duizhao/terms/taiwan_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

constexpr std::string_view kTable =
#include "duizhao/terms/taiwan_words.inc"
    ;

/// Words of either side that mean something else on the other one, or what any word means.
constexpr std::array<std::string_view, 62> kElsewhere = {
    "文件", "档案", "文档", "数据", "资料", "对象", "物件", "发布", "释出", "打开", "开启",
    "保存", "储存", "创建", "建立", "交互", "互动", "优化", "局部", "全局", "声明", "宣告",
    "地址", "内核", "核心", "信道", "通道", "文本", "文字", "数字", "拷贝", "复制", "仿真",
    "模拟", "审核", "稽核", "序列", "串行", "发送", "传送", "参数", "变量", "导入", "导出",
    "扩展", "搜索", "支援", "性能", "效能", "循环", "字体", "字型", "命令", "指令", "设置",
    "设定", "通过", "透过", "默认", "预设", "高级", "低级"};

/// Longest word of the table, in characters.
constexpr std::size_t kLongest = 12;

/// The words of one side, and whether any begins with a character.
struct Words {
  std::unordered_map<std::string_view, std::string_view> others;
  std::bitset<0x10000> firsts;

  void add(std::string_view word, std::string_view other) {
    others.emplace(word, other);
    std::size_t first = 0;
    firsts.set(text::next_code_point(word, first) & 0xFFFFU);
  }
};

struct Tables {
  Words to_taiwan;
  Words from_taiwan;

  Tables() {
    std::string_view rest = kTable;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      const std::size_t space = line.find(' ');
      to_taiwan.add(line.substr(0, space), line.substr(space + 1));
      from_taiwan.add(line.substr(space + 1), line.substr(0, space));
      rest.remove_prefix(line.size() + 1);
    }
  }
};

const Tables& tables() {
  static const Tables both;
  return both;
}

/// The term with every word of `words` exchanged, the longest first at each place.
std::string exchanged(std::string_view term, const Words& words) {
  std::string result;
  for (std::size_t begin = 0; begin < term.size();) {
    std::size_t found_end = 0;
    std::string_view found;
    std::size_t next = begin;
    const bool may_begin = words.firsts.test(text::next_code_point(term, next) & 0xFFFFU);
    std::size_t end = next;
    for (std::size_t length = 2; may_begin && length <= kLongest && end < term.size(); ++length) {
      static_cast<void>(text::next_code_point(term, end));
      const auto word = words.others.find(term.substr(begin, end - begin));
      if (word == words.others.end()) continue;
      const bool whole = begin == 0 && end == term.size();
      if (whole &&
          std::find(kElsewhere.begin(), kElsewhere.end(), word->first) != kElsewhere.end()) {
        continue;
      }
      found_end = end;
      found = word->second;
    }
    if (found_end > 0) {
      result += found;
      begin = found_end;
      continue;
    }
    result += term.substr(begin, next - begin);
    begin = next;
  }
  return result;
}

}  // namespace

std::string simplified(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    text::append_code_point(result, text::folded_han(text::next_code_point(text, i)));
  }
  return result;
}

std::vector<std::string> in_words_of_the_other_side(std::string_view term) {
  std::vector<std::string> variants;
  const std::string folded = simplified(term);
  for (const Words* words : {&tables().to_taiwan, &tables().from_taiwan}) {
    std::string variant = exchanged(folded, *words);
    if (variant != folded) variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace duizhao::terms
