#!/usr/bin/env python3
"""Makes lib/duizhao/terms/taiwan_words.inc out of OpenCC's dictionaries of Taiwan's words.

usage: taiwan_words.py [FOLDER] > lib/duizhao/terms/taiwan_words.inc      (needs opencc and opencc_dict)

FOLDER has TWPhrases.ocd2 and TWPhrasesRev.ocd2 (default: /usr/share/opencc). A line is a word of the mainland and the
word of Taiwan for the same thing, both in simplified characters: 软件 软体. Words of one character are left out, and
words that mean the same in either place.
"""
import os
import subprocess
import sys
import tempfile


def dictionary(path):
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "words")
        subprocess.run(["opencc_dict", "-i", path, "-o", text, "-f", "ocd2", "-t", "text"], check=True,
                       stdout=subprocess.DEVNULL)
        with open(text, encoding="utf-8") as lines:
            for line in lines:
                word, others = line.rstrip("\n").split("\t")
                for other in others.split():
                    yield word, other


def simplified(words):
    run = subprocess.run(["opencc", "-c", "t2s"], input="\n".join(words) + "\n", capture_output=True, text=True,
                         check=True)
    return run.stdout.split("\n")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/opencc"
    pairs = set(dictionary(os.path.join(folder, "TWPhrases.ocd2")))
    pairs |= {(mainland, taiwan) for taiwan, mainland in dictionary(os.path.join(folder, "TWPhrasesRev.ocd2"))}
    pairs = sorted(pairs)
    mainland = simplified([pair[0] for pair in pairs])
    taiwan = simplified([pair[1] for pair in pairs])
    print("// Made by tools/tables/taiwan_words.py out of OpenCC's dictionaries (Apache-2.0).")
    for here, there in sorted(set(zip(mainland, taiwan))):
        # 支持 and 支援 are different words in both places.
        if here != there and min(len(here), len(there)) > 1 and here not in ("支持", ""):
            print(f'"{here} {there}\\n"')


if __name__ == "__main__":
    main()
