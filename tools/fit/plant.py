#!/usr/bin/env python3
"""Damages translations in known ways, to fit the tables of the checks and of the score.

usage: plant.py KIND PAIRS.tsv [--seed N] [--limit N] [--swap]

PAIRS.tsv has lines SOURCE<TAB>TARGET (--swap: the other way round). Writes SOURCE<TAB>TARGET<TAB>LABEL lines: first
the pair as it is, label 0, then damaged, label 1. Pairs that KIND can't damage are left out.

  omission      a part of the target between commas or like marks is taken out
  phrase        a run of words inside a part is taken out
  addition      the target has the target of another pair after it, or one part of it inside
  number        a number of the target has another digit
  negation      a negation of the target is taken out, or one is put in
  repeat        words of the target stand twice
  swap          a content word of the target is replaced by one of another pair
  untranslated  a part of the source stands in the target
  drop          a content word of the target is taken out
  insert        a few words of another pair's target are put in
  word          one content word of another pair's target is put in
  modifier      a word of another pair's target is put in, where it stands behind the same word as there
  infill        a word is put between two words of an English target where other targets have it behind the one and
                before the other
  name          a capitalised name of an English target is replaced by one of another pair
  unname        a capitalised name of an English target is taken out
  shuffle       the words of the target, or of a part of it, are in another order
"""
import argparse
import collections
import functools
import random
import re

MARK = re.compile(r"(?<=[，；。！？])|(?<=[;.!?,] )")
HAN = re.compile(r"[\u3400-\u9fff]")


def is_chinese(text):
    return len(HAN.findall(text)) * 2 > len(re.findall(r"[A-Za-z]+", text))


def size(text):
    """About the number of English words."""
    return len(HAN.findall(text)) / 1.6 if is_chinese(text) else len(text.split())


def parts_of(text):
    return [part for part in MARK.split(text) if part]


def words_of(text):
    return re.findall(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+|\s+", text)


def omission(source, target, rng, others):
    parts = parts_of(target)
    droppable = [i for i, part in enumerate(parts) if size(part) >= 4]
    if len(parts) < 2 or not droppable:
        return None
    i = rng.choice(droppable)
    return "".join(parts[:i] + parts[i + 1:]).strip()


def phrase(source, target, rng, others):
    words = words_of(target)
    solid = [i for i, word in enumerate(words) if not word.isspace()]
    n = rng.randint(6, 14)
    if len(solid) < 2 * n:
        return None
    k = rng.randrange(len(solid) - n)
    return "".join(words[:solid[k]] + words[solid[k + n]:]).strip()


def addition(source, target, rng, others):
    _, extra = rng.choice(others)
    if is_chinese(extra) != is_chinese(target):
        return None
    glue = "" if is_chinese(target) else " "
    if rng.random() < 0.5:
        return target + glue + extra
    candidates = [part.strip() for part in parts_of(extra) if size(part) >= 4]
    parts = parts_of(target)
    if not candidates or len(parts) < 2:
        return None
    i = rng.randrange(1, len(parts))
    return "".join(parts[:i]) + rng.choice(candidates) + glue + "".join(parts[i:])


def number(source, target, rng, others):
    found = list(re.finditer(r"\d", target))
    if not found:
        return None
    m = rng.choice(found)
    return target[:m.start()] + rng.choice("123456789".replace(m.group(), "")) + target[m.end():]


def negation(source, target, rng, others):
    if is_chinese(target):
        drop = [m.span() for m in re.finditer("不(?=[会能是再想要愿应])|没有|未(?=[能曾])|并不|无法", target)]
        put = [m.start() for m in re.finditer("(?<!不)(会|能|是|可以|应该)", target)]
        new = "不"
    else:
        drop = [m.span() for m in re.finditer(r" not\b|n't\b", target)]
        put = [m.end() for m in re.finditer(r"\b(is|are|was|were|will|can|should|has|have)\b(?! not)", target)]
        new = " not"
    if drop and (not put or rng.random() < 0.7):
        a, b = rng.choice(drop)
        return target[:a] + target[b:]
    if not put:
        return None
    i = rng.choice(put)
    return target[:i] + new + target[i:]


def repeat(source, target, rng, others):
    words = words_of(target)
    n = rng.choice((3, 4, 5)) if is_chinese(target) else rng.choice((1, 1, 2, 3))
    solid = [i for i, word in enumerate(words) if not word.isspace()]
    if len(solid) < n + 3:
        return None
    k = rng.randrange(len(solid) - n)
    chunk = words[solid[k]:solid[k + n]]
    return "".join(words[:solid[k]] + chunk + words[solid[k]:])


def swap(source, target, rng, others):
    _, extra = rng.choice(others)
    if is_chinese(extra) != is_chinese(target):
        return None
    if is_chinese(target):
        pattern = r"[\u3400-\u9fff]{2}"
    else:
        pattern = r"\b[A-Za-z][a-z]{4,}\b"
    old, new = list(re.finditer(pattern, target)), re.findall(pattern, extra)
    if not old or not new:
        return None
    m = rng.choice(old)
    return target[:m.start()] + rng.choice(new) + target[m.end():]


def untranslated(source, target, rng, others):
    here, there = parts_of(source), parts_of(target)
    if len(here) < 2 or len(there) < 2:
        return None
    i = rng.randrange(len(there))
    return "".join(there[:i]) + rng.choice(here) + "".join(there[i + 1:])


def drop(source, target, rng, others):
    pattern = r"[\u3400-\u9fff]{2}" if is_chinese(target) else r"\b[A-Za-z][a-z]{3,}\b ?"
    old = list(re.finditer(pattern, target))
    if len(old) < 4:
        return None
    m = rng.choice(old)
    return target[:m.start()] + target[m.end():]


def insert(source, target, rng, others):
    _, extra = rng.choice(others)
    if is_chinese(extra) != is_chinese(target):
        return None
    words, new = words_of(target), words_of(extra)
    n = rng.randint(3, 7)
    solid = [i for i, word in enumerate(words) if not word.isspace()]
    if len(solid) < 5 or len(new) < 2 * n + 2:
        return None
    k = rng.randrange(0, len(new) - 2 * n)
    at = rng.choice(solid[1:])
    glue = [] if is_chinese(target) else [" "]
    piece = [word for word in new[k:k + (n if is_chinese(target) else 2 * n)]]
    return re.sub(r"\s+", " ", "".join(words[:at] + piece + glue + words[at:]))


def word(source, target, rng, others):
    _, extra = rng.choice(others)
    if is_chinese(extra) != is_chinese(target):
        return None
    new = re.findall(r"[\u3400-\u9fff]{2}" if is_chinese(target) else r"\b[a-z]{5,}\b", extra)
    places = [m.start() for m in re.finditer(r"[\u3400-\u9fff]" if is_chinese(target) else r"\b[a-z]{4,}\b", target)]
    if not new or not places:
        return None
    at = rng.choice(places)
    return target[:at] + rng.choice(new) + ("" if is_chinese(target) else " ") + target[at:]


BEFORE = re.compile(r"\b(?:the|a|an|of|in|with|and|to|is|are|was|were|by|for|more) (?=[a-z]+\b)")
BEFORE_HAN = re.compile(r"[的在和了是与及把被为将](?=[\u3400-\u9fff]{3})")


def modifier(source, target, rng, others):
    _, extra = rng.choice(others)
    if is_chinese(extra) != is_chinese(target):
        return None
    before, size = (BEFORE_HAN, r"[\u3400-\u9fff]{2}") if is_chinese(target) else (BEFORE, r"[a-z]{3,} ")
    there = {}
    for m in before.finditer(extra):
        word = re.match(size, extra[m.end():])
        if word and word.group() not in target:
            there.setdefault(m.group(), []).append(word.group())
    places = [m for m in before.finditer(target) if m.group() in there]
    if not places:
        return None
    m = rng.choice(places)
    return target[:m.end()] + rng.choice(there[m.group()]) + target[m.end():]


WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|[^A-Za-z\s]")


@functools.cache
def neighbours():
    """What stands behind each word, and before it, how often."""
    return collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)


