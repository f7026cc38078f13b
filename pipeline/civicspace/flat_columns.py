"""The columns of the flat tables, in order, each with what it holds.

Common to all: ``key`` names the same item over reruns (``flat.flat_rows`` says how); ids are ids of the record
that the row was made from. Dates are EDTF (ISO 8601-2) with the calendar days that bound them beside it.
"""

from __future__ import annotations

COUNTED = ("killed", "injured", "detained", "released", "participants", "signatories", "other")

_ITEM = {
    "report_id": "Id of the report.",
    "id": "Id of the item in the report's record.",
    "key": "Fingerprint of the item's content; the same over reruns.",
}
_IN_TEXT = {
    "rule": "Rule that found the item.",
    "start": "First character in the report's text: Unicode code points, 0-based.",
    "end": "Character behind the last one.",
    "sentence_text": "The sentence that the item starts in.",
    "report_title": "Title of the report.",
    "report_country": "Country that the report is about, ISO 3166 alpha-2.",
    "report_published": "Day of publication, or the period it falls in.",
}
_WHEN = {
    "date_text": "The date expression that tells when.",
    "date_edtf": "When, as EDTF.",
    "date_earliest": "First calendar day it may mean.",
    "date_latest": "Last calendar day it may mean.",
}
_COUNTS = {
    column: words
    for what in COUNTED
    for column, words in (
        (what, f"Number {what}: the largest one given; missing for words such as dozens."),
        (f"{what}_at_least", "True for a lower bound; missing where nothing is counted."),
    )
}

COLUMNS: dict[str, dict[str, str]] = {
    "events": _ITEM
    | {
        "act": "Id of the distinct event behind this mention.",
        "same_as": "Id of the first mention of the same act.",
        "type": "Type of act, an id of taxonomy.json.",
        "family": "Family of the type.",
        "status": "Whether the report says that it happened.",
        "trigger": "The words that name the act.",
    }
    | _WHEN
    | {
        "place": "Name of the place.",
        "place_country": "Country of the place, ISO 3166 alpha-2.",
        "place_basis": "Where the place comes from: stated, carried, report_country.",
        "agents": "Names of those who did it.",
        "targets": "Names of those it was done to.",
        "agent_groups": "Groups of the agents.",
        "target_groups": "Groups of the targets.",
        "source": "Name of whom the report credits.",
        "mode": "Which kind of the act.",
        "polarity": "Who gains by a decision or law.",
        "outcome": "What a court did.",
        "stage": "How far a law has come.",
        "charge": "The offence named.",
        "penalty": "The sentence given (the record's attribute sentence).",
        "weapon": "What was used on people.",
        "method": "How it was done.",
    }
    | _COUNTS
    | {
        "civicus": "CIVICUS Monitor tags.",
        "acled": "ACLED sub-event type.",
        "plover": "PLOVER event type and mode.",
        "sdg_16_10_1": "Kind of violation under SDG indicator 16.10.1.",
    }
    | _IN_TEXT,
    "quotes": _ITEM
    | {
        "kind": "direct, indirect or mixed.",
        "text": "The words reported; the parts of a split quote are joined with a space.",
        "cue": "The words that introduce it.",
        "speaker_name": "Name of the person or organisation that said it.",
        "speaker_text": "The words that name the source here.",
        "speaker_entity": "Id of the speaker's entity.",
        "speaker_type": "Type of the speaker's entity.",
        "speaker_title": "Role or title of the speaker.",
        "speaker_resolution": "How the words led to the name.",
    }
    | _WHEN
    | _IN_TEXT,
    "dates": _ITEM
    | {
        "kind": "date, time, duration or set.",
        "text": "The expression.",
        "edtf": "Its value as EDTF.",
        "duration": "Its length as ISO 8601.",
        "earliest": "First calendar day it may mean.",
        "latest": "Last calendar day it may mean.",
        "modifier": "What the expression does to the plain period.",
        "anchor": "What it was read against.",
    }
    | _IN_TEXT,
    "entities": _ITEM
    | {
        "type": "person, organisation, place, group, law, event or work.",
        "name": "The fullest form of its name.",
        "title": "Role or title as given.",
        "country": "Country it belongs to or is, ISO 3166 alpha-2.",
        "forms": "Its distinct names, short names and acronyms, in text order.",
        "mention_count": "How many places in the text refer to it.",
    }
    | _IN_TEXT,
}
