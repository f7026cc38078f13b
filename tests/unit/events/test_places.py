"""Where: the finest place stated, what is carried, and the report's country."""

from __future__ import annotations

import pytest

from civicspace.annotations import Entity
from civicspace.components.events.places import is_country, report_capital, report_country


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
    assert report_country([lusaka, zambia], "XX") is None
    assert report_capital([zambia, lusaka], "ZM") == 1
    assert report_capital([zambia], "ZM") is None


def test_a_country_is_known_by_any_of_its_names():
    assert is_country(Entity("place", "Democratic People`s Republic of Korea", "test", country="KP"))
    assert is_country(Entity("place", "Russia", "test", country="RU"))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # A name that describes somebody, or a party to the act.
        ("Zambia freed three US prisoners.", "release", ("Zambia", "report_country")),
        ("Zambia is calm. Officials held talks with Malawi.", "meeting_visit", (None, None)),
        ("Zambia is calm. A blogger from Kitwe was arrested.", "detention", ("Zambia", "report_country")),
        # Where one goes is not where it happens, unless going is the act.
        ("Zambia is calm. She was barred from boarding a flight to Dubai.", "movement_restriction",
         ("Zambia", "report_country")),
        ("Thousands marched to Kitwe.", "protest", ("Kitwe", "stated")),
        # The place of another act's clause.
        ("Zambia is calm. Officers arrested a clerk and said that a rally had been held in Kitwe.", "detention",
         ("Zambia", "report_country")),
        ("Zambia is calm. A court sentenced the editor to two years after he gave a speech in Kitwe.", "court_decision",
         ("Zambia", "report_country")),
        # A clause of the same time and a description of those concerned tell the place.
        ("Soldiers beat a reporter while he was filming in Kitwe.", "physical_attack", ("Kitwe", "stated")),
        ("Soldiers beat up students who had gathered in Kitwe.", "excessive_force", ("Kitwe", "stated")),
        # A warning about a place.
        ("Zambia is calm. The United Nations warned that abuses in Zambia could spread.", "criticism_concern",
         (None, None)),
        # Many places are none in particular.
        ("Zambia is calm. Crowds marched in Lusaka, Kitwe and Ndola.", "protest", ("Zambia", "report_country")),
    ],
)  # fmt: skip
def test_what_a_place_name_says(pipelines, text, kind, expected):
    assert place(pipelines, text, kind) == expected


def test_the_capital(pipelines):
    text = "Lusaka is a large city. On 5 May 2020 police arrested ten students in the capital."
    assert place(pipelines, text, "detention") == ("Lusaka", "stated")


def test_a_place_is_not_carried_to_another_day(pipelines):
    text = "Zambia is calm. On 5 May 2020 crowds marched in Kitwe. On 9 June 2020 police arrested a clerk."
    assert place(pipelines, text, "detention") == ("Zambia", "report_country")


@pytest.mark.parametrize(
    ("agents", "expected"),
    [
        ("The families", "Zambia"),
        ("Two hundred students", "Zambia"),
        ("International experts", None),
    ],
)
def test_a_demand_of_people_of_the_country(pipelines, agents, expected):
    text = f"Zambia is calm. {agents} demanded an inquiry."
    assert place(pipelines, text, "appeal_demand")[0] == expected
