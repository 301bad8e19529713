// Measures sentence breaking against texts that people have broken into sentences, beside ICU.
//
// usage: sentence_breaks [--errors] FILE...
//
// Each FILE has one sentence a line. Lines that end in a terminator are joined to paragraphs,
// Chinese ones without and others with a space between them, since a heading that lost its line end
// can't be found again. Of the breaks inside the paragraphs of all files, it prints precision,
// recall and F1 of text::append_sentences and of ICU's sentence iterator (with the suppressions
// that CLDR has for English). --errors lists our differences.

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/breaks.h"
#include "duizhao/text/language.h"

namespace {

using duizhao::Language;
using duizhao::Span;

/// Sentences joined, and where they meet: the ends of all but the last.
struct Paragraph {
  std::string text;
  std::vector<std::size_t> breaks;
};

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = line.find_first_not_of(kBlank);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(kBlank) - first + 1);
}

bool ends_in_terminator(std::string_view line) {
  const auto strip = [&](std::initializer_list<std::string_view> marks) {
    for (const std::string_view mark : marks) {
      if (!line.ends_with(mark)) continue;
      line.remove_suffix(mark.size());
      return true;
    }
    return false;
  };
  while (strip({"\"", "'", "”", "’", "」", "』", ")", "）"})) {
  }
  return strip({".", "!", "?", "。", "！", "？"});
}

std::vector<Paragraph> read_paragraphs(std::istream& in, std::string_view joiner) {
  constexpr std::size_t kLongest = 3000;
  std::vector<Paragraph> paragraphs;
  bool open = false;
  for (std::string line; std::getline(in, line);) {
    const std::string_view sentence = trimmed(line);
    if (sentence.empty()) {
      open = false;
      continue;
    }
    if (!open || paragraphs.back().text.size() > kLongest) {
      paragraphs.emplace_back();
    } else {
      paragraphs.back().breaks.push_back(paragraphs.back().text.size());
      paragraphs.back().text += joiner;
    }
    paragraphs.back().text += sentence;
    open = ends_in_terminator(sentence);
  }
  return paragraphs;
}

std::vector<std::size_t> our_breaks(const std::string& text) {
  std::vector<Span> sentences;
  duizhao::text::append_sentences(text, {0, text.size()}, sentences);
  std::vector<std::size_t> breaks;
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) breaks.push_back(sentences[i].end);
  return breaks;
}

class IcuBreaker {
 public:
  explicit IcuBreaker(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const bool english = language == Language::kEnglish;
    const icu::Locale locale = english ? icu::Locale::getEnglish() : icu::Locale::getChinese();
    iterator_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    if (!english) return;
    const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
        icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
    iterator_.reset(builder->build(iterator_.release(), status));
  }

  std::vector<std::size_t> breaks(const std::string& text) {
    const icu::UnicodeString words = icu::UnicodeString::fromUTF8(text);
    iterator_->setText(words);
    std::vector<std::size_t> found;
    iterator_->first();
    for (std::int32_t at = iterator_->next(); at < words.length(); at = iterator_->next()) {
      std::string before;
      words.tempSubString(0, at).toUTF8String(before);
      found.push_back(trimmed(before).size());
    }
    return found;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

struct Counts {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  Counts& operator+=(const Counts& more) {
    right += more.right;
    found += more.found;
    gold += more.gold;
    return *this;
  }

  void print(const char* name) const {
    const double precision = double(right) / double(found);
    const double recall = double(right) / double(gold);
    std::printf("  %-5s precision %.4f recall %.4f F1 %.4f\n", name, precision, recall,
                2 * precision * recall / (precision + recall));
  }
};

void print_difference(const char* kind, const std::string& text, std::size_t at) {
  constexpr std::size_t kContext = 60;
  const auto boundary = [&](std::size_t i) {
    while (i > 0 && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) --i;
    return std::min(i, text.size());
  };
  const std::size_t begin = boundary(at > kContext ? at - kContext : 0);
  const std::size_t end = boundary(at + kContext);
  std::cout << "  " << kind << ": " << text.substr(begin, at - begin) << " | "
            << text.substr(at, end - at) << '\n';
}

Counts compare(const std::vector<Paragraph>& paragraphs, auto&& find_breaks, bool errors) {
  Counts counts;
  for (const Paragraph& paragraph : paragraphs) {
    const std::vector<std::size_t> found = find_breaks(paragraph.text);
    counts.found += found.size();
    counts.gold += paragraph.breaks.size();
    for (const std::size_t at : found) {
      const bool right = std::ranges::binary_search(paragraph.breaks, at);
      counts.right += right ? 1 : 0;
      if (errors && !right) print_difference("too many", paragraph.text, at);
    }
    for (const std::size_t at : paragraph.breaks) {
      if (errors && !std::ranges::binary_search(found, at)) {
        print_difference("missed", paragraph.text, at);
      }
    }
  }
  return counts;
}

/// Adds what one file gives; false where it can't be read.
bool measure(const std::string& path, bool errors, Counts& ours, Counts& icus) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  const Language language = duizhao::text::language_of(all);
  file.seekg(0);
  const auto paragraphs = read_paragraphs(file, language == Language::kChinese ? "" : " ");
  IcuBreaker icu_breaker(language);
  ours += compare(paragraphs, our_breaks, errors);
  icus += compare(
      paragraphs, [&](const std::string& text) { return icu_breaker.breaks(text); }, false);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool errors = std::erase(arguments, "--errors") > 0;
  if (arguments.empty()) {
    std::cerr << "usage: sentence_breaks [--errors] FILE...\n";
    return 2;
  }
  Counts ours;
  Counts icus;
  for (const std::string& path : arguments) {
    if (measure(path, errors, ours, icus)) continue;
    std::cerr << path << ": error: cannot open the file\n";
    return 3;
  }
  std::cout << ours.gold << " breaks\n" << std::flush;
  ours.print("ours");
  icus.print("ICU");
  return 0;
}
