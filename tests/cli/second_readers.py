#!/usr/bin/python3
"""What duizhao writes for other programs, read by others and held against the formats' schemas: JSON against its own
(python3-jsonschema), SARIF against OASIS's (of npm's @microsoft/jest-sarif), XLIFF against OASIS's (of the package
php-symfony-translation), TMX and TBX against schemas/ (written after their standards); TMX read by translate-toolkit,
JUnit by junitparser, XLIFF by ourselves too. Says what it skips where something is not installed.

usage: second_readers.py DUIZHAO [BUILD_FOLDER]"""
import importlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

duizhao = sys.argv[1]
build = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "build")
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


SCHEMAS = pathlib.Path(__file__).parent / "schemas"
XLIFF_SCHEMAS = pathlib.Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")


def fits(file, *schema):
    """Whether xmllint finds an XML file valid; fetches nothing."""
    ended = subprocess.run(["xmllint", "--nonet", "--noout", *map(str, schema), str(file)], capture_output=True,
                           text=True, check=False)
    if ended.returncode != 0:
        print(ended.stderr)
    return ended.returncode == 0


has_xmllint = shutil.which("xmllint") is not None
if not has_xmllint:
    print("skipped: xmllint is not installed")


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

if has_xmllint:
    memory = folder / "valid.tmx"
    run("align", source, target, "-o", memory)
    check("TMX fits its DTD", fits(memory, "--dtdvalid", SCHEMAS / "tmx14.dtd"))
    terms = folder / "terms.csv"
    terms.write_text("id,en,zh,zh-TW,forbidden,status,pos,domain,definition,note,case\n"
                     "x7,water works|waterworks,自来水厂,自來水廠,水工,preferred,n.,water,A factory,see 5 < 6,yes\n"
                     ",run,运行,,,admitted,v.,,,,\n")
    glossary = folder / "terms.tbx"
    run("glossary", "convert", terms, "-o", glossary)
    check("TBX fits the schema of TBX-Basic", fits(glossary, "--relaxng", SCHEMAS / "tbx_basic.rng"))

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
if has_xmllint and XLIFF_SCHEMAS.is_dir():
    # The package has the schema beside one that it imports from elsewhere.
    schema = folder / "xliff.xsd"
    schema.write_text((XLIFF_SCHEMAS / "xliff-core-2.0.xsd").read_text().replace(
        "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", str(XLIFF_SCHEMAS / "xml.xsd")))
    check("XLIFF fits the schema of its core", fits(notes, "--schema", schema))
else:
    print("skipped: php-symfony-translation or xmllint is not installed")
ids = [unit.get("id") for unit in root.findall(".//x:unit", space)]
check("XLIFF: units have ids of their own", len(ids) == len(set(ids)) and all(ids))
again = run("check", "--pairs", notes, "--format", "jsonl")
check("XLIFF: read back as pairs", "1921" in again and "<办事处>" in run("filter", notes, "--annotate", "--drop-on", "never"))

run_sarif = json.loads(run("check", source, target, "--format", "sarif"))
results = run_sarif["runs"][0]["results"]
rules = {rule["id"] for rule in run_sarif["runs"][0]["tool"]["driver"]["rules"]}
published = build / "sarif" / "package" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
if jsonschema and published.is_file():
    validator = jsonschema.Draft4Validator(json.loads(published.read_text()))
    check("SARIF fits its schema", not list(validator.iter_errors(run_sarif)))
    pairs = folder / "lines.tsv"
    pairs.write_text("The bank has 41 branches.\t该行有14家分行。\n")
    of_pairs = json.loads(run("check", "--pairs", pairs, "--format", "sarif"))
    check("SARIF of pairs fits its schema", not list(validator.iter_errors(of_pairs)))
else:
    print("skipped: the schema of SARIF is not there (tools/setup --ci fetches it)")
check("SARIF: each result names a rule that is listed", {result["ruleId"] for result in results} <= rules and results)

sys.exit(1 if faults else 0)
