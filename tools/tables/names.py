#!/usr/bin/env python3
"""The proper names of CC-CEDICT, CedPane and CLDR, in Chinese and English: what tools/make-names packs.

usage: names.py CEDICT CEDPANE CLDR > NAMES.tsv

A line of output: a name in simplified characters, its kinds (place, country, person, given (name), body, listed where
bodies.tsv has it, with commas between; - where nothing tells), `ordinary` where its characters also make an ordinary word, else -, all its renderings
in English that are no ordinary word, and those that are, each separated by |, and what else it is or was called, of
other_names.tsv, likewise. Lines are sorted by the code points of the name.

CC-CEDICT tells its names by a capital in the pinyin, CedPane by one in the English. What a gloss says of a name, behind
a comma, in brackets or in small letters, is no rendering, but tells its kind, as places.txt beside this program does; a reference to another entry ("see",
"abbr. for") gives the renderings of that one. Of a person the surname alone is a rendering too.
"""
import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
# Newspapers, agencies, exchanges and authorities as their countries' readers call them in Chinese, by all their
# English names, stand in bodies.tsv beside this program; what others are or were called besides, which a text may say
# and nobody should be told to say (Peking, Zhou Shuren), in other_names.tsv. Places that everybody knows, which the dictionaries often give without a word on what they are.
PLACES = set((HERE / "places.txt").read_text(encoding="utf-8").splitlines())

HAN = re.compile(r"^[\u3400-\u9fff·]{2,14}$")
CHINESE = re.compile(r"[\u3400-\u9fff|]+(?:\[[^\]]*\])?")
SMALL = {"of", "the", "and", "for", "de", "da", "di", "del", "la", "le", "al", "el", "von", "van", "bin", "ibn", "on",
         "du", "des", "y", "der", "den", "ten", "ter", "dos", "das", "zu"}
# Behind a place's name, what kind of place it is: "Anhui Province" is Anhui too.
GENERIC = re.compile(r" (?:Province|County|City|District|Township|Prefecture|Municipality|Island|Islands|town|"
                     r"(?:(?:Zhuang|Hui|Uighur|Uyghur) )?Autonomous Region)$")
# An English word that so many glosses of other entries have in small letters is no name by itself.
LEAST_ORDINARY = 2
# The characters that end names of places, and what they are.
PLACE_ENDS = "省市县区州镇乡村江河湖海山岛港湾郡峡关"
# Words that say what kind of thing a gloss is about.
COUNTRY = re.compile(r"\b(?:country|republic|kingdom|nation)\b", re.I)
PLACE = re.compile(r"\b(?:city|cities|county|counties|district|province|prefecture|capital|river|mountains?|mount|mt|lake|"
                   r"islands?|town|township|state|region|sea|ocean|peninsula|village|port|strait|gulf|bay|desert|"
                   r"valley|borough|municipality|territory|oblast|plateau|volcano|suburb|locality|banner|place name|"
                   r"canton|department|stream|pass)\b", re.I)
PERSON = re.compile(r"\((?:c\. ?)?\d{3,4}[-–]|\(\d{3,4} ?BC|\bsurname\b|\((?:[a-z]+ )?(?:given |personal |first |girl's |boy's |male |female )?name\)|"
                    r"\b(?:politician|actor|actress|singer|footballer|president \d|writer|poet|composer|philosopher|"
                    r"painter|novelist|general|emperor|king of|queen of|footballer|tennis player|businessman|chairman|"
                    r"Communist leader|spokesman|spokeswoman|leader)\b", re.I)
BODY = re.compile(r"\b(?:commission|committee|ministry|university|college|institute|bank|company|corporation|group|inc|"
                  r"party|agency|bureau|office|administration|association|organi[sz]ation|council|department of|court|"
                  r"congress|union|league|federation|club|times|daily|news|newspaper|magazine|hospital|airport|"
                  r"academy|society|museum|foundation|airlines?|motors?|fund|school|army|police|church|brand)\b", re.I)
# What has years behind it as persons have, and is none: "Republic of China (1912-1949)".
EVENT = re.compile(r"\b(?:republic|dynasty|dynasties|empire|kingdom|war|wars|revolution|period|era|treaty|uprising|"
                   r"rebellion|incident|battle|movement|massacre|congress|conference|shogunate|reign)\b", re.I)
INVERTED = {"Township", "District", "River", "County", "Town", "Street", "Lake", "Mount", "Mountain", "Island", "City",
            "Village", "Province", "University", "School", "Street", "Prefecture", "Station", "Road", "Temple"}


