#!/usr/bin/env python3
"""How far the estimate of quality agrees with people and sees errors: every set, never one figure.

usage: tools/fit/quality_report.py      (after tools/fit-weights; needs numpy)

Prints for each set the figure of the weights as they are and, for the sets that they were fitted on, of weights fitted
without it: newstest2020 by half of its systems and fifth of its documents, each scored by what was fitted on the rest.
"within": Spearman's rho after both are centred within their source; "overall": over all rows; "wins": the good
translation lies above the bad one; "rank of human outputs": among the outputs of a source, 1 the best and 0.5 the
middle. $DUIZHAO_EVAL, $DUIZHAO_FIT as for tools/fit-weights.
"""
import collections
import os
import pathlib
import re
import subprocess

import numpy

import sets
from estimate import Estimate, Evidence, Judged, Planted, centred, ranks, spearman, within
from quality_weights import SETTINGS

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("DUIZHAO_EVAL", ROOT.parent / "shared")) / "data"
PROGRAM = pathlib.Path(os.environ.get("DUIZHAO_FIT", ROOT / "build" / "release" / "tools" / "fit")) / "evidence"
FITTED = ROOT / "build" / "fit-weights"
WORK = ROOT / "build" / "quality-report"
FOLDS = 5


def evidence_of(name, lines):
    WORK.mkdir(parents=True, exist_ok=True)
    pairs, out = WORK / f"{name}.tsv", WORK / f"{name}.evidence"
    sets.write(pairs, lines)
    with open(out, "wb") as file:
        command = [PROGRAM, ROOT / "models" / "duizhao.model", ROOT / "models" / "duizhao.names", pairs]
        subprocess.run(command, stdout=file, check=True)
    return Evidence(pairs, out)


def shipped(evidence, language):
    """The estimate of the file of weights."""
    estimate = Estimate(evidence)
    text = (ROOT / "models" / "duizhao.weights").read_text(encoding="utf-8")
    section = re.search(rf"(?ms)^\[quality\.{language}\].*?\n(.*?)(?=^\[|\Z)", text).group(1)
    rows = {cells[0]: [float(cell) for cell in cells[1:]] for cells in map(str.split, section.splitlines())
            if len(cells) == 4}
    values = numpy.array([rows.get(name, (0, 1, 0)) for name in evidence.names])
    estimate.mean, estimate.deviation, estimate.weights = values.T
    return estimate


def judged_rows(name):
    return sets.rows(next((DATA / "quality").glob(f"{name}.??-??.jsonl")))


def human_rank(scores, sources, human):
    places = []
    for source in set(sources):
        rows = numpy.flatnonzero(sources == source)
        if human[rows].any() and not human[rows].all():
            places.extend((ranks(scores[rows]) / (len(rows) - 1))[human[rows]])
    return numpy.mean(places)


def figures(scores, some):
    return f"within {within(scores, some.y, some.sources):.3f}, overall {spearman(scores, some.y):.3f}"


def by_systems(evidence, systems, fit):
    """newstest2020: each half of the systems and fifth of the documents by weights fitted on the other ones."""
    everything = Judged(evidence)
    systems = systems[evidence.judged]
    order = {source: k for k, source in enumerate(dict.fromkeys(everything.sources))}
    fold = numpy.array([order[source] * FOLDS // len(order) for source in everything.sources])
    half = numpy.array([sorted(set(systems)).index(system) % 2 for system in systems])
    scores = numpy.zeros(len(fold))
    for k in range(FOLDS):
        for side in (0, 1):
            estimate = fit(everything.part((fold != k) & (half != side)))
            held = (fold == k) & (half == side)
            scores[held] = estimate.scores(everything.x[held])
    groups = numpy.array([f"{source}{side}" for source, side in zip(everything.sources, half)])
    return f"within half of the systems {within(scores, everything.y, groups):.3f}"


def english():
    names = ("newstest2020", "ted21", "wmt23-dev")
    fitted = {name: Evidence(FITTED / f"{name}.tsv", FITTED / f"{name}.evidence") for name in names}
    planted = Planted(Evidence(FITTED / "planted.en.tsv", FITTED / "planted.en.evidence"))
    outputs = Evidence(FITTED / "guard.tsv", FITTED / "guard.evidence")
    human = numpy.array([pair[2] == "1" for pair in outputs.pairs])
    estimate = shipped(outputs, "en")

    def fit(judged):
        return Estimate(outputs, **SETTINGS["en"]).fit(judged, planted, (outputs, human))

    def without(name):
        return fit([Judged(evidence) for other, evidence in fitted.items() if other != name])

    others = [Judged(fitted[name]) for name in names[1:]]
    machines = [row for row in judged_rows("newstest2020") if not sets.is_human(row)]
    systems = numpy.array([row["system"] for row in machines])
    some = Judged(fitted["newstest2020"])
    print(f"newstest2020, machine outputs: {figures(estimate.scores(some.x), some)}; held out: "
          f"{by_systems(fitted['newstest2020'], systems, lambda part: fit([part, *others]))}")
    sources = numpy.array([pair[0] for pair in outputs.pairs])
    print(f"newstest2020, rank of human outputs: {human_rank(estimate.scores(outputs.rows), sources, human):.3f}")
    # Its rows don't name the systems, which come in the order of newstest2020: the third and fourth are people.
    second = evidence_of("newstest2020b", sets.labelled(judged_rows("newstest2020b")))
    some = Judged(second, numpy.arange(len(second.pairs)) % 10 // 2 != 1)
    print(f"newstest2020b, machine outputs: {figures(estimate.scores(some.x), some)}")
    for name in names[1:]:
        some = Judged(evidence_of(name, sets.labelled(judged_rows(name))))
        print(f"{name}: {figures(estimate.scores(some.x), some)}; fitted without it: "
              f"{figures(without(name).scores(some.x), some)}")
    for name in ("qe22-dev", "qe23-dev"):
        some = Judged(evidence_of(name, sets.labelled(judged_rows(name))))
        print(f"{name}: overall {spearman(estimate.scores(some.x), some.y):.3f}")
    return estimate


def chinese():
    some = Judged(Evidence(FITTED / "mlqe-train.tsv", FITTED / "mlqe-train.evidence"))
    evidence = evidence_of("mlqe-dev", sets.labelled(judged_rows("mlqe-dev")))
    estimate = shipped(evidence, "zh")
    print(f"mlqe-train: overall {spearman(estimate.scores(some.x), some.y):.3f}")
    some = Judged(evidence)
    print(f"mlqe-dev: overall {spearman(estimate.scores(some.x), some.y):.3f}")
    return estimate


def main():
    estimates = {"en": english(), "zh": chinese()}
    for path in sorted((DATA / "contrast").glob("*.jsonl")):
        name = path.name.removesuffix(".jsonl")
        planted = Planted(evidence_of(name, sets.contrasts(sets.rows(path))))
        wins = collections.defaultdict(list)
        for kind, right in zip(planted.kinds, estimates[name[-2:]].wins(planted)):
            if not name.startswith("demetr") or kind.startswith("critical"):
                wins[kind].append(right)
        total = numpy.mean(sum(wins.values(), []))
        parts = " ".join(f"{kind} {numpy.mean(right):.2f}" for kind, right in sorted(wins.items()))
        print(f"{name}: wins {total:.3f}\n    {parts}")


if __name__ == "__main__":
    main()
