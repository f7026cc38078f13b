"""Measuring a run's records against the gold of a corpus, report by report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from civicspace.corpus import Part
from civicspace.errors import CorpusError
from civicspace.evaluation.coreference import CoreferenceScores, score_report
from civicspace.evaluation.matching import compare
from civicspace.evaluation.outcomes import Outcome
from civicspace.evaluation.scores import Score, scores, scores_by_type
from civicspace.evaluation.sentences import Sentences, split_sentences
from civicspace.gold.from_record import gold_from_record
from civicspace_schemas.gold import Gold


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What comparing one report with its gold gave.

    Attributes: ``report`` (id), ``part``, ``text``, ``sentences`` (character ranges), ``outcomes`` (of all
    measures), ``coreference`` (None where gold has no chains).
    """

    report: str
    part: Part
    text: str
    sentences: Sentences
    outcomes: list[Outcome]
    coreference: CoreferenceScores | None


@dataclass(slots=True)
class Evaluation:
    """All reports' results.

    Attributes: ``results`` (by id), ``notes`` (one line each on what was left out), ``versions`` (of the program that
    made the records, as a record states them).
    """

    results: list[ReportResult]
    notes: list[str] = field(default_factory=list)
    versions: Mapping[str, Any] = field(default_factory=dict)

    def of_part(self, part: Part) -> list[ReportResult]:
        """Results of one part of the corpus."""
        return [result for result in self.results if result.part == part]


def evaluate(
    golds: Iterable[tuple[Gold, str]], records: Mapping[str, Mapping[str, Any]], parts: Mapping[str, Part]
) -> Evaluation:
    """Compare every report that has gold with its record.

    golds: reviewed gold, each with the report's text. records: by id, as JSON gives them. parts: the reports' parts
    of the corpus; a report that isn't in it is of the dev part. A report with gold and without a record counts as one
    in which nothing was found, and gets a note.

    Raises CorpusError for a record that was made from another text than the gold, and for one that lacks something.
    """
    evaluation = Evaluation([])
    for gold, text in golds:
        record = records.get(gold.report)
        if record is None:
            evaluation.notes.append(f"{gold.report}: has gold but no record: counted as if nothing was found in it")
        else:
            evaluation.versions = record.get("pipeline", {})
        evaluation.results.append(_result(gold, record, text, parts.get(gold.report, "dev")))
    return evaluation


def _annotations(gold: Gold, record: Mapping[str, Any]) -> Gold:
    try:
        if record["report"]["sha256"] != gold.text_sha256:
            raise CorpusError(f"{gold.report}: the record was made from another text than the gold: run make again")
        return gold_from_record(record)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else "is in another format"
        raise CorpusError(f"{gold.report}: the record {what}, so it can't be measured: run make again") from error


def _result(gold: Gold, record: Mapping[str, Any] | None, text: str, part: Part) -> ReportResult:
    empty = Gold(report=gold.report, entities=[], dates=[], quotes=[], events=[])
    sentences = split_sentences(text)
    outcomes = compare(gold, empty if record is None else _annotations(gold, record), text, sentences)
    coreference = None
    if gold.coreference is not None:
        coreference = score_report(gold, [] if record is None else record["entities"], text)
    return ReportResult(gold.report, part, text, sentences, outcomes, coreference)


def micro(results: Iterable[ReportResult]) -> dict[str, Score]:
    """Measure -> Score, summed over reports."""
    return scores(outcome for result in results for outcome in result.outcomes)


def micro_by_type(results: Iterable[ReportResult]) -> dict[str, dict[str, Score]]:
    """Measure -> type -> Score, summed over reports."""
    return scores_by_type(outcome for result in results for outcome in result.outcomes)


def coreference_total(results: Sequence[ReportResult]) -> CoreferenceScores | None:
    """The sum of the reports' coreference scores, or None where no gold has chains."""
    total: CoreferenceScores | None = None
    for result in results:
        if result.coreference is not None:
            total = total or CoreferenceScores({}, {}, {})
            total += result.coreference
    return total
