#!/usr/bin/env python3
"""Fits the weights of the quality estimate and prints lib/duizhao/score/quality_weights_*.inc.

usage: quality_weights.py --language en --judged PAIRS.tsv EVIDENCE --planted PAIRS.tsv EVIDENCE
                          [--damage D] [--margin M] [--findings F] [--check KIND PAIRS.tsv EVIDENCE]...

PAIRS.tsv has SOURCE<TAB>TARGET<TAB>JUDGEMENT lines (judged), or a good and a damaged translation of one source on
neighbouring lines with the kind of damage (planted, as plant.py makes them); EVIDENCE is what the program `evidence`
wrote about them.

The estimate is linear in the standardised evidence and, for some of it (--by-length), in its product with the length of
the source: what a word without counterpart says depends on how many others there are. What is said of the source alone
(source_length and the like) is fitted apart, so that it can't get in the way of the rest:
  translation  squared error against the ranks of the judgements, centred within their source where it has several
               translations, plus --damage times the mean of what the good side of a planted pair lacks to lie --margin
               above the other. That is a sum of absolute values and not of squares: pairs that can't be told don't
               pull the weights about, and with a small margin those that can are left alone. A finding weighs
               --findings at least, an untranslated stretch or a wrong figure more, a mark less.
  source       squared error against the ranks of what is left of the judgements, as they stand.
With judgements of several translations a source, figures are cross-validated by source: five folds, no source in two.
Needs numpy.
"""
import argparse
import collections
import random
import sys

import numpy

SOURCE = ("source_length", "source_length_squared", "source_fluency", "source_unknown", "source_commas",
          "source_quotes", "source_numbers", "source_latin")
FINDINGS = ("facts", "names", "negation", "omission", "addition", "untranslated", "repetition", "form")
GRAVITY = {"untranslated": 3, "facts": 1.5, "form": 0.5}  # times --findings that one of these weighs at least
KIND_WEIGHT = {"word": 2, "modifier": 3, "infill": 3, "name": 6, "unname": 4, "swap": 0.5, "shuffle": 0.3}
RANGE = 4  # standard deviations
PRODUCT_RANGE = 6
SOURCE_RIDGE = 0.05


def read(pairs_path, evidence_path):
    pairs = [line.rstrip("\n").split("\t") for line in open(pairs_path, encoding="utf-8")]
    lines = open(evidence_path, encoding="utf-8").read().split("\n")
    names = lines[0].split("\t")
    rows = [[float(v) for v in line.split("\t")] if line else None for line in lines[1:len(pairs) + 1]]
    return pairs, rows, names


def ranks(values):
    values = numpy.asarray(values)
    order = numpy.argsort(values, kind="stable")
    out = numpy.empty(len(values))
    out[order] = numpy.arange(len(values))
    _, number = numpy.unique(values, return_inverse=True)
    return (numpy.bincount(number, out) / numpy.bincount(number))[number]


def standard_ranks(values):
    r = ranks(values)
    return (r - r.mean()) / r.std()


def spearman(x, y):
    return float(numpy.corrcoef(ranks(x), ranks(y))[0, 1])


def centred(values, groups):
    """Values, or rows of them, less their mean within each group."""
    _, number = numpy.unique(groups, return_inverse=True)
    sums = numpy.zeros((number.max() + 1,) + values.shape[1:])
    numpy.add.at(sums, number, values)
    counts = numpy.bincount(number).reshape((-1,) + (1,) * (values.ndim - 1))
    return values - (sums / counts)[number]


def pairwise(x, y, groups):
    members = collections.defaultdict(list)
    for k, g in enumerate(groups):
        members[g].append(k)
    right = total = 0.0
    for ks in members.values():
        for p, i in enumerate(ks):
            for j in ks[p + 1:]:
                if y[i] != y[j]:
                    total += 1
                    right += 0.5 if x[i] == x[j] else (x[i] < x[j]) == (y[i] < y[j])
    return right / total if total else 0.0


def minimum(a, b, w, upper):
    """The w below `upper` with the least w'aw/2 - b'w, by coordinate descent from `w`."""
    w = numpy.minimum(w, upper)
    rest = b - a @ w
    for _ in range(100):
        largest = 0.0
        for k in range(len(w)):
            step = min(w[k] + rest[k] / a[k, k], upper[k]) - w[k]
            if step:
                rest -= a[:, k] * step
                w[k] += step
                largest = max(largest, abs(step))
        if largest < 1e-4:
            break
    return w