def folded(rendering):
    """As names are looked up: lower case, without diacritics, apostrophes and points."""
    letters = unicodedata.normalize("NFKD", rendering.lower())
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’.")


def kind_of(gloss, rendering):
    if BODY.search(rendering):
        return "body"
    if rendering in PLACES:
        return "place"
    if re.search(r"\(\d{3,4}[-–]|\(c\. ?\d|\(born \d", gloss):
        return "other" if EVENT.search(rendering) else "person"
    said = gloss.replace(rendering, "", 1)
    if COUNTRY.search(said) and not re.search(r"\bin\b|district|city|capital|city", said):
        return "country"
    if PLACE.search(said) or PLACE.search(rendering):
        return "place"
    if PERSON.search(gloss):
        return "person"
    if BODY.search(said):
        return "body"
    return "other"


def capitalised(text):
    """The run of capitalised words that a text begins with, small words inside it; empty where it begins otherwise."""
    words = text.split()
    kept = []
    for word in words:
        if word[:1].isupper() or word[:1].isdigit() or word in SMALL or re.match(r"(?:al|el|as|ad|ibn)-[A-Z]|[di]['’][A-Z]|i[A-Z]", word):
            kept.append(word)
        else:
            break
    while kept and kept[-1] in SMALL:
        kept.pop()
    if not kept or not any(c.isupper() for c in kept[0][:2]) and not any(c.isupper() for c in "".join(kept)):
        return ""
    if kept[0] in SMALL and kept[0] not in ("al", "el", "von", "van", "de"):
        kept = kept[1:]
    return " ".join(kept).strip("\"'.“”")


def renderings_of(gloss):
    """What a gloss calls the name, all alternatives."""
    gloss = re.sub(r"^(?:\([^)]*\)|<[^>]*>)\s*", "", gloss)
    acronyms = re.findall(r"\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)", gloss)
    head = re.split(r" \(|[,;\[<:]|[\u3400-\u9fff]", gloss)[0].strip()
    found = []
    for part in re.split(r"\s+or\s+|\s*/\s*", head):
        name = capitalised(part)
        if name.startswith("The ") and name.count(" ") >= 1:
            name = name[4:]
        if len(name) >= 2 and not name.isdigit():
            found.append(name)
    return found + acronyms if found else []


def persons_surname(rendering, pinyin):
    """The part of a full name by which a person is called: the last word, or the first of a Chinese name."""
    words = rendering.split()
    if not 2 <= len(words) <= 5:
        return None
    first = re.sub(r"[^a-z]", "", words[0].lower())
    surname = re.sub(r"[^a-z]", "", pinyin.split()[0].lower()) if pinyin else ""
    chosen = words[0] if first == surname else words[-1]
    return chosen if len(chosen) >= 3 and chosen[0].isupper() and not re.fullmatch(r"[IVX]+|Jr\.?|Sr\.?", chosen) else None


class Names:
    def __init__(self):
        self.renderings = collections.defaultdict(dict)  # in order, without repetition
        self.kinds = collections.defaultdict(collections.Counter)
        self.aliases = collections.defaultdict(list)
        self.ordinary = set()
        self.words = collections.Counter()  # of English glosses, in small letters
        self.given = collections.Counter()  # first words of persons' full names

    def add(self, name, rendering, kind):
        if HAN.match(name) and "|" not in rendering and "\t" not in rendering:
            self.renderings[name][rendering] = True
            bare = GENERIC.sub("", rendering)
            if kind == "place" and bare:
                self.renderings[name][bare] = True
            if kind != "other":
                self.kinds[name][kind] += 1

    def resolved(self, name, seen=()):
        """Renderings of a name with those of the entries that it refers to."""
        merged = dict(self.renderings.get(name, {}))
        kinds = collections.Counter(self.kinds.get(name, {}))
        for other in self.aliases.get(name, []):
            if other in seen or other == name:
                continue
            more, more_kinds = self.resolved(other, (*seen, name))
            merged.update(more)
            kinds.update(more_kinds)
        return merged, kinds


