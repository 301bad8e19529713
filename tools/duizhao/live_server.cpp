#include "live_server.h"

#include <httplib.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "duizhao/align/exchange.h"
#include "duizhao/review/suppression.h"

namespace duizhao::cli {
namespace {

using httplib::Request;
using httplib::Response;
using nlohmann::json;

constexpr std::size_t kLargestRequest = std::size_t{1} << 20U;
constexpr std::size_t kMostRows = 500;  ///< of one request
constexpr auto kGlance = std::chrono::milliseconds(500);
/// What work in the background takes at a time, and the time that it leaves to requests.
constexpr auto kSpell = std::chrono::milliseconds(20);
constexpr auto kBreath = std::chrono::milliseconds(2);
/// Windows are not told more often than this of what grows by itself.
constexpr auto kBetweenEvents = std::chrono::milliseconds(300);

/// 128 bits in hexadecimal, from the operating system.
std::string random_token() {
  std::random_device device;
  std::string token;
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int i = 0; i < 32; ++i) token += kDigits[device() % kDigits.size()];
  return token;
}

/// The body of an answer. What is given in this way the library does not compress, which takes it
/// seconds for a page, and saves nothing on the way to a browser of the same machine.
void set_body(Response& response, std::string body, const char* type) {
  if (body.empty()) return response.set_content(body, type);
  const std::size_t size = body.size();
  response.set_content_provider(
      size, type,
      [body = std::move(body)](std::size_t begin, std::size_t length, httplib::DataSink& sink) {
        return sink.write(body.data() + begin, length);
      });
}

void answer(Response& response, const json& content, int status = 200) {
  response.status = status;
  set_body(response, content.dump(-1, ' ', false, json::error_handler_t::replace),
           "application/json");
}

std::optional<std::size_t> number_in(const std::string& text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<align::BeadSides> beads_in(const json& list) {
  std::vector<align::BeadSides> beads;
  for (const json& bead : list) {
    beads.push_back({bead.at(0).get<std::vector<std::uint32_t>>(),
                     bead.at(1).get<std::vector<std::uint32_t>>()});
  }
  return beads;
}

json json_of(const live::Decision& decision) {
  json members = {{"key", decision.key}};
  for (const auto& [name, member] : live::kDecisionMembers) {
    members[std::string(name)] = decision.*member;
  }
  return members;
}

}  // namespace

class LiveServer::Impl {
 public:
  Impl(LivePage& served, live::DraftFile& file, const Options& options)
      : page_(served),
        review_(served.draft()),
        file_(file),
        options_(options),
        root_('/' + random_token() + '/') {
    server_.set_payload_max_length(kLargestRequest);
    server_.set_keep_alive_max_count(1000);
    server_.set_tcp_nodelay(true);
    server_.set_pre_routing_handler(
        [this](const Request& request, Response& response) { return admit(request, response); });
    server_.set_exception_handler(
        [](const Request&, Response& response, const std::exception_ptr&) {
          answer(response, {{"error", "internal error"}}, 500);
        });
    get("", [this](const Request&, Response& response) { page(response); });
    get("state", [this](const Request& request, Response& response) { state(request, response); });
    get("text", [this](const Request& request, Response& response) { text(request, response); });
    get("rows", [this](const Request& request, Response& response) { rows(request, response); });
    get("search",
        [this](const Request& request, Response& response) { search(request, response); });
    get("events", [this](const Request&, Response& response) { events(response); });
    post("edit", [this](const json& body) {
      return review_.edit(body.at("bead").get<std::size_t>(), body.at("was").get<std::string>(),
                          body.at("text").get<std::string>());
    });
    post("apply", [this](const json& body) -> Result<void> {
      const auto key = key_in(body.at("key").get<std::string>());
      if (!key) return failure(ErrorCode::kUsage, "this is no key of a finding");
      std::optional<std::size_t> passage;
      if (body.contains("passage")) passage = body.at("passage").get<std::size_t>();
      return review_.apply(*key, passage);
    });
    post("mend", [this](const json& body) {
      return review_.mend(beads_in(body.at("gone")), beads_in(body.at("come")));
    });
    post("undo", [this](const json&) { return review_.undo(); });
    post("write", [this](const json&) -> Result<void> {
      // What another program wrote a moment ago is not written over unasked.
      const bool asked = conflict_;
      look_again();
      if (conflict_ && !asked) {
        return failure(ErrorCode::kUsage,
                       "the file was changed by another program just now; write once more to put "
                       "this text over it");
      }
      if (auto written = page_.write(file_); !written) return written;
      conflict_ = false;
      return {};
    });
    // Windows ask for the head then, once for all decisions of a moment.
    post(
        "decide", [this](const json& body) { return decide(body); }, Answer::kVersion);
  }

