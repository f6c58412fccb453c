"""Whole clauses that name a source: "wie X mitteilte", "hieß es aus X", "heißt es in einem Bericht"."""

from __future__ import annotations

from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.documents import published_by
from kg.extract.statements.speakers.origins import behind
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.voices import source, voice_of
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE
from kg.extract.statements.words.content import around_cue, longer, sentence_end
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Mode, Mood, Phrase, Span, Stance

_TOLD = frozenset({"clause", "quote", "source"})
"""The complements of which a verb takes one, for "wie" before it to name a source."""
_MEASURED = frozenset({"ADJD", "ADJA", "ADV", "PIAT", "PIS"})
"""Tags behind "so" of what is told how much of."""
_WALLS = frozenset({":", "–", "—", ";"})
"""Marks behind which something new is told."""
_WISHES = frozenset({Stance.DEMANDS, Stance.EXPECTS, Stance.ANNOUNCES})

__all__ = ["as_said", "called", "is_told", "told_in"]


def as_said(page: Page, clause: Clause) -> Found | None:
    """As in "Wie X berichtete, …" and "…, wie X mitteilte"."""
    if (
        clause.kind is not ClauseKind.SUBORDINATE
        or clause.opener is None
        or (clause.parent is not None and _governed(page, clause))
    ):
        return None
    if page.form(clause.opener) not in page.words("as") or clause.lemma in page.words("giving a name"):
        return None
    rows = [row for row in rows_of(page, clause) if row.takes & _TOLD]
    voice = (_learnt_from(page, clause, rows[0]) if rows else None) or speaker_of(page, clause)
    if not rows or voice is None or _learns(page, clause, rows[0]) or _compares(page, clause, rows[0], voice):
        return None
    if _belied(page, clause):
        return None
    if is_told(page, clause, rows[0]):
        return None  # "wie gut Leute informiert sind"
    sentence = page.sentence(clause.first)
    front = page.span(sentence.first, clause.first) if clause.first > sentence.first + 1 else None
    ends = front is not None and page.form(clause.last) == ";"
    behind_it = page.span(clause.last, sentence_end(page, clause.first))
    content = front if ends else behind_it if _first_field(page, clause) else longer(front, behind_it)
    if front is not None and page.unfinished(clause.first - 2) and page.form((clause.finite or 0) + 1) == ",":
        content = page.span(sentence.first, sentence_end(page, clause.first))  # "Er ist, wie X schreibt, in Not"
    if content is None or (front is not None and clause.mood is Mood.SUBJUNCTIVE_1):
        return None  # "…, wie Kranz behaupte, …": another tells of it
    stance = turned(page, rows[0].stance, rows[0].infinitives[0], content)
    return Found(
        clause.finite or clause.first,
        content,
        voice,
        stance,
        Mode.INDIRECT,
        cue_span(page, clause),
        rows[0].rule,
        rank=2,
    )


def _first_field(page: Page, clause: Clause) -> bool:
    """As in "Der Rat stritt lange: Wie X berichtet, fehlt Geld": the clause opens what is told behind it."""
    fills = page.form(clause.first - 1) in _WALLS and page.form(clause.last) == ","
    return fills and any(o.first == clause.last + 1 and o.finite == o.first for o in page.around(clause))


