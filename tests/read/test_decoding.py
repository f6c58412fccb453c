import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.decoding import decode, is_text
from read.texts import BODY

GERMAN = "Für „Größe“ – so hieß es – zahlten die Gäste 5 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "mac_roman", "cp850"])
@pytest.mark.parametrize("words", [BODY, "Für Österreich", "Die Größe zählt."])
def test_old_single_byte_encodings(encoding: str, words: str) -> None:
    assert decode(words.encode(encoding)) == words


def test_utf16_big_endian_with_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + BODY.encode("utf-16-be")) == BODY


def test_declared_encoding_is_tried() -> None:
    words = "Привет, Рига."
    assert decode(words.encode("koi8-r"), "koi8-r") == words
    assert decode(BODY.encode("latin-1"), "no-such-encoding") == BODY


def test_line_ends_stay() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


def test_broken_utf8_names_its_line() -> None:
    with pytest.raises(InputError, match="not valid UTF-8 in line 3"):
        decode(("Größe zählt für Österreich\n" * 2).encode() + b"Gr\xff\xc3\xb6\xc3\x9fe\n")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"{\\rtf1 x}", "RTF"),
        (b"a\0b" * 50, "binary"),
        (b"\0", "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode(data)


def test_cut_utf16_is_refused() -> None:
    with pytest.raises(InputError, match="not valid UTF-16"):
        decode(BODY.encode("utf-16")[:-1])


def test_is_text() -> None:
    assert is_text("Zeile\tmit\x0cSeite\n")
    assert is_text("x" * 200 + "\x07")
    assert not is_text("x\x07\x07")
    assert not is_text("halb \ud800")


@given(st.binary() | st.binary().map(lambda data: "Größe".encode("utf-16") + data))
def test_any_bytes_give_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data)
    except InputError:
        return
    assert is_text(text)