  Result<std::string> listen() {
    if (options_.port == 0) {
      port_ = server_.bind_to_any_port("127.0.0.1");
    } else if (server_.bind_to_port("127.0.0.1", options_.port)) {
      port_ = options_.port;
    }
    if (port_ <= 0) {
      return failure(ErrorCode::kUsage, "port " + std::to_string(options_.port) +
                                            " is taken; without --port a free one is found");
    }
    return "http://127.0.0.1:" + std::to_string(port_) + root_;
  }

  void run(const std::function<bool()>& stopped) {
    std::atomic<bool> ended{false};
    std::thread serving([this, &ended] {
      server_.listen_after_bind();
      ended = true;
    });
    auto looked = std::chrono::steady_clock::now();
    while (!stopped()) {
      const bool busy = work();
      std::this_thread::sleep_for(busy ? kBreath : kGlance);
      if (busy && std::chrono::steady_clock::now() - looked < kGlance) continue;
      look_at_file();
      looked = std::chrono::steady_clock::now();
    }
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_all();
    // A server that is stopped before it runs does not notice.
    while (!server_.is_running() && !ended) std::this_thread::sleep_for(kBreath);
    server_.stop();
    serving.join();
  }

 private:
  httplib::Server::HandlerResponse refuse(Response& response, int status, const char* why) {
    answer(response, {{"error", why}}, status);
    return httplib::Server::HandlerResponse::Handled;
  }

  /// Another page in the same browser can send requests here; it does not know the token, and the
  /// browser says where they come from.
  httplib::Server::HandlerResponse admit(const Request& request, Response& response) {
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("X-Frame-Options", "DENY");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    const std::string here = "127.0.0.1:" + std::to_string(port_);
    if (request.get_header_value("Host") != here) return refuse(response, 421, "another host");
    if (request.has_header("Origin") && request.get_header_value("Origin") != "http://" + here) {
      return refuse(response, 403, "another origin");
    }
    if (!request.path.starts_with(root_)) return refuse(response, 404, "there is nothing here");
    // The library would keep all of it, however much comes.
    if (request.has_header("Transfer-Encoding")) {
      return refuse(response, 411, "the request does not say how long it is");
    }
    return httplib::Server::HandlerResponse::Unhandled;
  }

  void get(const char* name, httplib::Server::Handler handler) {
    server_.Get((root_ + name).c_str(), std::move(handler));
  }

  enum class Answer : std::uint8_t { kState, kVersion };

  /// A request that changes something; what the page has to show then is the answer.
  void post(const char* name, std::function<Result<void>(const json&)> change,
            Answer wanted = Answer::kState) {
    server_.Post((root_ + name).c_str(), [this, wanted, change = std::move(change)](
                                             const Request& request, Response& response) {
      const json body = json::parse(request.body, nullptr, false);
      if (!body.is_object() ||
          !request.get_header_value("Content-Type").starts_with("application/json")) {
        return answer(response, {{"error", "the request is no JSON object"}}, 400);
      }
      {
        const std::lock_guard lock(mutex_);
        if (!options_.editable) {
          return answer(response, {{"error", "the page only follows the file (--watch)"}}, 403);
        }
        try {
          if (const auto done = change(body); !done) {
            return answer(response, {{"error", done.error().message}}, 409);
          }
        } catch (const json::exception&) {
          return answer(response, {{"error", "the request lacks a member or has a wrong one"}},
                        400);
        }
      }
      changed_.notify_all();
      if (wanted == Answer::kState) return state(request, response);
      const std::lock_guard lock(mutex_);
      answer(response, {{"version", review_.version()}});
    });
  }

  void page(Response& response) {
    const std::lock_guard lock(mutex_);
    json decisions = json::object();
    for (const live::Decision& decision : review_.decisions()) {
      decisions[decision.key] = json_of(decision);
    }
    const json kept = {{"version", review_.version()}, {"decisions", std::move(decisions)}};
    set_body(response, page_.html(kept.dump(-1, ' ', false, json::error_handler_t::replace)),
             "text/html; charset=utf-8");
  }

  void text(const Request& request, Response& response) {
    const std::lock_guard lock(mutex_);
    const auto number = number_in(request.get_param_value("bead"));
    if (!number) return answer(response, {{"error", "which passage?"}}, 400);
    answer(response, {{"text", review_.text_of(*number)}});
  }

