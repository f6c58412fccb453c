"""Nouns of saying with what they say: "der Vorwurf Kiews, Moskau habe …", "die Forderung, Truppen abzuziehen"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.acts.cited import cited
from kg.extract.statements.acts.heard import heard
from kg.extract.statements.acts.mentioned import only_mentioned
from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.origins import of_phrase
from kg.extract.statements.speakers.speakers import shared, speaker_of
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.complements import with_coordinates
from kg.extract.statements.words.content import behind_opener
from kg.extract.statements.words.rejoined import ending
from kg.lang.saying import SayingNoun
from kg.model import ActorKind, Clause, ClauseKind, MentionForm, Mode, Mood, Phrase, Span, Stance

__all__ = ["nouns"]

_REPORTED = frozenset({Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2})


def nouns(page: Page) -> Iterator[Found]:
    """Every noun of saying whose complement stands behind it and whose speaker is named."""
    for phrase in page.text.phrases:
        if page.spoken[phrase.head] or not page.prose(phrase.head):
            continue
        row = of_noun(page, phrase.head)
        if (
            row is None
            or (not row.complement or page.token(phrase.head).lemma.lower() in page.words("pages"))
            or only_mentioned(page, phrase, row)
        ):
            continue
        act = heard(page, phrase, row)
        if act is not None:
            yield act
            continue
        content = _complement(page, phrase, row)
        voice = None if content is None else _voice(page, phrase)
        if content is not None and voice is not None:
            yield _found(page, phrase, row, content, voice)


def _found(page: Page, phrase: Phrase, row: SayingNoun, content: Span, voice: Voice) -> Found:
    against = phrase.preposition is not None and page.form(phrase.preposition) in page.words("against")
    countered = against and not phrase.first <= voice.first <= phrase.last  # "verteidigt sich gegen den Vorwurf, …"
    stance = Stance.DENIES if countered else turned(page, row.stance, None, content)
    cue = page.token(phrase.head).span
    return Found(phrase.head, content, voice, stance, Mode.INDIRECT, cue, row.rule, Decimal("0.7"), rank=5)


def _voice(page: Page, phrase: Phrase) -> Voice | None:
    """Whose words they are: the genitive or "von" behind the noun, else the subject of a clause that utters them."""
    owner = _in_genitive(page, phrase)
    if owner is not None:
        return owner
    origin = of_phrase(page, phrase, phrase.head, needs_noun=False)
    ready = page.token(phrase.head).lemma in page.words("being ready")  # "die Bereitschaft der Leute, zu warten"
    if origin is not None and origin.voice is not None and origin.cue_end == phrase.head + 1 and not ready:
        return _owner(page, phrase, origin.voice) if origin.voice.pronoun else origin.voice
    number = page.clause_of[phrase.head]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or not (_given(page, phrase) or clause.lemma in page.words("noun acts")):
        return None
    clause = (_going_on(page, clause) if _given(page, phrase) else None) or clause
    is_so = clause.lemma in page.words("to be")
    if is_so and page.token(phrase.head).lemma not in page.words("being of a mind"):
        return None
    voice = cited(page, clause, speaker_of(page, clause))[0]
    if voice is not None and voice.first <= phrase.head < voice.last:
        voice = shared(page, clause)
    return voice


def _in_genitive(page: Page, phrase: Phrase) -> Voice | None:
    """As in "zu Holms Argument, …", "die Holm-Aussage, …": who is named in the genitive before the noun or in it."""
    named = (m for m in page.named.get(phrase.head - 1, ()) if m.last == phrase.head and m.form is MentionForm.NAME)
    name = next((m for m in named if page.form(m.last - 1).endswith("s")), None)
    if name is None or name.first < phrase.first:
        return _in_compound(page, phrase)
    return Voice(name.span, name.first, name.last, (name.actor,), pronoun=False, plural=False, gender=name.actor.gender)


def _in_compound(page: Page, phrase: Phrase) -> Voice | None:
    """As in "die Holm-Aussage": the person of whom the first part is the surname."""
    head = page.token(phrase.head)
    surname, _, rest = head.form.partition("-")
    people = (m.actor for m in page.mentions.actors if m.actor.kind is ActorKind.PERSON and m.first < phrase.first)
    actor = next((one for one in people if rest and one.label_de.split()[-1] == surname), None)
    if actor is None:
        return None
    return Voice(head.span, phrase.head, phrase.last, (actor,), pronoun=False, plural=False, gender=actor.gender)


def _owner(page: Page, phrase: Phrase, voice: Voice) -> Voice:
    """As in "hat die Regierung ihre Zusage zurückgenommen": whose it is by a pronoun is the subject of the clause."""
    home = _home(page, phrase)
    doer = subject(page, home)
    if doer is None or doer.pronoun or doer.first <= phrase.head < doer.last or not doer.actors:
        return voice
    fits = doer.plural or doer.gender in {None, "f"} if voice.gender == "f" else not doer.plural and doer.gender != "f"
    return doer if fits else voice


def _given(page: Page, phrase: Phrase) -> bool:
    """As in "mit der Begründung, …": what the doer of the act says with it."""
    return phrase.preposition is not None and page.form(phrase.preposition) in page.words("with")


def _complement(page: Page, phrase: Phrase, row: SayingNoun) -> Span | None:
    """The clause right behind the noun, or behind the genitive and name that belong to it."""
    inner = _put_in(page, phrase)
    if inner is not None:
        return inner
    for clause in page.around(_home(page, phrase)):
        near = phrase.last <= clause.first <= phrase.last + 12 and page.form(clause.first - 1) == ","
        if not near or not _hangs(page, phrase, clause):
            continue
        return _said_in(page, phrase, row, clause)
    return None


def _put_in(page: Page, phrase: Phrase) -> Span | None:
    """As in "Die Angabe Kranz', es brenne, war falsch": what the noun says stands between it and the verb first."""
    home = _home(page, phrase)
    if home.mood not in _REPORTED or home.kind is not ClauseKind.MAIN or home.finite is None:
        return None
    begins = all(page.token(place).tag in {"KON", "APPR", "APPRART"} for place in range(home.first, phrase.first))
    commas = [place for place in range(phrase.last, home.finite) if page.form(place) == ","]
    if not begins or _going_on(page, home) is None or not commas or page.clause_of[commas[0] + 1] != home.number:
        return None
    return page.span(commas[0] + 1, home.last)


def _going_on(page: Page, clause: Clause) -> Clause | None:
    """The clause whose verb stands right behind the comma that ends this one."""
    return next((other for other in page.around(clause) if other.first == clause.last + 1 == other.finite), None)


def _said_in(page: Page, phrase: Phrase, row: SayingNoun, clause: Clause) -> Span | None:
    """What a clause behind a noun says: a dass-clause, an infinitive, a main clause in the subjunctive."""
    if clause.kind is ClauseKind.SUBORDINATE and page.form(clause.opener or 0) in page.words("that"):
        return behind_opener(page, with_coordinates(page, clause)) if _governs(page, phrase, clause) else None
    begin = _according(page, clause)
    if begin is not None:
        return page.span(begin, clause.last)
    told = clause.kind is ClauseKind.MAIN and clause.mood in _REPORTED
    wished = clause.kind is ClauseKind.INFINITIVE and clause.opener is None and _wishes(page, phrase, row)
    told = told and (_home(page, phrase).mood not in _REPORTED or _uttered(page, phrase))
    fits = wished or (told and (_adjoins(page, phrase, clause) or _uttered(page, phrase)))
    beyond = [other for other in page.around(clause) if told and other.first - clause.last in {0, 1}]
    joined = [other for other in beyond if page.token(other.first).tag == "KON" and other.mood in _REPORTED]
    return page.span(clause.first, joined[0].last if joined else ending(page, clause)) if fits else None


def _according(page: Page, clause: Clause) -> int | None:
    """Where the words begin behind "wonach", "nach denen", "laut dem", "der zufolge"."""
    if clause.opener is None:
        return None
    if page.form(clause.opener) in page.words("according to which"):
        return clause.opener + 1
    if clause.kind is not ClauseKind.RELATIVE or page.token(clause.opener).tag != "PRELS":
        return None
    behind = page.form(clause.opener + 1) in page.words("according to it")
    before = page.form(clause.opener - 1) in page.words("according to") | page.words("according to it")
    return clause.opener + 1 + behind if behind or before else None


def _wishes(page: Page, phrase: Phrase, row: SayingNoun) -> bool:
    """A demand, a plan, a reproach, an opinion takes an infinitive; a report, a result does not."""
    return row.stance is not Stance.ASSERTS or page.token(phrase.head).lemma in page.words("being of a mind")


def _adjoins(page: Page, phrase: Phrase, clause: Clause) -> bool:
    """Whether nothing but a genitive or name stands between: no verb."""
    return not any(page.token(place).tag.startswith(("V", "PTKVZ")) for place in range(phrase.last, clause.first - 1))


def _uttered(page: Page, phrase: Phrase) -> bool:
    """Whether the noun is the object of a verb that utters it: "erhob den Vorwurf"; not under "wenn"."""
    home = _home(page, phrase)
    opener = page.form(home.opener) if home.opener is not None else ""
    uttering = home.lemma in page.words("noun acts") or _given(page, phrase)
    return uttering and opener not in page.words("if")


def _governs(page: Page, phrase: Phrase, clause: Clause) -> bool:
    """Whether a dass-clause is the noun's: no "damit" or "es" and no second verb behind "und" stands between."""
    between = range(phrase.last, clause.first - 1)
    other = page.words("it") | page.words("taking a clause")
    if _of_verb(page, phrase, clause):
        return False
    return not any(page.form(place) in other or page.token(place).tag == "KON" for place in between)


def _of_verb(page: Page, phrase: Phrase, clause: Clause) -> bool:
    """As in "Tests im Auftrag der Bank ergaben, dass …": the clause is that of the verb before it."""
    home = _home(page, phrase)
    adjoins = home.finite is not None and phrase.last < home.verbs[-1] == clause.first - 2
    led = phrase.preposition is not None and page.form(phrase.preposition) not in page.words("out of")
    takes = any("clause" in row.takes for row in rows_of(page, home))
    led = led and not _given(page, phrase)
    return adjoins and led and takes and home.lemma not in page.words("noun acts")


def _home(page: Page, phrase: Phrase) -> Clause:
    return page.text.clauses[max(0, page.clause_of[phrase.head])]


def _hangs(page: Page, phrase: Phrase, clause: Clause) -> bool:
    """Nothing but names and verbs between the noun and the comma before the clause, and no nearer noun of saying."""
    between = range(phrase.last, clause.first - 1)
    nearer = any(_governing(page, place) for place in between)
    return not nearer and all(page.form(place) not in {",", ":", ";", "."} for place in between)


def _governing(page: Page, place: int) -> bool:
    row = of_noun(page, place)
    return row is not None and row.complement and not page.named.get(place)
