"""Who uses goods of a foreign make where their clause does not say."""

from __future__ import annotations

from functools import cache

from kg.extract.claims.arms.near import paired, shooter
from kg.extract.claims.arms.powers import power_of, where_party
from kg.extract.claims.arms.sides import backed_by
from kg.extract.claims.arms.told import Told
from kg.extract.claims.common.context import partner
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Frames
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang import Language
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Clause, ClauseKind

__all__ = ["holder", "struck_by", "user_inside", "user_of"]

_NEAR = 2
"""Sentences back in which an attack is still near."""


def user_of(desk: Desk, clause: Clause, maker: str, told: list[Told], *, target: str | None) -> str | None:
    """Who uses goods of a foreign make, where their clause does not say: who was told to get them, who fires them in a
    clause that hangs on it, who attacks in this sentence or the two before, or the maker's partner."""
    got = next((t.recipient for t in reversed(told) if t.supplier == maker and t.recipient is not None), None)
    if got is None and maker in {t.recipient for t in told}:
        return None
    sources = {power_of(desk, n) for n in desk.scene.inside(clause) if _is_source(desk, n)}
    found = got or shooter(desk, clause) or _attacker(desk, clause.first)
    found = found or paired(desk, clause, maker, used=True) or partner(desk.scene, maker, other_than=target)
    found = found or backed_by(desk, maker)
    return found if found not in {maker, target, *sources} else None


def struck_by(desk: Desk, clause: Clause, weapons: Nominal) -> list[Nominal]:
    """As in "Iranische Drohnen griffen Riga an": whom weapons strike that are themselves the subject of an attack; none
    where somebody strikes with them or fires them."""
    bound = weapons.preposition is not None or _is_bound(desk, weapons)
    if clause.passive or bound or clause.lemma not in desk.scene.words.jobs["strike"]:
        return []
    return [n for n in desk.scene.inside(clause) if n is not weapons and n.preposition is None]


def _is_bound(desk: Desk, weapons: Nominal) -> bool:
    """ "mit in Polen gebauten Drohnen": whether a preposition stands before the phrase inside a phrase."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(weapons.first).number]
    inner = next((n.preposition for n in sentence if n.last == weapons.first and n.preposition is not None), None)
    return inner is not None and inner > 0 and desk.scene.text.tokens[inner - 1].tag == "APPR"


def _is_source(desk: Desk, nominal: Nominal) -> bool:
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "source")


def _attacker(desk: Desk, position: int) -> str | None:
    """Whose attack the sentence or the two before it speak of ("bei einem russischen Angriff"), else the one attacker
    of the article up to there."""
    scene = desk.scene
    number = scene.sentence_of(position).number
    found = [_attacking(desk, n) for n in range(number + 1)]
    near = [one for one in found[-_NEAR - 1 :] if one is not None]
    every = {one for one in found if one is not None}
    return near[-1] if near else (every.pop() if len(every) == 1 else None)


def _attacking(desk: Desk, number: int) -> str | None:
    """Whose attack a sentence tells of, by a noun or by the subject of a verb of striking."""
    spheres = desk.scene.words.spheres
    for nominal in desk.scene.nominals[number]:
        row = spheres.get(nominal.lemma)
        if row is not None and row.conflict and not row.weak and nominal.item is None:
            whose = owner(desk.scene, nominal)
            if whose is not None:
                return whose
    return _striking(desk, number)


def _striking(desk: Desk, number: int) -> str | None:
    """ "Russland hat mehrere Städte angegriffen": who strikes."""
    strikes = desk.scene.words.jobs["strike"] & desk.scene.verbs
    clauses = (desk.scene.text.clauses[n] for verb in sorted(strikes) for n in desk.scene.by_verb[verb])
    here = (c for c in clauses if desk.scene.sentence_of(c.first).number == number and not c.passive)
    return next((power for c in here if (power := power_of(desk, subject(desk.scene, c))) is not None), None)


def holder(desk: Desk, clause: Clause) -> str | None:
    """Who a relative clause tells to have goods: who fires them, or where they arrived."""
    return shooter(desk, clause) or _arrived(desk, clause)


def _arrived(desk: Desk, clause: Clause) -> str | None:
    """ "die Granaten, die in Russland eintrafen, stammten aus …": where a relative clause tells that goods arrived."""
    moves = (r for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.MOVE and r.market)
    verbs = {verb for row in moves for verb in row.verbs if not row.idioms}
    below = [c for c in desk.scene.text.clauses if c.parent == clause.number and c.kind is ClauseKind.RELATIVE]
    places = (where_party(desk, desk.scene.inside(c)) for c in below if c.lemma in verbs)
    return next((power for n in places if (power := power_of(desk, n)) is not None), None)


def user_inside(desk: Desk, weapons: Nominal) -> str | None:
    """ "die von Russland verschossenen Granaten", "die von Kiew gewünschten Panzer": who uses weapons or wants them, by
    a participle before them."""
    tokens, number = desk.scene.text.tokens, desk.scene.sentence_of(weapons.first).number
    for by in desk.scene.nominals[number]:
        within = weapons.first < by.first and by.last < weapons.head and by.preposition is not None
        if within and desk.scene.is_a(by.preposition or 0, "agent"):
            used = (_frames(desk.language).of_participle(tokens[p]) for p in range(by.last, weapons.head))
            forms = (tokens[p].form.lower() for p in range(by.last, weapons.head))
            wanted = desk.scene.words.jobs["asked-for"]
            if any({form, form[:-1], form[:-2]} & wanted for form in forms) or any(
                row is not None and row.pattern is Pattern.FIRE for row in used
            ):
                return power_of(desk, by)
    return None


@cache
def _frames(language: Language) -> Frames[ArmsTransferRow]:
    return Frames.of(language.table(ArmsTransferRow).values())
