"""What an earlier run made is kept byte for byte, where nothing that it was made of has changed, and only there."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicspace.annotations import Warn
from civicspace.batch.converted import LAYERS, Converted
from civicspace.batch.keys import Keys
from civicspace.batch.run import Reuse, Tally, run_batch
from civicspace.errors import ReportError
from civicspace.outputs.folder import TABLES, OutputFolder
from civicspace.outputs.json_text import dump_line
from civicspace.outputs.kept import EarlierRun
from civicspace.report import Metadata, Report

FILES = ("reports.jsonl", "events.jsonl", "quotes.jsonl", "dates.jsonl", "entities.jsonl", "errors.jsonl")


class Fake:
    """Converts without a model, and remembers which reports it was given; a text with "bad" in it is refused."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.converted: list[str] = []

    def __call__(self, report: Report, warnings: Sequence[Warn] = ()) -> Converted | ReportError:
        self.converted.append(report.id)
        if "bad" in report.text:
            return ReportError(report.id, "stage_failed", "the stage fails")
        facts = {"id": report.id, "text": report.text, "country": report.metadata.country}
        record = dump_line({**facts, "warnings": [w.message for w in warnings], "pipeline": {"program": self.program}})
        rows = {table: dump_line([report.id, table]) * (len(report.text) % (k + 2)) for k, table in enumerate(TABLES)}
        return Converted(record, rows, {layer: len(report.text) + k for k, layer in enumerate(LAYERS)}, {"model": 1.0})


def run(
    folder: Path,
    reports: Sequence[Report | ReportError],
    program: str = "p1",
    *,
    text: bool = True,
    fresh: bool = False,
) -> tuple[Tally, list[str]]:
    """One run into a folder; the tally, and the ids of the reports that were converted."""
    fake = Fake(program)
    output = OutputFolder(folder)
    with EarlierRun(None if fresh else folder) as earlier:
        tally = run_batch(
            reports, lambda: fake, output, reuse=Reuse(Keys(lambda: program, {"text": text}), earlier.find)
        )
    output.commit({})
    return tally, fake.converted


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (*FILES, "index.jsonl")}


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


def clean(reports: Sequence[Report | ReportError], program: str = "p1") -> tuple[dict[str, bytes], Tally]:
    """What a run into an empty folder writes."""
    with TemporaryDirectory() as name:
        tally, _ = run(Path(name), reports, program)
        return contents(Path(name)), tally


A, B, C = (Report(name, f"Report {name} is on two men.", Metadata(country="KE")) for name in "abc")

one_report = st.tuples(st.sampled_from("abcdef"), st.sampled_from(["x", "yy", "zzz", "bad"]), st.booleans())
one_run = st.tuples(st.lists(one_report, unique_by=lambda report: report[0], max_size=6), st.sampled_from(["p1", "p2"]))


@settings(max_examples=50, deadline=None)
@given(st.lists(one_run, min_size=2, max_size=5))
def test_any_sequence_of_runs_ends_as_a_clean_run_does(runs: list[tuple[list[tuple[str, str, bool]], str]]) -> None:
    before: set[tuple[object, ...]] = set()
    with TemporaryDirectory() as name:
        for drawn, program in runs:
            reports = [Report(i, text, Metadata(country="KE" if stated else None)) for i, text, stated in drawn]
            first: dict[str, str] = {}
            made_of = {i: (i, text, stated, first.setdefault(text, i), program) for i, text, stated in drawn}
            tally, converted = run(Path(name), reports, program)
            assert converted == [i for i, facts in made_of.items() if facts not in before]
            files, clean_tally = clean(reports, program)
            assert contents(Path(name)) == files
            assert tally.found == clean_tally.found
            assert (tally.reports, tally.records, tally.errors) == (len(drawn), clean_tally.records, clean_tally.errors)
            assert tally.kept == tally.records - sum("bad" not in made_of[i][1] for i in converted)
            before = {facts for facts in made_of.values() if "bad" not in facts[1]}


def test_a_second_run_converts_nothing(tmp_path: Path) -> None:
    first, converted = run(tmp_path, [A, B, C])
    assert (first.kept, converted) == (0, ["a", "b", "c"])
    second, converted = run(tmp_path, [A, B, C])
    assert (second.kept, second.records, converted) == (3, 3, [])
    assert second.found == first.found
    assert second.found["entities"] == 3 * len(A.text)
    assert (first.seconds, second.seconds) == ({"model": 3.0}, {})


