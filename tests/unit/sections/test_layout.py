"""Blocks and sections from characters alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from civicspace.components.sections.layout import blocks, looks_like_heading, sections


def cut(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Peaceful Assembly",
        "Three reporters freed after a week",
        "1. Freedom of association",
        "## Expression",
        "Who guards the guards?",
        "Recommendations:",
        "Hong Kong: a year on trial",
        "AT A GLANCE",
    ],
)
def test_headings(line: str) -> None:
    assert looks_like_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "He was freed on Monday.",
        "The minister said that :",
        "“They came at dawn”",
        "and nobody answered",
        "- two unions were dissolved",
        "2018",
        "The court ruled;",
        "The ministry of justice, which had promised a reply within a month, sent none, and the families who had "
        "waited outside its gates since spring went home without one",
    ],
)
def test_no_headings(line: str) -> None:
    assert not looks_like_heading(line)


def test_blank_lines_and_single_breaks_end_blocks() -> None:
    text = "Assembly\n\nPolice broke up a vigil.\nNobody was hurt.\n\n\nThe end came later."
    assert cut(text) == [
        ("heading", "Assembly"),
        ("paragraph", "Police broke up a vigil."),
        ("paragraph", "Nobody was hurt."),
        ("paragraph", "The end came later."),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Assembly\n\n"
        "Police broke up a vigil that students had announced outside the\n"
        "ministry on Friday. Four of them were taken to a station in the\n"
        "old town and let go before midnight.\n\n"
        "Nobody was charged."
    )
    assert [kind for kind, _ in cut(text)] == ["heading", "paragraph", "paragraph"]


def test_list_items_stand_alone() -> None:
    text = "Key events\n\n- A union was dissolved.\n- Two members were held."
    assert [kind for kind, _ in cut(text)] == ["heading", "item", "item"]


@pytest.mark.parametrize("mark", ["\r\n", "\n", "\r", "\u2028"])
def test_line_endings_of_every_kind(mark: str) -> None:
    text = mark.join(["Expression", "", "A paper was closed.", "", "Its editor left."])
    assert [kind for kind, _ in cut(text)] == ["heading", "paragraph", "paragraph"]


def test_sections_cover_the_text() -> None:
    text = "A first word.\n\nAssembly\n\nPolice came.\n\nExpression\n\nA paper was closed.\n"
    found = sections(text)
    assert [text[s.heading.start : s.heading.end] if s.heading else None for s in found] == [
        None,
        "Assembly",
        "Expression",
    ]
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(found))


def test_last_line_is_no_heading() -> None:
    assert cut("Police came.\n\nThe struggle goes on") == [
        ("paragraph", "Police came."),
        ("paragraph", "The struggle goes on"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u2028\r\n"])
def test_nothing_to_cut(text: str) -> None:
    assert blocks(text) == []
    assert len(sections(text)) == 1
