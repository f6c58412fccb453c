"""Verbs of saying with what they govern: indirect speech, and acts that are told without their words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.complements import Complement, complement
from kg.extract.statements.content import behind_opener, object_words
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page
from kg.extract.statements.somebody import speaks
from kg.extract.statements.stance import of_noun, of_verb
from kg.extract.statements.subjects import subject
from kg.extract.statements.voices import Voice, source
from kg.lang.saying import SayingVerb
from kg.model import ActorKind, Clause, ClauseKind, Mode, Phrase, Span, Stance

__all__ = ["acts", "cue_span", "rows_of", "speaker_of"]

_ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES})


def acts(page: Page) -> Iterator[Found]:
    """Every clause whose verb says something, outside of quoted speech."""
    for clause in page.text.clauses:
        if not clause.verbs or page.spoken[clause.verbs[0]] or not page.prose(clause.first):
            continue
        if (clause.kind is ClauseKind.INFINITIVE and not _controlled(page, clause)) or _conditional(page, clause):
            continue
        for row in rows_of(page, clause):
            found = _act(page, clause, row)
            if found is not None:
                yield found
                break


def rows_of(page: Page, clause: Clause) -> list[SayingVerb]:
    """The rows that the clause's verb can be, those with words of their own first."""
    forms = {page.form(place) for place in page.own(clause)} | {page.token(place).form for place in page.own(clause)}
    rows = [
        row
        for lemma in _lemmas(page, clause)
        for row in page.verbs.get(lemma, ())
        if not row.needs or forms & set(row.needs)
    ]
    return sorted(rows, key=lambda row: not row.needs)


def _lemmas(page: Page, clause: Clause) -> list[str]:
    """The full verb, and the participles and infinitives beside it ("weder bestätigen noch dementieren")."""
    tags = {"VVPP", "VVINF", "VVFIN", "VAFIN"}
    others = [page.token(place).lemma for place in clause.verbs if page.token(place).tag in tags]
    return list(dict.fromkeys([clause.lemma, *others]))


def _controlled(page: Page, clause: Clause) -> bool:
    """ "beeilte sich zu erklären, …": an infinitive whose subject is that of a clause that says nothing itself."""
    if clause.opener is not None or clause.parent is None:
        return False
    parent = page.text.clauses[clause.parent]
    return (
        parent.finite is not None
        and not rows_of(page, parent)
        and any("clause" in r.takes for r in rows_of(page, clause))
    )


def _conditional(page: Page, clause: Clause) -> bool:
    return (
        clause.kind is ClauseKind.SUBORDINATE
        and clause.opener is not None
        and page.form(clause.opener) in page.words("if")
    )


def _act(page: Page, clause: Clause, row: SayingVerb) -> Found | None:
    if (
        clause.opener is not None
        and page.form(clause.opener) in page.words("as")
        and clause.kind is ClauseKind.SUBORDINATE
    ):
        return None
    voice = speaker_of(page, clause)
    if voice is None or (row.weak and not _strong(voice)) or (row.things and not _report(page, voice)):
        return None
    found = complement(page, clause, row)
    if found is not None:
        return _indirect(page, clause, row, voice, found)
    if clause.kind is ClauseKind.INFINITIVE:
        return None
    content = _antecedent(page, clause, row) or _object(page, clause, row, voice)
    if content is None or not (_strong(voice) or _known(page, voice)):
        return None
    stance = of_verb(page, row, clause, content)
    mode = row.mode
    return Found(
        clause.finite or clause.first, content, voice, stance, mode, cue_span(page, clause), row.rule, Decimal("0.8"), rank=6
    )  # fmt: skip


def _indirect(page: Page, clause: Clause, row: SayingVerb, voice: Voice, found: Complement) -> Found:
    stance = of_verb(page, row, clause, found.content)
    return Found(
        clause.finite or clause.first, found.content, voice, stance, Mode.INDIRECT, cue_span(page, clause), row.rule, rank=7 if row.weak else 3
    )  # fmt: skip


