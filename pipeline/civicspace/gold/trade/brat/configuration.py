"""brat's configuration for annotating gold: which types there are, what may be joined, labels and colours.

The types come from the schema and the taxonomy; labels and colours stand in look.toml beside this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources

from civicspace.gold.trade.brat.names import (
    ALIAS,
    COREF,
    CUE,
    CUED_BY,
    DATE_KINDS,
    ENTITY_TYPES,
    MENTION,
    QUOTE_KINDS,
    REPORT,
    SAID_BY,
    SAME_AS,
    SPEAKER,
    STATUS,
    STATUSES,
)
from civicspace_schemas.taxonomy import taxonomy

GROUPS = {
    "entities": ENTITY_TYPES,
    "dates": DATE_KINDS,
    "quotes": QUOTE_KINDS,
    "sources": (CUE, SPEAKER),
    "chains": (MENTION,),
    "file": (REPORT,),
}
"""Types of marks by the heading under which brat lists them."""


def annotation_conf() -> str:
    """The text of annotation.conf: types of marks and events, relations, the status."""
    return "\n".join(_annotation_lines()) + "\n"


def visual_conf() -> str:
    """The text of visual.conf: labels in full and short, and a colour for every family of types."""
    return "\n".join(_visual_lines()) + "\n"


def _annotation_lines() -> Iterator[str]:
    yield "# Types and relations of civicspace gold; every other value is a note: key: value; key: value | value"
    yield "[entities]"
    for heading, types in GROUPS.items():
        yield f"!{heading}"
        yield from (f"\t{type_}" for type_ in types)
    yield "[relations]"
    for type_ in ENTITY_TYPES:
        yield f"{ALIAS}\tArg1:{type_}, Arg2:{type_}, <REL-TYPE>:symmetric-transitive"
    yield f"{COREF}\tArg1:{MENTION}, Arg2:{MENTION}, <REL-TYPE>:symmetric-transitive"
    yield f"{CUED_BY}\tArg1:{'|'.join(QUOTE_KINDS)}, Arg2:{CUE}"
    yield f"{SAID_BY}\tArg1:{'|'.join(QUOTE_KINDS)}, Arg2:{SPEAKER}"
    yield f"{SAME_AS}\tArg1:<EVENT>, Arg2:<EVENT>"
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    yield "[events]"
    for family, event_types in _families().items():
        yield f"!{family}"
        yield from (f"\t{type_}" for type_ in event_types)
    yield "[attributes]"
    yield f"{STATUS}\tArg:<EVENT>, Value:{'|'.join(STATUSES)}"


def _visual_lines() -> Iterator[str]:
    look = tomllib.loads((resources.files("civicspace.gold.trade.brat") / "look.toml").read_text(encoding="utf-8"))
    groups = {**GROUPS, **_families()}
    yield "[labels]"
    for type_ in [*groups, *(type_ for types in groups.values() for type_ in types), *look["arcs"], *STATUSES]:
        label = look["labels"].get(type_, type_.replace("_", " "))
        yield " | ".join(dict.fromkeys([type_, label, *look["short"].get(type_, [])]))
    yield "[drawing]"
    yield "SPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken"
    yield "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5"
    for group, types in groups.items():
        yield from (f"{type_}\tbgColor:{look['types'].get(type_, look['colours'][group])}" for type_ in types)
    for arc, dashes in look["arcs"].items():
        yield f"{arc}\tcolor:black, dashArray:{dashes}, arrowHead:{'none' if arc in (ALIAS, COREF) else 'triangle-5'}"
    glyphs = "|".join(look["glyphs"][status] for status in STATUSES)
    yield f"{STATUS}\tglyph:{glyphs}"


def _families() -> dict[str, list[str]]:
    """The taxonomy's families with their types of events."""
    families: dict[str, list[str]] = {}
    for event_type in taxonomy().types:
        families.setdefault(event_type.family, []).append(event_type.id)
    return families