def read_cedict(path, names):
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 4:
            continue
        _, simplified, pinyin, glosses = columns
        if not pinyin[:1].isupper():
            if len(simplified) >= 2:
                names.ordinary.add(simplified)
            names.words.update(set(re.findall(r"\b[a-z]{3,}\b", re.sub(r"\[[^\]]*\]", "", glosses))))
            continue
        for gloss in glosses.split("/"):
            if gloss.startswith(("CL:", "variant of", "old variant", "also written", "also pr.", "Taiwan pr.")):
                continue
            reference = re.search(r"(?:^see (?:also )?|\babbr\. (?:for|of) |^same as |^also called |^also known as )"
                                  r"(?:[\u3400-\u9fff·]+\|)?([\u3400-\u9fff·]+)", gloss)
            if reference and HAN.match(simplified):
                names.aliases[simplified].append(reference.group(1))
            full = re.search(r"\babbr\. to (?:[\u3400-\u9fff·]+\|)?([\u3400-\u9fff·]+)", gloss)
            if full and HAN.match(full.group(1)):
                names.aliases[full.group(1)].append(simplified)
            if gloss.startswith(("see ", "abbr. for", "abbr. of", "same as", "also called", "surname")):
                continue
            for rendering in renderings_of(gloss):
                kind = kind_of(gloss, rendering)
                names.add(simplified, rendering, kind)
                if kind == "person" and " " in rendering and not pinyin.lower().startswith(rendering[:2].lower()):
                    names.given[rendering.split()[0]] += 1
                surname = persons_surname(rendering, pinyin) if kind == "person" else None
                if surname:
                    names.add(simplified, surname, kind)
                # "Abe Shinzo (1954-2022), Japanese …": the surname stands first, or last.
                if kind == "person" and "Japanese" in gloss and " " in rendering:
                    names.add(simplified, rendering.split()[0], kind)


def read_cedpane(path, names):
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 3:
            continue
        simplified, _, english = columns
        for part in english.split(";"):
            part = part.strip()
            if part.startswith("<") or not part:
                continue
            bare = re.sub(r"\s*\([^)]*\)", "", part).strip().rstrip("-")
            if "," in bare:
                first, rest = (x.strip() for x in bare.split(",", 1))
                if first in INVERTED or "," in rest or len(first.split()) > 1 or not rest[:1].isupper():
                    continue
                if names.words[first.lower()] >= LEAST_ORDINARY or rest == "The":
                    continue
                bare, person = f"{first} {rest}", True
            else:
                person = False
            rendering = capitalised(bare)
            if rendering.startswith("The "):
                rendering = rendering[4:]
            if not rendering or rendering != bare.removeprefix("The ").strip("\"'.“”"):
                if not rendering:
                    names.ordinary.add(simplified)
                continue
            kind = "person" if person else kind_of(part, rendering)
            names.add(simplified, rendering, kind)


def read_cldr(path, names):
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) < 4 or columns[0] not in ("territories", "city"):
            continue
        kind = "country" if columns[0] == "territories" else "place"
        for chinese in columns[3:4]:
            if columns[2][:1].isupper():
                names.add(chinese, columns[2], kind)


def read_bodies(path, names):
    """Adds our own list, whose renderings come first."""
    for line in open(path, encoding="utf-8"):
        name, renderings = line.rstrip("\n").split("\t")
        earlier = names.renderings.pop(name, {})
        names.aliases.pop(name, None)
        names.kinds[name] = collections.Counter()
        for rendering in renderings.split("|"):
            names.add(name, rendering, "body")
        names.kinds[name]["listed"] = 1
        names.renderings[name].update(earlier)


def read_other_names(path):
    """Our list of what names are called besides."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    listed = [name for name, _ in rows]
    if listed != sorted(set(listed)):
        sys.exit(f"{path}: not sorted, or a name stands there twice")
    return dict(rows)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    names = Names()
    read_cedict(sys.argv[1], names)
    read_cedpane(sys.argv[2], names)
    read_cldr(sys.argv[3], names)
    read_bodies(HERE / "bodies.tsv", names)
    other = read_other_names(HERE / "other_names.tsv")
    out = sys.stdout
    out.reconfigure(encoding="utf-8")
    for name in sorted(set(names.renderings) | set(names.aliases)):
        renderings, kinds = names.resolved(name)
        if not renderings:
            continue
        if not kinds and name[-1] in PLACE_ENDS and len(name) >= 3:
            kinds["place"] = 1
        alone = all(" " not in r and len(r) >= 3 for r in renderings)
        if alone and any(names.given[r] for r in renderings) and not kinds["place"]:
            kinds["given"] = 1
        kind = ",".join(sorted(k for k in kinds if kinds[k])) or "-"
        plain = [r for r in renderings if names.words[folded(r)] < LEAST_ORDINARY]
        ordinary = [r for r in renderings if names.words[folded(r)] >= LEAST_ORDINARY]
        said = "ordinary" if name in names.ordinary else "-"
        out.write(f"{name}\t{kind}\t{said}\t{'|'.join(plain)}\t{'|'.join(ordinary)}\t{other.pop(name, '')}\n")
    if other:
        sys.exit(f"no such names: {' '.join(other)}")


if __name__ == "__main__":
    main()
