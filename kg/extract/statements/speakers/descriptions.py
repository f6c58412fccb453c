"""Whom a definite description means: "das Ministerium", "der SPD-Politiker" stand for somebody before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.again import goes_on
from kg.extract.statements.speakers.ahead import holder_elsewhere, named_below
from kg.extract.statements.speakers.alike import Description, named_alike, near
from kg.extract.statements.speakers.called import called_by
from kg.extract.statements.speakers.central import central
from kg.extract.statements.speakers.collectives import regime, soldiers
from kg.extract.statements.speakers.documents import document
from kg.extract.statements.speakers.epithets import epithet
from kg.extract.statements.speakers.firms import compound_part, firm_meant
from kg.extract.statements.speakers.fuller import told_fuller
from kg.extract.statements.speakers.guests import guest_meant
from kg.extract.statements.speakers.persons import One, person_meant
from kg.extract.statements.speakers.roles import role_meant
from kg.extract.statements.speakers.shortened import spelled_out
from kg.extract.statements.speakers.somebody import definite, led_from, personal, without_attribute
from kg.extract.statements.speakers.sorts import sort_meant
from kg.extract.statements.speakers.still import still_speaks
from kg.extract.statements.speakers.teams import team_meant
from kg.extract.statements.speakers.towns import town_meant
from kg.extract.statements.speakers.townspeople import townspeople_meant
from kg.extract.statements.speakers.trials import party_meant
from kg.model import Actor, ActorKind, MentionForm, Span, Token

__all__ = ["meant"]

_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION})

_PEOPLES = frozenset({MentionForm.DEMONYM, MentionForm.ADJECTIVE})
"""How a people is named: "der Russe", "der Deutsche"."""
_BODIES = frozenset({ActorKind.MINISTRY, ActorKind.INTELLIGENCE_SERVICE})


def meant(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Voice | None:
    """The voice with the actor whom its description means; None where it is no such description or nobody fits.

    `said` are the words that it says.
    """
    first = led_from(page, voice)
    led = voice._replace(first=first, last=_before_bracket(page, voice), plural=voice.plural and first == voice.first)
    found = _meant(page, led, spoken, said) or _called_short(page, led)
    return None if found is None else found._replace(first=voice.first, last=voice.last)


def _before_bracket(page: Page, voice: Voice) -> int:
    """Where a description ends that a bracket closes: "der Regisseur (Tiefe Wasser)"."""
    if page.form(voice.last - 1) != ")" or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return voice.last
    return next((place for place in range(voice.first + 1, voice.last) if page.form(place) == "("), voice.last)


def _called_short(page: Page, voice: Voice) -> Voice | None:
    """As in "das Amt für Luft (Afl) … laut Afl": the body that the short name stood behind in brackets."""
    body = spelled_out(page, voice)
    return None if body is None else voice._replace(actors=(body,), reason="whose short name it is")


def _meant(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Voice | None:
    member = _last_told(page, voice, spoken) or _member(page, voice, spoken, said)
    if member is not None:
        return member
    text = None if voice.plural or voice.actors[0].registered else document(page, voice.last - 1)
    if text is not None and voice.last - text.head > 1:
        return voice._replace(actors=text.voice.actors, certainty=Decimal("0.6"), reason=text.voice.reason)
    known = next(((actor, why) for actor, why in _known(page, voice, spoken, said) if actor is not None), None)
    if known is not None:
        return _taken(voice, *known)
    part = compound_part(page, voice)
    return _by_its_noun(page, voice, spoken, said) if part is None else _body(page, voice, part)


def _known(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Iterator[tuple[Actor | None, str]]:
    """Whom a description of one sort or another means, and why."""
    yield regime(page, voice), "the last state named that is called a regime"
    yield named_below(page, voice), "the first person named further on by the same post"
    yield called_by(page, voice), "the one who was named with this noun"
    yield firm_meant(page, voice, spoken, said), "the firm that spoke or acted right before"
    yield town_meant(page, voice), "the body of the town told of before"
    yield townspeople_meant(page, voice), "the body whose town is told"
    yield team_meant(page, voice), "the team told of before with a name or place"
    yield guest_meant(page, voice), "who was received or received"
    yield role_meant(page, voice), "who is named and has the role"
    yield sort_meant(page, voice, spoken, said), "the one of its sort that spoke or was named right before"


def _by_its_noun(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Voice | None:
    """The voice with the actor whom its noun means, or who speaks still under a longer description."""
    description = _description(page, voice)
    known = epithet(page, voice, spoken) if description is None else None
    if known is not None:
        return _taken(voice, known, "the one person named right before, by gender")
    found = None if description is None else _described(page, voice, description, spoken, said)
    if found is not None and found.actors[0].kind is not ActorKind.GROUP:
        return found
    still = still_speaks(page, voice, spoken, said) or party_meant(page, voice)
    if still is not None:
        return _taken(voice, still, "who was named with the post or speaks still")
    fuller = told_fuller(page, voice) if found is None else None
    if fuller is not None:
        return _taken(voice, fuller, "told of before with more words")
    about = central(page, voice, spoken)
    return found if about is None else _taken(voice, about, "whom the article is about")


def _body(page: Page, voice: Voice, part: str) -> Voice | None:
    """As in "nach Geheimdienstangaben": the body named before with the first part of the compound."""
    description = Description(part, None, voice.first, person=False, state=None, former=False, part="")
    named = named_alike(page, description, voice.actors[0], plural=None)
    return None if named is None else _taken(voice, named, "named before with the same noun")


def _last_told(page: Page, voice: Voice, spoken: list[Voice]) -> Voice | None:
    same = goes_on(page, voice, spoken)
    if same is not None:
        return _taken(voice, same, "who spoke or was told of last by the same post")
    army = soldiers(page, voice, spoken)
    return None if army is None else _taken(voice, army, "the last armed forces named")


def _member(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Voice | None:
    """As in "sagte der Republikaner": the last person told of, not the party."""
    noun = page.token(voice.last - 1).lemma.lower()
    one = voice.last - voice.first == 2 and page.form(voice.first) in page.words("his article") and not voice.plural
    if not one or noun not in page.words("party members"):
        return None
    found = person_meant(page, One(noun, "m", voice.first, voice.last, True, said), spoken)
    return None if found is None else _taken(voice, *found)


def _described(page: Page, voice: Voice, description: Description, spoken: list[Voice], said: Span) -> Voice | None:
    """The voice with the actor whom a description of a country, a body or a person means."""
    if description.noun in page.words("a country") and not voice.plural:
        state = _last_state(page, description)
        return None if state is None else _taken(voice, state, "the last state named")
    aged = description.noun in page.words("aged")
    if description.noun in page.words("bodies in general") and not voice.plural:
        body = _last_body(page, description)
        return None if body is None else _taken(voice, body, "the last body named")
    either = not voice.plural and may_be_several(page, voice.first)
    plural = None if either else voice.plural
    named = None if aged else named_alike(page, description, voice.actors[0], plural=plural)
    if named is not None and named.kind is ActorKind.GROUP and description.former:
        named = None
    if named is not None and (named.kind is not ActorKind.PERSON or personal(page, voice.last - 1)):
        return _taken(voice, named, "named before with the same noun")
    return None if voice.plural else _person(page, voice, description, spoken, said)


def _person(page: Page, voice: Voice, description: Description, spoken: list[Voice], said: Span) -> Voice | None:
    """The voice with the person whom a people, a former post, an age or a trade means."""
    told = description.person or description.former or description.noun in page.words("aged")
    one = One(description.noun, description.gender, description.place, voice.last, told, said, description.state)
    found = person_meant(page, one, spoken)
    if found is None:
        return None
    held = holder_elsewhere(page, voice, found[0])
    return _taken(voice, *found) if held is None else _taken(voice, held, "the one who is named by the same post")


def _last_state(page: Page, description: Description) -> Actor | None:
    """The state named last by its name, or by its seat in "hieß es in Riga": whom "das Land" means."""
    for mention in reversed(page.mentions.actors):
        seat = mention.form is MentionForm.METONYM and page.form(mention.first - 1) in page.words("places of words")
        state = mention.actor.kind is ActorKind.STATE and (seat or mention.form in _NAMING)
        if state and mention.first < description.place:
            return mention.actor if near(page, mention, description) else None
    return None


def _last_body(page: Page, description: Description) -> Actor | None:
    """The ministry, service or office named last, whatever its noun."""
    offices = tuple(page.words("bodies in general"))
    for mention in reversed(page.mentions.actors):
        if mention.first < description.place and mention.form in _NAMING and mention.actor.kind is not ActorKind.GROUP:
            if not near(page, mention, description):
                return None
            if mention.actor.kind in _BODIES or mention.actor.label_de.lower().endswith(offices):
                return mention.actor
    return None


def _taken(voice: Voice, actor: Actor, reason: str) -> Voice:
    return voice._replace(actors=(actor,), certainty=Decimal("0.6"), reason=reason)


def _description(page: Page, voice: Voice) -> Description | None:
    """A single noun behind "der", "die", "das": no name or genitive of its own, no adjective but of age or office."""
    if len(voice.actors) != 1 or voice.actors[0].registered or voice.actors[0].kind is ActorKind.PERSON:
        return None
    if voice.actors[0].kind is not ActorKind.GROUP and _named_so_far(page, voice):
        return None
    words = [page.token(place) for place in without_attribute(page, voice.first, voice.last)]
    if not words or not definite(page, voice.first):
        return None
    nouns = [word for word in words if word.tag in {"NN", "NE"}]
    land = len(nouns) == 1 and nouns[0].lemma.lower() in page.words("a country")
    if len(nouns) != 1 or any(not (land or _told_by(page, word)) for word in words[1:-1]):
        return None
    feminine = nouns[0].form.endswith("in") or (words[0].form.lower() == "die" and not voice.plural)
    gender = "f" if feminine else "m"
    states = [m.actor.id for m in page.named.get(nouns[0].position, ()) if m.form in _PEOPLES]
    state = states[0] if states else None
    people = bool(states) or nouns[0].form.lower() in page.words("party people")
    part = nouns[0].form.lower().rpartition("-")[0]
    former = part in page.words("once") or any(word.form.lower() in page.words("former") for word in words[1:-1])
    return Description(nouns[0].lemma.lower().rpartition("-")[2], gender, voice.first, people, state, former, part)


def _named_so_far(page: Page, voice: Voice) -> bool:
    """Whether the article has named the actor before, so that the description is known to mean it."""
    named = (m for m in page.mentions.actors if m.actor == voice.actors[0] and m.form is MentionForm.NAME)
    return any(mention.first < voice.first for mention in named)


def _told_by(page: Page, token: Token) -> bool:
    """As in "der 69-jährige Trainer", "der frühere Minister"."""
    return token.form.lower() in page.words("former") or any(
        word[:-1] in token.form.lower() for word in page.words("aged")
    )