@pytest.mark.parametrize(
    ("reports", "converted"),
    [
        ([A, Report("b", f"{B.text} More.", B.metadata), C], ["b"]),
        ([A, Report("b", B.text, Metadata(country="UG")), C], ["b"]),
        ([A, Report("b2", B.text, B.metadata), C], ["b2"]),
        ([A, Report("b", B.text, B.metadata, "elsewhere.txt"), C], []),
        ([C, A, B], []),
        ([B], []),
        ([], []),
        ([A, B, C, Report("d", "One more.")], ["d"]),
        ([A, ReportError("b", "not_utf8", "is not UTF-8"), C], []),
    ],
)
def test_only_what_changed_is_converted(
    reports: list[Report | ReportError], converted: list[str], tmp_path: Path
) -> None:
    run(tmp_path, [A, B, C])
    assert run(tmp_path, reports)[1] == converted
    assert contents(tmp_path) == clean(reports)[0]


@pytest.mark.parametrize("options", [{"program": "p2"}, {"text": False}, {"fresh": True}])
def test_another_program_other_options_or_fresh_converts_everything(options: dict[str, object], tmp_path: Path) -> None:
    run(tmp_path, [A, B])
    assert run(tmp_path, [A, B], **options)[1] == ["a", "b"]  # type: ignore[arg-type]


def test_a_warning_goes_with_the_report_that_it_names(tmp_path: Path) -> None:
    again = Report("b", A.text, A.metadata)
    run(tmp_path, [A, again])
    assert b"the same as that of report a" in (tmp_path / "reports.jsonl").read_bytes()
    assert run(tmp_path, [again])[1] == ["b"]
    assert b"the same as" not in (tmp_path / "reports.jsonl").read_bytes()


def test_a_report_that_failed_is_tried_again(tmp_path: Path) -> None:
    bad = Report("b", "bad")
    run(tmp_path, [A, bad])
    tally, converted = run(tmp_path, [A, bad])
    assert (tally.kept, tally.errors, converted) == (1, 1, ["b"])
    assert json.loads((tmp_path / "errors.jsonl").read_bytes())["report"] == "b"


def _edit(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        data = (folder / name).read_bytes()
        assert old in data
        (folder / name).write_bytes(data.replace(old, new, 1))

    return edit


def _cut(name: str, keep: int) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:keep])


