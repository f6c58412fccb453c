"""Whose text "das Papier", "dem Bericht zufolge" mean, and when it was made public: the text named before."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.origins import of_phrase
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import voice_of
from kg.model import ActorKind, Clause, ClauseKind, DateMention, PartialDate, Phrase, Sentence, Stance

__all__ = ["WRITTEN", "Document", "document", "published", "published_by", "text_before"]

WRITTEN = "whose text was named before"
_REACH = 12
"""Sentences that the mention of a text looks back."""


class Document(NamedTuple):
    """A text that an article names, and whose it is."""

    voice: Voice
    head: int
    """The position of its noun."""


def document(page: Page, place: int) -> Document | None:
    """The text that a definite noun at a position means ("das Papier"): the nearest before whose maker is told."""
    noun = page.token(place).lemma.lower()
    if not _is_text(page, place) or page.phrase_of[place] < 0:
        return None
    own = page.text.phrases[page.phrase_of[place]]
    if not any(page.form(p) in page.words("the") or page.token(p).tag == "APPRART" for p in range(own.first, place)):
        return None
    any_text = noun in page.words("any text")
    here = page.sentence(place).number
    for number in range(here, max(here - _REACH, -1), -1):
        for phrase in reversed(_phrases(page, page.text.sentences[number])):
            if phrase.head >= own.first or not _is_text(page, phrase.head):
                continue
            alike = any_text or page.token(phrase.head).lemma.lower().endswith(noun)
            voice = _maker(page, phrase) if alike else None
            if voice is not None:
                return Document(voice._replace(reason=WRITTEN), phrase.head)
    return None


def text_before(page: Page, voice: Voice) -> Document | None:
    """The text that a pronoun means, which acts in the sentence before: "Ein Bericht des X zeigt es. Ihm zufolge …"."""
    here = page.sentence(voice.first).number
    if voice.plural or here == 0:
        return None
    for phrase in _phrases(page, page.text.sentences[here - 1]):
        acts = phrase.preposition is None and "nom" in phrase.cases and _is_text(page, phrase.head)
        feminine = page.form(phrase.first).endswith("e")
        maker = _maker(page, phrase) if acts and feminine == (voice.gender == "f") else None
        if maker is not None:
            return Document(maker._replace(reason=WRITTEN), phrase.head)
    return None


def published(page: Page, place: int) -> PartialDate | None:
    """The day on which a text was made public, where its own sentence tells one: "der am Montag vorgelegte Bericht",
    "ein Bericht, der am Montag erschien", "legte am Montag einen Bericht vor"."""
    sentence = page.sentence(place)
    days = {
        date.when.widened()
        for date in page.mentions.dates
        if sentence.first <= date.first < sentence.last and not page.spoken[date.first] and _out(page, date)
    }
    return days.pop() if len(days) == 1 else None


def _out(page: Page, date: DateMention) -> bool:
    """Whether something is made public on a day: by the verb of its clause, or by a participle right behind it."""
    number = page.clause_of[date.first]
    clause = page.text.clauses[number] if number >= 0 else None
    given = clause is not None and clause.lemma in page.words("publishing") | page.words("appear")
    form = page.form(date.last) if date.last < len(page.text.tokens) else ""
    return given or form.startswith(tuple(page.words("made public")))


def _phrases(page: Page, sentence: Sentence) -> list[Phrase]:
    numbers = dict.fromkeys(page.phrase_of[place] for place in range(sentence.first, sentence.last))
    return [page.text.phrases[number] for number in numbers if number >= 0]


def _is_text(page: Page, place: int) -> bool:
    token = page.token(place)
    return token.tag in {"NN", "NE"} and token.lemma.lower().endswith(tuple(page.words("documents")))


def _maker(page: Page, phrase: Phrase) -> Voice | None:
    """As in "der Bericht des Teams"; "das Team legte einen Bericht vor"."""
    origin = of_phrase(page, phrase, phrase.head, needs_noun=False)
    voice = None if origin is None or origin.back or origin.own else origin.voice
    if voice is None or not voice.actors or voice.first <= phrase.head < voice.last:
        voice = published_by(page, phrase) or _giver(page, phrase)
    return voice if voice is not None and _somebody(page, voice) else None


def published_by(page: Page, phrase: Phrase) -> Voice | None:
    """As in "in einem Papier, das der Verband verbreitete,": who made the writing public."""
    place = phrase.last + 1
    number = page.clause_of[place] if page.form(phrase.last) == "," and place < len(page.clause_of) else -1
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.first != place:
        return None
    row = of_noun(page, phrase.head)
    own = row is None or row.stance is Stance.ASSERTS  # not "in der Klage, die das Magazin veröffentlichte"
    if not own or clause.passive or clause.lemma not in page.words("appear") | page.words("publishing"):
        return None
    voices = (voice_of(page, other, clause) for other in page.phrases_in(clause) if _may_act(page, other, place))
    return next((voice for voice in voices if voice is not None and not voice.pronoun), None)


def _may_act(page: Page, phrase: Phrase, place: int) -> bool:
    """Whether a phrase behind the relative pronoun at a position may be the subject: no text publishes anything."""
    return phrase.first > place and phrase.preposition is None and "nom" in phrase.cases and not page.dated(phrase.head)


def _giver(page: Page, phrase: Phrase) -> Voice | None:
    """Who made it public, or says something in it: "legte einen Bericht vor", "teilte in einer Aussendung mit"."""
    number = page.clause_of[phrase.head]
    clause: Clause | None = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.kind is not ClauseKind.MAIN or clause.passive:
        return None
    if phrase.preposition is None:
        gives = clause.lemma in page.words("publishing")
    else:
        new = page.token(phrase.preposition + 1).tag == "PPOSAT" or page.has(
            "a, in any case", range(phrase.first, phrase.head)
        )
        gives = new and clause.lemma in page.verbs and page.has("in a text", [phrase.preposition])
    voice = subject(page, clause) if gives else None
    return None if voice is None or voice.pronoun or voice.first <= phrase.head < voice.last else voice


def _somebody(page: Page, voice: Voice) -> bool:
    named = any(page.named.get(place) or speaks(page, place) for place in range(voice.first, voice.last))
    return named and bool(voice.actors) and not all(actor.kind is ActorKind.STATE for actor in voice.actors)
