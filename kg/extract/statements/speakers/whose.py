"""Whose somebody is who speaks: "seine Anwältin", "Holms Familie", "ihr Management" with the name of him or her."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.kinds import described
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.ahead import titles
from kg.extract.statements.speakers.owned import owner_begins
from kg.extract.statements.speakers.pronouns import pronoun
from kg.extract.statements.speakers.somebody import NAMING, personal
from kg.model import Actor, ActorKind, ActorMention, MentionForm, Span

__all__ = ["whose"]

_OWNED = ("kin", "somebody's office", "speaks for somebody")
"""Groups of words for those who are somebody's."""
_NO_OWNERS = frozenset({ActorKind.STATE, ActorKind.GROUP})
_REACH = 2
"""How many sentences "sein" and "ihr" look back for a name."""
_MARKS = "'’ "


def whose(page: Page, one: Found, voice: Voice, spoken: list[tuple[Found, Voice]]) -> Voice | None:
    """The voice with whose it is: "Anwältin von Otto Holm" of "seine Anwältin", "Holms Anwältin"; the person where the
    article names one who is that. None where the words tell no owner or nobody fits."""
    if voice.pronoun or len(voice.actors) != 1 or voice.actors[0].registered:
        return None
    land = _land(page, one, voice, spoken)
    if land is not None:
        return voice._replace(actors=(land,), reason="told by whose it is")
    if voice.actors[0].kind is not ActorKind.GROUP:
        return None
    if not _may_be_owned(page, voice.last - 1):
        return None
    owner = _named(page, voice) or _told(page, one, voice, spoken) or _in_compound(page, voice)
    if owner is None or owner.kind in _NO_OWNERS:
        return None
    known = _called(page, owner, voice)
    actor = known or _described(page, voice, owner)
    return voice._replace(actors=(actor,), reason="told by whose it is")


def _land(page: Page, one: Found, voice: Voice, spoken: list[tuple[Found, Voice]]) -> Actor | None:
    """The state that "sein Land", "seine Regierung" means, the body that "seine Partei" does: the one for which the
    person acts."""
    noun = page.token(voice.last - 1).lemma.lower() if voice.last - voice.first == 2 else ""
    body = noun in page.words("body of somebody")
    if not body and noun not in page.words("land of somebody"):
        return None
    owner = _told(page, one, voice, spoken)
    known = {actor.id: actor for actor in page.mentions.behind} | {m.actor.id: m.actor for m in page.mentions.actors}
    if body:
        return None if owner is None else _body(page, owner, known.get(owner.acts_for or ""), voice.first)
    seen: set[str] = set()
    while owner is not None and owner.kind is not ActorKind.STATE and owner.id not in seen:
        seen.add(owner.id)
        owner = known.get(owner.acts_for or "")
    return owner if owner is not None and owner.kind is ActorKind.STATE else None


def _body(page: Page, owner: Actor, known: Actor | None, before: int) -> Actor | None:
    """The body of which somebody is, as is known, or as "(SPD)", "von der SPD" behind the name tell."""
    if known is not None and known.kind is ActorKind.ORGANISATION:
        return known
    named = [m for m in page.mentions.actors if m.form is MentionForm.NAME and m.last <= before]
    for name in (mention for mention in reversed(named) if mention.actor == owner):
        opens = page.form(name.last) == "(" or page.token(name.last).tag == "APPR"
        beside = (m.actor for m in named if opens and 0 < m.first - name.last <= _REACH)
        body = next((actor for actor in beside if actor.kind is ActorKind.ORGANISATION), None)
        if body is not None:
            return body
    return None


def _may_be_owned(page: Page, place: int) -> bool:
    lemma = page.token(place).lemma.lower()
    listed = any(lemma.endswith(tuple(page.words(group))) for group in _OWNED)
    return page.token(place).tag == "NN" and (listed or personal(page, place))


def _named(page: Page, voice: Voice) -> Actor | None:
    """The owner whose name stands before the noun in the genitive: "Holms Anwältin", "Kranz' Familie"."""
    first = owner_begins(page, voice.first)
    names = (m for m in page.named.get(first, ()) if m.first == first and m.last < voice.last and m.form in NAMING)
    name = next(names, None)
    if name is None or not (page.form(name.last) in _MARKS or page.form(name.last - 1).endswith("s")):
        return None
    return name.actor


