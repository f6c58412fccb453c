"""Sentences that name who says them, whether or not it could be read: they go on with nobody else."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import voice_of
from kg.extract.statements.words.clause_kinds import verb_first
from kg.model import Clause, Mood, Sentence

__all__ = ["named_somebody", "told_by_another", "version", "whose_words"]

_NOUNS = frozenset({"NN", "NE"})
_LEAD = 6
"""How many words stand before the colon of a version, with the colon."""
_LONG_LEAD = 10
"""The same where a person is named there."""
_BEHIND_CUE = _NOUNS | {"ART", "APPR", "APPRART"}


def told_by_another(page: Page, sentence: Sentence) -> bool:
    """As in "Das reiche nicht, befindet Kranz": the sentence names who says it, by a verb that no table has, by a colon
    or "so", or by a frame whose source could not be read."""
    return (
        _headed(page, sentence)
        or _closed_by_so(page, sentence)
        or _sourced(page, sentence)
        or _closed_by_cue(page, sentence)
        or any(_told_beside(page, clause, sentence) for clause in page.clauses_in(sentence))
    )


def _told_beside(page: Page, clause: Clause, sentence: Sentence) -> bool:
    return _closing(page, clause, sentence) or _called_so(page, clause) or _so_it_was(page, clause)


def _so_it_was(page: Page, clause: Clause) -> bool:
    """As in "…, so haben es die Geber vorgeschrieben"."""
    so = page.form(clause.first) in page.words("so") and page.form(clause.first - 1) == ","
    own = page.own(clause) if so else ()
    done = any(page.token(place).tag == "VVPP" for place in own)
    return done and page.has("it", own)


def _closing(page: Page, clause: Clause, sentence: Sentence) -> bool:
    """As in "…, befindet Kranz.", "…, winkte sie ab."."""
    behind = clause.first > sentence.first and page.form(clause.first - 1) == "," and verb_first(page, clause)
    if not behind or clause.mood is not Mood.INDICATIVE or clause.last < sentence.last - 1:
        return False
    told = subject(page, clause)
    return told is not None and (told.pronoun or clause.lemma in page.verbs or named_somebody(page, told))


def _called_so(page: Page, clause: Clause) -> bool:
    """As in "…, wie es in einem Vermerk heißt", "…, wie aus Protokollen hervorgehe"."""
    like = clause.opener is not None and page.form(clause.opener) in page.words("as")
    if like and clause.lemma in page.words("leaks out"):
        return True
    told = like and clause.lemma in page.words("be called") and clause.mood is Mood.INDICATIVE
    return told and page.has("it", page.own(clause))


def _sourced(page: Page, sentence: Sentence) -> bool:
    """As in "Das wäre laut Holm zu viel"."""
    places = range(sentence.first, sentence.last - 1)
    tags = {"APPR", "APPO"}
    return any(page.forms[p] in page.words("says the source") and page.token(p).tag in tags for p in places)


def _headed(page: Page, sentence: Sentence) -> bool:
    """As in "Kranz: Das reicht nicht": a name and a colon."""
    for mention in page.named.get(sentence.first, ()):
        if mention.form in NAMING and page.form(mention.last) == ":":
            return True
    alone = page.form(sentence.first + 1) == ":" and page.token(sentence.first).tag == "NE"
    return alone or version(page, sentence) or whose_words(page, sentence) is not None


def version(page: Page, sentence: Sentence) -> bool:
    """As in "Der Vorwurf Holms: …", "Die rote Fassung: …", "Frage: …": the sentence begins with whose words it is; not
    "Sein Vorwurf: …"."""
    if page.token(sentence.first).tag == "PPOSAT":
        return False
    lead = range(sentence.first, min(sentence.first + _LEAD, sentence.last))
    colon = next((place for place in lead if page.form(place) == ":"), sentence.first)
    before = range(sentence.first, colon)
    named = page.has("versions", before)
    return named and (len(before) == 1 or not any(page.token(place).tag.endswith("FIN") for place in before))


def whose_words(page: Page, sentence: Sentence) -> Voice | None:
    """As in "Begründung des Ministers Otto Kranz: Das Geld ist weg": who is named before the colon."""
    lead = range(sentence.first, min(sentence.first + _LONG_LEAD, sentence.last))
    colon = next((place for place in lead if page.form(place) == ":"), sentence.first)
    lead = range(sentence.first, colon)
    if not page.has("words of somebody", lead[:2]) or any(page.token(place).tag.endswith("FIN") for place in lead):
        return None
    number = page.phrase_at(colon - 1)
    voice = voice_of(page, page.text.phrases[number], None) if number >= 0 else None
    return voice if voice is not None and voice.first > lead[0] and named_somebody(page, voice) else None


def _closed_by_so(page: Page, sentence: Sentence) -> bool:
    """As in "…, so die Lesart der Partei.", "…, so der Chef, Otto Kranz.": whose words they are stands behind "so"."""
    for place in range(sentence.last - 2, sentence.first + 1, -1):
        if page.form(place) in page.words("so") and page.form(place - 1) == ",":
            number = page.phrase_at(place + 1)
            head = page.text.phrases[number].head if number >= 0 else place
            return bool({page.token(head).tag, page.token(place + 2).tag} & _NOUNS)
        if page.token(place).tag.endswith("FIN"):
            return False
    return False


def _closed_by_cue(page: Page, sentence: Sentence) -> bool:
    """As in "…, sagte Kranz der Zeitung.", "…, steht in dem Vermerk.", however its clauses were read."""
    for place in range(sentence.last - 2, sentence.first + 1, -1):
        token = page.token(place)
        if page.form(place - 1) == "," and token.tag == "VVPP" and token.lemma in page.verbs:
            return page.token(place + 1).tag in {"ART", "NE"}  # "…, berichtet die Agentur."
        attributive = page.form(place - 1) != "," and page.token(place + 1).tag == "NN"  # "vertraute Personen"
        if not token.tag.endswith("FIN") or attributive:
            continue
        told = token.lemma in page.verbs or token.lemma in page.words("be called")
        behind = page.form(place - 1) == "," and _may_be_source(page, place + 1)
        number = page.clause_of[place]
        own = number >= 0 and page.text.clauses[number].mood is Mood.INDICATIVE
        return told and behind and own and token.tag == "VVFIN"
    return False


def _may_be_source(page: Page, place: int) -> bool:
    """Whether a noun, an article or a preposition stands there, or a name that begins with a figure: "4Holm"."""
    token = page.token(place)
    return token.tag in _BEHIND_CUE or (
        token.form[0].isdigit() and not token.form.isdigit() and token.form[-1].isalpha()
    )


def named_somebody(page: Page, voice: Voice) -> bool:
    """Whether the words of a voice name somebody who can speak."""
    places = range(voice.first, voice.last)
    return any(speaks(page, p) or any(m.form in NAMING for m in page.named.get(p, ())) for p in places)
