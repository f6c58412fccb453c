"""Which firm "das Unternehmen" means: who spoke, acted or was named right before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.firm_names import as_firm, firms_told, is_led, spelt_as_name, times_named
from kg.extract.statements.speakers.leading import leading
from kg.extract.statements.speakers.somebody import definite
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, MentionForm, Span

__all__ = ["compound_part", "firm_acting", "firm_meant", "telling"]

_REACH = 3
"""How many sentences a firm is looked for."""
_LEAD = 2
"""How many sentences stand above a text at most, and how many below them name who is meant."""
_SHORT = 3
"""How many letters a name has at least: "AG" is a part of one."""
_USED = 2
"""How often a noun stands without an article at least where it is a name."""
_MOSTLY = 0.8
"""The share of its places in which it does so."""
_OFTEN = 3
"""In how many sentences the firm acts or is named at least that an article is about."""
_FIRMS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.PERSON})
_ORGANISATIONS = frozenset({ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_ORGANISATION, ActorKind.THINK_TANK})
_DESCRIBED = frozenset({ActorKind.ORGANISATION, ActorKind.INTELLIGENCE_SERVICE})
_PEOPLE = frozenset({MentionForm.DEMONYM, MentionForm.ADJECTIVE, MentionForm.COMPOUND})
_LEADING = frozenset({"ART", "APPRART", "ADJA", "PPOSAT", "PIAT", "PDAT", "PWAT", "CARD"})
"""Tags of words before a common noun, which a name does without."""


def firm_meant(page: Page, voice: Voice, spoken: list[Voice], content: Span) -> Actor | None:
    """The firm that a definite description of one without a name means; None where several are named since.

    `content` are the words said: what is named in them alone does not speak.
    """
    found = _meant(page, voice, spoken, content) if _describes(page, voice) else None
    return None if found is None else as_firm(found)


def _meant(page: Page, voice: Voice, spoken: list[Voice], content: Span) -> Actor | None:
    long = voice.actors[0].kind is not ActorKind.GROUP
    here = page.sentence(voice.first)
    said = [other for other in spoken if here.number - page.sentence(other.first).number <= _REACH]
    for number in range(here.number, max(here.number - _REACH, -1), -1):
        others = (told for told in telling(page, number, voice, said) if not (long and content.contains(told.span)))
        found = next((firm for told in others for firm in _firm(page, told)), None)
        named = set(_named(page, number, voice, content)) if found is None else {found}
        if named:
            return named.pop() if len(named) == 1 else None
    above = here.number < _LEAD and not any(_named_at_all(page, voice.first))
    return _below(page, here.number) if above else _told_most(page, voice, spoken)


def _told_most(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """The firm that an article is about: it acts or is named in far more sentences before than any other,
    or alone has spoken under the same noun."""
    counts: Counter[Actor] = Counter()
    for number in range(page.sentence(voice.first).number):
        acting = {firm for told in _acting(page, number, voice) for firm in _firm(page, told)}
        counts.update(acting | set(_named(page, number, voice, voice.span)))
    told = firms_told(page, voice.first)
    for firm, times in told.items():
        counts[firm] = max(counts[firm], times)
    if len(counts) == 1:
        (only,) = counts
        long = " " in only.label_de or only in told
        return only if long or times_named(page, only.label_de, voice.first) >= _USED else None
    return leading(counts, _OFTEN) or _called_so(page, voice, spoken)


def _called_so(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """The one firm that the same noun has meant before: "…, hieß es seitens des Unternehmens"."""
    noun = page.token(voice.last - 1).lemma
    alike = (told for told in spoken if told.first < voice.first and page.token(told.last - 1).lemma == noun)
    firms = {firm for told in alike for firm in _firm(page, told)}
    return firms.pop() if len(firms) == 1 else None


def firm_acting(page: Page, number: int, voice: Voice) -> Actor | None:
    """The firm that acts last in a sentence before a voice: "Halmnet streicht Gebühren. …, sagte ein Sprecher"."""
    told = (other for other in _acting(page, number, voice) if _led_as_name(page, other.first))
    found = next((firm for other in told for firm in _firm(page, other)), None)
    return None if found is None else as_firm(found)


def _led_as_name(page: Page, place: int) -> bool:
    """As in "Halmnet streicht", "die Halmbahn streicht": not "der Regen"."""
    return page.token(place).tag not in _LEADING or page.form(place) in page.words("feminine article")


def telling(page: Page, number: int, voice: Voice, said: list[Voice]) -> Iterator[Voice]:
    """Who speaks or acts in a sentence before a position, the last speaker first."""
    sentence = page.text.sentences[number]
    last = min(sentence.last, voice.first)
    yield from (other for other in reversed(said) if sentence.first <= other.first < last)
    yield from _acting(page, number, voice)


def _named_at_all(page: Page, before: int) -> Iterator[bool]:
    """Whether anybody is named before a position."""
    yield from (True for mention in page.mentions.actors if mention.first < before and mention.form is MentionForm.NAME)


def _below(page: Page, here: int) -> Actor | None:
    """As in "Hersteller verspricht Hilfe" above the text: the firm that acts in one of the sentences below."""
    for sentence in page.text.sentences[here + 1 : here + 1 + _LEAD]:
        for clause in page.clauses_in(sentence):
            told = subject(page, clause) if clause.parent is None else None
            found = next(_firm(page, told), None) if told is not None else None
            if found is not None:
                return found
    return None


def _describes(page: Page, voice: Voice) -> bool:
    """Whether a voice is one of the common nouns for a firm behind an article, with adjectives or states alone, or a
    people."""
    if _of_people(page, voice):
        return True
    if voice.plural or len(voice.actors) != 1 or not _only_described(page, voice):
        return False
    bare = voice.first == page.sentence(voice.first).first or page.token(voice.first - 1).tag == "$("
    if voice.last - voice.first == 1 and compound_part(page, voice) in page.words("firms"):
        return True  # "Konzernangaben"
    if voice.last - voice.first == 1:
        return bare and page.token(voice.first).lemma.lower() in page.words("firms")
    if not (definite(page, voice.first) or _greatest(page, voice)):
        return False
    noun = page.token(voice.last - 1).lemma.lower()
    told = all(page.token(place).tag in {"ADJA", "NN"} for place in range(voice.first + 1, voice.last - 1))
    firm = noun.endswith(tuple(page.words("firms"))) or noun in page.words("firms by the bare noun")
    return told and voice.last - voice.first <= 3 and firm


def _greatest(page: Page, voice: Voice) -> bool:
    """As in "Europas größte Fluglinie": there is one."""
    owner = page.token(voice.first)
    owned = owner.tag in {"NE", "NN"} and owner.form[0].isupper() and owner.form.endswith("s")
    return owned and page.form(voice.first + 1) in page.words("superlatives")


def _of_people(page: Page, voice: Voice) -> bool:
    """As in "der Konzern …. Wie die Franzosen mitteilten": a people behind a noun for a firm, where nothing else in the
    article before names the state."""
    if not voice.plural or voice.last - voice.first != 2 or page.form(voice.first) not in page.words("the"):
        return False
    state = next((m.actor for m in page.named.get(voice.first + 1, ()) if m.form is MentionForm.DEMONYM), None)
    before = (m for m in page.mentions.actors if m.first < voice.first and m.actor == state)
    if state is None or any(m.form not in _PEOPLE for m in before):
        return False
    first = page.text.sentences[max(page.sentence(voice.first).number - 1, 0)].first
    return any(
        page.token(place).lemma.lower().endswith(tuple(page.words("firms"))) for place in range(first, voice.first)
    )


def _only_described(page: Page, voice: Voice) -> bool:
    """Whether the actor of a voice is a group, or a firm under the words that describe it: "der Softwarekonzern"."""
    actor, noun = voice.actors[0], page.token(voice.last - 1).lemma.lower()
    if actor.kind is ActorKind.GROUP:
        return True
    if actor.kind not in _DESCRIBED or actor.registered or page.token(voice.last).tag == "ART":
        return False
    if _greatest(page, voice):
        return True
    label = actor.label_de.lower()
    itself = label.endswith(noun) or (" " not in label and label.endswith(tuple(page.words("firms"))))
    itself = itself and not noun.startswith(tuple(page.words("firms by kin")))
    return itself and not any(m.actor == actor and m.form is MentionForm.NAME for m in page.mentions.actors)


def compound_part(page: Page, voice: Voice) -> str | None:
    """The body that a compound such as "Konzernangaben", "Geheimdienstangaben" names; None where a voice is no such."""
    if voice.last - voice.first != 1 or voice.pronoun or len(voice.actors) != 1 or voice.actors[0].registered:
        return None
    part, form = voice.actors[0].label_de.lower(), page.form(voice.first)
    return part if form.startswith(part) and len(form) > len(part) + _SHORT else None


def _acting(page: Page, number: int, voice: Voice) -> Iterator[Voice]:
    """The subjects of the main clauses of a sentence, the last first."""
    for clause in reversed(page.clauses_in(page.text.sentences[number])):
        told = subject(page, clause) if clause.parent is None and clause.first < voice.first else None
        if told is not None and told.last <= voice.first:
            yield told


def _firm(page: Page, voice: Voice) -> Iterator[Actor]:
    """The actor of a voice that may be a firm: a name that nobody knows as something else."""
    if voice.pronoun or voice.plural or len(voice.actors) != 1:
        return
    actor, last = voice.actors[0], page.token(voice.last - 1)
    if last.lemma.lower().endswith(tuple(page.words("firms"))) and definite(page, voice.first):
        yield from (actor for _ in range(actor.registered or not _only_described(page, voice)))
        return
    mentions = (m for place in range(voice.first, voice.last) for m in page.named.get(place, ()))
    named = any(m.actor == actor and m.form is MentionForm.NAME for m in mentions)
    named = named or last.tag == "NE" or _used_as_name(page, voice) or is_led(page, actor.label_de)
    named = named or spelt_as_name(page, voice.first, voice.last)
    if named and _may_be(page, actor):
        yield actor


def _used_as_name(page: Page, voice: Voice) -> bool:
    """Whether the text has the first word of a voice without an article each time: "Merkur baut um. … bei Merkur"."""
    form = page.token(voice.first).form
    if not form[0].isupper() or page.token(voice.first).tag not in {"NN", "NE"}:
        return False
    places = [token.position for token in page.text.tokens if token.form == form]
    bare = [place for place in places if place == 0 or page.token(place - 1).tag not in _LEADING]
    return len(bare) >= _USED and len(bare) >= _MOSTLY * len(places)


def _named(page: Page, number: int, voice: Voice, content: Span) -> Iterator[Actor]:
    """The firms named in a sentence before a position."""
    yield from (actor for actor in _organisations(page, number, voice, content) if _may_be(page, actor))


def _organisations(page: Page, number: int, voice: Voice, content: Span) -> Iterator[Actor]:
    sentence = page.text.sentences[number]
    for mention in page.mentions.actors:
        named = mention.actor.kind in _ORGANISATIONS and mention.form is MentionForm.NAME
        if (
            named
            and not content.contains(mention.span)
            and sentence.first <= mention.first < min(sentence.last, voice.first)
        ):
            yield mention.actor


def _may_be(page: Page, actor: Actor) -> bool:
    """Whether an actor may be a firm: no person with a first name, no state, no office or association."""
    if actor.registered or actor.kind not in _FIRMS or len(actor.label_de) < _SHORT:
        return False
    words = actor.label_de.lower().split()
    person = actor.kind is ActorKind.PERSON and len(words) > 1
    office = any(word.endswith(tuple(page.words("speakers"))) for word in words)
    firm = any(word.endswith(tuple(page.words("firms"))) for word in words)
    return not person and (firm or not office)