def _known(page: Page, voice: Voice) -> bool:
    """Whether the speaker is named in the text, or is a pair to be looked up; a bare noun phrase does not act."""
    places = range(voice.first, voice.last)
    return any(
        page.named.get(place) or page.form(place) in page.words("both") or speaks(page, place) for place in places
    )


def _report(page: Page, voice: Voice) -> bool:
    return not voice.pronoun and any(of_noun(page, place) for place in range(voice.first, voice.last))


def _strong(voice: Voice) -> bool:
    return voice.pronoun or any(actor.registered or actor.kind is not ActorKind.GROUP for actor in voice.actors)


def speaker_of(page: Page, clause: Clause) -> Voice | None:
    """Whose act the clause tells: its subject, or of a passive the phrase behind "von"; nobody where none is named."""
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        return speaker_of(page, page.text.clauses[clause.parent])
    if not clause.passive:
        return subject(page, clause) or _shared(page, clause) or _from_place(page, clause)
    for phrase in page.phrases_in(clause):
        if phrase.preposition is not None and page.form(phrase.preposition) in page.words("by"):
            return source(page, phrase.preposition + 1, limit=clause.last)
    return _from_place(page, clause)


def _from_place(page: Page, clause: Clause) -> Voice | None:
    """ "in Kriegsblogs wird spekuliert", "aus Kreisen verlautete": where words are said may be a source."""
    leaks = clause.lemma in page.words("leaks out")
    for phrase in page.phrases_in(clause):
        if phrase.preposition is None or page.form(phrase.preposition) not in page.words("places of words"):
            continue
        voice = source(page, phrase.preposition + 1, limit=clause.last)
        if voice is not None and (leaks or (_named(page, phrase) and _speaks(voice))):
            return voice
    return None


def _speaks(voice: Voice) -> bool:
    return any(_medium(actor.kind) or not actor.registered for actor in voice.actors)


def _named(page: Page, phrase: Phrase) -> bool:
    return bool(page.named.get(phrase.head))


def _medium(kind: ActorKind) -> bool:
    return kind in {ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY, ActorKind.GROUP}


def _shared(page: Page, clause: Clause) -> Voice | None:
    """ "X verurteilte … und forderte …": the subject of the clause before."""
    if page.token(clause.first).tag != "KON" and clause.kind is not ClauseKind.MAIN:
        return None
    earlier = [other for other in page.around(clause) if other.number < clause.number and other.parent == clause.parent]
    if page.token(clause.first).tag != "KON" or not earlier or earlier[-1].passive:
        return None
    told = next(
        (other for other in reversed(earlier) if rows_of(page, other) and other.mood is clause.mood), earlier[-1]
    )
    return subject(page, told) or _shared(page, told)


def cue_span(page: Page, clause: Clause) -> Span | None:
    """The words that signal the act: a participle behind a helping verb, "weder … noch …" whole, else the finite verb."""
    neither = [place for place in page.own(clause) if page.form(place) in page.words("neither")]
    if neither and clause.verbs and neither[0] < clause.verbs[-1]:
        between = range(neither[0], clause.verbs[-1])
        if all(page.token(p).tag.startswith(("V", "KON")) or page.token(p).tag == "KON" for p in between):
            return page.text.span(neither[0], clause.verbs[-1] + 1)
    for place in reversed(clause.verbs):
        if page.token(place).tag in {"VVPP", "VVINF"}:
            return page.token(place).span
    return None if clause.finite is None else page.token(clause.finite).span


