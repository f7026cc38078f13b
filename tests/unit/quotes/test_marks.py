"""Pairing of quotation marks: by character, a paragraph at a time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicspace.annotations import Extent
from civicspace.components.quotes.marks import Quotation, quotations

ALPHABET = "“”‘’\"'«»„‹›`‚‟ab s.,:\n é9"


def pair(text: str) -> list[Quotation]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Extent(start, start + len(line)))
        start += len(line) + 1
    return quotations(text, paragraphs)


def inner(text: str) -> list[str]:
    return [text[q.content.start : q.content.end] for q in pair(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we stay” and left.", ["we stay"]),
        ("She said ‘we stay’ and left.", ["we stay"]),
        ('She said "we stay" and left.', ["we stay"]),
        ("She said 'we stay' and left.", ["we stay"]),
        ("Elle dit « nous restons » ici.", ["nous restons"]),
        ("Sie sagte „wir bleiben“ und ging.", ["wir bleiben"]),
        ("She said ''we stay'' and left.", ["we stay"]),
        ("She said ``we stay'' and left.", ["we stay"]),
        ('She said "we stay” and left.', ["we stay"]),
        ('She said “we stay" and left.', ["we stay"]),
        ("She said ‘we stay' and left.", ["we stay"]),
        ('“One,” he said. "Two."', ["One,", "Two."]),
    ],
)
def test_styles_of_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The workers’ union can’t meet.", []),
        ("It is the lawyers' house, isn't it?", []),
        ("She said ‘they can’t stop us’ twice.", ["they can’t stop us"]),
        ("She said 'the workers' rights are gone' today.", ["the workers' rights are gone"]),
        ("‘The parents’ house was searched,’ she said.", ["The parents’ house was searched,"]),
        ("In the ’90s and the '80s it was free.", []),
        ("‘ghost cells’ were found", ["ghost cells"]),
        ("Rock 'n' roll was banned.", []),
        ("A 5'10\" man was seen.", []),
    ],
)
def test_apostrophes_are_no_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He shouted ‘run’ at us.”", ["He shouted ‘run’ at us.", "run"]),
        ("‘He shouted “run” at us.’", ["He shouted “run” at us.", "run"]),
        ("“‘Run,’ he said.”", ["‘Run,’ he said.", "Run,"]),
        ("“He shouted ‘run’”", ["He shouted ‘run’", "run"]),
        ("\"He said 'they're late' twice\"", ["He said 'they're late' twice", "they're late"]),
        ("“She called it “a farce” twice.”", ["She called it “a farce” twice.", "a farce"]),
    ],
)
def test_nesting(text: str, expected: list[str]) -> None:
    found = pair(text)
    assert inner(text) == expected
    assert [q.parent for q in found] == [None, 0]


def test_doubled_single_marks_keep_offsets() -> None:
    text = "She said ''stay''."
    (found,) = pair(text)
    assert (found.start, found.end) == (9, 17)
    assert text[found.content.start : found.content.end] == "stay"


def test_quotation_continued_over_paragraphs() -> None:
    found = pair("“First part.\n“Second part.\n“Third part.”\n“Another.”")
    assert [q.continues for q in found] == [None, 0, 1, None]
    assert [q.closed for q in found] == [False, False, True, True]


def test_open_quotation_is_not_continued_by_a_paragraph_without_mark() -> None:
    found = pair("“First part.\nPlain words.\n“Another.”")
    assert [q.continues for q in found] == [None, None]


def test_odd_mark_costs_its_own_paragraph_only() -> None:
    assert inner("He said “we go and left.\nShe said “we stay” and left.") == ["we go and left.", "we stay"]


def test_missing_closing_mark_ends_before_the_next_quotation() -> None:
    assert inner("“We go, he said. “We stay.”") == ["We go, he said.", "We stay."]


def test_closing_mark_too_many() -> None:
    assert inner("‘They came.’ I hid.’ Later he left.") == ["They came.’ I hid."]
    assert inner("They came” and left.") == []


@pytest.mark.parametrize("text", ["", " ", "“", "”", "'", '"', "“”", "''''", "no marks"])
def test_nothing_to_pair(text: str) -> None:
    assert inner(text) == []


@given(st.text(alphabet=ALPHABET, max_size=80))
def test_any_text_gives_ordered_extents_in_range(text: str) -> None:
    found = pair(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for k, q in enumerate(found):
        assert 0 <= q.start < q.content.start < q.content.end <= q.end <= len(text)
        content = text[q.content.start : q.content.end]
        assert content == content.strip()
        assert "\n" not in content
        if q.parent is not None:
            around = found[q.parent]
            assert q.parent < k
            assert around.content.start <= q.start
            assert q.end <= around.end
        if q.continues is not None:
            assert found[q.continues].paragraph == q.paragraph - 1


@pytest.mark.slow
@pytest.mark.parametrize("piece", ['"', "'", "“", "“a ", "‘a ", "“‘a", "s’ a", '"a" ', "“a” ", "’ "])
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        start = time.perf_counter()
        quotations(text, [Extent(0, len(text))])
        return time.perf_counter() - start

    short = max(min(seconds(1_000) for _ in range(3)), 0.001)
    assert min(seconds(20_000) for _ in range(3)) < 100 * short
