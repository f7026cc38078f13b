"""What is wrong with a gold file, in words that name report, layer and item and say what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError
from civicspace.gold.reading import parse_gold, parse_hand_gold, read_gold, reviewed_gold

REPORT = "2019-lakeland"


def lines(gold: dict[str, Any] | bytes, text: str) -> list[str]:
    raw = gold if isinstance(gold, bytes) else json.dumps(gold).encode()
    with pytest.raises(GoldError) as raised:
        parse_gold(raw, REPORT, text)
    assert str(raised.value).splitlines() == [str(problem) for problem in raised.value.problems]
    assert all("pydantic" not in str(p) and "Input should" not in str(p) for p in raised.value.problems)
    return [str(problem) for problem in raised.value.problems]


def test_right_gold_is_read(filled: dict[str, Any], text: str) -> None:
    gold = parse_gold(json.dumps(filled).encode(), REPORT, text)
    assert [event.trigger.text for event in gold.events] == ["arrested", "arrested", "held", "release"]
    assert gold.status == "reviewed"


def test_a_byte_order_mark_does_no_harm(filled: dict[str, Any], text: str) -> None:
    assert parse_gold(b"\xef\xbb\xbf" + json.dumps(filled).encode(), REPORT, text).report == REPORT


def change(gold: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a dotted place; ``...`` takes the key away."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at: Any = gold
    for step in steps:
        at = at[step]
    if value is ...:
        del at[last]
    elif isinstance(at, list) and last == len(at):
        at.append(value)
    else:
        at[last] = value


WRONG = [
    # vocabulary
    ("events.0.type", "detension", 'events[0] "arrested" at 21-29: type "detension" is no event type: '
                                   'did you mean "detention"?'),
    ("events.0.type", "arrest", 'events[0] "arrested" at 21-29: type "arrest" is no event type: '
                                'did you mean "detention"?'),
    ("events.0.targets", ["Bob Marley"], 'events[0] "arrested" at 21-29: targets[0] "Bob Marley" holds "Bob", '
                                         "which stands nowhere in the text, nor anything like it"),
    ("quotes.0.speaker_name", "a Marley", 'quotes[0] "They held me for ten hours," at 100-127: speaker_name '
                                          '"a Marley" holds "Marley", which stands nowhere in the text, nor '
                                          "anything like it"),
    ("events.0.type", "torture", 'events[0] "arrested" at 21-29: type "torture" is no event type: '
                                 'did you mean "torture_ill_treatment"?'),
    ("events.0.type", "xyzzy", 'events[0] "arrested" at 21-29: type "xyzzy" is no event type: '
                               '"civicspace gold schema" lists them'),
    ("events.0.status", "Occured", 'events[0] "arrested" at 21-29: status "Occured" is no status of an event: '
                                   'did you mean "occurred"?'),
    ("entities.0.type", "people", 'entities[0] "Ada Lunde": type "people" is no entity type: write one of person, '
                                  "organisation, place, group, law, event, work"),
    ("dates.0.kind", "day", 'dates[0] "4 March 2019" at 43-55: kind "day" is no kind of date: '
                            'write one of date, time, duration, set'),
    ("quotes.0.kind", "Direct", 'quotes[0] "They held me for ten hours," at 100-127: kind "Direct" is no kind of '
                                'quote: did you mean "direct"?'),
    ("events.3.counts", {"relesed": 3}, 'events[3] "release" at 180-187: counts: "relesed" is no thing to count: '
                                        'did you mean "released"?'),
    ("status", "drat", 'status "drat" is no status of a gold file: did you mean "draft"?'),
    # values
    ("dates.0.edtf", "4 March 2019", 'dates[0] "4 March 2019" at 43-55: edtf "4 March 2019" is no EDTF value: write '
     "2018, 2018-05, 2018-05-14, 2018-05-03/2018-05-05, 2018-05-14T19:00:00, 201X or null"),
    ("dates.0.edtf", "2019-02-30", 'dates[0] "4 March 2019" at 43-55: edtf "2019-02-30" '
                                   "holds a day that its month doesn't have"),
    ("dates.0.duration", "10h", 'dates[0] "4 March 2019" at 43-55: duration "10h" is no ISO 8601 duration: '
                                "write P10Y, P2Y6M, P8D, PT36H or null"),
    ("reference_date", "31.3.2019", 'reference_date "31.3.2019" is no day of the calendar: write YYYY-MM-DD or null'),
    ("text_sha256", "abc", 'text_sha256 "abc" is no SHA-256: leave it out and run '
                           '"civicspace gold format 2019-lakeland"'),
    ("events.3.counts", {"released": "3"}, 'events[3] "release" at 180-187: counts.released "3" should be '
                                           "a whole number without quotation marks"),
    ("events.1.targets", "Lunde", 'events[1] "arrested" at 67-75: targets "Lunde" should be a list in [ ]'),
    ("events.1.targets", [None], 'events[1] "arrested" at 67-75: targets[0] null should be text in quotation marks'),
    ("events.1.place", "", 'events[1] "arrested" at 67-75: place is empty'),
    ("entities.0.forms", [], 'entities[0] "Ada Lunde": forms is an empty list: it needs one at least'),
    ("quotes.0.cue", "said", 'quotes[0] "They held me for ten hours," at 100-127: cue "said" should be a span: '
                             'write {"text": "said"}'),
    ("events.1.same_as", True, 'events[1] "arrested" at 67-75: same_as true should be a whole number '
                               "without quotation marks"),
    # keys
    ("events.0.status", ..., 'events[0] "arrested" at 21-29: status is missing: write one of occurred, ongoing, '
                             "alleged, planned, demanded, negated, hypothetical"),
    ("dates.0.end", ..., 'dates[0] "4 March 2019": end is missing: give both offsets, or neither and run '
                         '"civicspace gold format 2019-lakeland"'),
    ("events.0.agent", ["Police"], 'events[0] "arrested" at 21-29: "agent" is no key of an event: '
                                   'did you mean "agents"?'),
    ("events.0.trigger.word", 1, 'events[0] "arrested" at 21-29: "word" is no key of a span (trigger): its keys are '
                                 "start, end, text, occurrence, within"),
    ("events.0.trigger.occurrence", 1, 'events[0] "arrested" at 21-29: trigger.occurrence: offsets alone say which '
                                       'place is meant: leave out "occurrence", or start and end'),
    ("events", ..., "events: is missing: should be a list in [ ], empty if need be"),
    # spans
    ("events.0.trigger.start", 20, 'events[0] "arrested" at 20-29: does not stand at 20-29: the text has " arrested" '
                                   "there, and these words at 21-29"),
    ("events.0.trigger.text", "arested", 'events[0] "arested" at 21-29: does not stand at 21-29: the text has '
                                         '"arrested" there: mend the words or the offsets'),
    ("events.1.trigger.text", "freed", 'events[1] "freed" at 67-75: does not stand at 67-75: the text has "arrested" '
                                       "there, and nowhere these words, nor anything like it"),
    ("events.1.trigger.end", 67, 'events[1] "arrested" at 67-67: has its end (67) in front of or at its start (67)'),
    ("events.1.trigger.end", 900, 'events[1] "arrested" at 67-900: does not stand at 67-900: the text has only '
                                  "189 characters, and these words at 67-75"),
    ("quotes.0.speaker.start", 131, 'quotes[0] "They held me for ten hours," at 100-127: speaker "she" does not stand '
                                    'at 131-132: the text has "e" there, and these words at 129-132'),
    ("dates.0", {"start": 42, "end": 55, "text": " 4 March 2019", "kind": "date"},
     'dates[0] " 4 March 2019" at 42-55: begins or ends with white space: leave it out'),
    # forms
    ("entities.0.forms", ["Ada Lund", "Lunde"], 'entities[0] "Ada Lunde": forms[0] "Ada Lund" does not stand in the '
                                                'text: the closest is "Ada Lunde" at 30-39'),
    ("entities.1.forms", ["Harbor Alliance"], 'entities[1] "Harbour Alliance": forms[0] "Harbor Alliance" does not '
                                              'stand in the text: the closest is "Harbour Alliance" at 143-159'),
    ("entities.0.forms", ["Ada Lunde", "Lunde", "Lunde"], 'entities[0] "Ada Lunde": forms[2] "Lunde" is listed twice'),
    ("entities.0.name", "Ada Maria Lunde", 'entities[0] "Ada Maria Lunde": name: "Maria" does not stand in the text, '
                                           "nor anything like it"),
    ("events.0.place", "Port Selma ", 'events[0] "arrested" at 21-29: place "Port Selma " begins or ends with white '
                                      "space: leave it out"),
    # items against one another
    ("entities.3", {"name": "Port Selma", "type": "place", "forms": ["Port Selma"]},
     'entities[3] "Port Selma": is entities[2] once more: keep one of them'),
    ("entities.3", {"name": "Selma", "type": "place", "forms": ["Selma", "Port Selma"]},
     'entities[3] "Selma": its form "Port Selma" is the name of entities[2]: make them one entity'),
    ("dates.2", {"start": 43, "end": 55, "text": "4 March 2019", "kind": "date"},
     'dates[2] "4 March 2019" at 43-55: is dates[0] once more: keep one of them'),
    ("coreference.0.mentions.3", {"start": 30, "end": 39, "text": "Ada Lunde"},
     'coreference[0] "Ada Lunde": mentions[3] "Ada Lunde" is mentions[0] once more: keep one of them'),
    ("coreference.1", {"entity": "ada lunde", "mentions": [{"start": 30, "end": 39, "text": "Ada Lunde"}]},
     'coreference[1] "ada lunde": is coreference[0] once more: keep one of them'),
    ("quotes.0.content.1", {"start": 122, "end": 127, "text": "ours,"},
     'quotes[0] "They held me for ten hours," at 100-127: content[1] "ours," overlaps content[0], '
     '"They held me for ten hours,"'),
    ("events.2.same_as", 2, 'events[2] "held" at 105-109: same_as 2 is the event itself: '
                            "write null for an act's first mention"),
    ("events.2.same_as", 4, 'events[2] "held" at 105-109: same_as 4 is no position: the list has 4 events, '
                            "counted from 0"),
    # the file as a whole
    ("report", "2019-lakelnd", 'report "2019-lakelnd" is not the file\'s name: write "2019-lakeland" or rename the '
                               "file"),
    ("text_sha256", ..., 'text_sha256 is missing: run "civicspace gold format 2019-lakeland"'),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "line"), WRONG, ids=[f"{path}={value}"[:40] for path, value, _ in WRONG])
def test_one_problem(path: str, value: object, line: str, filled: dict[str, Any], text: str) -> None:
    change(filled, path, value)
    assert lines(filled, text) == [f"{REPORT}: {line}"]


def test_all_problems_are_told(filled: dict[str, Any], text: str) -> None:
    """A wrong item doesn't hide what is wrong with others, in whichever layer."""
    change(filled, "events.0.type", "detension")
    change(filled, "events.1.trigger.start", 66)
    change(filled, "dates.0.edtf", "soon")
    change(filled, "entities.0.forms", ["Lunda"])
    found = lines(filled, text)
    assert len(found) == 4
    for part in ("events[0]", "events[1]", "dates[0]", "entities[0]"):
        assert sum(part in line for line in found) == 1


