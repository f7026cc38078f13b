"""The grammar of dates and durations: what a record may hold, and what it may not."""

from __future__ import annotations

import pytest

from civicspace_schemas.edtf import check_day, check_duration, check_edtf


@pytest.mark.parametrize(
    "value",
    [
        "2018", "0476", "2018-05", "2018-12", "2018-05-14", "2024-02-29",
        "2018-21", "2018-24", "2018-33", "2018-36", "2018-40", "2018-41",
        "201X", "20XX", "2018-XX", "2018-XX-05", "2018-05-XX", "2018-XX-XX", "XXXX-12-10", "XXXX-02-29",
        "2018?", "2018-05~", "2018-05-14%", "2018-XX-05?", "201X~",
        "2018/2019", "2018-05-03/2018-05-05", "2018-05-03/2018-06", "2018-05/..", "../2018-05", "2018~/2019?",
        "2018-05/2018-05", "2018/2018-05", "201X/2024", "2018-21/2018-22",
        "2018-05-14T19:00:00", "2018-05-14T00:00:00Z", "2018-05-14T19:00:00+05:30", "2018-05-14T19:00:00-03:00",
        "2018-05-14T10:00:00/2018-05-14T14:00:00",
    ],
)  # fmt: skip
def test_edtf_accepts(value: str) -> None:
    assert check_edtf(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "18", "2018 ", "2018\n", "２０１８", "May 2018", "2018-5", "2018-00", "2018-13", "2018-20", "2018-25",
        "2018-32", "2018-37", "2018-39", "2018-42", "2018-05-00", "2018-05-32", "2018-02-30", "2023-02-29",
        "2018-04-31", "2018-XX-00", "0000-01-01", "XXXX-02-30", "2018-21-05", "2018-33-XX",
        "2X18", "2XXX", "XXXX", "XXXX-05", "2018-X5", "2018-05-1X", "20XX-05",
        "?2018", "2018??", "2018-?05", "2018-05-14 19:00",
        "2018/", "/2018", "../..", "..", "2018/2019/2020", "2018-05-05/2018-05-03", "2019/2018", "2019-01/2018",
        "2018-05-14T19:00", "2018-05-14T24:00:00", "2018-05-14T19:60:00", "2018-05-14T19:00:61",
        "2018-05T19:00:00", "2018-02-30T10:00:00", "2018-05-14T19:00:00+5", "T19:00:00", "2018-W20", "P1Y",
        "[2018, 2019]", "{2018, 2019}", "Y12018", "-0044",
    ],
)  # fmt: skip
def test_edtf_refuses(value: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|day|backward|year"):
        check_edtf(value)


@pytest.mark.parametrize("value", ["2018-05-14", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_day_accepts(value: str) -> None:
    assert check_day(value) == value


@pytest.mark.parametrize("value", ["2018-05", "20180514", "2018-02-29", "2018-W20-1", "2018-05-14T00:00:00", ""])
def test_day_refuses(value: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        check_day(value)


@pytest.mark.parametrize("value", ["P10Y", "P2Y6M", "P6M", "P8D", "P3W", "PT36H", "PT90M", "P0.5Y", "P1DT1H30M10S"])
def test_duration_accepts(value: str) -> None:
    assert check_duration(value) == value


@pytest.mark.parametrize("value", ["P", "PT", "10Y", "P6M2Y", "P1DT", "PXM", "P-1D", "P1Y ", "p1y", "P1H", "", "P1Y\n"])
def test_duration_refuses(value: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        check_duration(value)
