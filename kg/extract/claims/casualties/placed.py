"""Whether the place where people were hurt tells whose they are: not of strangers there, nor of victims of a crime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.casualties.mixed import between_sides, of_many_lands
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.model import ActorKind, Clause, PlaceKind, Sentence

__all__ = ["is_crime", "is_made_up", "is_terror", "is_told_by_place", "is_warfare"]

_BACK = 2
"""Sentences before in which the blow is told that they died of."""


def is_told_by_place(desk: Desk, match: Match, victims: Nominal | None) -> bool:
    """Whether the people of the country where it happened were hurt, as far as the article tells.

    Nobody knows whose they are where a man or unknown people struck, in a crime, where strangers live or stay, and of
    dead who come from several countries. `victims` None: those who are only counted, whom the sentence before tells of.
    """
    scene = desk.scene
    if victims is not None and victims.people is not None and victims.people.home:
        return True
    if between_sides(scene, match, victims) or is_crime(scene, match.at):
        return False
    return not (_by_somebody(desk, match, victims) or _of_strangers(scene, match.at) or of_many_lands(scene))


def is_crime(scene: Scene, position: int) -> bool:
    """Whether the sentence of a token, or those beside it, tell of a crime, and its own of no weapon of war."""
    here = scene.sentence_of(position)
    if is_warfare(scene, here):
        return False
    crimes = scene.nouns_of("crime")
    told = [s for s in _around(scene, here, _BACK, _BACK) if crimes and _has(scene, [s], crimes)]
    return here in told or len(told) > 1


def is_terror(scene: Scene, position: int) -> bool:
    """ "Bei dem Anschlag in Oslo starben 30 Menschen": whether the sentence of a token, or the last one before it that
    tells of a blow, tells of a bomb that struck whoever was there, and of no weapon of war."""
    here = scene.sentence_of(position)
    told = [here, *reversed(scene.text.sentences[max(here.number - _BACK, 0) : here.number])]
    struck = next((s for s in told if is_warfare(scene, s) or _has(scene, [s], scene.nouns_of("blow"))), here)
    return not is_warfare(scene, struck) and _has(scene, [struck], scene.nouns_of("terror"))


def is_made_up(scene: Scene, position: int) -> bool:
    """Whether the sentence of a token tells of a novel, a cartoon or a montage, or what happens in a film."""
    sentence = scene.sentence_of(position)
    if _has(scene, [sentence], scene.nouns_of("fiction")):
        return True
    shown = (n for n in scene.nominals[sentence.number] if n.preposition is not None and scene.is_noun(n, "stage"))
    return any(scene.is_a(n.preposition or 0, "in") for n in shown)


def _around(scene: Scene, here: Sentence, back: int, behind: int) -> tuple[Sentence, ...]:
    return tuple(scene.text.sentences[max(here.number - back, 0) : here.number + behind + 1])


def is_warfare(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells of a weapon of war, or of the blow of a state."""
    if _has(scene, [sentence], scene.nouns_of("warfare") - scene.nouns_of("crime")):
        return True
    blows = (n for n in scene.nominals[sentence.number] if scene.is_noun(n, "blow"))
    return any(mention.actor.kind is ActorKind.STATE for n in blows for mention in n.owners)


def _by_somebody(desk: Desk, match: Match, victims: Nominal | None) -> bool:
    """Whether a man, a group of men or somebody unknown has struck, in the clause or, of those who are only counted, in
    the sentence before."""
    scene = desk.scene
    if match.how is How.VERB and _has_doer(scene, match.clause, victims):
        return True
    if victims is not None and not any(scene.is_a(p, "further") for p in range(victims.first, victims.head)):
        return False
    number = scene.sentence_of(match.at).number
    before = scene.text.sentences[max(number - 1, 0)]
    clauses = [c for c in scene.text.clauses if before.first <= c.first < before.last]
    return any(_has_doer(scene, clause, None) for clause in clauses if clause.lemma in scene.words.jobs["hurt"])


def _has_doer(scene: Scene, clause: Clause, victims: Nominal | None) -> bool:
    if clause.passive:
        doers = (n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "agent"))
        return any(_is_somebody(scene, n) for n in doers)
    top = subject(scene, clause) or next(_free(scene, clause), None)
    told = top is not None and top is not victims and clause.finite is not None
    kills = any(scene.lemma(p) in scene.words.jobs["kill"] for p in clause.verbs)
    return told and top is not None and kills and _is_somebody(scene, top)


def _free(scene: Scene, clause: Clause) -> Iterator[Nominal]:
    return (n for n in scene.inside(clause) if n.preposition is None and not n.pronoun)


def _is_somebody(scene: Scene, nominal: Nominal) -> bool:
    """ "ein Mann", "Unbekannte", somebody by name; no army, and no fighter of a side."""
    if nominal.actor is not None and not nominal.pronoun:
        actor = nominal.actor.actor
        return scene.power(actor) is None and not actor.registered
    people = nominal.people
    civilian = people is not None and people.civilian and not people.stateless and not nominal.owners
    group = people is not None and people.holds and not people.body
    return civilian or group or scene.is_noun(nominal, "somebody")


def _of_strangers(scene: Scene, position: int) -> bool:
    """Whether the article tells of strangers there: in the sentence, of the victims, of the same town."""
    here, strangers = scene.sentence_of(position), scene.nouns_of("uprooted")
    camps, towns = scene.nouns_of("camp"), _towns(scene, here)
    if strangers or camps:
        beside = [s for s in _around(scene, here, 1, 1) if s is not here and scene.has(s, "victim")]
        if _has(scene, [here], strangers) or _has(scene, beside, strangers | camps):
            return True
        named = (s for s in scene.text.sentences if _has(scene, [s], strangers) and s is not here)
        if towns and any(not towns.isdisjoint(_names(scene, s)) for s in named):
            return True
    stay = [here] if towns else _around(scene, here, _BACK, 0)
    inns = [s for s in stay if _has(scene, [s], scene.nouns_of("strangers-place"))]
    return bool(inns) and not any(is_warfare(scene, s) for s in (*inns, here))


def _has(scene: Scene, sentences: Sequence[Sentence], nouns: frozenset[str]) -> bool:
    return any(not nouns.isdisjoint(scene.nouns[s.first : s.last]) for s in sentences)


def _names(scene: Scene, sentence: Sentence) -> set[str]:
    """All words of a sentence that can name a town, and the towns that are known."""
    forms = {token.form for token in scene.text.tokens[sentence.first : sentence.last] if token.tag in {"NE", "NN"}}
    return forms | _towns(scene, sentence)


def _towns(scene: Scene, sentence: Sentence) -> set[str]:
    """The towns that a sentence names, also those that no registry knows ("der Grenzstadt …")."""
    named = (n.place.place for n in scene.nominals[sentence.number] if n.place is not None)
    places = {place.id for place in named if place.kind is not PlaceKind.COUNTRY}
    towns = scene.nouns_of("town")
    after = (p + 1 for p in range(sentence.first, sentence.last - 1) if scene.nouns[p] in towns)
    return places | {scene.text.tokens[p].form for p in after if scene.text.tokens[p].tag in {"NE", "NN"}}
