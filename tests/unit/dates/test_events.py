"""Dates that are counted from an event: how far the event's phrase reaches, and where its day is taken from."""

from __future__ import annotations

import pytest

from civicspace.components.dates.events import kinds_of


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "He was convicted on 3 June. Two days after the verdict, colleagues marched.",
            "Two days after the verdict",
            "2018-06-05",
        ),
        ("Police held 21 people on 5 June. The same day the court freed 19 of them.", "The same day", "2018-06-05"),
        (
            "Soldiers seized power on 5 June. The week after the coup, radio stations fell silent.",
            "The week after the coup",
            "2018-06-11/2018-06-17",
        ),
        (
            "The country went to the polls on 12 June. On the eve of the election, messages were blocked.",
            "the eve of the election",
            "2018-06-11",
        ),
        (
            "The doctor was shot on 6 May 2017. A year to the day after her murder, a tree was planted.",
            "A year to the day after her murder",
            "2018-05-06",
        ),
        (
            "The editor was detained on 3 May and released on 9 June. The day after her arrest, the paper closed.",
            "The day after her arrest",
            "2018-05-04",
        ),
        (
            "Three days before the referendum of 22 March, he was taken from his car.",
            "Three days before the referendum of 22 March",
            "2018-03-19",
        ),
        (
            "A month after the explosion of 4 March 2018, nobody has been tried.",
            "A month after the explosion of 4 March 2018",
            "2018-04",
        ),
        ("On the day of the march, 8 June, shops were shut.", "the day of the march", "2018-06-08"),
        (
            "He was freed on 3 March. The day he was released, police came back.",
            "The day he was released",
            "2018-03-03",
        ),
        (
            "In June 2018, five months after the judgment, a year was added.",
            "five months after the judgment",
            "2018-06",
        ),
        (
            "Networks failed on the eve of the summit. The summit opened on 3 June.",
            "the eve of the summit",
            "2018-06-02",
        ),
        ("The vote was held on 10 June. On election day, six reporters were beaten.", "election day", "2018-06-10"),
    ],
)
def test_the_day_of_the_event_is_found(dated, text: str, span: str, edtf: str) -> None:
    found = dict(dated(text))
    assert span in found
    assert (found[span].kind, found[span].edtf) == ("date", edtf)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The arrest was condemned on 5 May. Two days after the arrest, he fell ill.", "Two days after the arrest"),
        (
            "Police must investigate the assault, it said on 3 May. He left the day after the assault.",
            "the day after the assault",
        ),
        ("He was taken three days before his wedding.", "three days before his wedding"),
        ("They were arrested on 3 June. The bridge fell two days after the flood.", "two days after the flood"),
        ("He was beaten the day after an arrest. An arrest followed on 3 June.", "the day after an arrest"),
        ("On polling day, networks failed.", "polling day"),
        ("On the anniversary of his death, friends gathered.", "the anniversary of his death"),
    ],
)
def test_the_day_of_another_event_is_not_taken(dated, text: str, span: str) -> None:
    found = dict(dated(text))
    assert span in found
    assert found[span].edtf is None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "The night before the attack telephone lines were cut.",
            ["The night before the attack"],
        ),
        ("They came the day after the attack and a minister followed.", ["the day after the attack"]),
        (
            "It came two years after the vote that brought him to power.",
            ["two years after the vote that brought him to power"],
        ),
        ("He was named four months after ‘Black Monday’.", ["four months after ‘Black Monday’"]),
        ("On the morning of the march, one was arrested.", ["the morning of the march"]),
        ("The day before seven men had been sentenced.", ["The day before"]),
        ("It said on the day of the shooting that its men had come.", ["the day of the shooting"]),
        ("It was named five months after the crackdown began.", ["five months after the crackdown began"]),
        ("They called a day of action.", []),
        ("He spoke of the day of the week.", []),
        ("Marchers rested on the night.", ["the night"]),
    ],
)
def test_the_phrase_of_the_event(dated, text: str, spans: list[str]) -> None:
    assert [text for text, _ in dated(text)] == spans


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "Protests began on 18 April 2015. On the third anniversary of the uprising, streets were empty.",
            "the third anniversary of the uprising",
            "2018-04-18",
        ),
        (
            "The coup of 5 May 2017 was bloodless. Rallies marked the anniversary of the coup.",
            "the anniversary of the coup",
            "2018-05-05",
        ),
        (
            "No vigil was held on 4 June, the anniversary of the 1989 crackdown.",
            "the anniversary of the 1989 crackdown",
            "2018-06-04",
        ),
        (
            "In April 2018 the country marked the 50th anniversary of its first strike.",
            "the 50th anniversary of its first strike",
            "2018-04",
        ),
        (
            "The crackdown of May 2017 was long. It kept silent on its first anniversary.",
            "its first anniversary",
            "2018-05",
        ),
        (
            "Soldiers took power on 1 March 2008. The 10-year anniversary was quiet.",
            "The 10-year anniversary",
            "2018-03-01",
        ),
        ("He was shot on 3 May 2012. The 10-year anniversary was quiet.", "The 10-year anniversary", None),
        ("They met on the tenth anniversary of the fire.", "the tenth anniversary of the fire", None),
    ],
)
def test_anniversaries(dated, text: str, span: str, edtf: str | None) -> None:
    found = dict(dated(text))
    assert span in found
    assert (found[span].kind, found[span].edtf) == ("date", edtf)


def test_a_part_of_the_day_of_an_event_is_a_time(dated) -> None:
    found = dict(dated("Gunmen attacked on 14 May 2018. The night before the attack, lines were cut."))
    assert found["The night before the attack"].kind == "time"
    assert found["The night before the attack"].edtf == "2018-05-13"


@pytest.mark.parametrize(
    ("a", "b"), [("verdict", "convict"), ("coup", "seize power"), ("funeral", "bury"), ("murder", "shoot")]
)
def test_words_for_the_same_kind_of_event(a: str, b: str) -> None:
    assert kinds_of(a) & kinds_of(b)


@pytest.mark.parametrize(("a", "b"), [("arrest", "release"), ("coup", "verdict"), ("table", "vote"), ("seize", "coup")])
def test_words_for_other_events(a: str, b: str) -> None:
    assert not kinds_of(a) & kinds_of(b)
