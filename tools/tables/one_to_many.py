#!/usr/bin/env python3
"""Makes lib/duizhao/check/evidence/form/one_to_many.inc out of OpenCC's dictionary of phrases.

usage: one_to_many.py [STPhrases.ocd2] > lib/duizhao/check/evidence/form/one_to_many.inc      (needs opencc_dict)

A simplified character that stands for several traditional ones is often converted to the wrong one: 髮明 for 發明.
The table has the traditional words of two and three characters with such a character, as OpenCC writes them; of
words that hold one another and agree, the shortest. Left out are characters that are written either way: 臺 and 台,
週 and 周. `CLASSES` must agree with kClasses in misconverted.cpp.
"""
import os
import subprocess
import sys
import tempfile

CLASSES = ("后後 發髮 乾幹干 歷曆 制製 云雲 面麵 了瞭 谷穀 斗鬥 系係繫 沖衝 松鬆 鐘鍾 余餘 范範 丑醜 盡儘 表錶 "
           "胡鬍 咸鹹 卷捲 郁鬱 里裏 只隻 几幾 出齣 征徵 准準 舍捨 獲穫 髒臟 須鬚 劃划 曲麯 板闆 刮颳 伙夥 "
           "傭佣 團糰 術朮 秋鞦 姜薑 朱硃 蘇囌 症癥 困睏 簾帘 御禦 吁籲 仆僕 辟闢 回迴 折摺 克剋 當噹 蒙矇濛").split()
OTHERS = {c: set(group) for group in CLASSES for c in group}
VARIANTS = str.maketrans("裡麪", "裏麵")

path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/opencc/STPhrases.ocd2"
with tempfile.TemporaryDirectory() as folder:
    text = os.path.join(folder, "words")
    subprocess.run(["opencc_dict", "-i", path, "-o", text, "-f", "ocd2", "-t", "text"], check=True,
                   stdout=subprocess.DEVNULL)
    with open(text, encoding="utf-8") as lines:
        words = {form.translate(VARIANTS) for line in lines for form in line.rstrip("\n").split("\t")[1].split(" ")}
# Rare words that excuse common mistakes, and those that accuse what stands side by side by chance: 觸球|後.
EMPRESSES = ("皇后", "太后", "王后", "天后", "影后", "母后", "后妃", "后冠")
words -= {"被髮", "定製"}
words |= {"曆日", "曆月", "曆年"}  # those of the calendar, in contracts and laws
words = {w for w in words if "后" not in w or any(e in w for e in EMPRESSES)}
words = {w for w in words if not (len(w) == 3 and w.endswith("制"))}
words = {w for w in words if 2 <= len(w) <= 3 and any(c in OTHERS for c in w)}


def says_more(word):
    """Whether a character of the word is not told by one of its parts already."""
    return any(c in OTHERS and not any(i in (b, b + 1) and word[b:b + 2] in words for b in (0, 1))
               for i, c in enumerate(word))


words = sorted(w for w in words if len(w) == 2 or says_more(w))
print("// Made by tools/tables/one_to_many.py out of OpenCC's dictionary of phrases (Apache-2.0).")
line = ""
for word in words:
    if len(line) + len(word) + 1 > 44:
        print(f'"{line}"')
        line = ""
    line += word + " "
print(f'"{line}"')
