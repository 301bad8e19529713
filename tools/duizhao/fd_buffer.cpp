#include "fd_buffer.h"

#include <unistd.h>

#include <cerrno>

namespace duizhao::cli {

FdBuffer::FdBuffer(int descriptor, void (*reader_gone)())
    : descriptor_(descriptor), reader_gone_(reader_gone) {
  setp(bytes_.data(), bytes_.data() + bytes_.size());
}

FdBuffer::~FdBuffer() { write_out(); }

FdBuffer::int_type FdBuffer::overflow(int_type character) {
  if (!write_out()) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

int FdBuffer::sync() { return write_out() ? 0 : -1; }

bool FdBuffer::write_out() {
  const char* next = pbase();
  while (error_ == 0 && next < pptr()) {
    const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
    if (written >= 0) {
      next += written;
    } else if (errno != EINTR) {
      error_ = errno;
      if (error_ == EPIPE && reader_gone_ != nullptr) reader_gone_();
    }
  }
  setp(bytes_.data(), bytes_.data() + bytes_.size());
  return error_ == 0;
}

}  // namespace duizhao::cli
