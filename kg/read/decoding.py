"""Bytes → text, by byte order mark, UTF-8, or the old single-byte encodings of German text.

A guess among the single-byte ones counts which reading gives German letters and quotation marks; general detectors need
longer texts (they read "Für" in Latin-1 as Chinese).
"""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

__all__ = ["decode", "is_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
_EXPECTED = re.compile("[äöüÄÖÜß]|(?<!\\w)[„“‚‘–—…«»›‹€§]|[“”‘’–—…«»°\u00a0](?!\\w)|[éèáàóçñ]")
_UMLAUT = re.compile("[äöüÄÖÜß]")
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_REPLACED = "\ufffd"
_HEAD = 4096


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file without byte order mark; line ends stay as they are.

    `declared` is an encoding that the file names itself (HTML); it is tried after UTF-8. InputError says what the file
    is instead of text, or where its UTF-8 breaks.
    """
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            raise InputError(f"is {kind}, not text: save it as plain text in UTF-8")
    text = _decoded(data, declared)
    if not is_text(text):
        raise InputError("is binary, not text: give a text file")
    return text


def is_text(text: str) -> bool:
    """Whether it has no NUL, no half of a surrogate pair, and hardly any other control characters."""
    if "\0" in text or not _encodes(text):
        return False
    return len(_CONTROL.findall(text)) * 100 <= len(text)


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _decoded(data: bytes, declared: str | None) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)
    if encoding is not None:
        return _strictly(data, encoding)
    for name in ("utf-8", declared):
        try:
            if name is not None:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    _refuse_broken_utf8(data)
    return max((data.decode(name, "replace") for name in _SINGLE_BYTE), key=_expected_letters)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero in western text."""
    head = data[:_HEAD] if len(data) % 2 == 0 else b""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if not head or max(even, odd) * 4 < len(head) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise InputError(f"is not valid {encoding.upper()} at byte {fault.start}: save it as UTF-8") from None


def _refuse_broken_utf8(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACED)
    sound = sum(1 for character in text if character > "\x7f") - broken
    if sound > 4 * broken:
        line = text[: text.index(_REPLACED)].count("\n") + 1
        raise InputError(f"is not valid UTF-8 in line {line}: save it as UTF-8")


def _expected_letters(text: str) -> int:
    return len(_EXPECTED.findall(text)) + len(_UMLAUT.findall(text))
