"""A report's key: another one wherever its record might be another one."""

import pytest

from civicspace.annotations import Warn
from civicspace.batch.keys import Keys
from civicspace.report import Metadata, Report

OPTIONS = {"text": True}
REPORT = Report("a", "Two men were held.", Metadata(title="Held", published="2018-07-31"), "a.txt")
FLAG = Warn("duplicate_text", "the text is the same as that of report x")


def key(
    report: Report = REPORT, warnings: tuple[Warn, ...] = (), program: str = "p", options: dict[str, bool] = OPTIONS
) -> str:
    return Keys(lambda: program, options)(report, warnings)


def test_a_key_is_the_same_for_the_same() -> None:
    assert key() == key()
    assert len(key()) == 64
    assert key(Report("a", REPORT.text, REPORT.metadata, "b/a.txt")) == key()


DIFFERENT = {
    "id": key(Report("b", REPORT.text, REPORT.metadata)),
    "text": key(Report("a", "Two men were held!", REPORT.metadata)),
    "line end": key(Report("a", "Two men were held.\n", REPORT.metadata)),
    "no metadata": key(Report("a", REPORT.text)),
    "published": key(Report("a", REPORT.text, Metadata(title="Held", published="2018-07-30"))),
    "the same value elsewhere": key(Report("a", REPORT.text, Metadata(source="Held", published="2018-07-31"))),
    "licence": key(Report("a", REPORT.text, Metadata(title="Held", published="2018-07-31", licence="CC0-1.0"))),
    "warning": key(warnings=(FLAG,)),
    "another warning": key(warnings=(Warn("duplicate_text", "the text is the same as that of report y"),)),
    "program": key(program="q"),
    "option": key(options={"text": False}),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_key_changes_with_all_that_a_record_depends_on(name: str) -> None:
    others = [other for kind, other in DIFFERENT.items() if kind != name]
    assert DIFFERENT[name] not in [key(), *others]


def test_the_program_is_asked_once_and_not_before_the_first_report() -> None:
    asked: list[int] = []

    def program() -> str:
        asked.append(1)
        return "p"

    keys = Keys(program, OPTIONS)
    assert not asked
    assert keys(REPORT) == keys(REPORT)
    assert len(asked) == 1
