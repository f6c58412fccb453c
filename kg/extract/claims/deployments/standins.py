"""What stands for the people of a deployment told shortly before: a number, "ein Teil der Männer", "erste Gruppen"."""

from __future__ import annotations

from kg.extract.claims.common.context import people_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.bare import bare_people, free_numbers, heads
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.natives import is_known
from kg.extract.claims.deployments.people import names_people
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import numbers_before
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import antecedent, continued, is_genitive, owner, subject
from kg.model import Clause, ClauseKind, QuantityMention

_PARTS = 6
"""Clauses behind one among which its fragments are looked for."""

__all__ = ["as_many", "earlier", "later", "of_them", "of_whom", "put_at", "shared", "standin"]

_NEAR = 3
"""Sentences that what a number counts lies back at most."""
_FAR = 4
"""Sentences that the deployment of "ein Teil der Männer" lies back at most."""


def standin(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], found: list[Found]) -> Nominal | None:
    """The number or noun of a clause that stands for people told before; None where nothing does."""
    scene = desk.scene
    if (part := _part(desk, clause, inside, found)) is not None:
        return part
    if clause.kind is ClauseKind.RELATIVE and (whom := antecedent(scene, clause)) is not None:
        inside = (*inside, whom._replace(preposition=None))
    number = scene.sentence_of(clause.first).number
    near, far = (scene.text.sentences[max(number - back, 0)].start for back in (_NEAR, _FAR))
    if not found or found[-1].core.start < far:
        return _men(desk, clause, inside)
    counted = _number(desk, clause, found) if found[-1].core.start >= near else None
    return counted or _group(desk, inside) or _rest(desk, clause, found)


def of_whom(desk: Desk, clause: Clause, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "900 Soldaten, von denen 300 in Mali stehen": the smaller number of those before the relative clause."""
    scene = desk.scene
    if clause.kind is not ClauseKind.RELATIVE or not any(_is_of_them(scene, n) for n in inside):
        return None
    whom, numbers = antecedent(scene, clause), free_numbers(scene, clause)
    if whom is None or not numbers or not names_people(desk, whom):
        return None
    return as_many(whom, numbers[0])


def put_at(desk: Desk, clause: Clause, people: Nominal | None, after: tuple[str, ...]) -> Nominal | None:
    """The people of a clause with the number at which it puts them ("bezifferte das Kontingent auf 11.000")."""
    if people is None or people.quantity is not None or not after:
        return people
    if any(desk.scene.is_a(p, "hurt") for p in desk.scene.own_tokens(clause)):
        return people
    told = (q for q in free_numbers(desk.scene, clause) if desk.scene.lemma(q.first - 1) in after)
    return people._replace(quantity=next(told, None))


def shared(desk: Desk, clause: Clause, found: list[Found]) -> Nominal | None:
    """The people of the clause before with which a clause shares its subject ("landeten in Riga und wurden dann …")."""
    first = continued(desk.scene, clause)
    if first is None or any(n.people is not None and n.preposition is None for n in desk.scene.inside(clause)):
        return None
    tops = (n for n in desk.scene.inside(first) if n.preposition is None and "nom" in n.cases)
    named = next((n for n in tops if names_people(desk, n) or is_known(desk, n, found)), None)
    people = named or standin(desk, first, desk.scene.inside(first), found)
    return people._replace(quantity=None) if people is not None else None


def later(desk: Desk, clause: Clause, people: Nominal) -> list[Nominal]:
    """The same people again, as many as numbers behind them tell: "schickte 900 Mann, später noch einmal 300"."""
    scene = desk.scene
    parts = [clause]
    for one in scene.text.clauses[clause.number + 1 : clause.number + 1 + _PARTS]:
        inner = one.kind is ClauseKind.RELATIVE and one.parent == clause.number
        if (inner or one.kind is ClauseKind.FRAGMENT) and one.parent in {part.number for part in parts}:
            parts.append(one)
    parts = [part for part in parts if part.kind is not ClauseKind.RELATIVE or part is clause]
    numbers = [q for part in parts for q in free_numbers(scene, part) if q.first >= people.last]
    return [as_many(people, q) for q in numbers if any(_tells_more(scene, p) for p in (q.first - 1, q.first))]


def earlier(desk: Desk, people: Nominal) -> list[Nominal]:
    """The same people as many as numbers before theirs tell: "erst 900, später weitere 1500 Soldaten"."""
    return [as_many(people, quantity) for quantity in numbers_before(desk.scene, people)]


def _tells_more(scene: Scene, position: int) -> bool:
    """ "später", "weitere", "zunächst", "davon" before a number."""
    return any(scene.is_a(position, word) for word in ("again", "further", "at-first", "among"))


def of_them(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause tells of some of those before it ("900 Soldaten, von denen …")."""
    return clause.kind is ClauseKind.RELATIVE and any(_is_of_them(scene, n) for n in scene.inside(clause))


def _is_of_them(scene: Scene, nominal: Nominal) -> bool:
    return nominal.pronoun and nominal.preposition is not None and scene.is_a(nominal.preposition, "of")


def as_many(whom: Nominal, number: QuantityMention) -> Nominal:
    """The people of a noun phrase, as many as another number tells, where that number stands ("50" of "900 Soldaten in
    Mali, 50 im Irak")."""
    bare = whom._replace(preposition=None, determiner=None, attached=False, coordinated=False)
    return bare._replace(first=number.first, last=number.last, head=number.last - 1, quantity=number)


def _part(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], found: list[Found]) -> Nominal | None:
    """ "Von den 9000 Nordkoreanern seien 7000 in Kursk": the smaller number."""
    scene = desk.scene
    whole = [n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "of") and not n.pronoun]
    whom = next((n for n in whole if names_people(desk, n) or is_known(desk, n, found)), None)
    numbers = free_numbers(scene, clause) if whom is not None else []
    if whom is None or not numbers:
        return None
    return as_many(whom, numbers[0])


