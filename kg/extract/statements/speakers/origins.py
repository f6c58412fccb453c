"""The source behind or before a frame: an actor, or a noun of saying and whose it is ("Angaben der Polizei")."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.governed import alone, before_name
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.voices import source, to_him
from kg.extract.statements.speakers.wanted import wanted
from kg.lang.saying import SayingNoun
from kg.model import ActorMention, MentionForm, Phrase

__all__ = ["Origin", "before", "behind", "of_phrase"]

_GUESS = Decimal("0.6")
_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "APPRART"})


class Origin(NamedTuple):
    """Whom a frame names, and where its words stand."""

    first: int
    last: int
    voice: Voice | None
    """None for "nach eigenen Angaben": the subject of the sentence; or where only a noun of saying stands."""
    noun: SayingNoun | None
    own: bool
    cue_end: int | None = None
    back: bool = False
    """Whether the source is the one named before: "den Angaben zufolge"."""


def behind(page: Page, place: int, *, needs_noun: bool) -> Origin | None:
    """The source that begins at a position, with the noun of saying that may lead it."""
    if place >= len(page.text.tokens) or page.phrase_of[place] < 0:
        return None
    phrase = page.text.phrases[page.phrase_of[place]]
    return of_phrase(page, phrase, place, needs_noun=needs_noun)


def before(page: Page, place: int) -> Origin | None:
    """The source that ends right before a position: "der Polizei zufolge", "Angaben der Polizei zufolge"."""
    end = before_name(page, place - any(mark.last + 1 == place for mark in page.text.quotations))
    if end < 1 or page.phrase_of[end - 1] < 0:
        return None
    phrase = page.text.phrases[page.phrase_of[end - 1]]
    begin = alone(page, phrase)
    while begin.first > 0 and page.phrase_of[begin.first - 1] >= 0:
        earlier = page.text.phrases[page.phrase_of[begin.first - 1]]
        if earlier.head >= begin.first or of_noun(page, earlier.head) is None:
            break
        begin = earlier
    while begin.first > 1 and page.token(begin.first - 1).tag == "KON" and page.phrase_of[begin.first - 2] >= 0:
        begin = page.text.phrases[page.phrase_of[begin.first - 2]]
    origin = of_phrase(page, begin, begin.first, needs_noun=False)
    return None if origin is None else origin._replace(last=place)


def of_phrase(page: Page, phrase: Phrase, place: int, *, needs_noun: bool) -> Origin | None:
    """The source of a phrase: the owner of its noun of saying, the compound's first part, or itself."""
    noun = of_noun(page, phrase.head)
    if noun is None or (needs_noun and _event(page, phrase, noun)):
        return _itself(page, phrase, place, needs_noun=needs_noun)
    return _possessed(page, phrase, place, noun) or _made_by(page, phrase, place, noun)


def _itself(page: Page, phrase: Phrase, place: int, *, needs_noun: bool) -> Origin | None:
    """A phrase that is no noun of saying names the source itself: "laut X", "gemäß X", never "nach X"."""
    voice = source(page, place, limit=page.sentence(place).last) or (None if needs_noun else to_him(page, phrase))
    allowed = page.named.get(phrase.head) and page.form(phrase.preposition or place) in page.words("according to")
    if voice is None or (needs_noun and not allowed):
        return None
    return Origin(place, voice.last, voice, None, own=False, cue_end=place)


def _possessed(page: Page, phrase: Phrase, place: int, noun: SayingNoun) -> Origin | None:
    """As in "seiner Meinung", "eigenen Angaben": whose the noun is by a word in front."""
    inner = range(phrase.first, phrase.head)
    mine = [p for p in inner if page.token(p).tag == "PPOSAT" and page.form(p) in page.words("third person")]
    end = phrase.head + 1
    if mine:
        return Origin(place, end, _possessor(page, mine[0], end), noun, own=False, cue_end=end)
    if page.has("own", inner):
        return Origin(place, end, None, noun, own=True, cue_end=end)
    return None


