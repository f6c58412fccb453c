"""Which words name somebody who can speak: a person, an office, a body."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.model import Actor, MentionForm, Phrase

__all__ = [
    "NAMING",
    "definite",
    "describes",
    "gender_told",
    "in_case",
    "is_anyone",
    "is_mute",
    "is_thing",
    "led_from",
    "may_hold",
    "name_begins",
    "names_thing",
    "personal",
    "speaks",
    "title_led",
    "titled",
    "weak_dative",
    "without_attribute",
]

NAMING = frozenset(
    {MentionForm.NAME, MentionForm.METONYM, MentionForm.OFFICE, MentionForm.DESCRIPTION, MentionForm.DEMONYM}
)


def definite(page: Page, place: int) -> bool:
    """Whether a position holds a definite article, or what stands for one: "laut Ministerium", "im Ministerium"."""
    return page.form(place) in page.words("the") or page.form(place) in page.words("led like definite")


def without_attribute(page: Page, first: int, last: int) -> list[int]:
    """The places of "der Däne" in "der in Riga und den USA lebende Däne", of "dem Papier" in "dem der Agentur
    vorliegenden Papier"; all places where no preposition and no second article stands right behind the article."""
    places = range(first, last)
    opening = page.token(first + 1).tag if last - first > 2 else ""
    led = opening in {"APPR", "APPRART"} and definite(page, first)
    led = led or (opening == "ART" == page.token(first).tag)
    ends = [place for place in places if led and page.token(place).tag == "ADJA"]
    return [first, *range(ends[-1] + 1, last)] if ends else list(places)


def led_from(page: Page, voice: Voice) -> int:
    """Where a voice begins that is one noun in the singular behind "laut" or "im": at that word; else its beginning.
    Of several the noun has another ending there: "laut Anklägern"."""
    token = page.token(voice.first)
    noun = token.tag == "NN" or token.lemma.lower() in page.words("firms")  # "laut Unternehmen" looks like a name
    bare = voice.last == voice.first + 1 and noun and token.form == token.lemma
    before = voice.first - 1
    led = bare and before >= 0 and page.form(before) in page.words("led like definite")
    inside = led and page.token(before).tag == "APPRART" and personal(page, voice.first)
    return before if led and not inside else voice.first


def speaks(page: Page, place: int) -> bool:
    """Whether a noun names somebody who can say something: a person, an office, a body."""
    token = page.token(place)
    return token.tag in {"NN", "NE"} and token.lemma.lower().endswith(tuple(page.words("speakers")))


def is_thing(page: Page, place: int) -> bool:
    """Whether a noun names what nobody is: a time, a sum, something done or thought; reports and studies may tell."""
    token = page.token(place)
    ends = token.tag in {"NN", "NE"} and token.lemma.lower().endswith(tuple(page.words("things")))
    named = any(mention.first == place for mention in page.named.get(place, ()))
    return ends and not named and not speaks(page, place) and of_noun(page, place) is None


def names_thing(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names what nobody is; not "der Arbeitskreis Vorratshaltung"."""
    nouns = [place for place in range(phrase.first, phrase.head) if page.token(place).tag in {"NN", "NE"}]
    thing = is_thing(page, phrase.head) or (_is_code(page, phrase.head) and any(is_thing(page, p) for p in nouns))
    return thing and not titled(page, phrase.head) and not any(speaks(page, place) for place in nouns)


def _is_code(page: Page, place: int) -> bool:
    """As in "die Netztechnik 5G", "das Modell X3": a name with figures that its noun explains."""
    return any(letter.isdigit() for letter in page.token(place).form)


def titled(page: Page, place: int) -> bool:
    """As in "die „Brückenwoche“", later "laut Brückenwoche": a noun that stands alone in quotation marks is a name."""
    token, before = page.token(place), page.token(place - 1)
    if token.tag not in {"NN", "NE"} or page.form(place) not in page.titles:
        return False
    return before.tag == "$(" or before.tag in {"APPR", "$,", "KON"}


def name_begins(page: Page, phrase: Phrase) -> bool:
    """As in "Von der Leyen": what looks like a preposition belongs to a name."""
    return phrase.preposition is not None and any(
        mention.first == phrase.preposition for mention in page.named.get(phrase.head, ())
    )


def weak_dative(page: Page, phrase: Phrase) -> bool:
    """As in "von Helfern und Anwohnern": the ending of several in the dative, whatever preposition stands before."""
    head = page.token(phrase.head)
    weak = head.form == f"{head.lemma}n" and head.lemma.endswith(("er", "el"))
    named = any(mention.form is MentionForm.NAME for mention in page.named.get(phrase.head, ()))
    return weak and head.tag == "NN" and not named and phrase.first == phrase.head


def title_led(page: Page, phrase: Phrase) -> bool:
    """As in "gegenüber der Zeitung „Tag“": a title in quotation marks behind the noun of a preposition."""
    if page.token(phrase.first).tag != "$(":
        return False
    begins = [page.phrase_of[m.first] for m in page.named.get(phrase.head, ()) if m.first < phrase.first]
    return any(number >= 0 and page.text.phrases[number].preposition is not None for number in begins)


def describes(page: Page, place: int) -> bool:
    """Whether a noun tells what one person is: a post."""
    lemma = page.token(place).lemma.lower()
    ends = (*page.words("persons in general"), *page.words("posts"))
    return page.token(place).tag in {"NN", "NE"} and lemma.endswith(tuple(ends))


def personal(page: Page, place: int) -> bool:
    """Whether a noun tells what one person is: a post or any trade; "der Sender", "der Beirat" are none."""
    lemma = page.token(place).lemma.lower()
    trade = page.token(place).tag in {"NN", "NE"} and lemma.endswith(tuple(page.words("trades")))
    return (trade or describes(page, place)) and not lemma.endswith(tuple(page.words("firms like trades")))


def is_anyone(page: Page, noun: str) -> bool:
    """Whether an article may tell of several who are called so: "Sprecher", "Mann"; not "Kaufmann"."""
    return noun in page.words("man or woman") or noun.endswith(tuple(page.words("anyone")))


def gender_told(page: Page, voice: Voice, noun: str) -> str:
    """The gender that a noun for one person and the article before it tell."""
    return "f" if noun.endswith("in") or page.form(voice.first) in page.words("feminine article") else "m"


def in_case(page: Page, noun: str) -> bool:
    """Whether a noun is a part that anybody may have in a case: "Zeuge", "Fahrer"; not "Rennfahrer"."""
    return noun.endswith(tuple(page.words("roles in a case"))) and not noun.endswith(tuple(page.words("own trades")))


def may_hold(page: Page, actor: Actor, noun: str) -> bool:
    """Whether somebody may be called by a post: "der Minister" is nobody of whom another office is known."""
    posts = [post for post in page.words("posts told apart") if noun.endswith(post)]
    words = (actor.role_de or "").lower().split()
    return not (actor.registered and posts and words) or any(w.endswith(p) for w in words for p in posts)


def is_mute(page: Page, voice: Voice) -> bool:
    """As in "kündigte Hilfe an": what looks like a subject cannot say anything."""
    return not voice.pronoun and not any(_may_say(page, place) for place in range(voice.first, voice.last))


def _may_say(page: Page, place: int) -> bool:
    """Whether a word names somebody, a person's trade, a name by its tag or a text."""
    known = page.named.get(place) or page.token(place).tag == "NE"
    return bool(known) or speaks(page, place) or personal(page, place) or of_noun(page, place) is not None
