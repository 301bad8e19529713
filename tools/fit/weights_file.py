#!/usr/bin/env python3
"""Puts the sections of a file of weights together.

usage: weights_file.py MODEL SECTIONS… > OUT

SECTIONS are files with one section or more, of which the later replace the earlier ones.
"""
import re
import struct
import sys


def main():
    with open(sys.argv[1], "rb") as model:
        (checksum,) = struct.unpack_from("<Q", model.read(32), 24)
    sections = {}
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            for section in re.split(r"(?m)^(?=\[)", file.read())[1:]:
                name = re.match(r"\[([\w.-]+)\]", section).group(1)
                sections[name] = [line for line in section.splitlines() if line]
    print("duizhao weights 1")
    print(f"lexicon {checksum:016x}")
    for lines in sections.values():
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