  void state(const Request& request, Response& response) {
    const std::lock_guard lock(mutex_);
    json state = {
        {"version", review_.version()}, {"unwritten", page_.unwritten()}, {"conflict", conflict_}};
    page_.add_state(state, number_in(request.get_param_value("since")).value_or(0));
    answer(response, state);
  }

  void rows(const Request& request, Response& response) {
    const std::lock_guard lock(mutex_);
    std::vector<std::size_t> numbers;
    std::istringstream list(request.get_param_value("of"));
    for (std::string number; std::getline(list, number, ',');) {
      const auto read = number_in(number);
      if (!read || numbers.size() == kMostRows) {
        return answer(response, {{"error", "which rows?"}}, 400);
      }
      numbers.push_back(*read);
    }
    answer(response, {{"html", page_.rows(numbers)}});
  }

  void search(const Request& request, Response& response) {
    const std::lock_guard lock(mutex_);
    answer(response, {{"rows", page_.search(request.get_param_value("q"))}});
  }

  Result<void> decide(const json& body) {
    live::Decision decision;
    decision.key = body.at("key").get<std::string>();
    if (!key_in(decision.key)) return failure(ErrorCode::kUsage, "this is no key of a finding");
    for (const auto& [name, member] : live::kDecisionMembers) {
      decision.*member = body.value(name, std::string());
    }
    decision.state = body.at("state").get<std::string>();  // the one that may not be missing
    if (auto decided = review_.decide(decision); !decided) return decided;
    decided_.emplace_back(review_.version(), std::move(decision));
    return {};
  }

  /// Server-sent events: the version whenever it changes, and what was decided.
  void events(Response& response) {
    auto seen = std::make_shared<std::size_t>(0);
    auto told_at = std::make_shared<std::chrono::steady_clock::time_point>();
    response.set_chunked_content_provider(
        "text/event-stream", [this, seen, told_at](std::size_t, httplib::DataSink& sink) {
          json told;
          {
            std::unique_lock lock(mutex_);
            changed_.wait_until(lock, *told_at + kBetweenEvents, [&] { return ending_; });
            changed_.wait_for(lock, std::chrono::seconds(10),
                              [&] { return ending_ || review_.version() != *seen; });
            if (ending_) {
              sink.done();
              return true;
            }
            if (review_.version() == *seen) {
              lock.unlock();
              return sink.write(": \n\n", 4);  // still here?
            }
            json decisions = json::array();
            for (const auto& [version, decision] : decided_) {
              if (*seen > 0 && version > *seen) decisions.push_back(json_of(decision));
            }
            told["decisions"] = std::move(decisions);
            *seen = review_.version();
            *told_at = std::chrono::steady_clock::now();
            told["version"] = *seen;
          }
          const std::string event =
              "data: " + told.dump(-1, ' ', false, json::error_handler_t::replace) + "\n\n";
          return sink.write(event.data(), event.size());
        });
  }

  /// A spell of what is still to be done; false where nothing is.
  bool work() {
    bool more = false;
    bool did = false;
    {
      const std::lock_guard lock(mutex_);
      const std::size_t before = review_.version();
      more = page_.work(kSpell);
      did = review_.version() != before;
    }
    if (did) changed_.notify_all();
    return more;
  }

  /// With the lock held: takes what another program has written to the file.
  bool look_again() {
    const bool unwritten = review_.unwritten();
    const auto changed = file_.reread();
    if (!changed || !*changed) return false;
    // What was edited here is not thrown away for what was written there: the reader decides.
    if (unwritten) {
      conflict_ = true;
      review_.changed();
      return true;
    }
    return review_.file_is(file_.text()).has_value();
  }

  void look_at_file() {
    bool changed = false;
    {
      const std::lock_guard lock(mutex_);
      changed = look_again();
    }
    if (changed) changed_.notify_all();
  }

  LivePage& page_;
  live::LiveDraft& review_;
  live::DraftFile& file_;
  Options options_;
  std::string root_;
  int port_ = 0;
  httplib::Server server_;

  std::mutex mutex_;  ///< for all below, the review and the file
  std::condition_variable changed_;
  bool ending_ = false;
  bool conflict_ = false;
  std::vector<std::pair<std::size_t, live::Decision>> decided_;  ///< in this run, by version
};

LiveServer::LiveServer(LivePage& page, live::DraftFile& file, const Options& options)
    : impl_(std::make_unique<Impl>(page, file, options)) {}
LiveServer::~LiveServer() = default;

Result<std::string> LiveServer::listen() { return impl_->listen(); }
void LiveServer::run(const std::function<bool()>& stopped) { impl_->run(stopped); }

}  // namespace duizhao::cli
