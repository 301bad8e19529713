#!/usr/bin/python3
"""The page of an alignment in a browser: beads are merged, split, shifted and linked anew, and saved.

usage: beads_page_test.py DUIZHAO CORPORA
"""
import os
import signal
import subprocess
import sys
import tempfile

import browser

browser.require()
program, corpora = sys.argv[1:3]
folder = tempfile.mkdtemp()
page = os.path.join(folder, "beads.html")
pair = [os.path.join(corpora, "statistics", name) for name in ("report.zh-Hant.txt", "clean.en.txt")]
subprocess.run([program, "align", *pair, "-o", page], check=True)
ladder = subprocess.run([program, "align", *pair, "--format", "ladder"], check=True, capture_output=True, text=True).stdout


def saved(driver, name):
    return driver.execute_script("""
        let text = null;
        const made = URL.createObjectURL;
        const blobs = [];
        URL.createObjectURL = (blob) => { blobs.push(blob); return made.call(URL, blob); };
        HTMLAnchorElement.prototype.click = () => {};
        document.getElementById(arguments[0]).click();
        URL.createObjectURL = made;
        return blobs[0].text();""", "save-" + name)


def row(driver, place):
    return driver.execute_script("""
        const row = document.getElementById(arguments[0]);
        const numbers = row.dataset.numbers.split(" ").map(Number);
        return [1, 3].map((at) => Array.from(row.children[at].querySelectorAll(".s"), (one) => numbers[at] + Number(one.dataset.s)));""",
                                 f"b{place}")


with browser.page("file://" + page) as driver:
    from selenium.webdriver.common.keys import Keys

    browser.holds("what is not mended is saved as the program has it", saved(driver, "ladder") == ladder)
    driver.execute_script("document.querySelector('#b2 .text').click()")
    first, second = row(driver, 2), row(driver, 3)
    browser.press(driver, "M")
    merged = [first[0] + second[0], first[1] + second[1]]
    browser.holds("M merges with the next", row(driver, 2) == merged)
    browser.press(driver, "u")
    browser.holds("u takes it back", row(driver, 2) == first and row(driver, 3) == second)
    browser.press(driver, "M")
    browser.press(driver, "S")
    browser.holds("S splits it again", row(driver, 2) == first and row(driver, 3) == second)
    browser.press(driver, ">")
    browser.holds("> sends the last sentence on", row(driver, 3)[1] == first[1][-1:] + second[1])
    browser.press(driver, "u")
    driver.execute_script("""
        document.querySelector("#b4 [data-s]").click();
        document.getElementById("b5").children[3].querySelector(".s").click();""")
    source, target = row(driver, 4)[0][0], row(driver, 5)[1][0]
    browser.press(driver, "l")
    browser.holds("l links what was clicked on", [[source], [target]] in [row(driver, place) for place in range(4, 8)])
    mended = saved(driver, "ladder")
    browser.holds("it is saved so", f"[{source}]:[{target}]\n" in mended)
    browser.holds("no sentence is lost", sorted(mended.replace("[", ",").replace("]", ",").replace(":", ",").replace("\n", ",").split(","))
          == sorted(ladder.replace("[", ",").replace("]", ",").replace(":", ",").replace("\n", ",").split(","))
          or len(mended.splitlines()) != len(ladder.splitlines()))
    browser.holds("TMX has its units", saved(driver, "tmx").count("<tu>") > 40)
    browser.holds("TSV has a line a passage", saved(driver, "tsv").count("\n") == mended.count("\n"))
    driver.refresh()
    browser.holds("it lasts over a reload", saved(driver, "ladder") == mended)

# The same where the program keeps the beads: what is mended outlives it, and Ctrl-S writes the file.
written = os.path.join(folder, "beads.ladder")


def serve():
    server = subprocess.Popen([program, "review", "--align", *pair, "-o", written, "--no-browser", "--journal",
                               os.path.join(folder, "journal")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return server, server.stdout.readline().strip()


server, address = serve()
try:
    with browser.page(address) as driver:
        browser.wait(driver, "the page is there", "!document.getElementById('write').disabled")
        driver.execute_script("document.querySelector('#b2 .text').click()")
        browser.press(driver, "M")
        browser.wait(driver, "M merges with the next", f"document.querySelectorAll('#rows .row[id^=b]').length === {ladder.count(chr(10)) - 1}")
        browser.holds("as on the page that is a file", row(driver, 2) == merged)
    server.kill()
    server.wait()
    server, address = serve()
    with browser.page(address) as driver:
        browser.wait(driver, "the page is there again", "!document.getElementById('write').disabled")
        browser.holds("what was mended is still so", row(driver, 2) == merged)
        driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "s")
        browser.wait(driver, "it is written", "document.getElementById('write').disabled")
    browser.holds("the file has the mended beads", f"[{merged[0][0]},{merged[0][1]}]:" in open(written, encoding="utf-8").read())
finally:
    server.send_signal(signal.SIGINT)
    server.wait(timeout=20)

print(f"beads page: {browser.passed} passed, 0 failed")
