#!/usr/bin/env python3
"""Fits a section of models/duizhao.weights: how likely a careful reviser marks what a rule tells, by rule and code.

usage: confidence.py [--bin PATH] [--data FOLDER] LABELS.tsv        writes [confidence]

LABELS.tsv are findings that were read (tools/bench/precision.py). To them come those on translations with planted errors
(FOLDER/contrast/planted-*.jsonl) that a rule about the error tells, as right ones; all of these together count half as much
as what was read of published translations, so that a draft with some errors is meant. BIN must be run with weights that have no section
[confidence]: take it out of the file before. Logistic regression of the label on the log-odds that the rule itself gives,
a constant, and a weight for each rule and for each code, which are drawn to 1 and 0.
"""
import argparse
import collections
import json
import math
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
import precision  # noqa: E402

# Which rules are about a planted error.
ABOUT = {
    "omission": {"omission"}, "addition": {"addition"}, "negation": {"negation"},
    "untranslated": {"untranslated"}, "partly_untranslated": {"untranslated"}, "repeated": {"repetition"},
    "digit": {"number", "date", "money", "unit"}, "magnitude": {"number", "money", "unit"},
    "percent": {"number", "unit"}, "date": {"date"}, "year": {"date", "number"}, "currency": {"money", "unit"},
}
PLANTED = ("planted-ntrex.en-zh", "planted-newstest2017.zh-en", "planted-hkma.en-zh")
PLANTED_SHARE = 0.5
# Names have probabilities of their own ([name-doubts]).
LEFT_OUT = {"name"}
# A rule of which fewer findings were read keeps its own confidence.
LEAST_READ = 8
# Deviations of the weights from 1 and 0 that are expected.
SLOPE, RULE, CODE = 0.2, 0.8, 0.5
STEPS = 1000
RATE = 0.008


def planted(binary, data):
    for name in PLANTED:
        with open(os.path.join(data, "contrast", name + ".jsonl"), encoding="utf-8") as lines:
            kinds = [json.loads(line)["phenomenon"] for line in lines]
        told, _ = precision.findings_of(binary, data, name)
        for (pair, *_), finding in told.items():
            if finding["rule"] in ABOUT.get(kinds[pair], ()):
                yield finding


def log_odds(p):
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--data", default=os.path.join(os.environ.get("DUIZHAO_EVAL", "../shared"), "data"))
    parser.add_argument("what", metavar="LABELS.tsv", nargs="+")
    options = parser.parse_args()
    read, _ = precision.labelled(options)
    rows = [(finding, label, 1.0) for name, finding, label in read if not name.startswith("planted-")]
    right = list(planted(options.bin, options.data))
    rows += [(finding, 1, PLANTED_SHARE * len(rows) / len(right)) for finding in right]
    rows += [(finding, label, 1.0) for name, finding, label in read if name.startswith("planted-") and label == 0]
    weights = collections.defaultdict(float, {"slope": 1.0})
    examples = []
    for finding, label, count in rows:
        if finding["rule"] not in LEFT_OUT:
            names = ["constant", finding["rule"], finding["code"]]
            examples.append((log_odds(finding["confidence"]), names, label, count))
    spread = {name: CODE if "/" in name else RULE for _, names, _, _ in examples for name in names}
    for _ in range(STEPS):
        slope = {name: -weights[name] / spread[name] ** 2 for name in spread}
        slope["slope"] = (1 - weights["slope"]) / SLOPE ** 2
        for odds, names, label, count in examples:
            p = 1 / (1 + math.exp(-weights["slope"] * odds - sum(weights[name] for name in names)))
            slope["slope"] += count * (label - p) * odds
            for name in names:
                slope[name] += count * (label - p)
        for name, by in slope.items():
            weights[name] += RATE * by
    read_of = collections.Counter(finding["rule"] for _, finding, _ in read)
    print("[confidence]  # by confidence.py on findings that were read and on planted errors")
    for name in sorted(weights, key=str.encode):
        if "/" in name and abs(weights[name]) < 0.005:
            continue
        if name in ("constant", "slope") or read_of[name.split("/")[0]] >= LEAST_READ:
            print(name, f"{weights[name]:.2f}")


if __name__ == "__main__":
    main()
