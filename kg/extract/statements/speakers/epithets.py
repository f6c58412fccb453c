"""Whom a longer description means that comes right behind a name: "Kranz kam. … sagte der Leiter der Klinik"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite, in_case, is_anyone, personal
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, MentionForm

__all__ = ["epithet"]

_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})


def epithet(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """The one person named in this sentence before or in the sentence before it, who acts or speaks there; None where
    the description is of another state or the like of which there are several."""
    head = _head(page, voice)
    if head is None or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    gender = "f" if page.token(head).lemma.endswith("in") else "m"
    team = _of_team(page, spoken)
    near = _near(page, voice) or _by_pronoun(page, voice, spoken)
    near = [person for person in near if person in team] or near
    if len(near) != 1 or near[0].gender not in {None, gender} or _of_states(page, voice, near[0]):
        return None
    told = team.union(actor for other in spoken[-1:] for actor in other.actors)
    woman = gender == near[0].gender == "f"
    return near[0] if woman or near[0] in told | _acting(page, voice) else None


def _of_team(page: Page, spoken: list[Voice]) -> set[Actor]:
    """Who is named in the words of the team that spoke last: "die Forscher um Hanna Holm"."""
    teams = (voice for voice in spoken[-1:] if voice.actors[0].kind is ActorKind.GROUP)
    named = (m for voice in teams for place in range(voice.first, voice.last) for m in page.named.get(place, ()))
    return {mention.actor for mention in named if mention.actor.kind is ActorKind.PERSON}


def _head(page: Page, voice: Voice) -> int | None:
    """The noun of a definite description of one person that has something of its own: a genitive, an adjective."""
    places = range(voice.first, voice.last)
    if voice.plural or len(places) <= 2 or not definite(page, voice.first):
        return None
    if any(page.form(place) == "," or _joins(page, place, places) for place in places):
        return None
    head = _last_noun(page, places)
    if head is None or not personal(page, head) or _named_at(page, head):
        return None
    field = page.token(head + 2).tag == "CARD" or page.form(head + 1) in page.words("of a field")
    if page.token(head + 1).tag.startswith("APPR") and not field:
        return None  # "der Chemiker von der Universität": told apart from who was named
    lemma = page.token(head).lemma.lower()
    return None if in_case(page, lemma) or is_anyone(page, lemma) else head


def _last_noun(page: Page, places: range) -> int | None:
    """The last of the first nouns in a row: "Coach" of "der Head Coach der Gäste"."""
    nouns = [place for place in places if page.token(place).tag in {"NN", "NE"}]
    return next((place for place in nouns if place + 1 not in nouns), None)


def _joins(page: Page, place: int, places: range) -> bool:
    """Whether "und" or a bracket joins somebody else: not the parts of a name, as in "der Partei Recht und Ordnung"."""
    if page.form(place) == "(":
        return place != places[-3:][0]
    after = range(place + 1, places.stop)
    return page.token(place).tag == "KON" and any(personal(page, p) or page.token(p).tag == "ART" for p in after)


def _named_at(page: Page, place: int) -> bool:
    """As in "die von Kranz geführte Behörde": a name stands there."""
    return any(m.form in _NAMED and m.actor.kind is ActorKind.PERSON for m in page.named.get(place, ()))


def _near(page: Page, voice: Voice) -> list[Actor]:
    """The people named in the sentence before, or before the description in its own."""
    here = page.sentence(voice.first)
    first = page.text.sentences[max(here.number - 1, 0)].first
    named = (m for m in page.mentions.actors if first <= m.first < voice.first and m.form in _NAMED)
    return list(dict.fromkeys(m.actor for m in named if m.actor.kind is ActorKind.PERSON))


def _by_pronoun(page: Page, voice: Voice, spoken: list[Voice]) -> list[Actor]:
    """Who spoke last, as "er" or "sie", in the sentence before: as good as named there."""
    last = spoken[-1] if spoken else None
    if last is None or len(last.actors) != 1 or page.token(last.first).tag not in {"PPER", "PPOSAT"}:
        return []
    near = page.sentence(voice.first).number - page.sentence(last.first).number <= 1
    return list(last.actors) if near and last.actors[0].kind is ActorKind.PERSON else []


def _of_states(page: Page, voice: Voice, person: Actor) -> bool:
    """Whether the description names a state that is not the person's; "der Österreich-Chef" is of a firm."""
    mentions = (m for place in range(voice.first, voice.last) for m in page.named.get(place, ()))
    states = [m for m in mentions if m.actor.kind is ActorKind.STATE]
    named = {m.actor.id for m in states if not (m.form is MentionForm.COMPOUND and person.acts_for is None)}
    return bool(named) and person.acts_for not in named


def _acting(page: Page, voice: Voice) -> set[Actor]:
    """Who is the subject of a clause of the sentence before."""
    here = page.sentence(voice.first)
    sentence = page.text.sentences[max(here.number - 1, 0)]
    told = (subject(page, clause) for clause in page.clauses_in(sentence))
    return {actor for other in told if other is not None for actor in other.actors}
