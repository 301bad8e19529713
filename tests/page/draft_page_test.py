#!/usr/bin/python3
"""The translation mended on a page that is a file, and downloaded: everything else in it as it was.

usage: draft_page_test.py DUIZHAO CORPORA
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


def checked(name, *what):
    page = os.path.join(folder, name)
    subprocess.run([program, "check", *what, "-o", page, "--fail-on", "never"], check=True)
    return "file://" + page


def downloaded(driver):
    """The name and the text of what the button gives."""
    return driver.execute_async_script("""
        const done = arguments[0];
        const made = URL.createObjectURL;
        const click = HTMLAnchorElement.prototype.click;
        const got = [];
        URL.createObjectURL = (blob) => { got.push(blob); return made.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () { got.push(this.download); };
        document.getElementById("write").click();
        URL.createObjectURL = made;
        HTMLAnchorElement.prototype.click = click;
        got[0].text().then((text) => done([got[1], text]));""")


def edit(driver, old, new):
    driver.execute_script("""
        const cell = Array.from(document.querySelectorAll("#rows .row"), (row) => row.children[3])
            .find((cell) => cell.textContent.includes(arguments[0]));
        cell.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));""", old)
    browser.wait(driver, "the passage opens", "document.querySelector('textarea.edit')")
    driver.execute_script("""
        const box = document.querySelector("textarea.edit");
        box.value = box.value.replace(arguments[0], arguments[1]);
        box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));""", old, new)
    browser.wait(driver, "the passage closes", "!document.querySelector('textarea.edit')")


def fill(driver, text):
    driver.execute_script("""document.querySelector(".row.no-target").children[3]
        .dispatchEvent(new MouseEvent("dblclick", { bubbles: true }))""")
    browser.wait(driver, "a missing passage opens", "document.querySelector('textarea.edit')")
    driver.execute_script("""
        const box = document.querySelector("textarea.edit");
        box.value = arguments[0];
        box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));""", text)


def undo(driver):
    from selenium.webdriver.common.keys import Keys

    driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "z")


# A text: suggestions put in by key, passages mended, one that is missing filled.
pair = [os.path.join(corpora, "statistics", name) for name in ("report.zh-Hant.txt", "draft.en.txt")]
draft = open(pair[1], encoding="utf-8", newline="").read()
with browser.page(checked("text.html", *pair, "-g", os.path.join(corpora, "statistics", "glossary.tsv"))) as driver:
    browser.holds("nothing is to be downloaded yet", driver.execute_script("return document.getElementById('write').disabled"))
    expected = draft
    for number in range(3):
        evidence, suggestion, name = driver.execute_script("""
            const note = document.querySelector(".note[data-fits]:not(.fixed)");
            const marks = note.closest(".row").children[3].querySelectorAll(`.m[data-f~="${note.id.slice(1)}"]`);
            note.click();
            return [Array.from(marks, (mark) => mark.textContent).join(""), note.querySelector(".fix b").textContent, note.id];""")
        browser.press(driver, "f")
        browser.holds("what a suggestion was put in for is fixed", browser.count(driver, f"#{name}.fixed") == 1)
        browser.holds("the suggestion stands there", suggestion in driver.execute_script(
            "return Array.from(document.querySelectorAll('ins.mended'), (one) => one.textContent)"))
        browser.holds("the evidence stands once in the draft, or the test can't tell", expected.count(evidence) >= 1)
        if expected.count(evidence) == 1:
            expected = expected.replace(evidence, suggestion)
        else:
            expected = downloaded(driver)[1]
    browser.holds("the page says that its verdict is of the text before", "duizhao review" in browser.text(driver, "#stale")
                  and driver.execute_script("return document.getElementById('stale').offsetHeight > 0"))
    browser.holds("nothing but the suggestions is changed", downloaded(driver) == ["draft.en.txt", expected])
    edit(driver, "at a slightly faster pace", "somewhat faster 𠀀")
    edit(driver, "somewhat faster 𠀀", "a little faster 𠀀")
    edit(driver, "Overall situation", "The overall situation")
    expected = expected.replace("at a slightly faster pace", "a little faster 𠀀").replace("Overall situation", "The overall situation")
    browser.holds("passages are mended, one of them twice", downloaded(driver) == ["draft.en.txt", expected])
    fill(driver, "What was left out is said now.")
    filled = downloaded(driver)[1]
    browser.holds("it is in the file", filled.replace("What was left out is said now.", "").replace("\n\n", "\n").split()
                  == expected.split())
    undo(driver)
    browser.holds("it is taken back", downloaded(driver) == ["draft.en.txt", expected])
    driver.refresh()
    browser.wait(driver, "what was mended lasts over a reload", "!document.getElementById('write').disabled")
    browser.holds("all of it", downloaded(driver) == ["draft.en.txt", expected])

# Markdown whose lines are wrapped: markup and line ends stay.
source = os.path.join(folder, "note.en.md")
target = os.path.join(folder, "note.zh.md")
with open(source, "w", encoding="utf-8") as file:
    file.write("# The report\n\nThe fund grew by **12 percent** in 2023. It was\nfounded in Geneva.\n\n- It has 40 members.\n")
mended = "# 报告\n\n该基金在2023年增长了**{}**。它\n成立于[日内瓦](https://example.org)。\n\n- 它有{}名成员。\n"
with open(target, "w", encoding="utf-8") as file:
    file.write(mended.format("21%", "40"))
with browser.page(checked("markdown.html", source, target)) as driver:
    edit(driver, "21%", "12%")
    edit(driver, "40名", "四十名")
    browser.holds("Markdown keeps its markup", downloaded(driver) == ["note.zh.md", mended.format("12%", "四十")])

# Pairs: the corrected ones are a list.
pairs = os.path.join(folder, "pairs.tsv")
with open(pairs, "w", encoding="utf-8") as file:
    file.write("The fund grew by 12 percent.\t该基金增长了21%。\nIt has 40 members.\t它有40名成员。\nIt closed in May.\t\n")
with browser.page(checked("pairs.html", "--pairs", pairs)) as driver:
    edit(driver, "21%", "12%")
    fill(driver, "它于5月关闭。")
    browser.holds("corrected pairs are told by line", downloaded(driver)
                  == ["corrections.tsv", "1\tThe fund grew by 12 percent.\t该基金增长了12%。\n3\tIt closed in May.\t它于5月关闭。\n"])

print(f"draft page: {browser.passed} passed, 0 failed")
