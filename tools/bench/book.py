#!/usr/bin/env python3
"""Makes a long pair of texts out of parallel sentences, to measure time and memory of the aligner.

usage: book.py PAIRS.tsv SENTENCES FOLDER        (EN<TAB>ZH lines)

FOLDER gets zh/book and en/book (a sentence a line) and gold/book.align (beads, Chinese on the left).
A quarter of the pairs are joined with the next one on the Chinese side, 3 % are left out of it.
"""
import pathlib
import random
import sys


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    pairs_path, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    with open(pairs_path, encoding="utf-8", newline="\n") as lines:
        pairs = [line.rstrip("\n").split("\t")[:2] for line, _ in zip(lines, range(count))]
    chance = random.Random(1)
    zh, en, beads = [], [], []
    at = 0
    while at < len(pairs):
        if chance.random() < 0.25 and at + 1 < len(pairs):
            beads.append(([len(zh)], [len(en), len(en) + 1]))
            zh.append(pairs[at][1] + pairs[at + 1][1])
            en += [pairs[at][0], pairs[at + 1][0]]
            at += 2
            continue
        left_out = chance.random() < 0.03
        beads.append(([] if left_out else [len(zh)], [len(en)]))
        en.append(pairs[at][0])
        if not left_out:
            zh.append(pairs[at][1])
        at += 1
    ladder = [f"{left}:{right}".replace(" ", "") for left, right in beads]
    for name, lines in (("zh/book", zh), ("en/book", en), ("gold/book.align", ladder)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
