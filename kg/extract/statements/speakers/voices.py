"""Who speaks: the words that name a speaker, and the actors whom they name."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.attributes import attribute_end, insight_begins, of_both, told_in_full
from kg.extract.statements.speakers.conjuncts import with_unnamed
from kg.extract.statements.speakers.firm_names import named_so
from kg.extract.statements.speakers.joined import actors_in
from kg.extract.statements.speakers.overlong import own_phrase
from kg.extract.statements.speakers.owned import own_end, owner_begins, somebody_else
from kg.extract.statements.speakers.posts import called_behind, names_behind
from kg.extract.statements.speakers.reach import apposed, reach
from kg.extract.statements.speakers.rows import whole_source
from kg.extract.statements.speakers.somebody import NAMING, name_begins, names_thing, personal
from kg.extract.statements.speakers.unknown import group, one_of_several, stranger
from kg.model import Actor, ActorKind, Clause, MentionForm, Phrase, Span

__all__ = ["behind_so", "plural_verb", "source", "tells", "to_him", "voice_of"]

_GUESS = Decimal("0.6")


_DATIVES = {"to him": "m", "to her": "f", "to them": ""}
"""Groups of pronouns and their gender; "" where they are plural."""


def plural_verb(page: Page, place: int | None) -> bool | None:
    """Whether a finite verb is plural; None where there is none."""
    if place is None:
        return None
    form = page.form(place)
    return (form.endswith("n") and form not in page.words("singular verbs")) or form in page.words("plural verbs")


def voice_of(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    """The voice of a phrase with all that belongs to it: title, name, apposition, genitive, and what "und" adds."""
    phrase = own_phrase(page, phrase)
    head = page.token(phrase.head)
    begin = phrase.first if phrase.preposition is None or name_begins(page, phrase) else (phrase.preposition or 0) + 1
    if head.tag in {"PPER", "PDS", "PRELS", "PIS"}:
        return _pronoun(page, phrase, clause)
    begin = min([begin, *(m.first for m in page.named.get(phrase.head, ()) if m.form in NAMING)])
    owner = owner_begins(page, begin)
    near = own_end(page, begin, reach(page, phrase, clause), acts=clause is not None)
    last = attribute_end(page, phrase, near, clause)
    number = plural_verb(page, clause.finite) if clause is not None else None
    actors = _named(page, phrase, range(begin, near), number, owned=owner < begin)
    actors = told_in_full(page, actors, phrase, last) if last > near else of_both(page, actors, phrase, near)
    insight = insight_begins(page, phrase)
    begin, actors = (owner, actors) if insight is None else (insight, ())
    if actors and somebody_else(page, phrase, begin, last):
        actors = ()
    if actors and number is not False:
        actors = with_unnamed(page, actors, begin, near)
    actors = _side(page, phrase) or actors
    if not actors or actors[0].kind is ActorKind.GROUP:
        last, actors = _with_name(page, phrase, last, actors, several=phrase.plural is True or bool(number))
    span = page.span(begin, last)
    if span is None:
        return None
    plural = bool(phrase.plural) or len(actors) > 1 or (phrase.plural is None and _many(page, phrase, number))
    gender = _gender(page, phrase, subject=clause is not None and not number)
    span = _spelled_out(page, begin, last) or span
    if actors:
        actors = one_of_several(page, begin, last, actors)
        return Voice(span, begin, last, actors, pronoun=False, plural=plural, gender=gender)
    unknown = None if names_thing(page, phrase) else group(page, begin, last, phrase)
    if unknown is None:
        return None
    return Voice(
        span, begin, last, (named_so(page, unknown),), pronoun=False, plural=plural, gender=gender, certainty=_GUESS
    )


def _named(page: Page, phrase: Phrase, places: range, number: bool | None, *, owned: bool) -> tuple[Actor, ...]:
    """Whom a phrase names; behind a genitive people alone: "Kranz' Anwältin Hanna Holm"."""
    named = actors_in(page, places.start, places.stop, plural=False if phrase.plural is False else number)
    return tuple(actor for actor in named if actor.kind is ActorKind.PERSON) if owned else named


def _with_name(
    page: Page, phrase: Phrase, last: int, actors: tuple[Actor, ...], *, several: bool
) -> tuple[int, tuple[Actor, ...]]:
    """Where the words of a post end with the name behind it, and who is named there; the same where nobody is."""
    if several:
        names = names_behind(page, phrase)
        return (last, actors) if names is None else (max(last, names[0]), names[1])
    first_name, last_name = apposed(page, phrase.last, page.sentence(phrase.head).last)
    if last_name > first_name and personal(page, phrase.head):
        return max(last, last_name), actors_in(page, first_name, last_name, plural=False)
    called = called_behind(page, phrase)
    if called is not None and not phrase.plural:
        return last, (called,)
    unnamed = stranger(page, phrase, last)
    return last, actors if unnamed is None else (unnamed,)


def _spelled_out(page: Page, first: int, last: int) -> Span | None:
    """As in "die Mission im Süden (MIS)": the words before the bracket belong to the short name in it."""
    if first < 2 or page.form(first - 1) != "(" or page.form(last) != ")":
        return None
    for place in range(first - 2, max(first - 10, -1), -1):
        number = page.phrase_of[place]
        if page.token(place).tag[0] == "$" or number < 0:
            return None
        phrase = page.text.phrases[number]
        if phrase.preposition is None and phrase.first == place and "nom" in phrase.cases:
            return page.text.span(place, last + 1)
    return None


def _gender(page: Page, phrase: Phrase, *, subject: bool) -> str | None:
    """The gender of a speaker: of who is named, of the phrase, of "der" before a subject."""
    named = page.named.get(phrase.head, ())
    alone = any(m.form is MentionForm.NAME and m.first <= phrase.first and m.last >= phrase.last for m in named)
    gender = next((m.gender for m in named if m.gender), None if alone else phrase.gender)
    masculine = subject and "nom" in phrase.cases and phrase.preposition is None
    open_ = gender is None or page.form(phrase.head).endswith(tuple(page.words("nouns like adjectives")))
    return "m" if open_ and masculine and page.form(phrase.first) in page.words("masculine") else gender


def _side(page: Page, phrase: Phrase) -> tuple[Actor, ...]:
    """As in "die russische Seite", "aus ukrainischer Sicht": the state whose side it is."""
    if page.token(phrase.head).lemma.lower() not in page.words("side of a state"):
        return ()
    sides = (m for place in range(phrase.first, phrase.head) for m in page.named.get(place, ()))
    return tuple(m.actor for m in sides if m.form is MentionForm.ADJECTIVE and m.actor.kind is ActorKind.STATE)[:1]


def _many(page: Page, phrase: Phrase, number: bool | None) -> bool:
    """Whether a phrase that does not tell its number means several: by the verb, else by its description."""
    described = (m.plural for m in page.named.get(phrase.head, ()) if m.form is MentionForm.DESCRIPTION)
    return any(described) if number is None else number


def _pronoun(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    head = page.token(phrase.head)
    if head.tag == "PRELS" and clause is not None and clause.parent is not None:
        return _antecedent(page, clause)
    named = _at_the_end(page, phrase, clause) if head.tag == "PDS" and clause is not None else None
    if named is not None:
        return named
    plural = clause is not None and bool(plural_verb(page, clause.finite))
    form = head.form.lower()
    gender = "m" if form in page.words("masculine") else "f" if form in page.words("feminine") else None
    before = page.token(phrase.head - 1) if phrase.head else None
    begins = before is None or (before.tag[0] == "$" and not (before.form == ":" and plural))
    polite = head.form[0].isupper() and not begins and page.sentence(phrase.head).first != phrase.head
    if form not in page.words("person pronouns") or polite:
        return None
    return Voice(head.span, phrase.head, phrase.head + 1, (), pronoun=True, plural=plural, gender=gender)


def _at_the_end(page: Page, phrase: Phrase, clause: Clause) -> Voice | None:
    """As in "sagte der in einem Brief als Chef bezeichnete Otto Kranz": a long attribute stands between "der" and the
    name, so that it is no pronoun."""
    if page.token(phrase.last).tag not in {"APPR", "APPRART"}:
        return None
    for other in page.phrases_in(clause):
        led = other.first > phrase.last and other.preposition is None and page.token(other.first).tag == "ADJA"
        names = page.named.get(other.head, ()) if led and "nom" in other.cases else ()
        if any(m.form is MentionForm.NAME and m.actor.kind is ActorKind.PERSON for m in names):
            voice = voice_of(page, other, clause)
            return voice and voice._replace(span=page.text.span(phrase.first, voice.last), first=phrase.first)
    return None


def _antecedent(page: Page, clause: Clause) -> Voice | None:
    """The phrase that a relative clause follows; of "…, den X sucht und der Y liebt" the one before both."""
    joined = page.token(clause.first).tag == "KON"
    first = next((c for c in page.around(clause) if c.last == clause.first and c.kind is clause.kind), None)
    if joined and first is not None:
        return _antecedent(page, first)
    place = clause.first - 1
    while place > 0 and (page.token(place).form in {",", "“", '"', ")", "»", "«"} or page.token(place).tag == "PTKVZ"):
        place -= 1
    number = page.phrase_of[place]
    return None if number < 0 else voice_of(page, page.text.phrases[number], None)


def source(page: Page, place: int, *, limit: int) -> Voice | None:
    """The voice of the phrase that begins at a position, as behind "laut" or "von"."""
    number = page.phrase_of[place] if place < limit else -1
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.head < place or page.dated(phrase.head):
        return None
    voice = voice_of(page, phrase._replace(first=place, preposition=None), None)
    return None if voice is None or voice.pronoun else whole_source(page, voice)


def to_him(page: Page, phrase: Phrase) -> Voice | None:
    """The voice of a pronoun in the dative: "ihm zufolge", "laut ihnen"."""
    head = page.token(phrase.head)
    gender = next((gender for form, gender in _DATIVES.items() if head.form.lower() in page.words(form)), None)
    if head.tag != "PPER" or gender is None:
        return None
    return Voice(head.span, phrase.head, phrase.head + 1, (), pronoun=True, plural=gender == "", gender=gender or None)


def behind_so(page: Page, place: int) -> Voice | None:
    """The voice behind ", so": "so Kranz", "so er weiter"."""
    number = page.phrase_at(place + 1)
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is not None and page.token(place + 1).tag == "PPER":
        return voice_of(page, phrase, None) if "nom" in phrase.cases else None
    return source(page, place + 1, limit=page.sentence(place).last)


def tells(page: Page, voice: Voice) -> bool:
    """Whether the voice is a report or study: what "zeigen" and "ergeben" take as their subject."""
    return not voice.pronoun and any(of_noun(page, place) for place in range(voice.first, voice.last))
