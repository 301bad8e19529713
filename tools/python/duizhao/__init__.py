"""duizhao aligns and checks the Chinese and the English version of a text.

    import duizhao

    checker = duizhao.Checker(glossaries=["names.tsv"])
    review = checker.review_pair("The bank opened in 1912.", "该行1921年开业。")
    for finding in review.findings:
        print(finding.severity, finding.message, finding.suggestion)

Opening a Checker takes some time and memory; after that any number of threads may share it. All
its methods release Python's lock while they work.
"""

from __future__ import annotations

import collections
import itertools
import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import (Any, Callable, Deque, Dict, Iterable, Iterator, List, NoReturn, Optional,
                    Sequence, Tuple, TypeVar, Union)

from . import _duizhao

__all__ = ["Alignment", "Bead", "Checker", "Error", "Finding", "MalformedError", "PairReview",
           "Review", "Score", "Side", "Span", "UnreadableError", "UsageError", "align", "filter",
           "review", "review_pair", "rules"]

SEVERITIES = ("neutral", "minor", "major", "critical")
_CHUNK = 64  # pairs that a thread is given at a time
_VOTERS = 1000  # pairs at the beginning that decide which side is Chinese

PathLike = Union[str, "os.PathLike[str]"]
Item = TypeVar("Item")


class Error(Exception):
    """A fault of the input: `message` with the cure, and where it is, as far as that is known."""

    def __init__(self, message: str, file: str = "", line: int = 0, column: int = 0) -> None:
        place = ":".join([file] + [str(number) for number in (line, column) if number])
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column


class UsageError(Error, ValueError):
    """What was asked for is not offered."""


class UnreadableError(Error, OSError):
    """A file can't be opened or read."""


class MalformedError(Error, ValueError):
    """The content of an input is not what its format promises."""


def _raise(code: int, message: str, file: str, line: int, column: int) -> NoReturn:
    kind = (UsageError, UnreadableError, MalformedError)[code]
    raise kind(message, file, line, column)


_duizhao.raise_by(_raise)


@dataclass(frozen=True)
class Span:
    """A passage: `begin` and `end` count code points, as Python does (`text[begin:end]`);
    `byte_begin` and `byte_end` count bytes of UTF-8, as the program's JSON does."""

    text: str
    begin: int
    end: int
    byte_begin: int
    byte_end: int


@dataclass(frozen=True)
class Finding:
    """A mismatch between the two versions, or a fault of the translation by itself."""

    rule: str
    code: str  # what the rule found: "number/magnitude"
    category: str  # MQM's: "accuracy/mistranslation"
    severity: str  # of SEVERITIES
    penalty: float
    confidence: float  # that a careful reviser would mark it
    source: Optional[Span]
    target: Optional[Span]
    message: str
    suggestion: Optional[str]
    args: Dict[str, Any]
    places: int
    key: str
    bead: Optional[int] = None


@dataclass(frozen=True)
class Score:
    quality: Optional[float]  # in [0, 1]; None where the pair can't be judged
    unjudged: str  # why it can't be
    penalty: float
    penalty_per_1000_words: float
    raw_score: float
    calibrated_score: float
    source_words: int
    pass_threshold: float
    passed: bool


@dataclass(frozen=True)
class PairReview:
    pair: int  # its number, from 0
    source: str
    target: str
    score: Score
    findings: List[Finding]

    def worst(self) -> Optional[str]:
        """The gravest severity of its findings; None where there are none."""
        found = [SEVERITIES.index(finding.severity) for finding in self.findings]
        return SEVERITIES[max(found)] if found else None


@dataclass(frozen=True)
class Side:
    """One side of a bead: sentence numbers and the passage from the first to the last."""

    sentences: Tuple[int, ...]
    span: Span


@dataclass(frozen=True)
class Bead:
    """Sentences of the two versions that say the same; one side may be empty."""

    source: Side
    target: Side
    score: float
    confidence: float
    moved: bool
    repeated: bool
    quality: Optional[float] = None  # in reviews


Alignment = List[Bead]


@dataclass(frozen=True)
class Review:
    source: str  # what the spans point into; empty where files were reviewed
    target: str
    source_language: str
    target_language: str
    score: Score
    findings: List[Finding]
    beads: Alignment


class _Text:
    """Leads from bytes to code points."""

    def __init__(self, text: Optional[str]) -> None:
        self._bytes = text.encode() if text is not None and not text.isascii() else None

    def point(self, byte: int) -> int:
        if self._bytes is None:
            return byte
        return len(self._bytes[:byte].decode())

    def span(self, value: Optional[Dict[str, Any]]) -> Optional[Span]:
        if value is None:
            return None
        begin = self.point(value["begin"])
        return Span(value["text"], begin, begin + len(value["text"]), value["begin"], value["end"])


