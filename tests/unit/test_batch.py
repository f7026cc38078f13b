"""The batch: every report accounted for, each for itself, whatever goes wrong with another."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicspace.annotations import Warn
from civicspace.batch.conversion import Converter
from civicspace.batch.converted import Converted
from civicspace.batch.run import run_batch
from civicspace.errors import CountError, ReportError
from civicspace.outputs.index import Made
from civicspace.pipelines import Pipelines
from civicspace.reading.bad_input import BadInputError
from civicspace.reading.text import MAX_CHARACTERS, decode
from civicspace.record import build_record, versions_of
from civicspace.report import Metadata, Report
from civicspace_schemas import read_record

TEXT = "Two men were held in the capital. One of them was freed on the same day."


@dataclass
class Memory:
    """An output that keeps what it gets; ``loses`` drops records without a word."""

    lines: list[bytes] = field(default_factory=list)
    error_lines: list[bytes] = field(default_factory=list)
    tables: dict[str, bytes] = field(default_factory=dict)
    loses: bool = False

    @property
    def records(self) -> int:
        return len(self.lines)

    @property
    def errors(self) -> int:
        return len(self.error_lines)

    def record(self, line: bytes, rows: Mapping[str, bytes], made: Made | None = None) -> None:
        if not self.loses:
            self.lines.append(line)
        for table, data in rows.items():
            self.tables[table] = self.tables.get(table, b"") + data

    def error(self, line: bytes) -> None:
        self.error_lines.append(line)


@pytest.fixture(scope="module")
def converter(light_pipelines: Pipelines) -> Converter:
    return Converter(light_pipelines)


def test_errors_and_records_add_up_and_keep_their_order(converter: Converter) -> None:
    output = Memory()
    seen: list[tuple[str, str | None]] = []
    items = [
        Report("a", TEXT),
        ReportError("b", "not_utf8", "is not UTF-8", "b.txt"),
        Report("c", f"{TEXT} A landmine was found.", file="c.txt"),
        Report("d", f"{TEXT} And more."),
    ]
    tally = run_batch(items, lambda: converter, output, lambda r, e: seen.append((r, e.code if e else None)))
    assert (tally.reports, tally.records, tally.errors) == (4, 2, 2)
    assert dict(tally.codes) == {"not_utf8": 1, "stage_failed": 1}
    assert [read_record(line).report.id for line in output.lines] == ["a", "d"]
    assert seen == [("a", None), ("b", "not_utf8"), ("c", "stage_failed"), ("d", None)]
    first, second = map(json.loads, output.error_lines)
    assert first == {"report": "b", "file": "b.txt", "code": "not_utf8", "message": "is not UTF-8"}
    message = second.pop("message")
    assert second == {"report": "c", "file": "c.txt", "code": "stage_failed"}
    assert message.startswith("the stage unit_trips_over: ZeroDivisionError: two lines (conftest.py, line ")


def test_a_stage_out_of_memory_costs_its_report_alone(converter: Converter) -> None:
    output = Memory()
    run_batch([Report("a", f"{TEXT} In memory of him."), Report("b", TEXT)], lambda: converter, output)
    message = json.loads(output.error_lines[0])["message"]
    assert message.startswith("the stage unit_trips_over: MemoryError (conftest.py, line ")
    assert output.records == 1


def test_the_model_failing_is_named_as_the_stage(light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch) -> None:
    converter = Converter(light_pipelines)

    def fail(*_: object, **__: object) -> None:
        raise KeyError("lemma")

    monkeypatch.setattr("civicspace.pipelines.parse", fail)
    error = converter(Report("a", TEXT))
    assert isinstance(error, ReportError)
    assert error.code == "stage_failed"
    assert error.message.startswith("the stage model: KeyError: 'lemma' (test_batch.py, line ")


def test_a_record_that_breaks_the_schema_is_an_error(
    light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch
) -> None:
    converter = Converter(light_pipelines)
    error = converter(Report("a", TEXT, file="a.txt"), [Warn("", "a warning without a code")])
    assert isinstance(error, ReportError)
    assert (error.code, error.file) == ("invalid_record", "a.txt")
    assert "warnings.0.code" in error.message
    monkeypatch.setattr("civicspace.batch.conversion.flat_rows", lambda *_, **__: 1 / 0)
    error = converter(Report("a", TEXT))
    assert isinstance(error, ReportError)
    assert error.message.startswith("the stage record: ZeroDivisionError: division by zero (")


def test_the_same_text_again_is_flagged(converter: Converter) -> None:
    output = Memory()
    items = [Report("a", TEXT), Report("b", f"{TEXT} "), Report("c", TEXT), Report("d", TEXT)]
    tally = run_batch(items, lambda: converter, output)
    assert tally.records == 4
    flags = {
        record.report.id: [w.message for w in record.warnings if w.code == "duplicate_text"]
        for record in map(read_record, output.lines)
    }
    message = ["the text is the same as that of report a"]
    assert flags == {"a": [], "b": [], "c": message, "d": message}


def test_a_record_does_not_depend_on_its_neighbours(converter: Converter) -> None:
    reports = [Report("a", TEXT), Report("b", f"{TEXT} Lüttich ist schön."), Report("c", f"{TEXT} landmine")]
    forwards, backwards = Memory(), Memory()
    run_batch(reports, lambda: converter, forwards)
    run_batch(reports[::-1], lambda: converter, backwards)
    assert forwards.lines == backwards.lines[::-1]


def test_nothing_is_loaded_where_nothing_can_be_read() -> None:
    def load() -> Converter:
        raise AssertionError("loaded")

    tally = run_batch([ReportError("a", "empty", "holds no text")], load, Memory())
    assert (tally.reports, tally.records, tally.errors) == (1, 0, 1)


def test_a_lost_record_is_not_passed_over() -> None:
    with pytest.raises(CountError, match="1 reports in, but 0 records and 0 errors out"):
        run_batch([Report("a", TEXT)], lambda: lambda *_: Converted(b"{}\n", {}, {}), Memory(loses=True))


def test_reports_are_taken_one_at_a_time(converter: Converter) -> None:
    output = Memory()

    def items() -> Iterator[Report]:
        for k in range(3):
            assert output.records == k
            yield Report(str(k), f"{TEXT} {k}")

    assert run_batch(items(), lambda: converter, output).records == 3


def test_the_text_is_left_out_on_request(light_pipelines: Pipelines) -> None:
    converted = Converter(light_pipelines, include_text=False)(Report("a", TEXT))
    assert isinstance(converted, Converted)
    assert "text" not in json.loads(converted.record)


@settings(max_examples=100, deadline=None)
@given(raw=st.binary() | st.text().map(str.encode) | st.text().map(lambda text: f"The men {text} were held.".encode()))
def test_any_bytes_give_a_record_or_an_error(raw: bytes, converter: Converter) -> None:
    try:
        text = decode(raw)
    except BadInputError:
        return
    converted = converter(Report("a", text, Metadata(language="en")))
    assert isinstance(converted, Converted), converted
    assert len(converted.record.decode().splitlines()) == 1
    assert read_record(converted.record).text == raw.decode().removeprefix("\ufeff")


ODD = {
    "windows": "Two men\r\nwere held.\r\n\r\nOne was freed.\r\n",
    "old-mac": "Two men\rwere held.\rOne was freed.",
    "emoji": "Two men 👨‍👩‍👧 were held 🇰🇪. One was freed.",
    "right-to-left": "The two men (\u200fمحمد\u200e) were held and one of them was freed on the same day.",
    "control": "Two men\x07 were\x1b[0m held.\x0c One was\x7f freed.",
    "no-break": "Two\u00a0men were\u202fheld in the capital.",
    "line-separators": "Two men were held.\u2028One was freed.\u2029The other\x85was not.",
    "headings": "Arrests\n\nTrials\n\nReleases",
    "one-letter": "a",
    "zero-width": "Two\u200bmen were held\ufeff in the capital.",
    "combining": "Jose\u0301 was held in the capital.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_gets_a_record_with_right_offsets(name: str, pipelines: Pipelines) -> None:
    converted = Converter(pipelines)(Report(name, ODD[name], Metadata(published="2018-07-31", language="en")))
    assert isinstance(converted, Converted), converted
    assert converted.record.count(b"\n") == 1
    assert len(converted.record.decode().splitlines()) == 1
    record = read_record(converted.record)
    assert record.text == ODD[name]


LONG = {
    "the-limit": ("Two men were held in the capital. " * 30_000)[:MAX_CHARACTERS],
    "one-paragraph": "The two men that the police held were freed and " * 10_000 + "left.",
    "one-word": "a" * 200_000,
    "headings": "Arrests\n\nTrials and releases\n\n" * 20_000,
}


def test_the_longest_text_gets_a_record(converter: Converter) -> None:
    text = decode(LONG["the-limit"].encode())
    converted = converter(Report("a", text, Metadata(language="en")))
    assert isinstance(converted, Converted), converted
    assert read_record(converted.record).report.characters == MAX_CHARACTERS


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_text_gets_through_every_stage(name: str, pipelines: Pipelines, longest: int) -> None:
    text = LONG[name][:longest]
    converted = Converter(pipelines)(Report(name, text, Metadata(language="en")))
    assert isinstance(converted, Converted), converted
    assert read_record(converted.record).text == text


@pytest.mark.parametrize("published", ["2018", "2018-07", "2018-07-31", "2018-21", "2018-07/2018-09", "2018~"])
def test_a_day_of_publication_reaches_the_record(published: str, pipelines: Pipelines) -> None:
    text = "Two men were held last Tuesday. One of them was freed a month later."
    converted = Converter(pipelines)(Report("a", text, Metadata(published=published)))
    assert isinstance(converted, Converted), converted
    report = read_record(converted.record).report
    assert (report.published, report.published_basis) == (published, "stated")


@pytest.mark.parametrize("published", ["201X", "2018-XX", "2018-XX-XX", "../2018", "2018/..", "2018-07-XX"])
def test_no_day_of_publication_that_reading_takes_fails_a_stage(published: str, pipelines: Pipelines) -> None:
    converted = Converter(pipelines)(Report("a", "Two men were held last Tuesday.", Metadata(published=published)))
    assert isinstance(converted, Converted), converted


def test_the_memory_zone_changes_nothing(pipelines: Pipelines) -> None:
    report = Report("a", f"{TEXT} “He is Zxqwvut,” said Jane Doe of Amnesty on 3 May 2018 in Nairobi.")
    inside = Converter(pipelines)
    first, second = inside(report), inside(report)
    outside = build_record(pipelines(report.text), report, versions_of(pipelines))
    assert isinstance(first, Converted)
    assert isinstance(second, Converted)
    assert first.record == second.record
    assert read_record(first.record) == outside


@pytest.mark.parametrize("light", [True, False])
def test_the_vocabulary_does_not_grow(light: bool, light_pipelines: Pipelines, pipelines: Pipelines) -> None:
    used = light_pipelines if light else pipelines
    converter = Converter(used)
    converter(Report("a", f"{TEXT} “He is free,” said Jane Doe on 3 May 2018."))
    before = len(used.pieces.vocab.strings)
    converter(Report("b", f"{TEXT} " + " ".join(f"Qx{k}word" for k in range(200))))
    assert len(used.pieces.vocab.strings) <= before + 5
