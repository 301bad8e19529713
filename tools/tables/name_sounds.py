#!/usr/bin/env python3
"""Which letters of foreign names the syllables of Mandarin stand for, learnt from lists of names.

usage: name_sounds.py READINGS.inc CEDPANE-NAMES.tsv CLDR.tsv > lib/duizhao/names/name_sounds.inc

A name in Chinese is a row of syllables, each of which stands for nought to six letters: 布|卢|姆 is b|loo|m. What stands
for what is found by expectation maximisation over all ways to split the names of the lists. READINGS.inc is
lib/duizhao/names/han_readings.inc; the lists are CedPane's (simplified, traditional, English; public domain) and
CLDR's cities and countries (kind, code, English, simplified …; Unicode licence).

A line of the output is a syllable with its letters, most likely first, and -10 ln p(letters | syllable); the first
line, under "*", has -10 ln p(letters) of all syllables together.
"""
import collections
import math
import re
import sys
import unicodedata

LONGEST = 6
ITERATIONS = 7
# For the first iteration only: letters that a syllable with this initial begins with.
FIRST_LETTERS = {"b": "bpv", "p": "pb", "m": "m", "f": "fpvhw", "d": "dt", "t": "td", "n": "n", "l": "lr", "g": "gkcq",
                 "k": "kcqg", "h": "hgj", "j": "jgckz", "q": "cjktq", "x": "schx", "zh": "jgdzc", "ch": "ct",
                 "sh": "sc", "r": "rj", "z": "zjs", "c": "cts", "s": "sczt", "y": "yijaeu", "w": "wvou", "a": "a",
                 "o": "o", "e": "ea"}


def read_readings(path):
    with open(path, encoding="utf-8") as lines:
        found = (re.match(r'"(.)([^;]+);', line) for line in lines)
        return {match[1]: match[2].split(",")[:2] for match in found if match}


def letters_of(word):
    plain = unicodedata.normalize("NFD", word)
    return re.sub("[^a-z]", "", "".join(c for c in plain if not unicodedata.combining(c)).lower())


def name_parts(chinese, english, readings):
    """The parts of a name in both languages, where they are as many."""
    chinese_parts = re.split("[·•‧]", chinese)
    english_parts = english.split()
    if len(chinese_parts) != len(english_parts):
        return
    for part, word in zip(chinese_parts, english_parts):
        word = word.strip(".,'")
        if not re.match(r"[^\W\d_][\w'’-]+$", word) or not word[0].isupper() or sum(c.isupper() for c in word) > 2:
            continue
        word = letters_of(word)
        if 2 <= len(part) <= 8 and 3 <= len(word) <= 16 and all(c in readings for c in part):
            yield part, word


def read_names(cedpane, cldr, readings):
    names = set()
    with open(cedpane, encoding="utf-8") as lines:
        for line in lines:
            simplified, _, english = line.rstrip("\n").split("\t")
            for sense in english.split(";"):
                sense = re.sub(r"\(.*?\)|<.*?>", "", sense)
                names.update(name_parts(simplified, sense, readings))
    with open(cldr, encoding="utf-8") as lines:
        for line in lines:
            kind, _, english, simplified = line.split("\t")[:4]
            if kind in ("city", "territories"):
                names.update(name_parts(simplified, english, readings))
    return sorted(names)


def readings_of(name, readings):
    found = [()]
    for character in name:
        found = [row + (reading,) for row in found for reading in readings[character]][:8]
    return found


def first_guess(syllable, letters):
    value = [.02, .15, .4, .3, .1, .03, .01][len(letters)] * 26.0 ** -len(letters)
    if letters:
        initial = syllable[:2] if syllable[:2] in FIRST_LETTERS else syllable[0]
        value *= 20 if letters[0] in FIRST_LETTERS.get(initial, "") else 1
        value *= 3 if any(vowel in syllable and vowel in letters for vowel in "aeiou") else 1
    return value


def posteriors(word, syllables, probability):
    """p(word | syllables), and for each way of a syllable to stand for letters its share in that."""
    size = len(word)
    count = len(syllables)
    forward = [[0.0] * (size + 1) for _ in range(count + 1)]
    backward = [[0.0] * (size + 1) for _ in range(count + 1)]
    forward[0][0] = backward[count][size] = 1.0
    for i, syllable in enumerate(syllables):
        for j in range(size + 1):
            if forward[i][j]:
                for end in range(j, min(size, j + LONGEST) + 1):
                    forward[i + 1][end] += forward[i][j] * probability(syllable, word[j:end])
    shares = []
    for i in range(count - 1, -1, -1):
        for j in range(size + 1):
            for end in range(j, min(size, j + LONGEST) + 1):
                if forward[i][j] and backward[i + 1][end]:
                    step = probability(syllables[i], word[j:end]) * backward[i + 1][end]
                    backward[i][j] += step
                    shares.append((syllables[i], word[j:end], forward[i][j] * step))
    return forward[count][size], shares


def iterate(names, probability, drop_odd):
    counts = collections.defaultdict(lambda: collections.defaultdict(float))
    for word, rows in names:
        found = [posteriors(word, row, probability) for row in rows]
        total = sum(value for value, _ in found)
        # What is no transliteration ("Germany", 德国) is not to be learnt from.
        if total <= 0 or (drop_odd and math.log(total) / len(word) < -2.9):
            continue
        for _, shares in found:
            for syllable, letters, share in shares:
                counts[syllable][letters] += share / total
    return counts


def main():
    readings = read_readings(sys.argv[1])
    names = [(word, readings_of(name, readings)) for name, word in read_names(sys.argv[2], sys.argv[3], readings)]
    probability = first_guess
    for iteration in range(ITERATIONS):
        counts = iterate(names, probability, iteration >= 2)
        table = {(syllable, letters): value / (1 + sum(row.values()))
                 for syllable, row in counts.items() for letters, value in row.items() if value > 0.05}
        probability = lambda syllable, letters, table=table: (
            table.get((syllable, letters), 0.0) + 1e-6 * first_guess(syllable, letters))
    everything = collections.Counter()
    for row in counts.values():
        everything.update(row)
    total = sum(everything.values())
    rows = {"*": {letters: value / total for letters, value in everything.items()}}
    kept = set()
    for syllable in sorted(counts):
        row = {letters: value / (1 + sum(counts[syllable].values()))
               for letters, value in counts[syllable].items() if value >= 0.5}
        kept.update(row)
        if row:
            rows[syllable] = row
    rows["*"] = {letters: value for letters, value in rows["*"].items() if letters in kept}
    print("// Made by tools/tables/name_sounds.py out of CedPane (public domain) and CLDR (Unicode licence).")
    for syllable, row in rows.items():
        ordered = sorted(row.items(), key=lambda item: (-item[1], item[0]))
        cells = " ".join(f"{letters or '-'}:{round(-10 * math.log(value))}" for letters, value in ordered)
        print(f'"{syllable} {cells}\\n"')


if __name__ == "__main__":
    main()
