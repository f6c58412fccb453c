"""Whom a pronoun means, by nearness, number and gender."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.agreement import agrees, fits, lone_name
from kg.extract.statements.speakers.descriptions import meant
from kg.extract.statements.speakers.nearest import (
    before_words,
    described,
    in_clause,
    is_body,
    named_before,
    person_before,
    unnamed_afar,
)
from kg.extract.statements.speakers.pointing import acted_on, backed_by, pointed
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.speakers.subject_before import farther, source_beside, still_told, subject_before
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.toldof import outer_first, told_of
from kg.extract.statements.speakers.unknown import unresolved
from kg.model import Actor, ActorKind, ActorMention, ClauseKind, MentionForm, Mood

__all__ = ["pronoun"]

_Candidate = tuple[tuple[Actor, ...], str, str]
"""Whom a pronoun may mean, why, and how certainly."""
_REACH = 4
"""How many sentences a pronoun looks back for a name; for a speaker two more."""


def pronoun(page: Page, one: Found, spoken: list[tuple[Found, Voice]]) -> Voice | None:
    """Whom the pronoun of a statement means, None where nobody fits; in the first sentence of all it stands alone."""
    assert one.voice is not None
    found = next(_candidates(page, one, one.voice, spoken), None)
    if found is not None:
        actors, reason, certainty = found
    elif page.sentence(one.voice.first).number == 0:
        actors, reason, certainty = (unresolved(page, one.voice.first),), "nobody stands before", "0.3"
    else:
        return None
    return one.voice._replace(actors=actors, reason=reason, certainty=Decimal(certainty))


def _candidates(page: Page, one: Found, voice: Voice, spoken: list[tuple[Found, Voice]]) -> Iterator[_Candidate]:
    """Whom a pronoun may mean, the likeliest first: who spoke last, the subject or a person before, a name before."""
    here = page.sentence(voice.first).number
    inside = told_of(page, one, voice) | in_clause(page, voice)
    earlier = _earlier(page, voice, spoken, inside)
    said_before = [known for _, known in spoken]
    yield from _in_its_sentence(page, one, voice, said_before)
    beside = _known(page, _subject_beside(page, voice), said_before, one)
    free = beside is not None and (
        not set(beside.actors) & inside or _as_said(page, voice) or _told_first(page, one, beside)
    )
    if beside is not None and free and agrees(voice, beside):
        yield beside.actors, "the subject of the clause before", "0.6"
    if not free and one.rule == "carried/stray" and _means_beside(voice, beside):
        return
    backers = backed_by(page, voice, before_words(page, voice, here))
    if backers:
        yield backers, "of whom the sentence before has praise or blame", "0.6"
    for said in (said for distance, said in earlier if distance <= 1):
        yield said.actors, "the speaker before, by number and gender", "0.7"
    before = _known(page, subject_before(page, voice, before_words(page, voice, here)), said_before, one)
    if before is not None and not set(before.actors) & inside and agrees(voice, before):
        yield before.actors, "the subject of the sentence before", "0.6"
    name = next((told for told in (beside, before) if told is not None and lone_name(page, told)), None)
    personal_one = page.token(voice.first).tag == "PPER" and not voice.plural
    if name is not None and personal_one and not set(name.actors) & inside:
        yield name.actors, "the name that is the subject before", "0.5"
    yield from _person_before(page, voice, here, inside)
    yield from _from_afar(page, voice, here, [said for distance, said in earlier if distance <= _REACH + 2])
    yield from _named(page, one, voice, named_before(page, voice, here, inside), said_before)
    if name is not None and not voice.plural:
        yield name.actors, "the name that is the subject before", "0.5"
    yield from _acted_on(page, voice, here)


def _earlier(
    page: Page, voice: Voice, spoken: list[tuple[Found, Voice]], inside: set[Actor]
) -> list[tuple[int, Voice]]:
    """Who spoke before and agrees, the last first, with how many sentences lie between."""
    here = page.sentence(voice.first).number
    return [
        (here - _sentence_of(page, found), said)
        for found, said in outer_first(spoken)
        if said.first < voice.first and not set(said.actors) & inside and agrees(voice, said)
    ]


def _in_its_sentence(page: Page, one: Found, voice: Voice, spoken: list[Voice]) -> Iterator[_Candidate]:
    """Whom its form or its own sentence shows that it means."""
    yield from _pointed(page, one, voice, spoken)
    yield from _ahead(page, voice)
    yield from _before_colon(page, one, voice)
    yield from _by_view(page, voice)


def _by_view(page: Page, voice: Voice) -> Iterator[_Candidate]:
    """As in "Das ist laut Kranz falsch, wie er sagte"."""
    source = source_beside(page, voice) if _as_said(page, voice) else None
    if source is not None:
        yield (source,), "the one whose view the sentence gives", "0.6"


def _person_before(page: Page, voice: Voice, here: int, inside: set[Actor]) -> Iterator[_Candidate]:
    """Whom the sentences before tell of by a pronoun, else the one person whom they name."""
    still = still_told(page, voice, before_words(page, voice, here))
    if still is not None and not set(still.actors) & inside:
        yield still.actors, "the subject before, told of by a pronoun since", "0.6"
    person = person_before(page, voice, here, inside)
    if person is not None:
        yield (person[0],), person[1], "0.6"


def _means_beside(voice: Voice, beside: Voice | None) -> bool:
    """As in "Holm kam zu Kranz, nun ist er Chef. Man habe Holm gefragt": nobody is surely heard in such words."""
    return beside is not None and agrees(voice, beside)


def _named(
    page: Page, one: Found, voice: Voice, named: ActorMention | None, spoken: list[Voice]
) -> Iterator[_Candidate]:
    """The nearest actor named, a description as whom it means; one unnamed not from afar."""
    if named is not None:
        told = _known(page, described(page, named), spoken, one)
        actors = told.actors if told is not None and agrees(voice, told) else (named.actor,)
        if not unnamed_afar(page, voice, named, actors):
            yield actors, "the nearest actor named, by number and gender", "0.5"


def _pointed(page: Page, one: Found, voice: Voice, spoken: list[Voice]) -> Iterator[_Candidate]:
    """Whom "dieser" and "diese" mean."""
    found = pointed(page, voice, page.sentence(voice.first).number)
    last = _known(page, found, spoken, one) or found
    if last is not None and agrees(voice, last):
        yield last.actors, "the last one named in the sentence before", "0.6"


def _acted_on(page: Page, voice: Voice, here: int) -> Iterator[_Candidate]:
    """As in "Die Polizei fasste einen Mann. Er sagte, …"."""
    man = acted_on(page, voice, here)
    if man is not None:
        yield man.actors, "the one man on whom somebody acts in the sentence before", "0.5"


def _known(page: Page, voice: Voice | None, spoken: list[Voice], one: Found) -> Voice | None:
    """A voice with whom its description means: "Der Wiener blieb ruhig. Er sagte, …"; None for a thing."""
    if voice is None or voice.pronoun:
        return voice
    return meant(page, voice, spoken, one.content) or (voice if _somebody(page, voice) else None)


def _somebody(page: Page, voice: Voice) -> bool:
    """Whether a voice names somebody; "der Ruf", "die Rollen" say nothing though they are the subject before."""
    if len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return True
    return any(
        speaks(page, p) or personal(page, p) or page.token(p).tag == "NE" for p in range(voice.first, voice.last)
    )


def _from_afar(page: Page, voice: Voice, here: int, earlier: list[Voice]) -> Iterator[_Candidate]:
    """Whom two sentences before tell of, then who spoke farther back."""
    subject_there = farther(page, voice, here)
    if subject_there is not None:
        yield subject_there.actors, "the person who is the subject two sentences before", "0.5"
    for said in earlier:
        if voice.plural or not is_body(page, said):
            yield said.actors, "an earlier speaker, by number and gender", "0.6"


def _sentence_of(page: Page, found: Found) -> int:
    """The number of the last sentence in which somebody speaks."""
    return page.sentence(max(found.at, page.text.place_of(found.content.end - 1))).number


def _as_said(page: Page, voice: Voice) -> bool:
    """As in "Kranz will gehen, wie er sagte": who is told of in the words may be who says them."""
    clause = page.text.clauses[page.clause_of[voice.first]]
    return clause.opener is not None and page.form(clause.opener) in page.words("as")


def _told_first(page: Page, one: Found, beside: Voice) -> bool:
    """As in "Auch Ministerin Hanna Holm hält den Plan für falsch, sagte sie": the article tells of who is named there
    first, in full and in the indicative."""
    clause = page.text.clauses[page.clause_of[beside.first]] if page.clause_of[beside.first] >= 0 else None
    if clause is None or clause.mood is not Mood.INDICATIVE or page.spoken[beside.first]:
        return False
    if not one.content.contains(beside.span) or beside.last - beside.first <= 2:
        return False
    named = [m for m in page.mentions.actors if m.actor == beside.actors[0] and m.form is MentionForm.NAME]
    return bool(named) and min(m.first for m in named) >= beside.first


def _subject_beside(page: Page, voice: Voice) -> Voice | None:
    """The person who is the subject of a main clause before the pronoun in its sentence, not of words quoted there."""
    for clause in reversed(page.clauses_in(page.sentence(voice.first))):
        told = clause.kind is ClauseKind.MAIN and clause.finite is not None and clause.finite < voice.first
        told = told and (page.spoken[voice.first] or not page.spoken[clause.first])
        if told and page.clause_of[voice.first] != clause.number:
            found = subject(page, clause)
            named = found is not None and not found.pronoun and found.last <= voice.first
            below = page.text.clauses[page.clause_of[voice.first]].parent == clause.number
            below = below or page.form(voice.first - 1) == ":"
            if named and found is not None and (below or all(a.kind is ActorKind.PERSON for a in found.actors)):
                return found
    return None


def _before_colon(page: Page, one: Found, voice: Voice) -> Iterator[_Candidate]:
    """As in "Ablehnung kam vom Präsidenten, Otto Kranz: …, sagte er": the name right before the colon."""
    colon = page.text.place_of(one.content.start) - 1
    colon -= page.form(colon) in {"„", '"', "»"}
    if voice.plural or page.form(colon) != ":" or voice.first < colon:
        return
    for mention in page.named.get(colon - 1, ()):
        if mention.actor.kind is ActorKind.PERSON and mention.last == colon and fits(voice, mention):
            yield (mention.actor,), "the name before the colon", "0.7"


def _ahead(page: Page, voice: Voice) -> Iterator[_Candidate]:
    """As in "Obwohl sie versprach, …, bleibt Kranz": the person who is the subject of the main clause behind the
    subordinate one that opens the sentence."""
    found = _subject_ahead(page, voice)
    if found is not None and agrees(voice, found):
        yield found.actors, "the subject of the main clause behind", "0.6"


def _subject_ahead(page: Page, voice: Voice) -> Voice | None:
    here = page.text.clauses[page.clause_of[voice.first]]
    if (
        here.opener is None
        or here.first != page.sentence(here.first).first
        or page.form(here.opener) in page.words("as")
    ):
        return None
    for clause in page.around(here):
        if clause.kind is ClauseKind.MAIN and clause.first > here.first and clause.finite == clause.first:
            found = subject(page, clause)
            named = found is not None and not found.pronoun and len(found.actors) == 1
            return found if named and found is not None and found.actors[0].kind is ActorKind.PERSON else None
    return None