def _object(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """The words of the object that the act is about; of a passive its subject."""
    if clause.passive and "object" in row.takes:
        patient = subject(page, clause)
        return None if patient is None or patient.pronoun else patient.span
    for phrase in page.phrases_in(clause):
        if voice.first <= phrase.head < voice.last or _is_date(page, phrase):
            continue
        if phrase.preposition is not None:
            wanted = page.form(phrase.preposition) in row.takes or f"prep:{page.form(phrase.preposition)}" in row.takes
            if wanted or (page.token(phrase.preposition).tag == "APPRART" and _contracted(page, phrase, row)):
                return object_words(page, clause, phrase, drop_preposition=True)
            continue
        if _governed(page, phrase, row, strong=_strong(voice) and not voice.pronoun) and not _beneficiary(
            page, clause, phrase
        ):
            if "naming" in row.takes:
                return _naming(page, phrase)
            return _told(page, clause, phrase) or object_words(page, clause, phrase, drop_preposition=False)
    about = [place for place in page.own(clause) if page.form(place) in page.words("about it")]
    return page.token(about[0]).span if about and row.takes & {"prep:zu", "über", "vor", "gegen"} else None


def _beneficiary(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """ "sagte Putin Unterstützung zu": a bare name before the thing itself is the one to whom."""
    if phrase.last - phrase.first > 3 or not page.named.get(phrase.head) or page.token(phrase.first).tag == "ART":
        return False
    later = [other for other in page.phrases_in(clause) if other.first >= phrase.last and other.preposition is None]
    return any(page.token(other.head).tag == "NN" and "acc" in other.cases for other in later)


def _antecedent(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """ "…, was X dementiert": the act is about what stands before."""
    if clause.opener is None or page.form(clause.opener) not in page.words("which") or "object" not in row.takes:
        return None
    sentence = page.sentence(clause.first)
    return page.span(sentence.first, clause.first) if clause.first > sentence.first + 2 else None


def _told(page: Page, clause: Clause, phrase: Phrase) -> Span | None:
    """ "Berichte, die besagten, dass …": what the reports say."""
    for child in page.children(clause):
        if child.kind is ClauseKind.RELATIVE and child.lemma in page.words("telling") and child.first >= phrase.last:
            for inner in page.children(child):
                if inner.opener is not None and page.form(inner.opener) in page.words("that"):
                    return behind_opener(page, inner)
    return None


def _contracted(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    assert phrase.preposition is not None
    form = page.form(phrase.preposition)
    return any(
        form in page.words(f"contracted {preposition}") and {preposition, f"prep:{preposition}"} & row.takes - {"zu"}
        for preposition in ("zu", "von", "vor", "an")
    )


def _naming(page: Page, phrase: Phrase) -> Span | None:
    """ "nannte die Entsendung „einen Fehler“": the object and what it is called."""
    ends = [mark.last + 1 for mark in page.text.quotations if phrase.last <= mark.first <= phrase.last + 6]
    return page.span(phrase.first, ends[0]) if ends else None


def _governed(page: Page, phrase: Phrase, row: SayingVerb, *, strong: bool) -> bool:
    head = page.token(phrase.head)
    pronoun = head.form.lower() in page.words("that object") and row.stance in _ANSWERS and head.tag == "PDS"
    if head.tag not in {"NN", "NE"} and not pronoun and not (head.tag == "PPER" and "naming" in row.takes):
        return False
    case = "dat" if "dative" in row.takes else "acc"
    if "naming" in row.takes:
        near = any(phrase.last <= mark.first <= phrase.last + 6 for mark in page.text.quotations)
        return "acc" in phrase.cases and near
    if "genitive" in row.takes and "gen" in phrase.cases and "nom" not in phrase.cases:
        return True
    if not row.takes & {"object", "dative", "als"} or case not in phrase.cases:
        return False
    return pronoun or strong or not row.objects or any(_noun_is(head.lemma, noun) for noun in row.objects)


def _noun_is(lemma: str, noun: str) -> bool:
    return lemma.lower() == noun.lower() or lemma.lower().endswith(noun.lower())


def _is_date(page: Page, phrase: Phrase) -> bool:
    return any(date.first <= phrase.head < date.last for date in page.mentions.dates)
