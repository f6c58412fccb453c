"""Words without what only frames them: "…, wie die Agentur mitteilte", "… und versprach:", "Wien –"."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.model import Clause, ClauseKind, Mood, Role, Stance

__all__ = ["behind_dateline", "trimmed"]

_DATELINE = 8
"""How many tokens a dateline has at most: "Wien/Berlin"."""
_TOWN = 2
"""How many words the name of a town has at most: "Bad Ischl"."""
_IN_DATELINE = frozenset({"/", ",", "(", ")"})
_LEAD = 3
"""How many sentences stand up to a dateline at most."""
_BYLINE = 12
"""How many tokens a writer's name and the day in brackets have at most."""
_HEADING = 9
"""How many tokens a heading has at most."""
_CLOSING = frozenset({"NN", "NE", "PIAT", "PIS", "VVPP", "VVINF", "VAINF", "PTKVZ", "ADJD", "ADV", "CARD", "PTKNEG"})
_DASHES = frozenset({"–", "-", "—"})


def trimmed(page: Page, found: Found) -> Found:
    """The statement without such a clause at the end of its words or a dateline before them."""
    first, last = page.text.place_of(found.content.start), page.text.place_of(found.content.end - 1) + 1
    begin, end = _behind_heading(page, behind_dateline(page, first, last), last), _before_next_cue(page, first, last)
    begin = _with_before(page, _behind_ground(page, begin, end), end)
    end = min(end, _before_byline(page, first, last))
    for clause in page.clauses_in(page.sentence(last - 1)):
        ends = first + 1 < clause.first < last and clause.last >= last - 1
        own = found.at in {clause.first, clause.finite}
        if first + 1 < clause.first < end and _remark(page, clause):
            end = clause.first - 1
        if ends and not own and (_as_told(page, clause) or _answered(page, clause) or _closing_cue(page, clause)):
            end = min(end, clause.first - 1)
        if begin == clause.first == page.sentence(begin).first and clause.last + 2 < end and _as_told(page, clause):
            begin = clause.last + 1
    end = _before_joint(page, begin, _before_so(page, begin, end))
    end += _bracket_open(page, begin, end)
    content = page.span(begin, end) if (begin, end) != (first, last) else None
    return found if content is None else found._replace(content=content)


def _remark(page: Page, clause: Clause) -> bool:
    """As in "… nicht warten könne – was ihm Ärger einbrachte": the article's own remark behind a dash."""
    led = page.form(clause.first - 1) in _DASHES and page.form(clause.first) in page.words("which")
    return led and clause.mood is Mood.INDICATIVE


def _before_byline(page: Page, first: int, last: int) -> int:
    """Where the words end before "(Otto Kranz, 3.5.2016)" behind their stop."""
    for place in range(last - 1, max(first + 1, last - _BYLINE), -1):
        if page.form(place) == "(" and page.form(place - 1) in {".", "!", "?"}:
            return place - 1
    return last


def behind_dateline(page: Page, first: int, last: int) -> int:
    """Where the words begin behind "Wien –", "Wien/Berlin –" or "Wien (apa) –" at the head of a sentence; `first` where
    none stands."""
    if first != page.sentence(first).first:
        return first
    for place in range(first + 1, min(first + _DATELINE, last - 1)):
        if page.form(place) in _DASHES:
            named = [page.token(p) for p in range(first, place)]
            places = any(token.tag == "NE" or "/" in token.form for token in named) or any(
                first <= m.first < place for m in page.mentions.places
            )
            places = places or (len(named) <= _TOWN and page.sentence(first).number < _LEAD)
            return place + 1 if places and page.token(place + 1).form[:1].isupper() else first
        form = page.token(place).form
        agency = page.form(place - 1) == "("
        if not (form[0].isupper() or form in _IN_DATELINE or agency):
            break
    return first


def _behind_ground(page: Page, first: int, last: int) -> int:
    """Where the words begin behind "Mit der Begründung," at the head of a sentence."""
    if page.form(first) not in page.words("with") or first != page.sentence(first).first:
        return first
    number = page.phrase_of[first]
    phrase = page.text.phrases[number] if number >= 0 else None
    named = phrase is not None and phrase.preposition == first and page.form(phrase.last) == ","
    if phrase is None or not named or of_noun(page, phrase.head) is None or phrase.last + 1 >= last:
        return first
    return phrase.last + 1 + (page.form(phrase.last + 1) in page.words("that"))


