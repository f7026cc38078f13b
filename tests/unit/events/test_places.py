"""Where: the finest place stated, what is carried, and the report's country."""

from __future__ import annotations

import pytest

from civicspace.annotations import Entity
from civicspace.components.events.places import country_names, is_country, report_country


def place(pipelines, text, kind, country="ZM"):
    """Name and basis of the place of the first event of a type."""
    doc = pipelines(text, country=country)
    event = next(e for e in doc._.civic_events if e.type == kind)
    return (None if event.place is None else doc._.civic_entities[event.place].name), event.place_basis


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Police in Lusaka arrested a student.", "detention", ("Lusaka", "stated")),
        ("In Zambia, police arrested a student in Lusaka.", "detention", ("Lusaka", "stated")),
        ("Zambia is calm. Police arrested a student.", "detention", ("Zambia", "report_country")),
        ("Police arrested a student.", "detention", (None, None)),
    ],
)
def test_place(pipelines, text, kind, expected):
    assert place(pipelines, text, kind) == expected


def test_a_place_is_carried_to_what_happens_on_the_spot(pipelines):
    text = "Thousands marched in Lusaka. Police arrested ten of them."
    assert place(pipelines, text, "detention") == ("Lusaka", "carried")


def test_a_foreign_statement_is_not_placed_in_the_report_country(pipelines):
    text = "Zambia is calm. The United Nations condemned the violence."
    name, _ = place(pipelines, text, "criticism_concern")
    assert name is None


def test_countries():
    zambia = Entity("place", "Zambia", "test", country="ZM")
    lusaka = Entity("place", "Lusaka", "test", country="ZM")
    assert is_country(zambia)
    assert not is_country(lusaka)
    assert report_country([lusaka, zambia], "ZM") == 1
    assert report_country([lusaka, zambia], None) is None
    assert country_names("XX") == frozenset()
