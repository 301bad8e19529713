#!/usr/bin/env python3
"""Fits a section of models/duizhao.weights: what speaks for and against a negation without counterpart.

usage: negation.py LANGUAGE EVIDENCE [--penalty L1] [--least N]        writes [negation.LANGUAGE]

EVIDENCE are the lines that the program negation writes of the pairs that negation_pairs.py makes. A negation of LANGUAGE
(zh or en) that nothing answers in a damaged pair and that has an answer in the good one is a mistake; one that nothing
answers in a good pair is none. Logistic regression in steps of one example (FTRL-proximal), with a penalty on the sum
of the weights that leaves most of them at 0. A fifth of the pairs are held out at first, and what is found of their
mistakes is written to stderr; the weights are those of all pairs.
"""
import argparse
import collections
import math
import random
import sys

STEP = 0.3
STEADY = 1.0
RIDGE = 1.0
EPOCHS = 5
SMALLEST = 0.005
PAIRS_A_FOLD = 200
FOLDS = 5


def is_answered(evidence):
    return any(name.startswith("answer_") and name.endswith("plain") for name in evidence)


def read(path, wanted):
    """(number of the pair, whether it is a mistake, evidence)"""
    good, last = {}, None
    for line in open(path, encoding="utf-8"):
        number, label, language, _, word, _, _, *evidence = line.rstrip("\n").split("\t")
        number = int(number)
        key = (language, word, *[name for name in evidence if name.startswith(("=", "<"))][:3])
        if label == "good":
            if number != last:
                good, last = {}, number
            good[key] = is_answered(evidence)
            if language == wanted:
                yield number, False, evidence
            continue
        if last != number - 1:
            good = {}
        kind, place = label.split(":")
        if language != wanted or (kind == "dropped") == (language == place):
            continue
        if key not in good or (good[key] and not is_answered(evidence)):
            yield number, True, evidence


class Regression:
    def __init__(self, penalty):
        self.penalty = penalty
        self.z = collections.defaultdict(float)
        self.n = collections.defaultdict(float)

    def weight(self, name):
        z = self.z.get(name, 0.0)
        penalty = 0.0 if name == "constant" else self.penalty
        if abs(z) <= penalty:
            return 0.0
        return -(z - math.copysign(penalty, z)) / ((STEADY + math.sqrt(self.n[name])) / STEP + RIDGE)

    def learn(self, wrong, evidence):
        weights = {name: self.weight(name) for name in evidence}
        log_odds = max(-30.0, min(30.0, sum(weights.values())))
        slope = 1 / (1 + math.exp(-log_odds)) - wrong
        for name, weight in weights.items():
            squares = self.n[name] + slope * slope
            self.z[name] += slope - (math.sqrt(squares) - math.sqrt(self.n[name])) / STEP * weight
            self.n[name] = squares

    def weights(self):
        every = {name: self.weight(name) for name in self.z}
        return {name: weight for name, weight in every.items() if abs(weight) >= SMALLEST}


def fitted(examples, penalty, least):
    counts = collections.Counter(name for _, _, evidence in examples for name in set(evidence))
    rows = [(wrong, sorted({name for name in evidence if counts[name] >= least})) for _, wrong, evidence in examples]
    regression, rng = Regression(penalty), random.Random(1)
    for _ in range(EPOCHS):
        rng.shuffle(rows)
        for wrong, evidence in rows:
            regression.learn(wrong, evidence)
    return regression.weights()


def tell(weights, examples):
    scores = {True: [], False: []}
    for _, wrong, evidence in examples:
        scores[wrong].append(sum(weights.get(name, 0.0) for name in set(evidence)))
    good = sorted(scores[False], reverse=True)
    for share in (0.05, 0.1, 0.2, 0.3):
        limit = good[int(share * len(good))]
        found = sum(score > limit for score in scores[True]) / len(scores[True])
        print(f"above {limit:.2f}: {share:.2f} of the good, {found:.3f} of the mistakes", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=("zh", "en"))
    parser.add_argument("evidence")
    parser.add_argument("--penalty", type=float, default=10.0)
    parser.add_argument("--least", type=int, default=8)
    options = parser.parse_args()
    examples = list(read(options.evidence, options.language))
    held_out = lambda example: example[0] // PAIRS_A_FOLD % FOLDS == 0
    trial = fitted([one for one in examples if not held_out(one)], options.penalty, options.least)
    tell(trial, [one for one in examples if held_out(one)])
    weights = fitted(examples, options.penalty, options.least)
    print(f"[negation.{options.language}]  # by negation.py on planted mistakes")
    for name in sorted(weights, key=str.encode):
        print(name, f"{weights[name]:.2f}")


if __name__ == "__main__":
    main()
