"""Silence that is told: "Aus X kam keine Reaktion", "Eine Stellungnahme der Y lag nicht vor"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.acts.unsaid import so_clearly
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import negated
from kg.extract.statements.speakers.origins import of_phrase
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.voices import source
from kg.model import ActorKind, Clause, Mode, Phrase, Stance

__all__ = ["silence"]


def silence(page: Page) -> Iterator[Found]:
    """Every clause that tells of an answer that did not come, and from whom."""
    for clause in page.text.clauses:
        if _nothing_said(page, clause) and page.prose(clause.first) and not page.spoken[clause.first]:
            yield from _kept(page, clause)
        if clause.finite is None or clause.lemma not in page.words("answers come") or not page.prose(clause.first):
            continue
        if page.spoken[clause.finite]:
            continue
        for phrase in page.phrases_in(clause):
            voice = _silent(page, clause, phrase)
            content = page.span(phrase.first, phrase.last)
            if voice is not None and content is not None:
                sure = Decimal("0.7")
                yield Found(
                    phrase.head, content, voice, Stance.DECLINES, Mode.REPORTED, content, "speech/silence", sure, rank=5
                )
                break


def _nothing_said(page: Page, clause: Clause) -> bool:
    """As in "schwieg", "äußerte sich zunächst nicht", "reagierte nicht auf Anfragen"; not "reagierte nicht anders"."""
    if clause.lemma in page.words("keep silent"):
        return True
    if clause.lemma not in page.words("react") or not negated(page, clause) or _answers(page, clause):
        return False
    return not (_to_a_deed(page, clause) or page.has("otherwise", page.own(clause)) or so_clearly(page, clause))


def _answers(page: Page, clause: Clause) -> bool:
    """As in "Gar nichts, antwortet er": the word of negation is what he says."""
    denials = [place for place in page.own(clause) if page.form(place) in page.words("negation")]
    finite = clause.first if clause.finite is None else clause.finite
    return page.form(finite - 1) == "," and all(place < finite for place in denials)


def _to_a_deed(page: Page, clause: Clause) -> bool:
    """As in "reagierte nicht auf den Tritt": nobody had asked."""
    heads = (page.token(p.head).lemma.lower() for p in page.phrases_in(clause) if p.preposition is not None)
    return any(not noun.endswith(tuple(page.words("asked"))) for noun in heads)


def _kept(page: Page, clause: Clause) -> Iterator[Found]:
    """As in "der Kreml hat lange geschwiegen": who is named keeps silent, about what is not told."""
    voice = speaker_of(page, clause)
    if voice is None or clause.finite is None or not (voice.pronoun or any(a.registered for a in voice.actors)):
        return
    content = page.span(*_words(page, clause))
    if content is not None:
        sure, cue = Decimal("0.6"), page.token(clause.verbs[-1]).span
        yield Found(clause.finite, content, voice, Stance.DECLINES, Mode.REPORTED, cue, "speech/silence", sure, rank=7)


def _words(page: Page, clause: Clause) -> tuple[int, int]:
    """The verb with the adverbs before it, or up to the "nicht" behind it; not "Ein Jahr lang ⟦schwieg⟧ X"."""
    first = last = clause.verbs[-1]
    while first - 1 > clause.first and _tells_how(page, first - 1):
        first -= 1
    denied = (place for place in page.own(clause) if place > last and page.token(place).tag == "PTKNEG")
    return first, next(denied, last) + 1


def _tells_how(page: Page, place: int) -> bool:
    timed = page.form(place) in page.words("before or after")
    return page.token(place).tag in {"ADV", "ADJD", "PTKNEG"} and not timed


def _silent(page: Page, clause: Clause, phrase: Phrase) -> Voice | None:
    """Whose answer a phrase says did not come; None where it came, or it is open whose it would be."""
    noun = page.token(phrase.head).lemma.lower()
    if phrase.preposition is not None or not noun.endswith(tuple(page.words("answers"))):
        return None
    none = page.form(phrase.first) in page.words("not one")
    if not none and not negated(page, clause) and clause.lemma not in page.words("fail to come"):
        return None
    return _from(page, clause) or _of(page, phrase)


def _from(page: Page, clause: Clause) -> Voice | None:
    """As in "aus Moskau", "von russischer Seite", "vonseiten der Regierung"."""
    for phrase in page.phrases_in(clause):
        if phrase.preposition is None or page.form(phrase.preposition) not in page.words("out of"):
            continue
        voice = source(page, phrase.preposition + 1, limit=clause.last)
        if voice is not None and any(page.named.get(place) for place in range(voice.first, voice.last)):
            return voice
    return None


def _of(page: Page, phrase: Phrase) -> Voice | None:
    """As in "eine Stellungnahme des Ministeriums"."""
    origin = of_phrase(page, phrase, phrase.head, needs_noun=False)
    told = origin is not None and origin.voice is not None and not origin.back and not origin.voice.pronoun
    voice = origin.voice if told and origin is not None else _genitive(page, phrase)
    if voice is None or voice.first <= phrase.head < voice.last:
        return None
    known = any(actor.kind is not ActorKind.GROUP for actor in voice.actors)
    return voice if known or speaks(page, voice.last - 1) else None


def _genitive(page: Page, phrase: Phrase) -> Voice | None:
    number = page.phrase_at(phrase.last)
    other = page.text.phrases[number] if number >= 0 else None
    fits = other is not None and other.first == phrase.last and other.preposition is None and "gen" in other.cases
    return source(page, phrase.last, limit=page.sentence(phrase.head).last) if fits else None
