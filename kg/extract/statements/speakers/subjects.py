"""The subject of a clause: which noun phrase acts, by case, number, place and by whether it can speak."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.statements.common.once import once
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.attached import belongs_to_another
from kg.extract.statements.speakers.lists import names_joined, pair_told, people_listed
from kg.extract.statements.speakers.numbered import can_speak, coordinated, one_land, one_person
from kg.extract.statements.speakers.relatives import told_to_her
from kg.extract.statements.speakers.rows import whole_row, with_others
from kg.extract.statements.speakers.somebody import NAMING, name_begins, names_thing, title_led, weak_dative
from kg.extract.statements.speakers.voices import plural_verb, voice_of
from kg.model import ActorKind, Clause, ClauseKind, MentionForm, Phrase

__all__ = ["subject"]


@once
def subject(page: Page, clause: Clause) -> Voice | None:
    """The subject of a clause: the first phrase that can be nominative and agrees with the verb."""
    if clause.finite is None or _whoever(page, clause):
        return None
    pair = pair_told(page, clause) or _led_on(page, clause)
    if pair is not None:
        return pair
    plural = plural_verb(page, clause.finite)
    phrases = page.phrases_in(clause)
    if any(_no_one(page, clause, phrase) for phrase in phrases):
        return None
    candidates = [phrase for phrase in phrases if _can_be_subject(page, clause, phrase)]
    sure = [phrase for phrase in candidates if phrase.cases == {"nom"} and page.token(phrase.head).tag == "PPER"]
    if sure:
        return voice_of(page, sure[0], clause)
    front = [phrase for phrase in candidates if phrase.last <= clause.finite]
    behind = [phrase for phrase in candidates if phrase.first > clause.finite]
    fitting = [phrase for phrase in _in_order(page, clause, front, behind) if _agrees(page, phrase, plural=plural)]
    paired = names_joined(page, clause.first, clause.finite) or _pair_ahead(page, clause, front)
    if plural is False and behind and paired:
        fitting = [phrase for phrase in fitting if phrase in behind]
    row = people_listed(page, clause) if plural else None
    if row is not None and all(row.first <= phrase.first for phrase in fitting):
        return row
    found = _first_voice(page, clause, fitting, plural=plural) if fitting else _only_one(page, clause, candidates)
    if found is None:
        return None
    return whole_row(page, clause, found) if plural else with_others(page, found)


def _in_order(page: Page, clause: Clause, front: list[Phrase], behind: list[Phrase]) -> list[Phrase]:
    """Those before and behind the verb, who most likely is the subject first: nobody who may belong to another, then
    who can speak, unless the verb asks for no speaker."""
    ordered = [*front, *behind] if clause.opener is not None or _opens(page, clause, front) else [*behind, *front]
    asks = clause.passive or clause.lemma in page.words("asking of people")

    def rank(phrase: Phrase) -> tuple[bool, bool]:
        return _may_belong(page, phrase), not (asks or can_speak(page, phrase) or _is_side(page, phrase))

    return sorted(ordered, key=rank)


def _pair_ahead(page: Page, clause: Clause, front: Sequence[Phrase]) -> bool:
    """As in "Preis und Termin hat Holm verraten": two things joined before a verb of one."""
    pair = len(front) > 1 and front[-1].last == clause.finite and front[-2].last + 1 == front[-1].first
    return pair and page.token(front[-2].last).tag == "KON" and not can_speak(page, front[-1])


def _whoever(page: Page, clause: Clause) -> bool:
    """As in "Wer Kranz kennt, weiß das": somebody unnamed."""
    return clause.opener is not None and page.form(clause.opener) in page.words("whoever")


def _led_on(page: Page, clause: Clause) -> Voice | None:
    """As in "Kranz, der den Plan lobte und Präsident Holm bat, …": who the relative pronoun of the first verb is."""
    if clause.kind is not ClauseKind.RELATIVE or clause.opener is None or clause.opener >= clause.first:
        return None
    alike = (other for other in page.around(clause) if other.opener == clause.opener and other.first <= clause.opener)
    first = next(alike, None)
    told = None if first is None else subject(page, first)
    return told if told is not None and told.first <= clause.opener else None


def _no_one(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "man", "niemand"; not "„Niemand“, sagte Kranz, „wird kommen“"."""
    unnamed = phrase.preposition is None and page.form(phrase.head) in page.words("no one")
    return unnamed and not _quoted(page, clause, phrase)


def _first_voice(page: Page, clause: Clause, fitting: Sequence[Phrase], *, plural: bool | None) -> Voice | None:
    """The voice of the first phrase that may speak; none where a thing or nobody comes before it."""
    for phrase in fitting:
        if plural and one_land(page, phrase, fitting):
            continue
        voice = None if page.form(phrase.first) in page.words("none of them") else voice_of(page, phrase, clause)
        if plural and voice is not None and one_person(page, clause, voice):
            continue
        if voice is not None or _nobody(page, phrase):
            return voice
    return None


def _only_one(page: Page, clause: Clause, candidates: Sequence[Phrase]) -> Voice | None:
    """The voice of the only phrase that can be the subject of a clause that its verb opens."""
    alone = len(candidates) == 1 and clause.finite == clause.first
    return voice_of(page, candidates[0], clause) if alone and can_speak(page, candidates[0]) else None


