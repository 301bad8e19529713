#!/usr/bin/python3
"""A translator's day on the live page: walk, mend, decide, the program killed and started again, written.

usage: live_page_test.py DUIZHAO CORPORA
"""
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.parse

import browser

browser.require()
program, corpora = sys.argv[1:3]
folder, source, draft = browser.copied_report(corpora, "statistics", "report.zh-Hant.txt", "draft.en.txt")
before = open(draft, encoding="utf-8", newline="").read()
glossary = os.path.join(corpora, "statistics", "glossary.tsv")


def start():
    server = subprocess.Popen([program, "review", source, draft, "-g", glossary, "--no-browser"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return server, server.stdout.readline().strip()


def respond(address, method="GET", path="", body=None, **headers):
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    connection.request(method, parts.path + path if not path.startswith("/") else path, body, headers)
    return connection.getresponse()


def announced(address, size):
    """What is answered to the head of a request of so many bytes."""
    parts = urllib.parse.urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(f"POST {parts.path}edit HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
                           f"Content-Length: {size}\r\n\r\n".encode())
        return connection.recv(100).decode()


def request(*what, **headers):
    return respond(*what, **headers).status


def edit(driver, old, new):
    """Chooses nothing, opens the passage that says `old` by a double click, and types."""
    browser.open_passage(driver, old)
    browser.write_in_box(driver, old, new)
    browser.wait(driver, "the passage closes", "!document.querySelector('textarea.edit')")


def shown(driver):
    """The rows as they are numbered and what they say."""
    browser.wait(driver, "the rows are there", "document.querySelector('#rows .row')")
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")  # or some still tell their numbers of before
    return driver.execute_script("""
        return Array.from(document.querySelectorAll("#rows .row"), (row) =>
            [row.id, row.getAttribute("aria-label"), row.dataset.numbers, row.children[0].title, row.children[2].title,
             row.querySelectorAll(".note").length, row.textContent].join("|"));""")


# Lists of rows drawn by a fixed seed, one after the other: what stands there then, and that little of it was moved.
EXCHANGES = """
    let seed = 17;
    const draw = (count) => (seed = (seed * 48271) % 2147483647) % count;
    const html = (key) => `<div class="row" id="b0" data-row="${key}" data-numbers="0 0 0 0 0" aria-label="passage 1">
        <div class="no">1</div><div></div><div class="no"></div><div></div></div>`;
    const show = (keys) => Exchange.rows(keys.map((key, i) => [key, [i, i, i, i, i].join(" "), html(key)]));
    const rows = () => Array.from(document.querySelectorAll("#rows .row[data-row]"));
    let keys = Array.from({ length: 300 }, () => "k" + draw(90));
    show(keys);
    for (let round = 0; round < 300; ++round) {
      const next = keys.slice();
      const changes = 1 + draw(3);
      for (let i = 0; i < changes; ++i) {
        next.splice(draw(next.length), draw(3), ...Array.from({ length: draw(3) }, () => "k" + draw(120)));
      }
      const seen = new MutationObserver(() => {});
      seen.observe(document.getElementById("rows"), { childList: true, subtree: true });
      show(next);
      const moved = seen.takeRecords().flatMap((record) => Array.from(record.removedNodes)).filter((node) => node.isConnected);
      seen.disconnect();
      const said = rows().map((row) => row.dataset.row);
      if (said.join() !== next.join()) return "other rows: " + said.join() + " for " + next.join();
      if (rows().some((row, i) => row.id !== "b" + i)) return "other numbers";
      if (moved.length > 3 * changes) return "moved: " + moved.map((row) => row.id).join();
      keys = next;
    }
    dispatchEvent(new Event("beforeprint"));
    return rows().every((row, i) => row.getAttribute("aria-label") === `passage ${i + 1}` && row.children[0].textContent === String(i + 1))
      ? "" : "the words are behind";
"""

server, address = start()
try:
    browser.holds("without the token there is nothing", request(address, "GET", "/") == 404)
    browser.holds("another host is refused", request(address, Host="evil.example") == 421)
    browser.holds("another origin is refused", request(address, Origin="http://evil.example") == 403)
    browser.holds("no other file is served", request(address, "GET", "/etc/passwd") == 404)
    browser.holds("a path that climbs is refused", request(address, "GET", "../../etc/passwd") == 404)
    json_type = {"Content-Type": "application/json"}
    browser.holds("what is no JSON is refused", request(address, "POST", "edit", "{", **json_type) == 400)
    browser.holds("a request that lacks a member is refused", request(address, "POST", "edit", "{}", **json_type) == 400)
    browser.holds("a huge request is refused", request(address, "POST", "edit", "x" * (2 << 20), **json_type) == 413)
    browser.holds("one of a gigabyte before it has come", announced(address, 1 << 30).startswith("HTTP/1.1 413"))
    browser.holds("one that does not say how long it is, too", request(address, "POST", "edit", iter([b"{}"]), **json_type) == 411)
    browser.holds("a form can't edit", request(address, "POST", "edit", "{}", **{"Content-Type": "text/plain"}) == 400)

    answer = respond(address, **{"Accept-Encoding": "gzip, deflate, br"})
    browser.holds("time is not spent on compressing the page", answer.getheader("Content-Encoding") is None)

    with browser.page(address) as driver:
        from selenium.webdriver.common.keys import Keys

        notes = browser.count(driver, ".note")
        browser.wait(driver, "nothing is to be written yet", "document.getElementById('write').disabled")
        for _ in range(notes):
            browser.press(driver, "n")
        browser.holds("every stop was passed by key", browser.text(driver, "#count") == f"{notes} of {notes}")

        applied = driver.execute_script("""
            return Array.from(document.querySelectorAll(".note[data-fits]")).slice(0, 3)
                .map((note) => note.dataset.key);""")
        for key in applied:
            driver.execute_script("document.querySelector(`.note[data-key='${arguments[0]}']`).click()", key)
            following = driver.execute_script("""
                const notes = [...document.querySelectorAll(".note:not([hidden])")].map((note) => note.dataset.key);
                return notes[notes.indexOf(arguments[0]) + 1];""", key)
            browser.press(driver, "f")
            browser.wait(driver, "the suggestion is put in", f"!document.querySelector(\".note[data-key='{key}']\")")
            browser.wait(driver, "the next finding is chosen", f"document.querySelector(\".note.chosen[data-key='{following}']\")")
        edit(driver, "Overall situation", "The overall situation")
        edit(driver, "at a slightly faster pace", "somewhat faster")
        last = driver.execute_script("return window.lastRow = [...document.querySelectorAll('#rows .row')].pop()")
        passages = browser.count(driver, "#rows .row")
        edit(driver, "The overall situation", "This stands before it all. The overall situation")
        browser.holds("a passage before it makes the last one no other",
                      driver.execute_script("return window.lastRow.isConnected && arguments[0] === window.lastRow", last))
        followed = shown(driver)
        driver.refresh()
        again = shown(driver)
        browser.holds(f"a page that has followed is what it is when it is opened anew: {[pair for pair in zip(followed, again) if pair[0] != pair[1]]}",
                      again == followed)
        driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "z")
        browser.wait(driver, "the sentence is taken back", "!document.getElementById('rows').textContent.includes('before it all')")
        browser.holds("there are as many passages as before", browser.count(driver, "#rows .row") == passages)
        browser.wait(driver, "the draft is to be written", "!document.getElementById('write').disabled")

        kept = driver.execute_script("""
            return Array.from(document.querySelectorAll(".note")).slice(0, 5).map((note) => note.dataset.key);""")
        for key in kept[:4]:
            driver.execute_script("document.querySelector(`.note[data-key='${arguments[0]}']`).click()", key)
            browser.press(driver, "x")
            browser.press(driver, "agreed")
            browser.press(driver, Keys.ENTER)
        driver.execute_script("document.querySelector(`.note[data-key='${arguments[0]}']`).click()", kept[4])
        browser.press(driver, "m")
        browser.press(driver, "ask")
        browser.press(driver, Keys.ENTER)
        browser.wait(driver, "four are accepted, one is a question",
             "document.querySelectorAll('.note.accepted').length >= 4 && document.querySelector('.note.question')")
        missing = driver.execute_script("return document.querySelector('.row.no-target').children[1].textContent")
        driver.execute_script("""document.querySelector(".row.no-target").children[3]
            .dispatchEvent(new MouseEvent("dblclick", { bubbles: true }))""")
        browser.wait(driver, "a missing passage opens", "document.querySelector('textarea.edit')")
        driver.find_element("css selector", "textarea.edit").send_keys("What was left out is said now.", Keys.ENTER)
        browser.wait(driver, "it stands in the draft", "document.getElementById('rows').textContent.includes('left out is said now')")
        driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "z")
        browser.wait(driver, "it can be taken back", "!document.getElementById('rows').textContent.includes('left out is said now')")
        browser.holds("the passage is missing again", missing in browser.text(driver, "#rows"))
    browser.holds("nothing is written before it is asked for", open(draft, encoding="utf-8", newline="").read() == before)

    server.send_signal(signal.SIGKILL)
    server.wait()
    server, address = start()
    with browser.page(address) as driver:
        browser.holds("all decisions are there again", browser.count(driver, ".note.accepted") >= 4)
        browser.holds("and the question", browser.count(driver, ".note.question") == 1)
        browser.holds("and the edits", "The overall situation" in browser.text(driver, "#rows"))
        for key in applied:
            browser.holds("what was mended is not told again", browser.count(driver, f".note[data-key='{key}']") == 0)
        browser.wait(driver, "the draft is still to be written", "!document.getElementById('write').disabled")
        # At once, in the page: the bar may be exchanged between finding a button and clicking it.
        driver.execute_script("document.getElementById('write').click()")
        browser.wait(driver, "it is written", "document.getElementById('write').disabled")

        after = open(draft, encoding="utf-8", newline="").read()
        browser.holds("the edits are in the file", "The overall situation" in after and "somewhat faster" in after)
        changed = [pair for pair in zip(before.split("\n"), after.split("\n")) if pair[0] != pair[1]]
        browser.holds("no line is lost", len(before.split("\n")) == len(after.split("\n")))
        browser.holds("nothing else is changed", 2 <= len(changed) <= 5)

        # Which sentences belong together is mended by key, and the checks follow.
        rows = browser.count(driver, "#rows .row[id^=b]")
        browser.press(driver, "bM")
        browser.wait(driver, "two passages are merged", f"document.querySelectorAll('#rows .row[id^=b]').length === {rows - 1}")
        driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "z")
        browser.wait(driver, "and taken apart again", f"document.querySelectorAll('#rows .row[id^=b]').length === {rows}")
        browser.press(driver, "b")

        # What is no error, or is to be asked, costs nothing: with everything accepted the translation passes.
        browser.holds("it has not passed yet", browser.count(driver, ".failed h1") == 1)
        for _ in range(200):
            if browser.text(driver, "#count").startswith("0 "):
                break
            browser.press(driver, "n")
            browser.press(driver, "x")
            browser.press(driver, Keys.ENTER)
        browser.wait(driver, "the verdict is 'passed'", "document.querySelector('.passed h1')")
        with open(draft, "a", encoding="utf-8", newline="") as file:
            file.write("One line more.\n")
        browser.wait(driver, "the page follows the file", "document.getElementById('rows').textContent.includes('One line more.')")

        # Many rows say the same; those between two that change must not move, which takes long to lay out.
        fault = driver.execute_script(EXCHANGES)
        browser.holds("rows are exchanged as they come: " + fault, fault == "")
finally:
    server.send_signal(signal.SIGINT)
    server.wait(timeout=20)
browser.holds("Ctrl-C ends it in good order", server.returncode == 0)
shutil.rmtree(folder)
print(f"live page: {browser.passed} passed, 0 failed")
