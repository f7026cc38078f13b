"""The measures of coreference, on chains small enough to work out by hand."""

from __future__ import annotations

import pytest

from civicspace.evaluation import chains as measures
from civicspace.evaluation import coreference as scores
from civicspace_schemas.gold import Gold


def sets(*groups: str) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups]


@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_equal_chains_are_perfect(name):
    gold = sets("abc", "de")
    measure = measures.MEASURES[name](gold, gold)
    assert (measure.precision, measure.recall, measure.f1) == (1, 1, 1)


@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_nothing_in_common(name):
    measure = measures.MEASURES[name](sets("ab"), sets("cd"))
    assert (measure.precision, measure.recall, measure.f1) == (0, 0, 0)


@pytest.mark.parametrize("name", sorted(measures.MEASURES))
def test_empty_sides(name):
    assert measures.MEASURES[name]([], []).f1 == 1
    assert measures.MEASURES[name](sets("ab"), []).recall == 0
    assert measures.MEASURES[name]([], sets("ab")).precision == 0


def test_one_chain_for_all():
    """Two chains of two put into one of four."""
    gold, found = sets("ab", "cd"), sets("abcd")
    assert measures.muc(gold, found).precision == pytest.approx(2 / 3)
    assert measures.b_cubed(gold, found).precision == pytest.approx(0.5)
    assert measures.ceaf_e(gold, found).recall == pytest.approx((2 * 2 / 6) / 2)
    assert measures.lea(gold, found).precision == pytest.approx(2 / 6)


def test_ceaf_takes_the_best_pairing_not_the_first():
    gold, found = sets("abc", "def"), sets("abf", "de")
    best = 2 * 2 / 6 + 2 * 2 / 5
    assert measures.ceaf_e(gold, found).recall == pytest.approx(best / 2)


def test_sums_over_reports():
    total = measures.Measure()
    total += measures.muc(sets("abc"), sets("abc"))
    total += measures.muc(sets("abc"), [])
    assert total.recall == 0.5
    assert total.precision == 1


def test_conll_is_the_mean():
    perfect, empty = measures.Measure(1, 1, 1, 1), measures.Measure(0, 1, 0, 1)
    assert measures.conll({"muc": perfect, "b_cubed": empty, "ceaf_e": empty}) == pytest.approx(1 / 3)


TEXT = "Ana Ruiz, a nurse, lost her job. The clinic fired Ana Ruiz, and it closed."
GOLD = Gold.model_validate(
    {
        "report": "made-up",
        "dates": [],
        "quotes": [],
        "events": [],
        "entities": [
            {"name": "Ana Ruiz", "type": "person", "forms": ["Ana Ruiz"]},
            {"name": "Clinic", "type": "organisation", "forms": ["Clinic"]},
        ],
        "coreference": [
            {
                "entity": "Ana Ruiz",
                "mentions": [
                    {"start": 0, "end": 17, "text": "Ana Ruiz, a nurse"},
                    {"start": 24, "end": 27, "text": "her"},
                    {"start": 50, "end": 58, "text": "Ana Ruiz"},
                ],
            },
        ],
    }
)


def entity(name: str, *mentions: tuple[int, int, str]) -> dict[str, object]:
    found = [{"start": start, "end": end, "form": form} for start, end, form in mentions]
    return {"type": "person", "name": name, "mentions": found}


def test_report():
    names = [(0, 8, "name"), (50, 58, "name")]
    ana = entity("Ana Ruiz", *names, (10, 17, "title"), (24, 27, "pronoun"), (64, 66, "pronoun"))
    result = scores.score_report(GOLD, [ana], TEXT)
    assert result.chains["muc"].recall == 1
    assert result.chains["muc"].precision == pytest.approx(2 / 3), "the apposition is part of gold's mention"
    assert (result.precision["pronoun"].right, result.precision["pronoun"].found) == (1, 2)
    assert (result.precision["apposition"].right, result.precision["apposition"].found) == (1, 1)
    assert (result.recall["pronoun"].right, result.recall["pronoun"].gold) == (1, 1)


def test_pronoun_of_the_wrong_entity():
    found = [entity("Ana Ruiz", (0, 8, "name"), (50, 58, "name")), entity("Ivo Brand", (24, 27, "pronoun"))]
    result = scores.score_report(GOLD, found, TEXT)
    assert result.precision["pronoun"].right == 0
    assert result.recall["pronoun"].right == 0


@pytest.mark.parametrize(
    ("text", "form"),
    [("his", "pronoun"), ("Its", "pronoun"), ("We", "first-person"), ("the nurse", "description"), ("Ruiz’s", "name")],
)
def test_form_of_a_gold_mention(text, form):
    assert scores.gold_form(text, ["Ana Ruiz"]) == form
