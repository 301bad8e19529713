#!/usr/bin/python3
"""A translator's day on the live page of pairs: an SDLXLIFF and a TMX are mended, the program killed and started
again, and the files have exactly the changes, as has a workbook; 100,000 pairs scroll.

usage: live_pairs_page_test.py DUIZHAO CORPORA
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile

import browser

browser.require()
program, corpora = sys.argv[1:3]
folder = tempfile.mkdtemp()

# What stands in the file: source, target with its tags, and the target in the end.
SEGMENTS = [
    ("The <g id=\"1\">bank</g> opened in 1912.", "该<g id=\"1\">银行</g>于1921年开业。", "该<g id=\"1\">银行</g>于1912年开业。"),
    ("It has 30 branches &amp; 4 offices.", "它有40家<x id=\"2\"/>分行&amp;4个办事处。", "它有30家<x id=\"2\"/>分行&amp;4个办事处。"),
    ("Profit rose 5% in May.", "五月利润增长5%。", "五月利润增长5%。"),
    ("Costs fell by 20% in March.", "三月成本下降了50%。", "三月成本下降了50%。"),
    ("The chairman visited the new office on Monday.", "董事长周二走访了新办事处。", "董事长周一走访了新办事处。"),
    ("Sales reached US$3 million.", "销售额达300万美元。", "销售额达300万美元。"),
]


def sdlxliff(column):
    units = "".join(f"""<trans-unit id="u{i}"><source>{segment[0]}</source>\r
<seg-source><mrk mtype="seg" mid="{i}">{segment[0]}</mrk></seg-source>\r
<target><mrk mtype="seg" mid="{i}">{segment[column]}</mrk></target><sdl:seg-defs><sdl:seg id="{i}" conf="Draft"/></sdl:seg-defs></trans-unit>\r
""" for i, segment in enumerate(SEGMENTS, 1))
    return f"""\ufeff<?xml version="1.0" encoding="utf-8"?>\r
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\r
<file original="a.docx" source-language="en-US" target-language="zh-CN" datatype="x-sdlfilterframework2"><body>\r
{units}</body></file></xliff>\r
"""


def tmx(column):
    def tmx_tags(text):
        return (text.replace('<g id="1">', '<bpt i="1">&lt;b&gt;</bpt>').replace("</g>", '<ept i="1">&lt;/b&gt;</ept>')
                .replace('<x id="2"/>', '<ph x="2">\\line</ph>'))
    units = "".join(f"""<tu tuid="{i}" changedate="20250101T000000Z"><prop type="x">{i}</prop>
<tuv xml:lang="en"><seg>{tmx_tags(segment[0])}</seg></tuv><tuv xml:lang="zh-CN"><seg>{tmx_tags(segment[column])}</seg></tuv></tu>
""" for i, segment in enumerate(SEGMENTS, 1))
    return f"""<?xml version="1.0" encoding="utf-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" datatype="xml" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/>
