"""The day of an act of saying: a date in the words that tell the act, never one from what is said."""

from __future__ import annotations

from functools import cache

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.lang import Language
from kg.lang.saying import SayingVerb
from kg.model import ActorKind, Clause, ClauseKind, DateMention, Mode, PartialDate, Stance

__all__ = ["said_on"]

_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PDAT", "PDS"})
_NOUNS = frozenset({"NN", "NE"})
_MEDIA = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY})
_MONTH = 31
_SEASON, _YEAR = 60, 300
"""Days: a week that two months share is no year."""
_FAR = 12
"""Tokens behind the speaker, or between the brackets of an attribute, at most."""


def said_on(page: Page, found: Found) -> PartialDate | None:
    """The date beside the cue, as the day, month or year that it fixes; None where there is none."""
    if found.cue is None and found.carried:
        return None
    places = _frame(page, found)
    told = [
        date
        for date in page.mentions.dates
        if date.first in places and not _said(page, found, date) and not _of_something_else(page, found, date)
    ]
    return _finest(told)


def _finest(dates: list[DateMention]) -> PartialDate | None:
    """The first date; the day right behind it that says it more exactly ("vor einer Woche, am 12. November")."""
    best: DateMention | None = None
    for date in dates:
        finer = best is not None and date.first - best.last <= 3 and date.when.is_day and date.when.overlaps(best.when)
        if best is None or finer:
            best = date
    when = None if best is None else best.when.widened()
    if best is None or when is None or when.latest is None or when.earliest is None:
        return None
    astride = _days(when) > _YEAR and _days(best.when) < _SEASON
    return None if astride else when


def _days(when: PartialDate) -> int:
    return 0 if when.latest is None or when.earliest is None else (when.latest - when.earliest).days


def _frame(page: Page, found: Found) -> frozenset[int]:
    """The tokens that tell the act: the cue's own clause, and the words behind its speaker."""
    places: set[int] = set()
    number = page.clause_of[found.at]
    if found.rule.startswith("frames/"):
        voice = found.voice
        return frozenset(() if voice is None else (*range(found.at, voice.first), *_behind(page, voice)))
    if number >= 0 and not _inside(found, page.token(found.at).start):
        clause = page.text.clauses[number]
        places |= set(page.own(clause))
        places.update(p for child in page.children(clause) if _made_public(page, child) for p in page.own(child))
    if found.voice is not None:
        places |= set(_behind(page, found.voice))
        first = page.clause_of[found.voice.first]
        if number >= 0 and 0 <= first < number and _shares(page, page.text.clauses[first], page.text.clauses[number]):
            places |= set(page.own(page.text.clauses[first]))
    return frozenset(places)


def _made_public(page: Page, clause: Clause) -> bool:
    """As in "in einem Gespräch, das am Montag erschien, …"."""
    return clause.kind is ClauseKind.RELATIVE and clause.lemma in page.words("appear")


def _shares(page: Page, first: Clause, second: Clause) -> bool:
    """As in "X reiste am Montag ab und sagte, …": the second clause has the subject of the first, and its day."""
    both = first.kind is ClauseKind.MAIN and second.kind in {ClauseKind.MAIN, ClauseKind.FRAGMENT}
    return both and page.token(second.first).tag == "KON" and first.last <= second.first


def _behind(page: Page, voice: Voice) -> list[int]:
    """The tokens behind the speaker up to the end of the clause, appositions and relative clauses left out."""
    places: list[int] = []
    closed = page.form(voice.last) == "," and any(page.form(p) == "," for p in range(voice.first, voice.last))
    closed = closed or any(mark.last == voice.last for mark in page.text.quotations)
    place: int | None = voice.last + closed
    end = page.sentence(voice.first).last
    while place is not None and place < end and len(places) < _FAR:
        token = page.token(place)
        if token.form == ",":
            place = _over(page, place, end)
            continue
        if token.tag == "KON" or token.tag[:1] == "$" or token.tag.endswith("FIN"):
            break
        places.append(place)
        place += 1
    return places


def _over(page: Page, comma: int, end: int) -> int | None:
    """The position behind what stands between two commas, if that is no clause but one about the speaker."""
    for place in range(comma + 1, min(comma + _FAR, end)):
        if page.form(place) == ",":
            inner = [page.token(p).tag for p in range(comma + 1, place)]
            relative = inner[:1] == ["PRELS"]
            apposed = bool(_NOUNS & set(inner)) and not any(tag[0] == "V" or tag[:3] == "KOU" for tag in inner)
            return place + 1 if inner and (relative or apposed) and inner[0] != "KON" else None
    return None


