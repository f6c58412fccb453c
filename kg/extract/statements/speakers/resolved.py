"""To whom a pronoun or a sentence without a speaker belongs; what stays open is left out."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.agreement import is_name
from kg.extract.statements.speakers.authors import acted_since, author, quoted_from
from kg.extract.statements.speakers.descriptions import meant
from kg.extract.statements.speakers.documents import document, text_before
from kg.extract.statements.speakers.ofnoun import of_noun_told
from kg.extract.statements.speakers.pronouns import pronoun
from kg.extract.statements.speakers.reports import with_media
from kg.extract.statements.speakers.several import all_meant, both_meant, each_meant, together
from kg.extract.statements.speakers.speakers import who_acts
from kg.extract.statements.speakers.spokesmen import spokesman
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.things import is_nobody, maker
from kg.extract.statements.speakers.toldlast import Resolved, told_last
from kg.extract.statements.speakers.whose import whose
from kg.model import Actor, ActorKind, Clause, ClauseKind, Mood, Span, Stance

__all__ = ["Resolved", "once", "resolved"]

_REACH = 4
"""How many sentences a pronoun looks back."""


_MEDIA = frozenset({ActorKind.NEWS_AGENCY, ActorKind.MEDIA_ORGANISATION})
_AFTER = 5
"""Words from the beginning of a frame to its noun, at most: "dem 29 Seiten langen Papier zufolge"."""
_DEMNACH, _PLAN = "frames/demnach", "wanting/plan"
_SUBJUNCTIVE = frozenset({Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2})
_OWNED = frozenset({"frames/nach Angaben", "frames/laut"})
"""Frames whose source, where they name none, is the subject of the clause or nobody."""


def resolved(page: Page, found: list[Found]) -> list[Resolved]:
    """The statements whose speakers are known, in order; the others are dropped."""
    spoken: list[Resolved] = []
    nobody = False  # "Man sei bereit, hieß es. Der Ton sei schlecht."
    for one in found:
        lost = nobody and one.carried and one.voice is None and one.rule != _DEMNACH
        voice = None if lost else _voice(page, one, spoken)
        nobody = voice is None and (one.rule == "speech/called" or (nobody and one.carried))
        if voice is not None and voice.actors and not _of_share(page, one, voice):
            spoken.append(Resolved(one, maker(page, voice) or voice))
    told = [one for one in spoken if not is_nobody(page, one.voice, acts=one.found.rule.startswith("saying/"))]
    return with_media(page, told)


def once(spoken: list[Resolved]) -> list[Resolved]:
    """Without the weaker of two readings of the same words by the same speakers."""
    kept: list[Resolved] = []
    for one in sorted(spoken, key=lambda r: (r.found.rank, r.found.content, r.found.at)):
        if not any(_double(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda r: (r.found.content.start, r.found.at, r.found.rank))


def _double(one: Resolved, other: Resolved) -> bool:
    if not one.found.content.overlaps(other.found.content):
        return False
    return not set(one.voice.actors).isdisjoint(other.voice.actors)


def _voice(page: Page, one: Found, spoken: list[Resolved]) -> Voice | None:
    own = None if one.carried or one.voice is not None else _owner(page, one)
    if own is not None:
        one = one._replace(voice=own)
    return _carried(page, one, spoken) if one.voice is None else _meant_by(page, one, one.voice, spoken)


def _carried(page: Page, one: Found, spoken: list[Resolved]) -> Voice | None:
    """Whose words a sentence without a speaker gives: who wrote what it quotes from, acted since or spoke last."""
    if (one.rule in _OWNED and not one.carried) or _of_nobody(page, one):
        return None
    wrote = author(page, one, _medium_at(spoken)) if one.rule == "speech/called" else _written(page, one, spoken)
    if wrote is not None and not wrote.pronoun:
        return wrote
    told = told_last(page, spoken)
    if told is None:
        return None
    if one.rule == "speech/called":
        acted = _mute_itself(page, one, told.voice) or acted_since(page, one, told.found.at)
        if acted is not None or not _goes_on(page, one, told):
            return acted
    if one.rule == "carried/stray" and told.found.stance is Stance.DECLINES and not _right_behind(page, one, told):
        return None
    between = _told_between(page, one, told) if one.rule == "carried/stray" else None
    if between is not None and not all(map(_is_person, between.actors)):
        return None
    voice = between or told.voice
    span = one.cue if one.cue is not None and one.rule == _DEMNACH else _named(spoken, voice)
    return voice._replace(span=span, certainty=Decimal("0.7"), reason="carried on from the statement before")


def _mute_itself(page: Page, one: Found, told: Voice) -> Voice | None:
    """As in "Das Amt könne das nicht bestätigen, hieß es": the body that is the subject, not who spoke before."""
    inside = (c for c in page.clauses_over(one.content) if c.kind is ClauseKind.MAIN and c.mood in _SUBJUNCTIVE)
    clause = next(inside, None) if one.stance is Stance.DECLINES else None
    voice = None if clause is None else subject(page, clause)
    if voice is None or voice.pronoun or not voice.actors or voice.actors == told.actors:
        return None
    return None if any(map(_is_person, voice.actors)) or is_nobody(page, voice, acts=False) else voice


def _meant_by(page: Page, one: Found, voice: Voice, spoken: list[Resolved]) -> Voice | None:
    """Whom the words of a voice mean: a description somebody before, a pronoun who it agrees with."""
    same = next((each.voice for each in reversed(spoken) if each.voice.span == voice.span), None)
    if same is not None and not same.pronoun:
        return same
    before = [(each.found, each.voice) for each in spoken]
    if not voice.pronoun:
        return (
            whose(page, one, voice, before)
            or both_meant(page, voice)
            or all_meant(page, voice, [each.voice for each in spoken])
            or together(page, voice, [each.voice for each in spoken])
            or _of_report(page, voice, spoken)
            or each_meant(page, voice, lambda part: meant(page, part, [known for _, known in before], one.content))
            or _described(page, one, voice, [known for _, known in before])
        )
    text = text_before(page, voice) if one.rule.startswith("frames/") else None
    if text is not None:
        return voice._replace(actors=text.voice.actors, reason=text.voice.reason, certainty=Decimal("0.6"))
    pair = both_meant(page, voice)
    known = pair or pronoun(page, one, before)
    return None if one.rule == _PLAN and known is not None and not _person(known) else known


def _described(page: Page, one: Found, voice: Voice, spoken: list[Voice]) -> Voice:
    """Whom a description means, with the body of an unnamed spokesman."""
    known = meant(page, voice, spoken, one.content)
    if known is None:
        known = of_noun_told(page, voice, lambda part: meant(page, part, spoken, one.content)) or voice
    return spokesman(page, known, spoken, one.content) or known


def _person(voice: Voice) -> bool:
    return any(map(_is_person, voice.actors))


def _is_person(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON


def _of_share(page: Page, one: Found, voice: Voice) -> bool:
    """As in "Ein Viertel der Befragten gab an, … Demnach …": the survey is meant, not whom it asked."""
    back = one.carried and one.rule.startswith("frames/")
    return back and page.has("shares", range(voice.first, voice.last))


def _right_behind(page: Page, one: Found, told: Resolved) -> bool:
    """Whether the words stand in the sentence behind a statement: who declines to comment is not heard much longer."""
    here, there = (page.sentence(page.text.place_of(found.content.start)).number for found in (one, told.found))
    return here - there <= 1


def _named(spoken: list[Resolved], voice: Voice) -> Span:
    """The words that named the speaker last; "demnach" stands for him in its own sentence alone."""
    before = (each.voice for each in reversed(spoken) if each.found.rule != _DEMNACH)
    return next((each.span for each in before if each.actors == voice.actors), voice.span)


def _written(page: Page, one: Found, spoken: list[Resolved]) -> Voice | None:
    """As in "dem Papier zufolge": whose text it is; None where a medium has spoken since it was named."""
    if not (one.carried and one.rule.startswith("frames/")) or one.rule == _DEMNACH:
        return None
    last = page.sentence(one.at).last
    texts = (document(page, place) for place in range(one.at, min(one.at + _AFTER, last)))
    text = next((text for text in texts if text is not None), None)
    return None if text is None or _medium_at(spoken) > text.head else text.voice


def _medium_at(spoken: list[Resolved]) -> int:
    """Where the last statement stands if a medium makes it, else -1: its report may be meant by "dem Bericht"."""
    return next((e.found.at for e in spoken[-1:] if any(a.kind in _MEDIA for a in e.voice.actors)), -1)


def _of_nobody(page: Page, one: Found) -> bool:
    """As in "der Theorie zufolge", "laut einer Umfrage im Auftrag der Stadt": no words of who spoke before."""
    framed = one.rule.startswith("frames/") and one.rule != _DEMNACH
    last = min(one.at + _AFTER, page.sentence(one.at).last) if framed else one.at
    new = last > one.at and page.form(one.at + 1) in page.words("a, in any case")
    return new or any(page.token(place).lemma.lower() in page.words("nobody's texts") for place in range(one.at, last))


def _told_between(page: Page, one: Found, told: Resolved) -> Voice | None:
    """The last person, or lone name, whom a sentence since then has as its subject: "Kranz lobte den Plan. Holm sieht
    das anders."."""
    here, there = (page.sentence(page.text.place_of(found.content.start)).number for found in (one, told.found))
    for sentence in reversed(page.text.sentences[there + 1 : here]):
        for clause in page.clauses_in(sentence):
            own = clause.parent is None and clause.mood is Mood.INDICATIVE and not page.spoken[clause.first]
            voice = who_acts(page, clause) if own else None
            if voice is None or not voice.actors:
                continue
            name = is_name(page, voice) and voice.last == clause.finite
            if name or all(map(_is_person, voice.actors)):
                return voice
    return None