def _in_compound(page: Page, voice: Voice) -> Actor | None:
    """The one person of the article whose last name begins the compound: "ein Holm-Sprecher"."""
    part = page.token(voice.last - 1).form.rpartition("-")[0]
    people = (m.actor for m in page.mentions.actors if m.actor.kind is ActorKind.PERSON) if part else ()
    found = {actor for actor in people if " " in actor.label_de and actor.label_de.split()[-1] == part}
    return found.pop() if len(found) == 1 else None


def _told(page: Page, one: Found, voice: Voice, spoken: list[tuple[Found, Voice]]) -> Actor | None:
    """The owner whom "sein" or "ihr" means; nobody where "ihr" may as well be that of several."""
    form = page.form(voice.first)
    if page.token(voice.first).tag != "PPOSAT" or form not in page.words("third person") or _again(page, voice):
        return None
    his = form.startswith(tuple(page.words("his")))
    asked = voice._replace(actors=(), pronoun=True, plural=False, gender="m" if his else "f", last=voice.first + 1)
    found = _meant(page, one, asked, spoken)
    several = None if his else _meant(page, one, asked._replace(plural=True, gender=None), spoken)
    if found is None or (several is not None and several.certainty >= found.certainty) or len(found.actors) > 1:
        return None
    return found.actors[0] if _near(page, found.actors[0], voice, his=his) else None


def _again(page: Page, voice: Voice) -> bool:
    """As in "Er nimmt laut seinem Arzt ab": whoever "er" is, the possessive tells of him, too."""
    number = page.clause_of[voice.first]
    before = (p for p in page.own(page.text.clauses[number]) if p < voice.first) if number >= 0 else ()
    somebody = page.words("masculine") | page.words("feminine")
    return any(page.token(place).tag == "PPER" and page.form(place) in somebody for place in before)


def _near(page: Page, owner: Actor, voice: Voice, *, his: bool) -> bool:
    """Whether somebody is named right before the words, a woman as one where "ihr" tells of her."""
    first = page.text.sentences[max(0, page.sentence(voice.first).number - _REACH)].first
    named = [m for m in page.mentions.actors if m.actor == owner and first <= m.first < voice.first]
    person = owner.kind is ActorKind.PERSON
    return bool(named) and (his or not person or any("f" in {owner.gender, m.gender} for m in named))


def _meant(page: Page, one: Found, asked: Voice, spoken: list[tuple[Found, Voice]]) -> Voice | None:
    """Whom a possessive means; of whom the words tell may well be the one."""
    return pronoun(page, one._replace(voice=asked, content=Span(0, 0)), spoken)


def _called(page: Page, owner: Actor, voice: Voice) -> Actor | None:
    """The one person whom the article names as the owner's: "Hanna Reet, Holms Anwältin", "sein Anwalt Jan Reet"."""
    noun = page.token(voice.last - 1).lemma.lower()
    people = [m for m in page.mentions.actors if m.actor.kind is ActorKind.PERSON and m.form is MentionForm.NAME]
    posted = [m for m in people if any(t.lemma.lower().endswith(noun) for t in titles(page, m))]
    found = {m.actor for m in posted if m.actor != owner and _belongs(page, m, owner)}
    return found.pop() if len(found) == 1 else None


def _belongs(page: Page, mention: ActorMention, owner: Actor) -> bool:
    """Whether the owner's name or a possessive stands right before what somebody is called."""
    places = [mention.first - 1, mention.first]
    if page.form(mention.last) == ",":
        places.append(mention.last + 1)
    owners = any(m.actor == owner for place in places for m in page.named.get(place, ()))
    return owners or page.has("third person", places)


def _described(page: Page, voice: Voice, owner: Actor) -> Actor:
    """The description with its owner, and as it stands as another name."""
    actor = voice.actors[0]
    known = next((m for m in page.named.get(voice.first, ()) if m.first == voice.first and m.actor == owner), None)
    begin = voice.first if known is None else known.last
    label = actor.label_de.removeprefix(page.text.words(page.text.span(voice.first, begin)) if known else "")
    label = label.removeprefix(f"{owner.label_de.split()[-1]}-")
    noun = page.token(voice.last - 1)
    if page.form(voice.first).endswith("es"):
        label = label.replace(noun.form, noun.lemma)
    (of,) = page.words("whose it is")
    told = described(f"{label.strip(_MARKS)} {of} {owner.label_de}")
    words = voice.span.of(page.text.article.text)
    return replace(actor, id=told.id, label_en=told.label_en, label_de=told.label_de, aliases=(words,))