def _of_something_else(page: Page, found: Found, date: DateMention) -> bool:
    """Whether a date tells when something else was than the act of saying."""
    if _of_the_future(page, found, date):
        return True
    before = page.form(date.first - 1)
    if before in page.words("not at") or page.form(date.first - 2) in page.words("until"):
        return True
    if before in page.words("contracted von"):
        return not _occasion_before(page, max(page.sentence(date.first).first, date.first - _FAR), date.first)
    named = found.voice is not None and found.voice.last == date.first - 1
    return _of_participle(page, date) or (not named and _of_noun(page, date))


def _of_the_future(page: Page, found: Found, date: DateMention) -> bool:
    """A day after that of the article; a year for which something is expected ("erwartet 2025 ein Minus")."""
    reference, first, last = page.text.article.reference, date.when.earliest, date.when.latest
    if reference is None or reference.latest is None or first is None or last is None:
        return False
    open_year = found.stance in {Stance.EXPECTS, Stance.ANNOUNCES} and (last - first).days > _MONTH
    open_year = open_year and not _long_done(page, found)
    return first > reference.latest or (open_year and last > reference.latest)


def _long_done(page: Page, found: Found) -> bool:
    """As in "hatte im Frühjahr angekündigt": what is told in the pluperfect is no longer to come."""
    number = page.clause_of[found.at]
    finite = page.text.clauses[number].finite if number >= 0 else None
    return finite is not None and page.form(finite) in page.words("had")


def _of_participle(page: Page, date: DateMention) -> bool:
    """As in "der am Montag vereidigte Minister"; not "in einem am Montag veröffentlichten Interview"."""
    begin = date.first - 2
    held = begin >= page.sentence(date.first).first and page.token(begin).tag in _DETERMINERS
    if not held or page.token(begin + 1).tag[:4] != "APPR":
        return False
    behind = [page.token(p) for p in range(date.last, min(date.last + _FAR, len(page.text.tokens)))]
    participle = next((token for token in behind if token.tag[0] == "V" or token.tag == "ADJA"), None)
    return participle is None or not participle.form.lower().startswith(tuple(page.words("made public")))


def _of_noun(page: Page, date: DateMention) -> bool:
    """As in "Zum Angriff am Sonntag sagte er": the first part of a main clause is one phrase with its date."""
    number = page.clause_of[date.first]
    clause = None if number < 0 else page.text.clauses[number]
    if clause is None or clause.kind is not ClauseKind.MAIN or clause.finite is None or date.last > clause.finite:
        return False
    noun = date.first - 2
    if noun < clause.first or page.token(noun).tag not in _NOUNS or page.form(noun) in page.words("part of a day"):
        return False
    about = page.form(clause.first) in page.words("regarding") and page.token(clause.first + 1).tag in _NOUNS
    edge = about and page.form(clause.first + 1) in page.words("edge of an occasion")
    return (about and not edge) or not _occasion_before(page, clause.first, date.first)


def _occasion_before(page: Page, first: int, last: int) -> bool:
    """Whether a noun among the tokens names where words are said: a meeting, a speech, a report."""
    ends = tuple(page.words("occasion"))
    return any(
        of_noun(page, place) is not None or page.token(place).lemma.lower().endswith(ends)
        for place in range(first, last)
        if page.token(place).tag in _NOUNS
    )


def _said(page: Page, found: Found, date: DateMention) -> bool:
    """Whether a date is among the words that are said; "nannte den Plan am Montag „gefährlich“" has it inside."""
    if not _inside(found, date.span.start):
        return False
    free = page.token(date.first - 1).tag in {"NN", "NE"} and page.token(date.first).tag not in {"ART", "CARD"}
    valued = page.form(date.last) in page.words("as being") | page.words("onto")
    acts = found.mode is Mode.REPORTED or _is_object(page, found, date)
    aside = acts and (free or valued or _at_medium(page, date))
    return not (aside or found.rule in _naming(page.language)) or page.spoken[date.first]


def _is_object(page: Page, found: Found, date: DateMention) -> bool:
    """As in "nannte den Plan am Montag im Rat eine „Lüge“": what is said is the object of the clause that tells it."""
    cued = found.cue is not None and found.rule.startswith("saying/")
    return cued and page.clause_of[date.first] == page.clause_of[found.at] >= 0


def _at_medium(page: Page, date: DateMention) -> bool:
    """As in "verurteilte den Angriff am Montag in der ARD": a medium, a meeting or a speech follows."""
    if page.token(date.last).tag not in {"APPR", "APPRART"}:
        return False
    ends = tuple(page.words("occasion") | page.words("session"))
    for place in range(date.last + 1, min(date.last + 4, len(page.text.tokens))):
        named = page.named.get(place, ())
        if any(mention.actor.kind in _MEDIA for mention in named) or page.token(place).lemma.lower().endswith(ends):
            return True
    return False


@cache
def _naming(language: Language) -> frozenset[str]:
    rows = language.table(SayingVerb).values()
    return frozenset(row.rule for row in rows if row.takes & {"naming", "amount"})


def _inside(found: Found, start: int) -> bool:
    return found.content.start <= start < found.content.end
