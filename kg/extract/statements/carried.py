"""Sentences that carry on what somebody said, without a cue: in the subjunctive, with reportative "sollen"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.statements.clause_kinds import deep, noted
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page, place_of
from kg.extract.statements.stance import turned
from kg.extract.statements.stray import alone, stray, told_by_another
from kg.lang import Language
from kg.lang.saying import Frame, FrameKind
from kg.model import ActorKind, Clause, ClauseKind, Mode, Mood, Role, Sentence, Span, Stance

__all__ = ["carried"]

_NOUN = 5
"""The rank of what a noun of saying holds."""
_BODIES = frozenset(set(ActorKind) - {ActorKind.PERSON, ActorKind.MEDIA_ORGANISATION})
_OPEN = frozenset({Stance.ASSERTS, Stance.EXPECTS})


def carried(page: Page, found: list[Found]) -> Iterator[Found]:
    """The sentences between the given statements that go on with the last of them, in the order of the text."""
    taken: dict[int, list[Found]] = {}
    behind: dict[int, Found] = {}
    for statement in found:
        place = page.sentence(place_of(page, statement.content.start))
        taken.setdefault(place.number, []).append(statement)
        behind[page.sentence(statement.at).number] = statement
    current: Found | None = None
    last: Found | None = None
    for sentence in page.text.sentences:
        last = current or last
        if sentence.role is not Role.PROSE:
            current = None if sentence.role is Role.HEADLINE else current
            continue
        here = taken.get(sentence.number)
        if here:
            told = _told_too(page, sentence, here, current)
            if told is not None:
                yield told
            extra = _rest(page, sentence, here)
            if extra is not None:
                yield extra
            current = _going_on(here)
            continue
        if current is None or behind.get(sentence.number) is not current:
            carry = _carry(page, sentence, current) or _foretold(page, sentence, taken.get(sentence.number + 1))
            carry = carry or stray(page, sentence, last, _carrying_frame(page, sentence)) or alone(page, sentence, last)
            current = None if carry is None else carry if current is None else current
            yield from filter(None, [carry])


def _going_on(here: list[Found]) -> Found:
    """Whose words of a sentence are carried on: not those of a relayed source, nor of whose demand somebody tells."""
    own = [one for one in here if not one.relays]
    return next((one for one in reversed(own) if one.rank != _NOUN), (own or here)[-1])


def _tops(page: Page, sentence: Sentence) -> list[Clause]:
    return [clause for clause in page.clauses_in(sentence) if clause.parent is None and not page.spoken[clause.first]]


def _carry(page: Page, sentence: Sentence, current: Found | None) -> Found | None:
    if page.form(sentence.last - 1) == "?":
        return None
    tops = _tops(page, sentence)
    demnach = _carrying_frame(page, sentence)
    if (
        current is not None
        and current.mode is not Mode.DIRECT
        and page.spoken[min(sentence.first + 1, sentence.last - 1)]
    ):
        return _quoted(page, sentence, current)
    if not tops or page.spoken[sentence.first + 1 if sentence.first + 1 < sentence.last else sentence.first]:
        return None
    if current is None or told_by_another(page, sentence):
        return None
    near = page.sentence(place_of(page, current.content.end - 1)).paragraph == sentence.paragraph
    if demnach is None and not _reports(page, tops, near=near and current.mode is not Mode.REPORTED):
        return None
    begin = sentence.first
    content = page.span(begin, sentence.last)
    if content is None or _in_person(page, tops, current):
        return None
    cue = None if demnach is None else page.token(demnach).span
    rule = "carried/subjunctive" if demnach is None else "frames/demnach"
    stance = _stance(page, current, content)
    if stance is Stance.ASSERTS and current.stance is Stance.EXPECTS and current.rule.startswith("frames/"):
        stance = Stance.EXPECTS
    return Found(begin, content, None, stance, Mode.INDIRECT, cue, rule, carried=True, rank=4)


def _in_person(page: Page, tops: list[Clause], current: Found) -> bool:
    """As in "Ich habe lange gezögert" behind what a body says: somebody else speaks of himself."""
    voice = current.voice
    if voice is None or page.token(voice.first).tag not in {"ART", "APPRART"}:
        return False
    mine = any(page.form(place) in page.words("I") for top in tops for place in page.own(top))
    return mine and any(actor.kind in _BODIES for actor in voice.actors)


def _quoted(page: Page, sentence: Sentence, current: Found) -> Found | None:
    """A sentence wholly in quotation marks behind a statement: the same speaker goes on."""
    for mark in page.speeches:
        whole = mark.first - 1 == sentence.first and mark.last >= sentence.last - 2
        near = page.sentence(place_of(page, current.content.end - 1)).paragraph == sentence.paragraph
        if whole and near:
            stance = turned(page, Stance.ASSERTS, "sagen", mark.inner)
            return Found(
                mark.first, mark.inner, None, stance, Mode.DIRECT, None, "carried/quoted", carried=True, rank=4
            )
    return None


def _foretold(page: Page, sentence: Sentence, following: list[Found] | None) -> Found | None:
    """A sentence of report before the one that names the source at its end."""
    if not following or following[0].voice is None or following[0].at < place_of(page, following[0].content.end - 1):
        return None
    if following[0].stance is Stance.DECLINES or told_by_another(page, sentence):
        return None
    tops = _tops(page, sentence)
    deep = any(clause.mood is Mood.SUBJUNCTIVE_1 for top in tops for clause in page.around(top))
    same = page.sentence(following[0].at).paragraph == sentence.paragraph
    content = page.span(sentence.first, sentence.last)
    if not tops or not deep or not same or content is None or not _reports(page, tops):
        return None
    return following[0]._replace(
        at=sentence.first, content=content, cue=None, rule="carried/before", rank=4, carried=True
    )


def _stance(page: Page, current: Found, content: Span) -> Stance:
    """A denial goes on as a denial, a plan as a plan; everything else is what its own words make it."""
    first, last = place_of(page, content.start), place_of(page, content.end - 1)
    refuses = any(page.form(place) in page.words("negation") for place in range(first, last + 1))
    if current.stance is Stance.DENIES and refuses:
        return Stance.DENIES
    stance = turned(page, Stance.ASSERTS, "sagen", content)
    planned = any(page.form(place) in page.words("is planned") for place in range(first, last + 1))
    return Stance.ANNOUNCES if current.stance is Stance.ANNOUNCES and planned and stance in _OPEN else stance


def _carrying_frame(page: Page, sentence: Sentence) -> int | None:
    words = _carrying(page.language)
    last = min(sentence.last, sentence.first + 12)
    if words.isdisjoint(page.forms[sentence.first : last]):
        return None
    for place in range(sentence.first, last):
        if page.form(place) in words and page.token(place).tag == "ADV" and not page.spoken[place]:
            return place if page.form(place) != "danach" else None
    return None


@cache
def _carrying(language: Language) -> frozenset[str]:
    rows = language.table(Frame).values()
    return frozenset(word for row in rows if row.kind is FrameKind.CARRIED for word in row.words)


def _reports(page: Page, tops: list[Clause], *, near: bool = True) -> bool:
    """Whether the sentence is told as somebody's words: its first main clause is in the subjunctive of report."""
    mains = [clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None]
    first = mains[0] if mains else None
    if len(mains) > 1 and mains[0].finite == mains[0].first:
        mains = mains[1:]
    main = mains[0] if mains else None
    if main is None or main.finite is None:
        return False
    form = page.form(main.finite)
    if main.mood is Mood.SUBJUNCTIVE_1:
        begins = main.finite == main.first == page.sentence(main.first).first
        return not (form in page.words("imperative subjunctive") and (begins or noted(page, main)))
    if form in page.words("is said"):
        return near and _links(page, main)
    if main.mood is Mood.INDICATIVE and page.token(main.finite).tag == "VVFIN":
        return near and deep(page, main) and main.lemma not in page.verbs and _past(page, main)
    if main.mood is Mood.SUBJUNCTIVE_2:
        if main is not first and not near:
            return False
        return form not in page.words("weak subjunctive") or deep(page, main)
    return False


