#!/usr/bin/env python3
"""Pairs drawn by chance from a large file of EN<TAB>ZH lines, .xz or not: each different line at most once.

usage: drawn_pairs.py FILE [COUNT [SEED]]      (2000 pairs, seed 1)
"""
import lzma
import random
import sys


def drawn(path, count, rng):
    """Lines of the file, without their ends."""
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        pairs = list(dict.fromkeys(line.rstrip("\n") for line in lines if line.count("\t") == 1))
    return rng.sample(pairs, min(count, len(pairs)))


def main():
    path, count, seed = (sys.argv[1:] + ["2000", "1"][len(sys.argv) - 2:])[:3]
    sys.stdout.writelines(line + "\n" for line in drawn(path, int(count), random.Random(int(seed))))


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main()
