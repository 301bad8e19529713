"""Ctrl-C in the middle of a file of pairs: what is done is kept and told, and --resume ends with the same bytes; of a
filter nothing is left behind.

usage: interrupted.py DUIZHAO
"""
import os
import signal
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
PAIRS = 20000


def interrupt(arguments, has_begun):
    """Runs the program, and interrupts it once it has begun; its status and what it said."""
    run = subprocess.Popen([program, *arguments], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not has_begun() and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    said = run.communicate(timeout=60)[1]
    return run.returncode, said


def content(path):
    with open(path, "rb") as file:
        return file.read()


with tempfile.TemporaryDirectory() as folder:
    pairs, output, whole = (os.path.join(folder, name) for name in ("pairs.tsv", "out.jsonl", "whole.jsonl"))
    partial = output + ".partial"
    with open(pairs, "w", encoding="utf-8") as file:
        for number in range(PAIRS):
            file.write(f"The bank has opened {number} new branches.\t该行新开了{number + number % 2}家分行。\n")

    status, said = interrupt(["check", "--pairs", pairs, "-o", output],
                             lambda: os.path.exists(partial) and os.path.getsize(partial) > 0)
    assert status == 130, (status, said)
    assert "interrupted after " in said and partial in said and "--resume" in said, said
    lines = content(partial).count(b"\n")
    assert 0 < lines < PAIRS, lines
    assert subprocess.run([program, "check", "--pairs", pairs, "-o", output, "--resume"],
                          stderr=subprocess.DEVNULL).returncode == 1
    subprocess.run([program, "check", "--pairs", pairs, "-o", whole], stderr=subprocess.DEVNULL)
    assert content(output) == content(whole), "what was resumed is not what an undisturbed run gives"

    before = sorted(os.listdir(folder))
    status, said = interrupt(["filter", pairs, "-o", os.path.join(folder, "kept.tsv")],
                             lambda: sorted(os.listdir(folder)) != before)
    assert status == 130, (status, said)
    assert "interrupted after " in said, said
    assert sorted(os.listdir(folder)) == before, os.listdir(folder)

print("interrupted: passed")
