#!/usr/bin/python3
"""The page of proposed terms in a browser: decisions, corrections, many at once, order, and 20,000 proposals.

usage: terms_page_test.py DUIZHAO CORPORA
"""
import os
import re
import subprocess
import sys
import tempfile

import browser

browser.require()
program, corpora = sys.argv[1:3]
folder = tempfile.mkdtemp()
page = os.path.join(folder, "terms.html")
pair = [os.path.join(corpora, "statistics", name) for name in ("report.zh-Hant.txt", "draft.en.txt")]
subprocess.run([program, "glossary", "build", *pair, "-o", page], check=True)


def number(driver, name):
    return int(browser.text(driver, "#" + name))


with browser.page("file://" + page) as driver:
    from selenium.webdriver.common.keys import Keys

    all_of_them = number(driver, "open")
    browser.press(driver, "a")
    browser.holds("a accepts", number(driver, "accepted") >= 1)
    browser.press(driver, "r")
    browser.holds("r rejects", number(driver, "rejected") >= 1)
    term = driver.execute_script("return document.querySelector('tr.current').dataset.term")
    browser.press(driver, "e")
    browser.press(driver, "typed")
    driver.execute_script("document.activeElement.blur()")
    browser.holds("what was typed stays when the focus goes",
          driver.execute_script("return document.querySelector('tr.current .target').textContent").startswith("typed"))
    accepted = number(driver, "accepted")
    browser.holds("it is not accepted by that", accepted < all_of_them)
    browser.press(driver, "e")
    browser.press(driver, "better")
    browser.press(driver, Keys.ENTER)
    browser.holds("Enter accepts it", number(driver, "accepted") > accepted)

    driver.execute_script("document.querySelector(\"th[data-sort='term'] button\").click()")
    terms = driver.execute_script("return Array.from(document.querySelectorAll('tr[data-term]:not(.follows)'), (row) => row.dataset.term)")
    browser.holds("a column orders the list",
          driver.execute_script("return arguments[0].every((term, i) => i === 0 || arguments[0][i - 1].localeCompare(term) <= 0)", terms))
    before = number(driver, "open")
    driver.find_element("id", "accept-all").click()
    browser.holds("all that are shown are accepted at once", number(driver, "open") == 0)
    driver.find_element("id", "undo").click()
    browser.holds("and taken back at once", number(driver, "open") == before)
    driver.refresh()
    browser.holds("decisions last over a reload", number(driver, "open") == before)
    browser.press(driver, "/")
    browser.press(driver, term)
    browser.holds("the search finds a term", browser.count(driver, "tr[data-term]") >= 1)
    browser.holds("with what was typed", "better" in browser.text(driver, "table"))

html = open(page, encoding="utf-8").read()
row = re.search(r"<tr id=\"p0\".*?</tr>\n", html, re.S).group(0)
term = re.search(r'data-term="([^"]*)"', row).group(1)
many = "".join(row.replace("p0", f"p{i}").replace(term, f"{term}{i}") for i in range(20000))
large = os.path.join(folder, "many.html")
with open(large, "w", encoding="utf-8") as out:
    out.write(re.sub(r"<tr id=\"p0\".*</tr>\n", lambda _: many, html, count=1, flags=re.S))
with browser.page("file://" + large) as driver:
    browser.holds("20,000 are there", number(driver, "open") == 20000)
    browser.press(driver, "ar")
    browser.holds("and a key decides on each", number(driver, "open") == 19998)

print(f"terms page: {browser.passed} passed, 0 failed")
