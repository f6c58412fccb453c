"""Who is named nearest before a pronoun, and whom it cannot mean."""

from __future__ import annotations

from kg.extract.kinds import kind_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.agreement import fits
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.speakers.subject_before import acting_before
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, ActorMention, ClauseKind, MentionForm

__all__ = ["before_words", "described", "in_clause", "is_body", "named_before", "person_before", "unnamed_afar"]

_REACH = 4
"""How many sentences a pronoun looks back for a name."""
_SOON = 2
"""The same for several."""
_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION, MentionForm.METONYM})


def in_clause(page: Page, voice: Voice) -> set[Actor]:
    """Those named in the pronoun's own clause, and of whom a relative clause tells, whom it cannot mean: "Kranz warf
    er vor, …", "die Kammer, der sie vorwirft, …"."""
    token = page.token(voice.first)
    number = page.clause_of[voice.first]
    if token.tag != "PPER" or number < 0:
        return set()
    clause = page.text.clauses[number]
    places = [place for place in page.own(clause) if place != voice.first]
    if clause.kind is ClauseKind.RELATIVE and page.form(clause.first - 1) == ",":
        places.append(clause.first - 2)
    return {m.actor for place in places for m in page.named.get(place, ())}


def is_body(page: Page, voice: Voice) -> bool:
    """Whether a speaker is no person: "sie" farther on means a woman rather than the police."""
    actor = voice.actors[0]
    if actor.kind is ActorKind.GROUP:
        return kind_of(page.language, actor.label_de, single=True) is not None
    return actor.kind is not ActorKind.PERSON


def person_before(page: Page, voice: Voice, here: int, inside: set[Actor]) -> tuple[Actor, str] | None:
    """The person named in this sentence or the one before, and why; of several the one who acts there."""
    if voice.plural:
        return None
    first = page.text.sentences[max(0, here - 1)].first
    found = {
        mention.actor
        for mention in page.mentions.actors
        if first <= mention.first < voice.first
        and mention.actor.kind is ActorKind.PERSON
        and mention.actor not in inside
        and fits(voice, mention)
    }
    if len(found) == 1:
        return found.pop(), "the one person named right before"
    acting = found & acting_before(page, here)
    return (acting.pop(), "the one person who acts in the sentence before") if len(acting) == 1 else None


def described(page: Page, mention: ActorMention) -> Voice | None:
    """The voice of a phrase that describes somebody: "die Ministerin" may be one named before."""
    number = page.phrase_of[mention.last - 1] if mention.actor.kind is ActorKind.GROUP else -1
    return None if number < 0 else voice_of(page, page.text.phrases[number], None)


def before_words(page: Page, voice: Voice, here: int) -> int:
    """Where the words begin that go before the one told of: "Der Torwart war müde. Wir haben verloren. Das tut weh,
    sagte er": the number of the first sentence of somebody's "wir" and "ich"."""
    mine = page.words("first person")
    paragraph = page.sentence(voice.first).paragraph
    while here > 1:
        before = page.text.sentences[here - 1]
        mains = [clause for clause in page.clauses_in(before) if clause.kind is ClauseKind.MAIN]
        own = mains and not any(mine.isdisjoint(page.form(p) for p in page.own(clause)) for clause in mains)
        if not own or before.paragraph != paragraph:
            return here
        here -= 1
    return here


def named_before(page: Page, voice: Voice, here: int, inside: set[Actor]) -> ActorMention | None:
    """The nearest mention whom a pronoun agrees with, in its reach; `here` is the number of its sentence."""
    for mention in reversed(page.mentions.actors):
        if mention.first >= voice.first or mention.form not in _NAMING or mention.actor in inside:
            continue
        distance = here - page.sentence(mention.first).number
        if distance > _REACH:
            return None
        if fits(voice, mention) and _told_of(page, mention, distance):
            return mention
    return None


def _told_of(page: Page, mention: ActorMention, distance: int) -> bool:
    """Whether a pronoun so far behind may mean somebody: a body only right before, several soon, of a description one
    of people that is no predicate."""
    if mention.actor.kind is ActorKind.PERSON:
        return True
    if mention.actor.kind is not ActorKind.GROUP:
        return distance <= (_SOON if mention.plural else 1)
    places = range(mention.first, mention.last)
    head = next((place for place in places if page.token(place).tag in {"NN", "NE"}), mention.first)
    body = kind_of(page.language, mention.actor.label_de, single=not mention.plural) is not None
    near = distance <= (1 if body else _SOON if mention.plural else _REACH)
    return near and (personal(page, head) or speaks(page, head)) and not _denied(page, mention.first)


def unnamed_afar(page: Page, voice: Voice, mention: ActorMention, actors: tuple[Actor, ...]) -> bool:
    """As in "Ein Mann kam. Es war spät. Er sagte, …": one whom nobody names, two sentences before or more."""
    far = page.sentence(voice.first).number - page.sentence(mention.first).number > 1
    return far and not mention.plural and actors[0].kind is ActorKind.GROUP


def _denied(page: Page, place: int) -> bool:
    """As in "dass er nicht Chef des Amtes werden wollte": a predicate is nobody."""
    return page.token(place - 1).tag == "PTKNEG" if place else False
