"""Whom a family name means that many people bear: by the post before it, else by who was named last."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.nouns import NounRow, Offices, Titles
from kg.model import Actor, ActorKind
from kg.recognise.lexicon import Sense
from kg.recognise.scan import Scan
from kg.recognise.surnames import PersonName
from kg.recognise.unknown import unknown

__all__ = ["with_namesakes"]


def with_namesakes(scan: Scan, found: dict[int, PersonName]) -> dict[int, PersonName]:
    """The names of an article, those of one family name that is said before given names ("Kim") told apart."""
    bearers = _bearers(scan, found.values())
    last: dict[str, PersonName] = {}
    told: dict[int, PersonName] = {}
    for place, name in sorted(found.items()):
        family = _family(scan, name)
        if family in bearers and name.last - name.first == 1:
            told[place] = name._replace(actor=_meant(scan, name, bearers[family], last.get(family)))
        else:
            told[place] = name
        if family is not None and (name.last - name.first > 1 or _post(scan, name) is not None):
            last[family] = told[place]
    return told


def _bearers(scan: Scan, names: Iterable[PersonName]) -> dict[str, list[PersonName]]:
    """Who is named in the article, by family name: those in full."""
    bearers: dict[str, list[PersonName]] = {}
    for name in sorted(names):
        family = _family(scan, name)
        if family is not None:
            full = bearers.setdefault(family, [])
            full.extend([name] if name.last - name.first > 1 else [])
    return bearers


def _family(scan: Scan, name: PersonName) -> str | None:
    """The family name, in the genitive as well; None of a name that says it last."""
    first = scan.lexicon.family_first
    forms = (scan.tokens[place].form for place in range(name.first, min(name.first + 2, name.last)))
    return next((family for form in forms for family in (form, form.removesuffix("s")) if family in first), None)


def _meant(scan: Scan, name: PersonName, bearers: list[PersonName], last: PersonName | None) -> Actor:
    post = _post(scan, name)
    if post is None:
        return last.actor if last is not None and _near(scan, last, name) else name.actor
    before = [bearer for bearer in bearers if bearer.first < name.first] or bearers
    fitting = next((bearer.actor for bearer in reversed(before) if _fits(scan, name, bearer)), None)
    return fitting or _holder(scan, name, post.row) or (name.actor if _may_lead(post.row) else _somebody(scan, name))


def _near(scan: Scan, last: PersonName, name: PersonName) -> bool:
    """Whether somebody was named in this sentence or the one before."""
    between = scan.text.sentence_at(name.first).number - scan.text.sentence_at(last.first).number
    return between <= 1


def _post(scan: Scan, name: PersonName) -> Sense | None:
    """The office or title right before a name; a form of address tells nothing."""
    here = scan.text.sentence_at(name.first).first < name.first
    sense = scan.senses.get(name.first - 1) if here else None
    row = None if sense is None else sense.row
    told = isinstance(row, Offices) or (isinstance(row, Titles) and not row.address)
    return sense if told else None


def _fits(scan: Scan, name: PersonName, bearer: PersonName) -> bool:
    """Whether the post before the name is that of the bearer, or its last part: "Minister", "Verteidigungsminister"."""
    if bearer.first == 0:
        return False
    short, long = sorted((scan.tokens[place.first - 1].form.lower() for place in (name, bearer)), key=len)
    return long.endswith(short)


def _holder(scan: Scan, name: PersonName, row: NounRow) -> Actor | None:
    """Who of that family name holds or held the office somewhere: the one meant so far, else the only one."""
    gazetteer = scan.lexicon.gazetteer
    if not isinstance(row, Offices):
        return None
    posts = {post.id for post in gazetteer.posts.values() if post.role == row.role or post.id == row.post}
    holders = dict.fromkeys(term.holder for term in gazetteer.offices if term.office in posts)
    if name.actor.id in holders:
        return name.actor
    family = _family(scan, name) or ""
    known = [actor for holder in holders if (actor := gazetteer.actors[holder]).label_en.split()[0] == family]
    return known[0] if len(known) == 1 else None


def _may_lead(row: NounRow) -> bool:
    return isinstance(row, Titles) and row.leads


def _somebody(scan: Scan, name: PersonName) -> Actor:
    """Somebody whom no registry knows; one who is unknown already stays the same."""
    if not name.actor.registered:
        return name.actor
    return unknown(ActorKind.PERSON, _family(scan, name) or "", gender=None)
