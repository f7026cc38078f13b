"""What is wrong with gold items as against their text and one another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from civicspace.gold.places import Places
from civicspace.gold.pointing import UnplacedError, closest_words, point
from civicspace.gold.problems import LAYERS, Problem, in_quotes, item_label, offsets
from civicspace.gold.spans import AnySpan, HandItem, HandSpan, Items, spans_of
from civicspace_schemas.base import Span
from civicspace_schemas.gold import GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote

_OUTER_SPACE = "begins or ends with white space: leave it out"
_WORD = re.compile(r"\w+")


def sha256_of(text: str) -> str:
    """A report's fingerprint as gold states it: SHA-256 of its text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def problem_at(report_id: str, place: tuple[str, int], item: HandItem, subject: str, predicate: str) -> Problem:
    """A problem of an item.

    place: its layer and position. subject: the part of it that is wrong; empty for what the item is recognised by.
    """
    layer, position = place
    label = item_label(layer, position, item.model_dump())
    return Problem(report_id, layer, label, f"{subject} {predicate}" if subject else predicate)


def subject_of(field: str, words: str) -> str:
    """How a message calls the words of an item's field; empty for those by which the item itself is recognised."""
    return "" if field in ("", "trigger", "content[0]") else f"{field} {in_quotes(words)}"


def check_items(report_id: str, items: Items, events: int, text: str) -> list[Problem]:
    """Everything that is wrong with the items of one report, in the order of the layers.

    items: those whose form is right. events: how many the file lists. text: the report.
    """
    places = Places(text)
    words = frozenset(word.casefold() for word in _WORD.findall(text))
    twice = _listed_twice(items)
    problems: list[Problem] = []
    for layer in LAYERS:
        for k, item in items[layer].items():
            found = [*_span_problems(item, places), *_outer_space(item)]
            found.extend(_name_problems(item, places, words))
            if isinstance(item, GoldEntity):
                found.extend(_entity_problems(item, places))
            elif isinstance(item, GoldEvent):
                found.extend(same_as_problems(k, item, events, items["events"]))
            elif isinstance(item, GoldQuote | GoldChain):
                found.extend(_shared_places(item))
            found.extend(("", message) for message in twice.get((layer, k), []))
            problems.extend(problem_at(report_id, (layer, k), item, field, message) for field, message in found)
    return problems


def stale_problem(report_id: str, stated: str | None, items: Items, text: str) -> Problem | None:
    """The problem of a text that has changed since its gold was made, with the number of spans that no longer fit.

    stated: the fingerprint in the gold file; None where there is none, which is no problem of this kind.
    """
    if stated is None or stated == sha256_of(text):
        return None
    spans = [span for layer in LAYERS for item in items[layer].values() for _, span in spans_of(item)]
    filled = [span for span in spans if isinstance(span, Span)]
    wrong = sum(text[span.start : span.end] != span.text for span in filled)
    message = (
        f"the text has changed since this gold was made (text_sha256), and {wrong:,} of {len(filled):,} spans no longer"
        f' fit: run "civicspace gold format --follow {report_id}" and look at what moved'
    )
    return Problem(report_id, None, "", message)


def span_problem(span: AnySpan, places: Places) -> str | None:
    """Why a span is not what stands in the text, to follow on its words; None where it is.

    It says what stands there, and where the words or the closest to them do.
    """
    if not isinstance(span, Span):
        try:
            point(span, places)
        except UnplacedError as error:
            return str(error)
        return None
    text, where = places.text, offsets(span.start, span.end)
    if span.end <= span.start:
        return f"has its end ({span.end}) in front of or at its start ({span.start})"
    if text[span.start : span.end] == span.text:
        return None
    if span.end > len(text):
        there = f"does not stand at {where}: the text has only {len(text):,} characters"
    else:
        there = f"does not stand at {where}: the text has {in_quotes(text[span.start : span.end])} there"
    if (same := places.nearest(span.text, span.start)) is not None:
        return f"{there}, and these words at {offsets(same.start, same.end)}"
    closest = places.closest(span.text, span.start)
    if closest is not None and (closest.start, closest.end) == (span.start, span.end):
        return f"{there}: mend the words or the offsets"
    return f"{there}, and nowhere these words{closest_words(span.text, places, span.start)}"


def _span_problems(item: HandItem, places: Places) -> Iterator[tuple[str, str]]:
    for field, span in spans_of(item):
        if (message := span_problem(span, places)) is not None:
            yield subject_of(field, span.text), message
        elif span.text != span.text.strip():
            yield subject_of(field, span.text), _OUTER_SPACE


def _outer_space(item: HandItem) -> Iterator[tuple[str, str]]:
    names: list[tuple[str, str | None]] = []
    if isinstance(item, GoldEntity):
        names = [("name", item.name), ("title", item.title), *((f"forms[{k}]", f) for k, f in enumerate(item.forms))]
    elif isinstance(item, GoldQuote):
        names = [("speaker_name", item.speaker_name)]
    elif isinstance(item, GoldChain):
        names = [("entity", item.entity)]
    elif isinstance(item, GoldEvent):
        lists = (("agents", item.agents), ("targets", item.targets))
        names = [("place", item.place), ("source", item.source)]
        names.extend((f"{field}[{k}]", name) for field, listed in lists for k, name in enumerate(listed))
    for field, name in names:
        if name is not None and name != name.strip():
            yield f"{field} {in_quotes(name)}", _OUTER_SPACE