def _behind_heading(page: Page, first: int, last: int) -> int:
    """Where the words begin behind a heading that no stop parts from them: "Kein Geld Nach dem Treffen sagte …"."""
    head = page.token(first)
    led = head.tag in {"APPR", "APPRART"} or not head.form[0].isupper()
    if led or first != page.sentence(first).first:
        return first
    for place in range(first + 1, min(first + _HEADING, last - 2)):
        token, before = page.token(place), page.token(place - 1)
        if page.spoken[place] or not (token.form[0].isalpha() or token.form == ":"):
            return first
        opens = token.form[0].isupper() and page.form(place) in page.words("begins a sentence")
        if opens and before.tag in _CLOSING and not _of_a_name(page, place) and _acts_behind(page, place, last):
            return place
    return first


def _with_before(page: Page, first: int, last: int) -> int:
    """As in "Beide gewinnen. Und zwar immer, sagte X": where the sentence begins that words without a verb go on."""
    number = page.sentence(first).number
    joined = first == page.sentence(first).first and page.token(first).tag == "KON" and number > 0
    if not joined or page.form(last) != "," or page.spoken[first - 1]:
        return first
    before = page.text.sentences[number - 1]
    told = any(page.token(place).tag.endswith("FIN") for place in range(first, last - 1))
    return first if told or before.role is not Role.PROSE else before.first


def _of_a_name(page: Page, place: int) -> bool:
    """As in "die Zeitung Die Presse", "Ihr Haus": a name, or a polite pronoun."""
    titled = page.token(place - 1).lemma.lower().endswith(tuple(page.words("titled")))
    return titled or bool(page.named.get(place)) or page.form(place) in page.words("polite")


def _acts_behind(page: Page, place: int, last: int) -> bool:
    """Whether a main clause begins at a place: a finite verb follows before the next comma."""
    for other in range(place + 1, last):
        if page.form(other) == ",":
            return False
        if page.token(other).tag.endswith("FIN"):
            return True
    return False


def _before_next_cue(page: Page, first: int, last: int) -> int:
    """As in "sagte, das gehe, und versprach: …": the next act of the same speaker is not what is said."""
    if page.form(last) != ":" or last - 2 <= first or page.token(last - 1).tag != "VVFIN":
        return last
    cue = page.token(last - 1).lemma in page.verbs and page.token(last - 2).tag == "KON"
    return last - 2 if cue else last


def _answered(page: Page, clause: Clause) -> bool:
    """As in "…, was Moskau bestreitet", "…, was sie mit der Kälte begründete": what another, or the article, adds."""
    if (
        page.form(clause.first) not in page.words("which")
        or page.form(clause.first - 1) != ","
        or page.spoken[clause.first]
    ):
        return False
    if clause.mood is not Mood.SUBJUNCTIVE_1 and clause.lemma in page.words("comments"):
        return True
    return any(row.stance in {Stance.DENIES, Stance.CONFIRMS} for row in rows_of(page, clause))


def _closing_cue(page: Page, clause: Clause) -> bool:
    """As in "…, hieß es", behind words that a frame gives to somebody."""
    told = clause.lemma in page.words("be called") and clause.mood is Mood.INDICATIVE
    it = page.has("it", page.own(clause))
    return told and it and clause.finite == clause.first and page.form(clause.first - 1) == ","


def _before_so(page: Page, first: int, last: int) -> int:
    """Where the words end before ", so Kranz"."""
    for place in range(last - 2, max(first + 2, last - 4), -1):
        named = all(page.token(p).tag in {"NE", "NN"} for p in range(place + 1, last))
        if page.form(place) in page.words("so") and page.form(place - 1) == "," and named:
            return place - 1
    return last


def _before_joint(page: Page, first: int, last: int) -> int:
    """Where the words end before ", und:" or ", denn:"."""
    if page.form(last) != ":" or last - 2 <= first or page.token(last - 1).tag != "KON":
        return last
    return last - 1 - (page.form(last - 2) == ",")


def _bracket_open(page: Page, first: int, last: int) -> bool:
    """Whether a bracket that is open at the end of the words closes right behind them."""
    forms = [page.form(place) for place in range(first, last)]
    return page.form(last) == ")" and forms.count("(") > forms.count(")")


def _as_told(page: Page, clause: Clause) -> bool:
    if clause.kind is not ClauseKind.SUBORDINATE or clause.opener is None or page.spoken[clause.first]:
        return False
    if clause.mood is Mood.SUBJUNCTIVE_1:
        return False
    opens = clause.first == page.sentence(clause.first).first
    told = page.form(clause.opener) in page.words("as") and (opens or page.form(clause.opener - 1) == ",")
    alike = page.has("it", page.own(clause))  # "wie es der Plan vorsieht"
    rows = (row for row in rows_of(page, clause) if row.takes & {"clause", "quote"})
    if told and alike and clause.lemma in page.words("be called"):
        return True  # "wie es in dem Brief heißt"
    return told and any(not (alike and row.things) for row in rows)
