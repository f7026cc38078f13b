"""Which names are one entity."""

from __future__ import annotations

import pytest

ONE_ENTITY = {
    "surname": "[Makonda Oduya](person a) spoke. Later [Oduya](person a) left.",
    "acronym": "The [National Telecommunications Council](organisation a) ([NTC](organisation a)) acted. "
    "The [NTC](organisation a) refused to comment.",
    "translation": "The [League of Families of the Missing](organisation a) "
    "([Liga de Familias de Desaparecidos](organisation a), [LIFADE](organisation a)) met on Monday. "
    "[LIFADE](organisation a) protested.",
    "nickname": "[Lee Sang-min](person a) ([Tony Lee](person a)) was released. [Tony Lee](person a) flew home.",
    "known-as": "[Robert Mugisha](person a), better known as [Lucero](person a), sang. "
    "[Lucero](person a) was arrested.",
    "country-names": "[North Korea](place a) refused. The [DPRK](place a) stayed silent. "
    "A college in the [North](place a) closed.",
    "known-acronym": "The [United Nations](organisation a) protested. The [UN](organisation a) sent a letter.",
    "us": "The [United States](place a) objected, and the [US](place a) embassy closed.",
    "nationality-plural": "A [Honduran](group a) guard beat two [Hondurans](group a).",
    "short-organisation": "[Kurmi FM](organisation a) was sealed. "
    "[Kurmi](organisation a) was still off the air on Sunday.",
    "head-alone": "The [Legislative Assembly](organisation a) voted. The [Assembly](organisation a) then rose.",
    "two-persons-one-surname": "[Sani Bello](person a) was held. [Bello](person a) is a reporter. "
    "Superintendent [Musa Bello](person b) denied it.",
    "city-and-its-airport": "He left [Nairobi](place a) from [Nairobi airport](place b).",
    "list": "[Ada Moyo](person a), [Tendai Dube](person b) and [Farai Ncube](person c) were held. "
    "[Dube](person b) was freed.",
    "two-countries": "[North Korea](place a) and [South Korea](place b) talked.",
    "nationality-and-country": "The [Mexican](group a) police left [Mexico](place b).",
}


@pytest.mark.parametrize("marked", ONE_ENTITY.values(), ids=ONE_ENTITY.keys())
def test_one_entity(check, marked):
    check(marked)


def test_name_is_the_fullest_form(entities):
    found = entities("Makonda spoke. Paul Makonda, a commissioner, was angry. Makonda left.")
    assert [(e.name, len(e.mentions)) for e in found] == [("Paul Makonda", 3)]


def test_name_is_the_english_one_where_a_translation_stands_in_brackets(entities):
    text = "The Transitional Military Council (Conseil militaire de transition, CMT) ruled. The CMT banned marches."
    (council,) = entities(text)
    assert council.name == "Transitional Military Council"
    assert [m.form for m in council.mentions] == ["name", "name", "acronym", "acronym"]


def test_names_are_cut_from_the_text_as_received(entities):
    (country,) = entities("The Democratic People`s Republic of Korea refused.")
    assert country.name == "Democratic People`s Republic of Korea"
    assert country.country == "KP"


def test_every_mention_names_its_rule(entities):
    text = "Superintendent Okon Bassey of the Nigeria Police Force (NPF) spoke in Lagos. Bassey denied it."
    found = entities(text, "NG")
    rules = {e.name: [m.rule for m in e.mentions] for e in found}
    assert rules["Okon Bassey"] == ["title", "surname"]
    assert rules["Nigeria Police Force"] == ["lexicon.organisation-head", "acronym.parenthesis"]


ODD = ["", " ", "\n\n", "Stop", "(", "#", "# #", "'" * 2000, "( (" * 500, "A " * 500, "(A, B)", "Mr. (X)", "X (", "'s"]


@pytest.mark.parametrize("text", ODD)
def test_odd_input_raises_nothing(entities, text):
    for entity in entities(text):
        assert entity.mentions


def test_mentions_are_exact_and_entities_ordered(annotate):
    doc = annotate("Police in Lomé held Afi Lawson.\n\nLawson, 23, studies law in  Accra.  The U.S. embassy asked why.")
    starts = [e.mentions[0].start for e in doc._.civic_entities]
    assert starts == sorted(starts)
    for entity in doc._.civic_entities:
        for mention in entity.mentions:
            text = doc.text[mention.start : mention.end]
            assert text == text.strip() != ""
