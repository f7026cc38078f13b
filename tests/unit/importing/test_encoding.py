"""Bytes to characters: what is stated, what is UTF-8, what has to be guessed, and what is refused."""

import codecs
import unicodedata

import pytest

from civicspace.importing.encoding import decode_bytes, implausibility
from civicspace.reading.bad_input import BadInputError

SPANISH = "Activists José Núñez and Ángel Muñoz were held in the capital, the court said."
FRENCH = "“We will march,” François Lefèvre of the Forêt collective said – the court’s ruling came late."
TURKISH = "Reporters Şener Yılmaz and Gülşah İnce were held in İstanbul, Erdoğan’s office said."
POLISH = "Łukasz Wiśniewski and Michał Żak were held; Paweł Gąsior was freed, the court said."
VIETNAMESE = "The blogger Nguyễn Văn Đài was held in Hà Nội, the court said."
RUSSIAN = "Журналист Иван Петров был задержан в Москве, сообщил суд в понедельник."
ARABIC = "اعتقلت الشرطة ثلاثة صحفيين في القاهرة يوم الاثنين، حسبما قالت المحكمة."


@pytest.mark.parametrize("text", [SPANISH, FRENCH, TURKISH, POLISH, VIETNAMESE, RUSSIAN, ARABIC])
def test_utf8_is_utf8(text: str) -> None:
    found = decode_bytes(text.encode())
    assert (found.text, found.encoding, found.guessed, found.repairs) == (text, "utf-8", False, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("text", [SPANISH, VIETNAMESE, ARABIC])
def test_a_byte_order_mark_states_the_encoding(text: str, encoding: str) -> None:
    found = decode_bytes(text.encode(encoding))
    assert (found.text, found.guessed) == (text, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    found = decode_bytes(SPANISH.encode(encoding))
    assert (found.text, found.encoding, found.guessed) == (SPANISH, encoding, True)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (SPANISH, "latin-1", "cp1252"),
        (SPANISH, "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (TURKISH, "cp1254", "cp1254"),
        (POLISH, "cp1250", "cp1250"),
        (FRENCH, "mac_roman", "mac_roman"),
        (RUSSIAN, "cp1251", "cp1251"),
        (ARABIC, "cp1256", "cp1256"),
    ],
)
def test_older_encodings_are_guessed(text: str, written: str, read: str) -> None:
    found = decode_bytes(text.encode(written))
    assert (found.text, found.encoding, found.guessed) == (text, read, True)


def test_vietnamese_windows() -> None:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = ""
    for letter in VIETNAMESE:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        written += base + "".join(c for c in parts if c in tones)
    found = decode_bytes(written.encode("cp1258"))
    assert (found.text, found.encoding) == (VIETNAMESE, "cp1258")


def test_a_declared_encoding_counts_where_the_bytes_are_not_utf8() -> None:
    assert decode_bytes(POLISH.encode("iso8859-2"), "iso-8859-2").text == POLISH
    assert decode_bytes(FRENCH.encode("cp1252"), "iso-8859-1").text == FRENCH  # as browsers read that name
    assert decode_bytes(FRENCH.encode(), "iso-8859-1").text == FRENCH
    assert decode_bytes(SPANISH.encode("cp1252"), "no-such-encoding").text == SPANISH


def test_stray_bytes_in_utf8_are_mended_one_by_one() -> None:
    raw = (f"{SPANISH}\n{VIETNAMESE}\n").encode() + b"The court\x92s ruling came late.\n"
    found = decode_bytes(raw)
    assert found.text == f"{SPANISH}\n{VIETNAMESE}\nThe court’s ruling came late.\n"
    assert (found.encoding, found.guessed) == ("utf-8", False)
    assert [(repair.line, repair.before, repair.after) for repair in found.repairs] == [(3, "byte 0x92", "’")]


@pytest.mark.parametrize("raw", [b"\xff", b"caf\xe9", codecs.BOM_UTF16_LE + b"\x00\xd8\x41"])
def test_too_little_to_guess_from_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInputError, match="UTF-8") as caught:
        decode_bytes(raw)
    assert caught.value.code == "not_utf8"


@pytest.mark.parametrize("text", [SPANISH, FRENCH, TURKISH, POLISH])
def test_good_names_are_plausible(text: str) -> None:
    assert implausibility(text) == 0
