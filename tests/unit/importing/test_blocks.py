"""The layout of an imported text, as the sections stage reads it."""

import pytest

from civicspace.components.sections.layout import blocks as read_blocks
from civicspace.importing.blocks import Block, layout_text, one_line, row


def test_the_sections_stage_finds_what_was_laid_out() -> None:
    text = layout_text(
        [
            Block("heading", "Uganda: two held"),
            Block("paragraph", "Police held two editors of the paper on Tuesday after it ran a story on land deals."),
            Block("heading", "Arrests"),
            Block("item", "On 1 May officers searched the office of the paper in the centre of the town."),
            Block("item", "On 2 May the second editor was charged with sedition and held in the old prison"),
            row(["Month", "Held"]),
            row(["April", "12"]),
            Block("item", "Free them.", "1."),
            Block("note", "The Lamp is a daily."),
        ]
    )
    assert [block.kind for block in read_blocks(text)] == [
        "heading", "paragraph", "heading", "item", "item", "item", "item", "item", "heading", "item",
    ]  # fmt: skip
    assert text.endswith("\n\nNotes\n\n1. The Lamp is a daily.\n")


def test_nothing_visible_is_nothing() -> None:
    assert layout_text([Block("paragraph", " \n"), Block("heading", "\u00ad")]) == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a\n b\t c ", "a b c"),
        ("demon\u00adstra\u200btion", "demonstration"),
        ("no\u00a0break", "no break"),
        ("نامه\u200cها", "نامه\u200cها"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_a_mark_that_is_there_is_not_doubled() -> None:
    assert layout_text([Block("item", "1. Free them."), Block("item", "• Drop it.")]) == "1. Free them.\n• Drop it.\n"
