#!/usr/bin/env python3
"""Plants mistakes of negation in good translations: what the weights of negations without counterpart are fitted on.

usage: negation_pairs.py PAIRS.tsv [--seed N]

PAIRS.tsv has one version in English and the other in Chinese. Writes ENGLISH<TAB>CHINESE<TAB>LABEL lines: each pair
in which something denies, label good, and half of those where both sides do once more with one of the negations taken
out, of the English (dropped:en) or of the Chinese (dropped:zh). Of the pairs in which nothing denies, some come with a
negation put in (put:en, put:zh).
"""
import argparse
import random
import re

LONGEST = 600  # characters
SHARE_PUT = 0.08  # of the pairs in which nothing denies
SHARE_WITHOUT_DO = 0.6  # "did not go" → "go" rather than "did go"
SHARE_FULL_VERB = 0.4

AFFIRMED = {
    "没有": ("有", "", "已", "了"), "沒有": ("有", ""), "不会": ("会",), "不會": ("會",), "不能": ("能", "可以"),
    "未能": ("能", ""), "并未": ("已",), "並未": ("已",), "不再": ("再", "仍"), "不得": ("可", "应", "得"),
    "无法": ("能", "可以"), "無法": ("能",), "不是": ("是",), "不要": ("要",), "从未": ("曾", "已"), "从不": ("总是",),
    "尚未": ("已",), "不可": ("可", "可以"), "並不": ("", "很"), "并不": ("", "很"), "不應": ("應",), "不应": ("应",),
    "未": ("", "已"), "没": ("",), "不": ("",), "無": ("有",), "无": ("有",),
}
CHINESE = re.compile("|".join(AFFIRMED))
FIXED_BEHIND = "断仅但过同久少管论时已禁"
DENIED = {"有": "没有", "已": "未", "将": "将不", "將": "將不"}
AUXILIARY = r"\b(is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|may|shall|might)"
NO_DENIAL_BEHIND = r"(?! (?:only|until|just|merely|necessarily))"
VERBS = ("say|make|take|show|need|want|offer|allow|provide|use|work|give|help|include|support|come|become|mean|contain|"
         "require")
CHINESE_DENIES = re.compile("[不没沒未无無]")
ENGLISH_DENIES = re.compile(r"\b(not|no|never|without|none|nor|cannot|neither)\b|n['’]t\b", re.I)
HAN = re.compile("[\u3400-\u9fff]")


def drop_english(text, rng):
    found = []
    for pattern, kind in ((AUXILIARY + r" not\b" + NO_DENIAL_BEHIND, "auxiliary"),
                          (AUXILIARY + r"n['’]t\b" + NO_DENIAL_BEHIND, "auxiliary"),
                          (r"\bcannot\b|\bcan['’]t\b", "can"), (r"\bwon['’]t\b", "will"),
                          (r"\bno (?!longer|doubt|more|less|matter|one|later)(?=\w)", "no"), (r"\bno longer ", ""),
                          (r"\b(never|not) ", ""), (r"\bwithout\b", "with")):
        found += [(match, kind) for match in re.finditer(pattern, text, re.I)]
    if not found:
        return None
    match, kind = rng.choice(found)
    new, behind = kind, text[match.end():]
    if kind == "auxiliary":
        new = match.group(1)
        if new.lower() in ("did", "does", "do") and rng.random() < SHARE_WITHOUT_DO:
            new, behind = "", behind.lstrip()
    elif kind == "no":
        new = rng.choice(("", "a ", "some "))
    return re.sub("  +", " ", text[:match.start()] + new + behind)


def drop_chinese(text, rng):
    found = [match for match in CHINESE.finditer(text) if text[match.end():match.end() + 1] not in tuple(FIXED_BEHIND)]
    if not found:
        return None
    match = rng.choice(found)
    return text[:match.start()] + rng.choice(AFFIRMED[match.group()]) + text[match.end():]


def put_english(text, rng):
    auxiliaries = list(re.finditer(AUXILIARY + r"\b(?! not|n['’]t)", text))
    behind = r"(?= (?:the|a|to|in|that|it|his|her|their|on|at|by|out|up|and|its|with))"
    for pattern, new in ((r"(?<=[a-z] )([a-z]{3,})ed" + behind, "did not "), (rf"(?<=[a-z] )({VERBS})s\b", "does not ")):
        verbs = list(re.finditer(pattern, text))
        if verbs and (not auxiliaries or rng.random() < SHARE_FULL_VERB):
            match = rng.choice(verbs)
            return text[:match.start()] + new + match.group(1) + text[match.end():]
    if not auxiliaries:
        return None
    match = rng.choice(auxiliaries)
    return text[:match.end()] + " not" + text[match.end():]


def put_chinese(text, rng):
    found = list(re.finditer("(?<![不会會能可要是])(会|會|能|是|可以|应|應|要|将|將|有|在|已)", text))
    if not found:
        return None
    match = rng.choice(found)
    return text[:match.start()] + DENIED.get(match.group(), "不" + match.group()) + text[match.end():]


def damaged(english, chinese, rng):
    """The pair with a mistake, and its label; None where there is none to make."""
    denied = bool(CHINESE_DENIES.search(chinese)), bool(ENGLISH_DENIES.search(english))
    if any(denied) and not all(denied):
        return None
    kind, in_english, in_chinese = (
        ("dropped", drop_english, drop_chinese) if all(denied) else ("put", put_english, put_chinese))
    if rng.random() < 0.5:
        bad = in_english(english, rng)
        return bad and (bad, chinese, kind + ":en")
    bad = in_chinese(chinese, rng)
    return bad and (english, bad, kind + ":zh")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs")
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    for line in open(options.pairs, encoding="utf-8"):
        english, _, chinese = line.rstrip("\n").partition("\t")
        chinese = chinese.split("\t")[0]
        if len(HAN.findall(english)) > len(HAN.findall(chinese)):
            english, chinese = chinese, english
        if not english.strip() or not chinese.strip() or len(english) > LONGEST:
            continue
        affirms = not (CHINESE_DENIES.search(chinese) or ENGLISH_DENIES.search(english))
        if affirms and rng.random() >= SHARE_PUT:
            continue
        print(english, chinese, "good", sep="\t")
        if bad := damaged(english, chinese, rng):
            print(*bad, sep="\t")


if __name__ == "__main__":
    main()
