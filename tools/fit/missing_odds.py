#!/usr/bin/env python3
"""Makes lib/duizhao/pair/missing_odds.inc out of the counts of the program missing_odds.

usage: missing_odds MODEL PAIRS.tsv… | missing_odds.py > lib/duizhao/pair/missing_odds.inc

For each language and kind of unit, the odds of a step of `explained` and `fertility` are
p(step | what the unit says is missing) / p(step | it is there), with each step smoothed by PRIOR
units that tell nothing.
"""
import math
import sys

LANGUAGES, KINDS, STEPS, PRIOR = 2, 8, 5, 4.0
counts = {}
for line in sys.stdin:
    *cell, there, missing = line.split()
    old = counts.get(tuple(map(int, cell)), (0, 0))
    counts[tuple(map(int, cell))] = (old[0] + float(there), old[1] + float(missing))


def odds(language, kind, explained, fertility):
    totals = [sum(counts.get((language, kind, e, f), (0, 0))[i] for e in range(STEPS) for f in range(STEPS)) or 1.0
              for i in (0, 1)]
    there, missing = counts.get((language, kind, explained, fertility), (0, 0))
    share = [total / (totals[0] + totals[1]) for total in totals]
    p_there = (there + PRIOR * share[0]) / (totals[0] + PRIOR)
    p_missing = (missing + PRIOR * share[1]) / (totals[1] + PRIOR)
    return math.log(p_missing / p_there)


def braces(items):
    return "{" + ", ".join(items) + "}"


print("// Made by tools/fit/missing_odds.py: [language][kind][explained][fertility].")
print(braces(braces(braces(braces(f"{odds(l, k, e, f):.2f}" for f in range(STEPS)) for e in range(STEPS))
                    for k in range(KINDS)) for l in range(LANGUAGES)))
