#!/usr/bin/env python3
"""Makes lib/duizhao/names/han_readings.inc out of Unihan.

usage: han_readings.py HAN_FOLDING.inc < Unihan_Readings.txt > lib/duizhao/names/han_readings.inc

Unihan_Readings.txt is part of the Unicode Character Database (Debian: unicode-data, compressed).
A line per simplified character of the standard list of 2013 and per character in Hong Kong's and
Taiwan's common use: the character, its Mandarin readings in pinyin, its Cantonese readings in
Jyutping, and its Korean readings in Revised Romanisation, all without tones. Readings of the
traditional forms that fold to the character are its own as well.
"""
import collections
import re
import sys
import unicodedata

folding = dict(re.findall(r"(.)(.)", "".join(re.findall(r'u"(.*)"', open(sys.argv[1], encoding="utf-8").read()))))
fields = collections.defaultdict(dict)
for line in sys.stdin:
    parts = line.rstrip("\n").split("\t")
    if len(parts) == 3:
        fields[chr(int(parts[0][2:], 16))][parts[1]] = parts[2]

INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = [""] + "k k ks n nj n t l k m p l l p l m p p t t ng t t k t p t".split()


def toneless(pinyin):
    plain = unicodedata.normalize("NFD", pinyin)
    plain = "".join(c for c in plain if c not in "\u0300\u0301\u0304\u030c")
    return unicodedata.normalize("NFC", plain).replace("ü", "v").replace("ê", "e")


def korean(hangul):
    n = ord(hangul) - 0xAC00
    return INITIALS[n // 588] + VOWELS[n % 588 // 28] + FINALS[n % 28]


table = collections.defaultdict(lambda: ([], [], []))
for character, field in sorted(fields.items()):
    if not ("\u3400" <= character <= "\u9fff"):
        continue
    if not ("kTGHZ2013" in field or ("kCantonese" in field and "kHangul" in field) or "kXHC1983" in field):
        continue
    rows = table[folding.get(character, character)]
    mandarin = field.get("kMandarin", "").split()[:1]
    for name in ("kXHC1983", "kTGHZ2013"):
        mandarin += [p for block in field.get(name, "").split() for p in block.split(":")[1].split(",")]
    for row, readings in ((rows[0], [toneless(p) for p in mandarin]),
                          (rows[1], [c[:-1] for c in field.get("kCantonese", "").split()]),
                          (rows[2], [korean(h[0]) for h in field.get("kHangul", "").split()])):
        for reading in readings:
            if reading.isascii() and reading.isalpha() and reading not in row:
                row.append(reading)

print("// Made by tools/tables/han_readings.py out of Unihan (Unicode licence).")
for character, rows in sorted(table.items()):
    if rows[0]:
        print('"' + character + ";".join(",".join(row) for row in rows) + '\\n"')
