"""EDTF, ISO 8601 lengths and words to TIMEX3 values."""

import pytest

from civicspace.annotations import TimexKind
from civicspace.timex3.lengths import duration_value
from civicspace.timex3.sets import frequency, quantifier, set_value
from civicspace.timex3.values import calendar_value, part_of_day, value


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        (None, ""),
        ("2018", "2018"),
        ("2018-05", "2018-05"),
        ("2018-05-14", "2018-05-14"),
        ("2018-05~", "2018-05"),
        ("2018-05-14T19:00:00", "2018-05-14T19:00"),
        ("2018-05-14T19:00:30", "2018-05-14T19:00:30"),
        ("2018-05-14T19:00:00Z", "2018-05-14T19:00"),
        ("2018-21", "2018-SP"),
        ("2018-22", "2018-SU"),
        ("2018-23", "2018-FA"),
        ("2018-24", "2018-WI"),
        ("2018-33", "2018-Q1"),
        ("2018-36", "2018-Q4"),
        ("2018-40", "2018-H1"),
        ("2018-41", "2018-H2"),
        ("199X", "199"),
        ("19XX", "19"),
        ("2018-XX-14", "2018-XX-14"),
        ("2018-01/2018-06", "2018-H1"),
        ("2018-07/2018-12", "2018-H2"),
        ("2018-07/2018-06", "2018-07/2018-06"),
        ("2018-01/2018-12", "2018-01/2018-12"),
        ("2019-10-07/2019-10-13", "2019-W41"),
        ("2018-12-31/2019-01-06", "2019-W01"),
        ("2019-10-12/2019-10-13", "2019-W41-WE"),
        ("2019-10-08/2019-10-14", "2019-10-08/2019-10-14"),
        ("2018-06-30/2018-09-28", "2018-Q3"),
        ("2018-06-30/2018-12-28", "2018-06-30/2018-12-28"),
        ("2018-05-03/2018-05-05", "2018-05-03/2018-05-05"),
        ("2018-05/..", "2018-05"),
        ("../2018-23", "2018-FA"),
    ],
)
def test_calendar_values(edtf: str | None, told: str) -> None:
    assert calendar_value(edtf) == told


@pytest.mark.parametrize(
    ("iso", "words", "value"),
    [
        ("P10Y", "ten years", "P10Y"),
        ("P10Y", "a decade", "P1DE"),
        ("P10Y", "more than a decade", "P1DE"),
        ("P20Y", "two decades", "P2DE"),
        ("P300Y", "three centuries", "P3CE"),
        ("P3M", "the past quarter", "P1Q"),
        ("P3D", "three nights", "P3NI"),
        ("P50Y", "half a century", "P50Y"),
        ("P2W", "a fortnight", "P2W"),
        ("PT36H", "36 hours", "PT36H"),
        ("P2Y6M", "two years and six months", "P2Y6M"),
        (None, "several months", "PXM"),
        (None, "a few weeks", "PXW"),
        (None, "hours", "PTXH"),
        (None, "decades", "PXDE"),
        (None, "two generations", "P2GE"),
        (None, "more than three years", "P3Y"),
        (None, "over 24 hours", "PT24H"),
        (None, "nearly a hundred years", "P100Y"),
        (None, "more than half a century", "PXCE"),
        (None, "some hundred years", "PXY"),
        (None, "two or three days", "PXD"),
        (None, "10 to 15 minutes", "PTXM"),
        (None, "a long time", ""),
        (None, "a little more than a month", "P1M"),
        (None, "two and a half years", "PXY"),
        (None, "1,500 hours", "PT1500H"),
        (None, "a couple of years", "P2Y"),
        (None, "the next couple of days", "P2D"),
        (None, "couple", ""),
        ("P5D", "five working periods", "P5D"),
    ],
)
def test_durations(iso: str | None, words: str, value: str) -> None:
    assert duration_value(iso, words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every Friday", "XXXX-WXX-5"),
        ("Mondays", "XXXX-WXX-1"),
        ("every Sunday morning", "XXXX-WXX-7TMO"),
        ("each July", "XXXX-07"),
        ("every 5 May", "XXXX-05-05"),
        ("May 1st every year", "XXXX-05-01"),
        ("each summer", "XXXX-SU"),
        ("weekends", "XXXX-WXX-WE"),
        ("daily", "P1D"),
        ("nightly", "XXXX-XX-XXTNI"),
        ("every night", "XXXX-XX-XXTNI"),
        ("twice a week", "P1W"),
        ("every two weeks", "P2W"),
        ("every other day", "P2D"),
        ("every three hours", "PT3H"),
        ("a fortnight", "P2W"),
        ("again and again", ""),
    ],
)
def test_sets(words: str, value: str) -> None:
    assert set_value(words, part_of_day(words)) == value


@pytest.mark.parametrize(
    ("kind", "words", "edtf", "told"),
    [
        ("time", "the evening of 14 May 2018", "2018-05-14", "2018-05-14TEV"),
        ("time", "the night hours", None, "XXXX-XX-XXTNI"),
        ("time", "7 in the evening on 14 May", "2018-05-14T19:00:00", "2018-05-14T19:00"),
        ("time", "5 o'clock", None, ""),
        ("date", "tonight", "2018-05-14", "2018-05-14"),
        ("date", "last autumn", "2017-23", "2017-FA"),
        ("date", "Monday", None, ""),
        ("date", "several years ago", None, "PAST_REF"),
        ("date", "a few weeks later", None, ""),
    ],
)
def test_values_by_kind(kind: TimexKind, words: str, edtf: str | None, told: str) -> None:
    assert value(kind, words, edtf, None) == told


@pytest.mark.parametrize(
    ("words", "quant", "freq"),
    [
        ("every Friday", "EVERY", ""),
        ("each month", "EACH", ""),
        ("every other day", "EVERY OTHER", ""),
        ("twice a week", "", "2X"),
        ("three times every month", "EVERY", "3X"),
        ("many times a year", "", ""),
        ("daily", "", ""),
    ],
)
def test_how_often(words: str, quant: str, freq: str) -> None:
    assert (quantifier(words), frequency(words)) == (quant, freq)
