"""Headless Chromium for the tests of the pages; without one the tests are skipped, saying so."""
import contextlib
import os
import shutil
import sys
import tempfile
import time

SKIPPED = 77  # what CTest takes for a skipped test
passed = 0  # what holds


def require():
    """Ends the test as skipped where the browser or its driver is missing."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        print("skipped: python3-selenium is not installed (tools/setup --ci installs it)")
        sys.exit(SKIPPED)
    if not shutil.which("chromedriver") or not shutil.which("chromium"):
        print("skipped: chromium and chromium-driver are not installed (tools/setup --ci installs them)")
        sys.exit(SKIPPED)


@contextlib.contextmanager
def page(url, width=1400, height=1000):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    try:
        driver.get(url)
        yield driver
        faults = [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
        assert not faults, faults
    finally:
        driver.quit()


def press(driver, keys):
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(driver).send_keys(keys).perform()
    # The page answers in tasks of its own, such as the closing of a dialog.
    driver.execute_async_script("setTimeout(arguments[0], 40)")


def text(driver, selector):
    return driver.execute_script(
        "const found = document.querySelector(arguments[0]); return found ? found.textContent : null", selector)


def count(driver, selector):
    return driver.execute_script("return document.querySelectorAll(arguments[0]).length", selector)


def holds(what, condition):
    global passed
    assert condition, what
    passed += 1


def wait(driver, what, condition, seconds=30):
    for _ in range(seconds * 20):
        if driver.execute_script("return " + condition):
            return holds(what, True)
        time.sleep(0.05)
    print("the page warns:", text(driver, "#warning"))
    print("in focus:", driver.execute_script("return document.activeElement.outerHTML.slice(0, 400)"))
    holds(what, False)


def copied_report(corpora, name, *files):
    """Copies of files of a report, where a test may write: their folder, and the path of each."""
    folder = tempfile.mkdtemp()
    return folder, *(shutil.copy(os.path.join(corpora, name, file), folder) for file in files)


def open_passage(driver, saying):
    """Opens the translation's passage that says so, by a double click."""
    driver.execute_script("""
        const cell = Array.from(document.querySelectorAll(".row")).map((row) => row.querySelectorAll(".text")[1])
            .find((cell) => cell && cell.textContent.includes(arguments[0]));
        cell.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));""", saying)
    wait(driver, "the passage opens", "document.querySelector('textarea.edit')")


def write_in_box(driver, old, new):
    """Types in the open passage, and Enter."""
    from selenium.webdriver.common.keys import Keys

    driver.execute_script("""
        const box = document.querySelector("textarea.edit");
        box.value = box.value.replace(arguments[0], arguments[1]);""", old, new)
    driver.find_element("css selector", "textarea.edit").send_keys(Keys.ENTER)
