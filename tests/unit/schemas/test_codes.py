"""Codes in other vocabularies: what an event gets, and that the table of rules is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicspace_schemas.code_table import code_table
from civicspace_schemas.codes import CodeRule, applying_rules, code_rules, codes_for
from civicspace_schemas.taxonomy import taxonomy

SCHEMES = ("civicus", "acled", "plover", "sdg_16_10_1")


@pytest.mark.parametrize(
    ("kind", "agents", "targets", "attributes", "civicus", "acled", "plover", "sdg"),
    [
        ("detention", [], ["hrd"], {}, ["HRD detained"], "Arrests", "COERCE:arrest", "arbitrary detention"),
        ("detention", [], ["official"], {}, [], "Arrests", "COERCE:arrest", None),
        ("detention", [], ["journalist_media", "protester"], {}, ["journalist detained", "protestor(s) detained"],
         "Arrests", "COERCE:arrest", "arbitrary detention"),
        ("killing", ["non_state_armed"], ["journalist_media"], {"mode": "murder"},
         ["killing of journalist", "non state actors"], "Attack", "ASSAULT:targeted", "killing"),
        ("killing", [], ["general_public"], {}, [], "Attack", "ASSAULT:targeted", None),
        ("physical_attack", ["crowd_mob"], ["journalist_media"], {"mode": "beating"},
         ["attack on journalist", "non state actors"], "Mob violence", "ASSAULT:beat", "other harmful acts"),
        ("physical_attack", ["crowd_mob"], [], {"mode": "sexual"}, ["non state actors"], "Sexual violence",
         "ASSAULT:sexual", None),
        ("physical_attack", [], [], {"mode": "arson"}, [], "Looting/property destruction", "ASSAULT:destroy", None),
        ("disappearance_abduction", ["state_security"], ["hrd"], {}, ["enforced disappearance"],
         "Abduction/forced disappearance", "ASSAULT:abduct", "enforced disappearance"),
        ("disappearance_abduction", ["crowd_mob", "state_security"], [], {},
         ["enforced disappearance", "non state actors"], "Abduction/forced disappearance", "ASSAULT:abduct", None),
        ("disappearance_abduction", ["non_state_armed"], ["journalist_media"], {"mode": "unspecified"},
         ["non state actors"], "Abduction/forced disappearance", "ASSAULT:abduct", "kidnapping"),
        ("disappearance_abduction", [], ["hrd"], {"mode": "kidnapping"}, ["enforced disappearance"],
         "Abduction/forced disappearance", "ASSAULT:abduct", "kidnapping"),
        ("disappearance_abduction", [], ["hrd"], {}, ["enforced disappearance"],
         "Abduction/forced disappearance", "ASSAULT:abduct", None),
        ("protest", [], [], {}, ["protest"], "Peaceful protest", "PROTEST", None),
        ("protest", [], [], {"mode": "violent"}, ["protest"], "Violent demonstration", "PROTEST", None),
        ("protest", ["crowd_mob"], [], {"mode": "riot"}, ["protest"], "Mob violence", "PROTEST", None),
        ("protest", [], [], {"mode": "hunger_strike"}, ["protest"], None, "PROTEST", None),
        ("excessive_force", ["state_security"], ["protester"], {"weapon": "live rounds"}, ["excessive force"],
         "Excessive force against protesters", "ASSAULT:firearms", None),
        ("excessive_force", [], [], {"weapon": "rubber bullets and tear gas"}, ["excessive force"],
         "Excessive force against protesters", "ASSAULT:crowd-control", None),
        ("court_decision", [], ["hrd"], {"outcome": "sentenced", "polarity": "negative"}, ["negative court ruling"],
         None, "SANCTION:convict", None),
        ("court_decision", [], [], {"outcome": "acquitted", "polarity": "positive"}, ["positive court ruling"],
         None, None, None),
        ("court_decision", [], [], {}, [], None, None, None),
        ("legal_change", [], [], {"polarity": "enabling"}, ["enabling law"], None, "CONCEDE", None),
        ("legal_change", [], [], {"polarity": "unclear"}, [], None, None, None),
        ("prosecution", [], ["hrd"], {"mode": "defamation"}, ["HRD prosecuted", "criminal defamation"], None,
         "ACCUSE:allege", None),
        ("threat", [], ["hrd"], {}, ["HRD threatened"], None, "THREATEN", "other harmful acts"),
        ("threat", [], ["official"], {}, ["intimidation"], None, "THREATEN", None),
        ("meeting_visit", [], [], {"mode": "visit"}, [], None, "CONSULT:visit", None),
        ("meeting_visit", [], [], {"mode": "summit"}, [], "Other", "CONSULT", None),
    ],
)  # fmt: skip
def test_codes(
    *,
    kind: str,
    agents: list[str],
    targets: list[str],
    attributes: dict[str, str],
    civicus: list[str],
    acled: str | None,
    plover: str | None,
    sdg: str | None,
) -> None:
    codes = codes_for(kind, agents, targets, attributes, "occurred")
    assert (codes.civicus, codes.acled, codes.plover, codes.sdg_16_10_1) == (civicus, acled, plover, sdg)


@pytest.mark.parametrize("status", [term.id for term in taxonomy().status])
def test_status_plays_no_part(status: str) -> None:
    assert codes_for("killing", [], ["hrd"], {}, status) == codes_for("killing", [], ["hrd"], {})


@pytest.mark.parametrize("info", taxonomy().types, ids=lambda info: info.id)
def test_every_type_maps_wherever_its_crosswalk_lists_codes(info: object) -> None:
    schemes = {rule.scheme for rule in code_rules().rules if info.id in rule.types}  # type: ignore[attr-defined]
    listed = {scheme for scheme in SCHEMES if info.crosswalk.codes(scheme)}  # type: ignore[attr-defined]
    assert listed <= schemes
    assert codes_for(info.id) is not None  # type: ignore[attr-defined]


def _event_for(rule: CodeRule) -> tuple[list[str], list[str], dict[str, str]]:
    """The smallest event that a rule speaks of."""
    if rule.when is None:
        return [], [], {}
    agents, targets = rule.when.agent_groups or [], rule.when.target_groups or []
    return agents[:1], targets[:1], {name: values[0] for name, values in rule.when.attributes.items()}


@pytest.mark.parametrize("rule", code_rules().rules, ids=lambda rule: rule.id)
def test_every_rule_fires_for_each_of_its_types(rule: CodeRule) -> None:
    agents, targets, attributes = _event_for(rule)
    for kind in rule.types:
        assert rule in applying_rules(kind, agents, targets, attributes), kind


@pytest.mark.parametrize("rule", code_rules().rules, ids=lambda rule: rule.id)
def test_every_code_and_attribute_is_the_taxonomys(rule: CodeRule) -> None:
    spare = [tag.tag for tag in taxonomy().civicus_tags]
    for kind in rule.types:
        info = taxonomy().by_id[kind]
        listed = info.crosswalk.codes(rule.scheme) + (spare if rule.scheme == "civicus" else [])
        assert rule.code is None or rule.code in listed, kind
        for condition in (rule.when, rule.unless):
            for name, values in (condition.attributes if condition else {}).items():
                allowed = info.attributes[name]
                assert allowed == "text" or set(values) <= set(allowed), (kind, name)


def test_rule_ids_are_unique_and_nulls_say_why() -> None:
    rules = code_rules().rules
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.why for rule in rules if rule.code is None)


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(KeyError):
        codes_for("arrest")


def test_the_readme_shows_the_rules_as_they_are() -> None:
    readme = Path(__file__).parents[3] / "schemas" / "README.md"
    assert readme.read_text(encoding="utf-8").endswith(code_table()), "run: python -m civicspace_schemas codes"