def test_a_circle_of_same_as(filled: dict[str, Any], text: str) -> None:
    change(filled, "events.0.same_as", 1)
    change(filled, "events.1.same_as", 0)
    assert len(lines(filled, text)) == 2


def test_same_as_may_link_types_and_lead_over_other_mentions(filled: dict[str, Any], text: str) -> None:
    change(filled, "events.1.same_as", 0)
    change(filled, "events.3.same_as", 2)
    parse_gold(json.dumps(filled).encode(), REPORT, text)


def test_equal_event_twice(filled: dict[str, Any], text: str) -> None:
    filled["events"].append({**filled["events"][0]})
    assert lines(filled, text) == [f'{REPORT}: events[4] "arrested" at 21-29: is events[0] once more: keep one of them']
    filled["events"][4]["date"] = "2019-03-05"  # several dates on one trigger are several events
    parse_gold(json.dumps(filled).encode(), REPORT, text)


def test_an_equal_event_with_another_link_or_note_is_the_same_event(filled: dict[str, Any], text: str) -> None:
    filled["events"].append({**filled["events"][0], "same_as": 0, "note": "once more"})
    assert lines(filled, text) == [f'{REPORT}: events[4] "arrested" at 21-29: is events[0] once more: keep one of them']


def test_parts_of_a_quote_may_stand_in_any_order(filled: dict[str, Any], text: str) -> None:
    start = text.index("They held")
    parts = [(start + 10, "me for ten hours,"), (start, "They held")]
    filled["quotes"][0]["content"] = [{"start": at, "end": at + len(words), "text": words} for at, words in parts]
    parse_gold(json.dumps(filled).encode(), REPORT, text)


