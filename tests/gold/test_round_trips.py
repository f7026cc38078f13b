"""Gold goes to annotators' tools and comes back the same, all of the corpus and whatever else gold may hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.corpus.folder import Corpus
from civicspace.gold.layout import gold_text
from civicspace.gold.order import in_order
from civicspace.gold.trade.brat import from_brat, to_brat
from civicspace.gold.trade.brat.fragments import LINE_BREAKS
from civicspace.gold.trade.uima import from_cas, read_cas, to_cas, type_system_xml, write_cas
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote

CORPUS = Corpus(Path(__file__).parents[2] / "corpus")
LAYERS = ("entities", "dates", "quotes", "events", "coreference")

type RoundTrip = Callable[[Gold, str, Path], Gold]


def through_brat(gold: Gold, text: str, folder: Path) -> Gold:
    path = folder / "r.ann"
    path.write_bytes(to_brat(gold, text).encode())
    return from_brat(path.read_bytes().decode(), text, gold.report)


def through_xmi(gold: Gold, text: str, folder: Path) -> Gold:
    (folder / "TypeSystem.xml").write_text(type_system_xml(), encoding="utf-8")
    path = folder / "r.xmi"
    path.write_bytes(write_cas(to_cas(gold, text), "xmi", gold.report))
    return from_cas(read_cas(path), gold.report)


def through_json(gold: Gold, text: str, folder: Path) -> Gold:
    path = folder / "r.json"
    path.write_bytes(write_cas(to_cas(gold, text), "json", gold.report))
    return from_cas(read_cas(path), gold.report)


WAYS = [through_brat, through_xmi, through_json]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("report_id", CORPUS.gold_ids())
def test_corpus(report_id: str, way: RoundTrip, tmp_path: Path) -> None:
    raw = CORPUS.gold(report_id).read_bytes()
    gold = Gold.model_validate_json(raw)
    text = CORPUS.text(report_id).read_bytes().decode("utf-8-sig")
    back = way(gold, text, tmp_path)
    for layer in LAYERS:
        same = getattr(back, layer) == getattr(gold, layer)
        assert same, f"{report_id}: {layer}"
    same_bytes = gold_text(back).encode() == raw
    assert same_bytes, report_id


ODD = "aB é'\"🙂𝒳;|\\:=?*#\n\r\t\u2028\xa0"
NAMES = st.text(st.sampled_from(ODD), min_size=1, max_size=6)


@st.composite
def golds(draw: st.DrawFn) -> tuple[Gold, str]:
    """A text of odd characters and gold on it, in order."""
    text = "Word " + draw(st.text(st.sampled_from(ODD), min_size=1, max_size=40))

    @st.composite
    def spans(draw_: st.DrawFn) -> Span:
        start = draw_(st.integers(0, len(text) - 1))
        end = draw_(st.integers(start + 1, min(len(text), start + 8)))
        while not text[start:end].strip(LINE_BREAKS):
            start -= 1
        return Span(start=start, end=end, text=text[start:end])

    optional = st.none() | NAMES
    entities = st.builds(
        GoldEntity,
        name=NAMES,
        type=st.sampled_from(["person", "group", "law"]),
        forms=st.tuples(spans().map(lambda span: span.text), st.lists(spans().map(lambda s: s.text) | NAMES)).map(
            lambda forms: [forms[0], *forms[1]]
        ),
        title=optional,
        note=optional,
    )
    dates = st.builds(
        lambda span, **values: GoldDate(**span.model_dump(), **values),
        spans(),
        kind=st.sampled_from(["date", "time", "duration", "set"]),
        edtf=st.sampled_from([None, "2018", "2018-05-03/2018-05-05", "201X"]),
        duration=st.sampled_from([None, "P2Y6M"]),
        modifier=st.sampled_from([None, "early"]),
        note=optional,
    )
    quotes = st.builds(
        GoldQuote[Span],
        kind=st.sampled_from(["direct", "indirect", "mixed"]),
        content=st.lists(spans(), min_size=1, max_size=3),
        cue=st.none() | spans(),
        speaker=st.none() | spans(),
        speaker_name=optional,
        note=optional,
    )
    events = st.builds(
        GoldEvent[Span],
        type=st.sampled_from(["detention", "killing"]),
        trigger=spans(),
        status=st.sampled_from(["occurred", "negated"]),
        date=st.sampled_from([None, "2018-05"]),
        place=optional,
        agents=st.lists(NAMES, max_size=2),
        targets=st.lists(NAMES, max_size=2),
        counts=st.dictionaries(st.sampled_from(["killed", "other"]), st.none() | st.integers(-3, 3).map(abs)),
        source=optional,
        same_as=st.none(),
        note=optional,
    )
    chains = st.builds(GoldChain[Span], entity=NAMES, mentions=st.lists(spans(), min_size=1, max_size=3))
    acts = draw(st.lists(events, max_size=4))
    linked = [
        event.model_copy(update={"same_as": draw(st.none() | st.integers(0, k - 1)) if k else None})
        for k, event in enumerate(acts)
    ]
    gold = Gold(
        report="r",
        text_sha256=draw(st.sampled_from([None, hashlib.sha256(text.encode()).hexdigest()])),
        status=draw(st.sampled_from(["draft", "reviewed"])),
        annotator=draw(optional),
        reference_date=draw(st.sampled_from([None, "2018-12-31"])),
        entities=draw(st.lists(entities, max_size=3, unique_by=lambda e: (e.type, e.name))),
        dates=draw(st.lists(dates, max_size=3)),
        quotes=draw(st.lists(quotes, max_size=3)),
        events=linked,
        coreference=draw(st.none() | st.lists(chains, max_size=3)),
    )
    return in_order(gold, text), text


@pytest.mark.parametrize("way", WAYS)
def test_any_gold(way: RoundTrip, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("trade")

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(golds())
    def comes_back(drawn: tuple[Gold, str]) -> None:
        gold, text = drawn
        assert way(gold, text, folder) == gold

    comes_back()
