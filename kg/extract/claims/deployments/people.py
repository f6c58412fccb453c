"""The people who are deployed, among the noun phrases of a clause."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.natives import is_known
from kg.extract.claims.deployments.souls import are_souls
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import antecedent, is_genitive
from kg.lang.deployment import DeploymentRow, People
from kg.model import ActorKind, Clause, ClauseKind, MentionForm

__all__ = ["deployed", "extent", "inner", "is_hurt", "names_people"]

_DATIVE = frozenset({"dat", "gen"})
_PLURAL = ("n", "d")


def extent(nominal: Nominal) -> tuple[int, ...]:
    """The first and last token of a noun phrase with its number."""
    first = nominal.first if nominal.quantity is None else min(nominal.first, nominal.quantity.first)
    return (first, nominal.last - 1)


def deployed(
    desk: Desk, clause: Clause, inside: tuple[Nominal, ...], row: DeploymentRow, found: list[Found]
) -> Nominal | None:
    """The people who are deployed: of several noun phrases for people the one that is not itself the sender."""
    free = [n for n in inside if _is_free(desk, n, row) and not is_genitive(desk.scene, n)]
    free = [n for n in free if not is_hurt(desk, n)]
    candidates = [
        n
        for n in free
        if names_people(desk, n)
        or is_known(desk, n, found)
        or _is_citizen(n, row)
        or are_souls(desk, n, row)
        or _holds_natives(desk, n, found)
    ]
    if row.sends and row.people is People.OBJECT and not clause.passive:
        candidates = _counted_with(desk, inside, candidates) or candidates
    if (
        row.people is People.OBJECT
        and not clause.passive
        and len(candidates) == 1
        and _is_subject(desk, candidates[0], free)
    ):
        return None
    if clause.kind is ClauseKind.RELATIVE and not candidates:
        before = antecedent(desk.scene, clause)
        return before if before is not None and names_people(desk, before) else None
    counted = [n for n in candidates if n.quantity is not None and _is_sum(desk, n, row)]
    if row.after and counted:
        return counted[0]
    if len(candidates) > 1 and row.people is People.OBJECT:
        alone = [n for n in candidates if (n.actor is None or _are_counted(n)) and not n.coordinated]
        alone = alone or [n for n in candidates if not _is_army(n)] if not clause.passive else alone
        return _first_of(alone[-1], inside, candidates) if alone else candidates[0]
    return candidates[0] if candidates else None


def _holds_natives(desk: Desk, nominal: Nominal, found: list[Found]) -> bool:
    """ "eine große Zahl von Nordkoreanern" where they are soldiers."""
    some = nominal.people is not None and nominal.people.holds
    some = some and not (nominal.determiner is not None and desk.scene.is_a(nominal.determiner, "the"))
    held = chain_after(desk.scene, nominal)[:1] if some else []
    return any(is_known(desk, one, found) for one in held)


def _counted_with(desk: Desk, inside: tuple[Nominal, ...], candidates: list[Nominal]) -> list[Nominal]:
    """ "stellt mit 900 Soldaten den größten Teil der Truppe": the people counted, where the object only holds them."""
    counted = [n for n in inside if n.preposition is not None and n.quantity is not None and names_people(desk, n)]
    counted = [n for n in counted if desk.scene.is_a(n.preposition or 0, "with") and n.people and not n.people.body]
    plain = all(n.quantity is None and n.people is not None and (n.people.body or n.people.holds) for n in candidates)
    return counted[:1] if plain else []


def is_hurt(desk: Desk, nominal: Nominal) -> bool:
    """ "die gefallenen Soldaten"."""
    near = range(max(nominal.first - 1, 0), nominal.head)
    participles = (p for p in near if desk.scene.text.tokens[p].tag in {"ADJA", "ADJD", "VVPP"})
    return any(desk.scene.is_a(p, "hurt") or desk.scene.is_a(p, "caught") for p in participles)


def _is_sum(desk: Desk, nominal: Nominal, row: DeploymentRow) -> bool:
    """ "auf 900 Soldaten", "zählt 900 Soldaten": how many a body of people has."""
    if nominal.preposition is None:
        return row.people is People.SUBJECT
    return desk.scene.lemma(nominal.preposition) in row.after


def _is_citizen(nominal: Nominal, row: DeploymentRow) -> bool:
    if row.anyone and nominal.actor is not None and nominal.actor.form is MentionForm.DEMONYM:
        return nominal.actor.plural or nominal.quantity is not None
    return row.anyone and nominal.people is not None and nominal.people.civilian


def _is_free(desk: Desk, nominal: Nominal, row: DeploymentRow) -> bool:
    """Without preposition, or after "mit" or another where the row says so ("beteiligt sich mit 250 Soldaten")."""
    if nominal.preposition is None:
        return not row.aids and not _is_predicate(desk, nominal) and not _is_given(desk, nominal)
    brought = row.brings and desk.scene.is_a(nominal.preposition, "with")
    clause = desk.scene.clause_at(nominal.head) if row.aids else None
    if clause is not None and clause.passive and desk.scene.is_a(nominal.preposition, "agent"):
        return True
    if nominal.attached and _hangs(desk, nominal):
        return False
    return brought or desk.scene.lemma(nominal.preposition) in row.after


def _is_given(desk: Desk, nominal: Nominal) -> bool:
    """Whether people are those to whom something is given: "der Armee", by its case or by the goods right behind it."""
    scene = desk.scene
    if nominal.first == nominal.head:
        return False
    if not nominal.cases and nominal.people is not None and nominal.people.body:
        after = (n for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.first == nominal.last)
        return any(n.item is not None for n in after)
    given = nominal.cases <= _DATIVE and "dat" in nominal.cases
    return given and (nominal.quantity is None or nominal.cases == {"dat"})


def _hangs(desk: Desk, nominal: Nominal) -> bool:
    """ "rechnet mit dem Einsatz von 900 Mann": whether the noun before takes it, not the verb."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(nominal.first).number]
    return any(n.last == nominal.first and n.actor is None and n.preposition is not None for n in sentence)


