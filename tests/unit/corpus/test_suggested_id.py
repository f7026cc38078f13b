"""Ids for reports that were given none."""

import pytest

from civicspace.corpus.suggested_id import is_fit, slug, suggested_id, year_told


@pytest.mark.parametrize(
    ("year", "country", "title", "stem", "taken", "expected"),
    [
        ("2023", "Uganda", "Uganda: two editors held", "scan 1", (), "2023-uganda"),
        ("2023", "Uganda", "Uganda: the editors held", "", ("2023-uganda",), "2023-uganda-editors"),
        ("2023", "Uganda", "Uganda in 2023", "", ("2023-uganda",), "2023-uganda-2"),
        ("2023", "Uganda", None, "", ("2023-uganda", "2023-uganda-2"), "2023-uganda-3"),
        ("2023", "Ivory Coast", None, "", (), "2023-ivory-coast"),
        (None, "Uganda", None, "", (), "uganda"),
        ("2023", None, None, "My Report (2)", (), "2023-my-report-2"),
        ("2023", None, None, "report-2023", (), "report-2023"),
        (None, None, "Where are they now, the five?", "", (), "where-are-they-now"),
        ("2023", None, None, "", (), None),
        ("2023", None, "你好", "报告", (), None),
    ],
)
def test_suggestions(  # noqa: PLR0917 - the columns of the table
    year: str | None, country: str | None, title: str | None, stem: str, taken: tuple[str, ...], expected: str | None
) -> None:
    assert suggested_id(year, country, title, stem, taken.__contains__) == expected


@pytest.mark.parametrize(
    ("title", "published", "text", "year"),
    [
        ("Uganda: events of 2021", "2022-01-13", "", "2021"),
        ("From 2019 to 2021", "2022-01-13", "", "2022"),
        (None, "2022-01", "", "2022"),
        (None, None, "In 2019, in 2020 and again in 2020", "2020"),
        (None, None, "In 2019 and in 2020", "2020"),
        (None, None, "12019 men", None),
    ],
)
def test_years(title: str | None, published: str | None, text: str, year: str | None) -> None:
    assert year_told(title, published, text) == year


@pytest.mark.parametrize(("name", "expected"), [("São Tomé", "sao-tome"), ("Cote d’Ivoire", "cote-d-ivoire"), ("", "")])
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("stem", "fit"), [("2018-north-korea", True), ("a.b_c", True), ("New report", False), ("Über", False), ("", False)]
)
def test_fit(stem: str, fit: bool) -> None:
    assert is_fit(stem) is fit