def test_two_people_may_share_a_surname(filled: dict[str, Any], text: str) -> None:
    filled["entities"].append({"name": "Ada", "type": "person", "forms": ["Ada", "Lunde"]})
    parse_gold(json.dumps(filled).encode(), REPORT, text)


def test_a_name_may_be_put_together(filled: dict[str, Any]) -> None:
    text = "Ada and Per Lunde were held."
    gold = {"report": REPORT, "entities": [], "dates": [], "quotes": [], "events": []}
    gold["entities"] = [{"name": "Ada Lunde", "type": "person", "forms": ["Ada"]}]
    assert lines(gold, text) == [f'{REPORT}: text_sha256 is missing: run "civicspace gold format {REPORT}"']


def test_pointed_spans_have_to_be_filled(hand: dict[str, Any], text: str) -> None:
    assert lines(hand, text) == [f'{REPORT}: 12 span(s) without start and end: run "civicspace gold format {REPORT}"']


def test_pointers_are_looked_up_already(hand: dict[str, Any], text: str) -> None:
    change(hand, "events.1.trigger", {"text": "arrested"})
    assert any("stands twice" in line for line in lines(hand, text))


def test_stale_text(filled: dict[str, Any], text: str) -> None:
    found = lines(filled, "Indeed: " + text)
    assert found[0] == (
        f"{REPORT}: the text has changed since this gold was made (text_sha256), and 12 of 12 spans no longer fit: run "
        f'"civicspace gold format --follow {REPORT}" and look at what moved'
    )
    assert len(found) == 13
    assert len(lines(filled, text + "The end.")) == 1


