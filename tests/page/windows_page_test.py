#!/usr/bin/python3
"""Two windows on one live review, and another program that writes its file: all stay in step, and nothing is lost.

usage: windows_page_test.py DUIZHAO CORPORA
"""
import shutil
import signal
import subprocess
import sys

import browser

browser.require()
from selenium.webdriver.common.keys import Keys  # noqa: E402

program, corpora = sys.argv[1:3]
folder, source, draft = browser.copied_report(corpora, "statistics", "report.zh-Hant.txt", "draft.en.txt")
before = open(draft, encoding="utf-8", newline="").read()


def says(driver, what, text):
    browser.wait(driver, what, f"document.getElementById('rows').textContent.includes('{text}')")


server = subprocess.Popen([program, "review", source, draft, "--no-browser"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
try:
    address = server.stdout.readline().strip()
    with browser.page(address) as driver:
        first = driver.current_window_handle
        driver.switch_to.new_window("tab")
        driver.get(address)
        second = driver.current_window_handle

        driver.switch_to.window(first)
        browser.open_passage(driver, "slightly faster pace")
        browser.write_in_box(driver, "slightly faster", "somewhat faster")
        says(driver, "the first window says it", "somewhat faster pace")
        note = driver.execute_script("return document.querySelector('.note').dataset.key")
        driver.execute_script("document.querySelector('.note').click()")
        browser.press(driver, "x")
        browser.press(driver, Keys.ENTER)
        driver.switch_to.window(second)
        says(driver, "so does the second", "somewhat faster pace")
        browser.wait(driver, "it has the decision too", f"document.querySelector(\".note.accepted[data-key='{note}']\")")

        browser.open_passage(driver, "HK$843.6 billion")
        driver.switch_to.window(first)
        browser.open_passage(driver, "HK$843.6 billion")
        browser.write_in_box(driver, "during the quarter", "in the quarter")
        says(driver, "the first window was faster", "in the quarter")
        driver.switch_to.window(second)
        browser.write_in_box(driver, "At current market prices", "In current prices")
        browser.wait(driver, "the second is told so", "!document.getElementById('warning').hidden")
        refused = [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
        browser.holds(f"by the server, once: {refused}", len(refused) == 1 and "409" in refused[0])
        browser.holds("what was typed there is still there", "In current prices" in driver.execute_script(
            "return document.querySelector('textarea.edit').value"))
        driver.find_element("css selector", "textarea.edit").send_keys(Keys.ESCAPE)
        says(driver, "it takes what the first one wrote", "in the quarter")

        # Another program writes the file, in which the edits are not yet.
        with open(draft, "a", encoding="utf-8", newline="") as file:
            file.write("Written elsewhere.\n")
        browser.wait(driver, "it is asked about", "!document.getElementById('warning').hidden", 20)
        browser.holds("its text is left alone", open(draft, encoding="utf-8", newline="").read() == before + "Written elsewhere.\n")
        says(driver, "the edits are still there", "somewhat faster pace")
        driver.find_element("css selector", "body").send_keys(Keys.CONTROL, "s")
        browser.wait(driver, "writing puts them over it", "document.getElementById('write').disabled")
        mended = before.replace("slightly faster", "somewhat faster").replace(
            "billion, during the quarter", "billion, in the quarter")
        browser.holds("the file has exactly the edits", open(draft, encoding="utf-8", newline="").read() == mended)
finally:
    server.send_signal(signal.SIGINT)
    server.wait(timeout=20)
shutil.rmtree(folder)
print(f"windows: {browser.passed} passed, 0 failed")
