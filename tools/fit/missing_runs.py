#!/usr/bin/env python3
"""Makes the section [missing-runs] of a file of weights out of the evidence of the program missing_runs.

usage: missing_runs.py EVIDENCE…

Which run of a damaged pair is the one that is missing is not known: the likeliest one by the weights so far, which
begin with four pieces of evidence that count the same. The weights are those of a logistic regression between these
and the likeliest runs of the good pairs, fitted and chosen by turns. A good pair counts as often as its kind of
damage is rare in real translations (GOOD), an addition half, for they are easy. Needs numpy.
"""
import sys

import numpy

GOOD = {"zh": 25.0, "en": 18.0}
KINDS = {"omission": 1.0, "phrase": 1.0, "addition": 0.5}
AT_LEAST_0 = ("lost",)  # what can only speak for it
BEGIN = ("mean", "size", "whole_clauses", "lost")
PENALTY, TURNS = 3.0, 4


def read(paths):
    """By language: the pieces of evidence of all runs, where each pair's begin, labels and weights of the pairs."""
    pairs = {language: [] for language in GOOD}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            names = next(lines).rstrip("\n").split("\t")[3:]
            for line in lines:
                kind, label, language, *runs = line.rstrip("\n").split("\t")
                evidence = [[float(value) for value in run.split(",")] for run in runs]
                pairs[language].append((evidence, int(label), KINDS[kind]))
    return names, pairs


def regression(x, y, counts, at_least_0):
    """Weights, the first one the constant; those that would be below 0 and must not are left out."""
    free = numpy.ones(x.shape[1], bool)
    while True:
        w, part = numpy.zeros(x.shape[1]), x[:, free]
        ridge = PENALTY * numpy.diag([0.0] + [1.0] * (part.shape[1] - 1))
        for _ in range(30):  # Newton's method
            p = 1 / (1 + numpy.exp(-part @ w[free]))
            step = numpy.linalg.solve((part.T * (counts * p * (1 - p))) @ part + ridge,
                                      part.T @ (counts * (y - p)) - ridge @ w[free])
            w[free] += step
            if abs(step).max() < 1e-8:
                break
        below = free & at_least_0 & (w < 0)
        if not below.any():
            return w
        free &= ~below


def weights(names, pairs, good):
    x = numpy.array([run for evidence, _, _ in pairs for run in evidence])
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    x = numpy.hstack([numpy.ones((len(x), 1)), (x - mean) / deviation])
    sizes = numpy.array([len(evidence) for evidence, _, _ in pairs])
    begins = numpy.cumsum(sizes) - sizes
    y = numpy.array([label for _, label, _ in pairs], float)
    counts = numpy.array([share * (1 if label else good) for _, label, share in pairs])
    at_least_0 = numpy.array([False] + [name in AT_LEAST_0 for name in names])
    odds = sum(x[:, 1 + names.index(name)] for name in BEGIN)
    for _ in range(TURNS):
        best = numpy.repeat(numpy.maximum.reduceat(odds, begins), sizes)
        first = numpy.where(odds >= best, numpy.arange(len(odds)), len(odds))
        w = regression(x[numpy.minimum.reduceat(first, begins)], y, counts, at_least_0)
        odds = x @ w
    w[1:] /= deviation
    w[0] -= w[1:] @ mean
    return w


names, pairs = read(sys.argv[1:])
by_language = [weights(names, pairs[language], good) for language, good in GOOD.items()]
print("[missing-runs]  # by missing_runs and missing_runs.py: by the language of the run, Chinese and English")
for name, chinese, english in zip(["constant", *names], *by_language):
    print(f"{name} {chinese + 0.0:.3f} {english + 0.0:.3f}")
