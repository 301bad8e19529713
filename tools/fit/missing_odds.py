#!/usr/bin/env python3
"""Makes the section [missing-odds] of a file of weights out of the counts of the program missing_odds.

usage: missing_odds MODEL PAIRS.tsv… | missing_odds.py

For each language and kind of word, the odds of a step of `explained` and `fertility` are
p(step | what the word says is missing) / p(step | it is there), with each step smoothed by PRIOR words that tell
nothing.
"""
import math
import sys

LANGUAGES, KINDS, STEPS, PRIOR = ("zh", "en"), 8, 5, 4.0
counts = {}
for line in sys.stdin:
    language, *cell, there, missing = line.split()
    counts[(language, *map(int, cell))] = (float(there), float(missing))


def odds(language, kind, explained, fertility):
    totals = [sum(counts.get((language, kind, e, f), (0, 0))[i] for e in range(STEPS) for f in range(STEPS)) or 1.0
              for i in (0, 1)]
    there, missing = counts.get((language, kind, explained, fertility), (0, 0))
    share = [total / (totals[0] + totals[1]) for total in totals]
    p_there = (there + PRIOR * share[0]) / (totals[0] + PRIOR)
    p_missing = (missing + PRIOR * share[1]) / (totals[1] + PRIOR)
    return math.log(p_missing / p_there)


print("[missing-odds]  # by missing_odds: LANGUAGE.KIND.EXPLAINED, by fertility")
for language in LANGUAGES:
    for kind in range(KINDS):
        for explained in range(STEPS):
            row = (odds(language, kind, explained, fertility) for fertility in range(STEPS))
            print(f"{language}.{kind}.{explained}", *(f"{value + 0.0:.2f}" for value in row))
