"""The evaluation sets as the fitting programs want them: lines SOURCE<TAB>TARGET<TAB>LABEL, and rows of evidence."""
import collections
import json

# Systems of the judged sets that are people. They are the best and the freest: to fit weights on them teaches that
# what the lexicon can't explain speaks for a translation.
HUMAN = ("Human-A.0", "Human-B.0", "ref", "refB")


def clean(text):
    return " ".join(text.split())


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_human(row):
    return row.get("system") in HUMAN


def write(path, lines):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines("\t".join(cells) + "\n" for cells in lines)


def by_source(judged):
    sources = collections.OrderedDict()
    for row in judged:
        sources.setdefault(row["source"], []).append(row)
    return sources


def best(judged, share=None, number=None):
    """The better share of the translations of each source, or a number of them; best first."""
    for translations in by_source(judged).values():
        ordered = sorted(translations, key=lambda row: -row["human"])
        yield from ordered[: number or int(len(ordered) * share)]


def labelled(judged):
    return [(clean(row["source"]), clean(row["target"]), repr(row["human"])) for row in judged]


def contrasts(pairs):
    """Good and bad translation by turns, with the kind of error."""
    for row in pairs:
        for side in ("good", "bad"):
            yield clean(row["source"]), clean(row[side]), row["phenomenon"]
