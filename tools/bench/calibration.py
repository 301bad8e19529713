#!/usr/bin/env python3
"""Tabulates what the confidence of beads is worth: of those given 0.9, how many are right?

usage: calibration.py [--bin PATH] FOLDER...

A FOLDER is an alignment set: zh/NAME, en/NAME (one sentence a line) and gold/NAME.align (beads,
Chinese on the left). A bead is right where the gold has exactly it. Beads said twice are left out.
"""
import argparse
import json
import pathlib
import subprocess

BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1]


def gold_beads(path):
    beads = set()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if ":" in line:
            left, right = line.split(":")[:2]
            beads.add((tuple(json.loads(left)), tuple(json.loads(right))))
    return beads


def judged_beads(program, folder):
    """(confidence, is right, is a null) of every bead of the set."""
    for gold_path in sorted((folder / "gold").glob("*.align")):
        gold = gold_beads(gold_path)
        command = [program, "align", "--sentences", "--format", "jsonl",
                   folder / "zh" / gold_path.stem, folder / "en" / gold_path.stem]
        for line in subprocess.run(command, capture_output=True, check=True).stdout.splitlines():
            bead = json.loads(line)
            if bead["repeated"]:
                continue
            sides = tuple(bead["source"]["sentences"]), tuple(bead["target"]["sentences"])
            yield bead["confidence"], sides in gold, not all(sides)


def table(title, judged):
    print(f"{title}\n  said          beads   said   right")
    distance = 0
    for low, high in zip(BOUNDS, BOUNDS[1:]):
        held = [(said, right) for said, right in judged if low <= said < high or said == high == 1]
        if not held:
            continue
        said = sum(s for s, _ in held) / len(held)
        right = sum(r for _, r in held) / len(held)
        distance += abs(said - right) * len(held)
        print(f"  {low:.2f} to {high:.2f} {len(held):7} {said:6.3f}  {right:6.3f}")
    print(f"  expected calibration error {distance / max(1, len(judged)):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    everything = []
    for folder in options.folders:
        judged = list(judged_beads(options.bin, folder))
        table(folder.name, [(said, right) for said, right, null in judged if not null])
        everything += judged
    table("all, beads with both sides", [(s, r) for s, r, null in everything if not null])
    table("all, sentences left alone", [(s, r) for s, r, null in everything if null])


if __name__ == "__main__":
    main()
