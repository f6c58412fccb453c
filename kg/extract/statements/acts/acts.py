"""Verbs of saying with what they govern: indirect speech, and acts that are told without their words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from kg.extract.statements.acts.cited import cited
from kg.extract.statements.acts.supposed import supposed
from kg.extract.statements.acts.unsaid import not_said
from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import negated, of_verb
from kg.extract.statements.speakers.somebody import describes, speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import tells
from kg.extract.statements.words.calling import called_behind, mode_of
from kg.extract.statements.words.clause_kinds import Complement
from kg.extract.statements.words.complements import complement
from kg.extract.statements.words.felt import felt, felt_in_quotes
from kg.extract.statements.words.infinitives import governs, of_object
from kg.extract.statements.words.judged import with_judgement
from kg.extract.statements.words.objects import object_of, strong
from kg.extract.statements.words.seen_in import seen_in
from kg.extract.statements.words.several import ground, together
from kg.extract.statements.words.taken_up import antecedent, asked
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Mode, Span, Stance

__all__ = ["acts"]

_FULL = frozenset({"VVPP", "VVINF", "VVIZU"})


def acts(page: Page) -> Iterator[Found]:
    """Every clause whose verb says something, outside of quoted speech."""
    for clause in page.text.clauses:
        if clause.number not in page.saying or not clause.verbs:
            continue
        if page.spoken[clause.verbs[0]] or not page.prose(clause.first):
            continue
        if (clause.kind is ClauseKind.INFINITIVE and not _controlled(page, clause)) or supposed(page, clause):
            continue
        for part in _parts(page, clause):
            rows = rows_of(page, part)
            quoted = clause.passive and clause.lemma in page.words("quoting")  # "wird mit den Worten zitiert, …"
            voice = None if not rows else subject(page, clause) if quoted else speaker_of(page, clause)
            tried = (_act(page, part, row, voice) for row in rows)
            yield from islice((found for found in tried if found is not None), 1)


def _parts(page: Page, clause: Clause) -> list[Clause]:
    """As in "hat X dementiert und Y verurteilt": the clause once for each of its verbs with what belongs to it."""
    found = [place for place in clause.verbs if page.token(place).tag in _FULL and place != clause.finite]
    led = {place - 1 for place in found if page.token(place).tag == "VVPP"}  # "erfreut gezeigt"
    full = [place for place in found if place not in led]
    if len(full) == 2 and governs(page, full[0], full[1]):
        kept = tuple(place for place in clause.verbs if place != full[1])
        return [clause._replace(verbs=kept, lemma=page.token(full[0]).lemma)]
    if len(full) != 2:
        return [clause]
    own = page.own(clause)
    joints = [place for place in own if page.token(place).tag == "KON" and full[0] < place < full[-1]]
    neither = page.has("neither", own)
    if len(joints) != 1 or neither or joints[0] == full[1] - 1:
        return [clause]
    first = clause._replace(last=joints[0], verbs=(full[0],), lemma=page.token(full[0]).lemma)
    second = clause._replace(first=joints[0], verbs=(full[1],), lemma=page.token(full[1]).lemma)
    return [part for part in (first, second) if part.lemma in page.verbs]


def _controlled(page: Page, clause: Clause) -> bool:
    """As in "beeilte sich zu erklären, …": an infinitive whose subject is that of a clause that says nothing itself."""
    if clause.opener is not None or clause.parent is None:
        return False
    parent = page.text.clauses[clause.parent]
    return (
        parent.finite is not None
        and not rows_of(page, parent)
        and any("clause" in r.takes for r in rows_of(page, clause))
    )


def _act(page: Page, clause: Clause, row: SayingVerb, voice: Voice | None) -> Found | None:
    if (
        clause.opener is not None
        and page.form(clause.opener) in page.words("as")
        and clause.kind is ClauseKind.SUBORDINATE
    ):
        return None
    if (
        voice is None
        or (row.weak and not (strong(voice) or _able(page, clause, voice)))
        or (row.things and not tells(page, voice))
    ):
        return None
    if _befalls(page, clause, voice) or _of_one_self(page, clause, voice) or not_said(page, clause, row):
        return None
    reason = ground(page, clause, row, voice)
    found = None if reason or of_object(page, clause, row, voice) else complement(page, clause, row)
    if found is not None:
        found = found._replace(content=with_judgement(page, clause, row, found.content))
        return _indirect(page, clause, row, voice, found)
    if clause.kind is ClauseKind.INFINITIVE:
        return None
    said = reason or _told(page, clause, row, voice)
    said = said and with_judgement(page, clause, row, said)
    content = antecedent(page, clause, row) or (said and asked(page, clause, row)) or said
    undone = row.stance is Stance.DEMANDS and _undone(page, clause)
    if content is None or undone or not (strong(voice) or _known(page, voice)):
        return None
    at, cue = _place(clause), cue_span(page, clause)
    stance = of_verb(page, row, clause, content)
    return Found(at, content, voice, stance, mode_of(page, clause, row, content), cue, row.rule, Decimal("0.8"), rank=6)


def _told(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """What an act tells without a clause of its own: by its objects, by quoted words, by what somebody feels."""
    return (
        together(page, clause, row, voice)
        or called_behind(page, clause, row, voice)
        or seen_in(page, clause, row)
        or felt_in_quotes(page, clause, row)
        or object_of(page, clause, row, voice)
        or felt(page, clause, row)
    )


def _befalls(page: Page, clause: Clause, voice: Voice) -> bool:
    """As in "Polen droht eine Strafe": what threatens somebody is the subject, not he."""
    places = range(voice.first, voice.last)
    lives = clause.lemma in page.words("claiming lives") and any(
        page.form(place) in page.words("lives") for place in (*page.own(clause), voice.last - 1)
    )
    if clause.lemma not in page.words("befalling") and not lives:
        return False
    if any(page.token(place).tag == "CARD" for place in places) and not any(speaks(page, p) for p in places):
        return True
    others = (p for p in page.phrases_in(clause) if not voice.first <= p.head < voice.last)
    things = (p for p in others if p.preposition is None and "nom" in p.cases and not speaks(page, p.head))
    return any(page.token(p.head).tag == "NN" and not page.named.get(p.head) for p in things)


def _of_one_self(page: Page, clause: Clause, voice: Voice) -> bool:
    """As in "Er wolle klagen, denn ich habe ihn nicht kritisiert": what is in the words of somebody, not his act."""
    outside = not clause.first <= voice.first < clause.last
    return outside and page.has("I or we", page.own(clause))


def _undone(page: Page, clause: Clause) -> bool:
    """As in "forderte kein Geld", "Nicht nur die Bauern, auch die Fischer fordern …", where the subject is parted."""
    return negated(page, clause) or page.form(clause.first) in page.words("negation")


def _place(clause: Clause) -> int:
    """Where the act stands: at the finite verb, or at the participle of one of several."""
    inside = clause.finite is not None and clause.first <= clause.finite < clause.last
    return clause.finite if inside and clause.finite is not None else clause.verbs[-1]


def _indirect(page: Page, clause: Clause, row: SayingVerb, voice: Voice, found: Complement) -> Found:
    content = _before_semicolon(page, clause, row, found.content)
    stance = of_verb(page, row, clause, content)
    at, cue = _place(clause), cue_span(page, clause)
    speaker, via = cited(page, clause, voice)
    rank = 7 if row.weak else 3
    return Found(at, content, speaker, stance, Mode.INDIRECT, cue, row.rule, via=via, rank=rank)


def _able(page: Page, clause: Clause, voice: Voice) -> bool:
    """Whether a description is of somebody who can think and decide: "die Polizei glaubt, …"; not "glaubt nicht"."""
    places = range(voice.first, voice.last)
    return not negated(page, clause) and any(speaks(page, place) or describes(page, place) for place in places)


def _before_semicolon(page: Page, clause: Clause, row: SayingVerb, content: Span) -> Span:
    """The words up to a semicolon, where what follows it changes what the speaker does: "…; dazu sage er nichts"."""
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1)
    mark = next((p for p in range(first + 1, last) if page.form(p) == ";" and not page.spoken[p]), None)
    part = None if mark is None else page.span(first, mark)
    changed = part is not None and of_verb(page, row, clause, part) is not of_verb(page, row, clause, content)
    return part if part is not None and changed else content


def _known(page: Page, voice: Voice) -> bool:
    """Whether the speaker is named in the text, or is a pair to be looked up; a bare noun phrase does not act."""
    places = range(voice.first, voice.last)
    return any(
        page.named.get(place) or page.form(place) in page.words("both") or speaks(page, place) for place in places
    )
