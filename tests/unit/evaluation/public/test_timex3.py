"""EDTF, ISO 8601 lengths and words to TIMEX3 values."""

import pytest

from civicspace import timex3


@pytest.mark.parametrize(
    ("edtf", "value"),
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
        ("2018-05-03/2018-05-05", "2018-05-03/2018-05-05"),
        ("2018-05/..", "2018-05"),
        ("../2018-23", "2018-FA"),
    ],
)
def test_calendar_values(edtf: str | None, value: str) -> None:
    assert timex3.calendar_value(edtf) == value


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
        ("P5D", "five working periods", "P5D"),
    ],
)
def test_durations(iso: str | None, words: str, value: str) -> None:
    assert timex3.duration_value(iso, words) == value


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
    assert timex3.set_value(words) == value


@pytest.mark.parametrize(
    ("kind", "words", "edtf", "value"),
    [
        ("time", "the evening of 14 May 2018", "2018-05-14", "2018-05-14TEV"),
        ("time", "the night hours", None, "XXXX-XX-XXTNI"),
        ("time", "7 in the evening on 14 May", "2018-05-14T19:00:00", "2018-05-14T19:00"),
        ("time", "5 o'clock", None, ""),
        ("date", "tonight", "2018-05-14", "2018-05-14"),
        ("date", "last autumn", "2017-23", "2017-FA"),
        ("date", "Monday", None, ""),
    ],
)
def test_values_by_kind(kind: timex3.TimexKind, words: str, edtf: str | None, value: str) -> None:
    assert timex3.value(kind, words, edtf, None) == value