class _Points(_Text):
    """The same for a text with many spans: counted once."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._points: List[int] = []
        if self._bytes is not None:
            starts = (byte & 0xC0 != 0x80 for byte in self._bytes)
            self._points = [0, *itertools.accumulate(int(is_start) for is_start in starts)]

    def point(self, byte: int) -> int:
        return self._points[byte] if self._points else byte


def _score_of(value: Dict[str, Any]) -> Score:
    return Score(value["quality"], value.get("unjudged", ""), value["penalty"],
                 value["penalty_per_1000_words"], value["raw_score"], value["calibrated_score"],
                 value["source_words"], value["pass_threshold"], value["passed"])


def _finding_of(value: Dict[str, Any], source: _Text, target: _Text) -> Finding:
    return Finding(value["rule"], value["code"], value["category"], value["severity"],
                   value["penalty"], value["confidence"], source.span(value["source"]),
                   target.span(value["target"]), value["message"], value["suggestion"],
                   value["args"], value["places"], value["key"], value.get("bead"))


def _pair_of(line: str, source: str, target: str) -> PairReview:
    value = json.loads(line)
    findings = []
    if value["findings"]:
        texts = _Text(source), _Text(target)
        findings = [_finding_of(finding, *texts) for finding in value["findings"]]
    return PairReview(value["pair"], source, target, _score_of(value["score"]), findings)


def _bead_of(value: Dict[str, Any], source: _Text, target: _Text) -> Bead:
    sides = []
    for name, text in (("source", source), ("target", target)):
        span = text.span(value[name])
        assert span is not None
        sides.append(Side(tuple(value[name]["sentences"]), span))
    return Bead(sides[0], sides[1], value["score"], value["confidence"], value["moved"],
                value["repeated"], value.get("quality"))


def _paths(paths: Iterable[PathLike]) -> List[str]:
    return [os.fspath(path) for path in paths]


def _own_model() -> str:
    """The model that came with a wheel."""
    own = Path(__file__).parent / "duizhao.model"
    return str(own) if own.exists() and "DUIZHAO_MODEL" not in os.environ else ""


class Checker:
    """The front door: aligns, checks and scores, whichever side is Chinese.

    model         path of the model; else $DUIZHAO_MODEL, else the one that came with it
    glossaries    paths of TSV, CSV, TBX or XLSX files
    terms         pairs of a term and its rendering
    profile       "draft", "strict", "corpus", or the path of a file
    off, only     names of rules, see rules()
    suppressions  paths of lists of accepted findings
    baseline      path of the JSON of an earlier run, whose findings are not told again
    language      "en" or "zh", of messages
    """

    def __init__(self, *, model: Optional[PathLike] = None, glossaries: Iterable[PathLike] = (),
                 terms: Iterable[Tuple[str, str]] = (), profile: PathLike = "draft",
                 off: Iterable[str] = (), only: Iterable[str] = (),
                 suppressions: Iterable[PathLike] = (), baseline: Optional[PathLike] = None,
                 language: str = "en") -> None:
        if language not in ("en", "zh"):
            raise UsageError(f"language is 'en' or 'zh', not '{language}'")
        self.language = language
        self._checker = _duizhao.Checker(
            os.fspath(model) if model is not None else _own_model(), _paths(glossaries),
            [(one, other) for one, other in terms], os.fspath(profile), list(off), list(only),
            _paths(suppressions), os.fspath(baseline) if baseline is not None else "")
        self.warnings = self._checker.warnings()

    def review_pair(self, source: str, target: str, *, source_language: str = "") -> PairReview:
        """Reviews two texts that are each other's translation as they stand."""
        language = source_language or _duizhao.source_language_of([(source, target)])
        lines = self._checker.review_pairs([(source, target)], 0, language, self.language)
        return _pair_of(lines[0], source, target)

    def review_pairs(self, pairs: Iterable[Tuple[str, str]], *, threads: Optional[int] = None,
                     source_language: str = "") -> Iterator[PairReview]:
        """Reviews pairs one by one, lazily and in order, with several threads (one a processor),
        in memory that does not grow with their number. Which side is Chinese is decided by the
        first thousand, unless `source_language` ("zh" or "en") says it."""
        for _, review in self._reviewed(pairs, lambda pair: pair, threads, source_language):
            yield review

    def filter(self, items: Iterable[Item], *, key: Optional[Callable[[Item], Tuple[str, str]]] = None,
               below: str = "major", least_quality: float = 0.0, threads: Optional[int] = None,
               source_language: str = "") -> Iterator[Item]:
        """The items that are good enough: judged, with no finding as grave as `below` and a quality
        of at least `least_quality`. `key` makes the pair of source and target of an item that is
        none itself."""
        if below not in SEVERITIES:
            raise UsageError(f"below is one of {', '.join(SEVERITIES)}, not '{below}'")
        grave = SEVERITIES.index(below)
        pair_of = key if key is not None else (lambda item: item)  # type: ignore
        for item, review in self._reviewed(items, pair_of, threads, source_language):
            if review.score.quality is None or review.score.quality < least_quality:
                continue
            if all(SEVERITIES.index(finding.severity) < grave for finding in review.findings):
                yield item

    def review(self, source: str, target: str, *, source_language: str = "",
               sentences: bool = False) -> Review:
        """Aligns two texts, checks every bead and the whole. With `sentences` every line is one."""
        text = self._checker.review(source, target, source_language, sentences, self.language)
        return self._review_of(json.loads(text), source, target)

    def review_files(self, source: PathLike, target: PathLike, *, source_language: str = "",
                     sentences: bool = False) -> Review:
        """The same for files in any format that the program reads. Spans are those of the files'
        texts, which are not kept, so their code points are -1."""
        text = self._checker.review_files(os.fspath(source), os.fspath(target), source_language,
                                          sentences, self.language)
        return self._review_of(json.loads(text), None, None)

    def align(self, source: str, target: str, *, source_language: str = "",
              sentences: bool = False) -> Alignment:
        """Which sentences belong together."""
        lines = self._checker.align(source, target, source_language, sentences)
        texts = _Points(source), _Points(target)
        return [_bead_of(json.loads(line), *texts) for line in lines.splitlines()]

    @staticmethod
    def _review_of(value: Dict[str, Any], source: Optional[str], target: Optional[str]) -> Review:
        texts = [_Points(text) if text is not None else _Unknown() for text in (source, target)]
        documents = value["documents"]
        return Review(source or "", target or "", documents["source"]["language"],
                      documents["target"]["language"], _score_of(value["score"]),
                      [_finding_of(finding, *texts) for finding in value["findings"]],
                      [_bead_of(bead, *texts) for bead in value["beads"]])

    def _reviewed(self, items: Iterable[Item], key: Callable[[Item], Tuple[str, str]],
                  threads: Optional[int],
                  source_language: str) -> Iterator[Tuple[Item, PairReview]]:
        count = threads if threads is not None else os.cpu_count() or 1
        if count < 1:
            raise UsageError("threads is at least 1")
        rest = iter(items)
        first = list(itertools.islice(rest, _VOTERS))
        if not first:
            return
        language = source_language or _duizhao.source_language_of([key(item) for item in first])
        rest = itertools.chain(first, rest)
        Job = Tuple[List[Item], List[Tuple[str, str]], "Future[List[str]]"]
        under_way: Deque[Job] = collections.deque()
        number = 0
        with ThreadPoolExecutor(count) as pool:
            try:
                while True:
                    while len(under_way) < 4 * count:
                        chunk = list(itertools.islice(rest, _CHUNK))
                        if not chunk:
                            break
                        pairs = [key(item) for item in chunk]
                        under_way.append((chunk, pairs, pool.submit(
                            self._checker.review_pairs, pairs, number, language, self.language)))
                        number += len(chunk)
                    if not under_way:
                        return
                    chunk, pairs, job = under_way.popleft()
                    for item, pair, line in zip(chunk, pairs, job.result()):
                        yield item, _pair_of(line, *pair)
            finally:
                for _, _, job in under_way:
                    job.cancel()


class _Unknown(_Text):
    """A text that is not at hand: its code points are not known."""

    def __init__(self) -> None:
        super().__init__(None)

    def span(self, value: Optional[Dict[str, Any]]) -> Optional[Span]:
        if value is None:
            return None
        return Span(value["text"], -1, -1, value["begin"], value["end"])


_default: Optional[Checker] = None


def _checker() -> Checker:
    global _default
    if _default is None:
        _default = Checker()
    return _default


def review_pair(source: str, target: str, **options: Any) -> PairReview:
    """Checker.review_pair of a Checker with no glossary, which is opened once."""
    return _checker().review_pair(source, target, **options)


def review(source: str, target: str, **options: Any) -> Review:
    """Checker.review, likewise."""
    return _checker().review(source, target, **options)


def align(source: str, target: str, **options: Any) -> Alignment:
    """Checker.align, likewise."""
    return _checker().align(source, target, **options)


def filter(items: Iterable[Item], **options: Any) -> Iterator[Item]:
    """Checker.filter, likewise."""
    return _checker().filter(items, **options)


def rules() -> Sequence[str]:
    """The names of all rules; `duizhao check --rules NAME` tells what each finds."""
    return _duizhao.rules()
