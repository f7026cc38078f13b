"""Files as brat leaves them after an annotator's work, and files with mistakes."""

from __future__ import annotations

import hashlib

import pytest

from civicspace.errors import CorpusError
from civicspace.gold.trade.brat import from_brat, to_brat
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote

TEXT = "Ana Diaz was held in May 2018.\n“They beat\nme”, she said 🙂 later. Diaz was freed.\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def span(words: str, place: int = 0) -> Span:
    start = TEXT.index(words, place)
    return Span(start=start, end=start + len(words), text=words)


GOLD = Gold(
    report="r",
    text_sha256=SHA256,
    annotator="A. Reader",
    reference_date="2018-12-31",
    entities=[GoldEntity(name="Ana Diaz", type="person", forms=["Ana Diaz", "Diaz"], title="Dr; h.c.")],
    dates=[GoldDate(**span("May 2018").model_dump(), kind="date", edtf="2018-05")],
    quotes=[
        GoldQuote[Span](
            kind="direct",
            content=[span("They beat\nme")],
            cue=span("said"),
            speaker=span("she"),
            speaker_name="Ana Diaz",
        )
    ],
    events=[
        GoldEvent[Span](
            type="detention", trigger=span("held"), status="occurred", targets=["Ana Diaz"], counts={"detained": None}
        ),
        GoldEvent[Span](type="release", trigger=span("freed"), status="alleged", same_as=None),
    ],
    coreference=[GoldChain[Span](entity="Ana Diaz", mentions=[span("Ana Diaz"), span("she")])],
)
ANN = f"""\
T1\tReport 0 3\tAna
#1\tAnnotatorNotes T1\tstatus: reviewed; annotator: A. Reader; reference_date: 2018-12-31; text_sha256: {SHA256}; \
coreference: annotated
T2\tperson 0 8\tAna Diaz
#2\tAnnotatorNotes T2\tname: Ana Diaz; title: Dr\\; h.c.
T3\tperson 65 69\tDiaz
*\tAlias T2 T3
T4\tdate 21 29\tMay 2018
#3\tAnnotatorNotes T4\tedtf: 2018-05
T5\tdirect 32 41;42 44\tThey beat me
#4\tAnnotatorNotes T5\tspeaker_name: Ana Diaz
T6\tcue 51 55\tsaid
R1\tcued_by Arg1:T5 Arg2:T6
T7\tspeaker 47 50\tshe
R2\tsaid_by Arg1:T5 Arg2:T7
T8\tdetention 13 17\theld
E1\tdetention:T8 \n\
A1\tStatus E1 occurred
#5\tAnnotatorNotes E1\ttargets: Ana Diaz; counts: detained=?
T9\trelease 74 79\tfreed
E2\trelease:T9 \n\
A2\tStatus E2 alleged
T10\tmention 0 8\tAna Diaz
#6\tAnnotatorNotes T10\tentity: Ana Diaz
T11\tmention 47 50\tshe
*\tCoref T10 T11
"""


def edited(*removed: str, added: str = "") -> Gold:
    """The gold of the file without lines that begin with some ids, and with others."""
    lines = [line for line in ANN.splitlines() if line.split("\t")[0] not in removed]
    return from_brat("\n".join([*lines, *added.splitlines()]) + "\n", TEXT, "r")


def test_offsets_are_code_points() -> None:
    assert to_brat(GOLD, TEXT) == ANN
    assert from_brat(ANN, TEXT, "r") == GOLD


def test_lines_in_any_order() -> None:
    assert from_brat("\n".join(reversed(ANN.splitlines())), TEXT, "r") == GOLD


def test_windows_line_ends_byte_order_mark_and_blank_lines() -> None:
    assert from_brat("\ufeff" + ANN.replace("\n", "\r\n\r\n"), TEXT, "r") == GOLD


