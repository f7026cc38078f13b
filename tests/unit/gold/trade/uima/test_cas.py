"""The CAS of a small gold, its files, and what an annotator's hand leaves in it."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import cassis
import pytest

from civicspace.errors import CorpusError
from civicspace.gold.trade.uima import (
    from_cas,
    inception_layers,
    read_cas,
    report_of,
    to_cas,
    type_system,
    type_system_xml,
    write_cas,
)
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote

TEXT = "🙂 Ana Diaz was held in May 2018. “They,” she said, “beat me.” Diaz was freed."


def span(words: str, place: int = 0) -> Span:
    start = TEXT.index(words, place)
    return Span(start=start, end=start + len(words), text=words)


GOLD = Gold(
    report="r",
    text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    status="draft",
    annotator="A. Reader",
    reference_date="2018-12-31",
    entities=[GoldEntity(name="Ana Diaz", type="person", forms=["Ana Diaz", "Diaz", "A. D."], title="Dr", note="x\ny")],
    dates=[GoldDate(**span("May 2018").model_dump(), kind="date", edtf="2018-05", modifier="early")],
    quotes=[
        GoldQuote[Span](
            kind="direct",
            content=[span("They,"), span("beat me.")],
            cue=span("said"),
            speaker=span("she"),
            speaker_name="Ana Diaz",
        )
    ],
    events=[
        GoldEvent[Span](type="detention", trigger=span("held"), status="occurred", targets=["Ana Diaz", "others"]),
        GoldEvent[Span](
            type="release", trigger=span("freed"), status="negated", counts={"released": None, "other": 2}, same_as=0
        ),
    ],
    coreference=[GoldChain[Span](entity="Ana Diaz", mentions=[span("Ana Diaz"), span("she")])],
)


def saved(cas: Any, form: Any, folder: Path) -> Path:
    path = folder / f"r.{form}"
    path.write_bytes(write_cas(cas, form, "r"))
    if form == "xmi":
        (folder / "TypeSystem.xml").write_text(type_system_xml(), encoding="utf-8")
    return path


@pytest.fixture
def cas() -> Any:
    return to_cas(GOLD, TEXT)


def make(cas: Any, layer: str, words: str, **features: Any) -> Any:
    place = span(words)
    annotation = cas.typesystem.get_type(f"civicspace.gold.{layer}")(begin=place.start, end=place.end, **features)
    cas.add(annotation)
    return annotation


def first(cas: Any, layer: str) -> Any:
    return cas.select(f"civicspace.gold.{layer}")[0]


@pytest.mark.parametrize("form", ["xmi", "json"])
def test_there_and_back(cas: Any, form: str, tmp_path: Path) -> None:
    back = read_cas(saved(cas, form, tmp_path))
    assert from_cas(back, "r") == GOLD
    assert report_of(back) == "r"
    assert back.typecheck() == []


def test_files_count_utf16_units(cas: Any) -> None:
    held = TEXT.index("held")
    data = json.loads(write_cas(cas, "json", "r"))
    detention = next(fs for fs in data["%FEATURE_STRUCTURES"] if fs.get("eventType") == "detention")
    assert (detention["begin"], detention["end"]) == (held + 1, held + 5)
    assert f'begin="{held + 1}" end="{held + 5}"' in write_cas(cas, "xmi", "r").decode()
    assert first(cas, "Event").begin == held


def test_xmi_without_its_type_system_is_read_by_golds_own(cas: Any, tmp_path: Path) -> None:
    path = saved(cas, "xmi", tmp_path)
    (tmp_path / "TypeSystem.xml").unlink()
    assert from_cas(read_cas(path), "r") == GOLD


def test_relations_stand_where_they_lead(cas: Any) -> None:
    arc = first(cas, "SameAs")
    assert (arc.Governor.eventType, arc.Dependent.eventType) == ("release", "detention")
    assert (arc.begin, arc.end) == (arc.Dependent.begin, arc.Dependent.end)


def test_other_layers_are_left_out(tmp_path: Path) -> None:
    types = type_system()
    types.create_type("other.Token")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.add(types.get_type("other.Token")(begin=0, end=1))
    gold = from_cas(read_cas(saved(cas, "json", tmp_path)), "r")
    assert gold.status == "draft"
    assert (gold.entities, gold.events, gold.coreference) == ([], [], None)
    assert gold.text_sha256 == GOLD.text_sha256


def test_bare_marks_are_items_with_defaults(cas: Any) -> None:
    make(cas, "Event", "beat", eventType="physical_attack")
    make(cas, "Date", "was", kind="")
    make(cas, "Entity", "Ana", entityType="place", name="")
    make(cas, "Mention", "me")
    gold = from_cas(cas, "r")
    assert GoldEvent[Span](type="physical_attack", trigger=span("beat"), status="occurred") in gold.events
    assert GoldDate(**span("was").model_dump(), kind="date") in gold.dates
    assert GoldEntity(name="Ana", type="place", forms=["Ana"]) in gold.entities
    assert gold.coreference is not None
    assert gold.coreference[1].entity == "me"


def test_no_coreference_and_none_found(cas: Any) -> None:
    empty = GOLD.model_copy(update={"coreference": []})
    assert from_cas(to_cas(empty, TEXT), "r").coreference == []
    assert from_cas(to_cas(empty.model_copy(update={"coreference": None}), TEXT), "r").coreference is None


def _remove_relation(cas: Any) -> None:
    first(cas, "SameAs").Dependent = None


def _two_speakers(cas: Any) -> None:
    links = first(cas, "Quote").speaker.elements
    links.append(
        cas.typesystem.get_type("civicspace.gold.QuoteSpeakerLink")(role="x", target=make(cas, "Speaker", "Ana"))
    )


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda cas: make(cas, "Event", "beat"), "Event at 52-56 ('beat'): eventType is empty: choose one"),
        (lambda cas: make(cas, "Event", "beat", eventType="hug"), "Event at 52-56 ('beat'): type"),
        (lambda cas: make(cas, "Date", "was", edtf="May"), "Date at 11-14 ('was'): edtf"),
        (lambda cas: make(cas, "Cue", "was"), "Cue at 11-14 ('was'): no quote links to it"),
        (lambda cas: setattr(first(cas, "Event"), "end", 999), "Event at 15-999: covers nothing, or stands outside"),
        (lambda cas: setattr(first(cas, "Report"), "textSha256", "0" * 64), "textSha256 in the layer Report"),
        (lambda cas: setattr(first(cas, "Report"), "status", "done"), "r: status"),
        (_remove_relation, "SameAs at 15-19: leads to nothing"),
        (_two_speakers, "has 2 links of the name speaker: keep one"),
    ],
)
def test_mistakes(cas: Any, spoil: Any, message: str) -> None:
    spoil(cas)
    with pytest.raises(CorpusError) as caught:
        from_cas(cas, "r")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("r.json", b"{", "can't be read as CAS JSON"),
        ("r.json", b"[]", "can't be read as CAS JSON"),
        ("r.xmi", b"<xmi", "can't be read as XMI"),
        ("r.xmi", b"\xff", "can't be read as XMI"),
    ],
)
def test_broken_files(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        read_cas(tmp_path / name)


@pytest.mark.parametrize("offset", [1, 999])
def test_offsets_within_a_character_or_outside_the_text(cas: Any, offset: int, tmp_path: Path) -> None:
    path = saved(cas, "json", tmp_path)
    data = json.loads(path.read_bytes())
    next(fs for fs in data["%FEATURE_STRUCTURES"] if "eventType" in fs)["begin"] = offset
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"can't be read as CAS JSON: .*offset \[{offset}\]"):
        read_cas(path)


def test_xml_holds_no_control_characters() -> None:
    gold = GOLD.model_copy(update={"annotator": "A\x01"})
    with pytest.raises(CorpusError, match="r: XML can't hold a control character"):
        write_cas(to_cas(gold, TEXT), "xmi", "r")
    assert b"A\\u0001" in write_cas(to_cas(gold, TEXT), "json", "r")


def test_without_cassis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(CorpusError, match=r"pip install 'civicspace\[annotate\]'"):
        to_cas(GOLD, TEXT)


def test_layers_for_inception_are_those_of_the_type_system() -> None:
    layers = {layer["name"]: layer for layer in json.loads(inception_layers())}
    types = type_system()
    links = {feature["link_type_name"] for layer in layers.values() for feature in layer["features"]} - {None}
    ours = {type_.name for type_ in types.get_types() if type_.name.startswith("civicspace.gold.")}
    assert set(layers) | links == ours
    ends = {"Governor", "Dependent"}  # INCEpTION adds these to a relation itself
    for name, layer in layers.items():
        features = {feature["name"] for feature in layer["features"]}
        relation = layer["type"] == "relation"
        assert features | (ends if relation else set()) == {f.name for f in types.get_type(name).features}
        assert not features & ends
        assert layer["attach_type"] is None or layer["attach_type"]["name"] in layers
        assert relation == (layer["attach_type"] is not None)
