#!/usr/bin/env python3
"""Makes lib/duizhao/check/evidence/form/han_variants.inc out of OpenCC's tables of variants (Apache-2.0).

usage: han_variants.py /usr/share/opencc > lib/duizhao/check/evidence/form/han_variants.inc

Pairs of characters that are one to a reader, 裏 and 裡, 爲 and 為: the standards of Taiwan and Hong
Kong prefer the one or the other. Those that both write are added, as 臺 and 台.
"""
import subprocess
import sys
import tempfile

one = {}


def representative(c):
    while one.get(c, c) != c:
        c = one[c]
    return c


pairs = {("臺", "台"), ("滙", "匯"), ("恒", "恆")}
for name in ("TWVariants", "HKVariants"):
    with tempfile.NamedTemporaryFile(suffix=".txt") as text:
        subprocess.run(["opencc_dict", "-i", f"{sys.argv[1]}/{name}.ocd2", "-o", text.name,
                        "-f", "ocd2", "-t", "text"], check=True)
        for line in open(text.name, encoding="utf-8"):
            key, values = line.split("\t")
            pairs.update((key, value) for value in values.split())
pairs = sorted((a, b) for a, b in pairs if len(a) == len(b) == 1 and a != b and ord(max(a, b)) < 0x10000)
for a, b in pairs:
    one[representative(a)] = representative(b)
flat = "".join(c + representative(c) for c in sorted({c for p in pairs for c in p}) if representative(c) != c)
print("// Made by tools/tables/han_variants.py: a character, and the one that stands for it.")
for i in range(0, len(flat), 46):
    print('u"' + flat[i:i + 46] + '"')
