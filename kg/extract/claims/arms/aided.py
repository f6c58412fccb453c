"""Know-how told as somebody's help with a work, whatever the verb: "Mit russischer Hilfe baut der Iran seine Luftabwehr
aus", "der Ausbau der iranischen Luftabwehr mit russischer Hilfe"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.goods_help import as_work
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Clause, Role

__all__ = ["aided", "aided_roles"]


def aided(desk: Desk) -> Iterator[Match]:
    """A match for every clause of the article's prose in which somebody does something with somebody's help."""
    scene = desk.scene
    aid = scene.nouns_of("aid")
    if not aid:
        return
    row = next(r for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.AIDED)
    for clause in scene.text.clauses:
        if not clause.verbs or aid.isdisjoint(scene.nouns[clause.first : clause.last]):
            continue
        if scene.sentence_of(clause.first).role is Role.PROSE and _help(desk, clause) is not None:
            work = _work(desk, clause)
            if work is not None and scene.is_noun(work, "making"):
                yield Match(row, How.NOUN, work.head, clause, work)
            elif work is not None and clause.lemma in scene.words.jobs["make-verb"]:
                yield Match(row, How.VERB, clause.verbs[-1], clause, None)


def aided_roles(desk: Desk, match: Match) -> Roles | None:
    """Who helps, and whose the work is: by the words around it, else the subject of its clause."""
    helping, work = _help(desk, match.clause), _work(desk, match.clause)
    if helping is None or work is None:
        return None
    behind = [work, *chain_after(desk.scene, work)[:1]]
    giver = _helper(desk, helping)
    taker = next((o for n in behind if (o := owner(desk.scene, n)) not in {None, giver}), None)
    taker = taker or power_of(desk, subject(desk.scene, match.clause))
    goods = goods_in(desk, [as_work(desk, work)])
    if goods is None or giver is None or taker in {None, giver}:
        return None
    return Roles(giver, taker, goods, (match.at, work.first, *goods.positions, helping.last - 1), True)


def _help(desk: Desk, clause: Clause) -> Nominal | None:
    """ "mit russischer Hilfe", "dank der Unterstützung aus Moskau"."""
    for nominal in desk.scene.inside(clause):
        by = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "thanks-to")
        if by and desk.scene.is_noun(nominal, "aid") and _helper(desk, nominal) is not None:
            return nominal
    return None


def _helper(desk: Desk, helping: Nominal) -> str | None:
    behind = chain_after(desk.scene, helping)[:1]
    return owner(desk.scene, helping) or next((power_of(desk, n) or owner(desk.scene, n) for n in behind), None)


def _work(desk: Desk, clause: Clause) -> Nominal | None:
    """What is made or made better: weapons or the like, or a noun of making that holds them."""
    inside = [n for n in desk.scene.inside(clause) if not n.pronoun]
    works = (n for n in inside if desk.scene.is_noun(n, "making") and as_work(desk, n).item is not None)
    return next(works, None) or next((n for n in inside if n.preposition is None and as_work(desk, n).item), None)
