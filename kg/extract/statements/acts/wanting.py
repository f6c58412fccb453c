"""Reportative "wollen": "X will … herausgefunden haben" is X's claim."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import plural_verb
from kg.extract.statements.words.content import around_cue, behind_opener, sentence_end
from kg.model import Clause, ClauseKind, Mode, Span, Stance

__all__ = ["PLAN", "intending", "wanting"]

PLAN = 8
"""The rank of a plan told in the indicative: who says it in the same words goes before."""


def wanting(page: Page) -> Iterator[Found]:
    """Clauses with a finite "will" over a perfect infinitive, with an actor as subject."""
    for clause in page.text.clauses:
        if clause.finite is None or page.form(clause.finite) not in page.words("wants") or page.spoken[clause.finite]:
            continue
        tags = [page.token(place).tag for place in clause.verbs]
        perfect = "VVPP" in tags or tags[-2:] == ["VVINF", "VAINF"]  # "erfahren" is both
        if not perfect or tags[-1] not in {"VAINF", "VAFIN"}:
            continue
        voice = subject(page, clause)
        known = voice is not None and bool(voice.actors) and _somebody(page, voice)
        content = _content(page, clause, voice) if known and voice is not None else None
        if voice is not None and content is not None and page.prose(clause.first):
            cue = page.token(clause.finite).span
            yield Found(
                clause.finite, content, voice, Stance.ASSERTS, Mode.INDIRECT, cue, "wanting/perfect", Decimal("0.8")
            )


def _somebody(page: Page, voice: Voice) -> bool:
    return any(page.named.get(place) or speaks(page, place) for place in range(voice.first, voice.last))


def _content(page: Page, clause: Clause, voice: Voice) -> Span | None:
    """What stands before a summing "all das", else what stands around the speaker."""
    for child in page.children(clause):
        if child.opener is not None and page.form(child.opener) in page.words("that") and child.first > voice.last:
            return behind_opener(page, child)
    sentence = page.sentence(clause.first)
    assert clause.finite is not None
    if page.form(clause.finite - 1) in page.words("so") and page.form(clause.last) == ",":
        return page.span(clause.last + 1, sentence_end(page, clause.finite))  # "…, so will es X erfahren haben, …"
    listed = [other for other in page.around(clause) if other.number < clause.number]
    if listed and listed[0].kind is not ClauseKind.MAIN and clause.finite - clause.first <= 3:
        return page.span(sentence.first, clause.first)
    front = page.span(clause.first, clause.finite) if voice.first > clause.finite else None
    behind = page.span(max(voice.last, clause.finite + 1), clause.last)
    return around_cue(front, behind)


def intending(page: Page) -> Iterator[Found]:
    """As in "Polen will Panzer liefern": a plan of a named actor, told in the indicative as an act of announcing."""
    for clause in page.text.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or page.spoken[clause.finite]:
            continue
        tags = [page.token(place).tag for place in clause.verbs]
        if page.form(clause.finite) not in page.words("intends") or "VVINF" not in tags or "VVPP" in tags:
            continue
        voice = subject(page, clause)
        if voice is None or not (_one(page, voice) if voice.pronoun else _known(page, voice)) or _asks(page, clause):
            continue
        if _others_want(page, clause, voice) or _anybody(page, voice) or _guessed(page, clause):
            continue
        content = _planned(page, clause, voice)
        if content is not None and page.prose(clause.first):
            cue = page.token(clause.finite).span
            sure, stance, mode = Decimal("0.7"), Stance.ANNOUNCES, Mode.REPORTED
            yield Found(clause.finite, content, voice, stance, mode, cue, "wanting/plan", sure, rank=PLAN)


def _one(page: Page, voice: Voice) -> bool:
    """As in "Er will die Steuer senken": one who was named before."""
    return page.token(voice.first).tag == "PPER" and not voice.plural and voice.gender in {"m", "f"}


def _planned(page: Page, clause: Clause, voice: Voice) -> Span | None:
    """What is intended: the clause, with an object before its verb, or what stands behind the speaker if it is more
    than a verb."""
    assert clause.finite is not None
    first, last = max(voice.last, clause.finite + 1), _before_dash(page, clause)
    aside = next((child for child in page.children(clause) if child.first == first + 1), None)
    if page.form(first) == "," and aside is not None and aside.kind is ClauseKind.RELATIVE:
        first = aside.last + 1  # "will der Chef, dessen Werk sparen muss, bald bauen"
    told = any(page.token(place).tag in _TELLING for place in range(first, last))
    fronted = _fronted(page, clause, voice)
    if fronted is not None and voice.pronoun:
        return None
    return fronted or (page.span(first, last) if told else None)


_TELLING = frozenset({"NN", "NE", "CARD", "PPER", "PRF", "PDS", "PIS", "ADJA"})
"""What makes more of an infinitive than a bare verb."""


def _asks(page: Page, clause: Clause) -> bool:
    """As in "Was will Polen erreichen?"."""
    return page.form(page.sentence(clause.first).last - 1) == "?"


def _others_want(page: Page, clause: Clause, voice: Voice) -> bool:
    """As in "Separatisten wollen die Republik gründen": the verb is that of several, who stand before it."""
    assert clause.finite is not None
    own = page.phrase_of[voice.last - 1]
    several = len(voice.actors) > 1 or (own >= 0 and page.text.phrases[own].plural is True)
    many = bool(plural_verb(page, clause.finite)) and not several
    front = (phrase for phrase in page.phrases_in(clause) if phrase.last <= min(clause.finite, voice.first))
    return many and any(phrase.preposition is None and phrase.plural for phrase in front)


def _anybody(page: Page, voice: Voice) -> bool:
    """As in "An dem Markt wollen auch Firmen verdienen": a bare plural names nobody."""
    noun = voice.last == voice.first + 1 and page.token(voice.first).tag == "NN"
    return noun and voice.plural and not any(actor.registered for actor in voice.actors)


def _guessed(page: Page, clause: Clause) -> bool:
    """As in "Indien will offenbar Anteile verkaufen": the article's guess, which nobody has announced."""
    return page.has("as it seems", page.own(clause))


def _fronted(page: Page, clause: Clause, voice: Voice) -> Span | None:
    """As in "Einen Krieg will Polen verhindern": the whole plan, whose object stands before the verb."""
    if clause.finite is None or voice.first < clause.finite:
        return None
    front = [phrase for phrase in page.phrases_in(clause) if phrase.last <= clause.finite]
    own = page.own(clause)
    lead = front[0] if front and own and front[0].first <= own[0] + 2 else None
    if lead is None or lead.preposition is not None or "acc" not in lead.cases or page.dated(lead.head):
        return None
    return page.span(lead.first, _before_dash(page, clause)) if page.token(lead.head).tag in {"NN", "NE"} else None


def _before_dash(page: Page, clause: Clause) -> int:
    """The end of the clause, or the dash behind which a headline tells something else."""
    assert clause.finite is not None
    dashes = [place for place in range(clause.finite + 2, clause.last) if page.form(place) == "–"]
    return dashes[0] if len(dashes) == 1 and not page.spoken[dashes[0]] else clause.last


def _known(page: Page, voice: Voice) -> bool:
    """Whether a plan is that of somebody named, or of "beide Länder"."""
    places = range(voice.first, voice.last)
    return any(page.named.get(place) or page.form(place) in page.words("both") for place in places)
