"""Triggers: which words name an act, and of which type."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.tokens import Doc

from civicspace.components.events.triggers import Trigger, attributes, find_triggers
from civicspace.mentions import MentionIndex
from civicspace.pipelines import Pipelines
from civicspace.tokens import TokenTable, token_table
from civicspace_schemas.taxonomy import taxonomy

_MARK = re.compile(r"\[(?:(\w+): )?([^\]|]+)(?:\|[^\]]*)?\]")


class Sentence(NamedTuple):
    text: str
    marks: tuple[tuple[str, int, int], ...]
    whole: bool


class Found(NamedTuple):
    type: str
    start: int
    end: int
    rule: str


def _read(line: str) -> Sentence:
    whole = not line.endswith("...")
    line = line.removeprefix("- ").removesuffix("...").strip()
    text, at, marks = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        if mark[1]:
            marks.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return Sentence(text + line[at:], tuple(marks), whole)


_LINES = (Path(__file__).parent / "trigger_sentences.txt").read_text(encoding="utf-8").split("\n")
SENTENCES = [_read(line) for line in _LINES if line and not line.startswith("#")]


def _triggers(doc: Doc) -> tuple[TokenTable, list[Trigger]]:
    table = token_table(doc)
    return table, find_triggers(table, MentionIndex(doc))


@pytest.fixture(scope="module")
def found(pipelines: Pipelines) -> dict[str, list[Found]]:
    docs = pipelines.pieces.pipe([sentence.text for sentence in SENTENCES])
    result: dict[str, list[Found]] = {}
    for sentence, doc in zip(SENTENCES, docs, strict=True):
        table, triggers = _triggers(doc)
        result[sentence.text] = [Found(t.type, *table.extent(t.first, t.last), t.rule) for t in triggers]
    return result


def _agree(mark: tuple[str, int, int], trigger: Found) -> bool:
    return mark[0] == trigger.type and mark[1] < trigger.end and trigger.start < mark[2]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:60])
def test_sentence(sentence: Sentence, found: dict[str, list[Found]]) -> None:
    triggers = found[sentence.text]
    missed = [mark for mark in sentence.marks if not any(_agree(mark, t) for t in triggers)]
    extra = [t for t in triggers if not any(_agree(mark, t) for mark in sentence.marks)]
    assert not missed
    if sentence.whole:
        assert not extra


def test_every_type_fires_somewhere() -> None:
    assert {mark[0] for sentence in SENTENCES for mark in sentence.marks} == set(taxonomy().by_id)


def _parse(pipelines: Pipelines, text: str) -> tuple[TokenTable, list[Trigger]]:
    return _triggers(pipelines.pieces(text))


def _read_out(table: TokenTable, triggers: list[Trigger]) -> list[tuple[str, str]]:
    return [(t.type, table.doc.text[slice(*table.extent(t.first, t.last))]) for t in triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The blogger was arrested, charged and sentenced to two years in prison.",
            [("detention", "arrested"), ("prosecution", "charged"), ("court_decision", "sentenced")],
        ),
        ("Police kicked and punched the reporter.", [("physical_attack", "kicked")]),
        ("Soldiers broke up the rally.", [("protest_disruption", "broke up"), ("protest", "rally")]),
        ("Police released the students.", [("release", "released")]),
        ("The league released a report.", [("report_resolution", "released")]),
        ("Police charged him with treason.", [("prosecution", "charged")]),
        ("Police charged the crowd.", [("excessive_force", "charged")]),
        ("They held a meeting with the mayor.", [("meeting_visit", "meeting")]),
        ("The regulator suspended the radio station.", [("forced_closure", "suspended")]),
        ("The president suspended the constitution.", [("political_interference", "suspended")]),
        ("The ministry suspended the party.", [("organisation_restriction", "suspended")]),
        ("Officials blocked the website.", [("internet_restriction", "blocked")]),
        ("Truckers blocked the highway.", [("protest", "blocked")]),
        ("The court banned the party.", [("organisation_restriction", "banned")]),
        ("The governor banned the march.", [("protest_ban", "banned"), ("protest", "march")]),
        ("The censor banned the book.", [("censorship", "banned")]),
        ("He was banned from leaving the country.", [("movement_restriction", "banned")]),
        ("The march of 3 March ended at noon.", [("protest", "march")]),
    ],
)
def test_sense(pipelines: Pipelines, text: str, expected: list[tuple[str, str]]) -> None:
    assert _read_out(*_parse(pipelines, text)) == expected


def test_light_verb_is_the_predicate(pipelines: Pipelines) -> None:
    table, triggers = _parse(pipelines, "Police carried out a raid on the newsroom.")
    (raid,) = triggers
    assert (raid.type, raid.kind, table.text[raid.head]) == ("raid_seizure", "noun", "raid")
    assert raid.light is not None
    assert table.text[raid.predicate] == table.text[raid.light] == "carried"


def test_adjective_has_its_noun(pipelines: Pipelines) -> None:
    table, triggers = _parse(pipelines, "The jailed editor is ill.")
    assert [(t.type, table.text[t.head]) for t in triggers] == [("detention", "jailed")]


def test_order_and_heads(pipelines: Pipelines) -> None:
    _, triggers = _parse(
        pipelines, "Police raided the office, seized laptops, arrested two men and beat a student in custody."
    )
    heads = [t.head for t in triggers]
    assert len(heads) >= 4
    assert all(a < b for a, b in pairwise(heads))
    assert all(t.first <= t.head <= t.last for t in triggers)


@pytest.mark.parametrize("text", ["", " \n ", "Arrest", "“" * 500, "the of and"])
def test_odd_input(pipelines: Pipelines, text: str) -> None:
    _, triggers = _parse(pipelines, text)
    assert len(triggers) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses went on hunger strike.", {"mode": "hunger_strike"}),
        ("Two women were raped by soldiers.", {"mode": "sexual"}),
        ("Police arrested the editor on suspicion of treason.", {"mode": "arrest", "charge": "treason"}),
        (
            "A court sentenced the editor to five years in prison.",
            {"outcome": "sentenced", "polarity": "negative", "sentence": "five years in prison"},
        ),
        ("The High Court acquitted both women.", {"outcome": "acquitted", "polarity": "positive"}),
        ("Parliament repealed the law.", {"stage": "repealed", "polarity": "unclear"}),
        ("The company sued the newspaper for libel.", {"mode": "defamation", "charge": "libel"}),
        ("Soldiers fired rubber bullets at students.", {"weapon": "rubber bullets"}),
        ("The leaders held a summit in Accra.", {"mode": "summit"}),
    ],
)
def test_attributes(pipelines: Pipelines, text: str, expected: dict[str, str]) -> None:
    table, triggers = _parse(pipelines, text)
    assert attributes(table, triggers[0]) == expected
