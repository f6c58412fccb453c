"""Fixed frames that name a source: "laut X", "nach Angaben von X", "X zufolge", ", so X"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.statements.acts.sought import sought
from kg.extract.statements.acts.spoken_of import spoken_of
from kg.extract.statements.acts.told import as_said, called
from kg.extract.statements.acts.written import by_us, written
from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.origins import Origin, before, behind
from kg.extract.statements.speakers.somebody import speaks, titled
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.voices import behind_so
from kg.extract.statements.words.around import around
from kg.extract.statements.words.content import scant, sentence_end
from kg.extract.statements.words.met import Met, whole
from kg.lang import Language
from kg.lang.saying import Frame, FrameKind
from kg.model import Clause, ClauseKind, Mode, Span, Stance

__all__ = ["sources"]

_HOLDING = frozenset({"ART", "APPRART", "PPOSAT", "PDAT", "PDS", "PRELS"})
"""Tags of what opens a noun phrase, before they are all settled."""


def sources(page: Page) -> Iterator[Found]:
    """Every statement that a fixed frame attributes, outside of quoted speech."""
    begins = _frames(page.language)
    for place, form in enumerate(page.forms):
        if form not in begins or page.spoken[place] or not page.prose(place):
            continue
        frame = _frame(page, place)
        if frame is not None and not frame.row.relay:
            found = _framed(page, frame)
            if found is not None:
                yield found
    for clause in page.text.clauses:
        if clause.finite is None or page.spoken[clause.finite] or not page.prose(clause.first):
            continue
        says = clause.number in page.saying
        found = (as_said(page, clause) if says else None) or called(page, clause) or spoken_of(page, clause)
        found = found or ((written(page, clause) or by_us(page, clause)) if says else None)
        if found is not None:
            yield found


def _frame(page: Page, place: int) -> Met | None:
    for parts, row in _frames(page.language).get(page.form(place), ()):
        if all(page.form(place + offset) == part for offset, part in enumerate(parts)):
            frame = _met(page, place, place + len(parts), row)
            if frame is not None:
                return frame
    return None


@cache
def _frames(language: Language) -> dict[str, list[tuple[list[str], Frame]]]:
    """The words of the frames by their first one, in the order of the table."""
    found: dict[str, list[tuple[list[str], Frame]]] = {}
    for row in language.table(Frame).values():
        for parts in (words.lower().split() for words in row.words):
            found.setdefault(parts[0], []).append((parts, row))
    return found


def _met(page: Page, place: int, end: int, row: Frame) -> Met | None:
    if row.kind is FrameKind.CARRIED:
        return None
    if row.kind is FrameKind.BEFORE and end < len(page.text.tokens) and page.token(end).tag in {"APPR", "APPRART"}:
        return None
    if row.kind is FrameKind.BEHIND:
        origin = before(page, place)
        if row.nouns and (origin is None or origin.noun is None or origin.voice is None or not origin.voice.pronoun):
            origin = None
    elif row.kind is FrameKind.INSERTED:
        origin = _inserted(page, place)
    else:
        if page.token(place).tag not in {"APPR", "APPRART"}:
            return None
        origin = None if row.nouns and sought(page, place) else behind(page, end, needs_noun=row.nouns)
    if origin is None or (row.only and not _only(page, origin, row)) or not _speaking(page, origin):
        return None
    first = origin.first if row.kind is FrameKind.BEHIND else place
    last = max(end, origin.last)
    last += any(mark.last == last and mark.first > first for mark in page.text.quotations)
    return Met(first, last, origin, row)


def _speaking(page: Page, origin: Origin) -> bool:
    """Whether the source is a noun of saying, is named, or is somebody who can say something: not "laut Vertrag"."""
    if origin.noun is not None or origin.voice is None or origin.voice.pronoun:
        return True
    places = range(origin.voice.first, origin.voice.last)
    bare = len(places) == 1 and page.token(places[0]).tag == "NE"
    return bare or any(page.named.get(p) or speaks(page, p) or titled(page, p) for p in places)


def _only(page: Page, origin: Origin, row: Frame) -> bool:
    return any(page.token(place).lemma in row.only for place in range(origin.first, origin.last))


def _inserted(page: Page, place: int) -> Origin | None:
    """As in ", so Austin," or ", so Austin am Montag.": a comma before, a name behind, no verb of its own."""
    if page.form(place - 1) not in {",", "–", "(", "“", "«", '"'}:
        return None
    clause = page.text.clauses[page.clause_of[place]] if page.clause_of[place] >= 0 else None
    cut = {ClauseKind.FRAGMENT, ClauseKind.INFINITIVE}  # "Ziel sei es, so X, es zu tun" has a comma of its own
    if clause is not None and clause.kind not in cut and clause.first == place:
        return None
    if page.token(place + 1).tag in {"ART", "PDS"} and page.token(place + 2).tag in {"APPR", "APPRART"}:
        return None  # ", so die im Rat geäußerte Kritik"
    noun = behind(page, place + 1, needs_noun=True)
    told = noun is not None and noun.noun is not None and noun.voice is not None and noun.voice.last > noun.last - 1
    voice = noun.voice if told and noun is not None else behind_so(page, place)
    if voice is None:
        return None
    end = voice.last
    while page.form(end) not in {",", ")", "–", ":"} and end < sentence_end(page, place):
        if page.token(end).tag.endswith("FIN"):
            return None
        end += 1
    return Origin(place + 1, end, voice, None, own=False)


def _framed(page: Page, frame: Met) -> Found | None:
    clause = page.text.clauses[page.clause_of[frame.first]] if page.clause_of[frame.first] >= 0 else None
    if clause is None:
        return None
    outer = _outer(page, clause)
    if outer.finite is not None and frame.row.kind is not FrameKind.INSERTED and _is_cue(page, outer, frame):
        return None
    if frame.origin.voice is not None and frame.origin.voice.pronoun and _told_behind(page, clause):
        return None
    frame = whole(page, frame)
    content = None if _in_attribute(page, frame, clause) else around(page, frame, clause)
    if content is None or scant(page, content):
        return None
    stance = frame.origin.noun.stance if frame.origin.noun is not None else frame.row.stance
    if stance not in {Stance.ASSERTS, Stance.EXPECTS, Stance.CONFIRMS}:
        return None
    stance = Stance.ASSERTS if stance is Stance.CONFIRMS else stance
    stance = turned(page, stance, "sagen", content)
    voice, back = frame.origin.voice, frame.origin.back
    cue = _cue(page, frame)
    return Found(frame.first, content, voice, stance, Mode.INDIRECT, cue, frame.row.rule, carried=back, rank=2)


def _cue(page: Page, frame: Met) -> Span | None:
    """The word that frames, with its noun of saying: "Laut Einschätzung"; "Laut" alone where words stand between."""
    if frame.row.kind is FrameKind.BEHIND:
        return page.token(frame.last - 1).span
    end = frame.origin.cue_end if frame.origin.cue_end is not None else frame.first + 1
    noun = frame.origin.noun
    plain = end == frame.first + 2 and noun is not None and page.token(end - 1).lemma in noun.nouns
    alone = page.form(frame.first) in page.words("according to") and not plain
    return page.text.span(frame.first, frame.first + 1 if alone else end)


def _in_attribute(page: Page, frame: Met, clause: Clause) -> bool:
    """As in "der nach eigenen Angaben größte Händler", "Aus Sicht der Bauern gut ist der Regen": the frame belongs to a
    word alone."""
    if frame.row.kind is not FrameKind.BEFORE or clause.kind is ClauseKind.RELATIVE:
        return False
    if frame.row.only and page.token(frame.last).tag == "ADJD" and page.token(frame.last + 1).tag.endswith("FIN"):
        return True
    held = page.token(frame.first - 1).tag in _HOLDING and frame.first > page.sentence(frame.first).first
    return held and page.token(frame.last).tag == "ADJA"


def _outer(page: Page, clause: Clause) -> Clause:
    """The clause whose end an apposition cuts off: "sagte der Chef, X, am Montag laut Y"."""
    while clause.kind is ClauseKind.FRAGMENT and clause.parent is not None:
        parent = page.text.clauses[clause.parent]
        if parent.last != clause.last:
            break
        clause = parent
    return clause


def _told_behind(page: Page, clause: Clause) -> bool:
    """Whether ", sagte X" closes the sentence: X says it, and whose opinion it is stands in the words."""
    return any(
        other.first >= clause.last and other.finite == other.first and rows_of(page, other)
        for other in page.around(clause)
    )


def _is_cue(page: Page, clause: Clause, frame: Met) -> bool:
    """Whether the clause tells an act of saying with a speaker of its own: the frame is then its medium. In "Der Brand
    forderte nach Angaben der Polizei drei Tote" only the source can speak."""
    if not any("quote" in row.takes and not row.weak and not row.things for row in rows_of(page, clause)):
        return False
    voice = speaker_of(page, clause)
    places = range(voice.first, voice.last) if voice is not None else range(0)
    if voice is None or frame.first <= voice.first < frame.last:
        return False
    return voice.pronoun or any(page.named.get(p) or speaks(page, p) for p in places)
