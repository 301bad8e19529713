#!/usr/bin/env python3
"""Fits [name-doubts] of models/duizhao.weights and prints its numbers, in the order of its lines.

usage: name_doubts.py JUDGED GOOD...

JUDGED and GOOD are lines of the program name_doubts: JUDGED of machine translations with the label BAD where a name is
wrong, GOOD of published translations, where none is taken to be. A pair with a wrong name need not have it in each of
its doubts: of every pair the doubt with the highest log-odds stands for it, and fitting and choosing alternate.
"""
import collections
import math
import sys

ROUNDS = 4
NEWTON_STEPS = 8


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            number, label, _, _, *evidence = line.rstrip("\n").split("\t")
            yield (path, number), label == "BAD", [float(value) for value in evidence] + [1.0]


def log_odds(weights, evidence):
    return sum(weight * value for weight, value in zip(weights, evidence))


def solved(matrix, right):
    """The solution of a system of linear equations, by elimination."""
    rows = [row + [value] for row, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r, row in enumerate(rows):
            if r != i and row[i]:
                factor = row[i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(row, rows[i])]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def fitted(examples):
    """Logistic regression with a ridge of 1 on all weights but the constant."""
    size = len(examples[0][1])
    weights = [0.0] * size
    for _ in range(NEWTON_STEPS):
        curvature = [[0.0] * size for _ in range(size)]
        slope = [0.0] * size
        for i in range(size):
            curvature[i][i] = 1.0 if i + 1 < size else 1e-3
            slope[i] = -curvature[i][i] * weights[i]
        for wrong, evidence in examples:
            probability = 1 / (1 + math.exp(-log_odds(weights, evidence)))
            for i, value in enumerate(evidence):
                slope[i] += (wrong - probability) * value
                if value:
                    scaled = value * probability * (1 - probability)
                    for j, other in enumerate(evidence):
                        curvature[i][j] += scaled * other
        weights = [a + b for a, b in zip(weights, solved(curvature, slope))]
    return weights


def main():
    pairs = collections.defaultdict(list)
    for path in sys.argv[1:]:
        for pair, wrong, evidence in read(path):
            pairs[pair].append((wrong, evidence))
    chosen = [doubts[0] for doubts in pairs.values()]
    for _ in range(ROUNDS):
        weights = fitted(chosen)
        chosen = [max(doubts, key=lambda doubt: log_odds(weights, doubt[1])) for doubts in pairs.values()]
    print("\n".join(f"{weight:.3f}" for weight in weights))


if __name__ == "__main__":
    main()
