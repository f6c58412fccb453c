"""Whose act a clause tells: its subject, what "von" names in the passive, what "und" shares, where words leak out."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.once import once
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.neuters import it_says
from kg.extract.statements.speakers.origins import behind, of_phrase
from kg.extract.statements.speakers.somebody import is_mute
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import source
from kg.model import ActorKind, Clause, ClauseKind, Mood, Phrase

__all__ = ["goes_on", "shared", "speaker_of", "who_acts"]


@once
def speaker_of(page: Page, clause: Clause) -> Voice | None:
    """Whose act the clause tells: its subject, or of a passive the phrase behind "von"; nobody where none is named."""
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        return speaker_of(page, page.text.clauses[clause.parent])
    if clause.lemma in page.words("being worded"):
        return _worded_by(page, clause)
    if not clause.passive:
        leaked = _from_place(page, clause) if clause.lemma in page.words("leaks out") else None
        if leaked is not None:
            return leaked
        voice = who_acts(page, clause)
        if voice is None or (goes_on(page, clause) and _object(page, voice)):
            voice = shared(page, clause) or voice
        thing = voice is not None and voice.last == clause.finite and not page.named.get(voice.last - 1)
        body = it_says(page, clause) if voice is None or thing else None  # "Zahlen nannte es nicht"
        return body or voice or _from_place(page, clause)
    return _by_whom(page, clause)


def _by_whom(page: Page, clause: Clause) -> Voice | None:
    """As in "wurde von Kranz gefordert": whom a passive names behind "von"."""
    for phrase in page.phrases_in(clause):
        if phrase.preposition is not None and page.form(phrase.preposition) in page.words("by"):
            if _attribute(page, phrase):
                continue
            return source(page, phrase.preposition + 1, limit=clause.last)
    return _from_place(page, clause)


def _worded_by(page: Page, clause: Clause) -> Voice | None:
    """As in "…, lautet das Fazit der Ministerin", "…, lautet sein Fazit": whose words they are."""
    nouns = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is None and "nom" in phrase.cases)
    phrase = next(nouns, None)
    owner = None if phrase is None else of_phrase(page, phrase, phrase.first, needs_noun=False)
    if phrase is None or owner is None or owner.voice is None or owner.back:
        return None
    return None if owner.voice.first <= phrase.head < owner.voice.last else owner.voice


def who_acts(page: Page, clause: Clause) -> Voice | None:
    """The subject of a clause; of "Kranz zögerte und lobte Holm" that of the clause before "und"."""
    elided = page.token(clause.first).tag == "KON" and clause.finite == clause.first + 1
    before = shared(page, clause) if elided and clause.kind is ClauseKind.MAIN else None
    return before or subject(page, clause)


def _attribute(page: Page, phrase: Phrase) -> bool:
    """As in "auf die Liste von Ländern wird verwiesen", "am öftesten von allen": a bare plural behind an object tells
    what it is of, what stands behind a superlative of whom it is true."""
    number = page.phrase_of[phrase.first - 1] if phrase.first > 0 else -1
    most = page.form(phrase.first - 1) in page.words("most of all")
    if most and page.form(phrase.first - 2) in page.words("on the day"):
        return True
    behind = number >= 0 and page.text.phrases[number].preposition is not None
    bare = phrase.head == phrase.first + 1 and page.token(phrase.head).tag == "NN"
    return behind and bare and phrase.plural is not False and not page.named.get(phrase.head)


def _object(page: Page, voice: Voice) -> bool:
    """As in "…, kündigte aber Hilfe an": what looks like a subject may be the object, and cannot speak."""
    number = page.phrase_of[voice.first]
    return is_mute(page, voice) and number >= 0 and "acc" in page.text.phrases[number].cases


def _from_place(page: Page, clause: Clause) -> Voice | None:
    """As in "in Kriegsblogs wird spekuliert", "aus Kreisen verlautete": where words are said may be a source."""
    leaks = clause.lemma in page.words("leaks out")
    modal = clause.finite is not None and page.token(clause.finite).tag == "VMFIN"
    if modal and page.has("no one", page.own(clause)):
        return None
    for phrase in page.phrases_in(clause):
        if phrase.preposition is None or page.form(phrase.preposition) not in page.words("places of words"):
            continue
        behind_verb = clause.finite is not None and phrase.first > clause.finite
        if any(m.first < phrase.preposition for m in page.named.get(phrase.head, ())):
            continue  # "zwei Frauen aus Riga werden beschuldigt"
        asked = behind_verb and not leaks and page.form(phrase.preposition) in page.words("by")  # "will man vom Rat"
        if asked or page.token(phrase.preposition + 1).tag == "PPOSAT":
            continue  # "wurde in seinem Amt bestätigt"
        origin = behind(page, phrase.preposition + 1, needs_noun=False) if leaks else None
        voice = origin.voice if origin else source(page, phrase.preposition + 1, limit=clause.last)
        says = voice is not None and (_speaks(voice) or _one_says(page, clause) or _is_page(page, phrase))
        spoken = says and _named(page, phrase)
        if voice is not None and (leaks or spoken):
            return voice
    return None


def _one_says(page: Page, clause: Clause) -> bool:
    """As in "In Seoul befürchtet man": the government there does."""
    return not clause.passive and page.has("we", page.own(clause))


def _is_page(page: Page, phrase: Phrase) -> bool:
    """As in "wie auf der Amtswebsite mitgeteilt wurde"."""
    return page.token(phrase.head).lemma.lower().endswith(tuple(page.words("pages")))


def _speaks(voice: Voice) -> bool:
    return any(_medium(actor.kind) for actor in voice.actors)


def _named(page: Page, phrase: Phrase) -> bool:
    return bool(page.named.get(phrase.head))


def _medium(kind: ActorKind) -> bool:
    return kind in {ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY, ActorKind.GROUP, ActorKind.MINISTRY}


def shared(page: Page, clause: Clause) -> Voice | None:
    """As in "X verurteilte … und forderte …": the subject of the clause before."""
    earlier = [other for other in page.around(clause) if other.number < clause.number and other.parent == clause.parent]
    if not (page.token(clause.first).tag == "KON" or _listed(page, clause)) or not earlier or earlier[-1].passive:
        return None
    if page.has("no one", page.own(clause)) or _is_subject(page, earlier[-1], clause):
        return None
    alike = (other for other in reversed(earlier) if rows_of(page, other) and other.mood is clause.mood)
    told = earlier[-1] if _contrary(page, clause) else next(alike, earlier[-1])
    return subject(page, told) or shared(page, told)


def _is_subject(page: Page, before: Clause, clause: Clause) -> bool:
    """As in "Dass der Rat schweigt, widerspricht dem Gesetz": the clause before the verb acts itself."""
    that = before.opener is not None and page.form(before.opener) in page.words("that") - page.words("whether")
    return that and before.first == page.sentence(clause.first).first and before.last == clause.first - 1


def goes_on(page: Page, clause: Clause) -> bool:
    """As in "X lobte den Plan, kündigte Hilfe an", "X baute Häuser, rief aber um Hilfe": what somebody does goes
    on; not "Es brennt, meldet die Wache"."""
    earlier = [other for other in page.around(clause) if other.number < clause.number and other.parent == clause.parent]
    if not earlier or not _listed(page, clause):
        return False
    return _contrary(page, clause) or bool(rows_of(page, earlier[-1]))


def _contrary(page: Page, clause: Clause) -> bool:
    return page.form(clause.first + 1) in page.words("contrary")


def _listed(page: Page, clause: Clause) -> bool:
    """As in "X dankte allen, nannte aber keine Zahlen": the verb first behind a comma, and nobody named in it."""
    own = page.own(clause)
    lead = bool(own) and clause.finite == own[0] and clause.kind is ClauseKind.MAIN and clause.mood is Mood.INDICATIVE
    impersonal = page.words("nobody") | page.words("no one")
    return lead and page.form(clause.first - 1) == "," and all(page.form(place) not in impersonal for place in own)
