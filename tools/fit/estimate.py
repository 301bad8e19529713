"""The estimate of quality as a thing to be fitted and measured. Needs numpy.

It is linear in the standardised evidence. What speaks for a translation and what against it is known beforehand
(score::direction_of), and a weight never has the other sign: fitted freely on outputs of which the human ones are the
best and the freest, unexplained words speak *for* a translation, and on other sets that is wrong.

The weights of what is said of a translation make this least:
  judged    for each set, the squared error against the ranks of the judgements centred within their source, and
            OVERALL times that against the judgements as they stand, once what the source explains is taken out;
  planted   DAMAGE times the mean of what the good side of a planted pair lacks to lie MARGIN above the other: a sum
            of absolute values and not of squares, so that pairs that can't be told don't pull the weights about;
  guard     GUARD times the square of what the mean human output loses against the mean machine output beside it: a
            free translation is not to read as a bad one. Outputs with words twice in a row don't count: in
            newstest2020 they are a fault of the file, which says twice what a rater marked, oftener where machines
            wrote, and a few such lines would make up for what all people lose;
  ridge.
A finding weighs at least what FINDINGS says, set by hand from how often one stands in judged errors, and how well the
words follow each other at least a little, for translations that differ in nothing else. Evidence on the
source alone is fitted afterwards to what is left, and counts SOURCE_SHARE of that, since how hard a source is differs
more between sets than what is wrong with a translation.
"""
import collections

import numpy

FINDINGS = {"facts": 0.4, "names": 1.0, "negation": 0.1, "omission": 0.3, "addition": 0.4, "untranslated": 0.6,
            "repetition": 0.3, "form": 0.05}
KIND_WEIGHT = {"word": 2, "modifier": 3, "infill": 3, "name": 6, "unname": 4, "swap": 0.5}
RANGE = 4  # standard deviations
MARGIN = 0.1
RIDGE = 0.02
SOURCE_RIDGE = 0.05


def ranks(values):
    values = numpy.asarray(values, float)
    order = numpy.argsort(values, kind="stable")
    out = numpy.empty(len(values))
    out[order] = numpy.arange(len(values))
    _, number = numpy.unique(values, return_inverse=True)
    return (numpy.bincount(number, out) / numpy.bincount(number))[number]


def standard_ranks(values):
    r = ranks(values)
    return (r - r.mean()) / (r.std() + 1e-9)


def spearman(x, y):
    return float(numpy.corrcoef(ranks(x), ranks(y))[0, 1])


def centred(values, groups):
    """Values, or rows of them, less their mean within each group."""
    _, number = numpy.unique(groups, return_inverse=True)
    sums = numpy.zeros((number.max() + 1,) + values.shape[1:])
    numpy.add.at(sums, number, values)
    counts = numpy.bincount(number).reshape((-1,) + (1,) * (values.ndim - 1))
    return values - (sums / counts)[number]


def within(x, y, groups):
    """Spearman's rho within the sources that have several translations."""
    counts = collections.Counter(groups)
    several = numpy.array([counts[g] > 1 for g in groups])
    if not several.any():
        return float("nan")
    return spearman(centred(x[several], groups[several]), centred(y[several], groups[several]))


class Evidence:
    """What the program `evidence` wrote of a file of pairs; a row that can't be judged is not a number."""

    def __init__(self, pairs_path, evidence_path):
        with open(pairs_path, encoding="utf-8") as lines:
            self.pairs = [line.rstrip("\n").split("\t") for line in lines]
        with open(evidence_path, encoding="utf-8") as lines:
            rows = lines.read().split("\n")
        self.names = rows[0].split("\t")
        self.directions = numpy.array([int(cell) for cell in rows[1].split("\t")])
        self.rows = numpy.full((len(self.pairs), len(self.names)), numpy.nan)
        self.judged = numpy.zeros(len(self.pairs), bool)
        for k, row in enumerate(rows[2 : len(self.pairs) + 2]):
            if row:
                self.rows[k] = [float(cell) for cell in row.split("\t")]
                self.judged[k] = True


class Judged:
    """Rows of evidence with judgements and sources."""

    def __init__(self, evidence, keep=None):
        use = evidence.judged if keep is None else evidence.judged & keep
        self.x = evidence.rows[use]
        self.y = numpy.array([float(pair[2]) for pair in evidence.pairs])[use]
        self.sources = numpy.array([pair[0] for pair in evidence.pairs])[use]

    def part(self, keep):
        some = object.__new__(Judged)
        some.x, some.y, some.sources = self.x[keep], self.y[keep], self.sources[keep]
        return some

    @property
    def has_several(self):
        return len(set(self.sources)) < 0.7 * len(self.sources)


class Planted:
    """Good and bad translations by turns."""

    def __init__(self, evidence):
        both = evidence.judged[0::2] & evidence.judged[1::2]
        self.good, self.bad = evidence.rows[0::2], evidence.rows[1::2]
        self.told = evidence.judged[0::2], evidence.judged[1::2]
        self.both = both
        self.kinds = [pair[2] for pair in evidence.pairs[0::2]]


