"""Comparing a report's annotations with gold.

THE RULE OF MATCHING
  entities  relaxed: the type is equal and one surface form is shared (case, a leading article and a
            possessive ending aside). One-to-one, most shared forms first. strict: and the fullest
            names are equal. name: share of the relaxed pairs whose fullest names are equal.
  dates     relaxed: the extents share a character; strict: they are equal; value: relaxed, and kind,
            EDTF and duration equal. One-to-one, equal extents first, then the largest overlap.
  quotes    Reduced to the set of words that the content spans touch (a leading that, whether or if
            dropped). relaxed: shared words / the larger set >= 0.8; strict: the sets are equal;
            attributed: relaxed, and the speaker's name agrees with gold's (or gold has none);
            speaker: share of the relaxed pairs whose speakers' names agree. One-to-one, best share
            first.
  events    trigger: the triggers share a character (equal extents first); type: and the type is equal;
            strict: and the triggers are equal; sentence_type: same type in the same sentence,
            triggers aside. Over pairs with an equal type: status, date (equal EDTF, both null
            included) and source as shares that are right; agents, targets and place as slot F1 over
            names, counts as slot F1 over what + value. same_as: F1 over pairs of mentions put
            together, found mentions standing for the gold mentions whose triggers they match.
  names     Agree when one is a form of the entity that the other names, or when, articles and
            possessives dropped, they share all content words of the shorter one.
  scores    Micro: counts are summed over reports, then precision, recall and F1 are taken from the
            sums. In a breakdown by type, an item is right when it is right and its type is too.

Sentences are told apart by line breaks and sentence-final marks, without the model, so that the measure doesn't
move with the program's own reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.evaluation.events import event_outcomes
from civicspace.evaluation.names import Names, plain
from civicspace.evaluation.outcomes import Outcome, Side
from civicspace.evaluation.pairing import Pairs, pair_entities, pair_quotes, pair_spans, unpaired
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldDate, GoldEntity, GoldQuote

SHOWN = 120
"""Characters of a quote that are shown."""


def compare(gold: Gold, found: Gold, text: str, sentences: Sequence[tuple[int, int]]) -> list[Outcome]:
    """All outcomes of one report, by the rule of matching at the top of this module.

    gold: a reader's annotations. found: the program's, in the same shape (``gold_from_record``). text: the report.
    sentences: character ranges of its sentences, in order.
    """
    return [
        *_entity_outcomes(gold.entities, found.entities, text),
        *_date_outcomes(gold.dates, found.dates),
        *_quote_outcomes(gold, found, text),
        *event_outcomes(gold, found, sentences),
    ]


def _alone(measures: Sequence[str], gold: Sequence[Side], found: Sequence[Side], pairs: Pairs) -> list[Outcome]:
    """Outcomes, under each of the measures, of what stands on one side alone."""
    missed, spurious = unpaired(pairs, len(gold), len(found))
    return [
        outcome
        for measure in measures
        for outcome in (
            *(Outcome(measure, gold[k], None) for k in missed),
            *(Outcome(measure, None, found[k]) for k in spurious),
        )
    ]


def _entity_outcomes(gold: Sequence[GoldEntity], found: Sequence[GoldEntity], text: str) -> list[Outcome]:
    def side(entity: GoldEntity) -> Side:
        start = min((at for form in entity.forms if (at := text.find(form)) >= 0), default=None)
        return Side(entity.name, start, entity.type, f"{entity.type} {' | '.join(entity.forms)}", entity.note)

    a, b = [side(e) for e in gold], [side(e) for e in found]
    pairs = pair_entities(gold, found)
    outcomes = _alone(("entities.strict", "entities.relaxed"), a, b, pairs)
    for g, f in pairs:
        same = plain(gold[g].name) == plain(found[f].name)
        names = (
            Side(a[g].item, a[g].start, a[g].type, gold[g].name),
            Side(b[f].item, b[f].start, b[f].type, found[f].name, b[f].rule),
        )
        outcomes += [
            Outcome("entities.strict", a[g], b[f], same),
            Outcome("entities.relaxed", a[g], b[f], True),
            Outcome("entities.name", *names, same),
        ]
    return outcomes


def _date_outcomes(gold: Sequence[GoldDate], found: Sequence[GoldDate]) -> list[Outcome]:
    def side(date: GoldDate, value: str) -> Side:
        return Side(date.text, date.start, date.kind, value, date.note)

    def value(date: GoldDate) -> str:
        return f"{date.kind} {date.edtf or date.duration or 'null'}"

    pairs = pair_spans(gold, found)
    outcomes = _alone(
        ("dates.strict", "dates.relaxed", "dates.value"),
        [side(d, value(d)) for d in gold],
        [side(d, value(d)) for d in found],
        pairs,
    )
    for g, f in pairs:
        a, b = gold[g], found[f]
        values = side(a, value(a)), side(b, value(b))
        outcomes += [
            Outcome("dates.strict", side(a, a.text), side(b, b.text), (a.start, a.end) == (b.start, b.end)),
            Outcome("dates.relaxed", *values, True),
            Outcome("dates.value", *values, (a.kind, a.edtf, a.duration) == (b.kind, b.edtf, b.duration)),
        ]
    return outcomes


def _quote_outcomes(gold: Gold, found: Gold, text: str) -> list[Outcome]:
    names = Names(gold.entities)

    def side(quote: GoldQuote[Span], value: str) -> Side:
        words = " … ".join(span.text for span in quote.content)
        item = words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
        return Side(" ".join(item.split()), quote.content[0].start, quote.kind, value, quote.note)

    a = [side(q, f"{q.kind}, {q.speaker_name or 'no speaker'}") for q in gold.quotes]
    b = [side(q, f"{q.kind}, {q.speaker_name or 'no speaker'}") for q in found.quotes]
    triples = pair_quotes(gold.quotes, found.quotes, text)
    pairs = [(g, f) for g, f, _ in triples]
    outcomes = _alone(("quotes.strict", "quotes.relaxed", "quotes.attributed"), a, b, pairs)
    for g, f, same_words in triples:
        said, heard = gold.quotes[g].speaker_name, found.quotes[f].speaker_name
        agreed = names.agree(said, heard)
        speakers = side(gold.quotes[g], said or "no speaker"), side(found.quotes[f], heard or "no speaker")
        outcomes += [
            Outcome("quotes.strict", a[g], b[f], same_words),
            Outcome("quotes.relaxed", a[g], b[f], True),
            Outcome("quotes.attributed", a[g], b[f], agreed or said is None),
            Outcome("quotes.speaker", *speakers, agreed),
        ]
    return outcomes
