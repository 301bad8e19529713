"""Plots where in a translation the findings are, by severity (needs matplotlib).

    python3 plot_findings.py report.en.txt draft.zh.txt findings.png
"""

import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

import duizhao  # noqa: E402

source, target, picture = sys.argv[1:]
review = duizhao.Checker().review(open(source, encoding="utf-8").read(),
                                  open(target, encoding="utf-8").read())
figure, axes = pyplot.subplots(figsize=(8, 2.5))
for height, severity in enumerate(duizhao.SEVERITIES):
    places = [finding.target.begin for finding in review.findings
              if finding.severity == severity and finding.target is not None]
    axes.plot(places, [height] * len(places), "|", markersize=20)
axes.set_yticks(range(len(duizhao.SEVERITIES)), duizhao.SEVERITIES)
axes.set_xlim(0, len(review.target))
axes.set_xlabel("character of the translation")
quality = review.score.quality
axes.set_title(f"{len(review.findings)} findings" + (f", quality {quality:.2f}" if quality else ""))
figure.tight_layout()
figure.savefig(picture)
