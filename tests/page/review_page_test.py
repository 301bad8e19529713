#!/usr/bin/python3
"""The page of a review in a browser: the work list by keys, decisions, filters, search.

usage: review_page_test.py DUIZHAO CORPORA
"""
import json
import os
import subprocess
import sys
import tempfile

import browser

browser.require()
program, corpora = sys.argv[1:3]
folder = tempfile.mkdtemp()
page = os.path.join(folder, "review.html")
pair = [os.path.join(corpora, "statistics", name) for name in ("report.zh-Hant.txt", "draft.en.txt")]
glossary = os.path.join(corpora, "statistics", "glossary.tsv")
subprocess.run([program, "check", *pair, "-g", glossary, "-o", page, "--fail-on", "never"], check=True)
listed = json.loads(subprocess.run([program, "check", *pair, "-g", glossary, "--format", "json", "--fail-on", "never"],
                                   check=True, capture_output=True, text=True).stdout)["findings"]


with browser.page("file://" + page) as driver:
    from selenium.webdriver.common.keys import Keys

    notes = browser.count(driver, ".note")
    browser.holds("every place of every finding of the JSON is a note", notes >= sum(one["places"] for one in listed))
    browser.holds("so is every finding",
          {one["key"] for one in listed} <= set(driver.execute_script(
              "return Array.from(document.querySelectorAll('.note'), (note) => note.dataset.key)")))
    browser.holds("the bar counts them", browser.text(driver, "#count").startswith(str(notes)))

    browser.press(driver, "n")
    first = driver.execute_script("return document.querySelector('.note.chosen').id")
    browser.holds("n goes to the first finding", browser.text(driver, "#count").startswith("1 "))
    browser.press(driver, "np")
    browser.holds("p goes back", driver.execute_script("return document.querySelector('.note.chosen').id") == first)

    browser.press(driver, "x")
    browser.press(driver, "house style")
    browser.press(driver, Keys.ENTER)
    browser.holds("Enter accepts, with the reason", browser.text(driver, "#" + first + " .said").endswith("house style"))
    browser.holds("what is accepted leaves the list", browser.text(driver, "#count").endswith(str(notes - 1)))
    browser.press(driver, "u")
    browser.holds("u takes it back", browser.text(driver, "#" + first + " .said") is None)

    browser.press(driver, "m")
    browser.press(driver, "ask the client")
    browser.press(driver, Keys.ENTER)
    browser.holds("a question stays on the list", browser.count(driver, ".note.question") == 1)
    browser.press(driver, "x")
    browser.press(driver, Keys.ESCAPE)
    browser.holds("Escape decides nothing", browser.count(driver, ".note.question") == 1)

    rule = driver.execute_script("return document.querySelector('.note.chosen').dataset.rule")
    browser.press(driver, "c")
    browser.holds("c goes to a critical finding",
          driver.execute_script("return document.querySelector('.note.chosen').dataset.severity") == "critical")
    browser.press(driver, "s")
    browser.press(driver, Keys.ESCAPE)
    browser.press(driver, "n")
    browser.holds("s puts the gravest first",
          driver.execute_script("return document.querySelector('.note.chosen').dataset.severity") == "critical")

    browser.press(driver, "/")
    browser.press(driver, "retail")
    shown = browser.count(driver, ".note:not([hidden])")
    browser.holds("the search narrows the list", 0 < shown < notes)
    driver.find_element("id", "reset").click()
    browser.holds("one click shows all again", browser.count(driver, ".note:not([hidden])") == notes)

    driver.refresh()
    browser.holds("decisions last over a reload", browser.count(driver, ".note.question") == 1)
    browser.holds("the bar is one line", driver.execute_script("return document.getElementById('bar').offsetHeight") < 60)

for width in (390, 800, 1920):
    with browser.page("file://" + page, width=width) as driver:
        browser.holds(f"nothing sticks out at {width} pixels",
              driver.execute_script("return document.documentElement.scrollWidth <= innerWidth"))
        browser.holds(f"the first passage is on the first screen at {width} pixels",
              driver.execute_script("return document.querySelector('.row .text').getBoundingClientRect().top < innerHeight"))

print(f"review page: {browser.passed} passed, 0 failed")
