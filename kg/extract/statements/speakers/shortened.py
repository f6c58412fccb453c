"""Which body a short name means that stood in brackets behind the whole one: "das Sekretariat für Handel (Sega)"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.firm_names import as_firm
from kg.extract.statements.speakers.unknown import group
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, MentionForm, Phrase

__all__ = ["spelled_out"]

_BODIES = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.STATE}
_SHORTEST = 2
_FARTHEST = 6
"""How many words before the bracket the noun stands at most."""


def spelled_out(page: Page, voice: Voice) -> Actor | None:
    """The body behind whose name "(Sega)" stands before; None where the voice is no short name or none stands."""
    place = voice.last - 1
    short = page.token(place).form
    known = len(voice.actors) != 1 or voice.actors[0].registered or voice.actors[0].kind not in _BODIES
    bare = voice.first == place or (voice.first == place - 1 and page.token(voice.first).tag == "ART")
    if known or not bare or voice.actors[0].label_de != short or len(short) < _SHORTEST:
        return None
    for token in page.text.tokens[1 : place - 1]:
        at = token.position
        if token.form == short and page.form(at - 1) == "(" and page.form(at + 1) == ")":
            return _before(page, at - 1, short)
    return None


def _before(page: Page, bracket: int, short: str) -> Actor | None:
    """The body whose words end before the bracket and have the letters of the short name."""
    last = -1
    for place in range(bracket - 1, max(bracket - _FARTHEST, page.sentence(bracket).first) - 1, -1):
        number = page.phrase_of[place]
        if number < 0 or number == last:
            continue
        last = number
        phrase = page.text.phrases[number]
        whole = voice_of(page, phrase, None)
        if whole is None or whole.pronoun or len(whole.actors) != 1 or whole.last < bracket:
            return None
        actor = _body(page, phrase, bracket, whole.actors[0])
        if actor is None or _stands_for(short, actor.label_de):
            return None if actor is None or whole.plural else as_firm(actor)
    return None


def _body(page: Page, phrase: Phrase, bracket: int, actor: Actor) -> Actor | None:
    """The body of a phrase, also where it tells of what somebody is the head: "Vorsitzende der Prüfgruppe (PG)"."""
    if actor.kind in _BODIES:
        return actor
    name = any(m.form is MentionForm.NAME for m in page.named.get(phrase.head, ()))
    return None if name else group(page, phrase.first, bracket, phrase)


def _stands_for(short: str, name: str) -> bool:
    """Whether a name begins as its short name does or has its figures: "Seco" of "Sekretariat", "G29"."""
    figures = "".join(letter for letter in short if letter.isdigit())
    if figures:
        return figures in name.replace("-", " ").split()
    return next((letter for letter in name if letter.isupper()), "") == short[0]
