#!/usr/bin/env python3
"""How much longer a batch takes through Python than by the program, and whether its memory stays flat.

usage: python_batch.py [--duizhao PROGRAM] [--module FOLDER] [--pairs N] [--many N] PAIRS.tsv

Reviews the first N pairs (20,000) of lines SOURCE<TAB>TARGET on one thread, by the program and by
duizhao.Checker.review_pairs, each in a process of its own; then as many as --many (200,000), over
and over the same file, through Python alone. Prints processor seconds, their ratio, and the largest
resident size. FOLDER is where the module lies (build/release/python).
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile


MODEL = os.path.join(os.path.dirname(__file__), "../../models/duizhao.model")


def pairs_of(path, count):
    def lines():
        while True:
            with open(path, encoding="utf-8") as file:
                yield from file

    for line in itertools.islice(lines(), count):
        yield tuple(line.rstrip("\n").split("\t")[:2])


def review(path, count):
    import duizhao

    checker = duizhao.Checker()
    found = sum(len(one.findings) for one in checker.review_pairs(pairs_of(path, count), threads=1))
    print(f"{found} findings", file=sys.stderr)


def measured(command, good=(0,), **options):
    running = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(running.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in good:
        sys.exit(f"{command[0]} ended with {code}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--duizhao", default="build/release/duizhao")
    parser.add_argument("--module", default="build/release/python")
    parser.add_argument("--pairs", type=int, default=20_000)
    parser.add_argument("--many", type=int, default=200_000)
    parser.add_argument("--review", type=int, help=argparse.SUPPRESS)
    parser.add_argument("file")
    options = parser.parse_args()
    if options.review:
        review(options.file, options.review)
        return

    def by_python(count):
        environment = {"DUIZHAO_MODEL": MODEL, **os.environ, "PYTHONPATH": options.module}
        return measured([sys.executable, __file__, "--review", str(count), options.file],
                        env=environment)

    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as first:
        first.writelines("\t".join(pair) + "\n" for pair in pairs_of(options.file, options.pairs))
        first.flush()
        own, own_size = measured([options.duizhao, "check", "--pairs", first.name, "--threads", "1",
                                  "--format", "jsonl", "-o", os.devnull],
                                 good=(0, 1), stderr=subprocess.DEVNULL)
    python, size = by_python(options.pairs)
    print(f"{options.pairs} pairs: {own:.1f} s and {own_size:.0f} MB by the program, "
          f"{python:.1f} s and {size:.0f} MB through Python: {python / own:.2f} times as long")
    seconds, many_size = by_python(options.many)
    print(f"{options.many} pairs: {seconds:.1f} s, {many_size:.0f} MB")


if __name__ == "__main__":
    main()
