"""The fields of a user's registry entry, checked one by one."""

from __future__ import annotations

import re
from typing import Any

from kg.gazetteer.entries import Entry
from kg.gazetteer.gazetteer import Words
from kg.model import Actor, ActorKind, Office, PartialDate, Place, PlaceKind

__all__ = ["FIELDS", "FieldError", "entry_of", "terms_of"]

FIELDS = (
    "id",
    "wikidata",
    "type",
    "label_en",
    "label_de",
    "aliases_de",
    "aliases_en",
    "country",
    "role_de",
    "role_en",
    "verified_by",
    "gender",
    "body",
    "offices",
)

_KINDS = {
    "Parliament": ActorKind.ORGANISATION,
    "GovernmentAgency": ActorKind.ORGANISATION,
    "Party": ActorKind.ORGANISATION,
    "PrivateMilitaryCompany": ActorKind.ORGANISATION,
    "University": ActorKind.ORGANISATION,
    "SeparatistEntity": ActorKind.ORGANISATION,
    "SocialNetwork": ActorKind.MEDIA_ORGANISATION,
} | {kind.value: kind for kind in ActorKind}
_PLACES = {
    "City": PlaceKind.CITY,
    "Region": PlaceKind.REGION,
    "Facility": PlaceKind.FACILITY,
    "Battlefield": PlaceKind.FRONT,
}
_MARKS = ("adj:", "demonym:", "metonym:")


class FieldError(Exception):
    """A field whose value cannot be; the message says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def entry_of(values: dict[str, Any], states: frozenset[str]) -> Entry:
    """The entry that a record means; `states` are the ids that its `country` may name. Raises FieldError."""
    for name, value in values.items():
        _check_type(name, value)
    key, kind = _id(values), _text(values, "type")
    label_en = _text(values, "label_en")
    label_de = values.get("label_de") or label_en
    country = values.get("country")
    if country is not None and country not in states:
        raise FieldError("country", f"no actor has the id {country!r}")
    named = [name for name in values.get("aliases_de", []) if not name.startswith(_MARKS)]
    words = Words(
        names=tuple(dict.fromkeys((label_de, *named))),
        foreign=tuple(dict.fromkeys((label_en, *_plain(values.get("aliases_en", []))))),
        adjectives=_marked(values, "adj:"),
        demonyms=_marked(values, "demonym:"),
        metonyms=_marked(values, "metonym:"),
    )
    common: dict[str, Any] = {
        "id": key,
        "label_en": label_en,
        "label_de": label_de,
        "aliases": tuple(name for name in dict.fromkeys(named) if name != label_de),
        "wikidata": _wikidata(values),
    }
    if kind in _PLACES:
        return Entry(place=Place(kind=_PLACES[kind], country=country, **common), words=words)
    if kind not in _KINDS:
        raise FieldError("type", f"{kind!r} is none of {', '.join(sorted((*_KINDS, *_PLACES)))}")
    actor = Actor(
        kind=_KINDS[kind],
        acts_for=country,
        role_de=values.get("role_de"),
        role_en=values.get("role_en"),
        gender=_gender(values),
        aliases_en=tuple(_plain(values.get("aliases_en", []))),
        **common,
    )
    return Entry(actor=actor, words=words, body=values.get("body"), adjective_en=_english_adjective(values))


def terms_of(values: dict[str, Any], offices: frozenset[str]) -> list[Office]:
    """The dated offices of a record: "OFFICE SINCE/UNTIL". Raises FieldError."""
    terms = []
    for words in values.get("offices", []):
        office, _, interval = words.partition(" ")
        if office not in offices:
            raise FieldError("offices", f"no office has the id {office!r}")
        try:
            ends = [None if part in {"", ".."} else PartialDate(part) for part in f"{interval}/".split("/")[:2]]
        except ValueError as fault:
            raise FieldError("offices", str(fault)) from None
        terms.append(Office(office=office, holder=str(values["id"]), since=ends[0], until=ends[1]))
    return terms


def _check_type(name: str, value: Any) -> None:
    if name not in FIELDS:
        raise FieldError(name, f"unknown; fields: {', '.join(FIELDS)}")
    if name in {"aliases_de", "aliases_en", "offices"}:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise FieldError(name, "must be a list of words")
    elif value is not None and not isinstance(value, str):
        raise FieldError(name, "must be words in quotation marks")


def _text(values: dict[str, Any], field: str) -> str:
    value = values.get(field)
    if not value:
        raise FieldError(field, "must not be empty")
    return str(value)


def _id(values: dict[str, Any]) -> str:
    key = _text(values, "id")
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key) is None:
        raise FieldError("id", f"{key!r} must be small letters and digits joined by hyphens")
    return key


def _wikidata(values: dict[str, Any]) -> str | None:
    value = values.get("wikidata")
    if value is not None and re.fullmatch(r"Q[1-9]\d*", value) is None:
        raise FieldError("wikidata", f"{value!r} is not an id such as Q423")
    return value


def _gender(values: dict[str, Any]) -> str | None:
    value = values.get("gender")
    if value not in {None, "m", "f"}:
        raise FieldError("gender", f"{value!r} is neither m nor f")
    return value


def _plain(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(_MARKS)]


def _marked(values: dict[str, Any], mark: str) -> tuple[str, ...]:
    return tuple(name[len(mark) :].strip() for name in values.get("aliases_de", []) if name.startswith(mark))


def _english_adjective(values: dict[str, Any]) -> str | None:
    found = [name[4:].strip() for name in values.get("aliases_en", []) if name.startswith("adj:")]
    return found[0] if found else None
