#include "duizhao/check/evidence/form/mark_habits.h"

#include <array>
#include <optional>

#include "duizhao/pair/characters.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Marks beside which a bracket stands in Chinese.
bool is_chinese(char32_t c) { return text::is_han(c) || pair::is_in(c, U"，。、；：？！”」》"); }

bool is_corner_quote(const pair::Characters& text, std::ptrdiff_t i) {
  return pair::is_in(text[i], U"「『");
}

bool is_curly_quote(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'“' && is_chinese(text[i + 1]);
}

bool is_narrow_bracket(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'(' && text::is_han(text[i + 1]) && text::is_han(text[i - 1]);
}

bool is_wide_bracket(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'（' && text::is_han(text[i + 1]);
}

bool is_short_ellipsis(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'…' && text[i - 1] != U'…' && text[i + 1] != U'…' && is_chinese(text[i - 1]);
}

bool is_long_ellipsis(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'…' && text[i - 1] != U'…' && text[i + 1] == U'…';
}

bool is_short_dash(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'—' && is_chinese(text[i - 1]) && is_chinese(text[i + 1]);
}

bool is_long_dash(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U'—' && text[i - 1] != U'—' && text[i + 1] == U'—';
}

struct Habit {
  std::string_view form;
  std::string_view usual;
  std::optional<Script> script;  ///< of the texts whose readers expect the usual one; none: of all
  bool (*is_form)(const pair::Characters& text, std::ptrdiff_t i);
  bool (*is_usual)(const pair::Characters& text, std::ptrdiff_t i);
};

constexpr std::array kHabits = {
    Habit{"「」", "“”", Script::kSimplified, is_corner_quote, is_curly_quote},
    Habit{"“”", "「」", Script::kTraditional, is_curly_quote, is_corner_quote},
    Habit{"()", "（）", std::nullopt, is_narrow_bracket, is_wide_bracket},
    Habit{"…", "……", std::nullopt, is_short_ellipsis, is_long_ellipsis},
    Habit{"—", "——", std::nullopt, is_short_dash, is_long_dash},
};

}  // namespace

std::vector<MarkHabit> mark_habits(const DocumentContext& context) {
  constexpr std::size_t kFewest = 3;
  if (context.target.language != Language::kChinese) return {};
  std::array<MarkHabit, kHabits.size()> found{};
  std::array<std::size_t, kHabits.size()> usual{};
  for (std::size_t b = 0; b < context.target_passages.size(); ++b) {
    const pair::Characters text(context.target.text, context.target_passages[b].span);
    for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
      if (text::is_han(text[i])) continue;
      for (std::size_t h = 0; h < kHabits.size(); ++h) {
        usual[h] += kHabits[h].is_usual(text, i) ? 1 : 0;
        if (!kHabits[h].is_form(text, i)) continue;
        if (found[h].places++ == 0) {
          found[h].first = text.span(i);
          found[h].bead = b;
        }
      }
    }
  }
  std::vector<MarkHabit> habits;
  std::optional<Script> script;
  for (std::size_t h = 0; h < kHabits.size(); ++h) {
    const Habit& habit = kHabits[h];
    if (found[h].places < kFewest || found[h].places <= usual[h]) continue;
    if (habit.script) {
      if (!script) script = text::script_of(context.target.text);
      if (script != habit.script) continue;
    }
    found[h].form = habit.form;
    found[h].usual = habit.usual;
    habits.push_back(found[h]);
  }
  return habits;
}

}  // namespace duizhao::check
