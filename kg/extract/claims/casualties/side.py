"""Whose people were hurt: by how the victims are called, by the sentences before, by the place that was struck."""

from __future__ import annotations

from kg.extract.claims.casualties.bearers import admitted, at_home, by_admission, by_attacker, is_by
from kg.extract.claims.casualties.conflict import has_blow, is_struck, struck_before, struck_here
from kg.extract.claims.casualties.names import called, is_civilian, is_open, is_troops, strangers
from kg.extract.claims.casualties.owners import Before, sent_before
from kg.extract.claims.casualties.placed import is_told_by_place
from kg.extract.claims.casualties.possessors import of_teller, possessor
from kg.extract.claims.casualties.theatre import theatre, town_before
from kg.extract.claims.common.bands import is_band
from kg.extract.claims.common.context import forces_before, land_before, people_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.casualties import CasualtyRow
from kg.model import Casualties, CasualtyType, MentionForm

__all__ = ["counted_out", "whose"]


_NEAR = 2
"""Sentences back in which dead and wounded tell of whom the next are."""
_FAR = 5
"""The same of troops that are told of, for "von ihnen", "die Verluste"."""


def whose(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """Whose the victims are: as they are called, else the people of the country that was struck."""
    if (named := called(desk, match, victims)) is not None:
        return named
    if victims is not None and (is_open(desk, victims) or strangers(desk, victims)):
        return None
    known = _known(desk, match, victims, before) or admitted(desk, match, before)
    known = None if known is not None and is_by(desk, match, victims, known) else known
    if known is not None or (victims is None and counted_out(desk, match)):
        return known
    if match.how is How.NOUN and _of_losses(match):
        group = focus(desk, match.at, before)
        if group is not None or (match.nominal is not None and desk.scene.is_noun(match.nominal, "loss")):
            return group
    if not is_told_by_place(desk, match, victims):
        return by_attacker(desk.scene, match.at)
    same = victims or _troops(desk, match)
    told = _struck(desk, match, same, before) or _from_before(desk, match, same, before.hurt)
    if told is not None or is_troops(same):
        return told
    known = at_home(desk.scene, match.at) or by_attacker(desk.scene, match.at)
    known = known or (by_admission(desk.scene, match.clause) if match.how is not How.VERB else None)
    counted = match.how is How.NOUN and before.group is not None
    none = any(desk.scene.is_a(p, "no") for p in desk.scene.own_tokens(match.clause))
    return known or (None if counted or none else theatre(desk.scene, match.at))


def _troops(desk: Desk, match: Match) -> Nominal | None:
    """The troops of whom the clause has told right before ("15 Soldaten getötet und 30 verletzt")."""
    inside = desk.scene.inside(match.clause) if match.how is How.VERB else ()
    return next((n for n in reversed(inside) if n.head < match.at and n.preposition is None and is_troops(n)), None)


def _of_losses(match: Match) -> bool:
    return isinstance(match.row, CasualtyRow) and match.row.type is CasualtyType.LOSSES


def focus(desk: Desk, position: int, before: Before) -> str | None:
    """Whose the people are that the sentences before a token speak of: dead or wounded, troops, those who were sent."""
    scene = desk.scene
    earliest = scene.text.sentences[max(scene.sentence_of(position).number - _NEAR, 0)].start
    near = [f.of for f in before.hurt if f.of is not None and earliest <= f.evidence.start]
    if (sent := sent_before(desk, position, before, back=1)) is not None:
        return sent
    if near:
        return near[-1]
    return (
        people_before(scene, position)
        or before.group
        or sent_before(desk, position, before)
        or people_before(scene, position, back=_FAR)
    )


def _struck(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """The people of the country that was struck; of "1000 weitere", of dead who are only counted, those told last."""
    scene, further = desk.scene, victims is None or _further(desk, victims)
    if is_troops(victims):
        here = struck_here(scene, match.at) if has_blow(scene, match.clause) else _own_struck(desk, match)
        return before.group or here
    counted = further or match.how is How.NOUN
    if (
        not further
        and (here := _here(desk, match, attacked=counted and _group(desk, match, before) is not None)) is not None
    ):
        return here
    last = (_last(desk, match, victims, before) or _group(desk, match, before)) if counted else None
    return last or _here(desk, match, attacked=False) or struck_before(scene, match.at)


def _own_struck(desk: Desk, match: Match) -> str | None:
    """The state that tells of the soldiers and whose country was struck in the sentences before."""
    state = of_teller(desk, match.at)
    return state if state is not None and state == struck_before(desk.scene, match.at) else None


def _group(desk: Desk, match: Match, before: Before) -> str | None:
    """The soldiers abroad whom the article is about, unless the clause is about another power or tells of a blow."""
    scene, words = desk.scene, desk.scene.words.jobs
    if match.how is How.NOUN and has_blow(scene, match.clause):
        return None
    top = subject(scene, match.clause)
    power = scene.power(top.actor.actor) if top is not None and top.actor is not None else None
    tells = match.clause.lemma in words["figures"] or match.clause.lemma in words["admit"]
    return before.group if power is None or power == before.group or tells else None


def _here(desk: Desk, match: Match, *, attacked: bool) -> str | None:
    """The country that the sentence places it in; with `attacked` only one that it tells of a blow on. The place of
    those who count the dead is none ("In Seoul ging man von 300 Toten aus")."""
    scene = desk.scene
    if attacked and not is_struck(scene, match.clause):
        return None
    if match.how is How.NOUN and scene.is_a(match.at, "fallen-noun") and not has_blow(scene, match.clause):
        return None
    if match.how is How.NOUN and match.clause.lemma in scene.words.jobs["figures"]:
        after = [n for n in scene.inside(match.clause) if n.head > match.at and n.place is not None]
        if not after and not is_struck(scene, match.clause):
            return None
    return struck_here(scene, match.at)


def _further(desk: Desk, victims: Nominal) -> bool:
    return any(desk.scene.is_a(p, "further") for p in range(victims.first, victims.head))


def _last(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """Whose the last dead or wounded are of the same sentence or the one before."""
    sentence = desk.scene.sentence_of(match.at)
    earliest = desk.scene.text.sentences[max(sentence.number - 1, 0)].start
    near = [f.of for f in before.hurt if f.of is not None and earliest <= f.evidence.start]
    return (
        near[-1] if near and not (victims is not None and is_band(near[-1]) and not _further(desk, victims)) else None
    )


def _known(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """Those told before: "von ihnen", "beide", "20 weitere" in the same sentence, "die Männer", soldiers."""
    scene = desk.scene
    some = victims is None or (victims.people is not None and victims.people.holds)
    if some and (whole := _partitive(desk, match, before)) is not None:
        return whole
    sentence = scene.sentence_of(match.at)
    same = [f.of for f in before.hurt if sentence.start <= f.evidence.start < sentence.end]
    if victims is None:
        return same[-1] if same else None
    soldiers = victims.people is not None and not victims.people.civilian
    theirs = victims.determiner is not None and scene.text.tokens[victims.determiner].tag == "PPOSAT"
    if not (soldiers or theirs or _back(desk, victims)):
        return None
    if theirs and scene.is_a(victims.determiner or 0, "his") and (state := of_teller(desk, match.at)) is not None:
        return state
    sent = sent_before(desk, match.at, before) if theirs else None
    forces = forces_before(scene, victims.first) if soldiers and _definite(desk, victims) else None
    return people_before(scene, victims.first) or sent or before.group or forces


def _back(desk: Desk, victims: Nominal) -> bool:
    """ "die Männer", "einer der Soldaten": people told before."""
    return _definite(desk, victims) and victims.lemma in desk.scene.words.jobs["men"]


def _definite(desk: Desk, victims: Nominal) -> bool:
    return any(desk.scene.is_a(p, "the") for p in range(victims.first, victims.head))


def _from_before(desk: Desk, match: Match, victims: Nominal | None, found: list[Casualties]) -> str | None:
    """Those told in the sentence before; "in der Region" those of the article, if of one country; who admits."""
    scene = desk.scene
    sentence = scene.sentence_of(match.at)
    top = subject(scene, match.clause)
    if top is not None and not match.clause.passive and victims is not None:
        told = match.clause.lemma in scene.words.jobs["admit"] and not is_civilian(victims) and top.actor is not None
        if told or match.how is How.VERB:
            return scene.power(top.actor.actor) if told and top.actor is not None else None
    states = [f for f in found if victims is None or not is_band(f.of)]
    near = [f.of for f in states if f.evidence.start >= scene.text.sentences[max(sentence.number - 1, 0)].start]
    every = {f.of for f in states if f.of is not None}
    if near:
        return near[-1] if victims is None or not _are_mixed(desk, match, near) else None
    there = victims is not None and _there(desk, match)
    if there and not every:
        return town_before(desk.scene, match.at) or land_before(scene, match.at)
    if victims is not None and len(every) == 1 and (there or match.how is not How.VERB):
        return every.pop()
    return None


def _are_mixed(desk: Desk, match: Match, near: list[str | None]) -> bool:
    """Whether the sentence before tells of people of several lands, and new ones are told of in the next."""
    number = desk.scene.sentence_of(match.at).number
    named = [n.actor for n in desk.scene.nominals[max(number - 1, 0)] if n.actor is not None]
    lands = {desk.scene.power(one.actor) for one in named if one.form is MentionForm.DEMONYM}
    return len(lands | set(near)) > 1


def _there(desk: Desk, match: Match) -> bool:
    """ "in der Region", "in der Stadt": where the article has been before."""
    scene = desk.scene
    inside = scene.inside(match.clause)
    places = [n for n in inside if n.determiner is not None and n.place is None and scene.is_noun(n, "near")]
    return any(n.attached if n.preposition is None else scene.is_a(n.preposition, "place") for n in places)


def _partitive(desk: Desk, match: Match, before: Before) -> str | None:
    """ "von den 11.000 Soldaten", "von ihnen": whose the people are of whom some were hurt."""
    scene = desk.scene
    for nominal in _wholes(desk, match):
        return owner(scene, nominal) or _meant(desk, nominal) or focus(desk, nominal.first, before)
    return focus(desk, match.clause.first, before) if counted_out(desk, match) else None


def _meant(desk: Desk, nominal: Nominal) -> str | None:
    """Whose the people are that "von ihnen" means: those named last in the sentence ("seine Bürger")."""
    scene = desk.scene
    if not nominal.pronoun:
        return None
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    people = [n for n in sentence if n.last <= nominal.first and n.people is not None and not n.people.holds]
    return (owner(scene, people[-1]) or possessor(desk, people[-1])) if people else None


def counted_out(desk: Desk, match: Match) -> bool:
    """Whether those hurt are some of people told before: "1000 davon", "von ihnen", "beide"."""
    own = desk.scene.own_tokens(match.clause)
    some = any(desk.scene.is_a(p, "both") or desk.scene.is_a(p, "among") for p in own)
    return some or bool(_wholes(desk, match))


def _wholes(desk: Desk, match: Match) -> list[Nominal]:
    scene = desk.scene
    after = [n for n in scene.inside(match.clause) if n.preposition is not None]
    of_them = [n for n in after if scene.is_a(n.preposition or 0, "under") and n.pronoun]
    return of_them or [n for n in after if scene.is_a(n.preposition or 0, "of") and _is_group(n)]


def _is_group(nominal: Nominal) -> bool:
    if nominal.people is not None:
        return not nominal.people.civilian
    return nominal.actor is not None and nominal.actor.form is MentionForm.DEMONYM
