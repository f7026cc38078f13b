"""Reading gold files and checking them whole: form, vocabulary, spans against the text, items against one another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError
from civicspace.gold.checking import check_items, stale_problem
from civicspace.gold.problems import Problem
from civicspace.gold.shape import Shape, read_shape
from civicspace.gold.spans import spans_of
from civicspace.reading.bad_input import BadInputError, shown, unreadable
from civicspace.reading.text import read_text
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, HandGold


def parse_gold(raw: bytes, report_id: str, text: str) -> Gold:
    """A gold file's annotations, checked.

    raw: the file, UTF-8. report_id: the id that the file's name gives it. text: the report, without byte order mark.
    Raises GoldError with everything that is wrong.
    """
    shape = read_shape(raw, report_id)
    problems = [*shape.problems, *_whole_file(shape, report_id, text)]
    problems.extend(check_items(report_id, shape.items, shape.events, text))
    if problems or shape.gold is None:
        raise GoldError(problems)
    return Gold.model_validate(shape.gold.model_dump())


def parse_hand_gold(raw: bytes, report_id: str) -> HandGold:
    """A gold file as it was written by hand, its form checked and nothing else; raises GoldError."""
    shape = read_shape(raw, report_id)
    if shape.problems or shape.gold is None:
        raise GoldError(shape.problems)
    return shape.gold


def read_gold(path: Path, text: str | None = None) -> Gold:
    """The annotations of corpus/gold/ID.json, checked.

    text: the report; read from corpus/reports/ID.txt if not given. Raises GoldError with everything that is wrong, a
    file that can't be read among it.
    """
    return parse_gold(gold_bytes(path), path.stem, report_text(path) if text is None else text)


def gold_bytes(path: Path) -> bytes:
    """The bytes of a gold file; raises GoldError where it can't be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = unreadable(error).message
        raise GoldError([Problem(shown(path.stem), None, "", f"{shown(path)}: {reason}")]) from error


def report_text(path: Path) -> str:
    """The text of the report that a gold file (corpus/gold/ID.json) annotates; raises GoldError."""
    text = Corpus(path.parent.parent).text(path.stem)
    try:
        with text.open("rb") as stream:
            return read_text(stream)
    except (OSError, BadInputError) as error:
        reason = (error if isinstance(error, BadInputError) else unreadable(error)).message
        message = f"gold without a readable text: {shown(text)}: {reason}"
        raise GoldError([Problem(shown(path.stem), None, "", message)]) from error


def _whole_file(shape: Shape, report_id: str, text: str) -> list[Problem]:
    """Problems of the file as a whole: a fingerprint that is missing or stale, spans that are only pointed at."""
    problems = []
    spans = [span for items in shape.items.values() for item in items.values() for _, span in spans_of(item)]
    if (stale := stale_problem(report_id, shape.text_sha256, shape.items, text)) is not None:
        problems.append(stale)
    pointed = sum(not isinstance(span, Span) for span in spans)
    missing = f"{pointed:,} span(s) without start and end" if pointed else "text_sha256 is missing"
    if pointed or (shape.gold is not None and shape.text_sha256 is None):
        problems.append(Problem(report_id, None, "", f'{missing}: run "civicspace gold format {report_id}"'))
    return problems


class ReviewedGold(NamedTuple):
    """The gold of a corpus that quality is measured against.

    Attributes: ``reports`` (reviewed gold with the report's text, by id), ``drafts`` (ids of the reports whose gold is
    still a draft and counts for nothing), ``without_text`` (ids of gold files whose report is not in the corpus).
    """

    reports: list[tuple[Gold, str]]
    drafts: list[str]
    without_text: list[str]


def reviewed_gold(corpus: Corpus, ids: Sequence[str] | None = None) -> ReviewedGold:
    """All reviewed gold of a corpus, checked; drafts and gold without its report are named and left out.

    ids: the reports wanted; all that have gold if None. Raises GoldError with the problems of all files, drafts'
    aside: a draft is work in progress.
    """
    found = ReviewedGold([], [], [])
    problems: list[Problem] = []
    for report_id in corpus.gold_ids() if ids is None else ids:
        path = corpus.gold(report_id)
        try:
            raw = gold_bytes(path)
            if read_shape(raw, report_id).draft:
                found.drafts.append(report_id)
            elif not corpus.text(report_id).exists():
                found.without_text.append(report_id)
            else:
                text = report_text(path)
                found.reports.append((parse_gold(raw, report_id, text), text))
        except GoldError as error:
            problems.extend(error.problems)
    if problems:
        raise GoldError(problems)
    return found
