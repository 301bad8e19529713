#!/usr/bin/python3
"""What duizhao writes for other programs, read by others: JSON against its own schema (python3-jsonschema), TMX by
translate-toolkit, JUnit by junitparser, XLIFF by our own reader of it and by an XML parser. Says what it skips where a
reader is not installed.

usage: second_readers.py DUIZHAO"""
import importlib
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

duizhao = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp(prefix="duizhao-readers-"))
faults = []


def run(*arguments):
    """Writes something, or prints it; findings are no fault."""
    ended = subprocess.run([duizhao, *map(str, arguments)], capture_output=True, text=True, check=False)
    if ended.returncode > 1:
        sys.exit(f"duizhao {' '.join(map(str, arguments))}: {ended.stderr}")
    return ended.stdout


def reader(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"skipped: {module} is not installed")
        return None


def check(what, holds):
    print("ok  " if holds else "FAIL", what)
    if not holds:
        faults.append(what)


source = folder / "report.en.txt"
target = folder / "report.zh.txt"
source.write_text("The bank opened in 1912.\nIt has 41 branches & <offices>.\nIt \"pays\" 5%.\n")
target.write_text("该行于1921年开业。\n它有14家分行和<办事处>。\n它“支付”5%。\n")
findings = json.loads(run("check", source, target, "--format", "json"))["findings"]
check("there is something to write", len(findings) >= 2)

if jsonschema := reader("jsonschema"):
    schema = json.loads(run("check", "--schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    check("JSON of a report fits its schema",
          not list(validator.iter_errors(json.loads(run("check", source, target, "--format", "json")))))
    pairs = folder / "pairs.tsv"
    pairs.write_text("".join(f"{s}\t{t}\n" for s, t in zip(source.read_text().split("\n"), target.read_text().split("\n"))
                             if s))
    for line in run("check", "--pairs", pairs, "--format", "jsonl").splitlines():
        check("JSON of a pair fits its schema", not list(validator.iter_errors(json.loads(line))))

if tmx := reader("translate.storage.tmx"):
    memory = folder / "aligned.tmx"
    run("align", source, target, "-o", memory)
    units = tmx.tmxfile.parsefile(str(memory)).units
    check("TMX: all pairs", [unit.source for unit in units] == source.read_text().splitlines())

if junitparser := reader("junitparser"):
    report = folder / "findings.junit"
    run("check", source, target, "-o", report)
    cases = [case for suite in junitparser.JUnitXml.fromfile(str(report)) for case in suite]
    failed = [case for case in cases if case.result]
    check("JUnit: findings are failures", len(failed) >= 1)

notes = folder / "findings.xlf"
run("check", source, target, "-o", notes)
root = ElementTree.parse(notes).getroot()
space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
check("XLIFF: languages are said", (root.get("srcLang")[:2], root.get("trgLang")[:2]) == ("en", "zh"))
check("XLIFF: a note for each finding", len(root.findall(".//x:note", space)) >= len(findings))
ids = [unit.get("id") for unit in root.findall(".//x:unit", space)]
check("XLIFF: units have ids of their own", len(ids) == len(set(ids)) and all(ids))
again = run("check", "--pairs", notes, "--format", "jsonl")
check("XLIFF: read back as pairs", "1921" in again and "<办事处>" in run("filter", notes, "--annotate", "--drop-on", "never"))

run_sarif = json.loads(run("check", source, target, "--format", "sarif"))
results = run_sarif["runs"][0]["results"]
rules = {rule["id"] for rule in run_sarif["runs"][0]["tool"]["driver"]["rules"]}
check("SARIF: each result names a rule that is listed", {result["ruleId"] for result in results} <= rules and results)

sys.exit(1 if faults else 0)
