#pragma once

#include <string_view>

namespace duizhao::check {

/// By how much, as a log-ratio, literary words (之, 其, 以, 均) outweigh plain ones (的, 了, 是) in
/// a Chinese text beyond what is usual in news, where it is 0: high in statutes and classical
/// prose, which say in a few characters what English spells out. Never below 0.
[[nodiscard]] double terseness(std::string_view chinese);

/// Whether a Chinese text is lines of one length, four to seven characters, as poems, couplets and
/// most proverbs are: 春眠不觉晓，处处闻啼鸟。
[[nodiscard]] bool is_verse(std::string_view chinese);

}  // namespace duizhao::check
