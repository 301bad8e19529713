#!/usr/bin/env python3
"""Names in pairs written for this project: wrong ones that are told, and right ones that are.

usage: written_names.py [--bin PATH] [--half A|B] [--show] [PAIRS.tsv]

PAIRS.tsv (written_names.tsv beside this program) has a first line of column names, then `wrong` or `right`, the kind
of name, the half, source and target. A wrong pair has one name that is another's, or misspelled; a right one has a
name whose rendering is no word for word: nicknames, short forms, old names. The pairs of half A were looked at while
rules were made, those of half B were not. written_names_2.tsv has each of its sentences with the right name and with
a wrong one.

    wrong|right  half  pairs  told by names  told by any rule  major

`told by names`: there is a finding of `name` that is minor or above. `--show` prints the wrong pairs that are not told
and the right ones that are, with the findings.
"""
import argparse
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile

SERIOUS = {"minor", "major", "critical"}


def is_chinese(text):
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def add_findings(binary, rows):
    """Checks the pairs of each direction together, and gives each row its findings."""
    for chinese_source in (False, True):
        some = [row for row in rows if is_chinese(row["source"]) == chinese_source]
        if not some:
            continue
        with tempfile.TemporaryDirectory() as folder:
            pairs = f"{folder}/pairs.tsv"
            with open(pairs, "w", encoding="utf-8") as file:
                file.writelines(f"{row['source']}\t{row['target']}\n" for row in some)
            run = subprocess.run([binary, "check", "--pairs", pairs, "--format", "jsonl"], capture_output=True,
                                 text=True, check=False)
        if run.returncode not in (0, 1):
            sys.exit(f"exit {run.returncode}: {run.stderr.strip()[:500]}")
        for row, line in zip(some, run.stdout.splitlines(), strict=True):
            row["findings"] = [finding for finding in json.loads(line)["findings"] if finding["severity"] in SERIOUS]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--half", choices=["A", "B"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("pairs", nargs="?", default=os.path.join(os.path.dirname(__file__), "written_names.tsv"))
    options = parser.parse_args()

    with open(options.pairs, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in rows if options.half in (None, row["half"])]
    add_findings(options.bin, rows)
    counts = collections.defaultdict(collections.Counter)
    kinds = collections.defaultdict(collections.Counter)
    for row in rows:
        told = any(finding["rule"] == "name" for finding in row["findings"])
        major = any(finding["severity"] != "minor" for finding in row["findings"])
        counts[row["expected"], row["half"]].update(pairs=1, names=told, any=bool(row["findings"]), major=major)
        kinds[row["expected"], row["kind"]].update(pairs=1, names=told)
        if options.show and bool(row["findings"]) != (row["expected"] == "wrong"):
            print(f"{row['expected']}, {row['kind']}\n  {row['source']}\n  {row['target']}")
            for finding in row["findings"]:
                print(f"    {finding['severity']} {finding['rule']}: {finding['message']}")
    for (expected, half), count in sorted(counts.items(), reverse=True):
        print(f"{expected} {half}  {count['pairs']:4d}  {count['names']:4d}  {count['any']:4d}  {count['major']:4d}")
    for (expected, kind), count in sorted(kinds.items(), reverse=True):
        print(f"  {expected} {kind}: {count['names']} of {count['pairs']}")


if __name__ == "__main__":
    main()
