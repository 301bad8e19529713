#!/usr/bin/env python3
"""Makes lib/duizhao/text/both_scripts.inc out of han_folding.inc and two national standards.

usage: both_scripts.py lib/duizhao/text/han_folding.inc > lib/duizhao/text/both_scripts.inc

A character that folds to another one is traditional, and what it folds to simplified, except where
either is written in both scripts: 著 and 乾 stand in mainland texts too, 后 and 里 in traditional
ones. Those exceptions are listed: the traditional characters that GB 2312, the mainland's standard
set of 1980, has as well, and the simplified ones that Big5 has. 於 and 後, which GB 2312 has for
names, are as good as never written there.
"""
import re
import sys

pairs = "".join(re.findall(r'u"(.*)"', open(sys.argv[1], encoding="utf-8").read()))


def in_set(c, charset):
    try:
        c.encode(charset)
        return True
    except UnicodeEncodeError:
        return False


both = {t for t in pairs[0::2] if in_set(t, "gb2312")} | {s for s in pairs[1::2] if in_set(s, "big5")}
both = "".join(sorted(both - set("於後")))
print("// Made by tools/tables/both_scripts.py.")
for i in range(0, len(both), 46):
    print('u"' + both[i:i + 46] + '"')