def minimum(a, b, w, lower):
    """The w above `lower` with the least w'aw/2 - b'w, by coordinate descent from `w`."""
    w = numpy.maximum(w, lower)
    rest = b - a @ w
    for _ in range(1000):
        largest = 0.0
        for k in range(len(w)):
            step = max(w[k] + rest[k] / a[k, k], lower[k]) - w[k]
            if step:
                rest -= a[:, k] * step
                w[k] += step
                largest = max(largest, abs(step))
        if largest < 1e-6:
            break
    return w


class Estimate:
    def __init__(self, evidence, overall=0.25, damage=0.66, guard=4.0, source_share=0.25, findings=1.0,
                 flow=0.015):
        self.names, self.directions = evidence.names, evidence.directions
        self.of_source = evidence.directions == 0
        self.findings = numpy.array([name in FINDINGS for name in evidence.names])
        self.lower = numpy.array([flow if name == "flow" else findings * FINDINGS.get(name, 0.0)
                                  for name in evidence.names])[~self.of_source]
        self.overall, self.damage, self.guard, self.source_share = overall, damage, guard, source_share

    def standard(self, rows):
        return numpy.clip(numpy.nan_to_num((rows - self.mean) / self.deviation), -RANGE, RANGE)

    def split(self, rows):
        """What is said of the translation, higher being better, and of the source."""
        z = self.standard(rows)
        return z[:, ~self.of_source] * self.directions[~self.of_source], z[:, self.of_source]

    def fit(self, judged, planted, guarded=None):
        """`guarded`: Evidence on human and machine outputs side by side, and which are human."""
        rows = numpy.vstack([some.x for some in judged])
        self.mean, self.deviation = numpy.nanmean(rows, 0), numpy.nanstd(rows, 0) + 1e-9
        self.mean[self.findings], self.deviation[self.findings] = 0.0, 0.5  # how often one fires is no measure of it
        size = int((~self.of_source).sum())
        a, b = numpy.zeros((size, size)), numpy.zeros(size)
        for some in judged:
            z, q = self.split(some.x)
            n = len(some.y)
            if some.has_several:
                zc, yc = centred(z, some.sources), standard_ranks(centred(some.y, some.sources))
                a += zc.T @ zc / n
                b += zc.T @ yc / n
            share = self.overall if some.has_several else 1.0
            z, q, y = z - z.mean(0), q - q.mean(0), standard_ranks(some.y)
            explained = numpy.linalg.solve(q.T @ q / n + SOURCE_RIDGE * numpy.eye(q.shape[1]), q.T / n)
            z, y = z - q @ (explained @ z), y - q @ (explained @ y)
            a += share * z.T @ z / n
            b += share * z.T @ y / n
        a, b = a / len(judged) + RIDGE * numpy.eye(size), b / len(judged)
        if guarded is not None:
            evidence, human = guarded
            use = evidence.judged & ~(evidence.rows[:, self.names.index("repetition")] > 0)
            z = centred(self.split(evidence.rows[use])[0], numpy.array([pair[0] for pair in evidence.pairs])[use])
            lost = z[human[use]].mean(0) - z[~human[use]].mean(0)
            a += self.guard * numpy.outer(lost, lost)
        differences = (self.split(planted.good)[0] - self.split(planted.bad)[0])[planted.both]
        share = numpy.array([KIND_WEIGHT.get(kind, 1.0) for kind in planted.kinds])[planted.both]
        share /= share.sum()
        w = self.lower + 0.01
        for _ in range(60):  # the sum of absolute values as a row of weighted squares
            lack = MARGIN - differences @ w
            short = lack > 0
            weight = self.damage * share[short] / 2 / numpy.maximum(lack[short], 0.03)
            d = differences[short]
            new = minimum(a + (d * weight[:, None]).T @ d, b + MARGIN * weight @ d, w.copy(), self.lower)
            moved = abs(new - w).max()
            w = 0.5 * (w + new)
            if moved < 1e-4:
                break
        self.weights = numpy.zeros(len(self.names))
        self.weights[~self.of_source] = w * self.directions[~self.of_source]
        self.fit_source(judged, w)
        return self

    def fit_source(self, judged, w):
        size = int(self.of_source.sum())
        a, b = numpy.zeros((size, size)), numpy.zeros(size)
        for some in judged:
            z, q = self.split(some.x)
            known = z @ w
            left = standard_ranks(some.y) - (known - known.mean())
            q = q - q.mean(0)
            a += q.T @ q / len(left)
            b += q.T @ left / len(left)
        a = a / len(judged) + SOURCE_RIDGE * numpy.eye(size)
        self.weights[self.of_source] = self.source_share * numpy.linalg.solve(a, b / len(judged))

    def scores(self, rows):
        return self.standard(rows) @ self.weights

    def wins(self, planted):
        """Whether each good translation lies above the bad one; one that can't be judged lies below all."""
        good, bad = planted.told
        return numpy.where(good & bad, self.scores(planted.bad) < self.scores(planted.good), good & ~bad)
