#!/usr/bin/env python3
"""Fits the weights of the quality estimate and prints lib/duizhao/score/quality_weights.inc.

usage: quality_weights.py --language en --judged PAIRS.tsv EVIDENCE [--planted PAIRS.tsv EVIDENCE]…
                          [--share S] [--ridge R] [--check KIND PAIRS.tsv EVIDENCE]…

PAIRS.tsv has SOURCE<TAB>TARGET<TAB>JUDGEMENT lines (judged), or a good and a damaged translation of one source on
neighbouring lines (planted, as plant.py makes them); EVIDENCE is what the program `evidence` wrote about them.

The estimate is linear in the standardised evidence. It is fitted jointly: squared error against the judgements, half
of it against the judgements centred within their source, so that a score which only follows the source gains
nothing; and a squared hinge on the planted pairs, whose good side is to lie a standard deviation above the other.
--share is what the planted pairs weigh beside the judgements. Findings may only lower the estimate. With judgements
of several translations a source, figures are cross-validated by source: five folds, no source in two. Needs numpy.
"""
import argparse
import collections
import random
import sys

import numpy

FINDINGS = ("facts", "names", "negation", "omission", "addition", "untranslated", "repetition", "form")


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
    for v in numpy.unique(values[numpy.argsort(values)]) if len(set(values.tolist())) < len(values) else ():
        same = values == v
        out[same] = out[same].mean()
    return out


def spearman(x, y):
    return float(numpy.corrcoef(ranks(x), ranks(y))[0, 1])


def centred(values, groups):
    sums = collections.defaultdict(list)
    for v, g in zip(values, groups):
        sums[g].append(v)
    return numpy.array([v - sum(sums[g]) / len(sums[g]) for v, g in zip(values, groups)])


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


def fit(x, y, groups, differences, options, bounds):
    """Weights for standardised evidence, and those for what the judgements are centred on."""
    several = len(set(groups)) < len(groups)
    yc = centred(y, groups) if several else y - y.mean()
    xc = numpy.array([centred(column, groups) for column in x.T]).T if several else x - x.mean(0)
    yc, ys = yc / yc.std(), (y - y.mean()) / y.std()
    xs = x - x.mean(0)
    n, m = len(y), max(len(differences), 1)
    c = options.centred
    a0 = c * xc.T @ xc / n + (1 - c) * xs.T @ xs / n if several else xs.T @ xs / n
    b0 = c * xc.T @ yc / n + (1 - c) * xs.T @ ys / n if several else xs.T @ ys / n
    a0 = a0 + options.ridge * numpy.eye(x.shape[1])
    w = numpy.linalg.solve(a0, b0)
    frozen = numpy.zeros(x.shape[1], bool)
    for _ in range(60):
        active = differences[differences @ w < options.margin] if len(differences) else differences
        a = a0 + options.share * active.T @ active / m
        b = b0 + options.share * options.margin * active.sum(0) / m
        free = ~frozen
        new = numpy.where(frozen, bounds, 0.0)
        new[free] = numpy.linalg.solve(a[numpy.ix_(free, free)], b[free] - a[numpy.ix_(free, frozen)] @ bounds[frozen])
        frozen |= (bounds < 0) & (new > bounds)
        if abs(new - w).max() < 1e-5:
            break
        w = 0.5 * w + 0.5 * new
    return numpy.where(frozen, bounds, w)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", required=True)
    ap.add_argument("--judged", nargs=2, required=True)
    ap.add_argument("--planted", nargs=2, action="append", default=[])
    ap.add_argument("--check", nargs=3, action="append", default=[])
    ap.add_argument("--share", type=float, default=1.0)
    ap.add_argument("--ridge", type=float, default=0.02)
    ap.add_argument("--margin", type=float, default=0.6)
    ap.add_argument("--centred", type=float, default=0.5, help="share of the error on centred judgements")
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
    left_out = [names.index(name) for name in options.without]

    def standard(values):
        s = numpy.clip((values - mean) / deviation, -4, 4)
        s[:, left_out] = 0
        return s

    bounds = numpy.array([-0.1 if name in FINDINGS else 0.0 for name in names])
    x = standard(x0)
    differences = []
    for pairs_path, evidence_path in options.planted:
        p, r, _ = read(pairs_path, evidence_path)
        for k in range(0, len(r) - 1, 2):
            if r[k] is not None and r[k + 1] is not None:
                differences.append((standard(numpy.array([r[k]])) - standard(numpy.array([r[k + 1]])))[0])
    differences = numpy.array(differences) if differences else numpy.zeros((0, len(names)))

    sources = sorted(set(groups))
    random.Random(1).shuffle(sources)
    several = len(sources) < len(groups)
    if several:
        fold_of = {s: k % 5 for k, s in enumerate(sources)}
        folds = numpy.array([fold_of[g] for g in groups])
        out = numpy.zeros(len(y))
        for k in range(5):
            train = folds != k
            w = fit(x[train], y[train], [g for g, t in zip(groups, train) if t], differences, options, bounds)
            out[folds == k] = x[folds == k] @ w
        print(f"cross-validated by source: Spearman {spearman(out, y):.3f}, within source "
              f"{spearman(centred(out, groups), centred(y, groups)):.3f}, pairwise {pairwise(out, y, groups):.3f}",
              file=sys.stderr)
    w = fit(x, y, groups, differences, options, bounds)
    if len(differences):
        print(f"planted pairs, fitted on: {(differences @ w > 0).mean():.3f} right", file=sys.stderr)
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
                for name in (p[i][2], "ALL"):
                    wins[name].append(right)
            print(pairs_path, " ".join(f"{k} {sum(v) / len(v):.2f}" for k, v in sorted(wins.items())), file=sys.stderr)
    scores = x @ w
    # The middle of the judged translations is to get 0.75, a standard deviation 0.1.
    slope = 0.55 / scores.std()
    constant = 1.1 - slope * numpy.median(scores)
    print(f"// Made by tools/fit/quality_weights.py: mean, deviation and weight; target language {options.language}.")
    print("{" + f"{constant:.4f}" + ", {{")
    for name, m, d, v in zip(names, mean, deviation, w * slope):
        print(f"    {{{m:.5g}, {d:.5g}, {v:.4f}}},  // {name}")
    print("}}}")


if __name__ == "__main__":
    main()
