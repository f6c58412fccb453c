"""Who speaks: the subject of a clause or the noun behind a preposition, and the actors that its words name."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.extract.statements.page import Page
from kg.extract.statements.unknown import group
from kg.model import Actor, ActorKind, ActorMention, Clause, MentionForm, Phrase, Span

__all__ = ["Voice", "reach", "source", "speaks", "subject"]

_SURE = Decimal("0.9")
_GUESS = Decimal("0.6")
_NAMING = frozenset(
    {MentionForm.NAME, MentionForm.METONYM, MentionForm.OFFICE, MentionForm.DESCRIPTION, MentionForm.DEMONYM}
)
_SINGULAR = frozenset({"kann", "bin", "will"})


class Voice(NamedTuple):
    """Words that name a speaker, and whom they name; no actors where that is still open (a pronoun)."""

    span: Span
    first: int
    last: int
    actors: tuple[Actor, ...]
    pronoun: bool
    plural: bool
    gender: str | None
    certainty: Decimal = _SURE
    reason: str | None = None


def plural_verb(page: Page, place: int | None) -> bool | None:
    """Whether a finite verb is plural; None where there is none."""
    if place is None:
        return None
    form = page.form(place)
    return (form.endswith("n") and form not in _SINGULAR) or form in {"sind", "seid"}


def speaks(page: Page, place: int) -> bool:
    """Whether a noun names somebody who can say something: a person, an office, a body."""
    token = page.token(place)
    return token.tag in {"NN", "NE"} and token.lemma.lower().endswith(tuple(page.words("speakers")))


def subject(page: Page, clause: Clause) -> Voice | None:
    """The subject of a clause: the first phrase that can be nominative and agrees with the verb."""
    if clause.finite is None:
        return None
    plural = plural_verb(page, clause.finite)
    phrases = page.phrases_in(clause)
    if any(page.form(phrase.head) in page.words("no one") and phrase.preposition is None for phrase in phrases):
        return None
    candidates = [phrase for phrase in phrases if _can_be_subject(page, clause, phrase)]
    sure = [phrase for phrase in candidates if phrase.cases == {"nom"} and page.token(phrase.head).tag == "PPER"]
    if sure:
        return _voice(page, sure[0], clause)
    front = [phrase for phrase in candidates if phrase.last <= clause.finite]
    behind = [phrase for phrase in candidates if phrase.first > clause.finite]
    ordered = [*front, *behind] if clause.opener is not None or _opens(page, clause, front) else [*behind, *front]
    for phrase in sorted(ordered, key=lambda phrase: not _can_speak(page, phrase)):
        voice = _voice(page, phrase, clause) if _agrees(page, phrase, plural=plural) else None
        if voice is not None:
            return voice
    return None


def _can_speak(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: in "Den Einsatz bestätigte Kiew" the object stands first."""
    if page.token(phrase.head).tag in {"PPER", "PDS", "PRELS"}:
        return True
    return speaks(page, phrase.head) or any(m.form in _NAMING for m in page.named.get(phrase.head, ()))


def _opens(page: Page, clause: Clause, front: list[Phrase]) -> bool:
    """Whether the field before the verb is the subject: a bare noun phrase, not one behind a preposition."""
    if not front:
        return False
    own = page.own(clause)
    lead = next((place for place in own if page.token(place).tag not in {"KON", "$,", "$("}), own[0])
    return front[0].first <= lead + 2


def _can_be_subject(page: Page, clause: Clause, phrase: Phrase) -> bool:
    compared = phrase.first and page.form(phrase.first - 1) in page.words("as being") | page.words("as")
    if compared and phrase.first - 1 != clause.opener:
        return False
    if phrase.preposition is not None and not _name_begins(page, phrase):
        return False
    if "nom" not in phrase.cases and not _name_begins(page, phrase):
        return False
    head = page.token(phrase.head)
    if head.form.lower() in page.words("nobody") or head.tag == "PRF":
        return False
    return not any(date.first <= phrase.head < date.last for date in page.mentions.dates)


def _name_begins(page: Page, phrase: Phrase) -> bool:
    """ "Von der Leyen": what looks like a preposition belongs to a name."""
    return phrase.preposition is not None and any(
        mention.first <= phrase.preposition for mention in page.named.get(phrase.head, ())
    )