def _is_predicate(desk: Desk, nominal: Nominal) -> bool:
    """ "als Angriffstruppen": what people are called."""
    before = desk.scene.text.tokens[nominal.first - 1] if nominal.first else None
    return before is not None and before.tag == "KOKOM" and nominal.quantity is None


def _first_of(people: Nominal, inside: tuple[Nominal, ...], candidates: list[Nominal]) -> Nominal:
    """The first of people told together: "vier Generäle und Tausende Soldaten"."""
    place = inside.index(people)
    while place > 0 and (inside[place].coordinated or _is_held(inside[place - 1], inside[place])):
        place -= 1
    return inside[place] if inside[place] in candidates else people


def _is_held(holder: Nominal, people: Nominal) -> bool:
    return people.attached and holder.people is not None and holder.people.holds


def _is_subject(desk: Desk, people: Nominal, free: list[Nominal]) -> bool:
    """Whether people without another actor in front are the subject of a verb that has another object."""
    if _are_too_many(desk, people):
        return False
    others = [n for n in free if n is not people and not n.pronoun and n.preposition is None]
    after = [n for n in others if n.first >= people.last and (not n.cases or "acc" in n.cases)]
    sent = [n for n in after if n.actor is None or _are_counted(n)]
    named = any(n.actor is not None and not _are_counted(n) for n in others)
    return bool(sent) and not named and "nom" in people.cases


def _are_too_many(desk: Desk, people: Nominal) -> bool:
    """Whether several are told of and the verb has one subject: "900 Soldaten hat die Führung geschickt"."""
    clause, count = desk.scene.clause_at(people.head), people.quantity
    several = count is not None and max(count.number or 0, count.minimum or 0) > 1
    finite = clause.finite if clause is not None and several else None
    return finite is not None and not desk.scene.text.tokens[finite].form.endswith(_PLURAL)


def _is_army(nominal: Nominal) -> bool:
    return nominal.actor is not None and nominal.actor.actor.kind is ActorKind.ARMED_FORCES


def _are_counted(nominal: Nominal) -> bool:
    """ "2000 Malier"."""
    demonym = nominal.actor is not None and nominal.actor.form is MentionForm.DEMONYM
    return demonym and nominal.quantity is not None


def names_people(desk: Desk, nominal: Nominal) -> bool:
    """Whether a noun phrase names people who can be deployed."""
    row = nominal.people
    if row is None:
        return False
    if row.holds:
        held = chain_after(desk.scene, nominal)
        joined = [n for n in held[1:2] if n.coordinated]
        return any(n.people is not None and not (n.people.civilian or n.people.holds) for n in [*held[:1], *joined])
    return not row.civilian or _is_of_unit(desk, nominal)


def _is_of_unit(desk: Desk, nominal: Nominal) -> bool:
    """ "Angehörige einer Spezialeinheit"."""
    after = chain_after(desk.scene, nominal)[:1]
    bodies = [n for n in after if n.attached and n.people is not None and n.people.body]
    return any(n.preposition is None or desk.scene.is_a(n.preposition, "of") for n in bodies)


def inner(desk: Desk, people: Nominal) -> Nominal:
    """The people inside a noun that only holds them ("eine Delegation von Ausbildern")."""
    row = people.people
    held = chain_after(desk.scene, people)[:1] if row is not None and (row.holds or row.body) else []
    if held and row is not None and row.body and (held[0].quantity is None or held[0].people is None):
        return people
    return held[0] if held else people
