"""From gold as people write it to gold as it is committed: spans filled, all in order, the text's fingerprint."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicspace.errors import GoldError
from civicspace.gold.checking import (
    check_items,
    problem_at,
    same_as_problems,
    sha256_of,
    span_problem,
    stale_problem,
    subject_of,
)
from civicspace.gold.following import follower
from civicspace.gold.order import in_order
from civicspace.gold.places import Places
from civicspace.gold.pointing import UnplacedError, closest_words, point
from civicspace.gold.problems import LAYERS, Problem, item_label, offsets
from civicspace.gold.spans import AnySpan, Items, items_of, spans_of, with_spans
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEvent, HandGold


@dataclass(frozen=True, slots=True)
class Formatted:
    """Gold that has been formatted.

    Attributes: ``gold``, ``moved`` (a line for each span that follows its text to another place), ``problems`` (what
    is still wrong and a reader has to mend, such as a form that does not stand in the text).
    """

    gold: Gold
    moved: list[str]
    problems: list[Problem]


def format_gold(hand: HandGold | Gold, text: str, *, follow: bool = False) -> Formatted:
    """Fill the spans that are given by their words, put all in order and state the text's fingerprint.

    text: the report. follow: where the text has changed since the gold was made, move the spans that no longer fit to
    where their words stand now. What is in order already is given back equal.

    Raises GoldError for spans that have no place in the text, same_as that lead nowhere, and, without ``follow``, a
    text that has changed.
    """
    items = items_of(hand)
    stale = stale_problem(hand.report, hand.text_sha256, items, text)
    if stale is not None and not follow:
        raise GoldError([stale, *check_items(hand.report, items, len(hand.events), text)])
    changed = hand.text_sha256 != sha256_of(text)  # or nobody knows
    filling = _Filling(hand.report, items, Places(text), changed if follow else None)
    gold = with_spans(hand, filling.place)
    for k, event in items["events"].items():
        if isinstance(event, GoldEvent):
            for field, message in same_as_problems(k, event, len(hand.events), items["events"]):
                filling.problems.append(problem_at(hand.report, ("events", k), event, field, message))
    if filling.problems:
        raise GoldError(sorted(filling.problems, key=_in_file))
    gold = in_order(gold.model_copy(update={"text_sha256": sha256_of(text)}), text)
    return Formatted(gold, filling.moved, check_items(gold.report, items_of(gold), len(gold.events), text))


def _in_file(problem: Problem) -> tuple[int, int]:
    """Where a problem's item stands in the file, for sorting."""
    position = re.match(r"\[(\d+)\]", problem.item)
    return LAYERS.index(problem.layer) if problem.layer in LAYERS else -1, int(position[1]) if position else -1


class _Filling:
    """Gives every span its place, and keeps what moved and what has none.

    follow: None to leave filled spans where they are, else whether the text may have changed.
    """

    def __init__(self, report: str, items: Items, places: Places, follow: bool | None) -> None:
        self.report, self.items, self.places = report, items, places
        self.moved: list[str] = []
        self.problems: list[Problem] = []
        spans = (span for layer in LAYERS for item in items[layer].values() for _, span in spans_of(item))
        filled = [span for span in spans if isinstance(span, Span)]
        self.follower = None if follow is None else follower(filled, places, changed=follow)

    def place(self, layer: str, k: int, field: str, span: AnySpan) -> Span:
        """The filled span; where there is none, a problem is kept and the span's words stand for it."""
        item = self.items[layer][k]
        try:
            new = self._placed(span)
        except UnplacedError as error:
            subject = subject_of(field, span.text)
            self.problems.append(problem_at(self.report, (layer, k), item, subject, str(error)))
            return Span(start=0, end=0, text=span.text)
        if isinstance(span, Span) and new.start != span.start:
            where = f"{layer}{item_label(layer, k, item.model_dump())}"
            subject = subject_of(field, span.text)
            now = f"stands at {offsets(new.start, new.end)} now"
            self.moved.append(f"{self.report}: {where}: {f'{subject} {now}' if subject else now}")
        return new

    def _placed(self, span: AnySpan) -> Span:
        if not isinstance(span, Span):
            return point(span, self.places)
        if self.follower is not None:
            new = self.follower.place(span)
            if new is None:
                words = closest_words(span.text, self.places, span.start)
                raise UnplacedError(f"no longer stands in the text{words}")
            return new
        if (message := span_problem(span, self.places)) is not None:
            raise UnplacedError(message)
        return Span(start=span.start, end=span.end, text=span.text)