def _made_by(page: Page, phrase: Phrase, place: int, noun: SayingNoun) -> Origin | None:
    """As in "Angaben der Polizei", "Polizeiangaben", "Medienberichten"; "bisherigen Erkenntnissen" names nobody."""
    end = phrase.head + 1
    owner = _owner(page, phrase, page.sentence(place).last)
    if owner is not None:
        return Origin(place, owner.last, owner, noun, own=False, cue_end=end)
    maker, first = _maker(page, phrase, place, noun), _first_part(page, phrase, noun)
    bare = not any(page.token(p).tag in _DETERMINERS for p in range(phrase.first, phrase.head))
    known = maker is not None and any(actor.registered or actor.acts_for for actor in maker.actors)
    if maker is None or (first is not None and bare and not known):
        maker = first
    if maker is not None:
        return Origin(place, phrase.last, maker, noun, own=False, cue_end=end)
    if (_plural(page, phrase) is not None or _sided(page, phrase, place)) and page.form(end) not in page.words("of"):
        return _unnamed(page, phrase, place, noun) or _back(page, phrase, place, noun)
    if page.token(phrase.head).lemma in noun.nouns:
        return _back(page, phrase, place, noun)
    voice = source(page, place, limit=phrase.last)
    return None if voice is None else Origin(place, voice.last, voice, noun, own=False, cue_end=place)


def _plural(page: Page, phrase: Phrase) -> str | None:
    """The nominative of "Berichten", "Angaben": reports of several whom nobody names."""
    form = page.form(phrase.head)
    early = page.has("so far", range(phrase.first, phrase.head))
    known = page.words("reports of several") | (page.words("results of several") if early else frozenset())
    return next((word for word in (form, form.removesuffix("n")) if word in known), None)


def _unnamed(page: Page, phrase: Phrase, place: int, noun: SayingNoun) -> Origin | None:
    """As in "ersten Berichten", "offiziellen Angaben": reports whose makers nobody names stand for them."""
    inner = [page.token(p) for p in range(place, phrase.head)]
    plural = _plural(page, phrase) or (page.form(phrase.head) if _sided(page, phrase, place) else None)
    alone = not inner and _dated(page, phrase)
    latest = any(token.form.lower() in page.words("latest") for token in inner)
    if plural is None or alone or latest or any(token.tag in _DETERMINERS for token in inner):
        return None
    words = [token.form.lower().rstrip("nr" if token.tag == "ADJA" else "") for token in inner]
    actor = described(" ".join([*words, plural.capitalize()]))
    span, end = page.text.span(place, phrase.last), phrase.head + 1
    voice = Voice(span, place, end, (actor,), pronoun=False, plural=True, gender=None, certainty=_GUESS)
    return Origin(place, end, voice, noun, own=False, cue_end=place)


def _sided(page: Page, phrase: Phrase, place: int) -> bool:
    """As in "westlichen Schätzungen", "amtlicher Darstellung": the adjective tells whose side says it."""
    sides = tuple(page.words("sides of a source"))
    return any(page.token(p).tag == "ADJA" and page.form(p).startswith(sides) for p in range(place, phrase.head))


def _dated(page: Page, phrase: Phrase) -> bool:
    """Whether "nach" or its like stands before it, which may mean the time behind."""
    return phrase.preposition is not None and page.form(phrase.preposition) not in page.words("according to")


def _back(page: Page, phrase: Phrase, place: int, noun: SayingNoun) -> Origin | None:
    """As in "dem Bericht zufolge", "nach diesen Angaben": the source is the one named before."""
    pointed = page.has("the", range(phrase.first, phrase.head))
    if not pointed or (_dated(page, phrase) and _plural(page, phrase) is None):
        return None
    end = phrase.head + 1
    return Origin(place, end, None, noun, own=False, cue_end=end, back=True)


def _event(page: Page, phrase: Phrase, noun: SayingNoun) -> bool:
    """As in "nach der Unabhängigkeitserklärung": a compound behind a definite article is an event, not a source."""
    exact = page.token(phrase.head).lemma in noun.nouns
    articles = (place for place in range(phrase.first, phrase.head) if page.token(place).tag == "ART")
    definite = any(page.form(place) not in page.words("a, in any case") for place in articles)
    return not exact and definite and not page.named.get(phrase.head)


def _somebody(page: Page, voice: Voice) -> bool:
    return any(page.named.get(place) or speaks(page, place) for place in range(voice.first, voice.last))


def _possessor(page: Page, place: int, end: int) -> Voice:
    """As in "seiner Meinung nach": the words stand for whom the pronoun means."""
    gender = "m" if page.form(place).startswith(tuple(page.words("his"))) else "f"
    return Voice(page.text.span(place, end), place, place + 1, (), pronoun=True, plural=False, gender=gender)