SYNTAX = [
    (b"", "is empty"),
    (b'{"a": 1,}', "line 1, column"),
    (b'{"a": [1 2]}', "line 1, column 10: a comma or a closing bracket is missing in front of this: 2]}"),
    (b'{\n "a" 1}', "line 2, column 6: a colon is missing behind the key: 1}"),
    (b'{"a": "x}', 'line 1, column 7: these quotation marks are never closed: "x}'),
    (b'{"a": "x\ny"}', "line 1, column 9: a line break or tab inside quotation marks"),
    (b'{"a": "\\q"}', "line 1, column 8: a backslash has to be written twice"),
    (b'{"a": }', "line 1, column 7: a value should stand here"),
    ("{“a”: 1}".encode(), 'line 1, column 2: straight double quotation marks (") are needed here: “a”: 1}'),
    (b"{'a': 1}", 'line 1, column 2: straight double quotation marks (") are needed here'),
    (b"{} {}", "line 1, column 4: the file should end here: {}"),
    (b"[]", "holds no JSON object"),
    (b'{"a": "\xff"}', "is not UTF-8: byte 7 (line 1)"),
    (b"[" * 100_000, "is nested too deeply"),
    (b'{"a": ' + b"[" * 700 + b"]" * 700 + b"}", "report is missing"),
    (b'{"a": ' + b"9" * 5000 + b"}", "is no valid JSON"),
]