def test_bare_marks_are_items_with_defaults() -> None:
    gold = edited(added="T20\tdate 58 63\tlater\nT21\tplace 0 3\tAna\nT22\tmention 65 69\tDiaz\nT23\tmixed 0 12\t")
    assert GoldDate(**span("later").model_dump(), kind="date") in gold.dates
    assert GoldEntity(name="Ana", type="place", forms=["Ana"]) in gold.entities
    assert gold.coreference is not None
    assert gold.coreference[1] == GoldChain[Span](entity="Diaz", mentions=[span("Diaz", 60)])
    assert gold.quotes[0] == GoldQuote[Span](kind="mixed", content=[span("Ana Diaz was")])


@pytest.mark.parametrize("added", ["T20\tkilling 37 41\tbeat\nE20\tkilling:T20", "T20\tkilling 37 41\tbeat"])
def test_bare_event(added: str) -> None:
    gold = from_brat(added, TEXT, "r")
    trigger = Span(start=37, end=41, text="beat")
    assert gold.events == [GoldEvent[Span](type="killing", trigger=trigger, status="occurred")]


def test_blank_note() -> None:
    assert edited("#3", added="#3\tAnnotatorNotes T4\t").dates[0].edtf is None


def test_remark_without_a_key() -> None:
    assert edited("#3", added="#3\tAnnotatorNotes T4\tcheck; twice").dates[0].note == "check; twice"


def test_changed_span() -> None:
    gold = edited("T4", added="T4\tdate 18 29\tin May 2018")
    assert [(date.text, date.edtf) for date in gold.dates] == [("in May 2018", "2018-05")]


def test_deleted_alias_makes_two_entities() -> None:
    gold = edited("*")
    assert [entity.forms for entity in gold.entities] == [["Ana Diaz"], ["Diaz"]]
    assert gold.coreference is not None
    assert [len(chain.mentions) for chain in gold.coreference] == [1, 1]


def test_arcs_join_in_any_direction() -> None:
    assert edited("*", added="R8\tAlias Arg1:T3 Arg2:T2\nR9\tCoref Arg1:T11 Arg2:T10") == GOLD


def test_added_form() -> None:
    gold = edited(added="T20\tperson 0 3\tAna\nR9\tAlias Arg1:T20 Arg2:T3")
    assert gold.entities[0].forms == ["Ana Diaz", "Ana", "Diaz"]


def test_deleted_status_is_the_default() -> None:
    assert edited("A2").events[1].status == "occurred"


def test_same_as() -> None:
    gold = edited(added="R9\tsame_as Arg1:E2 Arg2:E1")
    assert [event.same_as for event in gold.events] == [None, 0]


def test_nobody_annotated_coreference() -> None:
    without = "\n".join(row for row in ANN.splitlines() if not any(x in row for x in ("mention", "Coref", "T10")))
    assert from_brat(without, TEXT, "r").coreference == []
    assert from_brat(without.replace("; coreference: annotated", ""), TEXT, "r").coreference is None


@pytest.mark.parametrize("removed", [("T1", "#1"), ("#1",)])
def test_a_file_that_nobody_marked_as_reviewed_is_a_draft(removed: tuple[str, ...]) -> None:
    gold = edited(*removed)
    assert gold.status == "draft"
    assert gold.text_sha256 == SHA256


