#!/usr/bin/env python3
"""Wrong names found in machine translations, without a glossary: precision and recall by confidence.

usage: wrong_names.py [--bin PATH] [--rule RULE]... [--show N] [ENTITIES.jsonl]

A row of ENTITIES.jsonl (default: $DUIZHAO_EVAL/data/glossary/entities.en-zhTW.jsonl, $DUIZHAO_EVAL by default
../shared) has a source, translations mt_SYSTEM and entity_ok_SYSTEM, whether the name that the row is about was
rendered as one of its accepted names. A translation is reported where it has a finding of RULE (default: name) of
at least the confidence of the line:

    confidence  reported  right  precision  recall

The program leaves out findings of `name` below a confidence of 0.4; here they are asked for.
`precision`: the share of the reported translations whose name is wrong; `recall`: the share of the wrong ones that are
reported. `--show N` prints N reported ones, the surest first, and N wrong ones that were missed.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile


def judged_translations(path):
    """(source, translation, right?) of each system's output in the file."""
    with open(path, encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            for key in row:
                if key.startswith("mt_"):
                    yield row["source"], " ".join(row[key].split()), row["entity_ok_" + key[3:]]


def findings_of(binary, pairs, rules):
    """The findings of each pair, those included that the profiles of the program leave out."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/pairs.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{' '.join(source.split())}\t{target}\n" for source, target in pairs)
        with open(f"{folder}/profile", "w", encoding="utf-8") as file:
            file.writelines(f"[{rule}]\nleast-confidence = 0\n" for rule in rules)
        command = [binary, "check", "--pairs", f"{folder}/pairs.tsv", "--profile", f"{folder}/profile",
                   "--format", "jsonl"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"exit {run.returncode}: {run.stderr.strip()[:500]}")
    return [json.loads(line)["findings"] for line in run.stdout.split("\n") if line]


def main():
    evaluation = os.environ.get("DUIZHAO_EVAL", "../shared")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--rule", action="append")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("entities", nargs="?", default=f"{evaluation}/data/glossary/entities.en-zhTW.jsonl")
    options = parser.parse_args()
    rules = set(options.rule or ["name"])

    judged = list(judged_translations(options.entities))
    findings = findings_of(options.bin, [(source, target) for source, target, _ in judged], rules)
    reported = []  # (confidence of the surest finding, right?, the pair, its findings)
    for (source, target, right), found in zip(judged, findings, strict=True):
        found = [finding for finding in found if finding["rule"] in rules]
        surest = max((finding["confidence"] for finding in found), default=-1.0)
        reported.append((surest, right, source, target, found))
    wrong = sum(not right for _, right, *_ in reported)
    print(f"{len(reported)} translations, {wrong} of them with a wrong name ({wrong / len(reported):.3f})")
    print("confidence  reported  right  precision  recall")
    for percent in range(0, 100, 5):
        at_least = [row for row in reported if row[0] >= percent / 100]
        hits = sum(not row[1] for row in at_least)
        if at_least:
            print(f"{percent / 100:10.2f}  {len(at_least):8d}  {hits:5d}  {hits / len(at_least):9.3f}  "
                  f"{hits / wrong:6.3f}")
    for title, rows in (("reported", sorted((row for row in reported if row[0] >= 0), key=lambda row: -row[0])),
                        ("missed", [row for row in reported if row[0] < 0 and not row[1]])):
        for surest, right, source, target, found in rows[:options.show]:
            print(f"\n{title}: {'right' if right else 'WRONG'} {surest:.2f}\n  {source}\n  {target}")
            for finding in found:
                print(f"    {finding['rule']}: {finding['message']}")


if __name__ == "__main__":
    main()
