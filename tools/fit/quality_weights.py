#!/usr/bin/env python3
"""Fits the weights of the quality estimate and prints their section of a file of weights.

usage: quality_weights.py --language en --judged PAIRS.tsv EVIDENCE… --planted PAIRS.tsv EVIDENCE
                          [--guard PAIRS.tsv EVIDENCE]

PAIRS.tsv has SOURCE<TAB>TARGET<TAB>JUDGEMENT lines (judged), a good and a damaged translation of one source on
neighbouring lines with the kind of damage (planted, as plant.py makes them), or human and machine outputs with the
label 1 for a human one (guard); EVIDENCE is what the program `evidence` wrote about them. estimate.py says what is
fitted. Needs numpy.
"""
import argparse

import numpy

from estimate import Estimate, Evidence, Judged, Planted

# What differs between the languages of the translation was chosen on the training sets.
SETTINGS = {"en": {}, "zh": {"source_share": 1.0, "findings": 0.5, "damage": 0.3, "flow": 0.003}}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", required=True, choices=SETTINGS)
    ap.add_argument("--judged", nargs=2, action="append", required=True)
    ap.add_argument("--planted", nargs=2, required=True)
    ap.add_argument("--guard", nargs=2)
    options = ap.parse_args()
    judged = [Evidence(*paths) for paths in options.judged]
    guard = None
    if options.guard:
        outputs = Evidence(*options.guard)
        guard = outputs, numpy.array([pair[2] == "1" for pair in outputs.pairs])
    estimate = Estimate(judged[0], **SETTINGS[options.language])
    sets = [Judged(evidence) for evidence in judged]
    estimate.fit(sets, Planted(Evidence(*options.planted)), guard)
    scores = numpy.concatenate([estimate.scores(some.x) for some in sets])
    # The middle of the judged translations is to get 0.75, a standard deviation 0.1.
    slope = 0.55 / scores.std()
    print(f"[quality.{options.language}]  # by quality_weights.py: mean, deviation, weight")
    print(f"constant {1.1 - slope * numpy.median(scores):.3f}")
    for name, mean, deviation, weight in zip(estimate.names, estimate.mean, estimate.deviation, slope * estimate.weights):
        if abs(weight) >= 0.00005:
            print(f"{name} {mean:.4g} {deviation:.4g} {weight:.4f}")


if __name__ == "__main__":
    main()
