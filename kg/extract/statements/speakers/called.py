"""Whom a noun means that somebody was named by, also one that no table has: "Regulator Kranz … der Regulator"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.ahead import titles
from kg.extract.statements.speakers.somebody import definite, personal, speaks
from kg.model import Actor, ActorKind, ActorMention, MentionForm, Token

__all__ = ["called_by"]

_NOUNS = frozenset({"NN", "NE"})
_LONGEST = 3
"""Words of the description at most: "der bisherige Regulator"."""
_LONG = 10
"""Words of a post with what it is of, at most."""
_LEADS = frozenset({"ART", "APPR", "APPRART", "ADV", "KOUS", "KON", "PROAV"})
_FAR = 4
"""How many words behind a post tell what it is of."""
_SHORT = 4
"""Letters at least by which two words are taken for one."""


def called_by(page: Page, voice: Voice) -> Actor | None:
    """The one person named before with the noun of a definite description right at the name, or with the post of a
    compound and what it is of: "Vertreter der Kommission" for "der Kommissionsvertreter"."""
    if _of_something(page, voice):
        told = {mention.actor for mention in _people(page, voice) if _in_full(page, voice, mention)}
        return told.pop() if len(told) == 1 else None
    if not _describes(page, voice):
        return None
    head = page.token(voice.last - 1)
    post = personal(page, head.position)
    if not post and speaks(page, head.position):
        return None
    fits = _of_part if post else _same
    found = {m.actor for m in _people(page, voice) if any(fits(page, head, title) for title in _nouns(page, m))}
    return found.pop() if len(found) == 1 else None


def _describes(page: Page, voice: Voice) -> bool:
    """Whether a voice is a noun behind a definite article, with adjectives alone between."""
    if voice.plural or voice.pronoun or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return False
    inner = range(voice.first + 1, voice.last - 1)
    plain = 1 < voice.last - voice.first <= _LONGEST and all(page.token(place).tag == "ADJA" for place in inner)
    return plain and definite(page, voice.first) and page.token(voice.last - 1).tag in _NOUNS


def _of_something(page: Page, voice: Voice) -> bool:
    """Whether a voice is a post with what it is of: "der Sprecher des Krisenstabs"."""
    one = not (voice.plural or voice.pronoun) and len(voice.actors) == 1 and voice.actors[0].kind is ActorKind.GROUP
    if not one or not _LONGEST < voice.last - voice.first <= _LONG or not definite(page, voice.first):
        return False
    return personal(page, voice.first + 1) and page.token(voice.first + 2).tag in {"ART", "APPR", "APPRART"}


def _in_full(page: Page, voice: Voice, mention: ActorMention) -> bool:
    """As in "der Sprecher des Krisenstabs für Hochwasser, Otto Kranz,": whether a name stands behind the same words."""
    begin = min(mention.first, page.text.place_of(mention.name.start))
    words = page.forms[voice.first + 1 : voice.last]
    lead = max(page.sentence(begin).first, begin - _LONG)
    starts = range(lead, begin - len(words))
    apposed = page.form(begin - 1) == ","
    return apposed and any(page.forms[place : place + len(words)] == words for place in starts)


def _people(page: Page, voice: Voice) -> Iterator[ActorMention]:
    """The people named before a voice whose whole names are known."""
    for mention in page.mentions.actors:
        person = mention.actor.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
        if person and mention.first < voice.first and " " in mention.actor.label_de:
            yield mention


def _nouns(page: Page, mention: ActorMention) -> Iterator[Token]:
    """The nouns at a name: its titles, and the one right before it that no table has."""
    yield from titles(page, mention)
    first = page.sentence(mention.first).first
    begin = min(mention.first, page.text.place_of(mention.name.start))
    before = page.token(begin - 1) if begin > first else None
    if before is not None and before.form == ",":
        yield from _apposed(page, begin - 1)
    elif before is not None and before.form[0].isupper() and (before.tag not in _LEADS or "-" in before.form):
        yield before


def _apposed(page: Page, comma: int) -> Iterator[Token]:
    """The post of "der Vertreter der Kommission in Riga, Otto Kranz,": the first noun behind its article."""
    places = range(comma - 1, max(page.sentence(comma).first, comma - _LONG) - 1, -1)
    leads = [p for p in places if page.token(p).tag == "ART" and page.form(p) in page.words("the")]
    for lead in leads:
        noun = next((p for p in range(lead + 1, comma) if page.token(p).tag in _NOUNS), comma)
        if noun < comma and personal(page, noun):
            yield page.token(noun)


def _same(page: Page, head: Token, title: Token) -> bool:
    noun, named = _noun(head), _noun(title)
    return named == noun or (len(noun) >= _SHORT and title.lemma.lower().endswith(noun))


def _of_part(page: Page, head: Token, title: Token) -> bool:
    """As in "Vertreter der Kommission" for "Kommissionsvertreter"."""
    noun, post = head.lemma.lower(), title.lemma.lower()
    part = noun.removesuffix(post).rstrip("-s") if noun.endswith(post) else ""
    behind = range(title.position + 1, min(title.position + 1 + _FAR, page.sentence(title.position).last))
    return len(part) >= _SHORT and any(page.form(place).startswith(part) for place in behind)


def _noun(token: Token) -> str:
    return token.lemma.lower().rpartition("-")[2]
