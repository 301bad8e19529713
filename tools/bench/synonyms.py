#!/usr/bin/env python3
"""Synonyms exchanged in good translations: how often the estimate of quality falls, where it has no reason to.

usage: synonyms.py [--bin PATH] [--least 0.02] [--show N] PAIRS.tsv...

Of each good pair in PAIRS.tsv (SOURCE<TAB>TARGET) whose target has a word of the table below, that word is exchanged
for its fellow, in either direction, one word a pair. Prints for each file

    pairs  lowered  raised  much  found

the number of such pairs, the share whose quality is lower, the share whose quality is higher, the share where it is
lower by --least or more, and the share with a finding that the original has not. A score that knows no synonym from an
error lowers all, one that doesn't care which word stands there lowers half. --show N prints the N that fall most.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

# Words that can stand for each other in nearly all places, by pairs; in Chinese in simplified characters, so that texts
# in traditional ones are no use here.
ENGLISH = """
allow|permit assist|help big|large build|construct buy|purchase choose|select colleagues|co-workers
considerable|substantial difficult|hard employees|workers enormous|huge entire|whole error|mistake famous|well-known
fast|quick firm|company frequently|often happen|occur however|nevertheless important|significant intend|plan
kids|children mainly|primarily necessary|essential obtain|get perhaps|maybe quickly|rapidly receive|get rich|wealthy
seek|pursue seldom|rarely shows|demonstrates sick|ill starting|beginning started|began sufficient|enough therefore|thus
usually|normally vital|crucial while|whereas wish|want
"""
CHINESE = """
帮助|协助 开始|着手 重要|关键 大约|大概 但是|不过 因此|所以 购买|采购 增加|增多 减少|降低 员工|雇员 儿童|孩子 电影|影片
立即|马上 经常|常常 目前|当前 现在|如今 显示|表明 认为|觉得 使用|采用 需要|须要 选择|挑选 著名|知名 获得|取得 举行|举办
迅速|快速 严重|严峻 改善|改进 建造|修建 全部|所有 困难|艰难 希望|盼望 超过|超出 尽管|虽然 如果|假如 也许|可能 主要|首要
非常|十分 已经|业已 由于|因为 努力|竭力 保护|维护 参加|参与 讨论|商讨 问题|难题 告诉|告知 发生|出现 医生|大夫 警察|公安
"""


def exchanges(table):
    """Each word with its fellow, both ways; one that has several keeps the first."""
    fellows = {}
    for row in table.split():
        one, other = row.split("|")
        fellows.setdefault(one, other)
        fellows.setdefault(other, one)
    return fellows


def exchanged(target, fellows, pattern, turn):
    """The target with one of its words exchanged, or None; which one goes by `turn`."""
    places = list(pattern.finditer(target))
    if not places:
        return None
    place = places[turn % len(places)]
    fellow = fellows[place.group()]
    before = re.sub(r"\b([Aa])n?(?= $)", r"\1n" if fellow[0] in "aeiou" else r"\1", target[: place.start()])
    return before + fellow + target[place.end() :]


def pattern_of(fellows, chinese):
    words = "|".join(sorted(map(re.escape, fellows), key=len, reverse=True))
    return re.compile(words if chinese else rf"(?<![\w-])(?:{words})(?![\w-])")


def judged(binary, pairs):
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/pairs.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{source}\t{target}\n" for source, target in pairs)
        command = [binary, "check", "--pairs", f"{folder}/pairs.tsv", "--format", "jsonl"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"exit {run.returncode}: {run.stderr.strip()[:500]}")
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def counted(row):
    """How often each rule says something, and what: the places shift with the exchanged word."""
    return collections.Counter(finding["code"] for finding in row["findings"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/duizhao")
    parser.add_argument("--least", type=float, default=0.02)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("pairs", nargs="+")
    options = parser.parse_args()
    for path in options.pairs:
        with open(path, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t")[:2] for line in lines]
        chinese = sum(len(re.findall(r"[\u4e00-\u9fff]", target)) for _, target in rows) > len(rows)
        fellows = exchanges(CHINESE if chinese else ENGLISH)
        pattern = pattern_of(fellows, chinese)
        good, other = [], []
        for turn, (source, target) in enumerate(rows):
            changed = exchanged(target, fellows, pattern, turn)
            if changed is not None:
                good.append((source, target))
                other.append((source, changed))
        before, after = judged(options.bin, good), judged(options.bin, other)
        falls = [(a["score"]["quality"] - b["score"]["quality"], k)
                 for k, (a, b) in enumerate(zip(before, after))
                 if None not in (a["score"]["quality"], b["score"]["quality"])]
        found = sum(bool(counted(b) - counted(a)) for a, b in zip(before, after))
        count = max(len(falls), 1)
        print(f"{os.path.basename(path):28s} pairs {len(falls):5d}"
              f"  lowered {sum(fall > 0 for fall, _ in falls) / count:.3f}"
              f"  raised {sum(fall < 0 for fall, _ in falls) / count:.3f}"
              f"  much {sum(fall >= options.least for fall, _ in falls) / count:.3f}"
              f"  found {found / count:.3f}")
        for fall, k in sorted(falls, reverse=True)[: options.show]:
            print(f"  {fall:.3f}\n    {good[k][0]}\n    {good[k][1]}\n    {other[k][1]}")


if __name__ == "__main__":
    main()
