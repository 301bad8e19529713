#!/usr/bin/env python3
"""Pairs drawn by chance from a large file of EN<TAB>ZH lines, .xz or not: each different line at most once.

usage: drawn_pairs.py FILE [COUNT [SEED]]      (2000 pairs, seed 1)
"""
import lzma
import random
import sys


def main():
    path, count, seed = (sys.argv[1:] + ["2000", "1"][len(sys.argv) - 2:])[:3]
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        pairs = list(dict.fromkeys(line for line in lines if line.count("\t") == 1))
    sys.stdout.writelines(random.Random(int(seed)).sample(pairs, min(int(count), len(pairs))))


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main()
