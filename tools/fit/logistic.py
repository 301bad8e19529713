#!/usr/bin/env python3
"""Fits a logistic regression and prints its weights: first the constant, then one a column.

usage: logistic.py [--prior SHARE] [--penalty L2] [--good WEIGHT] [--columns N,N…] < LINES        (LABEL<TAB>FEATURE<TAB>…)

--prior: share of label 1 in real text, to which the constant is moved; --good: what a line of label 0 counts, instead,
so that the weights too are those for that share; --columns: the features to use, from 1. Needs numpy.
"""
import argparse
import math
import sys

import numpy

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--prior", type=float, default=0.5)
ap.add_argument("--penalty", type=float, default=1.0)
ap.add_argument("--good", type=float, default=1.0)
ap.add_argument("--columns")
options = ap.parse_args()
table = numpy.array([[float(cell) for cell in line.split()] for line in sys.stdin])
y, x = table[:, 0], numpy.hstack([numpy.ones((len(table), 1)), table[:, 1:]])
if options.columns:
    x = x[:, [0] + [int(column) for column in options.columns.split(",")]]
counts = numpy.where(y == 0, options.good, 1.0)
w = numpy.zeros(x.shape[1])
ridge = options.penalty * numpy.diag([0.0] + [1.0] * (x.shape[1] - 1))
for _ in range(50):  # Newton's method
    p = 1 / (1 + numpy.exp(-x @ w))
    step = numpy.linalg.solve((x.T * (counts * p * (1 - p))) @ x + ridge, x.T @ (counts * (y - p)) - ridge @ w)
    w += step
    if abs(step).max() < 1e-8:
        break
p = 1 / (1 + numpy.exp(-x @ w))
share = y.mean()
w[0] += math.log(options.prior / (1 - options.prior)) - math.log(share / (1 - share))
print(" ".join(f"{v:.3f}" for v in w))
order = numpy.sort(p[y == 0])[::-1]
for rate in (0.005, 0.01, 0.02, 0.05):
    limit = order[int(rate * len(order))]
    print(f"false alarms {rate:.3f}: found {(p[y == 1] > limit).mean():.3f}, log-odds there "
          f"{math.log(limit / (1 - limit)) + math.log(options.prior / (1 - options.prior)) - math.log(share / (1 - share)):.2f}",
          file=sys.stderr)