@pytest.mark.parametrize(
    ("removed", "added", "message"),
    [
        ((), "T20 date 58 63 later", "line 26: begins with no id of brat's"),
        ((), "X1\tdate 58 63\tlater", "line 26: begins with no id of brat's"),
        ((), "T4\tdate 58 63\tlater", "line 26: T4: line 7 has that id too"),
        ((), "T20\tdate 60\tlater", "T20: 'date 60' is not how brat writes such a line"),
        ((), "T20\tmonth 58 63\tlater", "T20: gold has no type 'month'"),
        ((), "T20\tdate 58 64\tlater", "T20: the report has 'later.' there, not 'later'"),
        ((), "T20\tdate 58 600\tlater", "T20: the offsets 58 600 are outside"),
        ((), "T20\tdate 63 58\tlater", "T20: the offsets 63 58 are outside"),
        ((), "T20\tdate 58 63;74 79\tlater freed", "T20: a date is one stretch"),
        ((), "R9\tcaused_by Arg1:E1 Arg2:E2", "R9: gold has no relation 'caused_by'"),
        ((), "R9\tAlias Arg1:T2 Arg2:T99", "R9: T99 is not there"),
        ((), "R9\tAlias Arg1:T2 Arg2:T4", "R9: Alias can't join a date"),
        ((), "R9\tsame_as Arg1:T8 Arg2:T9", "R9: same_as joins events, not their triggers"),
        ((), "R9\tAlias T2 T3", "R9: 'Alias T2 T3' is not how brat writes"),
        (("R1",), "", "T6: no quote has this cue: draw cued_by"),
        ((), "T20\tcue 58 63\tlater\nR9\tcued_by Arg1:T5 Arg2:T20", "R9: T5 has another cued_by"),
        (("A1",), "A1\tStatus E1 maybe", "A1: Status maybe: write Status and one of occurred"),
        ((), "A9\tStatus T4 occurred", "A9: T4 is no event"),
        ((), "A9\tStatus E1 negated", "A9: E1 has another Status"),
        (("T8",), "", "E1: its trigger is no mark of the type detention"),
        ((), "E9\tdetention:T8 Agent:T2", "E9: the arguments 'Agent:T2' are not read"),
        ((), "N1\tReference T2 Wikipedia:12\tAna", "N1: gold links no names to other sources: delete the line"),
        ((), "#9\tAnnotatorNotes T99\tnote: x", "#9: the note is on T99, which is not there"),
        ((), "#9\tAnnotatorNotes T8\tnote: x", "#9: T8 is an event's trigger"),
        ((), "#9\tAnnotatorNotes T4\tedtf: 2019", "#9: another note on T4 gives another edtf"),
        ((), "#9\tAnnotatorNotes T7\tcheck", "#9: the note's 'check' begins with none of the keys spans"),
        (("#3",), "#3\tAnnotatorNotes T4\tedtf: 2018-13", "#3: edtf"),
        (("#3",), "#3\tAnnotatorNotes T4\tmodifier: sometime", "#3: modifier"),
        (("#3",), "#3\tAnnotatorNotes T4\tspans: 21-24", "#3: spans are not what is marked"),
        (("#5",), "#5\tAnnotatorNotes E1\tcounts: 3", "#5: counts '3': write"),
        (("#5",), "#5\tAnnotatorNotes E1\tcounts: horses=3", "#5: counts"),
        (("#1",), "#1\tAnnotatorNotes T1\ttext_sha256: 00", "#1: text_sha256 is another text's"),
        (("#1",), "#1\tAnnotatorNotes T1\tstatus: done", "#1: status"),
        (("#1",), "#1\tAnnotatorNotes T1\treference_date: May", "#1: reference_date"),
        ((), "T20\tReport 0 3\tAna", "T20: there is another Report mark"),
        ((), "T20\tplace 0 3\tAna\nR9\tAlias Arg1:T20 Arg2:T2", "marks of the types person, place are joined"),
        ((), "#9\tAnnotatorNotes T3\tname: Diaz", "#2: two marks of one thing give different values of name"),
    ],
)
def test_mistakes(removed: tuple[str, ...], added: str, message: str) -> None:
    with pytest.raises(CorpusError) as caught:
        edited(*removed, added=added)
    assert str(caught.value).startswith("r.ann: line ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_gold_that_brat_cannot_hold() -> None:
    nowhere = GoldEntity(name="Bo", type="person", forms=["Bo"])
    with pytest.raises(CorpusError, match=r"r: entities\[0\]: none of the forms of 'Bo' stands in the text"):
        to_brat(GOLD.model_copy(update={"entities": [nowhere]}), TEXT)
    breaks = GoldDate(start=30, end=31, text="\n", kind="date")
    with pytest.raises(CorpusError, match=r"r: dates\[0\]: a span of line breaks alone"):
        to_brat(GOLD.model_copy(update={"dates": [breaks]}), TEXT)
