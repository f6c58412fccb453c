"""simplemma's dictionary of forms, unpacked where a word asks for it: all 1.1 million German forms at once take most of
a second and 120 MB, and a build of few articles asks for few of them.

The file is a list of records in the order of their keys. A record has the length that its key shares with the key
before, the rest of the key, and what makes its value: the value before again, or the key without its end and with
another. A run of keys that begin with the same letters can be read by itself; a pattern finds where the runs begin.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryFactory, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

__all__ = ["Forms", "known", "lemma"]

_MAGIC = b"SMFC1\0"
_COMMON = 5
"""Bytes that the keys of a run have in common."""
_LONGEST = 127
"""Longer parts of a key would have a length of two bytes."""
_AS_BEFORE, _AS_IT_IS = 254, 255
"""In place of the length of a key's end: the value is that of the key before; it stands there whole."""


class Forms(Mapping[str, str]):
    """The lemma of every form of one language."""

    def __init__(self, data: bytes) -> None:
        """`data` is the unpacked file."""
        self._data = data
        self._bounds: list[int] = []
        self._before: list[bytes] = []
        """Of each run, what the key before it begins with."""
        self._numbers: dict[bytes, int] = {}
        """The number of the run by what its keys begin with."""
        self._read: dict[int, tuple[dict[bytes, bytes], bytes]] = {}
        begin = b""
        for number, run in enumerate(_pattern().finditer(data, _after_count(data))):
            start = run.start()
            self._bounds.append(start)
            self._before.append(begin)
            begin = (begin[: data[start]] + data[start + 2 : start + 2 + data[start + 1]])[:_COMMON]
            self._numbers[begin] = number
        self._bounds.append(len(data))

    def __getitem__(self, form: str) -> str:
        key = form.encode()
        number = self._numbers.get(key[:_COMMON])
        if number is None:
            raise KeyError(form)
        return self._run(number)[0][key].decode()

    def get(self, form: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The lemma of a form; most forms that are asked for are not there, and an exception takes long."""
        key = form.encode()
        number = self._numbers.get(key[:_COMMON])
        value = None if number is None else self._run(number)[0].get(key)
        return default if value is None else value.decode()

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._before)):
            yield from (key.decode() for key in self._run(number)[0])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _run(self, number: int) -> tuple[dict[bytes, bytes], bytes]:
        """The keys and values of a run, and its last value."""
        if number not in self._read:
            self._read[number] = self._unpacked(number)
        return self._read[number]

    def _unpacked(self, number: int) -> tuple[dict[bytes, bytes], bytes]:
        data, place, end = self._data, self._bounds[number], self._bounds[number + 1]
        key, found = self._before[number], dict[bytes, bytes]()
        value = self._run(number - 1)[1] if data[place + 2 + data[place + 1]] == _AS_BEFORE else b""
        while place < end:
            cut = place + 2 + data[place + 1]
            key = key[: data[place]] + data[place + 2 : cut]
            place = cut + 1
            if data[cut] != _AS_BEFORE:
                place = cut + 2 + data[cut + 1]
                kept = b"" if data[cut] == _AS_IT_IS else key[: len(key) - data[cut]]
                value = kept + data[cut + 2 : place]
            found[key] = value
        return found, value


@cache
def _pattern() -> re.Pattern[bytes]:
    """A record that shares few bytes with the key before, and all behind it that share more."""
    counted = b"|".join(re.escape(bytes([size])) + b".{%d}" % size for size in range(_LONGEST + 1))
    rest = b"(?:%s)(?:\xfe|[^\xfe](?:%s))" % (counted, counted)
    few, many = b"[\\x00-\\x%02x]" % (_COMMON - 1), b"[\\x%02x-\\x7f]" % _COMMON
    return re.compile(few + rest + b"(?:" + many + rest + b")*", re.DOTALL)


def _after_count(data: bytes) -> int:
    """Where the records begin: behind the magic words and a number whose last byte is below 128."""
    place = len(_MAGIC)
    while data[place] > _LONGEST:
        place += 1
    return place + 1


class _Factory(DictionaryFactory):
    """Gives simplemma the dictionaries that it asks for."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The dictionary of a language."""
        return _dictionary(lang)


@cache
def _dictionary(code: str) -> Mapping[str, str]:
    packed = files("simplemma") / "strategies" / "dictionaries" / "data" / f"{code}.plzma"
    data = lzma.decompress(packed.read_bytes())
    # Another version of the library may pack them otherwise, and then knows how.
    return Forms(data) if data.startswith(_MAGIC) else DefaultDictionaryFactory().get_dictionary(code)


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Factory()))


@cache
def _look_up() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_Factory())


def lemma(form: str, code: str) -> str:
    """The dictionary form, as simplemma has it."""
    found = None
    if form.isalpha():  # simplemma looks here first, with a capital and without, but takes five times as long
        words = _dictionary(code)
        found = words.get(form) or words.get(form.lower() if form[0].isupper() else form.capitalize())
    return _lemmatizer().lemmatize(form, lang=code) if found is None else found


def known(form: str, code: str) -> bool:
    """Whether the dictionary has the form, with a capital or without."""
    return _look_up().get_lemma(unicodedata.normalize("NFC", form), code) is not None