def _number(desk: Desk, clause: Clause, found: list[Found]) -> Nominal | None:
    """ "600 weitere folgen", "350 seien dort"."""
    scene = desk.scene
    own = free_numbers(scene, clause)
    whom = _counted_last(desk, own[0].first, found) if own else None
    if whom is None or not (names_people(desk, whom) or is_known(desk, whom, found)):
        return None
    if _is_of_others(scene, clause, whom, found):
        return None
    at = own[0]
    return _as_people(desk, whom)._replace(first=at.first, last=at.last, head=at.last - 1, quantity=at)


def _is_of_others(scene: Scene, clause: Clause, whom: Nominal, found: list[Found]) -> bool:
    """Whether what a number counts are people of somebody who has sent none ("Moskau zog 900 Mann ein, dann 300"), or
    those on another side."""
    there = scene.clause_at(whom.head)
    top = subject(scene, there) if there is not None and owner(scene, whom) is None else None
    power = scene.power(top.actor.actor) if top is not None and top.actor is not None else None
    strange = power is not None and not scene.speaks(top or whom) and all(f.claim.sender != power for f in found)
    return strange or any(n.lemma in scene.words.jobs["side"] for n in scene.inside(clause))


def _group(desk: Desk, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "Ein Teil dieser Männer", "erste Gruppen", "die Männer"."""
    words = desk.scene.words.jobs["some-of-them"]
    free = (n for n in inside if n.preposition is None and not is_genitive(desk.scene, n) and n.quantity is None)
    whom = next((n for n in free if n.lemma in words), None)
    if whom is None or whom.owners or (whom.determiner is None and not _is_ordinal(desk, whom)):
        return None
    held = next(iter(chain_after(desk.scene, whom)), None)
    counted = held.quantity if held is not None and held.people is not None and not held.people.holds else None
    return _as_people(desk, whom)._replace(determiner=whom.first, quantity=counted)


def _men(desk: Desk, clause: Clause, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "Die Männer" behind soldiers of somebody of whom no deployment is told yet."""
    men = _group(desk, inside)
    if men is None or men.lemma not in desk.scene.words.jobs["heads"]:
        return None
    return men if people_before(desk.scene, clause.first, back=_NEAR) is not None else None


def _rest(desk: Desk, clause: Clause, found: list[Found]) -> Nominal | None:
    """ "Die meisten sind in Kursk", "die übrigen würden": a word without a noun for some of those told right before."""
    scene, tokens = desk.scene, desk.scene.text.tokens
    earliest = scene.text.sentences[max(scene.sentence_of(clause.first).number - 1, 0)].start
    verb = clause.finite
    if verb is None or found[-1].core.start < earliest:
        return None
    own = (p for p in scene.own_tokens(clause)[:-1] if scene.is_a(p, "rest") or _is_more(scene, p))
    some = next((p for p in own if _stands_alone(scene, p)), None)
    near = some is not None and (some < verb or some - verb <= 2)
    if some is None or not near or heads(scene) is None or tokens[some].form == tokens[some].lemma:
        return None
    return bare_people(scene, some, some + 1)


def _is_more(scene: Scene, position: int) -> bool:
    """ "Weitere sollen folgen", where no goods are named near that it could mean."""
    counted = position > 0 and scene.text.tokens[position - 1].tag == "CARD"
    if counted or scene.text.tokens[position].tag not in {"PIS", "NN"} or not scene.is_a(position, "more-of-them"):
        return False
    number = scene.sentence_of(position).number
    return all(n.item is None for s in scene.nominals[max(number - 1, 0) : number + 1] for n in s)


def _stands_alone(scene: Scene, position: int) -> bool:
    """Whether no noun follows, but a verb, "davon" or "von ihnen"."""
    after = scene.text.tokens[position + 1]
    them = scene.is_a(position + 1, "of") and scene.is_a(min(position + 2, len(scene.lemmas) - 1), "them")
    if scene.is_a(position + 1, "among") or them:
        return True
    return after.tag.startswith(("VA", "VM", "VV", "ADV", "APPR")) and not scene.is_a(position + 1, "of")


def _is_ordinal(desk: Desk, whom: Nominal) -> bool:
    """ "Erste Gruppen", "weitere Kräfte"."""
    return any(desk.scene.is_a(p, "ordinal") for p in range(whom.first, whom.head))


def _as_people(desk: Desk, whom: Nominal) -> Nominal:
    row = whom.people
    if row is None or row.body or row.holds or row.civilian:
        row = heads(desk.scene) or row
    bare = whom._replace(preposition=None, determiner=None, pronoun=False, coordinated=False, attached=False)
    return bare._replace(owners=(), actor=None, people=row)


def _counted_last(desk: Desk, position: int, found: list[Found]) -> Nominal | None:
    """The last noun phrase before a token, at most two sentences back, for people or for anything that is counted."""
    scene = desk.scene
    number = scene.sentence_of(position).number
    named = [n for s in scene.nominals[max(number - _NEAR, 0) : number + 1] for n in s if n.last <= position]
    plain = (n for n in reversed(named) if not n.pronoun)
    bare = (n for n in plain if n.people is None or not n.people.holds or names_people(desk, n))
    counted = (
        n for n in bare if n.people is not None or n.item is not None or n.quantity is not None or _is_demonym(n)
    )
    return next((n for n in counted if not _is_demonym(n) or is_known(desk, n, found)), None)


def _is_demonym(nominal: Nominal) -> bool:
    return nominal.people is None and nominal.actor is not None and nominal.actor.plural
