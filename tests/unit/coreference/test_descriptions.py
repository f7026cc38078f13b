"""Appositions, titles and definite descriptions."""

from __future__ import annotations

import pytest

PER, ORG = "person", "organisation"


def descriptions(found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [item for item in found if item[1] != "pronoun"]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Dana Kolar, a retired nurse, was questioned.",
            {"Dana Kolar": PER},
            [("a retired nurse", "title", "Dana Kolar")],
        ),
        (
            "The party's chairperson, Ivo Brand, resigned.",
            {"Ivo Brand": PER},
            [("The party's chairperson", "title", "Ivo Brand")],
        ),
        (
            "Ivo Brand, director of the charity Open Hands, resigned.",
            {"Ivo Brand": PER, "Open Hands": ORG},
            [("director of the charity Open Hands", "title", "Ivo Brand")],
        ),
        (
            "Open Hands, a women's group in Lomnica, was closed.",
            {"Open Hands": ORG, "Lomnica": "place"},
            [("a women's group in Lomnica", "nominal", "Open Hands")],
        ),
        (
            "Ivo Brand, the poet and translator, was fined.",
            {"Ivo Brand": PER},
            [("the poet and translator", "title", "Ivo Brand")],
        ),
        (
            "One of its volunteers, Ivo Brand, was fined.",
            {"Ivo Brand": PER},
            [("One of its volunteers", "nominal", "Ivo Brand")],
        ),
        ("Rapper Ivo Brand was fined.", {"Ivo Brand": PER}, []),
        ("Ivo Brand, 34, was fined on Friday.", {"Ivo Brand": PER}, []),
        ("Two reporters, Ivo Brand and Dana Kolar, were fined.", {"Ivo Brand": PER, "Dana Kolar": PER}, []),
    ],
)
def test_apposition(resolve, text, names, expected):
    assert descriptions(resolve(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Superintendent Ivo Brand denied the claim. The superintendent blamed the crowd.",
            {"Ivo Brand": PER},
            [("The superintendent", "title", "Ivo Brand")],
        ),
        (
            "Freelance reporter Dana Kolar was held. On Friday the journalist was freed.",
            {"Dana Kolar": PER},
            [("the journalist", "title", "Dana Kolar")],
        ),
        (
            "The Electoral Commission met in May. The commission set no date.",
            {"Electoral Commission": ORG},
            [("The commission", "nominal", "Electoral Commission")],
        ),
        (
            "Radio Lomnica was raided. The station's studio was sealed.",
            {"Radio Lomnica": ORG},
            [("The station's", "nominal", "Radio Lomnica")],
        ),
        (
            "The magazine Zrcalo was fined. Lawyers for the magazine appealed.",
            {"Zrcalo": ORG},
            [("the magazine", "nominal", "Zrcalo")],
        ),
        (
            "The Democratic Green Party won. The ruling coalition then banned the party.",
            {"Democratic Green Party": ORG},
            [("the party", "nominal", "Democratic Green Party")],
        ),
    ],
)
def test_definite_description(resolve, text, names, expected):
    assert descriptions(resolve(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # another role than the one the report gives
        ("Rapper Ivo Brand was fined. The minister welcomed the sentence.", {"Ivo Brand": PER}),
        # a modifier that narrows the noun down to somebody else
        ("Reporter Ivo Brand was fined. The sports reporter was not.", {"Ivo Brand": PER}),
        # a clause that does
        ("Officer Ivo Brand testified. The officer who fired was not named.", {"Ivo Brand": PER}),
        # indefinite: somebody new
        ("Reporter Ivo Brand was fined. A reporter was beaten.", {"Ivo Brand": PER}),
        # plural
        ("Reporter Ivo Brand was fined. The reporters marched.", {"Ivo Brand": PER}),
        # an unnamed one in between
        ("Reporter Ivo Brand was fined. Soldiers beat a reporter. The reporter fled.", {"Ivo Brand": PER}),
        # an organisation of another kind
        ("Open Hands Foundation was closed. The court gave no reason.", {"Open Hands Foundation": ORG}),
        # two of a kind, spoken of alike
        (
            "Radio Lomnica and Radio Vrana were raided. The station was closed.",
            {"Radio Lomnica": ORG, "Radio Vrana": ORG},
        ),
    ],
)
def test_no_description(resolve, text, names):
    assert descriptions(resolve(text, names)) == []


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Dr Ivo Brand was detained. The doctor had treated marchers.",
            {"Ivo Brand": PER},
            [("The doctor", "title", "Ivo Brand")],
        ),
        (
            "Prime Minister Ivo Brand resigned. The prime minister had lost a vote.",
            {"Ivo Brand": PER},
            [("The prime minister", "title", "Ivo Brand")],
        ),
        (
            "The leader of the Green Party, Ivo Brand, was jailed.",
            {"Green Party": ORG, "Ivo Brand": PER},
            [("The leader of the Green Party", "title", "Ivo Brand")],
        ),
        (
            "The Broadcasting Commission fined Radio Lomnica. The station will appeal.",
            {"Broadcasting Commission": ORG, "Radio Lomnica": ORG},
            [("The station", "nominal", "Radio Lomnica")],
        ),
    ],
)
def test_titles_and_kinds(resolve, text, names, expected):
    assert descriptions(resolve(text, names)) == expected


def test_a_branch_is_not_the_organisation(resolve):
    text = "Soldiers raided the Lomnica branch of Open Hands (also Manos)."
    assert descriptions(resolve(text, {"Open Hands|Manos": ORG})) == []