def _entity_problems(entity: GoldEntity, places: Places) -> Iterator[tuple[str, str]]:
    """Forms stand in the text; a name may be put together (both first names of "Ana and Luis Reyes"), of its words."""
    for k, form in enumerate(entity.forms):
        if not places.of(form):
            yield f"forms[{k}] {in_quotes(form)}", f"does not stand in the text{closest_words(form, places)}"
        if form in entity.forms[:k]:
            yield f"forms[{k}] {in_quotes(form)}", "is listed twice"
    if entity.name not in entity.forms and not places.of(entity.name):
        words = _WORD.findall(entity.name)
        if missing := next((word for word in words if not places.of(word)), None):
            yield f"name: {in_quotes(missing)}", f"does not stand in the text{closest_words(missing, places)}"


def _name_problems(item: HandItem, places: Places, words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Names in slots may be descriptions in the annotator's words; a word with a capital stands in the report.

    words: all words of the report, case-folded.
    """
    slots: list[tuple[str, str | None]] = []
    if isinstance(item, GoldEvent):
        slots = [("place", item.place), ("source", item.source)]
        slots += [(f"agents[{k}]", name) for k, name in enumerate(item.agents)]
        slots += [(f"targets[{k}]", name) for k, name in enumerate(item.targets)]
    elif isinstance(item, GoldQuote):
        slots = [("speaker_name", item.speaker_name)]
    for field, name in slots:
        capitals = (word for word in _WORD.findall(name or "") if word[0].isupper())
        if missing := next((word for word in capitals if word.casefold() not in words), None):
            where = f"which stands nowhere in the text{closest_words(missing, places)}"
            yield f"{field} {in_quotes(name)}", f"holds {in_quotes(missing)}, {where}"


def same_as_problems(
    k: int, event: GoldEvent[HandSpan], number: int, events: Mapping[int, HandItem]
) -> Iterator[tuple[str, str]]:
    """Why an event's same_as leads to no first mention: ("same_as", message), or nothing.

    k: the event's position. number: how many events the file lists. events: those whose form is right.
    """
    link = event.same_as
    if link is None:
        return
    if link == k:
        yield "same_as", f"{link} is the event itself: write null for an act's first mention"
    elif link >= number:
        yield "same_as", f"{link} is no position: the list has {number} events, counted from 0"
    else:
        seen = {k}
        while link is not None and link not in seen:
            seen.add(link)
            following = events.get(link)
            link = following.same_as if isinstance(following, GoldEvent) else None
        if link == k:
            yield "same_as", f"{event.same_as} leads back to the event itself: write null for an act's first mention"


def _shared_places(item: GoldQuote[HandSpan] | GoldChain[HandSpan]) -> Iterator[tuple[str, str]]:
    """Parts of one quote that share characters, mentions of one chain that are the same."""
    parts = [(field, span) for field, span in spans_of(item) if field.startswith(("content", "mentions"))]
    filled = [(field, span) for field, span in parts if isinstance(span, Span)]
    first: dict[tuple[int, int], str] = {}
    for n, (field, span) in enumerate(filled):
        earlier_field = first.setdefault((span.start, span.end), field)
        if earlier_field != field:
            yield f"{field} {in_quotes(span.text)}", f"is {earlier_field} once more: keep one of them"
        for other, earlier in filled[:n] if isinstance(item, GoldQuote) else []:
            same = (span.start, span.end) == (earlier.start, earlier.end)
            if not same and span.start < earlier.end and earlier.start < span.end:
                yield f"{field} {in_quotes(span.text)}", f"overlaps {other}, {in_quotes(earlier.text)}"


def _listed_twice(items: Items) -> dict[tuple[str, int], list[str]]:
    """Layer and position of items that say what an earlier one of their layer says -> messages."""
    found: dict[tuple[str, int], list[str]] = {}
    for layer in LAYERS:
        first: dict[object, int] = {}
        for k, item in items[layer].items():
            key = _identity(item)
            if key is not None and (earlier := first.setdefault(key, k)) != k:
                found[layer, k] = [f"is {layer}[{earlier}] once more: keep one of them"]
    entities = {k: entity for k, entity in items["entities"].items() if isinstance(entity, GoldEntity)}
    named: dict[tuple[str, str], int] = {}
    for k, entity in entities.items():
        named.setdefault((entity.type, entity.name), k)
    for k, entity in entities.items():
        for form in entity.forms:
            other = named.get((entity.type, form), k)
            if other != k and ("entities", k) not in found:
                message = f"its form {in_quotes(form)} is the name of entities[{other}]: make them one entity"
                found["entities", k] = [message]
    return found


def _identity(item: HandItem) -> object:
    """What no other item of the layer may share with an item; None where its spans are not filled yet."""
    if isinstance(item, GoldEntity):
        return item.type, " ".join(item.name.casefold().split())
    if isinstance(item, GoldChain):
        return item.entity.casefold()
    if not all(isinstance(span, Span) for _, span in spans_of(item)):
        return None
    if isinstance(item, GoldDate):
        return item.start, item.end
    if isinstance(item, GoldQuote):
        return tuple(span.model_dump_json() for span in item.content)
    return item.model_dump_json(exclude={"same_as", "note"})