def _past(page: Page, main: Clause) -> bool:
    """Whether its verb has a form that past and subjunctive share: "pflegten"."""
    return main.finite is not None and page.form(main.finite).endswith(tuple(page.words("past endings")))


def _links(page: Page, main: Clause) -> bool:
    """As in "soll" of report: a perfect infinitive, or words that tie the sentence to the one before."""
    tags = [page.token(place).tag for place in main.verbs]
    lead = page.token(main.first)
    tied = lead.tag in {"PDS", "PDAT", "PPER"} or any(
        page.form(place) in page.words("adding") for place in page.own(main)
    )
    last = page.token(main.verbs[-1])
    perfect = tags[-1] == "VAINF" and last.form != main.lemma and last.lemma not in page.words("become")
    return ("VVPP" in tags and perfect) or tied


def _told_too(page: Page, sentence: Sentence, here: list[Found], current: Found | None) -> Found | None:
    """As in "…, was X bestreitet": the sentence that X denies is itself told on the word of the speaker before."""
    if current is None or not all(
        one.mode is Mode.REPORTED and one.at > place_of(page, one.content.end - 1) for one in here
    ):
        return None
    tops = _tops(page, sentence)
    if not tops or not _reports(page, tops[:1]):
        return None
    return here[0]._replace(
        at=sentence.first,
        voice=None,
        stance=_stance(page, current, here[0].content),
        mode=Mode.INDIRECT,
        cue=None,
        rule="carried/subjunctive",
        carried=True,
    )


def _rest(page: Page, sentence: Sentence, here: list[Found]) -> Found | None:
    """A main clause of an attributed sentence that no statement of it covers and that is told in the same way."""
    last = here[-1]
    for clause in _tops(page, sentence):
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or last.rank == 6:
            continue
        token = page.token(clause.finite)
        covered = any(f.content.start <= token.start < f.content.end for f in here)
        behind = all(token.start > f.content.end for f in here) and clause.first > max(f.at for f in here)
        if covered or not behind or page.token(clause.first).tag == "KON" or not _reports(page, [clause]):
            continue
        content = page.span(clause.first, clause.last)
        if content is not None:
            return Found(
                clause.first,
                content,
                None,
                _stance(page, last, content),
                Mode.INDIRECT,
                None,
                "carried/clause",
                carried=True,
                rank=4,
            )
    return None