def _agrees(page: Page, phrase: Phrase, *, plural: bool | None) -> bool:
    if plural is None or phrase.plural is None or page.token(phrase.head).tag in {"PPER", "PDS", "NE"}:
        return True
    bare = page.token(phrase.first).tag not in {"ART", "PDAT", "PPOSAT", "PIAT"}
    if any(
        m.form in _NAMING and (m.plural or bare or page.token(phrase.head).form.isupper())
        for m in page.named.get(phrase.head, ())
    ):
        return True
    return phrase.plural == plural or _coordinated(page, phrase)


def _coordinated(page: Page, phrase: Phrase) -> bool:
    if phrase.last + 1 >= len(page.text.tokens):
        return False
    both = page.form(phrase.last) in page.words("as being") and page.form(phrase.last + 1) in page.words("also")
    return page.token(phrase.last).tag == "KON" or both


def _voice(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    """The voice of a phrase with all that belongs to it: title, name, apposition, genitive, and what "und" adds."""
    head = page.token(phrase.head)
    begin = (
        phrase.first if phrase.preposition is None or _name_begins(page, phrase) else _after_preposition(page, phrase)
    )
    if head.tag in {"PPER", "PDS", "PRELS", "PIS"}:
        return _pronoun(page, phrase, clause)
    begin = min([begin, *(m.first for m in page.named.get(phrase.head, ()) if m.form in _NAMING)])
    last = reach(page, phrase, clause)
    actors = _actors(page, begin, last)
    span = page.span(begin, last)
    if span is None:
        return None
    plural = bool(phrase.plural) or len(actors) > 1
    gender = next((m.gender for m in page.named.get(phrase.head, ()) if m.gender), phrase.gender)
    if actors:
        return Voice(span, begin, last, actors, pronoun=False, plural=plural, gender=gender)
    unknown = group(page, begin, last, phrase)
    if unknown is None:
        return None
    return Voice(span, begin, last, (unknown,), pronoun=False, plural=plural, gender=gender, certainty=_GUESS)


def _after_preposition(page: Page, phrase: Phrase) -> int:
    assert phrase.preposition is not None
    return phrase.preposition + 1


def _pronoun(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    head = page.token(phrase.head)
    if head.tag == "PRELS" and clause is not None and clause.parent is not None:
        return _antecedent(page, clause)
    plural = clause is not None and bool(plural_verb(page, clause.finite))
    form = head.form.lower()
    gender = "m" if form in page.words("masculine") else "f" if form in page.words("feminine") else None
    begins = page.token(phrase.head - 1).tag[0] == "$" if phrase.head else True
    polite = head.form[0].isupper() and not begins and page.sentence(phrase.head).first != phrase.head
    if form not in page.words("person pronouns") or polite:
        return None
    return Voice(head.span, phrase.head, phrase.head + 1, (), pronoun=True, plural=plural, gender=gender)


def _antecedent(page: Page, clause: Clause) -> Voice | None:
    """The phrase that a relative clause follows."""
    place = clause.first - 1
    while place > 0 and page.token(place).form in {",", "“", '"', ")", "»", "«"}:
        place -= 1
    number = page.phrase_of[place]
    return None if number < 0 else _voice(page, page.text.phrases[number], None)


def reach(page: Page, phrase: Phrase, clause: Clause | None) -> int:
    """Where the words end that belong to a phrase: genitives, appositions, what "und" adds."""
    last = max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()) if m.form in _NAMING)])
    limit = page.sentence(phrase.head).last
    while last < limit:
        further = _genitive(page, last, limit) or _member(page, last, limit) or _apposition(page, last, limit, clause)
        if further is None or further <= last:
            break
        last = further
    return last


def _genitive(page: Page, place: int, limit: int) -> int | None:
    """A genitive phrase right behind, or a bracket with an abbreviation."""
    if page.form(place) == "(" and place + 2 < limit:
        close = next((p for p in range(place + 1, min(place + 5, limit)) if page.form(p) == ")"), None)
        return None if close is None else close + 1
    number = page.phrase_of[place]
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if page.form(place) in page.words("addressed") and _ends_person(page, place):
        return None
    genitive = (
        phrase.first == place and phrase.preposition is None and "gen" in phrase.cases and "nom" not in phrase.cases
    )
    named = (
        phrase.first == place
        and phrase.preposition is None
        and page.token(place).form.lower() == "der"
        and "gen" in phrase.cases
    )
    return max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()))]) if genitive or named else None


