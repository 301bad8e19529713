#!/usr/bin/env python3
"""Makes lib/duizhao/text/han_folding.inc out of OpenCC's dictionaries.

usage: han_folding.py > lib/duizhao/text/han_folding.inc      (needs the program opencc)

Each character of the basic plane that OpenCC folds to another one, on the way from traditional,
Taiwan or Hong Kong script to simplified, is followed by what it folds to. Characters whose
simplified form lies outside the basic plane are left alone: hardly any text uses those forms.
"""
import subprocess

characters = [chr(c) for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF)) for c in range(first, last + 1)]


def converted(config):
    # One character a line, so that no phrase of OpenCC's dictionaries applies.
    run = subprocess.run(["opencc", "-c", config], input="\n".join(characters) + "\n",
                         capture_output=True, text=True, check=True)
    return dict(zip(characters, run.stdout.split("\n")))


simplified = converted("t2s")
hong_kong = converted("hk2s")
# 著 is both a simplified character of its own and the traditional form of 着; to compare texts it is
# enough that all three fold alike. The others are Hong Kong's standard forms.
for variant in "敍枱粧糭衞衹":
    simplified[variant] = hong_kong[variant]
simplified["著"] = "着"

# A few characters take two steps; folding must not depend on where it starts.
for c in characters:
    while len(simplified[c]) == 1 and simplified.get(simplified[c], simplified[c]) != simplified[c]:
        simplified[c] = simplified[simplified[c]]

pairs = [c + s for c, s in sorted(simplified.items()) if c != s and len(s) == 1 and ord(s) < 0x10000]
print("// Made by tools/tables/han_folding.py out of OpenCC's dictionaries (Apache-2.0).")
for i in range(0, len(pairs), 23):
    print('u"' + "".join(pairs[i:i + 23]) + '"')
