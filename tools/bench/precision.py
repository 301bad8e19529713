#!/usr/bin/env python3
"""How many findings are right: draws some to be read, and tabulates what the readers said.

usage: precision.py draw  [--bin PATH] [--data FOLDER] [--seed N] SET:SEVERITY:NUMBER…   > READ
       precision.py table [--bin PATH] [--data FOLDER] LABELS.tsv…

SET is the name of a set of published translations (ntrex.en-zhCN: FOLDER/pairs/ntrex.en-zhCN.tsv), or of one with planted
errors (planted-hkma.en-zh: FOLDER/contrast/planted-hkma.en-zh.jsonl), of which the findings count that the damaged
translation has and the good one has not. draw writes NUMBER findings of that severity a set, each with its texts: a line
of the set, the pair's number from 0, the code, and where it stands in source and target (bytes), the places of which make
a line of LABELS.tsv with 1 (a careful reviser would mark it) or 0 behind them. table checks the sets again and
counts the labelled findings that are still told, by rule and severity, and by confidence. No text of the sets is stored.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

SEVERITIES = ("neutral", "minor", "major", "critical")
BANDS = (0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.01)


def clean(text):
    return " ".join(text.split())


def pairs_of(data, name):
    """The pairs to check, and the good ones with which to compare them, or None."""
    if name.startswith("planted-"):
        with open(os.path.join(data, "contrast", name + ".jsonl"), encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [(clean(r["source"]), clean(r["bad"])) for r in rows], [(clean(r["source"]), clean(r["good"])) for r in rows]
    with open(os.path.join(data, "pairs", name + ".tsv"), encoding="utf-8", newline="\n") as lines:
        rows = [line.rstrip("\n").split("\t")[:2] for line in lines if "\t" in line]
    return [(clean(source), clean(target)) for source, target in rows], None


def checked(binary, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines(f"{source}\t{target}\n" for source, target in pairs)
        file.flush()
        run = subprocess.run([binary, "check", "--pairs", file.name, "--format", "jsonl", "--fail-on", "never"],
                             capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"precision.py: {binary}: {run.stderr.strip()[:500]}")
    return [json.loads(line)["findings"] for line in run.stdout.split("\n") if line]


def place(side):
    return f"{side['begin']}-{side['end']}" if side else "-"


def text(side):
    return side["text"] if side else ""


def findings_of(binary, data, name):
    """{(pair, code, place in the source, place in the target): finding}, and the pairs"""
    pairs, good = pairs_of(data, name)
    before = [{(f["rule"], text(f["source"]), text(f["target"])) for f in found}
              for found in checked(binary, good)] if good else [set()] * len(pairs)
    told = {}
    for number, (found, old) in enumerate(zip(checked(binary, pairs), before)):
        for f in found:
            if (f["rule"], text(f["source"]), text(f["target"])) not in old:
                told[number, f["code"], place(f["source"]), place(f["target"])] = f
    return told, pairs


def draw(options):
    rng = random.Random(options.seed)
    cache = {}
    for wanted in options.what:
        name, severity, number = wanted.rsplit(":", 2)
        if name not in cache:
            cache[name] = findings_of(options.bin, options.data, name)
        told, pairs = cache[name]
        keys = [key for key, finding in told.items() if finding["severity"] == severity]
        for key in sorted(rng.sample(keys, min(int(number), len(keys)))):
            f = told[key]
            print(name, *key, sep="\t")
            print(f"    {f['severity']} {f['confidence']:.2f} <{text(f['source'])}> <{text(f['target'])}> {f['message']}")
            print("   ", pairs[key[0]][0], "\n   ", pairs[key[0]][1])


def read_labels(paths):
    labels = collections.defaultdict(dict)
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith("#") or not line.strip():
                    continue
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 6 or cells[5] not in ("0", "1"):
                    sys.exit(f"precision.py: {path}:{number}: six cells, the last one 0 or 1, are wanted")
                name, pair, code, source, target, label = cells
                labels[name][int(pair), code, source, target] = int(label)
    return labels


def labelled(options):
    """(set, finding, label) of those that are still told, and the number of those that are not"""
    rows, gone = [], 0
    for name, wanted in read_labels(options.what).items():
        told, _ = findings_of(options.bin, options.data, name)
        for key, label in wanted.items():
            if key in told:
                rows.append((name, told[key], label))
            else:
                gone += 1
    return rows, gone


def table(options):
    rows, gone = labelled(options)
    print(f"{len(rows)} labelled findings are told, {gone} no longer")
    for title, planted in (("published translations", False), ("planted errors", True), ("all", None)):
        some = [(f, label) for name, f, label in rows if planted in (None, name.startswith("planted-"))]
        groups = collections.defaultdict(list)
        for f, label in some:
            groups["", f["severity"]].append(label)
            groups[f["rule"], f["severity"]].append(label)
        print(f"\n{title}: right of read")
        for rule in sorted({rule for rule, _ in groups}):
            cells = [groups.get((rule, severity), []) for severity in SEVERITIES]
            print(f"  {rule or 'all':14s}" + "".join(
                f"  {severity} {sum(c) / len(c):.2f} of {len(c):3d}" if c else " " * 21
                for severity, c in zip(SEVERITIES, cells)))
        for low, high in zip(BANDS, BANDS[1:]):
            band = [(f["confidence"], label) for f, label in some if low <= f["confidence"] < high]
            if band:
                print(f"  confidence {low:.2f} to {min(high, 1):.2f}: {len(band):3d} read, said "
                      f"{sum(c for c, _ in band) / len(band):.2f}, right {sum(label for _, label in band) / len(band):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--data", default=os.path.join(os.environ.get("DUIZHAO_EVAL", "../shared"), "data"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("command", choices=("draw", "table"))
    parser.add_argument("what", nargs="+")
    options = parser.parse_args()
    (draw if options.command == "draw" else table)(options)


if __name__ == "__main__":
    main()
