#!/usr/bin/env python3
"""Fits the weights of the quality estimate and prints lib/duizhao/score/quality_weights_*.inc.

usage: quality_weights.py --language en --judged PAIRS.tsv EVIDENCE --planted PAIRS.tsv EVIDENCE
                          [--damage D] [--steady S] [--ridge R] [--check KIND PAIRS.tsv EVIDENCE]...

PAIRS.tsv has SOURCE<TAB>TARGET<TAB>JUDGEMENT lines (judged), or a good and a damaged translation of one source on
neighbouring lines with the kind of damage (planted, as plant.py makes them); EVIDENCE is what the program `evidence`
wrote about them.

The estimate is linear in the standardised evidence, and has two parts.
  damage   fitted on the planted pairs alone, by a squared hinge: the good side is to lie above the other. It is made
           of sums in which a single word shows (DAMAGE) and of findings, which may only lower it.
  manner   fitted on the judgements, less --damage times the first part: squared error, 0.9 of it against judgements
           centred within their source, so that a score which only follows the source gains little. --steady is the
           price of its moving between the two sides of a planted pair: what a judge of whole translations likes is
           not to outweigh a word that is missing.
With judgements of several translations a source, figures are cross-validated by source: five folds, no source in two.
Needs numpy.
"""
import argparse
import collections
import random
import sys

import numpy

DAMAGE = ("target_odds_sum", "source_odds_sum", "target_odds_most", "source_odds_most", "target_lone", "source_lone",
          "source_run", "repeated_two",
          "fluency")
MAY_RISE = ("fluency",)  # the only piece of damage that speaks for a translation where it is high
MARGIN = 0.6
HEAVIER = {"word": 2, "name": 2, "unname": 2}
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


def shares(kinds):
    share = numpy.array([HEAVIER.get(kind, 1.0) for kind in kinds])
    return share / share.sum()


def fit_damage(differences, kinds, names):
    """Weights of the evidence on damage, from good less damaged sides."""
    used = [k for k, name in enumerate(names) if name in DAMAGE or name in FINDINGS]
    upper = numpy.array([-0.1 if names[k] in FINDINGS else numpy.inf if names[k] in MAY_RISE else 0.0 for k in used])
    d = differences[:, used]
    share = shares(kinds)
    w = numpy.zeros(len(used))
    for _ in range(40):
        wrong = d @ w < MARGIN
        a = (d[wrong] * share[wrong, None]).T @ d[wrong] + 0.001 * numpy.eye(len(used))
        new = minimum(a, MARGIN * (d[wrong] * share[wrong, None]).sum(0), w.copy(), upper)
        if abs(new - w).max() < 1e-3:
            break
        w = 0.5 * w + 0.5 * new
    whole = numpy.zeros(len(names))
    whole[used] = w
    for name in FINDINGS:  # they count once, with the manner
        whole[names.index(name)] = 0
    return whole


def fit(x, y, groups, differences, share, damage, options, names):
    """Weights for standardised evidence: manner and damage together."""
    several = len(set(groups)) < len(groups)
    known = options.damage * (x @ damage)
    xs, ys = x - x.mean(0), (y - y.mean()) / y.std() - (known - known.mean())
    n, c = len(y), options.centred if several else 0.0
    a = (1 - c) * xs.T @ xs / n
    b = (1 - c) * xs.T @ ys / n
    if several:
        xc, yc = centred(x, groups), centred(y, groups)
        yc = yc / yc.std() - centred(known, groups)
        a += c * xc.T @ xc / n
        b += c * xc.T @ yc / n
    a += options.ridge * numpy.eye(x.shape[1]) + options.steady * differences.T @ (differences * share[:, None])
    upper = numpy.array([options.findings if name in FINDINGS else numpy.inf for name in names])
    return minimum(a, b, numpy.zeros(x.shape[1]), upper) + options.damage * damage


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", required=True)
    ap.add_argument("--judged", nargs=2, required=True)
    ap.add_argument("--planted", nargs=2, required=True)
    ap.add_argument("--check", nargs=3, action="append", default=[])
    ap.add_argument("--damage", type=float, default=0.12)
    ap.add_argument("--steady", type=float, default=2.5)
    ap.add_argument("--ridge", type=float, default=0.02)
    ap.add_argument("--findings", type=float, default=-0.15, help="the least that a finding weighs")
    ap.add_argument("--centred", type=float, default=0.9, help="share of the error on centred judgements")
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

    x = standard(x0)
    differences, kinds = [], []
    p, r, _ = read(*options.planted)
    for k in range(0, len(r) - 1, 2):
        if r[k] is not None and r[k + 1] is not None:
            differences.append((standard(numpy.array([r[k]])) - standard(numpy.array([r[k + 1]])))[0])
            kinds.append(p[k][2])
    differences = numpy.array(differences)
    damage = fit_damage(differences, kinds, names)

    sources = sorted(set(groups))
    random.Random(1).shuffle(sources)
    several = len(sources) < len(groups)
    if several:
        fold_of = {s: k % 5 for k, s in enumerate(sources)}
        folds = numpy.array([fold_of[g] for g in groups])
        out = numpy.zeros(len(y))
        for k in range(5):
            train = folds != k
            w = fit(x[train], y[train], [g for g, t in zip(groups, train) if t], differences, shares(kinds), damage, options, names)
            out[folds == k] = x[folds == k] @ w
        print(f"cross-validated by source: Spearman {spearman(out, y):.3f}, within source "
              f"{spearman(centred(out, groups), centred(y, groups)):.3f}, pairwise {pairwise(out, y, groups):.3f}",
              file=sys.stderr)
    w = fit(x, y, groups, differences, shares(kinds), damage, options, names)
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
                for name in (p[i][2], "ALL", p[i][2].split("_")[0] + "_*"):
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
