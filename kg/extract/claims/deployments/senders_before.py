"""Who sends the people of a deployment where the text has told it before, or only hints at it."""

from __future__ import annotations

from collections import Counter

from kg.extract.claims.common.context import forces_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import is_hurt, names_people
from kg.extract.claims.deployments.senders import possessor
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import attacked
from kg.extract.claims.grammar.slots import acting_before, owner
from kg.model import Clause

__all__ = ["by_pronoun", "by_regime", "left", "told_before"]


def told_before(desk: Desk, found: list[Found], sender: str | None, position: int) -> str | None:
    """The sender of the last deployment of the article, or whose people the sentences right before have named last."""
    if sender is not None or found:
        return sender if sender is not None else found[-1].claim.sender
    scene = desk.scene
    number = scene.sentence_of(position).number
    near = scene.nominals[max(number - 3, 0) : number + 1]
    named = [n for s in near for n in s if n.head < position and _are_people(desk, n) and not _withdrawn(desk, n)]
    whose = next((one for n in reversed(named) if (one := owner(scene, n) or possessor(desk, n)) is not None), None)
    return whose or forces_before(scene, position)


def _are_people(desk: Desk, nominal: Nominal) -> bool:
    """People, or "die Gruppe aus Nordkorea"."""
    named = names_people(desk, nominal) or (nominal.people is not None and nominal.people.holds)
    return named and not is_hurt(desk, nominal)


def _withdrawn(desk: Desk, people: Nominal) -> bool:
    """Whether people are told to leave, so that "aus Syrien" is not whose they are."""
    scene, clause = desk.scene, desk.scene.clause_at(people.head)
    sentence = scene.nominals[scene.sentence_of(people.head).number]
    before = next((n for n in sentence if n.last == people.first), None)
    called_back = before is not None and scene.is_noun(before, "withdrawal")
    return called_back or (clause is not None and clause.lemma in scene.words.jobs["withdraw"])


def by_regime(desk: Desk, top: Nominal | None, host: str | None, found: list[Found]) -> str | None:
    """Whose "das Regime" is: who sent people there before, or whom the sentences before are about, else of the states
    that the article names, host left out, the one named most by far; never one that was attacked."""
    scene = desk.scene
    if top is None or top.lemma not in scene.words.jobs["regime"] or top.owners:
        return None
    if found and found[-1].claim.sender not in {None, host} and (host is None or found[-1].claim.host == host):
        return found[-1].claim.sender
    here = scene.text.tokens[top.head].span
    says = {speaker for s in scene.statements if s.content.contains(here) for speaker in s.speakers}
    out = {host, None, *attacked(scene), *(scene.power(scene.actors.get(speaker)) for speaker in says)}
    if (acting := acting_before(scene, top.head, silent=True, here=False)) not in out:
        return acting
    named = Counter(power for m in scene.mentions.actors if (power := scene.power(m.actor)) not in out)
    (first, most), (_, next_most) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    return first if most > next_most else None


def by_pronoun(desk: Desk, clause: Clause, people: Nominal | None) -> str | None:
    """The power of whom "er", "sie" or "es" means that sends people ("die Soldaten, die er geschickt hat")."""
    scene = desk.scene
    if people is None or clause.passive or clause.finite is None:
        return None
    one = not scene.text.tokens[clause.finite].form.endswith("n")
    words = ("he", "they-all", "impersonal") if one else ("he",)
    pronouns = (n for n in scene.inside(clause) if n.pronoun and n.preposition is None and "nom" in n.cases)
    he = next((n for n in pronouns if any(scene.is_a(n.head, word) for word in words)), None)
    return acting_before(scene, he.head) if he is not None else None


def left(desk: Desk, inside: tuple[Nominal, ...], place: Where, position: int) -> str | None:
    """The country that is left: named, or "das Land", the state named last before."""
    scene = desk.scene
    for nominal in inside:
        if nominal.preposition is None and nominal.actor is not None and scene.power(nominal.actor.actor) != place.host:
            return scene.power(nominal.actor.actor)
    named = [n for s in scene.nominals for n in s if n.head < position and n.actor is not None]
    powers = [scene.power(n.actor.actor) for n in named if n.actor is not None]
    return next((p for p in reversed(powers) if p is not None and p != place.host), None)
