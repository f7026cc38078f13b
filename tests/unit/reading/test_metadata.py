"""Metadata: what is taken, what is refused and how the message helps."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from civicspace.reading.bad_input import BadInputError
from civicspace.reading.metadata import check_metadata
from civicspace.reading.report_id import check_id, id_of_file
from civicspace.reading.sidecar import parse_sidecar, read_sidecar
from civicspace.report import Metadata


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        (b"", Metadata()),
        (b"\xef\xbb\xbfcountry = 'KE'", Metadata(country="KE")),
        (b"published = 2018-07-31", Metadata(published="2018-07-31")),
        (b"published = 2018-07-31T23:30:00+03:00", Metadata(published="2018-07-31")),
        (b'published = "2018-07-31T23:30:00Z"', Metadata(published="2018-07-31")),
        (b'published = "2018"', Metadata(published="2018")),
        (b'published = "2018-07"', Metadata(published="2018-07")),
        (b'published = "2018-07/2018-09"', Metadata(published="2018-07/2018-09")),
        (b'published = "2018-07-31~"', Metadata(published="2018-07-31~")),
        (b'country = "kp"', Metadata(country="KP")),
        (b'country = "XK"', Metadata(country="XK")),
        (b'title = ""\ncountry = "  "\npublished = ""', Metadata()),
        (b'title = " Two men held "\r\nlanguage = "EN-GB"\r\n', Metadata(title="Two men held", language="en-GB")),
    ],
)
def test_taken(toml: bytes, expected: Metadata) -> None:
    assert parse_sidecar(toml) == expected


@pytest.mark.parametrize(
    ("toml", "code", "says"),
    [
        (b"title = \nurl = 'a'", "bad_toml", "line 1"),
        (b"title = 'a'\ntitle = 'b'", "bad_toml", "TOML"),
        (b"published = 2018-02-30", "bad_date", "line 1"),
        (b"title = '\xe9'", "bad_toml", "byte 9"),
        (b"x = " + b"[" * 100_000, "bad_toml", "nested"),
        (b"contry = 'KE'", "unknown_key", "'country'"),
        (b"colour = 'red'", "unknown_key", "'colour'"),
        (b"[report]\ntitle = 'a'", "unknown_key", "'report'"),
        (b"title = 5", "wrong_type", "title must be a string, not a number"),
        (b"title = ['a']", "wrong_type", "a list"),
        (b"url = true", "wrong_type", "true or false"),
        (b"title = 2018-07-31", "wrong_type", "a date"),
        (b"published = 2018", "wrong_type", "published must be a string"),
        (b"published = 10:30:00", "wrong_type", "a time of day"),
        (b"published = '2018-02-30'", "bad_date", "'2018-02-30'"),
        (b"published = '2018-13'", "bad_date", "'2018-13'"),
        (b"published = '31/07/2018'", "bad_date", "'31/07/2018'"),
        (b"published = 'last July'", "bad_date", "'last July'"),
        (b"published = '2018-09/2018-07'", "bad_date", "2018-09/2018-07"),
        (b"published = '2018-07-31T25:00:00'", "bad_date", "T25"),
        (b"country = 'XX'", "unknown_country", "'XX'"),
        (b"country = 'PRK'", "unknown_country", "did you mean KP?"),
        (b"country = 'Kenya'", "unknown_country", "did you mean KE?"),
        (b"country = 'UK'", "unknown_country", "did you mean GB?"),
        (b"language = 'english'", "bad_language", "'english'"),
    ],
)
def test_refused(toml: bytes, code: str, says: str) -> None:
    with pytest.raises(BadInputError) as caught:
        parse_sidecar(toml)
    assert caught.value.code == code
    assert says in caught.value.message
    assert caught.value.message.isprintable()


def test_values_of_python_are_checked_too() -> None:
    assert check_metadata({"published": date(2018, 7, 31), "title": None}) == Metadata(published="2018-07-31")
    assert check_metadata({"published": datetime(2018, 7, 31, 12, tzinfo=UTC)}).published == "2018-07-31"
    with pytest.raises(BadInputError, match="surrogate"):
        check_metadata({"title": "a\udc80"})


def test_a_missing_sidecar_states_nothing(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.toml") == Metadata()


def test_messages_name_the_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"country = 'XX'")
    with pytest.raises(BadInputError, match=r"^a\.toml: country"):
        read_sidecar(path)


@pytest.mark.parametrize("name", ["2018-north-korea", "a", "ASA 24_5", "Ñandú", "报告", "v1.2", "x" * 200])
def test_ids_taken(name: str) -> None:
    assert check_id(name) == name


@pytest.mark.parametrize(
    "name",
    ["", " ", "a/b", "/etc/passwd", "..", "../a", "a..b", "a\\b", ".hidden", "a\nb", "a\0b", "a\x7f", " a", "a ", "a.",
     "a:b", "a*", "con", "NUL.x", "x" * 201, "é" * 101, "a\ud800", "a\u202eb", "a\u2028b"],
)  # fmt: skip
def test_ids_refused(name: str) -> None:
    with pytest.raises(BadInputError) as caught:
        check_id(name)
    assert caught.value.code == "bad_id"
    assert caught.value.message.isprintable()


def test_the_id_of_a_file_is_its_name_without_ending() -> None:
    assert id_of_file(Path("reports/2018.north.TXT")) == "2018.north"
