#include "duizhao/formats/glossary_compiled.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

constexpr std::string_view kMagic = "DZGLOSS\n";
constexpr std::uint32_t kVersion = 2;
/// Magic, version, size and checksum.
constexpr std::size_t kHeader = 8 + 4 + 8 + 8;

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

template <typename Number>
void put(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i) & 0xFFU);
  }
}

void put(std::string& out, const std::string& text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// Takes numbers and strings from the front of the bytes; after a failure everything is empty.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number number() {
    if (!has(sizeof(Number))) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(sizeof(Number));
    return static_cast<Number>(value);
  }

  std::string text() {
    const auto size = number<std::uint32_t>();
    if (!has(size)) return {};
    std::string result(rest_.substr(0, size));
    rest_.remove_prefix(size);
    // A checksum tells accidents; terms are searched as UTF-8 whoever wrote them.
    if (text::first_invalid(result)) failed_ = true;
    return result;
  }

  [[nodiscard]] bool has(std::size_t size) {
    if (failed_ || size > rest_.size()) failed_ = true;
    return !failed_;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

Term read_term(Cursor& cursor) {
  Term term;
  term.language = static_cast<Language>(cursor.number<std::uint8_t>());
  term.status = static_cast<TermStatus>(cursor.number<std::uint8_t>());
  term.text = cursor.text();
  term.locale = cursor.text();
  term.part_of_speech = cursor.text();
  term.note = cursor.text();
  return term;
}

bool is_valid(const Term& term) {
  return (term.language == Language::kChinese || term.language == Language::kEnglish ||
          term.language == Language::kUnknown) &&
         term.status <= TermStatus::kForbidden;
}

}  // namespace

std::string write_compiled(const std::vector<TermEntry>& entries) {
  std::string body;
  put(body, static_cast<std::uint32_t>(entries.size()));
  for (const TermEntry& entry : entries) {
    for (const std::string* text :
         {&entry.id, &entry.domain, &entry.definition, &entry.note, &entry.provenance}) {
      put(body, *text);
    }
    put(body, entry.record.checked);
    put(body, entry.record.confirmed);
    put(body, static_cast<std::uint8_t>(entry.letter_case));
    put(body, static_cast<std::uint32_t>(entry.terms.size()));
    for (const Term& term : entry.terms) {
      put(body, static_cast<std::uint8_t>(term.language));
      put(body, static_cast<std::uint8_t>(term.status));
      for (const std::string* text : {&term.text, &term.locale, &term.part_of_speech, &term.note}) {
        put(body, *text);
      }
    }
  }
  std::string out(kMagic);
  put(out, kVersion);
  put(out, std::uint64_t{kHeader + body.size()});
  put(out, checksum(body));
  return out + body;
}

bool is_compiled(std::string_view bytes) { return bytes.starts_with(kMagic); }

Result<std::vector<TermEntry>> read_compiled(std::string_view bytes, const std::string& file) {
  const auto damaged = [&](std::string message) {
    return failure(ErrorCode::kMalformed, std::move(message), {file, 0, 0});
  };
  Cursor header(bytes.substr(std::min(kMagic.size(), bytes.size())));
  const auto version = header.number<std::uint32_t>();
  const auto size = header.number<std::uint64_t>();
  const auto sum = header.number<std::uint64_t>();
  if (header.failed() || !is_compiled(bytes)) {
    return damaged("the compiled glossary is cut short; convert it again from its source");
  }
  if (version != kVersion) {
    return damaged("the compiled glossary is of version " + std::to_string(version) +
                   ", this program reads version " + std::to_string(kVersion) +
                   "; convert it again from its source");
  }
  const std::string_view body = bytes.substr(kHeader);
  if (size != bytes.size() || sum != checksum(body)) {
    return damaged("the compiled glossary is damaged; convert it again from its source");
  }
  Cursor cursor(body);
  std::vector<TermEntry> entries;
  const auto count = cursor.number<std::uint32_t>();
  // An entry has 33 bytes at least; a count that can't be true reserves nothing.
  if (count <= body.size() / 33) entries.reserve(count);
  bool valid = true;
  for (std::uint32_t e = 0; e < count && valid && !cursor.failed(); ++e) {
    TermEntry& entry = entries.emplace_back();
    for (std::string* text :
         {&entry.id, &entry.domain, &entry.definition, &entry.note, &entry.provenance}) {
      *text = cursor.text();
    }
    entry.record.checked = cursor.number<std::uint32_t>();
    entry.record.confirmed = cursor.number<std::uint32_t>();
    entry.letter_case = static_cast<TermCase>(cursor.number<std::uint8_t>());
    valid = entry.letter_case <= TermCase::kFree;
    const auto terms = cursor.number<std::uint32_t>();
    for (std::uint32_t t = 0; t < terms && valid && !cursor.failed(); ++t) {
      entry.terms.push_back(read_term(cursor));
      valid = is_valid(entry.terms.back());
    }
  }
  if (cursor.failed() || cursor.left() > 0 || !valid) {
    return damaged("the compiled glossary is damaged; convert it again from its source");
  }
  return entries;
}

}  // namespace duizhao::formats
