#!/usr/bin/env python3
"""Runs the commands that the documents show, and compares what they print with what is shown.

usage: documents.py DUIZHAO SOURCE_TREE [--write] [DOCUMENT…]

A command is a line of a code block that begins with "$ "; what follows it is what it prints, on
standard output and standard error, where a line "…" stands for any lines. In a block without "$ "
the lines that begin with a program of ours are run too, for their exit status. The commands of one
document run one after the other in one folder, which has a copy of corpora/ and the files that
the READMEs name. With --write, what is shown is replaced by what is printed: read the difference
before you commit it.
"""

import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

DOCUMENTS = ["README.md", "README.zh.md", "corpora/README.md"] + [
    f"tools/guide/{user}{language}.md"
    for user in ("translator", "engineer", "terminologist") for language in ("", ".zh")]

# Commands that are not run here, and why.
ELSEWHERE = {
    "tools/quickstart": "installs packages and builds",
    "tools/run-tests": "runs all tests, and so this one",
    "cmake --install": "the test `install` runs it",
    "ln -s /usr/share/doc": "for those who have the package",
}
OURS = ("duizhao ", "tools/", "cmake ")
FINDS = re.compile("duizhao (check|batch|glossary (check|diff))")  # status 1 says that something was found
OTHERS = ("jq", "sqlite3")  # that the documents use beside ours
ELISION = "…"


class Command:
    """A command of a document, and the numbers of the lines that show what it prints."""

    def __init__(self, line, text, compared):
        self.line, self.text, self.compared, self.shown = line, text, compared, []


def blocks(lines):
    """The code blocks: lists of (number, text without indentation)."""
    block, fence = [], False
    for number, line in enumerate(lines):
        if line.startswith("```"):
            fence = not fence
            if not fence:
                yield block
                block = []
        elif fence:
            block.append((number, line))
        elif line.startswith("    ") and (block or number == 0 or not lines[number - 1].strip()):
            block.append((number, line[4:]))
        elif block and not line.strip():
            block.append((number, ""))
        elif block:
            yield block
            block = []
    yield block


def commands(lines):
    for block in blocks(lines):
        while block and not block[-1][1].strip():
            block.pop()
        compared = any(text.startswith("$ ") for _, text in block)
        command, goes_on = None, False
        for number, text in block:
            if goes_on:
                command.text += "\n" + text
                goes_on = text.endswith("\\")
            elif text.startswith("$ ") or not compared and text.startswith(OURS):
                if command:
                    yield command
                command = Command(number, text.removeprefix("$ "), compared)
                goes_on = text.endswith("\\")
            elif command and compared and (text or command.shown):
                command.shown.append(number)
        if command:
            yield command


def trimmed(lines):
    """Without the blank lines at both ends."""
    filled = [number for number, line in enumerate(lines) if line]
    return lines[filled[0]:filled[-1] + 1] if filled else []


def segments(shown):
    """What is shown, cut at its elisions, without the blank lines around them."""
    parts = [[]]
    for line in shown:
        if line == ELISION:
            parts.append([])
        else:
            parts[-1].append(line)
    return [trimmed(part) for part in parts]


def agrees(shown, printed):
    parts = segments(shown)
    if len(parts) == 1:
        return parts[0] == printed
    first, last = parts[0], parts[-1]
    if printed[:len(first)] != first or last and printed[-len(last):] != last:
        return False
    begin, end = len(first), len(printed) - len(last)
    for part in parts[1:-1]:
        place = next((i for i in range(begin, end - len(part) + 1)
                      if printed[i:i + len(part)] == part), None)
        if place is None:
            return False
        begin = place + len(part)
    return begin <= end


def likeness(one, other):
    return sum(difflib.SequenceMatcher(None, a, b).ratio() for a, b in zip(one, other))


