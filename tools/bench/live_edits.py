#!/usr/bin/python3
"""How long an edit on the live page takes from the key to its findings, and how long the page takes to open.

usage: live_edits.py [--edits N] [--browser] DUIZHAO SOURCE TARGET

Passages drawn with a fixed seed are edited one after the other: a character more or less, a number changed, a
sentence put in or taken out, two sentences made one. The draft is copied and never written. Without --browser
the time is that of the program's answers, with it that from the Enter key in headless Chromium until the page
with the new findings is laid out; there a passage is open for .8 s, as one is in which somebody types.
"""
import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../tests/page"))
import browser  # noqa: E402


def edited(text, draw):
    """The text with an edit as somebody makes it who mends a translation."""
    kind = draw.randrange(6)
    stop = "。" if re.search(r"[\u4e00-\u9fff]", text) else ". "
    if kind == 0 and re.search(r"\d", text):
        return re.sub(r"\d", lambda digit: str((int(digit.group()) + 1) % 10), text, count=1)
    if kind == 1:
        return text + (" It is so." if stop == ". " else "确实如此。")
    if kind == 2 and text.count(stop) > 1:
        return text.replace(stop, ", " if stop == ". " else "，", 1)
    if kind == 3 and len(text) > 20:
        at = draw.randrange(len(text) - 10)
        return text[:at] + text[at + 3:]
    at = draw.randrange(len(text) + 1)
    return text[:at] + ("word " if stop == ". " else "字") + text[at:]


def told(times, what):
    times.sort()
    print(f"{what}: {len(times)} edits, median {times[len(times) // 2]:.0f} ms, 95 % {times[len(times) * 95 // 100]:.0f} ms, "
          f"worst {times[-1]:.0f} ms")


def by_request(address, edits, draw):
    def ask(path, body=None):
        request = urllib.request.Request(address + path, None if body is None else json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    state = ask("state")
    rows = len(state["rows"])
    times = []
    while len(times) < edits:
        bead = draw.randrange(rows)
        was = ask(f"text?bead={bead}")["text"]
        if not was:
            continue
        begun = time.perf_counter()
        state = ask(f"edit?since={state['version']}", {"bead": bead, "was": was, "text": edited(was, draw)})
        times.append((time.perf_counter() - begun) * 1000)
        rows = len(state["rows"])
    told(times, "the program's answers")


def by_key(address, edits, draw):
    times = []
    with browser.page("about:blank") as driver:
        opened = time.perf_counter()
        driver.get(address)
        browser.wait(driver, "the page is there", "document.getElementById('write')?.disabled && Stops.all().length >= 0")
        print(f"opened in the browser after {time.perf_counter() - opened:.2f} s")
        rows = browser.count(driver, "#rows .row[id^=b]")
        while len(times) < edits:
            bead = draw.randrange(rows)
            was = driver.execute_async_script("""
                const answer = arguments[1];
                const row = document.getElementById("b" + arguments[0]);
                const cell = row && row.children[3];
                if (!cell || cell.matches(".void")) return answer("");
                cell.scrollIntoView({ block: "center" });
                cell.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
                (function look() {
                  const box = document.querySelector("textarea.edit");
                  if (box) answer(box.value); else setTimeout(look, 5);
                })();""", bead)
            if not was:
                continue
            time.sleep(0.8)
            times.append(driver.execute_async_script("""
                const answer = arguments[1];
                const box = document.querySelector("textarea.edit");
                box.value = arguments[0];
                const begun = performance.now();
                box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
                new MutationObserver((_, observer) => {
                  if (document.querySelector("textarea.edit")) return;
                  observer.disconnect();
                  document.body.getBoundingClientRect();
                  answer(performance.now() - begun);
                }).observe(document.body, { childList: true, subtree: true });""", edited(was, draw)))
    told(times, "from the key to the page")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("target")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        draft = os.path.join(folder, os.path.basename(options.target))
        shutil.copy(options.target, draft)
        begun = time.perf_counter()
        server = subprocess.Popen([options.program, "review", options.source, draft, "--no-browser"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = server.stdout.readline().strip()
            print(f"served after {time.perf_counter() - begun:.2f} s")
            (by_key if options.browser else by_request)(address, options.edits, random.Random(17))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


if __name__ == "__main__":
    main()