<body>
{units}</body></tmx>
"""


def start(path):
    server = subprocess.Popen([program, "review", "--pairs", path, "--no-browser"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
    return server, server.stdout.readline().strip()


def choose(driver, row, rule=None):
    """Chooses a note of a row by a click, as a reader does."""
    note = f"#b{row} .note" + (f"[data-rule='{rule}']" if rule else "")
    browser.wait(driver, f"row {row} has its note", f"document.querySelector(\"{note}\")")
    driver.execute_script("document.querySelector(arguments[0]).click()", note)


def edit(driver, row, old, new):
    from selenium.webdriver.common.keys import Keys

    browser.wait(driver, f"row {row} is there", f"document.getElementById('b{row}')")
    driver.execute_script("""document.getElementById(arguments[0]).children[3]
        .dispatchEvent(new MouseEvent("dblclick", { bubbles: true }))""", f"b{row}")
    browser.wait(driver, "the segment opens", f"document.querySelector('#b{row} textarea.edit')")
    driver.execute_script("""const box = document.querySelector("textarea.edit");
        box.value = box.value.replace(arguments[0], arguments[1]);""", old, new)
    driver.find_element("css selector", "textarea.edit").send_keys(Keys.ENTER)
    browser.wait(driver, "the segment closes", "!document.querySelector('textarea.edit')")
    browser.wait(driver, "it says what was typed", f"document.getElementById('b{row}')?.textContent.includes('{new}')")


def a_day(name, text, encoding):
    from selenium.webdriver.common.keys import Keys

    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(text(1).encode(encoding))
    before = open(path, "rb").read()
    server, address = start(path)
    try:
        with browser.page(address) as driver:
            browser.wait(driver, "what is wrong is found", "document.querySelectorAll('.note').length >= 4")
            stops = int(browser.text(driver, "#count").split()[0])
            for _ in range(stops):
                browser.press(driver, "n")
            browser.holds("every stop was passed by key", browser.text(driver, "#count") == f"{stops} of {stops}")
            choose(driver, 0)
            browser.press(driver, "f")
            browser.wait(driver, "the suggestion is put in", "document.getElementById('b0').textContent.includes('1912年')")
            edit(driver, 4, "周二", "周一")
            choose(driver, 3)
            browser.press(driver, "x")
            browser.press(driver, "as agreed")
            browser.press(driver, Keys.ENTER)
            browser.wait(driver, "one is accepted", "document.querySelector('#b3 .note.accepted')")
            choose(driver, 1)
            browser.press(driver, "m")
            browser.press(driver, "ask")
            browser.press(driver, Keys.ENTER)
            browser.wait(driver, "one is a question", "document.querySelector('#b1 .note.question')")
        browser.holds("nothing is written before it is asked for", open(path, "rb").read() == before)
        server.send_signal(signal.SIGKILL)
        server.wait()
        server, address = start(path)
        with browser.page(address) as driver:
            browser.wait(driver, "the edits are there again", "document.getElementById('b4')?.textContent.includes('周一')")
            browser.wait(driver, "so is what was accepted", "document.querySelector('#b3 .note.accepted')")
            edit(driver, 1, "40", "30")
            browser.press(driver, "/")
            browser.press(driver, "成本")
            browser.wait(driver, "the search finds the segment", "document.querySelectorAll('.note:not([hidden])').length === 1")
            driver.execute_script("document.getElementById('reset').click()")
            driver.execute_script("document.getElementById('write').click()")
            browser.wait(driver, "it is written", "document.getElementById('write').disabled")
            browser.wait(driver, "nothing is left to do", "document.getElementById('count').textContent.startsWith('0 ')")
        browser.holds("the file has exactly these changes", open(path, "rb").read() == text(2).encode(encoding))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


a_day("chapter.sdlxliff", sdlxliff, "utf-8")
a_day("memory.tmx", tmx, "utf-16")

def a_workbook():
    """One cell is mended; of the workbook nothing else is touched, styles, formulas and other sheets included."""
    path = os.path.join(folder, "chapter.xlsx")
    make_workbook(path)
    before = members_of(path)
    server, address = start(path)
    try:
        with browser.page(address) as driver:
            browser.wait(driver, "what is wrong is found", "document.querySelectorAll('.note').length >= 1")
            edit(driver, 0, "1921", "1912")
            browser.wait(driver, "it is to be written", "!document.getElementById('write').disabled")
            driver.execute_script("document.getElementById('write').click()")
            browser.wait(driver, "it is written", "document.getElementById('write').disabled")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
    after = members_of(path)
    browser.holds("the workbook has the same parts", after.keys() == before.keys())
    changed = [name for name in after if after[name] != before[name]]
    browser.holds(f"one sheet is another: {changed}", changed == ["xl/worksheets/sheet1.xml"])
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    rows = [before["xl/worksheets/sheet1.xml"].decode().split("<row "), sheet.split("<row ")]
    browser.holds("of it one row", sum(old != new for old, new in zip(*rows)) == 1 and len(rows[0]) == len(rows[1]))
    browser.holds("the cell says what was typed", "该银行于1912年开业。" in sheet and "1921" not in sheet)
    browser.holds("its look stays", 'r="C2" s="1"' in sheet)


def members_of(path):
    with zipfile.ZipFile(path) as workbook:
        return {name: workbook.read(name) for name in workbook.namelist()}


def make_workbook(path):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = [("id", "English", "中文"), ("a1", "The bank opened in 1912.", "该银行于1921年开业。"),
            ("a2", "It has 30 branches.", "它有30家分行。"), ("a3", "Sales reached US$3 million.", "销售额达300万美元。")]
    strings = [text for row in rows for text in row]
    cells = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{"ABC"[c]}{r}" s="{1 if c == 2 else 0}" t="s"><v>{(r - 1) * 3 + c}</v></c>' for c in range(3))
        + f'<c r="D{r}"><f>LEN(C{r})</f><v>9</v></c></row>' for r in range(1, len(rows) + 1))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
                               f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>'
                               f'<Override PartName="/xl/styles.xml" ContentType="{kinds}.styles+xml"/>'
                               f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                       f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Chapter" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                      f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                      f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/>'
                                      f'<Relationship Id="rId3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><cols><col min="1" max="1" width="9"/></cols><sheetData>{cells}</sheetData>'
                                    '<autoFilter ref="A1:C4"/></worksheet>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills>'
                         '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
                         '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as workbook:
        for name, text in parts.items():
            workbook.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


a_workbook()

table = os.path.join(folder, "many.tsv")
with open(table, "w", encoding="utf-8") as out:
    for i in range(100000):
        out.write(f"Line {i}.\t第{i if i % 1000 else i + 1}行。\n")
server, address = start(table)
try:
    with browser.page(address) as driver:
        browser.wait(driver, "the first rows are there", "document.querySelectorAll('.row').length > 20")
        driver.execute_script("scrollTo(0, document.documentElement.scrollHeight)")
        browser.wait(driver, "the last row comes", "document.getElementById('b99999')")
        browser.holds("and the first ones go", driver.execute_script("return document.querySelectorAll('.row').length") < 1000)
        driver.execute_script("scrollTo(0, document.documentElement.scrollHeight / 2)")
        browser.wait(driver, "so does the middle", "document.getElementById('b50000') || document.querySelectorAll('.row').length > 20")
finally:
    server.send_signal(signal.SIGINT)
    server.wait(timeout=20)
shutil.rmtree(folder)
print(f"live pairs: {browser.passed} passed, 0 failed")
