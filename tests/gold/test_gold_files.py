"""Every committed gold file is valid against its text and stands in the one order and layout.

Where one is not, the report is named and nothing of it is shown: texts of the test part are not for reading.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError
from civicspace.gold.formatting import format_gold
from civicspace.gold.layout import gold_text
from civicspace.gold.reading import gold_bytes, parse_gold, report_text

CORPUS = Corpus(Path(__file__).parents[2] / "corpus")


def _faults(report_id: str) -> tuple[int, bool]:
    """How many problems a gold file has, and whether formatting would change it."""
    path = CORPUS.gold(report_id)
    text, raw = report_text(path), gold_bytes(path)
    try:
        gold = parse_gold(raw, report_id, text)
    except GoldError as error:
        return len(error.problems), True
    return 0, gold_text(format_gold(gold, text).gold).encode() != raw


@pytest.mark.parametrize("report_id", CORPUS.gold_ids())
def test_gold_is_valid_and_formatted(report_id: str) -> None:
    problems, unformatted = _faults(report_id)
    assert problems == 0, f"{report_id}: {problems} problems: civicspace gold check {report_id} tells them"
    assert not unformatted, f"{report_id}: civicspace gold format {report_id} puts it in order"


def test_every_report_of_the_split_has_gold() -> None:
    assert set(CORPUS.parts()) - set(CORPUS.gold_ids()) == set()
