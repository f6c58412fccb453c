"""Who sends the people of a deployment: whose they are, who acts, what the article has told before."""

from __future__ import annotations

from collections import Counter

from kg.extract.claims.context import forces_before
from kg.extract.claims.drafts import Desk
from kg.extract.claims.fellows import fellows
from kg.extract.claims.found import Found
from kg.extract.claims.frames import Match, chain_after
from kg.extract.claims.location import Where
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.origin import own_lands
from kg.extract.claims.people import names_people
from kg.extract.claims.scene import Scene
from kg.extract.claims.slots import acting_before, owner, seated, subject
from kg.extract.claims.strangers import of_others
from kg.model import Clause, ClauseKind

__all__ = [
    "by_agent",
    "by_pronoun",
    "by_regime",
    "by_speaker",
    "demonstrative",
    "intended",
    "is_possessed",
    "left",
    "moves_guests",
    "others",
    "own",
    "own_people",
    "sent_by",
    "source",
    "strange_subject",
    "told_before",
]


def others(desk: Desk, named: tuple[Nominal | None, ...], sender: str | None) -> tuple[str, ...]:
    """The powers named together with the sender: "Polen und Litauen", "französische und britische Soldaten"."""
    scene = desk.scene
    for nominal in (n for n in named if n is not None):
        if len(lands := own_lands(scene, nominal)) > 1:
            return tuple(land for land in lands if land != sender)
        powers = [scene.power(one) for one in fellows(scene, nominal)]
        if sender in powers:
            return tuple(dict.fromkeys(power for power in powers if power is not None and power != sender))
    return ()


def moves_guests(acting: str | None, place: Where, found: list[Found]) -> bool:
    """Whether somebody moves people in a country of their own to which the article has others sent."""
    if acting is None or acting != place.host:
        return False
    return not found or found[-1].claim.host == acting != found[-1].claim.sender


def demonstrative(desk: Desk, people: Nominal | None) -> bool:
    """Whether "diese Soldaten" are people told before."""
    return people is not None and people.determiner is not None and desk.scene.is_a(people.determiner, "this")


def by_agent(desk: Desk, noun: Nominal) -> str | None:
    """ "die Entsendung von Truppen durch Nordkorea"."""
    scene = desk.scene
    for nominal in chain_after(scene, noun):
        at = nominal.preposition
        if at is not None and nominal.actor is not None and scene.is_a(at, "agent") and not scene.is_a(at, "of"):
            return scene.power(nominal.actor.actor)
    return None


def by_speaker(desk: Desk, match: Match) -> str | None:
    """The power of who says it, where "wir", "man" or the pronoun above an infinitive is meant."""
    scene, clause = desk.scene, match.clause
    here = scene.text.tokens[match.at].span
    says = [s.speakers[0] for s in scene.statements if len(s.speakers) == 1 and s.content.contains(here)]
    if not says or clause.passive or not (_is_of_subject(scene, clause) or _says_we(desk, clause)):
        return None
    return scene.power(scene.actors.get(says[-1]))


