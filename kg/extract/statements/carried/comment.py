"""What an article adds in its own voice to what somebody said: "Damit wäre der Rekord gebrochen"."""

from __future__ import annotations

from kg.extract.statements.carried.amid import told_alike
from kg.extract.statements.carried.another import named_somebody
from kg.extract.statements.carried.reported import goes_on
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.clause_kinds import deep
from kg.model import Clause, ClauseKind, Mood, Sentence

__all__ = ["comments", "guessed"]

_PLANS = "wanting/"
_TYING = frozenset({"PDS", "PDAT", "PPER", "PAV", "PROAV"})


def comments(page: Page, sentence: Sentence, tops: list[Clause], current: Found) -> bool:
    """Whether the article tells what would be: behind a plan, as what follows, or behind a mere dass-clause."""
    mains = [clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None]
    main = _told_main(mains)
    if main is None or main.mood is not Mood.SUBJUNCTIVE_2 or deep(page, main) or goes_on(page, main):
        return False
    if current.rule.startswith(_PLANS) or _on_condition(page, main, mains) or _would_be(page, main):
        return True
    follows = page.form(main.first) in page.words("as a result")
    if follows and not told_alike(page, sentence):
        return True
    plural = page.form(main.finite or main.first).endswith("n")
    return not (plural or _tied(page, main) or _main_alike(page, sentence))


def _told_main(mains: list[Clause]) -> Clause | None:
    """The first main clause, but for a condition that begins with its verb: "Siegt er, müsste es reichen"."""
    condition = len(mains) > 1 and mains[0].finite == mains[0].first and mains[0].mood is Mood.INDICATIVE
    return next(iter(mains[condition:]), None)


def _on_condition(page: Page, main: Clause, mains: list[Clause]) -> bool:
    """As in "Wenn er siegt, müsste es reichen", "Siegt er, müsste …": what is told in report would read "siege"."""
    if mains[0] is not main:
        return page.form(mains[0].first) not in page.words("weak subjunctive")
    opening = next(iter(page.clauses_in(page.sentence(main.first))), main)
    opener = "" if opening.opener is None else page.form(opening.opener)
    return opening.first < main.first and opener in page.words("if") and opening.mood is Mood.INDICATIVE


def _would_be(page: Page, main: Clause) -> bool:
    """As in "Mit einem Sieg wären sie Meister", "Das Rad wäre damit günstiger": what follows, where report has a form
    of its own ("seien"); not "wären gekommen"."""
    done = any(page.token(place).tag in {"VVPP", "VAPP"} for place in main.verbs)
    if page.token(main.finite or main.first).lemma not in page.words("to be") or done:
        return False
    mine = page.has("first person", page.own(main))
    led = page.token(main.first).tag in {"APPR", "APPRART"}
    return not mine and (led or page.has("as a result", page.own(main)))


def _tied(page: Page, main: Clause) -> bool:
    """As in "Das wäre falsch", "Dann wäre …", "Wenn er käme, wäre …", "Ich wäre …": not "Die Zeit wäre reif"."""
    own = page.own(main)
    back = page.form(main.first) in page.words("then") or any(page.token(place).tag in _TYING for place in own)
    mine = page.has("first person", own)
    return back or mine or page.sentence(main.first).first != main.first


def _main_alike(page: Page, sentence: Sentence) -> bool:
    """Whether a main clause of the sentence before is itself told in the subjunctive."""
    before = page.text.sentences[sentence.number - 1]
    mains = (clause for clause in page.clauses_in(before) if clause.parent is None)
    return any(clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2} for clause in mains)


def guessed(page: Page, main: Clause) -> bool:
    """As in "Der Hof sollte eigentlich verkauft werden", "Der Arm sollte Teile greifen": what was meant to be, not what
    somebody demands."""
    if page.has("meant to be", page.own(main)):
        return True
    if main.passive or page.form(main.finite or main.first).endswith("n"):
        return False
    voice = subject(page, main)
    return voice is not None and not voice.pronoun and not named_somebody(page, voice)