def _replace(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(data)


def _pipe(folder: Path) -> None:
    (folder / "quotes.jsonl").unlink()
    os.mkfifo(folder / "quotes.jsonl")


def _entry(number: int, key: str, value: object) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        lines = (folder / "index.jsonl").read_bytes().splitlines(keepends=True)
        entry = json.loads(lines[number])
        assert entry[key] != value
        lines[number] = dump_line({**entry, key: value})
        (folder / "index.jsonl").write_bytes(b"".join(lines))

    return edit


ALL = ["a", "b", "c"]
DAMAGE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a record edited": (_edit("reports.jsonl", b"Report b", b"Report B"), ["b"]),
    "a row edited": (_edit("entities.jsonl", b'["c"', b'["x"'), ["c"]),
    "a line put in": (_edit("reports.jsonl", b'{"id":"b"', b'{}\n{"id":"b"'), ["b", "c"]),
    "a line added at the end": (lambda folder: (folder / "reports.jsonl").open("ab").write(b"{}\n"), []),
    "records cut short": (_cut("reports.jsonl", 150), ["b", "c"]),
    "a table emptied": (_cut("entities.jsonl", 0), ALL),
    "a table missing": (lambda folder: (folder / "dates.jsonl").unlink(), ALL),
    "records missing": (lambda folder: (folder / "reports.jsonl").unlink(), ALL),
    "an index missing": (lambda folder: (folder / "index.jsonl").unlink(), ALL),
    "an index emptied": (_cut("index.jsonl", 0), ALL),
    "an index cut short": (_cut("index.jsonl", 600), ["b", "c"]),
    "an index of garbage": (_replace("index.jsonl", bytes(range(256)) * 50), ALL),
    "an index nested deep": (_replace("index.jsonl", b"[" * 1_000_000), ALL),
    "an index of another format": (_edit("index.jsonl", b'"format":1', b'"format":2'), ALL),
    "an entry of garbage": (_edit("index.jsonl", b'{"report":"b"', b'{"report'), ["b"]),
    "an entry without places": (_entry(2, "lines", {}), ["b"]),
    "an entry of wrong places": (_entry(2, "lines", {"reports.jsonl": [0, -1]}), ["b"]),
    "a place far outside": (_edit("index.jsonl", b'"reports.jsonl":[0', b'"reports.jsonl":[99999999999999'), ["a"]),
    "a length beyond memory": (_edit("index.jsonl", b'"events.jsonl":[0,', b'"events.jsonl":[0,99999999999999'), ["a"]),
    "a count changed": (_entry(3, "found", dict.fromkeys(LAYERS, 0)), ["c"]),
    "a count that is none": (_entry(3, "found", {"entities": True}), ["c"]),
    "a key changed": (_entry(1, "key", "0" * 64), ["a"]),
    "a digest changed": (_entry(1, "sha256", "0" * 64), ["a"]),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_was_damaged_is_made_anew(name: str, tmp_path: Path) -> None:
    damage, converted = DAMAGE[name]
    run(tmp_path, [A, B, C])
    damage(tmp_path)
    tally, again = run(tmp_path, [A, B, C])
    assert again == converted
    assert tally.kept == 3 - len(converted)
    files, clean_tally = clean([A, B, C])
    assert contents(tmp_path) == files
    assert tally.found == clean_tally.found


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    run(tmp_path, [A])
    _pipe(tmp_path)
    with EarlierRun(tmp_path) as earlier:
        assert earlier.find("0" * 64) is None
    assert run(tmp_path, [A])[1] == ["a"]


IN_ORDER = (*FILES, "index.jsonl")
NEW = [Report("a", "Another text on them.", A.metadata), B, C]


@pytest.mark.parametrize("replaced", range(len(IN_ORDER) + 1))
@pytest.mark.parametrize("then", [[A, B, C], NEW])
def test_a_run_killed_while_files_got_their_names(replaced: int, then: list[Report], tmp_path: Path) -> None:
    run(tmp_path, [A, B, C])
    killed = clean(NEW)[0]
    for name in IN_ORDER[:replaced]:
        (tmp_path / name).write_bytes(killed[name])
    run(tmp_path, then)
    assert contents(tmp_path) == clean(then)[0]


@pytest.mark.parametrize("name", IN_ORDER)
def test_one_file_of_another_run(name: str, tmp_path: Path) -> None:
    run(tmp_path, [A, B, C])
    (tmp_path / name).write_bytes(clean(NEW)[0][name])
    run(tmp_path, [A, B, C])
    assert contents(tmp_path) == clean([A, B, C])[0]


def test_a_key_that_begins_alike_finds_nothing(tmp_path: Path) -> None:
    run(tmp_path, [A])
    key = json.loads((tmp_path / "index.jsonl").read_bytes().splitlines()[1])["key"]
    with EarlierRun(tmp_path) as earlier:
        assert earlier.find(key) is not None
        assert earlier.find(key[:-1] + ("0" if key[-1] != "0" else "1")) is None
        assert earlier.find("") is None


def test_two_inputs_in_turn(tmp_path: Path) -> None:
    run(tmp_path, [A, B])
    assert run(tmp_path, [C])[1] == ["c"]
    assert run(tmp_path, [A, B])[1] == ["a", "b"]
    assert contents(tmp_path) == clean([A, B])[0]


def test_versions_are_those_of_the_kept_records(tmp_path: Path) -> None:
    run(tmp_path, [A], "p7")
    with EarlierRun(tmp_path) as earlier:
        assert earlier.versions is None
        assert earlier.find(Keys(lambda: "p7", {"text": True})(A)) is not None
        assert earlier.versions == {"program": "p7"}


def test_nothing_is_loaded_where_everything_is_kept(tmp_path: Path) -> None:
    run(tmp_path, [A])

    def load() -> Fake:
        raise AssertionError("loaded")

    output = OutputFolder(tmp_path)
    with EarlierRun(tmp_path) as earlier:
        reuse = Reuse(Keys(lambda: "p1", {"text": True}), earlier.find)
        assert run_batch([A], load, output, reuse=reuse).kept == 1
    output.discard()


def test_records_without_reuse_are_in_no_index(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    run_batch([A], lambda: Fake("p1"), output)
    output.commit({})
    assert len((tmp_path / "index.jsonl").read_bytes().splitlines()) == 1
    assert run(tmp_path, [A])[1] == ["a"]