def _of_report(page: Page, voice: Voice, spoken: list[Resolved]) -> Voice | None:
    """As in "die Autoren des Berichts": the body whose report was quoted from last, by a frame or "darin heißt es"."""
    words = [page.token(place).lemma for place in range(voice.first, voice.last) if page.token(place).tag[0] == "N"]
    definite = page.form(voice.first) in page.words("the")
    if not words or not definite or words[0] not in page.words("makers of texts") or len(words) > 2:
        return None
    for each in reversed(spoken):
        quoted = each.found.rule.startswith(("frames/", "speech/called"))
        if quoted and not any(actor.kind is ActorKind.PERSON for actor in each.voice.actors):
            reason = "whose report is quoted from"
            return voice._replace(actors=each.voice.actors, reason=reason, certainty=Decimal("0.6"))
    return None


def _owner(page: Page, one: Found) -> Voice | None:
    """As in "nach eigenen Angaben": the subject of the clause; "hieß es" without a source: nobody new."""
    if one.rule.startswith("speech/"):
        return None
    number = page.clause_of[one.at]
    clause: Clause | None = page.text.clauses[number] if number >= 0 else None
    return None if clause is None else subject(page, clause)


def _goes_on(page: Page, one: Found, told: Resolved) -> bool:
    """Whether "hieß es" without a source goes on with who spoke right before.

    A person does so only in writing or with "weiter"; behind "ein Text, in dem es heißt" the text speaks.
    """
    number = page.clause_of[one.at]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.kind is ClauseKind.RELATIVE:
        return False
    further = quoted_from(page, clause) or page.has("going on", page.own(clause))
    end = max(told.found.at, page.text.place_of(told.found.content.end - 1))
    distance = page.sentence(page.text.place_of(one.content.start)).number - page.sentence(end).number
    person = any(actor.kind is ActorKind.PERSON for actor in told.voice.actors)
    return distance <= (_REACH - 1 if further else 2) and (further or not person)
