"""Clauses whose verb is one of saying, though nothing has been said: it is asked of somebody, his to do or to come."""

from __future__ import annotations

from kg.extract.statements.acts.told import is_told
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import negated
from kg.extract.statements.speakers.subjects import subject
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Stance

__all__ = ["not_said", "so_clearly"]

_DEEDS = frozenset({Stance.CRITICISES, Stance.WARNS, Stance.ANNOUNCES})
"""What has not been done where the verb is denied."""

_PUNISHED = 5
"""How many words behind "zu" a punishment stands at the farthest: "zu drei Jahren und vier Monaten Haft"."""


def not_said(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """Whether the clause tells of no words of its subject, however much its verb is one of saying."""
    sought = (not row.needs and _seeks(page, clause)) or _unsaid(page, clause) or _open(page, clause, row)
    sought = sought or _nameless(page, clause, row) or _awaits(page, clause) or _meant(page, clause, row)
    sought = sought or (clause.lemma in page.words("falling short") and clause.lemma not in row.infinitives)
    kept = _holds_on(page, clause) or _compares(page, clause) or _without_words(page, clause)
    kept = kept or _sentenced(page, clause) or _plays(page, clause) or _is_explained(page, clause)
    kept = kept or _unforeseen(page, clause, row) or _decides(page, clause, row) or _another_verb(page, clause, row)
    return sought or kept or is_told(page, clause, row) or _unknown(page, clause, row) or _refrains(page, clause, row)


def _refrains(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "verurteilte den Angriff nicht", "lobte den Plan nie"; not "hat ihn noch nie so scharf verurteilt"."""
    praises = row.stance is Stance.ASSERTS and bool(row.objects) and row.negated is None
    if not (praises or row.stance in _DEEDS) or set(row.needs) & page.words("negation"):
        return False
    denied = negated(page, clause) and any(_denies(page, place) for place in page.own(clause))
    return denied and not so_clearly(page, clause)


def _denies(page: Page, place: int) -> bool:
    """Whether a word denies the verb: not "sieht keinen Anlass", "kritisierte ihn als nicht hilfreich"."""
    verbal = page.form(place) in page.words("negation") and page.token(place).tag != "PIAT"
    return verbal and page.token(place - 1).tag != "KOKOM"


def so_clearly(page: Page, clause: Clause) -> bool:
    """As in "So deutlich hatte sich das Amt nie geäußert": it has been done, less clearly."""
    own = page.own(clause)
    return any(page.form(place) in page.words("so") and page.token(place + 1).tag == "ADJD" for place in own)


def _is_explained(page: Page, clause: Clause) -> bool:
    """As in "Die Verluste erklären sich damit, dass …": a thing has its reason."""
    explained = clause.lemma in page.words("being explained") and page.has("itself", page.own(clause))
    return explained and page.has("with it", page.own(clause))


def _holds_on(page: Page, clause: Clause) -> bool:
    """As in "hält an dem Plan fest": what somebody will not give up."""
    if clause.lemma not in page.words("holding on"):
        return False
    led = (page.form(p.preposition) for p in page.phrases_in(clause) if p.preposition is not None)
    return any(form in page.words("held on to") for form in led)


def _without_words(page: Page, clause: Clause) -> bool:
    """As in "würdigten ihn mit langem Beifall", "antwortete mit einem Achselzucken": nothing is said."""
    led = (
        p
        for p in page.phrases_in(clause)
        if p.preposition is not None and page.form(p.preposition) in page.words("with")
    )
    return any(page.token(p.head).lemma.lower().endswith(tuple(page.words("without words"))) for p in led)


def _sentenced(page: Page, clause: Clause) -> bool:
    """As in "verurteilte sie zu vier Jahren Haft": a court's punishment."""
    if clause.lemma not in page.words("sentencing"):
        return False
    ends = tuple(page.words("punishments"))
    led = (place for place in page.own(clause) if page.form(place) in page.words("to an end"))
    return any(page.form(place + n).endswith(ends) for place in led for n in range(1, _PUNISHED))


def _plays(page: Page, clause: Clause) -> bool:
    """As in "X spielt eine Frau, die sich Geld erhofft", "Neben X, der als Y Geld verspricht, spielen …": it is told
    of somebody in a play."""
    parent = None if clause.parent is None else page.text.clauses[clause.parent]
    if clause.kind is not ClauseKind.RELATIVE or parent is None or parent.lemma not in page.words("playing"):
        return False
    acts = None if parent.finite is None or parent.finite > clause.first else subject(page, parent)
    return page.has("as being", page.own(clause)) or (acts is not None and acts.last < clause.first - 1)


def _unforeseen(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "Damit hatten sie nicht gerechnet": what took somebody unawares."""
    past = clause.finite is not None and page.form(clause.finite) in page.words("has or had")
    return past and row.stance is Stance.EXPECTS and negated(page, clause)


def _decides(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "Er entschied sich, zu fliehen", "Wie sich der Bezirk entschieden hat, …": what one does, not says."""
    oneself = page.has("itself", page.own(clause)) and not page.words("deciding").isdisjoint(row.infinitives)
    return oneself and (clause.opener is not None or any(page.token(p).tag == "PPER" for p in page.own(clause)))


def _another_verb(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "Das ist sicher von vielen geplant": "sicher" goes with another verb."""
    needed = not page.words("to be").isdisjoint(row.infinitives) and row.needs
    return bool(needed) and any(
        page.token(place).tag == "VVPP" and page.form(place) not in row.needs for place in clause.verbs
    )


def _unknown(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "Wie viele es waren, geht aus dem Bericht nicht hervor": what a text does not tell."""
    return row.things and row.stance is Stance.ASSERTS and negated(page, clause)


def _unsaid(page: Page, clause: Clause) -> bool:
    """As in "hätte sie gesagt, …", "Brüssel wird auffordern, …", "Polen ist gefordert": nothing has been said yet."""
    if clause.finite is None or clause.passive:
        return False
    cue = [place for place in clause.verbs if place != clause.finite and page.token(place).lemma in page.verbs]
    if page.token(clause.finite).lemma in page.words("to be") and any(_owed(page, place) for place in cue):
        return True
    if page.form(clause.finite) in page.words("has") and any(_to_do(page, place) for place in cue):
        return True
    there = page.form(clause.finite) in page.words("there is")  # "Es gibt Neues zu berichten"
    if cue and there and page.has("it", page.own(clause)):
        return True
    unreal = page.form(clause.finite) in page.words("unreal")
    supposed = page.form(clause.finite) in page.words("conditional") and not _reported(page, clause)
    to_come = supposed or page.form(clause.finite) in page.words("future")
    future = to_come and any(page.token(p).tag == "VVINF" for p in cue)
    return bool(cue) and (unreal or future)


def _reported(page: Page, clause: Clause) -> bool:
    """As in "Laut einer Umfrage würden sich viele dafür aussprechen": the form of report."""
    frames = page.words("says the source") | page.words("according to")
    return any(page.form(place) in frames for place in page.own(clause))


def _compares(page: Page, clause: Clause) -> bool:
    """As in "anders, als er vermutet hatte: …": what somebody thought is not what follows."""
    led = clause.opener is not None and page.form(clause.opener) in page.words("than")
    return led and clause.kind is ClauseKind.SUBORDINATE and page.form(clause.last) == ":"


def _open(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "muss erklären, ob …", "kann sagen, was er will", "darf nicht behaupten, dass …": what is asked of
    somebody or free to him is not said; "kann bestätigen, dass …", "kann nicht sagen, ob …" are acts."""
    if clause.finite is None or page.form(clause.finite) not in page.words("open to do"):
        return False
    tags = [page.token(place).tag for place in clause.verbs if place != clause.finite]
    if "VVINF" not in tags or "VVPP" in tags or row.stance is Stance.CONFIRMS:
        return False
    if row.stance is Stance.ASSERTS and page.form(clause.finite) not in page.words("able to do"):
        return True
    return not negated(page, clause) or row.stance not in {Stance.ASSERTS, Stance.DECLINES}


def _meant(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "wollte den Rat informieren": what somebody meant to say; "wollte nichts bestätigen" is an act."""
    wanted = clause.finite is not None and page.form(clause.finite) in page.words("wanted to")
    plain = row.stance in {Stance.ASSERTS, Stance.CONFIRMS} and not row.needs
    if not wanted or not plain or negated(page, clause):
        return False
    tags = [page.token(place).tag for place in clause.verbs if place != clause.finite]
    return "VVINF" in tags and "VVPP" not in tags


def _owed(page: Page, place: int) -> bool:
    """As in "ist gefordert", "ist anzumerken": a verb that makes the subject of "sein" the one of whom it is told."""
    tag, rows = page.token(place).tag, page.verbs.get(page.token(place).lemma, ())
    plain = [row for row in rows if not row.needs]
    return tag == "VVIZU" or (tag == "VVPP" and bool(plain) and all(row.stance is Stance.DEMANDS for row in plain))


def _to_do(page: Page, place: int) -> bool:
    """As in "hat Tote zu beklagen", "hat nichts zu befürchten": what befalls somebody, or is his to do."""
    return page.token(place).tag == "VVIZU" or page.token(place - 1).tag == "PTKZU"


def _nameless(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "ein Anwohner, der seinen Namen nicht nennen will": how somebody speaks who is told of."""
    if clause.kind is not ClauseKind.RELATIVE or row.stance is not Stance.DECLINES:
        return False
    own = (place for place in page.own(clause) if page.token(place).tag == "PPOSAT")
    return any(page.token(place + 1).lemma.lower() in page.words("who one is") for place in own)


def _awaits(page: Page, clause: Clause) -> bool:
    """As in "Sie ahnten nicht, was sie erwartet": what is to come to them."""
    what = clause.opener is not None and page.form(clause.opener) in page.words("that which")
    return what and clause.kind is ClauseKind.SUBORDINATE and clause.lemma in page.words("awaiting")


def _seeks(page: Page, clause: Clause) -> bool:
    """As in "wollte herausfinden, was …", "findet heraus, ob …": nothing is found yet."""
    if clause.lemma in page.words("finding") and any(
        page.form(c.first) in page.words("whether") for c in page.children(clause)
    ):
        return True
    modal = clause.finite is not None and page.token(clause.finite).tag == "VMFIN"
    sought = clause.finite is not None and page.token(clause.finite).lemma in page.words("seeking")
    return modal and sought and clause.lemma in page.words("finding")
