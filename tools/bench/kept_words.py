#!/usr/bin/env python3
"""English words in Chinese translations: those that the text keeps beside those that were forgotten.

usage: kept_words.py [--bin PATH] [--each N] [--show N] [SET]...

A SET is a file of EN<TAB>ZH lines, .xz or not (default: those of $DUIZHAO_EVAL/data/parallel that are no statutes;
$DUIZHAO_EVAL is ../shared by default), of which N lines are drawn (default 2000). `alarms`: the share of its pairs in
which `untranslated` finds something, minor or above, and major; nearly all are terms that the text keeps. `caught`: the
same of pairs in which one English word, or two, was put back for its Chinese, by CC-CEDICT. `--show` prints alarms.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import drawn_pairs

EVALUATION = os.environ.get("DUIZHAO_EVAL", "../shared")
WORD = re.compile(r"(?<![\w.\-/])[a-z]{5,}(?![\w\-/(=])")


def dictionary():
    """Chinese words of two characters or more, simplified, by the English word that glosses them alone."""
    words = {}
    with open(f"{EVALUATION}/data/lexicon/cedict.tsv", encoding="utf-8") as entries:
        for entry in entries:
            columns = entry.rstrip("\n").split("\t")
            if len(columns) < 4 or not re.fullmatch("[\u4e00-\u9fff]{2,}", columns[1]):
                continue
            for gloss in re.split("[/;]", columns[3]):
                gloss = re.sub(r"^to ", "", gloss.strip())
                if re.fullmatch("[a-z]{4,}", gloss):
                    words.setdefault(gloss, set()).add(columns[1])
    return words


def place_of(word, chinese, words):
    for rendering in sorted(words.get(word, ()), key=lambda r: (-len(r), r)):
        if chinese.count(rendering) == 1:
            begin = chinese.index(rendering)
            return begin, begin + len(rendering)
    return None


def forgotten(english, chinese, words, rng):
    """The translation with a word or two of the source put back, or None."""
    found = [(m.group(), m.end()) for m in WORD.finditer(english) if m.group() not in chinese]
    rng.shuffle(found)
    for word, end in found:
        place = place_of(word, chinese, words)
        if place is None:
            continue
        second = re.match(r" ([a-z]{4,})(?![\w\-/(=])", english[end:])
        also = second and place_of(second.group(1), chinese, words)
        if also and place[1] <= also[0] <= place[1] + 1:
            word, place = f"{word} {second.group(1)}", (place[0], also[1])
        blank = rng.choice(["", " "])
        return chinese[:place[0]] + blank + word + blank + chinese[place[1]:]
    return None


def findings(binary, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines("\t".join(pair) + "\n" for pair in pairs)
        file.flush()
        run = subprocess.run([binary, "check", "--pairs", file.name, "--only", "untranslated", "--format", "jsonl"],
                             capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    told = {}
    for row in map(json.loads, run.stdout.splitlines()):
        told[row["line"]] = [f for f in row.get("findings", []) if f["severity"] != "neutral"]
    return [told.get(line, []) for line in range(1, len(pairs) + 1)]


def share(results, severities):
    return sum(any(f["severity"] in severities for f in each) for each in results) / max(len(results), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--each", type=int, default=2000)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("sets", nargs="*")
    options = parser.parse_args()
    folder = f"{EVALUATION}/data/parallel"
    sets = options.sets or [f"{folder}/{name}" for name in sorted(os.listdir(folder))
                            if name.endswith(".xz") and not name.startswith("tw-law")]
    words = dictionary()
    minor, major = ("minor", "major", "critical"), ("major", "critical")
    for path in sets:
        rng = random.Random(5)
        good = [line.split("\t") for line in drawn_pairs.drawn(path, options.each, rng)]
        bad = [(en, slip) for en, zh in good if (slip := forgotten(en, zh, words, rng)) is not None]
        alarms, caught = findings(options.bin, good), findings(options.bin, bad)
        print(f"{os.path.basename(path).split('.')[0]:18} pairs {len(good)}  alarms {share(alarms, minor):.4f}"
              f" major {share(alarms, major):.4f}   planted {len(bad)}  caught {share(caught, minor):.3f}")
        for (_, chinese), told in [x for x in zip(good, alarms) if x[1]][:options.show]:
            print("   ", "; ".join(f["message"] for f in told), "|", chinese)


if __name__ == "__main__":
    main()
