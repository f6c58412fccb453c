"""Short names in brackets behind a body called by its whole name or described: "das Amt für Luft (AFL) … AFL"."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.nouns import Bodies, Organisations
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.scan import Scan
from kg.recognise.unknown import unknown

__all__ = ["with_short_names"]

_BODIES = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.STATE, ActorKind.GROUP}


def with_short_names(scan: Scan, mentions: list[ActorMention]) -> list[ActorMention]:
    """The same mentions; what a body is called in brackets behind it means that body in all the article."""
    full: dict[str, Actor] = {}
    for mention in mentions:
        short = _short(scan, mention)
        if short is not None and short not in full:
            body = _body(scan, mention)
            aliases = body.aliases if body.registered else tuple(dict.fromkeys((*body.aliases, short)))
            full[short] = replace(body, aliases=aliases)
    if not full:
        return mentions
    same = {actor.id: actor for actor in full.values()}
    return [replace(mention, actor=_meant(scan, mention, full, same)) for mention in mentions]


def _meant(scan: Scan, mention: ActorMention, full: dict[str, Actor], same: dict[str, Actor]) -> Actor:
    actor = mention.actor
    if actor.id in same:
        return same[actor.id]
    if actor.registered and mention.form is MentionForm.NAME:
        return full.get(scan.tokens[mention.last - 1].form, actor) if mention.last == mention.first + 1 else actor
    return full.get(actor.label_de, actor) if not actor.registered and actor.kind in _BODIES else actor


def _short(scan: Scan, mention: ActorMention) -> str | None:
    """The short name behind the whole one, or in it: in capitals, else with its first letter."""
    inner = (place for place in range(mention.first + 1, mention.last) if scan.tokens[place].form == "(")
    place = next(inner, mention.last) + 1
    forms = [token.form for token in scan.tokens[place - 1 : place + 2]]
    if len(forms) < 3 or forms[::2] != ["(", ")"] or not _is_body(scan, mention):
        return None
    form, registered = forms[1], mention.actor.registered
    label = scan.text.words(mention.span) if registered else mention.actor.label_de
    if registered and not _initials(label.partition(" (")[0], form):
        return None
    other = place in scan.hits and not _initials(label, form)
    known = other or place in scan.senses or place in scan.states
    alike = any(word.startswith(form[0]) for word in label.split())
    called = form.isalpha() and form[0].isupper() and (form.isupper() or (alike and scan.tokens[place].tag == "NE"))
    return form if called and not known and form != label and len(form) > 1 else None


def _initials(label: str, form: str) -> bool:
    """As in "Institute for Water Flow (IWF)": a short name of the first letters is this body's own, whoever else is
    known by it."""
    words = label.replace("-", " ").split()
    return len(form) > 1 and "".join(word[0] for word in words if word[0].isupper()) == form


def _body(scan: Scan, mention: ActorMention) -> Actor:
    """The body itself where its bare noun describes it."""
    row = scan.senses[mention.last - 1].row if mention.actor.kind is ActorKind.GROUP else None
    return unknown(row.kind, mention.actor.label_de) if isinstance(row, Bodies | Organisations) else mention.actor


def _is_body(scan: Scan, mention: ActorMention) -> bool:
    """Whether a body is meant, also by its bare noun: "der Rechnungshof (RH)"."""
    sense = scan.senses.get(mention.last - 1)
    whose = any(scan.joined(place, "genitive") for place in range(mention.first + 1, mention.last - 1))
    bare = sense is not None and isinstance(sense.row, Bodies | Organisations) and not (mention.plural or whose)
    return mention.actor.kind in _BODIES or (bare and mention.actor.kind is ActorKind.GROUP)
