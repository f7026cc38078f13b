"""Which names are found, where they begin and end, and of what type they are."""

from __future__ import annotations

import pytest

BOUNDARIES = {
    "possessive": "[Cambodia](place)’s [Supreme Court](organisation) upheld the ban.",
    "leading-article": "Officers raided the [Ministry of Health](organisation) on Monday.",
    "dashes": "Three men - [Pak Min-ho](person), [Pak Dong-su](person) and [Ri Yong-nam](person) - were held.",
    "hyphenated-given-name": "President [Han Seo-jun](person) sent a letter.",
    "arabic-article": "The poet [Nadia al-Samarrai](person) was questioned in [Basra](place).",
    "particles": "Police held [Maria de la Cruz](person) and [Yusuf bin Salman](person).",
    "initial": "The court released [Selim B.](person), a student.",
    "complement-with-and": "The [Ministry of Trade and Industry](organisation) closed the office.",
    "two-organisations": "[Amnesty International](organisation) and [Human Rights Watch](organisation) condemned it.",
    "possessive-inside": "The [Prosecutor General’s Office](organisation) opened a case.",
    "title-glued": "Superintendent [Okon Bassey](person) denied it.",
    "nationality-glued": "The [Kenyan](group) [Wanza Kilonzo](person) was deported.",
    "hyphenated-adjective": "The [Lagos](place)-based lawyer [Amina Yusuf](person) objected.",
    "body-of-a-profession": "He told [Doctors Without Borders](organisation) that [Ana Vidal](person) was safe.",
    "profession-and-name": "Lawyers [Ana Vidal](person) and [Okon Bassey](person) had left.",
    "rapporteur": "[UN](organisation) Special Rapporteur [Tomás Ojea](person) visited [Seoul](place).",
}


@pytest.mark.parametrize("marked", BOUNDARIES.values(), ids=BOUNDARIES.keys())
def test_boundaries(check, marked):
    check(marked)


TYPES = {
    "title-is-no-organisation": "The Special Rapporteur warned the Prime Minister.",
    "prison": "He was moved to [Makala prison](place).",
    "square": "Crowds filled [Taksim Square](place).",
    "court": "The [Minsk City Court](organisation) ruled against them.",
    "party": "Members of the [Reform Party](organisation) were beaten.",
    "police-unit": "The [Rapid Action Battalion](organisation) denied the killing.",
    "outlet-by-noun": "The newspaper [Al Wasat](organisation) was confiscated.",
    "outlet-by-word": "[Sunrise FM](organisation) was taken off the air.",
    "outlet-by-apposition": "[Lodka](organisation), a [Riga](place)-based outlet, closed down.",
    "village": "Soldiers burnt houses in the village of [Deir Amun](place).",
    "age": "[Aïssa Touré](person), 52, saw the soldiers.",
    "role-behind": "[Ollo Kambou](person), a student leader, was detained.",
    "platform": "She wrote on [Facebook](work) and [WhatsApp](work).",
    "nationality": "Two [Kenyans](group) and a [Danish](group) nurse were deported.",
    "people": "[Roma](group) families were evicted.",
    "hashtag": "They marched under [#FreeTheTwelve](event) again.",
    "airport": "He was stopped at [Entebbe airport](place).",
    "armed-group": "Fighters of the [Ogaden People’s Liberation Front](organisation) withdrew.",
    "foreign-organisation": "The [Frente de Dignidade Popular](organisation) called a strike.",
    "slogan": "They shouted “Bread, Peace, Land” all night.",
    "abbreviations": "Several NGOs and MPs use a VPN.",
    "sentence-start": "Teachers walked out. Many were fired. Two returned.",
    "secretary-of-state": "Secretary of State [Ann Doyle](person) left for [Jeddah](place).",
    "plural-role": "Journalists [Tess Moreau](person) and [Paul Mbeki](person) were shot.",
    "role-in-brackets": "[Ada Moyo](person) (MP for the capital) spoke.",
    "generation": "[Gen Z](group) protesters marched.",
    "country-is-no-surname": "[Medica Burundi](organisation) was closed.",
    "from-place-then-role": "Bishop [Rui Matos](person) of [Matagalpa](place), a critic of the army, was held.",
    "month-inside-name": "The [National Peace March Initiative](organisation) was banned.",
    "money": "The fine was US$900.",
    "months": "In May and June, arrests rose. On Friday, they fell.",
    "country-list": "It happened in [Mali](place), [Niger](place) and [Togo](place).",
}


@pytest.mark.parametrize("marked", TYPES.values(), ids=TYPES.keys())
def test_types(check, marked):
    check(marked)


LAWS = {
    "act": "The [Societies Act](law) was amended.",
    "law-on": "Lawmakers rewrote the [Law on Public Associations](law).",
    "year": "He will not sign the [Finance Bill 2021](law).",
    "number": "[Decree-Law 17](law), issued in September, is vague.",
    "brackets": "The [Electronic Media (Online Content) Regulations](law) took effect.",
    "decree": "Posts were restricted under [Decree 72](law).",
    "head-of-organisation": "The [Front for the Defence of the Constitution](organisation) marched.",
    "bare": "The law was passed and the act was repealed.",
}


@pytest.mark.parametrize("marked", LAWS.values(), ids=LAWS.keys())
def test_laws(check, marked):
    check(marked)


def test_an_article_and_its_law_are_two_entities(entities):
    found = entities("She was charged under Section 9 of the Societies Act over a post.")
    assert [(e.type, e.name) for e in found] == [
        ("law", "Section 9 of the Societies Act"),
        ("law", "Societies Act"),
    ]


def test_an_article_of_a_law_in_small_letters(entities):
    found = entities("Under article 17-C of the penal code, editors may be jailed.")
    assert [(e.type, e.name) for e in found] == [("law", "article 17-C of the penal code")]


def test_title_case_headings_name_only_what_is_known(entities):
    found = entities("Harsh New Rules For Nigerian Bloggers\n\nThe rules were criticised.")
    assert [(e.type, e.name) for e in found] == [("group", "Nigerian")]