def _owner(page: Page, phrase: Phrase, limit: int) -> Voice | None:
    """As in "Angaben der Polizei", "Bericht von Merkur", "Angaben aus Kiew"."""
    place = phrase.head + 1
    if place >= limit or page.phrase_of[place] < 0:
        return None
    following = page.text.phrases[page.phrase_of[place]]
    if following.first != place or following.head <= phrase.head:
        return None
    if following.preposition is not None:
        if page.form(following.preposition) not in page.words("of"):
            return None
        voice = source(page, following.preposition + (page.token(following.preposition).tag == "APPR"), limit=limit)
        if voice is None or not (_somebody(page, voice) or _unknown(page, following) or _powers(page, following)):
            return None
        return voice
    counted = page.token(place).tag != "ART" and any(
        page.token(p).tag == "CARD" for p in range(following.first, following.head)
    )
    fits = "gen" in following.cases and ("nom" not in following.cases or page.token(place).tag in {"ART", "ADJA"})
    bare = page.token(place).tag in {"NN", "NE"} and page.token(following.head).form.endswith("s")
    named = bare and bool(page.named.get(following.head))
    if fits and page.token(place).tag == "ART" and (wanted(page, following) or _all_of_aside(page, phrase, following)):
        return None
    return source(page, place, limit=limit) if (fits or named) and not counted else None


def _all_of_aside(page: Page, phrase: Phrase, following: Phrase) -> bool:
    """As in "ein Mann – nach Zeugenaussagen der Wirt – floh": behind a compound stands what is told between dashes."""
    marks = page.token(phrase.first - 1).tag, page.token(following.last).tag
    noun = of_noun(page, phrase.head)
    lemma = page.token(phrase.head).lemma
    compound = noun is not None and any(lemma != word and lemma.endswith(word.lower()) for word in noun.nouns)
    return compound and marks == ("$(", "$(") and not page.named.get(following.head)


def _powers(page: Page, phrase: Phrase) -> bool:
    """As in "einem Bericht von acht Staaten"."""
    return page.token(phrase.head).lemma.lower() in page.words("countries")


def _unknown(page: Page, phrase: Phrase) -> bool:
    """As in "einer Umfrage von Verian": a bare name that nothing knows, no day and no number."""
    dated = page.dated(phrase.head)
    bare = all(page.token(place).tag in {"NN", "NE", "APPR"} for place in range(phrase.first, phrase.last))
    return bare and not dated and page.token(phrase.preposition or phrase.first).tag == "APPR"


def _first_part(page: Page, phrase: Phrase, noun: SayingNoun) -> Voice | None:
    """As in "Polizeiangaben": the first part of the compound, where it names somebody who can say something."""
    form = page.token(phrase.head).form
    stem = max((word.lower() for word in noun.nouns if word.lower() in form.lower()), key=len, default="")
    at = form.lower().rfind(stem)
    part = form[:at].rstrip("-").removesuffix("s") if stem and at > 2 else ""
    singular = part.removesuffix("n")
    bodies = tuple(page.words("speakers") | page.words("bodies in compounds"))
    own = stem in page.words("pages") and form[at - 1] == "-"  # "Halmtec-Website"
    if stem in page.words("insiders") or not (own or any(w.lower().endswith(bodies) for w in (part, singular))):
        return None
    span = page.token(phrase.head).span
    return Voice(span, phrase.head, phrase.head + 1, (described(part),), pronoun=False, plural=False, gender=None)


def _maker(page: Page, phrase: Phrase, place: int, noun: SayingNoun) -> Voice | None:
    """As in "US-Geheimdienstberichten", "russischen Angaben": whom the compound or the adjective names."""
    found: list[ActorMention] = []
    national = page.token(phrase.head).lemma.lower().endswith(tuple(page.words("national nouns")))
    for position in range(place, phrase.last):
        for mention in page.named.get(position, ()):
            paid = page.form(mention.last + 1) in page.words("paid for")  # "von X in Auftrag gegeben"
            if mention not in found and not paid and (national or mention.form is not MentionForm.ADJECTIVE):
                found.append(mention)
    actors = tuple(dict.fromkeys(mention.actor for mention in found))
    span = page.text.span(place, phrase.last)
    return Voice(span, place, phrase.last, actors, pronoun=False, plural=True, gender=None) if actors else None
