"""What a speaker says of its own doings: that it will do them, or that it has not done them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.acts.to_come import aims, to_come
from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import negated
from kg.model import Actor, ActorKind, Clause, ClauseKind, Span, Stance

__all__ = ["own_stance"]

_POWERS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.ARMED_FORCES})
_OPEN = frozenset({Stance.ASSERTS, Stance.EXPECTS})


def own_stance(page: Page, found: Found, actors: tuple[Actor, ...]) -> Stance:
    """The stance of a statement whose words are about the speaker, or the state that it speaks for."""
    if found.stance not in _OPEN:
        return found.stance
    if found.stance is Stance.ASSERTS and _never(page, found):
        return Stance.DENIES
    if found.rule.rpartition("/")[2] in page.words("ruling out") and found.stance is Stance.EXPECTS:
        return Stance.ANNOUNCES if _may_do(page, found.content, actors) else found.stance
    ids = _acting_for(page, actors)
    own, framed = False, found.rule.startswith("frames/")
    for clause in _told(page, found):
        named = _named(page, clause, ids, found, several=len(actors) > 1)
        own = named or _pronoun(page, clause, "oneself") or (own and page.token(clause.first).tag == "KON")
        stance = _not_ruled_out(page, clause, own=own) or _planned(page, clause, named=named, own=own)
        if stance is not None:
            return stance
        if not framed and (aims(page, clause) or ((named or _pronoun(page, clause, "we")) and to_come(page, clause))):
            return Stance.ANNOUNCES
        none = page.has("not one", page.own(clause))
        acted = named or _pronoun(page, clause, "oneself" if none and not found.carried else "we")
        if acted and found.stance is Stance.ASSERTS and negated(page, clause) and _perfect(page, clause):
            return Stance.DENIES
    return found.stance


def _planned(page: Page, clause: Clause, *, named: bool, own: bool) -> Stance | None:
    """The stance of what the speaker, or the state that it speaks for, will do or not do."""
    none = page.has("not one", page.own(clause))
    if (own and _announced(page, clause)) or (named and (_meant(page, clause) or _plans(page, clause))):
        return Stance.DENIES if none else Stance.ANNOUNCES
    return None


def _may_do(page: Page, content: Span, actors: tuple[Actor, ...]) -> bool:
    """As in "schloss nicht aus, Waffen zu liefern", "schließt Waffenhilfe nicht aus": what those who act may do."""
    at = page.clause_of[page.text.place_of(content.end - 1)]
    if at >= 0 and page.text.clauses[at].kind is ClauseKind.INFINITIVE:
        return True
    acting = any(actor.acts_for is not None or actor.kind in _POWERS for actor in actors)
    return acting and _deed(page, page.text.place_of(content.start), page.text.place_of(content.end - 1) + 1)


def _deed(page: Page, first: int, last: int) -> bool:
    ends = tuple(page.words("own deeds"))
    return any(page.token(p).tag == "NN" and page.token(p).lemma.lower().endswith(ends) for p in range(first, last))


def _not_ruled_out(page: Page, clause: Clause, *, own: bool) -> Stance | None:
    """As in "Waffenhilfe schließe er nicht aus", "weitere Angriffe seien nicht ausgeschlossen"."""
    if clause.lemma not in page.words("ruling out") or not negated(page, clause):
        return None
    if not (own or clause.passive):
        return None
    return Stance.ANNOUNCES if _deed(page, clause.first, clause.last) else Stance.EXPECTS


def _plans(page: Page, clause: Clause) -> bool:
    """As in "Russland behalte sich Schritte vor": a verb that announces, said of oneself."""
    rows = rows_of(page, clause)
    full = clause.finite is not None and page.token(clause.finite).tag == "VVFIN"
    return full and bool(rows) and rows[0].stance is Stance.ANNOUNCES and not negated(page, clause)


def _never(page: Page, found: Found) -> bool:
    """As in "beteuert, keine Waffen zu liefern": an infinitive, of which the speaker is the subject, with "kein"."""
    at = page.clause_of[page.text.place_of(found.content.start)]
    clause = page.text.clauses[at] if at >= 0 else None
    if clause is None or clause.kind is not ClauseKind.INFINITIVE or clause.finite is not None:
        return False
    return page.has("not one", page.own(clause))


def _acting_for(page: Page, actors: tuple[Actor, ...]) -> frozenset[str]:
    """The ids of the speakers and of those for whom they act."""
    known = {actor.id: actor for actor in page.mentions.behind}
    known |= {mention.actor.id: mention.actor for mention in page.mentions.actors}
    ids: set[str] = set()
    for actor in actors:
        one: Actor | None = actor
        while one is not None and one.id not in ids:
            ids.add(one.id)
            if one.acts_for is not None and one.acts_for not in known:
                ids.add(one.acts_for)
            one = known.get(one.acts_for or "")
    return frozenset(ids)


def _told(page: Page, found: Found) -> Iterator[Clause]:
    """The clauses of what is said that stand for themselves: no relative clauses, no conditions."""
    for clause in page.clauses_over(found.content):
        if clause.finite is None or not found.content.start <= page.token(clause.finite).start < found.content.end:
            continue
        that = clause.opener is not None and page.form(clause.opener) in page.words("that")
        if clause.kind in {ClauseKind.MAIN, ClauseKind.FRAGMENT} or (clause.kind is ClauseKind.SUBORDINATE and that):
            yield clause


def _pronoun(page: Page, clause: Clause, group: str) -> bool:
    """Whether a pronoun that means the speaker stands at the verb."""
    assert clause.finite is not None
    return bool({page.form(clause.finite - 1), page.form(clause.finite + 1)} & page.words(group))


def _named(page: Page, clause: Clause, ids: frozenset[str], found: Found, *, several: bool) -> bool:
    """Whether the subject is the speaker by name, or "sein Land"; of several speakers "die drei Länder"."""
    voice = found.voice
    frame = range(voice.first, voice.last) if voice is not None and found.rule.startswith("frames/") else range(0)
    for phrase in page.phrases_in(clause):
        if phrase.head in frame or phrase.preposition is not None or (phrase.cases and "nom" not in phrase.cases):
            continue
        land = page.token(phrase.head).lemma.lower() in page.words("countries")
        words = {page.form(place) for place in range(phrase.first, phrase.head)}
        if land and (words & page.words("his own") or (several and words & page.words("the"))):
            return True
        return any(
            mention.actor.id in ids or (mention.actor.kind in _POWERS and mention.actor.acts_for in ids)
            for mention in page.named.get(phrase.head, ())
        )
    return False


def _announced(page: Page, clause: Clause) -> bool:
    """ "werde liefern", "würden kündigen", "sei bereit"."""
    assert clause.finite is not None
    form = page.form(clause.finite)
    full = any(page.token(place).tag == "VVINF" for place in clause.verbs if place != clause.finite)
    if full and not clause.passive and form in page.words("future") | page.words("would"):
        return True
    places = page.own(clause)
    ready = any(page.form(p) in page.words("ready") and page.form(p + 1) == "," for p in places)
    ready = ready or (page.has("ready", places) and _for_something(page, clause))
    return ready and page.token(clause.finite).lemma in page.words("to be") and not negated(page, clause)


def _for_something(page: Page, clause: Clause) -> bool:
    """As in "zu Gesprächen bereit", "dazu bereit"."""
    return page.has("to what", page.own(clause))


def _meant(page: Page, clause: Clause) -> bool:
    """ "Polen wolle liefern", "ihr Land könne liefern"."""
    assert clause.finite is not None
    full = any(page.token(place).tag == "VVINF" for place in clause.verbs if place != clause.finite)
    wants = page.token(clause.finite).lemma in page.words("wishing") or page.form(clause.finite) in page.words("could")
    return full and wants and not clause.passive


def _perfect(page: Page, clause: Clause) -> bool:
    """As in "habe nichts geliefert"; what somebody has not seen or heard he does not deny."""
    assert clause.finite is not None
    full = any(page.token(place).tag == "VVPP" for place in clause.verbs)
    unseen = clause.lemma in page.words("perceiving") and any(page.token(p).tag == "PTKNEG" for p in page.own(clause))
    return full and not unseen and not clause.passive and page.form(clause.finite) in page.words("has")