def fit_translation(x, y, groups, differences, share, upper, options):
    """Weights of what is said of a translation; 0 where `upper` is 0. The sum of absolute values is brought to its
    minimum as a row of weighted squares."""
    several = len(set(groups)) < len(groups)
    xc = centred(x, groups) if several else x - x.mean(0)
    yc = standard_ranks(centred(y, groups) if several else y)
    n = len(y)
    errors, pull = xc.T @ xc / n + options.ridge * numpy.eye(x.shape[1]), xc.T @ yc / n
    w = numpy.minimum(numpy.zeros(x.shape[1]), upper)
    for _ in range(60):
        lack = options.margin - differences @ w
        short = lack > 0
        weight = options.damage * share[short] / 2 / numpy.maximum(lack[short], 0.03)
        d = differences[short]
        new = minimum(errors + (d * weight[:, None]).T @ d, pull + options.margin * weight @ d, w.copy(), upper)
        moved = abs(new - w).max()
        w = 0.5 * w + 0.5 * new
        if moved < 1e-3:
            break
    return w


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", required=True)
    ap.add_argument("--judged", nargs=2, required=True)
    ap.add_argument("--planted", nargs=2, required=True)
    ap.add_argument("--check", nargs=3, action="append", default=[])
    ap.add_argument("--damage", type=float, default=0.66)
    ap.add_argument("--margin", type=float, default=0.1)
    ap.add_argument("--ridge", type=float, default=0.02)
    ap.add_argument("--findings", type=float, default=-0.2, help="the least that a finding weighs")
    ap.add_argument("--by-length", nargs="*", default=[], help="evidence that counts by the length of the source")
    ap.add_argument("--without", nargs="*", default=[])
    options = ap.parse_args()
    pairs, rows, names = read(*options.judged)
    keep = [k for k, row in enumerate(rows) if row is not None]
    x0 = numpy.array([rows[k] for k in keep])
    y = numpy.array([float(pairs[k][2]) for k in keep])
    groups = [pairs[k][0] for k in keep]
    mean, deviation = x0.mean(0), x0.std(0) + 1e-9
    for name in FINDINGS:  # a fixed scale: how often one fires is no measure of what it means
        mean[names.index(name)], deviation[names.index(name)] = 0.0, 0.5
    constant = numpy.array([x0[:, k].std() == 0 and name not in FINDINGS for k, name in enumerate(names)])
    of_source = numpy.array([name in SOURCE for name in names])
    used = ~of_source & ~constant & ~numpy.array([name in options.without for name in names])
    of_source &= ~constant
    length, by_length = names.index("source_length"), [names.index(name) for name in options.by_length]
    used = numpy.concatenate([used, numpy.ones(len(by_length), bool)])
    of_source = numpy.concatenate([of_source, numpy.zeros(len(by_length), bool)])
    upper = numpy.array([options.findings * GRAVITY.get(name, 1) if name in FINDINGS else numpy.inf
                         for name in names] + [numpy.inf] * len(by_length))[used]

    def standard(values):
        s = numpy.clip((values - mean) / deviation, -RANGE, RANGE)
        s[:, constant] = 0
        products = numpy.clip(s[:, by_length] * s[:, [length]], -PRODUCT_RANGE, PRODUCT_RANGE)
        return numpy.hstack([s, products])

    x = standard(x0)
    good, bad, kinds = [], [], []
    p, r, _ = read(*options.planted)
    for k in range(0, len(r) - 1, 2):
        if r[k] is not None and r[k + 1] is not None:
            good.append(r[k])
            bad.append(r[k + 1])
            kinds.append(p[k][2])
    differences = (standard(numpy.array(good)) - standard(numpy.array(bad)))[:, used]
    share = numpy.array([KIND_WEIGHT.get(kind, 1.0) for kind in kinds])
    share /= share.sum()

    def fit(x, y, groups):
        w = numpy.zeros(x.shape[1])
        w[used] = fit_translation(x[:, used], y, groups, differences, share, upper, options)
        known = x @ w
        left = standard_ranks(y) - (known - known.mean())
        s = x[:, of_source]
        w[of_source] = numpy.linalg.solve(s.T @ s / len(s) + SOURCE_RIDGE * numpy.eye(s.shape[1]),
                                          s.T @ left / len(s))
        return w

    sources = sorted(set(groups))
    random.Random(1).shuffle(sources)
    if len(sources) < len(groups):
        fold_of = {s: k % 5 for k, s in enumerate(sources)}
        folds = numpy.array([fold_of[g] for g in groups])
        out = numpy.zeros(len(y))
        for k in range(5):
            train = folds != k
            w = fit(x[train], y[train], [g for g, t in zip(groups, train) if t])
            out[folds == k] = x[folds == k] @ w
        print(f"cross-validated by source: Spearman {spearman(out, y):.3f}, within source "
              f"{spearman(centred(out, groups), centred(y, groups)):.3f}, pairwise {pairwise(out, y, groups):.3f}",
              file=sys.stderr)
    w = fit(x, y, groups)
    print(f"planted pairs, fitted on: {(differences @ w[used] > 0).mean():.3f} right", file=sys.stderr)
    for kind, pairs_path, evidence_path in options.check:
        p, r, _ = read(pairs_path, evidence_path)
        if kind == "judged":
            k = [i for i in range(len(r)) if r[i] is not None]
            s = standard(numpy.array([r[i] for i in k])) @ w
            print(f"{pairs_path}: Spearman {spearman(s, [float(p[i][2]) for i in k]):.3f}", file=sys.stderr)
        else:
            wins = collections.defaultdict(list)
            for i in range(0, len(r) - 1, 2):
                if r[i] is None or r[i + 1] is None:
                    right = r[i + 1] is None
                else:
                    g, b = standard(numpy.array([r[i], r[i + 1]])) @ w
                    right = b < g
                for name in (p[i][2], "ALL", p[i][2].split("_")[0] + "_*"):
                    wins[name].append(right)
            print(pairs_path, " ".join(f"{k} {sum(v) / len(v):.2f}" for k, v in sorted(wins.items())), file=sys.stderr)
    scores = x @ w
    # The middle of the judged translations is to get 0.75, a standard deviation 0.1.
    slope = 0.55 / scores.std()
    products = dict(zip(options.by_length, w[len(names):] * slope))
    print("// Made by tools/fit/quality_weights.py: mean, deviation, weight and weight by length; target language "
          f"{options.language}.")
    print("{" + f"{1.1 - slope * numpy.median(scores):.4f}" + ", {{")
    for name, m, d, v in zip(names, mean, deviation, w * slope):
        print(f"    {{{m:.5g}, {d:.5g}, {v:.4f}, {products.get(name, 0):.4f}}},  // {name}")
    print("}}}")


if __name__ == "__main__":
    main()
