"""Checking a report's metadata, wherever they come from: an ID.toml, a line of JSON, or the options of ``add``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, time

from civicspace.reading.bad_input import BadInputError, shown
from civicspace.reading.countries import country_code, likely_code
from civicspace.reading.published import normal_published
from civicspace.report import Metadata

KEYS = tuple(field.name for field in fields(Metadata))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
    date: "a date",
    datetime: "a date",
    time: "a time of day",
}


def check_metadata(values: Mapping[str, object]) -> Metadata:
    """Metadata from keys and values; all keys are optional, and an empty value counts as none.

    A day may be a string or a date. Raises BadInputError: unknown_key, wrong_type, bad_date, unknown_country,
    bad_language, lone_surrogate.

    >>> check_metadata({"country": "kp", "published": "2018-07"}).country
    'KP'
    """
    checked: dict[str, str | None] = {}
    for key, value in values.items():
        if key not in KEYS:
            raise _unknown_key(key, KEYS)
        text = _text(key, value)
        if text is not None:
            check = _CHECKS.get(key)
            checked[key] = check(text) if check else text
    return Metadata(**checked)


def _unknown_key(key: str, known: tuple[str, ...]) -> BadInputError:
    close = difflib.get_close_matches(key, known, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(known)}"
    return BadInputError("unknown_key", f"unknown key {shown(key[:60])!r}: {hint}")


def check_keys(values: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Raise BadInputError (unknown_key) at the first key that is not among the known ones."""
    for key in values:
        if key not in known:
            raise _unknown_key(key, known)


def check_string(key: str, value: object) -> str:
    """The value of a key where it is a string; raises BadInputError (wrong_type, lone_surrogate)."""
    if not isinstance(value, str):
        kind = "null" if value is None else _TYPES.get(type(value), type(value).__name__)
        raise BadInputError("wrong_type", f"{key} must be a string, not {kind}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInputError("lone_surrogate", f"half a surrogate pair in {key}") from error
    return value


def _text(key: str, value: object) -> str | None:
    if value is None:
        return None
    if key == "published" and isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return check_string(key, value).strip() or None


def _published(value: str) -> str:
    try:
        return normal_published(value)
    except ValueError as error:
        raise BadInputError(
            "bad_date",
            f"published: {shown(value[:60])!r} is no date: write 2018-07-31, 2018-07, 2018 or another EDTF value",
        ) from error


def _country(value: str) -> str:
    code = country_code(value)
    if code is None:
        likely = likely_code(value)
        hint = f" (did you mean {likely}?)" if likely else ""
        raise BadInputError("unknown_country", f"country: {shown(value[:60])!r} is no ISO 3166 alpha-2 code{hint}")
    return code


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise BadInputError("bad_language", f'language: {shown(value[:60])!r} is no language code like "en" or "fr"')
    primary, hyphen, rest = value.partition("-")
    return primary.lower() + hyphen + rest


_CHECKS = {"published": _published, "country": _country, "language": _language}