def is_told(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """Whether somebody is told something: "sind über die Regeln informiert", "sollte gewarnt sein"; not "sind
    übereingekommen"."""
    if clause.finite is None or clause.passive or row.needs or clause.lemma.endswith(tuple(page.words("moving"))):
        return False
    told = [place for place in clause.verbs if page.token(place).tag in {"VVPP", "VAPP"}]
    own = len(told) == 1 and page.token(told[0]).lemma == clause.lemma
    last = clause.finite if page.token(clause.finite).tag != "VMFIN" else clause.verbs[-1]
    return own and page.token(last).lemma in page.words("to be")


def _learnt_from(page: Page, clause: Clause, row: SayingVerb) -> Voice | None:
    """As in "wie die Zeitung von einem Sprecher erfuhr", "aus dem Ministerium erfahren hat": who told it."""
    phrases = page.phrases_in(clause) if "source" in row.takes and not clause.passive else ()
    told = (p.preposition for p in phrases if p.preposition is not None)
    place = next((place for place in told if page.form(place) in page.words("learnt from")), None)
    return None if place is None else source(page, place + 1, limit=clause.last)


def _learns(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "wie er erfahren musste": what happens to somebody, and makes him no source."""
    return "source" in row.takes and clause.finite is not None and page.token(clause.finite).tag == "VMFIN"


def _compares(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> bool:
    """As in "ein Stil, wie er von Fans erwartet wird", "eine Grenze, wie sie X fordert": a noun has a thing's quality,
    and the sentence is the article's own."""
    stated = page.form(clause.verbs[0] - 1) in page.words("that object") if clause.verbs else False
    behind = (clause.opener or 0) + 1
    it = page.form(behind) in page.words("that object") and voice.first != behind
    pointed = it or (page.form(behind) in page.words("pointed at") and (clause.passive or voice.first != behind))
    if clause.passive:
        return pointed and not it
    return (pointed or stated) and (row.things or row.stance in _WISHES)


def _belied(page: Page, clause: Clause) -> bool:
    """As in "Die Lage ist nicht so klar, wie X behauptet": the article's own sentence, against what X says."""
    front = range(page.sentence(clause.first).first, clause.first - 1)
    measure = next((place for place in reversed(front) if page.form(place) in page.words("so")), None)
    if measure is None or page.token(measure + 1).tag not in _MEASURED:
        return False
    main = page.clause_of[measure]
    return page.has("not as much", (place for place in front if place < measure and page.clause_of[place] == main))


def _governed(page: Page, clause: Clause) -> bool:
    """Whether a verb of saying takes the clause as its question: "sagte, wie X …"."""
    if clause.parent is None:
        return False
    parent = page.text.clauses[clause.parent]
    if parent.kind is ClauseKind.INFINITIVE or clause.mood not in SUBJUNCTIVE:
        return False
    return any("clause" in row.takes for row in rows_of(page, parent)) and clause.first > (parent.finite or 0)


def called(page: Page, clause: Clause) -> Found | None:
    """As in "hieß es aus X", "heißt es in einem Bericht der Y": the words are before or behind."""
    if clause.lemma not in page.words("be called") or not _impersonal(page, clause) or _bids(page, clause):
        return None
    voice = told_in(page, clause)
    content = _called_words(page, clause)
    if content is None:
        return None
    first = clause.finite or clause.first
    es = next((place for place in page.own(clause) if page.form(place) in page.words("it")), first)
    cue = page.text.span(min(first, es), max(first, es) + 1) if abs(first - es) == 1 else page.token(first).span
    stance = turned(page, Stance.ASSERTS, "sagen", content)
    return Found(first, content, voice, stance, Mode.INDIRECT, cue, "speech/called", rank=2)


def _bids(page: Page, clause: Clause) -> bool:
    """As in "Nun heißt es warten": what is to be done."""
    finite = clause.finite is not None and page.token(clause.finite).tag == "VVFIN"
    return finite and any(page.token(place).tag == "VVINF" for place in clause.verbs)


def _impersonal(page: Page, clause: Clause) -> bool:
    """As in "heißt es", "darin steht", "steht in dem Bericht"."""
    if clause.lemma not in page.words("being written"):
        return page.has("it", page.own(clause))
    denied = page.has("negation", page.own(clause))
    if clause.kind is not ClauseKind.MAIN or clause.mood in SUBJUNCTIVE or denied:
        return False
    inside = page.words("inside a text")
    texts = (p for p in page.phrases_in(clause) if p.preposition is not None and page.form(p.preposition) in inside)
    pointed = page.has("in it", page.own(clause))
    rows = (of_noun(page, phrase.head) for phrase in texts)
    return pointed or any(row is not None and row.stance is Stance.ASSERTS for row in rows)  # not "in der Kritik"


def told_in(page: Page, clause: Clause, about: Phrase | None = None) -> Voice | None:
    """Where it is said: "aus X", "in einem Bericht der Y", "seitens X"; not "auf Anfrage", nor what it is `about`."""
    for phrase in sorted(page.phrases_in(clause), key=lambda phrase: not _out_of(page, phrase)):
        if phrase is about:
            continue
        ends = (*page.words("inquiry"), *page.words("languages"))  # "auf Anfrage", "auf Elsässisch"
        asked = page.token(phrase.head).lemma.lower().endswith(ends)
        asked = asked or page.dated(phrase.head) or page.form(phrase.head) in page.words("months")
        if phrase.preposition is None or page.form(phrase.preposition) not in page.words("places of words") or asked:
            continue
        if page.token(phrase.head).tag == "PRELS":
            return voice_of(page, phrase, clause)
        origin = behind(page, phrase.preposition + 1, needs_noun=False)
        named = None if origin is None or origin.voice is None else _whole(page, phrase, origin.voice)
        return named or published_by(page, phrase)
    return None


def _out_of(page: Page, phrase: Phrase) -> bool:
    """As in "hieß es in Riga aus dem Rat": out of which body words come, not where."""
    out = phrase.preposition is not None and page.form(phrase.preposition) in page.words("told out of")
    return out and (bool(page.named.get(phrase.head)) or speaks(page, phrase.head))


def _whole(page: Page, phrase: Phrase, voice: Voice) -> Voice:
    """As in "in einem Bericht der Zeitung": the words name the text with whose it is."""
    first = phrase.first if phrase.preposition is None else phrase.preposition + 1
    text = page.token(first).tag == "ART" and of_noun(page, phrase.head) is not None
    return voice._replace(span=page.text.span(first, voice.last)) if text and voice.first > phrase.head else voice


def _called_words(page: Page, clause: Clause) -> Span | None:
    sentence = page.sentence(clause.first)
    own = page.own(clause)
    lead = bool(own) and page.form(own[0]) in page.words("so")  # ", so heißt es in Oslo,"
    if own[lead : lead + 1] == (clause.finite,) and clause.first > sentence.first + 1:
        if any(page.spoken[place] for place in range(sentence.first, clause.first)):
            return None
        front = page.span(sentence.first, clause.first)
        broken = page.unfinished(clause.first - 2)  # "Man könne, so heißt es in Oslo, nicht warten"
        comma = next((p for p in range(clause.first, clause.last + 1) if page.form(p) == ","), clause.last)
        inserted = page.form(comma) == "," and (broken or (clause.parent is not None and comma == clause.last))
        behind_it = page.span(comma + 1, sentence_end(page, clause.first)) if inserted else None
        if broken and front is not None and behind_it is not None:
            return Span(front.start, behind_it.end)
        return around_cue(front, behind_it)
    children = [
        other
        for other in page.children(clause)
        if other.kind is ClauseKind.SUBORDINATE and other.first > (clause.finite or 0)
    ]
    if children:
        opener = children[0].opener
        return page.span(children[0].first if opener is None else opener + 1, children[0].last)
    if page.form(clause.last) in {",", ":"} and not page.spoken[min(clause.last + 2, len(page.spoken) - 1)]:
        return page.span(clause.last + 1, sentence_end(page, clause.first))
    return None
