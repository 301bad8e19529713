"""Keeps the good pairs of a file of JSON lines with members `source` and `target`.

    python3 filter_jsonl.py < pairs.jsonl > good.jsonl
"""

import json
import sys

import duizhao

checker = duizhao.Checker(profile="corpus")
lines = (json.loads(line) for line in sys.stdin)
good = checker.filter(lines, key=lambda line: (line["source"], line["target"]), below="major")
for line in good:
    print(json.dumps(line, ensure_ascii=False))
