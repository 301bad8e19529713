"""The Python module: what it returns, and that errors and threads are what Python expects."""

import gc
import io
import json
import resource
import subprocess
import sys
import threading
from pathlib import Path

import duizhao
import pytest

ROOT = Path(__file__).resolve().parents[2]
CHIPS = ROOT / "corpora" / "chips"
BANK = ("The bank opened in 1912.", "该行1921年开业。")


@pytest.fixture(scope="module")
def checker():
    return duizhao.Checker()


def test_a_pair_has_findings_with_spans_in_code_points_and_bytes(checker):
    review = checker.review_pair(*BANK)
    (finding,) = review.findings
    assert (finding.rule, finding.severity) == ("date", "major")
    assert BANK[1][finding.target.begin:finding.target.end] == finding.target.text == "1921年"
    assert BANK[1].encode()[finding.target.byte_begin:finding.target.byte_end].decode() == "1921年"
    assert finding.target.begin == 2 and finding.target.byte_begin == 6
    assert 0 < review.score.quality < 1 and review.worst() == "major"


def test_messages_are_in_the_language_that_is_asked_for():
    (finding,) = duizhao.Checker(language="zh").review_pair(*BANK).findings
    assert "译文" in finding.message


def test_pairs_of_an_iterator_are_reviewed_lazily_and_in_order(checker):
    taken = 0

    def pairs():
        nonlocal taken
        for year in range(5000):
            taken += 1
            yield f"It began in {1000 + year}.", f"它始于{1000 + year}年。"

    reviews = checker.review_pairs(pairs(), threads=2)
    assert [next(reviews).pair for _ in range(100)] == list(range(100))
    assert taken < 2000
    reviews.close()


def test_the_number_of_threads_changes_nothing(checker):
    pairs = [BANK, ("It cost $3 million.", "耗资300万美元。")] * 100
    assert list(checker.review_pairs(pairs, threads=1)) == list(checker.review_pairs(pairs, threads=3))


def test_filter_keeps_items_that_are_good_enough(checker):
    items = [{"id": 1, "s": "It cost $3 million.", "t": "耗资300万美元。"},
             {"id": 2, "s": BANK[0], "t": BANK[1]}]
    kept = checker.filter(items, key=lambda item: (item["s"], item["t"]))
    assert [item["id"] for item in kept] == [1]
    with pytest.raises(duizhao.UsageError):
        list(checker.filter(items, below="terrible"))


def test_texts_are_aligned_and_reviewed(checker):
    source = "Sales rose by 5%. The bank opened in 1912."
    target = "销售额增长了5%。该行1921年开业。"
    beads = checker.align(source, target)
    assert [bead.source.sentences for bead in beads] == [(0,), (1,)]
    assert target[beads[1].target.span.begin:beads[1].target.span.end] == "该行1921年开业。"
    review = checker.review(source, target)
    assert [finding.rule for finding in review.findings] == ["date"]
    assert review.findings[0].bead == 1
    assert (review.source_language, review.target_language) == ("en", "zh")


def test_files_are_reviewed_as_the_program_does(checker):
    review = checker.review_files(CHIPS / "report.en.txt", CHIPS / "draft.zh-Hans.txt")
    assert not review.score.passed and len(review.findings) > 5


def test_glossaries_and_terms_count():
    with_file = duizhao.Checker(glossaries=[CHIPS / "glossary.tsv"])
    assert with_file.warnings == []
    with_term = duizhao.Checker(terms=[("wafer", "晶圆")], only=["term"])
    review = with_term.review_pair("Each wafer is tested twice.", "每块薄片都测试两次。")
    assert [finding.rule for finding in review.findings] == ["term"]


def test_errors_are_exceptions_with_file_line_and_cure(checker, tmp_path):
    with pytest.raises(duizhao.UnreadableError) as missing:
        checker.review_files(tmp_path / "missing", CHIPS / "report.en.txt")
    assert missing.value.file.endswith("missing") and isinstance(missing.value, OSError)
    profile = tmp_path / "own.profile"
    profile.write_text("pass-threshold = 3\nnonsense = 1\n")
    with pytest.raises(duizhao.MalformedError) as wrong:
        duizhao.Checker(profile=profile)
    assert wrong.value.line == 2 and "own.profile:2" in str(wrong.value)
    with pytest.raises(duizhao.Error, match="mostly English"):
        checker.review("This is English.", "This is English, too.")
    with pytest.raises(duizhao.Error):
        duizhao.Checker(only=["no-such-rule"])
    with pytest.raises(duizhao.UsageError):
        duizhao.Checker(language="fr")


def test_the_lock_is_released_while_it_works(checker):
    text = (CHIPS / "report.en.txt").read_text(), (CHIPS / "draft.zh-Hans.txt").read_text()
    ticks, done = 0, threading.Event()

    def work():
        checker.review(*text)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.001):
        ticks += 1
    thread.join()
    assert ticks > 3


def test_memory_does_not_grow_with_the_number_of_pairs(checker):
    def run(count):
        for _ in checker.review_pairs((BANK for _ in range(count)), threads=2):
            pass
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    after_some = run(2000)
    assert run(6000) - after_some < 20_000  # KiB


def test_rules_are_named():
    assert "number" in duizhao.rules()


def test_the_example_filters_json_lines():
    lines = [{"source": BANK[0], "target": BANK[1]},
             {"source": "It cost $3 million.", "target": "耗资300万美元。"}]
    given = "".join(json.dumps(line) + "\n" for line in lines)
    run = subprocess.run([sys.executable, ROOT / "tools/python/examples/filter_jsonl.py"],
                         input=given, capture_output=True, text=True, check=True)
    assert [json.loads(line) for line in io.StringIO(run.stdout)] == lines[1:]