def _nobody(page: Page, phrase: Phrase) -> bool:
    """Whether a subject is a thing or none of those it names: "kein Sprecher"."""
    return names_thing(page, phrase) or page.form(phrase.first) in page.words("none of them")


def _is_side(page: Page, phrase: Phrase) -> bool:
    """As in "Der Westen beschuldigt Riga": a side of the world with its article in the nominative."""
    article = page.form(phrase.first) in page.words("his article")
    return article and page.form(phrase.head) in page.words("sides") and phrase.preposition is None


def _may_belong(page: Page, phrase: Phrase) -> bool:
    """As in "sagte Kranz den Zeitungen der Gruppe": "der" right behind whom it is said to is rather a genitive."""
    number = page.phrase_of[phrase.first - 1] if phrase.first else -1
    if page.form(phrase.first) != "der" or "gen" not in phrase.cases or number < 0:
        return False
    before = page.text.phrases[number]
    return before.preposition is None and "nom" not in before.cases and before.last == phrase.first


def _opens(page: Page, clause: Clause, front: list[Phrase]) -> bool:
    """Whether the field before the verb is the subject: a bare noun phrase, not one behind a preposition."""
    if not front:
        return False
    own = page.own(clause)
    lead = next((place for place in own if page.token(place).tag not in {"KON", "$,", "$("}), own[0])
    return front[0].first <= lead + 2


def _can_be_subject(page: Page, clause: Clause, phrase: Phrase) -> bool:
    if (phrase.preposition is not None or "nom" not in phrase.cases) and not name_begins(page, phrase):
        return False
    before = page.form(phrase.first - 1)
    if before == "(" and clause.first < phrase.first - 1:
        return False  # "Otto Kranz (SPD)"
    compared = before in page.words("as being") or before in page.words("as")
    if compared and phrase.first - 1 != clause.opener:
        return False
    oblique = page.form(phrase.first) in page.words("addressed") and (
        _feminine(page, phrase) or _shared_out(page, phrase)
    )
    if oblique or page.form(phrase.last) in page.words("behind a source"):
        return False
    head = page.token(phrase.head)
    if head.form.lower() in page.words("nobody") or head.tag == "PRF" or weak_dative(page, phrase):
        return False
    if head.form.lower() in page.words("feminine names") and page.form(phrase.first) in page.words("addressed"):
        return False
    dated = page.dated(phrase.head)
    dated = dated or (phrase.head > phrase.first and page.form(phrase.first) in page.words("parts of time"))
    attached = belongs_to_another(page, clause, phrase) or title_led(page, phrase) or told_to_her(page, clause, phrase)
    return not dated and not attached and not _quoted(page, clause, phrase)


def _quoted(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "„Holm“, sagte Kranz, „hat recht“": words in quotation marks and a comma before the verb are said."""
    finite = clause.finite or clause.first
    parted = phrase.last + 1 == finite - 1 and page.form(finite - 1) == ","
    return parted and any(mark.last == phrase.last for mark in page.text.quotations)


def _shared_out(page: Page, phrase: Phrase) -> bool:
    """As in "73 Prozent der Polen": not all of them."""
    return phrase.first > 0 and page.form(phrase.first - 1) in page.words("shares")


def _feminine(page: Page, phrase: Phrase) -> bool:
    """As in "der Ministerin Holm": a woman's title behind "der" stands in the dative or genitive."""
    titled = any(
        page.token(p).tag == "NN" and page.form(p).endswith("in") for p in range(phrase.first + 1, phrase.last)
    )
    return titled and any(m.actor.gender == "f" or m.gender == "f" for m in page.named.get(phrase.head, ()))


def _agrees(page: Page, phrase: Phrase, *, plural: bool | None) -> bool:
    if plural is None or page.token(phrase.head).tag in {"PPER", "PDS", "NE"}:
        return True
    if any(m.form is MentionForm.NAME and m.actor.kind is ActorKind.PERSON for m in page.named.get(phrase.head, ())):
        return not plural or coordinated(page, phrase)
    if phrase.plural is None:
        der = page.form(phrase.first) in page.words("his article") and phrase.head > phrase.first
        return (not der or coordinated(page, phrase)) if plural else not _several(page, phrase)
    bare = page.token(phrase.first).tag not in {"ART", "PDAT", "PPOSAT", "PIAT"}
    if phrase.plural and not plural and bare and _only_described(page, phrase):
        return False  # "Medienberichte wies Holm zurück"
    if any(
        m.form in NAMING and ((m.plural and plural) or bare or page.token(phrase.head).form.isupper())
        for m in page.named.get(phrase.head, ())
    ):
        return True
    return phrase.plural == plural or coordinated(page, phrase)


def _only_described(page: Page, phrase: Phrase) -> bool:
    named = page.named.get(phrase.head, ())
    return bool(named) and all(mention.form is MentionForm.DESCRIPTION and mention.plural for mention in named)


def _several(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase that does not tell its number describes several: "die Helfer"."""
    described = [m.plural for m in page.named.get(phrase.head, ()) if m.form is MentionForm.DESCRIPTION]
    head = page.token(phrase.head)
    adjectival = head.tag != "NN" or head.form.endswith("e")
    return page.form(phrase.first) in page.words("the") and not adjectival and bool(described) and all(described)
