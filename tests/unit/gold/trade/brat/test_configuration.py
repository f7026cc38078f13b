from __future__ import annotations

import colorsys
import re

import pytest

from civicspace.gold.trade.brat import annotation_conf, visual_conf
from civicspace.gold.trade.brat.names import EVENT_TYPES, STATUSES
from civicspace_schemas.taxonomy import taxonomy

SECTION = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def sections(conf: str) -> dict[str, list[str]]:
    parts = SECTION.split(conf)
    return {
        name: [row for row in body.splitlines() if row] for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_sections_are_brats() -> None:
    assert list(sections(annotation_conf())) == ["entities", "relations", "events", "attributes"]
    assert list(sections(visual_conf())) == ["labels", "drawing"]


def test_every_event_type_stands_under_its_family() -> None:
    family, found = "", {}
    for row in sections(annotation_conf())["events"]:
        if row.startswith("!"):
            family = row[1:]
        else:
            found[row.strip()] = family
    assert found == {info.id: info.family for info in taxonomy().types}
    assert set(found) == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("entities", "\torganisation"),
        ("entities", "\tmention"),
        ("relations", "Alias\tArg1:person, Arg2:person, <REL-TYPE>:symmetric-transitive"),
        ("relations", "said_by\tArg1:direct|indirect|mixed, Arg2:speaker"),
        ("relations", "same_as\tArg1:<EVENT>, Arg2:<EVENT>"),
        ("attributes", f"Status\tArg:<EVENT>, Value:{'|'.join(STATUSES)}"),
    ],
)
def test_rows(section: str, row: str) -> None:
    assert row in sections(annotation_conf())[section]


def test_every_type_has_a_label_and_a_colour() -> None:
    types = re.findall(r"^\t(\w+)$", annotation_conf(), re.MULTILINE)
    visual = sections(visual_conf())
    labelled = {row.split(" | ")[0] for row in visual["labels"]}
    coloured = {row.split("\t")[0] for row in visual["drawing"] if "bgColor" in row}
    assert len(types) == len(set(types)) > len(EVENT_TYPES)
    assert set(types) <= labelled
    assert set(types) <= coloured


def test_families_tell_apart_and_black_reads_on_them() -> None:
    colours = dict(re.findall(r"^(\w+)\tbgColor:#(\w{6})$", visual_conf(), re.MULTILINE))
    by_family: dict[str, set[str]] = {}
    for info in taxonomy().types:
        by_family.setdefault(info.family, set()).add(colours[info.id])
    assert all(len(family) == 1 for family in by_family.values())
    assert len(set.union(*by_family.values())) == len(by_family)
    for colour in colours.values():
        lightness = colorsys.rgb_to_hls(*(int(colour[k : k + 2], 16) / 255 for k in (0, 2, 4)))[1]
        assert lightness > 0.65