def infill(source, target, rng, others):
    behind, before = neighbours()
    if not behind:
        for _, text in others:
            words = ["", *WORD.findall(text.lower())]
            for a, b in zip(words, words[1:]):
                behind[a][b] += 1
                before[b][a] += 1
    words = list(WORD.finditer(target))
    forms = [m.group().lower() for m in words]
    places = [k for k in range(len(words) - 1) if forms[k].isalpha() and forms[k + 1].isalpha()]
    for k in rng.sample(places, min(len(places), 12)):
        here, there = behind[forms[k]], before[forms[k + 1]]
        fitting = [w for w in here if w in there and len(w) > 2 and w.isalpha() and w not in forms]
        if len(fitting) >= 3:
            word = rng.choices(fitting, [(here[w] * there[w]) ** 0.5 for w in fitting])[0]
            return target[:words[k].end()] + " " + word + target[words[k].end():]
    return None


NAME = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*")


def name(source, target, rng, others):
    _, extra = rng.choice(others)
    old, new = list(NAME.finditer(target)), NAME.findall(extra)
    if not old or not new:
        return None
    m = rng.choice(old)
    return re.sub(r"\b" + m.group() + r"\b", rng.choice(new), target)


def unname(source, target, rng, others):
    old = list(NAME.finditer(target))
    if not old:
        return None
    return re.sub(r"\b" + rng.choice(old).group() + r"\b ?", "", target)


def shuffle(source, target, rng, others):
    words = words_of(target)
    solid = [i for i, word in enumerate(words) if not word.isspace()]
    if len(solid) < 8:
        return None
    if rng.random() < 0.5:
        first, last = 0, len(solid)
    else:
        first = rng.randrange(0, len(solid) - 6)
        last = first + 6
    places = solid[first:last]
    order = places[:]
    rng.shuffle(order)
    changed = words[:]
    for to, start in zip(places, order):
        changed[to] = words[start]
    return "".join(changed)


KINDS = dict(omission=omission, phrase=phrase, addition=addition, number=number, negation=negation, repeat=repeat,
             swap=swap, untranslated=untranslated, drop=drop, insert=insert, word=word, modifier=modifier, infill=infill, name=name,
             unname=unname, shuffle=shuffle)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("kind", choices=KINDS)
    ap.add_argument("pairs")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=int, default=0)
    ap.add_argument("--swap", action="store_true")
    options = ap.parse_args()
    rng = random.Random(options.seed)
    pairs = []
    for line in open(options.pairs, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 2 and cells[0] and cells[1]:
            pairs.append((cells[1], cells[0]) if options.swap else (cells[0], cells[1]))
    rng.shuffle(pairs)
    written = 0
    for source, target in pairs:
        damaged = KINDS[options.kind](source, target, rng, pairs)
        if damaged and damaged != target:
            print(source, target, 0, sep="\t")
            print(source, damaged, 1, sep="\t")
            written += 1
        if options.limit and written >= options.limit:
            break


if __name__ == "__main__":
    main()
