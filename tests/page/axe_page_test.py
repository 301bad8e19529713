#!/usr/bin/python3
"""What axe-core finds on the pages, those that are files and those that are served, in one language, light, dark
and in forced colours, narrow and wide: nothing serious, and nothing wider than the window.

usage: axe_page_test.py DUIZHAO CORPORA LANGUAGE
"""
import contextlib
import os
import signal
import subprocess
import sys
import tempfile

import browser

browser.require()
program, corpora, language = sys.argv[1:4]
axe = os.path.join(os.path.dirname(__file__), "../../build/axe/node_modules/axe-core/axe.min.js")
if not os.path.exists(axe):
    print("skipped: axe-core is not installed (tools/setup --ci installs it where there is npm)")
    sys.exit(browser.SKIPPED)
axe = open(axe, encoding="utf-8").read()
folder = tempfile.mkdtemp()
statistics = os.path.join(corpora, "statistics")
pair = [os.path.join(statistics, name) for name in ("report.zh-Hant.txt", "draft.en.txt")]
passed = 0

# Everything open that opens, one menu at a time, since they lie over one another.
OPENINGS = ["", "document.getElementById('tell')?.click()", "document.querySelector('.note')?.click()"] + [
    f"document.querySelectorAll('details.menu').forEach((menu, i) => menu.open = i === {i})" for i in range(4)]


def faults(driver):
    driver.execute_script("for (const chunk of document.querySelectorAll('.chunk')) chunk.style.contentVisibility = 'visible'")
    found = driver.execute_async_script("""
        axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
            .then(arguments[0])""")["violations"]
    return [f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found
            if one["impact"] in ("serious", "critical")]


def look_at(address, scheme, width, openings):
    global passed
    with browser.page(address, width=width) as driver:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [
            {"name": "prefers-color-scheme", "value": "dark" if scheme == "dark" else "light"},
            {"name": "forced-colors", "value": "active" if scheme == "forced" else "none"}]})
        driver.execute_script(axe)
        for opening in openings:
            driver.execute_script(opening)
            found = faults(driver)
            assert not found, (address, scheme, width, opening, found)
            assert driver.execute_script("return document.documentElement.scrollWidth <= innerWidth"), (
                "the page is wider than its window", address, scheme, width, opening)
            passed += 1


@contextlib.contextmanager
def served(*arguments):
    """The address of a page that the program serves."""
    server = subprocess.Popen([program, "review", *arguments, "--no-browser"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


def look_all_over(address):
    for scheme, width, openings in (("light", 1400, OPENINGS), ("dark", 390, OPENINGS[:2]), ("forced", 800, OPENINGS[:1])):
        look_at(address, scheme, width, openings)


pages = {name: os.path.join(folder, f"{name}.html") for name in ("review", "beads", "terms", "pairs")}
common = ["--lang", language]
table = os.path.join(folder, "pairs.tsv")
subprocess.run([program, "check", *pair, "-g", os.path.join(statistics, "glossary.tsv"), "-o", pages["review"],
                "--fail-on", "never", *common], check=True)
subprocess.run([program, "align", *pair, "-o", pages["beads"], *common], check=True)
subprocess.run([program, "glossary", "build", *pair, "-o", pages["terms"], *common], check=True)
with open(table, "w", encoding="utf-8") as out:
    out.write("The bank opened in 1912.\t该行1921年开业。\nIt has 30 branches.\t它有三十家分行。\n")
subprocess.run([program, "check", "--pairs", table, "-o", pages["pairs"], "--fail-on", "never", *common], check=True)
for page in pages.values():
    look_all_over("file://" + page)
for arguments in ([*pair, "-g", os.path.join(statistics, "glossary.tsv")], ["--pairs", table],
                  ["--align", *pair, "-o", os.path.join(folder, "beads.ladder")]):
    journal = os.path.join(folder, "journal")
    with served(*arguments, "--journal", journal, *common) as address:
        look_all_over(address)

print(f"axe: {passed} passed, 0 failed")