def _member(page: Page, place: int, limit: int) -> int | None:
    """ "und" or "sowie" and another phrase that names an actor."""
    if place + 2 >= limit or page.form(place) in page.words("but"):
        return None
    if page.form(place) == ",":
        return _listed(page, place, limit)
    pair = page.form(place) in page.words("as being") and page.form(place + 1) in page.words("also")
    if page.token(place).tag != "KON" and not pair:
        return None
    number = page.phrase_of[place + 1 + pair]
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.preposition is not None and not pair:
        return None
    named = any(m.form in _NAMING for m in page.named.get(phrase.head, ()))
    known = named or speaks(page, phrase.head)
    if not known and not (phrase.last < limit and page.token(phrase.last).tag.endswith("FIN")):
        return None
    return max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()))])


def _ends_person(page: Page, place: int) -> bool:
    """Whether a person's name ends right before: "Jan Kranz der Zeitung" addresses the paper."""
    return any(m.last == place and m.actor.kind is ActorKind.PERSON for m in page.named.get(place - 1, ()))


def _listed(page: Page, place: int, limit: int) -> int | None:
    """ "Deutschland, Frankreich und Polen": a bare name between commas that "und" ends."""
    before, following = page.phrase_of[place - 1], page.phrase_of[place + 1]
    if before < 0 or following < 0:
        return None
    phrase = page.text.phrases[following]
    bare = [
        item
        for item in (page.text.phrases[before], phrase)
        if item.last - item.first == 1 and page.named.get(item.head)
    ]
    ends = phrase.last < limit and (page.token(phrase.last).tag == "KON" or page.form(phrase.last) == ",")
    return phrase.last if len(bare) == 2 and ends else None


def _apposition(page: Page, place: int, limit: int, clause: Clause | None) -> int | None:
    """ ", der US-Botschafter …," between commas, or at the end of the clause."""
    if place + 1 >= limit or page.form(place) != "," or page.phrase_of[place + 1] < 0:
        return None
    phrase = page.text.phrases[page.phrase_of[place + 1]]
    if phrase.first != place + 1 or phrase.preposition is not None or page.token(phrase.head).tag not in {"NN", "NE"}:
        return None
    last = phrase.last
    while last < limit and page.form(last) not in {",", ":", ";", ".", "–", "„", '"', "»", "!", "?"}:
        if page.token(last).tag.endswith("FIN"):
            return None
        last += 1
    if page.form(last) in {",", "."} and not any(page.token(p).tag.startswith("V") for p in range(place, last)):
        return last
    return None


def _actors(page: Page, first: int, last: int) -> tuple[Actor, ...]:
    """The actors named at the heads of a stretch: the outermost mentions, an apposition's only where nothing else."""
    found: list[ActorMention] = []
    for place in range(first, last):
        if found and (page.form(place) == "(" or (page.form(place) == "," and _listed(page, place, last) is None)):
            break
        for mention in page.named.get(place, ()):
            if (
                mention.first == place
                and mention.form in _NAMING
                and not _inside(mention, found)
                and not _agent(page, mention, first, last)
            ):
                found.append(mention)
    if not found:
        found = [
            mention
            for place in range(first, last)
            for mention in page.named.get(place, ())
            if mention.first == place and mention.form in _NAMING
        ][:1]
    return tuple(dict.fromkeys(mention.actor for mention in found if not _genitive_of(page, mention, first)))


def _agent(page: Page, mention: ActorMention, first: int, last: int) -> bool:
    """ "die von der SPD abgesetzte Stadträtin": a name behind a preposition inside the phrase is not its head."""
    before = [page.token(place).tag for place in range(max(first, mention.first - 2), mention.first)]
    behind = page.token(mention.last).tag if mention.last < last else ""
    return any(tag in {"APPR", "APPRART"} for tag in before) and behind in {"ADJA", "ADV", "ADJD"}


def _inside(mention: ActorMention, found: list[ActorMention]) -> bool:
    return any(
        other.first <= mention.first and mention.last <= other.last and other.span != mention.span for other in found
    )


def _genitive_of(page: Page, mention: ActorMention, first: int) -> bool:
    """Whether a mention only tells whose body it is that the phrase before it names."""
    number = page.phrase_of[mention.first]
    if mention.first == first or number < 0:
        return False
    phrase = page.text.phrases[number]
    before = page.token(phrase.first - 1) if phrase.first else None
    if before is None or phrase.first <= first:
        return False
    return before.tag in {"NN", "NE"} and page.phrase_of[phrase.first - 1] >= 0


def source(page: Page, place: int, *, limit: int) -> Voice | None:
    """The voice of the phrase that begins at a position, as behind "laut" or "von"."""
    number = page.phrase_of[place] if place < limit else -1
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.head < place:
        return None
    voice = _voice(page, phrase._replace(first=place, preposition=None), None)
    return None if voice is None or voice.pronoun else voice
