"""Phrases and arguments read off the parse."""

from __future__ import annotations

import pytest

from civicspace.pipelines import Pipelines
from civicspace.syntax import arguments, conjuncts, is_passive, noun_arguments, phrase
from civicspace.tokens import TokenTable, token_table


def table_of(pipelines: Pipelines, text: str) -> TokenTable:
    return token_table(pipelines(text))


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("On the evening of 12 August, plain-clothes officers stormed the hall.", "officers", "plain-clothes officers"),
        ("Two young, unarmed men were held by police.", "men", "Two young, unarmed men"),
        ("The editor of the weekly, who had fled, returned.", "editor", "The editor of the weekly"),
        ("Ama Boko, a lawyer from Lomé, objected.", "Boko", "Ama Boko, a lawyer from Lomé"),
        ("Police and soldiers came.", "Police", "Police"),
    ],
)
def test_phrases(pipelines: Pipelines, text: str, head: str, expected: str) -> None:
    table = table_of(pipelines, text)
    start, end = table.extent(*phrase(table, table.text.index(head)))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Soldiers beat two reporters.", "beat", ["Soldiers"], ["reporters"]),
        ("Two reporters were beaten by soldiers.", "beaten", ["soldiers"], ["reporters"]),
        ("The students who were arrested on Monday went home.", "arrested", [], ["students"]),
        ("Police arrested and beat the students.", "arrested", ["Police"], ["students"]),
        ("The students were arrested and charged.", "charged", [], ["students"]),
        ("The court ordered the police to release the students.", "release", ["police"], ["students"]),
        (
            "Police and soldiers detained nurses and teachers.",
            "detained",
            ["Police", "soldiers"],
            ["nurses", "teachers"],
        ),
    ],
)
def test_arguments_of_verbs(pipelines: Pipelines, text: str, verb: str, subject: list[str], object_: list[str]) -> None:
    table = table_of(pipelines, text)
    found = arguments(table, table.text.index(verb))
    assert [table.text[i] for i in found.subject] == subject
    assert [table.text[i] for i in found.object] == object_


def test_arguments_of_nouns(pipelines: Pipelines) -> None:
    table = table_of(pipelines, "They condemned the arrest of two reporters by police.")
    found = noun_arguments(table, table.text.index("arrest"))
    assert ([table.text[i] for i in found.subject], [table.text[i] for i in found.object]) == (
        ["police"],
        ["reporters"],
    )


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("He was arrested.", "arrested", True),
        ("They have arrested him.", "arrested", False),
        ("A man arrested in May died.", "arrested", True),
    ],
)
def test_voice(pipelines: Pipelines, text: str, verb: str, passive: bool) -> None:
    table = table_of(pipelines, text)
    assert is_passive(table, table.text.index(verb)) is passive


def test_coordination(pipelines: Pipelines) -> None:
    table = table_of(pipelines, "Nurses, teachers and drivers marched.")
    assert [table.text[i] for i in conjuncts(table, 0)] == ["Nurses", "teachers", "drivers"]
