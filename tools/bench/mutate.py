#!/usr/bin/env python3
"""Changes one thing in a source file of the library and sees whether the tests notice, a hundred times.

    cmake --build --preset release --target duizhao_tests
    tools/bench/mutate.py --seed 1 --count 100

The tree is not touched: the changed file is compiled beside it and linked before the library, whose own
object is then left out. The room's own tests run first, then those that see many rooms at once, then all
others; the first failure ends it. The changed file is compiled with the assertions of the standard library,
as all files are where the sanitizers run. What doesn't compile, or what no test notices and the optimiser
makes the same code of, is no mutant: another one is drawn.
Mutations: a relation or an arithmetic operator exchanged, a number changed, a sign, a condition negated,
and for or, a statement or an early return left out, true for false, an enumerator for another of its kind.
"""

import argparse
import collections
import concurrent.futures
import itertools
import json
import queue
import random
import re
import resource
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "lib" / "duizhao"

ROOMS = re.search(
    r"DUIZHAO_ROOMS ([^)]*)\)", (ROOT / "CMakeLists.txt").read_text()
).group(1).split()

# What a test of the whole looks like to the rooms below it.
WIDE_ROOMS = ["check", "review", "score", "pair", "report", "live", "batch"]

OPERATORS = {
    "relation": {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="},
    "arithmetic": {"+": "-", "-": "+", "*": "/", "/": "*", "+=": "-=", "-=": "+=", "*=": "/="},
    "logic": {"&&": "||", "||": "&&"},
}

Mutation = collections.namedtuple("Mutation", "path kind begin end text")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def code_only(source):
    """The source with blanks for comments, literals of text and directives: places stay as they are."""
    pattern = (
        r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'
        r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|^[ \t]*#[^\n]*|\bstatic_assert\b[^;]*;"
    )
    return re.sub(pattern, blank, source, flags=re.S | re.M)


def enumerators():
    """For each enumerator of an `enum class` the others of the same one: {"Severity::kMinor": [...]}."""
    others = {}
    for header in sorted(LIBRARY.rglob("*.h")):
        for name, body in re.findall(
            r"enum class (\w+)[^{;]*\{(.*?)\}", code_only(header.read_text()), re.S
        ):
            members = re.findall(r"\bk[A-Z]\w*", body)
            for member in members:
                rest = [f"{name}::{other}" for other in members if other != member]
                if rest:
                    others[f"{name}::{member}"] = rest
    return others


def closing(code, opening):
    """The place of the parenthesis that closes the one at `opening`."""
    depth = 0
    for at in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        if depth == 0:
            return at
    return None


def other_number(text, choose):
    if "." in text or "e" in text:
        suffix = "F" if text[-1] in "fF" else ""
        value = float(text.rstrip("fF"))
        changed = choose.choice([0.6, 1.5]) * value if value else 0.5
        return repr(changed) + suffix
    digits = text.rstrip("uUlL")
    value = int(digits)
    if value >= 10:  # one more or less is hardly another limit
        return str(round(value * choose.choice([0.6, 1.5]))) + text[len(digits) :]
    return str(value + choose.choice([1, -1]) if value else 1) + text[len(digits) :]


def mutations_of(path, others, choose):
    source = path.read_text()
    code = code_only(source)
    found = []

    def add(kind, begin, end, text):
        found.append(Mutation(path, kind, begin, end, text))

    for kind, exchanges in OPERATORS.items():
        signs = "|".join(re.escape(sign) for sign in sorted(exchanges, key=len, reverse=True))
        for match in re.finditer(rf"(?<= )({signs})(?=[ \n])", code):
            add(kind, match.start(), match.end(), exchanges[match.group()])
    for match in re.finditer(r"(?<![\w.'])\d+(?:\.\d+)?(?:e-?\d+)?[fFuUlL]*(?![\w.'])", code):
        if not re.search(r"<\s*$|array<[^<>]*, $", code[: match.start()][-60:]):
            add("number", match.start(), match.end(), other_number(match.group(), choose))
    for match in re.finditer(r"(?<=[(,={ ])-(?=[\w.])", code):
        if not re.search(r"[\w)\]] $", code[: match.start()][-2:]):
            add("sign", match.start(), match.end(), "")
    for match in re.finditer(r"\bif \(", code):
        end = closing(code, match.end() - 1)
        condition = source[match.end() : end]
        if ";" not in condition and not re.match(r"(const )?auto\b", condition):
            add("condition", match.end(), end, f"!({condition})")
    for match in re.finditer(r"(?<=[(& |])!(?=[\w(])", code):
        add("condition", match.start(), match.end(), "")
    for match in re.finditer(r"\breturn (true|false);", code):
        add("truth", match.start(1), match.end(1), "false" if match.group(1) == "true" else "true")
    for match in re.finditer(r"^ +if \(", code, re.M):
        end = closing(code, match.end() - 1)
        early = re.match(r"\s+(?:return\b[^;{}]*|continue|break);", code[end + 1 :])
        if early:
            add("early return", end + 1, end + 1 + early.end(), " {}")
    whole_line = r"(?<=[;{}\n]\n)( +)(?:\+\+|--)?\*?[a-z]\w*"
    acts = r"(?:[.\[]|->|\(| [-+*|&]?= |\+\+)[^;{}]*;"
    for match in re.finditer(whole_line + acts, code):
        begin = match.start() + len(match.group(1))
        speed_only = ".reserve(" in match.group()
        if not speed_only and not re.match(
            r"(return|if|for|while|case|using|const|auto|else)\b", code[begin:]
        ):
            add("statement", begin, match.end(), ";")
    for match in re.finditer(r"\b\w+::k[A-Z]\w*", code):
        if match.group() in others and not re.search(r"case (\w+::)*$", code[: match.start()][-40:]):
            add("enumerator", match.start(), match.end(), choose.choice(others[match.group()]))
    return source, found


class Bench:
    """Compiles, links and tests one changed file in a folder of its own."""

    def __init__(self, build, name):
        self.build = build.resolve()
        self.folder = self.build / f"mutants-{name}"  # as deep as the tests, which look for the model
        self.folder.mkdir(exist_ok=True)
        commands = json.loads((self.build / "compile_commands.json").read_text())
        self.compile_commands = {Path(entry["file"]).resolve(): entry["command"] for entry in commands}
        lines = subprocess.run(
            ["ninja", "-C", str(self.build), "-t", "commands", "tests/duizhao_tests"],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()
        self.link_command = lines[-1]
        self.program = self.folder / "duizhao_tests"
        self.seconds = 600  # of the processor that a run of tests may take

    def compile(self, path, source, name, flags):
        """The object file of the source, or None where it doesn't compile."""
        # The name of a source stands in its object, the folder does not.
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / path.name).write_text(source)
        words = shlex.split(self.compile_commands[path])
        words = words[: words.index("-o")] + ["-o", str(folder / "object.o"), "-c", str(folder / path.name)]
        words = [word for word in words if word not in ("-O2", "-O3")] + ["-w", f"-I{path.parent}", *flags]
        done = subprocess.run(words, cwd=self.build, capture_output=True)
        return folder / "object.o" if done.returncode == 0 else None

    def is_the_same_code(self, path, source, changed):
        """Whether the optimiser makes the same of both: a change that no test can notice."""
        objects = [self.compile(path, source, "as_it_is", ["-O2"]), self.compile(path, changed, "changed", ["-O2"])]
        return objects[0].read_bytes() == objects[1].read_bytes()

    def link(self, objects):
        words = re.sub(r"^: && | && :$", "", self.link_command)
        words = shlex.split(words)
        at = words.index("-o")
        words[at + 1] = str(self.program)
        subprocess.run(words[:at] + [str(o) for o in objects] + words[at:], cwd=self.build, check=True)

    def stages(self, room):
        wide = [other for other in WIDE_ROOMS if other != room]
        files = lambda rooms: ",".join(f"*tests/{other}/*" for other in rooms)
        yield room, [f"--source-file={files([room])}"]
        yield "wide", [f"--source-file={files(wide)}"]
        below = ROOMS[: ROOMS.index(room)]  # which know nothing of the room
        yield "others", [f"--source-file-exclude={files([room, *wide, *below])}"]

    def failure(self, filters):
        """The first test case that fails; None where all pass."""
        # A loop without end must take neither the machine's time nor its memory.
        limits = ["prlimit", f"--cpu={self.seconds}", f"--as={6 << 30}"]
        done = subprocess.run(
            [*limits, str(self.program), "--abort-after=1", "--no-version", *filters],
            cwd=ROOT, capture_output=True,
        )
        if done.returncode == 0:
            return None
        case = re.search(r"TEST CASE: +(.*)", done.stdout.decode(errors="replace"))
        return case.group(1) if case else f"status {done.returncode}"

    def check_unchanged(self):
        self.link([])
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        if failed := self.failure([]):
            sys.exit(f"error: a test fails before anything is changed: {failed}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = 5 + round(2 * (after.ru_utime - before.ru_utime))

    def noticed_by(self, room):
        """The stage that fails, and its first failure; None where all pass."""
        for stage, filters in self.stages(room):
            if failed := self.failure(filters):
                return stage, failed
        return None

    def judge(self, mutation, source):
        """Whether the change is noticed, and where; None where it is no change of the code."""
        path = mutation.path
        changed = source[: mutation.begin] + mutation.text + source[mutation.end :]
        mutant = self.compile(path, changed, "changed", ["-O0", "-D_GLIBCXX_ASSERTIONS"])
        if not mutant:
            return None
        self.link([mutant])
        if noticed := self.noticed_by(room_of(path)):
            return True, ": ".join(noticed)
        return None if self.is_the_same_code(path, source, changed) else (False, "")


def room_of(path):
    return path.relative_to(LIBRARY).parts[0]


def description(mutation, source):
    """Its kind, its place and what it changes, as a log tells them."""
    was = " ".join(source[mutation.begin : mutation.end].split())
    line = source.count("\n", 0, mutation.begin) + 1
    place = f"{mutation.path.relative_to(ROOT)}:{line}"
    return mutation.kind, place, f"{was} -> {' '.join(mutation.text.split())}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rooms", default="check,align,score,facts")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--survivors", type=Path, metavar="LOG", help="only what survived there, by the same seed")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "release")
    options = parser.parse_args()

    choose = random.Random(options.seed)
    others = enumerators()
    sources, mutations = {}, []
    for room in options.rooms.split(","):
        for path in sorted((LIBRARY / room).rglob("*.cpp")):
            sources[path], found = mutations_of(path, others, choose)
            mutations += found
    choose.shuffle(mutations)
    if options.survivors:
        lines = options.survivors.read_text().splitlines()
        survived = {tuple(line.split("\t")[1:4]) for line in lines if line.startswith("SURVIVED")}
        mutations = [m for m in mutations if description(m, sources[m.path]) in survived]
    mutations = iter(mutations)

    benches = queue.SimpleQueue()
    for number in range(options.jobs):
        bench = Bench(options.build, str(number))
        if number == 0:
            bench.check_unchanged()
            seconds = bench.seconds
        bench.seconds = seconds
        benches.put(bench)

    def judge(mutation):
        bench = benches.get()
        try:
            return mutation, bench.judge(mutation, sources[mutation.path])
        finally:
            benches.put(bench)

    tally = collections.defaultdict(lambda: [0, 0])
    missing = options.count
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        while missing > 0 and (batch := list(itertools.islice(mutations, missing))):
            for mutation, judgement in pool.map(judge, batch):
                if judgement is None:
                    continue
                noticed, where = judgement
                missing -= 1
                tally[room_of(mutation.path)][0] += 1
                tally[room_of(mutation.path)][1] += noticed
                words = description(mutation, sources[mutation.path])
                print("noticed " if noticed else "SURVIVED", *words, where, sep="\t", flush=True)
    for room, (count, noticed) in tally.items():
        print(f"{room}: {noticed} of {count}")
    print(f"{sum(n for _, n in tally.values())} of {sum(c for c, _ in tally.values())} noticed")


if __name__ == "__main__":
    main()