def _is_of_subject(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells what the subject above does, as in "bestritt, … zu haben", not in "warf vor"."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
        return False
    return scene.text.clauses[clause.parent].lemma not in scene.words.jobs["object-control"]


def _says_we(desk: Desk, clause: Clause) -> bool:
    words = desk.scene.words.jobs["self"]
    return any(n.pronoun and n.preposition is None and n.lemma in words for n in desk.scene.inside(clause))


def own_people(desk: Desk, people: Nominal | None) -> bool:
    """Whether people are new and nobody's, so that they are the subject's ("stationierte 1100 Soldaten in …")."""
    return people is not None and people.determiner is None and not of_others(desk, people)


def sent_by(desk: Desk, top: Nominal | None, people: Nominal | None) -> str | None:
    """The power that the subject of a clause is or acts for, where it is not the people themselves."""
    if top is None or top is people:
        return None
    named = desk.scene.power(top.actor.actor) if top.actor is not None else None
    return named or seated(desk.scene, top)


def by_regime(desk: Desk, top: Nominal | None, host: str | None) -> str | None:
    """Whose "das Regime" is: of the states that the article names, host left out, the one named most by far."""
    scene = desk.scene
    if top is None or top.lemma not in scene.words.jobs["regime"] or top.owners:
        return None
    here = scene.text.tokens[top.head].span
    says = {speaker for s in scene.statements if s.content.contains(here) for speaker in s.speakers}
    out = {host, None, *(scene.power(scene.actors.get(speaker)) for speaker in says)}
    named = Counter(power for m in scene.mentions.actors if (power := scene.power(m.actor)) not in out)
    (first, most), (_, next_most) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    return first if most > next_most else None


def source(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus Nordkorea", "von Nordkorea" as agent."""
    for nominal in inside:
        if nominal.preposition is None or nominal.actor is None or nominal.people is not None:
            continue
        if desk.scene.text.tokens[nominal.last].tag in {"ADJA", "VVPP"} and any(n.first > nominal.last for n in inside):
            continue
        if nominal.attached and _is_source(inside, nominal):
            continue
        if desk.scene.is_a(nominal.preposition, "agent") or desk.scene.is_a(nominal.preposition, "source"):
            return desk.scene.power(nominal.actor.actor)
    return None


def left(desk: Desk, inside: tuple[Nominal, ...], place: Where, position: int) -> str | None:
    """The country that is left: named, or "das Land", the state named last before."""
    scene = desk.scene
    for nominal in inside:
        if nominal.preposition is None and nominal.actor is not None and scene.power(nominal.actor.actor) != place.host:
            return scene.power(nominal.actor.actor)
    named = [n for s in scene.nominals for n in s if n.head < position and n.actor is not None]
    powers = [scene.power(n.actor.actor) for n in named if n.actor is not None]
    return next((p for p in reversed(powers) if p is not None and p != place.host), None)


def _is_source(inside: tuple[Nominal, ...], nominal: Nominal) -> bool:
    """ "nach Angaben aus Paris", "nach Einschätzung von Holm": where the news comes from, not the people."""
    before = [n for n in inside if n.last <= nominal.first]
    return bool(before) and before[-1].people is None and before[-1].actor is None


def told_before(desk: Desk, found: list[Found], sender: str | None, position: int) -> str | None:
    """The sender of the last deployment of the article, or whose people the sentences right before have named last."""
    if sender is not None or found:
        return sender if sender is not None else found[-1].claim.sender
    scene = desk.scene
    number = scene.sentence_of(position).number
    near = scene.nominals[max(number - 3, 0) : number + 1]
    named = [n for s in near for n in s if n.head < position and _are_people(desk, n) and not _withdrawn(desk, n)]
    whose = next((one for n in reversed(named) if (one := owner(scene, n) or _possessor(desk, n)) is not None), None)
    return whose or forces_before(scene, position)


def _are_people(desk: Desk, nominal: Nominal) -> bool:
    """People, or "die Gruppe aus Nordkorea"."""
    return names_people(desk, nominal) or (nominal.people is not None and nominal.people.holds)


def _possessor(desk: Desk, people: Nominal) -> str | None:
    """Whose "seine Soldaten" are."""
    clause = desk.scene.clause_at(people.head)
    return own(desk, people, clause) if clause is not None else None


def _withdrawn(desk: Desk, people: Nominal) -> bool:
    """Whether people are told to leave, so that "aus Syrien" is not whose they are."""
    clause = desk.scene.clause_at(people.head)
    return clause is not None and clause.lemma in desk.scene.words.jobs["withdraw"]


def strange_subject(desk: Desk, clause: Clause, people: Nominal | None) -> bool:
    """Whether a name that nobody knows is who sends ("Auch Atlantis schickte 150 Soldaten")."""
    if clause.passive or people is None:
        return False
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        above = desk.scene.inside(desk.scene.text.clauses[clause.parent])
        return any(is_possessed(desk, n) and n.lemma in desk.scene.words.jobs["country"] for n in above)
    free = [n for n in desk.scene.inside(clause) if n.preposition is None and not n.pronoun and n is not people]
    bare = [n for n in free if n.first == n.head and n.quantity is None and n.people is None and n.item is None]
    return any(n.actor is None and not n.attached and "nom" in n.cases for n in bare)


def intended(desk: Desk, match: Match, people: Nominal | None) -> str | None:
    """Who means to send or refuses to: the sender of people that are nobody's yet ("plant eine Entsendung")."""
    scene = desk.scene
    if match.clause.passive or match.clause.lemma not in scene.words.jobs["of-self"]:
        return None
    if people is not None and (people.determiner is not None or of_others(desk, people)):
        return None
    return sent_by(desk, subject(scene, match.clause), people)


def own(desk: Desk, people: Nominal | None, clause: Clause) -> str | None:
    """ "eigene Soldaten", "seine Soldaten": those of the subject, or of whom the text was about before."""
    if people is None or not (is_possessed(desk, people) or any(desk.scene.is_a(p, "own") for p in _words(people))):
        return None
    acting = sent_by(desk, subject(desk.scene, clause), people)
    if acting is None and not is_possessed(desk, people):
        return _speaker(desk, people)
    return acting or acting_before(desk.scene, people.head)


def _speaker(desk: Desk, people: Nominal) -> str | None:
    """The power of who alone speaks of the people."""
    here = desk.scene.text.tokens[people.head].span
    says = [s for s in desk.scene.statements if s.content.contains(here)]
    speakers = {speaker for s in says for speaker in s.speakers}
    return desk.scene.power(desk.scene.actors.get(speakers.pop())) if len(speakers) == 1 else None


def by_pronoun(desk: Desk, clause: Clause, people: Nominal | None) -> str | None:
    """The power of whom "er" means that sends people ("die Soldaten, die er geschickt hat")."""
    scene = desk.scene
    if people is None or clause.passive:
        return None
    he = next(
        (n for n in scene.inside(clause) if n.pronoun and n.preposition is None and scene.is_a(n.head, "he")), None
    )
    return acting_before(scene, he.head) if he is not None else None


def is_possessed(desk: Desk, people: Nominal) -> bool:
    """Whether "sein" or "ihr" stands before people."""
    tokens, determiner = desk.scene.text.tokens, people.determiner
    return determiner is not None and tokens[determiner].tag == "PPOSAT"


def _words(people: Nominal) -> range:
    return range(people.first, people.head)
