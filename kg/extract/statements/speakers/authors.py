"""Who wrote the text that is quoted from: "Das Amt gab eine Erklärung ab. Darin heißt es, …"."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.kinds import described
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.documents import document
from kg.extract.statements.speakers.origins import of_phrase
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.subjects import subject
from kg.model import ActorKind, Clause, ClauseKind, Role, Sentence

__all__ = ["AUTHOR", "acted_since", "author", "quoted_from", "writer"]

AUTHOR = "whose text a sentence before names"
_OF_WHO_ACTED = ("over there", "as its reason")
_OF_STATES = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.ARMED_FORCES, ActorKind.INTELLIGENCE_SERVICE}
)
_AGO = 2
"""Sentences since somebody spoke from which on who acts since is heard instead."""
_SURE = Decimal("0.6")
_FAR = 3
"""Sentences from where a text is put before the public to where it is quoted from."""


def author(page: Page, one: Found, medium: int) -> Voice | None:
    """Who gave, sent or published the text in which it says so, in a sentence before; None where nobody did, or where
    a medium spoke since at the position `medium`."""
    number = page.clause_of[one.at]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is not None and any(page.has(group, page.own(clause)) for group in _OF_WHO_ACTED):
        return _acting_before(page, page.sentence(one.at))
    if clause is None or not _points(page, clause):
        return None
    return writer(page, page.sentence(one.at)) or _named_before(page, clause, medium)


def _named_before(page: Page, clause: Clause, medium: int) -> Voice | None:
    """As in "Der WWF schrieb in einer Aussendung, … Holm klagte. …, hieß es in der Aussendung": whose text it is."""
    texts = (document(page, phrase.head) for phrase in page.phrases_in(clause) if phrase.preposition is not None)
    voices = (text.voice for text in texts if text is not None and text.head > medium)
    return next((voice._replace(certainty=_SURE) for voice in voices), None)


def acted_since(page: Page, one: Found, spoken: int) -> Voice | None:
    """As in "Holm fragte. Das Pentagon wich aus. Man prüfe das, hieß es in einer Mitteilung": the state or its body
    that acted in the sentence right before, where nobody spoke since the position `spoken`."""
    number = page.clause_of[one.at]
    ago = page.sentence(one.at).number - page.sentence(spoken).number
    if ago < _AGO or number < 0 or not quoted_from(page, page.text.clauses[number]):
        return None
    voice = _acting_before(page, page.sentence(one.at))
    known = voice is not None and all(actor.registered and actor.kind in _OF_STATES for actor in voice.actors)
    return voice if known else None


def quoted_from(page: Page, clause: Clause) -> bool:
    """Whether a text is named that words stand in: "hieß es in einer Mitteilung"."""
    return any(phrase.preposition is not None and of_noun(page, phrase.head) for phrase in page.phrases_in(clause))


def _acting_before(page: Page, sentence: Sentence) -> Voice | None:
    """As in "Das Amt blieb gelassen. Es fehle nichts, hieß es dort", "… zur Begründung": the body that acts in the
    sentence before."""
    before = page.text.sentences[sentence.number - 1] if sentence.number else sentence
    if before.paragraph != sentence.paragraph or before.number == sentence.number:
        return None
    for clause in page.clauses_in(before):
        main = clause.kind is ClauseKind.MAIN and not page.spoken[clause.first]
        voice = subject(page, clause) if main else None
        people = voice is None or any(actor.kind is ActorKind.PERSON for actor in voice.actors)
        if (
            voice is not None
            and voice.actors
            and not people
            and any(_known(page, p) for p in range(voice.first, voice.last))
        ):
            return voice._replace(certainty=_SURE, reason=AUTHOR)
    return None


def writer(page: Page, sentence: Sentence, *, far: int = _FAR) -> Voice | None:
    """Who put a text before the public, at most `far` sentences before one and in its paragraph."""
    for back in range(1, min(sentence.number, far) + 1):
        before = page.text.sentences[sentence.number - back]
        if before.paragraph != sentence.paragraph or before.role is not Role.PROSE:
            return None
        voice = _of_text(page, before, shown=back > 1)
        if voice is not None:
            return voice._replace(certainty=_SURE, reason=AUTHOR)
    return None


def _of_text(page: Page, sentence: Sentence, *, shown: bool) -> Voice | None:
    """The subject of a clause with a text; with a verb of publishing where the text must have been `shown`."""
    for clause in page.clauses_in(sentence):
        if (
            not (clause.kind is ClauseKind.MAIN or _what_told(page, clause))
            or clause.passive
            or page.spoken[clause.first]
        ):
            continue
        voice = subject(page, clause)
        itself = None if voice is None else _maker(page, voice)
        if itself is not None:
            return itself
        if shown and clause.lemma not in page.words("publishing"):
            continue
        known = voice is not None and any(_known(page, place) for place in range(voice.first, voice.last))
        informs = clause.lemma in page.words("informing") | page.words("publishing")
        if voice is not None and known and (informs or _made(page, clause, voice)):
            return voice
    number = page.phrase_of[sentence.first]
    phrase = page.text.phrases[number] if number >= 0 else None
    return None if phrase is None or phrase.preposition is not None else _whose(page, phrase.head)


def _what_told(page: Page, clause: Clause) -> bool:
    """As in "Das passt zu dem, was der Dienst vorgetragen hat": what somebody has informed others of."""
    asked = clause.opener is not None and page.form(clause.opener) in page.words("question")
    return asked and clause.kind is ClauseKind.SUBORDINATE and clause.lemma in page.words("informing")


def _maker(page: Page, voice: Voice) -> Voice | None:
    """As in "Ein Bericht von acht Staaten listet auf, …": whose text the subject is."""
    return _whose(page, next((p for p in range(voice.first, voice.last) if page.token(p).tag == "NN"), voice.first))


def _whose(page: Page, place: int) -> Voice | None:
    """Whose a text is, by the noun at a place: "Ein Bericht von acht Staaten, darunter Polen, …"."""
    number = page.phrase_of[place]
    if number < 0 or not _text(page, place) or page.text.phrases[number].head != place:
        return None
    origin = of_phrase(page, page.text.phrases[number], place, needs_noun=False)
    if origin is None or origin.own or origin.back or origin.cue_end != place + 1 or origin.voice is None:
        return None
    return _all(page, place, origin.voice)


def _all(page: Page, place: int, voice: Voice) -> Voice:
    """As in "von acht Staaten, darunter Polen": all of them, not those that are named among them."""
    listed = next((p for p in range(place + 1, voice.last) if page.form(p) in page.words("among them")), None)
    first = place + 1 + (page.form(place + 1) in page.words("of"))
    if listed is None or listed - 1 <= first:
        return voice
    span = page.text.span(first, listed - 1)
    return voice._replace(span=span, first=first, last=listed - 1, actors=(described(page.text.words(span)),))


def _points(page: Page, clause: Clause) -> bool:
    """Whether the clause points at a text: "darin", "in diesem", "in dem Schreiben"."""
    texts = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is not None)
    pointed = any(_definite(page, p.preposition) and _text(page, p.head) for p in texts if p.preposition is not None)
    this = any(page.token(p.head).tag == "PDS" and p.preposition == clause.first for p in page.phrases_in(clause))
    return pointed or this or page.has("in it", page.own(clause))


def _made(page: Page, clause: Clause, voice: Voice) -> bool:
    """Whether a text that is not the subject stands in the clause."""
    sources = page.words("according to") | page.words("according to it")
    return any(
        _text(page, phrase.head)
        and not _definite(page, phrase.first - (phrase.preposition is None))
        and phrase.first >= voice.last
        and not (phrase.preposition is not None and page.form(phrase.preposition) in sources)
        for phrase in page.phrases_in(clause)
    )


def _text(page: Page, place: int) -> bool:
    """Whether a noun names words of somebody, or what they are written in."""
    written = page.token(place).tag == "NN" and page.token(place).lemma.lower().endswith(tuple(page.words("documents")))
    return written or of_noun(page, place) is not None


def _definite(page: Page, preposition: int) -> bool:
    """As in "in dem Schreiben" and "im Schreiben"."""
    return page.form(preposition + 1) in page.words("the") or page.token(preposition).tag == "APPRART"


def _known(page: Page, place: int) -> bool:
    return speaks(page, place) or any(mention.form in NAMING for mention in page.named.get(place, ()))
