"""Bytes to text: what is refused, with which reason, and what is left exactly as it is."""

import codecs
import io

import pytest

from civicspace.reading.bad_input import BadInputError
from civicspace.reading.text import MAX_BYTES, MAX_CHARACTERS, check_text, decode, read_text

REFUSED = [
    pytest.param(b"", "empty", "no text", id="no-bytes"),
    pytest.param(b" \t\r\n\xc2\xa0", "empty", "white space", id="white-space"),
    pytest.param(codecs.BOM_UTF8, "empty", "no text", id="byte-order-mark-alone"),
    pytest.param(b"Caf\xe9 owners held", "not_utf8", "byte 3 (0xE9, line 1)", id="latin-1"),
    pytest.param(b"One\ntwo \xff", "not_utf8", "byte 8 (0xFF, line 2)", id="second-line"),
    pytest.param(b"\xef\xbb\xbfa\xe9", "not_utf8", "byte 4", id="position-counts-the-mark"),
    pytest.param(b"cut short \xe2\x80", "not_utf8", "byte 10", id="half-a-character"),
    pytest.param(b"\xed\xa0\x80 held", "not_utf8", "byte 0", id="encoded-surrogate"),
    pytest.param("Arrests".encode("utf-16"), "not_utf8", "UTF-16", id="utf-16-with-mark"),
    pytest.param("Arrests in May".encode("utf-16-le"), "not_utf8", "UTF-16", id="utf-16-without-mark"),
    pytest.param("Arrests in May".encode("utf-16-be"), "not_utf8", "UTF-16", id="utf-16-big-endian"),
    pytest.param("Arrests".encode("utf-32"), "not_utf8", "UTF-32", id="utf-32"),
    pytest.param(b"Two men\0were held", "binary", "byte 7", id="nul"),
    pytest.param(b"\x7fELF\x02\x01\0\0\0\0held without charge for days", "binary", "NUL", id="program"),
    pytest.param(b"%PDF-1.4 held", "binary", "PDF", id="pdf"),
    pytest.param(b"PK\x03\x04 held", "binary", "Word", id="docx"),
    pytest.param(b"{\\rtf1 held}", "binary", "RTF", id="rtf"),
    pytest.param(b"1234 5678 - 90 ...", "no_letters", "letters", id="digits"),
    pytest.param("\u200b\u200f\ufeff".encode(), "no_letters", "letters", id="invisible"),
    pytest.param(b"a" * (MAX_CHARACTERS + 1), "too_long", "1,000,000", id="one-character-too-many"),
    pytest.param("😀".encode() * (MAX_CHARACTERS + 5), "too_long", "1,000,000", id="too-many-bytes"),
]


@pytest.mark.parametrize(("raw", "code", "says"), REFUSED)
def test_refused(raw: bytes, code: str, says: str) -> None:
    with pytest.raises(BadInputError) as caught:
        decode(raw)
    assert caught.value.code == code
    assert says in caught.value.message
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "Two men\r\nwere held.\r\n",
        "Old Mac\rline ends\r",
        "emoji 😀 and flags 🇰🇪",
        "\u200fمحكمة\u200e and \u202dmarks\u202c",
        "bell \a and escape \x1b[0m and form feed \f",
        "no\u00a0break\u202fspaces",
        "line\u2028and paragraph\u2029ends\x85",
        "a mark in the \ufeffmiddle",
        "  outer space kept  ",
        "e\u0301 stays two characters",
        "x",
    ],
)
def test_odd_text_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


def test_one_byte_order_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"held") == "\ufeffheld"


def test_the_limit_itself_is_allowed() -> None:
    assert len(decode(b"a" * MAX_CHARACTERS)) == MAX_CHARACTERS
    four_bytes_each = "𝔸" * MAX_CHARACTERS
    assert len(decode(codecs.BOM_UTF8 + four_bytes_each.encode())) == MAX_CHARACTERS


def test_a_long_stream_is_not_read_to_its_end() -> None:
    stream = io.BytesIO(b"a" * (MAX_BYTES + 1000))
    with pytest.raises(BadInputError, match="longer than"):
        read_text(stream)
    assert stream.tell() == MAX_BYTES + 1


def test_a_bad_byte_in_a_long_stream_is_named() -> None:
    with pytest.raises(BadInputError, match="byte 5 "):
        read_text(io.BytesIO(b"Arres\xff" + b"a" * (MAX_BYTES + 1000)))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(BadInputError) as caught:
        check_text("held \ud800 there")
    assert caught.value.code == "lone_surrogate"
    assert "U+D800" in caught.value.message
    assert "character 5" in caught.value.message