@pytest.mark.parametrize(("raw", "start"), SYNTAX, ids=[start[:30] for _, start in SYNTAX])
def test_syntax(raw: bytes, start: str, text: str) -> None:
    line = lines(raw, text)[0]
    assert line.startswith(f"{REPORT}: {start}")


def test_a_key_that_stands_twice(filled: dict[str, Any], text: str) -> None:
    raw = json.dumps(filled).replace('"status": "demanded"', '"status": "planned", "status": "demanded"').encode()
    assert lines(raw, text) == [
        f'{REPORT}: events[3] "release" at 180-187: the key "status" stands twice: keep one of them'
    ]


@pytest.mark.parametrize("damage", [5, None, "x", [], {}, [[]], [None], [{}], [{"text": 5}], [{"trigger": []}]])
@pytest.mark.parametrize("layer", ["entities", "dates", "quotes", "events", "coreference"])
def test_any_damage_is_told_in_words(layer: str, damage: object, filled: dict[str, Any], text: str) -> None:
    filled[layer] = damage
    if damage in ([], None) and (damage == [] or layer == "coreference"):
        parse_gold(json.dumps(filled).encode(), REPORT, text)
    else:
        assert all(line.startswith(f"{REPORT}: {layer}") for line in lines(filled, text))


def test_hand_gold_is_not_compared_with_a_text(hand: dict[str, Any]) -> None:
    hand["events"][0]["trigger"]["text"] = "nowhere"
    assert parse_hand_gold(json.dumps(hand).encode(), REPORT).events[0].trigger.text == "nowhere"


def test_files(filled: dict[str, Any], corpus: Callable[[dict[str, Any]], Corpus], tmp_path: Path) -> None:
    made = corpus(filled)
    assert read_gold(made.gold(REPORT)).report == REPORT
    made.text(REPORT).unlink()
    with pytest.raises(GoldError, match=f"{REPORT}: gold without a readable text: .*no such file"):
        read_gold(made.gold(REPORT))
    with pytest.raises(GoldError, match=r"x: .*no such file"):
        read_gold(made.gold("x"), "a text")


def test_drafts_never_count(filled: dict[str, Any], corpus: Callable[[dict[str, Any]], Corpus]) -> None:
    assert [gold.report for gold, _ in reviewed_gold(corpus(filled)).reports] == [REPORT]
    filled["status"] = "draft"
    found, drafts, _ = reviewed_gold(corpus(filled))
    assert (found, drafts) == ([], [REPORT])
    filled["events"][0]["type"] = "work in progress"
    assert reviewed_gold(corpus(filled)).drafts == [REPORT]


def test_gold_without_its_report_is_named_and_left_out(
    filled: dict[str, Any], corpus: Callable[[dict[str, Any]], Corpus]
) -> None:
    made = corpus(filled)
    made.text(REPORT).unlink()
    assert reviewed_gold(made) == ([], [], [REPORT])


def test_descriptions_in_an_annotators_words_are_no_problem(filled: dict[str, Any], text: str) -> None:
    filled["events"][0]["agents"] = ["unknown gunmen", "ada LUNDE’s guards"]
    assert parse_gold(json.dumps(filled).encode(), REPORT, text).events[0].agents[0] == "unknown gunmen"


def test_wrong_gold_never_counts(filled: dict[str, Any], corpus: Callable[[dict[str, Any]], Corpus]) -> None:
    filled["events"][0]["type"] = "arrest"
    with pytest.raises(GoldError, match='type "arrest" is no event type'):
        reviewed_gold(corpus(filled))
