#!/usr/bin/env python3
"""One name with two renderings in one report: which of those that are planted are found, and what is told of the
reports as they are.

usage: two_names.py [--bin PATH] [--alarms] [--show N] [--kinds KIND,…] [--swap] DOCUMENTS.tsv

DOCUMENTS.tsv has the columns document, English, Chinese. Of each document, names that stand in two lines or more, and
what renders them there, are found by CedPane's names ($DUIZHAO_EVAL/data/lexicon, $DUIZHAO_EVAL by default ../shared)
or by their sound; one of the lines is given another rendering, by kind:

    sound    one character of the same sound, or one letter spelled otherwise
    two      the same in two places
    known    another rendering that CedPane has
    another  another name of the document

With --swap the Chinese is the source. The names of a document are all planted at once, so that a person's two names
may both be changed. --alarms prints what is told of the documents as they are, --show N what is missed.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

EVAL = os.environ.get("DUIZHAO_EVAL", "../shared")
HAN = re.compile("[\u3400-\u9fff]")
COMMON = set("""January February March April June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday West East North South Lake Saint Park Street Road Hill Hall House""".split())
REPORTING = {"name", "term", "inconsistency"}


def read_lists():
    """Names by either language, the sound of characters, those of each script, and how often names have each."""
    by_english, by_chinese = collections.defaultdict(set), collections.defaultdict(set)
    sounds = {}
    scripts = [set(), set()]
    uses = collections.Counter()
    with open(f"{EVAL}/data/lexicon/cedpane-names.tsv", encoding="utf-8") as rows:
        for row in rows:
            simplified, traditional, english = row.rstrip("\n").split("\t")[:3]
            if not re.fullmatch("[A-Z][A-Za-z'-]{3,}", english) or len(simplified) < 2:
                continue
            if not all(map(HAN.match, simplified)):
                continue
            scripts[0].update(simplified)
            scripts[1].update(traditional)
            for chinese in {simplified, traditional}:
                by_english[english].add(chinese)
                by_chinese[chinese].add(english)
                uses.update(chinese)
    with open(f"{EVAL}/data/lexicon/cedict.tsv", encoding="utf-8") as rows:
        for row in rows:
            traditional, simplified, pinyin = row.split("\t")[:3]
            for chinese in {traditional, simplified}:
                if len(chinese) == 1:
                    if simplified != traditional:
                        scripts[0].discard(traditional)
                        scripts[1].discard(simplified)
                    if not pinyin.islower():
                        continue
                    sounds.setdefault(chinese, re.sub(r"\d", "", pinyin))
    return by_english, by_chinese, sounds, uses, scripts


class Planter:
    """Finds the names of documents and makes other renderings of them."""

    def __init__(self):
        self.by_english, self.by_chinese, self.sounds, self.uses, self.scripts = read_lists()
        self.often = {c for c, n in self.uses.items() if n >= 150}
        self.run_of_names = re.compile(f"[{''.join(sorted(self.often))}]{{3,7}}")
        self.of_sound = collections.defaultdict(list)
        for character in sorted(self.often):
            self.of_sound[self.sounds.get(character)].append(character)

    def is_of_script(self, form, old):
        """whether both can be of the same script"""
        return any(set(old) <= script and set(form) <= script for script in self.scripts)

    def names(self, lines):
        """(English, Chinese, numbers of the lines that have both)"""
        english = collections.defaultdict(set)
        small = set()
        for number, (line, _) in enumerate(lines):
            for word in re.findall("[A-Za-z][A-Za-z-]*[A-Za-z]", line):
                if word[0].isupper() and len(word) >= 4:
                    english[word].add(number)
                elif word.islower():
                    small.add(word)
        found = []
        for word, where in sorted(english.items()):
            if len(where) < 2 or word.lower() in small or word in COMMON:
                continue
            for chinese in self.renderings(word, where, lines):
                there = {n for n, (_, line) in enumerate(lines) if chinese in line}
                both = where & there
                if len(both) >= 2 and len(both) >= 0.6 * len(where) and len(both) >= 0.6 * len(there):
                    found.append((word, chinese, sorted(both)))
                    break
        # Of names that hold each other only the longest.
        return [name for name in found if not any(name[1] in other[1] and name != other for other in found)]

    def renderings(self, word, where, lines):
        """what may render it, the likeliest first"""
        yield from sorted(self.by_english.get(word, ()), key=lambda c: (-len(c), c))
        runs = collections.Counter()
        for number in where:
            runs.update(set(re.findall(self.run_of_names, lines[number][1])))
        for run, count in sorted(runs.items(), key=lambda item: (-item[1], item[0])):
            if count >= 2 and self.sounds_like(word, run):
                yield run

    def sounds_like(self, word, run):
        """whether both begin alike"""
        letters = re.sub("[aeiouyhw]", "", word.lower())[:1]
        sound = self.sounds.get(run[0], "?")[:1]
        return {"c": "k", "q": "k", "v": "w", "r": "l"}.get(letters, letters) == sound or \
            word[0].lower() == sound

    def homophone(self, chinese, draw, places):
        characters = list(chinese)
        able = [i for i, c in enumerate(characters) if len(self.of_sound.get(self.sounds.get(c), ())) > 1]
        if len(able) < places:
            return None
        for i in draw.sample(able, places):
            others = [c for c in self.of_sound[self.sounds[characters[i]]]
                      if c != characters[i] and self.is_of_script(c, chinese)]
            if not others:
                return None
            others.sort(key=lambda c: -self.uses[c])
            characters[i] = draw.choice(others[:3])
        return "".join(characters)

    @staticmethod
    def respelling(word, draw, places):
        rules = [("ph", "f"), ("ck", "k"), ("c(?=[aouklrt])", "k"), ("k", "c"), ("y", "i"), ("ie", "y"), ("ll", "l"),
                 ("l", "ll"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("e", "a"), ("a", "o"), ("o", "u"), ("u", "oo"),
                 ("ou", "au"), ("v", "w"), ("w", "v"), ("z", "s"), ("s", "z"), ("i", "e"), ("gh", "g"), ("j", "y"),
                 ("d", "t"), ("b", "p"), ("g", "k")]
        for _ in range(places):
            able = [(m, new) for old, new in rules for m in re.finditer(old, word) if m.start() > 0]
            if not able:
                return None
            match, new = draw.choice(able)
            word = word[:match.start()] + new + word[match.end():]
        return word

    def plants(self, lines, swap, kinds):
        """By kind: (name, what it is called, what it is to be called, number of the line)"""
        names = self.names(lines)
        plants = collections.defaultdict(list)
        side = 0 if swap else 1
        for name in names:
            draw = random.Random(lines[0][0] + name[0])
            old = name[side]
            for kind, form in self.others(name, names, swap, draw):
                at = name[2][-1 if draw.random() < 0.7 else 0]
                taken = {plant[3] for plant in plants[kind]} if kind == "another" else set()
                if form and form not in name[:2] and form not in lines[at][side] and kind in kinds and at not in taken:
                    plants[kind].append((name, old, form, at))
        return plants

    def others(self, name, names, swap, draw):
        """(kind, another rendering or None)"""
        english, chinese, _ = name
        make = self.respelling if swap else self.homophone
        form = english if swap else chinese
        yield "sound", make(form, draw, 1)
        yield "two", make(form, draw, 2)
        known = self.by_chinese.get(chinese, ()) if swap else self.by_english.get(english, ())
        script = [k for k in sorted(known) if k not in form and form not in k and (swap or self.is_of_script(k, form))]
        yield "known", draw.choice(script) if script else None
        rest = [n[0] if swap else n[1] for n in names if n is not name]
        yield "another", draw.choice(rest) if rest else None


def tells_of(finding, old, form):
    told = finding["target"] and finding["target"]["text"] or ""
    said = json.dumps(finding["args"], ensure_ascii=False)
    return form in said or old in said or (told and (told in form or form in told))


def check(binary, lines, swap):
    with tempfile.TemporaryDirectory() as folder:
        for side, path in enumerate(("en", "zh")):
            with open(f"{folder}/{path}.txt", "w", encoding="utf-8") as file:
                file.writelines(line[side] + "\n" for line in lines)
        order = ["zh", "en"] if swap else ["en", "zh"]
        run = subprocess.run([binary, "check", *(f"{folder}/{path}.txt" for path in order), "--format", "json",
                              "--lines", "paragraphs"], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr[:500])
    return [f for f in json.loads(run.stdout)["findings"] if f["rule"] in REPORTING]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--swap", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--alarms", action="store_true")
    parser.add_argument("--kinds", default="sound,two,known,another")
    parser.add_argument("documents")
    options = parser.parse_args()
    planter = Planter()
    documents = collections.defaultdict(list)
    with open(options.documents, encoding="utf-8") as rows:
        for row in rows:
            document, english, chinese = row.rstrip("\n").split("\t")[:3]
            documents[document].append((english, chinese))
    alarms = collections.Counter()
    planted, caught, codes, suggested = (collections.Counter() for _ in range(4))
    shown = collections.Counter()
    for document, lines in documents.items():
        base = check(options.bin, lines, options.swap)
        for finding in base:
            alarms[finding["code"]] += 1
            if options.alarms:
                sides = [finding[s] and finding[s]["text"] for s in ("source", "target")]
                print(document, finding["severity"], finding["code"], round(finding["confidence"], 2), finding["line"],
                      finding["message"], sides, finding.get("places"))
        known = {(f["code"], json.dumps(f["args"])) for f in base}
        plants = planter.plants(lines, options.swap, options.kinds.split(","))
        for kind, some in plants.items():
            # One name of a document does not hide another: all are planted at once.
            mended = [list(line) for line in lines]
            side = 0 if options.swap else 1
            for _, old, form, at in some:
                place = rf"\b{re.escape(old)}\b" if options.swap else re.escape(old)
                mended[at][side] = re.sub(place, form, mended[at][side])
            findings = check(options.bin, mended, options.swap)
            findings = [f for f in findings if (f["code"], json.dumps(f["args"])) not in known]
            for name, old, form, at in some:
                planted[kind] += 1
                found = [f for f in findings if tells_of(f, old, form)]
                if found:
                    caught[kind] += 1
                    codes.update({(kind, f["code"]) for f in found})
                    suggested[kind] += any(old in (f["suggestion"] or "") for f in found)
                elif shown[kind] < options.show:
                    shown[kind] += 1
                    print(f"missed {kind} {document} {name[0]} {name[1]} -> {form} in {len(name[2])}\n   "
                          f"{mended[at][0][:200]}\n   {mended[at][1][:200]}")
    print(f"{len(documents)} documents, alarms: {dict(alarms)}")
    for kind, count in planted.items():
        print(f"{kind:8} planted {count:4d}  caught {caught[kind] / count:.3f}  right rendering told "
              f"{suggested[kind] / count:.3f}  {[(k[1], n) for k, n in codes.most_common() if k[0] == kind]}")


if __name__ == "__main__":
    main()
