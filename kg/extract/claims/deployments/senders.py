"""Who sends the people of a deployment: whose they are, who acts, what the article has told before."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others, some_lands
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.fellows import fellows
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import own_lands
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import acting_before, antecedent, seated, subject
from kg.model import Clause, ClauseKind, PlaceKind

__all__ = [
    "by_agent",
    "by_speaker",
    "considering",
    "demonstrative",
    "for_land",
    "is_possessed",
    "moves_guests",
    "others",
    "own",
    "own_people",
    "possessor",
    "sent_by",
    "source",
    "strange_subject",
    "thanked",
]


def others(desk: Desk, clause: Clause, named: tuple[Nominal | None, ...], sender: str | None) -> tuple[str, ...]:
    """The powers named together with the sender: "Polen und Litauen", "französische und britische Soldaten"."""
    scene = desk.scene
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        above = scene.text.clauses[clause.parent]
        seats = _seats(scene, above) if above.passive else []
        if sender in seats:
            return tuple(one for one in dict.fromkeys(seats) if one != sender)
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


def for_land(desk: Desk, clause: Clause) -> str | None:
    """ "Eine Entsendung kommt für sein Land nicht in Frage"."""
    scene = desk.scene
    for nominal in scene.inside(clause):
        if nominal.preposition is not None and scene.is_a(nominal.preposition, "for") and own_lands(scene, nominal):
            return own_lands(scene, nominal)[0]
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
    above = scene.text.clauses[clause.parent]
    if any(n.pronoun and n.preposition is None and scene.is_a(n.head, "them") for n in scene.inside(above)):
        return False
    return above.lemma not in scene.words.jobs["object-control"] and not some_lands(scene, above)


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


def source(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus Nordkorea", "von Nordkorea" as agent."""
    for nominal in inside:
        if nominal.preposition is None or nominal.actor is None or nominal.people is not None:
            continue
        if desk.scene.text.tokens[nominal.last].tag in {"ADJA", "VVPP"} and any(n.first > nominal.last for n in inside):
            continue
        if _is_source(inside, nominal):
            continue
        if desk.scene.is_a(nominal.preposition, "agent") or desk.scene.is_a(nominal.preposition, "source"):
            return desk.scene.power(nominal.actor.actor)
    return None


def _is_source(inside: tuple[Nominal, ...], nominal: Nominal) -> bool:
    """ "nach Angaben aus Paris und Rom", "nach Einschätzung von Holm": where the news comes from, not the people."""
    before = [n for n in inside if n.last <= nominal.first]
    while nominal.coordinated and before and before[-1].last + 1 == nominal.first:
        nominal = before.pop()
    return nominal.attached and bool(before) and before[-1].people is None and before[-1].actor is None


def strange_subject(desk: Desk, clause: Clause, people: Nominal | None) -> bool:
    """Whether a name that nobody knows is who sends ("Auch Atlantis schickte 150 Soldaten")."""
    if clause.passive or people is None:
        return False
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        above = desk.scene.inside(desk.scene.text.clauses[clause.parent])
        return any(is_possessed(desk, n) and n.lemma in desk.scene.words.jobs["country"] for n in above)
    free = [n for n in desk.scene.inside(clause) if n.preposition is None and not n.pronoun and n is not people]
    bare = [n for n in free if n.first == n.head and n.quantity is None and n.people is None and n.item is None]
    bare = [n for n in bare if not desk.scene.is_noun(n, "carrier")]
    unknown = desk.scene.words.jobs["enemy"] | desk.scene.words.jobs["half"]  # "der Norden", of whatever country
    before = antecedent(desk.scene, clause) if clause.kind is ClauseKind.RELATIVE else None
    if before is not None and before.lemma in unknown | desk.scene.words.jobs["west"] and before.actor is None:
        return True  # "der Westen, der Kiew mit Soldaten unterstützt"
    if any(n.lemma in unknown and "nom" in n.cases for n in free):
        return True
    return some_lands(desk.scene, clause) or any(n.actor is None and not n.attached and "nom" in n.cases for n in bare)


def considering(desk: Desk, clause: Clause, people: Nominal | None) -> str | None:
    """Who considers that people are sent: "Kenia prüft, ob Polizisten nach Haiti geschickt werden"."""
    above = desk.scene.text.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and above.passive and clause.kind is ClauseKind.INFINITIVE:
        seats = _seats(desk.scene, above)
        return seats[0] if seats else None
    if above is None or not clause.passive or above.lemma not in desk.scene.words.jobs["of-self"]:
        return None
    return sent_by(desk, subject(desk.scene, above), people)


def _seats(scene: Scene, clause: Clause) -> list[str]:
    """Those of whom an impersonal passive tells by their capitals ("In Rom und Oslo wird erwogen, … zu entsenden")."""
    inside = scene.inside(clause)
    free = (n for n in inside if n.preposition is None and not (n.pronoun or n.attached or scene.speaks(n)))
    if any("nom" in n.cases for n in free):
        return []
    seats = (n.place for n in inside if n.preposition is not None and scene.is_a(n.preposition, "in"))
    towns = (named.place for named in seats if named is not None and named.place.kind is PlaceKind.CITY)
    return [town.country for town in towns if town.country is not None]


def own(desk: Desk, people: Nominal | None, clause: Clause) -> str | None:
    """ "eigene Soldaten", "seine Soldaten": those of the subject, or of whom the text was about before."""
    if people is None or not (
        is_possessed(desk, people) or any(desk.scene.is_a(p, "own") for p in range(people.first, people.head))
    ):
        return None
    acting = thanked(desk, clause) or sent_by(desk, subject(desk.scene, clause), people)
    if acting is None and not is_possessed(desk, people):
        return _speaker(desk, people)
    return acting or (None if _has_strange_subject(desk, people, clause) else acting_before(desk.scene, people.head))


def thanked(desk: Desk, clause: Clause) -> str | None:
    """Who is thanked ("dankte Kim für seine Soldaten")."""
    if clause.lemma not in desk.scene.words.jobs["thank"]:
        return None
    top = subject(desk.scene, clause)
    others = (n for n in desk.scene.inside(clause) if n.actor is not None and n is not top and not n.pronoun)
    return next((desk.scene.power(n.actor.actor) for n in others if n.actor is not None), None)


def _has_strange_subject(desk: Desk, people: Nominal, clause: Clause) -> bool:
    """ "VW hat seine Ingenieure geschickt": whether somebody of no known power has the people."""
    free = [n for n in desk.scene.inside(clause) if n.preposition is None and n.first < people.first and not n.pronoun]
    return not clause.passive and any(n.people is None and n.place is None and "nom" in n.cases for n in free)


def _speaker(desk: Desk, people: Nominal) -> str | None:
    """The power of who alone speaks of the people."""
    here = desk.scene.text.tokens[people.head].span
    says = [s for s in desk.scene.statements if s.content.contains(here)]
    speakers = {speaker for s in says for speaker in s.speakers}
    return desk.scene.power(desk.scene.actors.get(speakers.pop())) if len(speakers) == 1 else None


def is_possessed(desk: Desk, people: Nominal) -> bool:
    """Whether "sein" or "ihr" stands before people."""
    tokens, determiner = desk.scene.text.tokens, people.determiner
    return determiner is not None and tokens[determiner].tag == "PPOSAT"


def possessor(desk: Desk, people: Nominal) -> str | None:
    """Whose "seine Soldaten" are."""
    clause = desk.scene.clause_at(people.head)
    return own(desk, people, clause) if clause is not None else None
