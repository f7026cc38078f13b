"""What the head of a text tells of its title, its day of publication and its country."""

import pytest

from civicspace.importing.country_guess import guess_country, named_countries
from civicspace.importing.date_guess import guess_date, is_date_line
from civicspace.importing.title_guess import guess_title

BODY = "\n\nPolice held two editors of the Daily Lamp on Tuesday after the paper ran a story on land deals."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Uganda: two editors held", "Uganda: two editors held"),
        ("# Uganda: two editors held", "Uganda: two editors held"),
        ("PRESS RELEASE\n\nUganda: two editors held", "Uganda: two editors held"),
        ("3 May 2021\n\nUganda: two editors held", "Uganda: two editors held"),
        ("Published: 3 May 2021\nBy Ama Boko\nWhere are they?", "Where are they?"),
        ("Two editors were held in Kampala.", None),
        ("“we will march", "“we will march"),
        ("and then two editors", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    found = guess_title(head + BODY)
    assert (found.value if found else None) == title


@pytest.mark.parametrize("text", ["", "\n\n", "Uganda: two editors held", "1234\n\n5678"])
def test_no_title(text: str) -> None:
    assert guess_title(text) is None


@pytest.mark.parametrize(
    ("head", "day", "trust"),
    [
        ("A title\n\nPublished 3 May 2021", "2021-05-03", "sure"),
        ("A title\n\nPublished on: Monday, May 3rd, 2021", "2021-05-03", "sure"),
        ("A title\nDate: 2021-05-03", "2021-05-03", "sure"),
        ("A title\nDate: May 2021", "2021-05", "sure"),
        ("A title\n\nKampala, 3 May 2021 – Police", "2021-05-03", "likely"),
        ("A title\n\n(Kampala, May 3, 2021) – Police", "2021-05-03", "likely"),
        ("A title\n\n3rd of May 2021", "2021-05-03", "likely"),
        ("A title\n\nMon, 3 May 2021, 10:30 GMT", "2021-05-03", "likely"),
        ("A title\n\n13/05/2021", "2021-05-13", "likely"),
        ("A title\n\n05/13/2021", "2021-05-13", "likely"),
        ("A title\n\n03.05.2021", "2021-05-03", "likely"),
        ("A title\n\nBy Ama Boko | 3 May 2021", "2021-05-03", "likely"),
        ("Updated 4 May 2021\nPublished 3 May 2021", "2021-05-03", "sure"),
        ("3 May 2021\n\nPublished 4 May 2021", "2021-05-04", "sure"),
    ],
)
def test_day_of_publication(head: str, day: str, trust: str) -> None:
    found = guess_date(head + BODY)
    assert found is not None
    assert (found.value, found.trust) == (day, trust)


@pytest.mark.parametrize(
    "head",
    [
        "A title",
        "A title\n\nOn 3 May 2021 police held two editors of the Daily Lamp.",
        "A title\n\nPolice held two editors on 3 May 2021 – and freed one.",
        "Last updated: 3 May 2021",
        "A title\n\n03/05/2021",  # the third of May or the fifth of March
        "A title\n\n31 February 2021",
        "Events of 2021",
    ],
)
def test_no_day_of_publication(head: str) -> None:
    assert guess_date(head + BODY) is None


def test_a_stated_day_at_the_end_counts_and_a_bare_one_does_not() -> None:
    long = "A title" + BODY * 40
    stated = guess_date(f"{long}\n\nFirst published: 3 May 2021")
    assert stated is not None
    assert stated.value == "2021-05-03"
    assert guess_date(f"{long}\n\n3 May 2021") is None


@pytest.mark.parametrize(
    ("line", "expected"), [("3 May 2021", True), ("Monday 3 May 2021 10:30 am", True), ("Since 3 May 2021", False)]
)
def test_date_lines(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("title", "text", "code", "trust"),
    [
        ("Uganda: two editors held", "The Kenyan press protested.", "UG", "likely"),
        ("UGANDA: TWO EDITORS HELD", "", "UG", "likely"),
        (None, "Ugandan police held two Ugandans.\n\nThe US and the UK protested.", "UG", "likely"),
        ("Tripoli: Lebanese soldiers held", "In Lebanon, two were held.", "LB", "likely"),
        ("Côte d’Ivoire’s editors", "", "CI", "likely"),
        ("Israel and Palestine", "", "IL", "doubtful"),
        (None, "A Kenyan and a Ugandan met.", "KE", "doubtful"),
    ],
)
def test_country(title: str | None, text: str, code: str, trust: str) -> None:
    found = guess_country(f"{title or ''}\n\n{text}", title)
    assert found is not None
    assert (found.value, found.trust) == (code, trust)


def test_no_country() -> None:
    assert guess_country("They told us of turkey and china cups, by car.", None) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("South Sudan", ["SS"]),
        ("Equatorial Guinea", ["GQ"]),
        ("Guinea-Bissau", ["GW"]),
        ("the Democratic Republic of the Congo", ["CD"]),
        ("North Korean and South Korean officials", ["KP", "KR"]),
        ("Nigeria and Niger", ["NE", "NG"]),
    ],
)
def test_names_within_names(text: str, codes: list[str]) -> None:
    assert sorted(named_countries(text)) == codes
