"""Direct speech: quotations with the cue before, inside or behind them, and utterances in several parts."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.acts.cited import cited
from kg.extract.statements.acts.told import told_in
from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import of_verb, turned
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import behind_so, source
from kg.extract.statements.words.clause_kinds import is_that
from kg.extract.statements.words.content import longer
from kg.model import Clause, ClauseKind, Mode, Quotation, Span, Stance

__all__ = ["speech"]

_BOUND = frozenset({"APPR", "APPRART", "ART", "ADJA", "KOKOM", "KON", "KOUS", "PPOSAT", "PDAT", "PIAT", "CARD", "NN"})
"""Tags of words that what is quoted behind them belongs to: "von „…“", "das Lied „…“"."""
_LONGEST = 10
"""Tokens of a frame inside of an utterance."""


def speech(page: Page) -> Iterator[Found]:
    """Every utterance in quotation marks; one that a cue interrupts is one utterance, its longer part the content."""
    last: Found | None = None
    end = -10
    for mark in page.speeches:
        if not page.prose(mark.first):
            continue
        found = _attributed(page, mark)
        goes_on = _goes_on(page, last, mark, end) if found is None and last is not None else False
        if last is not None and (goes_on or (found is not None and found.at == last.at)):
            refuses = found is not None and found.stance is Stance.DECLINES and last.stance is Stance.ASSERTS
            stance = Stance.DECLINES if refuses else last.stance
            last = last._replace(content=longer(last.content, _inner(page, mark)) or last.content, stance=stance)
        elif found is not None:
            if last is not None:
                yield last
            last = found
        else:
            continue
        end = mark.last
    if last is not None:
        yield last


def _inner(page: Page, mark: Quotation) -> Span:
    tokens = page.text.tokens
    final = mark.last - 1
    keep = tokens[final].form in {"!", "?", "…"} or (tokens[final].form == "." and not _comma_behind(page, mark))
    return Span(mark.inner.start, tokens[final].end if keep else tokens[max(mark.first, final)].end)


def _comma_behind(page: Page, mark: Quotation) -> bool:
    return page.form(mark.last + 1) == ","


def _attributed(page: Page, mark: Quotation) -> Found | None:
    behind = _behind(page, mark) or _frame_behind(page, mark)
    return behind or _before(page, mark) or _frame_before(page, mark) or _bare(page, mark)


def _clause_at(page: Page, place: int) -> Clause | None:
    if place < 0 or place >= len(page.text.tokens) or page.clause_of[place] < 0 or page.spoken[place]:
        return None
    return page.text.clauses[page.clause_of[place]]


def _behind(page: Page, mark: Quotation) -> Found | None:
    """As in "…“, sagte X."."""
    place = mark.last + 1
    while page.form(place) in {",", "–", "-"}:
        place += 1
    place += page.form(place) in page.words("so")
    clause = _clause_at(page, place)
    if clause is None or clause.finite is None or clause.finite != place:
        return None
    return _cued(page, mark, clause)


def _before(page: Page, mark: Quotation) -> Found | None:
    """As in "X sagte: „…" and "X sagte am Montag, „…"."""
    opening = mark.first - 1
    parted = page.form(opening - 1) in {":", ","}
    if not parted and not _within(page, mark):
        return None
    clause = _clause_at(page, opening - 1 - parted)
    while clause is not None:
        inquired = page.form(clause.first - 2) in page.words("question asked")  # "auf die Frage, ob …: „…“"
        said = clause.finite is not None and clause.finite < opening and is_that(page, clause, page.words("that"))
        if said and not inquired:
            return None
        found = None if inquired else _cued(page, mark, clause)
        if found is not None:
            return found
        clause = None if clause.parent is None else page.text.clauses[clause.parent]
    return None


def _within(page: Page, mark: Quotation) -> bool:
    """As in "X sagte am Abend „Wir bleiben“", "sprach von „einem Tag, der bleibt“": words as the object of the verb."""
    clause = _clause_at(page, mark.first - 2)
    if clause is None or clause.finite is None:
        return False
    if page.form(mark.first - 2) in page.words("talked of"):
        return any("von" in row.takes for row in rows_of(page, clause))
    if page.token(mark.first - 2).tag in _BOUND:
        return False
    rows = (row for row in rows_of(page, clause) if "quote" in row.takes and "object" not in row.takes)
    return clause.finite < mark.first and page.token(mark.first).form[0].isupper() and any(rows)


def _cued(page: Page, mark: Quotation, clause: Clause) -> Found | None:
    rows = [row for row in rows_of(page, clause) if "quote" in row.takes or row.takes & {"von"}]
    called = clause.lemma in page.words("be called")
    if clause.finite is None or (not rows and not called and not _any_verb(page, mark, clause)):
        return None
    told = told_in(page, clause) if called else None
    patient = clause.passive and clause.lemma in page.words("quoting")
    medium = told if called else subject(page, clause) if patient else speaker_of(page, clause)
    voice, via = cited(page, clause, medium)
    if voice is None and page.form(mark.first - 2) == ":":
        voice = subject(page, clause)
    if voice is None and not called:
        return None
    content = _inner(page, mark)
    rule = rows[0].rule if rows else "speech/called"
    stance = of_verb(page, rows[0], clause, content) if rows else Stance.ASSERTS
    stance = _meant(page, mark) or _spoken_stance(page, stance, content) if stance is Stance.ASSERTS else stance
    return Found(clause.finite, content, voice, stance, Mode.DIRECT, cue_span(page, clause), rule, via=via, rank=1)


def _meant(page: Page, mark: Quotation) -> Stance | None:
    """As in "Ich kann bestätigen", "Wir rechnen mit": what the first clause in the first person does."""
    for clause in page.text.clauses:
        if clause.finite is None or not mark.first <= clause.first < mark.last:
            continue
        mine = page.has("I or we", range(clause.first, clause.last))
        rows = [row for row in rows_of(page, clause) if row.stance is not Stance.ASSERTS and not row.weak]
        if not mine or clause.kind is not ClauseKind.MAIN:
            return None
        return of_verb(page, rows[0], clause, None) if rows else None
    return None


def _any_verb(page: Page, mark: Quotation, clause: Clause) -> bool:
    """Behind speech and a comma, or before a colon and speech, any verb with a speaker tells who said it."""
    if page.token(clause.finite or clause.first).tag != "VVFIN" and page.form(mark.first - 2) != ":":
        return False
    voice = speaker_of(page, clause) or subject(page, clause)
    places = range(voice.first, voice.last) if voice is not None else range(0)
    return voice is not None and (voice.pronoun or any(page.named.get(p) or speaks(page, p) for p in places))


def _spoken_stance(page: Page, stance: Stance, content: Span) -> Stance:
    return turned(page, stance, None, content)


def _frame_behind(page: Page, mark: Quotation) -> Found | None:
    """As in "…“, so X."."""
    place = mark.last + 1
    while page.form(place) == ",":
        place += 1
    if page.form(place) not in page.words("so"):
        return None
    return _framed(page, mark, place)


def _frame_before(page: Page, mark: Quotation) -> Found | None:
    """As in "„Kim“, so X, „…": the frame inside of an utterance whose first part is a word or two."""
    end = mark.first - 2
    if page.form(end) != ",":
        return None
    places = range(end - 1, max(end - _LONGEST, 1), -1)
    place = next((p for p in places if page.form(p) in page.words("so") and page.form(p - 1) == ","), None)
    quoted = place is not None and any(other.last == place - 2 for other in page.text.quotations)
    return _framed(page, mark, place) if place is not None and quoted else None


def _framed(page: Page, mark: Quotation, place: int) -> Found | None:
    """The utterance of whom ", so X" names."""
    voice = behind_so(page, place)
    if voice is None:
        return None
    content = _inner(page, mark)
    stance = _spoken_stance(page, Stance.ASSERTS, content)
    return Found(place, content, voice, stance, Mode.DIRECT, page.token(place).span, "frames/so", rank=1)


def _bare(page: Page, mark: Quotation) -> Found | None:
    """As in "US-Verteidigungsminister Lloyd Austin: „…": a speaker and a colon, no verb."""
    colon = mark.first - 2
    if page.form(colon) != ":":
        return None
    sentence = page.sentence(colon)
    first = colon
    while first > sentence.first and not page.spoken[first - 1]:
        first -= 1
    if any(page.token(place).tag.endswith("FIN") for place in range(first, colon)):
        return None
    voice = source(page, first, limit=colon)
    if voice is None or not any(page.named.get(place) for place in range(voice.first, voice.last)):
        return None
    content = _inner(page, mark)
    return Found(
        mark.first,
        content,
        voice,
        _spoken_stance(page, Stance.ASSERTS, content),
        Mode.DIRECT,
        None,
        "speech/colon",
        rank=1,
    )


def _goes_on(page: Page, last: Found, mark: Quotation, end: int) -> bool:
    """Whether a quotation without a cue goes on with the one before: nothing but its cue between them."""
    between = range(end + 1, mark.first - 1)
    if not any(place == last.at for place in between) and any(page.token(p).tag.endswith("FIN") for p in between):
        return False
    if len(between) > 25 or page.sentence(mark.first).paragraph > page.sentence(end).paragraph + 1:
        return False
    stops = [place for place in between if page.token(place).tag == "$." and page.form(place) != ":"]
    return not stops or (len(stops) == 1 and stops[0] == mark.first - 2)