def renewed(shown, printed):
    """What is shown, with every part replaced by the stretch of what is printed most like it."""
    parts = segments(shown)
    if len(parts) == 1:
        return printed
    new, begin = [printed[:len(parts[0])]], len(parts[0])
    for part in parts[1:-1]:
        places = range(begin, max(begin + 1, len(printed) - len(part) + 1))
        place = max(places, key=lambda i: likeness(part, printed[i:i + len(part)]))
        new.append(printed[place:place + len(part)])
        begin = place + len(part)
    new.append(printed[len(printed) - len(parts[-1]):])
    return trimmed([line for part in new for line in ["", ELISION, ""] + trimmed(part)][3:])


def prepare(folder, tree, environment):
    """The folder that the documents speak of."""
    shutil.copytree(tree / "corpora", folder / "corpora")
    for there, here in (("report.en.txt", "report.en.txt"), ("draft.zh-Hans.txt", "draft.zh.txt"),
                        ("glossary.tsv", "names.tsv")):
        shutil.copy(tree / "corpora/chips" / there, folder / here)
    subprocess.run(["duizhao", "align", "report.en.txt", "draft.zh.txt", "-o", "memory.tmx"],
                   cwd=folder, env=environment, check=True)


def run(text, folder, environment):
    """Exit status and what is printed. The live page is opened without a browser and ended."""
    if re.match(r"duizhao review ", text):
        text = f"exec {text} --no-browser"
        page = subprocess.Popen(["bash", "-c", text], cwd=folder, env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        address = page.stdout.readline()
        page.send_signal(signal.SIGINT)
        page.communicate(timeout=60)
        return page.returncode if address.startswith("http://127.0.0.1:") else 1, []
    ended = subprocess.run(["bash", "-c", text], cwd=folder, env=environment, text=True,
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, timeout=120)
    return ended.returncode, ended.stdout.splitlines()


def check(path, tree, program, write):
    """The faults of a document."""
    lines = path.read_text(encoding="utf-8").split("\n")
    name = path.relative_to(tree)
    chinese = path.name.endswith(".zh.md")
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}",
                   "LANG": "zh_CN.UTF-8" if chinese else "C.UTF-8"}
    environment.pop("LC_ALL", None)
    faults, changes, ran = [], [], 0
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        prepare(folder, tree, environment)
        for command in commands(lines):
            if any(command.text.startswith(start) for start in ELSEWHERE):
                continue
            missing = [other for other in OTHERS if re.search(rf"\b{other} ", command.text)
                       and not shutil.which(other)]
            if missing:
                print(f"{name}:{command.line + 1}: not run: there is no {missing[0]} here")
                continue
            ran += 1
            status, output = run(command.text, folder, environment)
            printed = trimmed(output)
            if status not in ((0, 1) if FINDS.search(command.text) else (0,)):
                faults.append(f"{name}:{command.line + 1}: exit status {status}: {command.text}\n"
                              + "\n".join(printed[:20]))
            if not command.compared:
                continue
            indent = "" if lines[command.line].startswith("$ ") else "    "
            shown = [lines[number].removeprefix(indent) for number in command.shown]
            while shown and not shown[-1]:
                shown.pop()
            if agrees(shown, printed):
                continue
            changes.append((command, len(shown), [(indent + line).rstrip()
                                                  for line in renewed(shown, printed)]))
            difference = difflib.unified_diff(shown, printed, "shown", "printed", lineterm="", n=1)
            faults.append(f"{name}:{command.line + 1}: prints something else: {command.text}\n"
                          + "\n".join(list(difference)[:40]))
    if write and changes:
        for command, length, new in reversed(changes):
            begin = command.shown[0] if command.shown else command.line + 1 + command.text.count("\n")
            lines[begin:begin + length] = new
        path.write_text("\n".join(lines), encoding="utf-8")
    if not ran:
        faults.append(f"{name}: no command was found")
    return faults


def main(arguments):
    write = "--write" in arguments
    arguments = [argument for argument in arguments if argument != "--write"]
    program, tree = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]).resolve()
    faults = []
    for document in arguments[2:] or DOCUMENTS:
        faults += check(tree / document, tree, program, write)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults and not write:
        print("\nwhere that is meant: tests/documents/documents.py build/release/duizhao . --write,"
              " and read what git diff says", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
