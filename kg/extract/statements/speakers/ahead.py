"""Whom a description means above the text that names them: "Minister fordert …", "Der Bankchef warnt …"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, ActorMention, MentionForm, Role, Token

__all__ = ["Post", "called_so", "holder_elsewhere", "named_below", "post_of", "titles"]

_LEAD = 2
"""How many sentences stand above a text at most: headline and teaser."""
_CLUTTER = 30
"""How many lines of menus and the like stand above a text at most."""
_REACH = 10
"""How many sentences on somebody is named at the latest."""
_ANSWERS = 3
"""How many answers somebody who is interviewed gives at least."""
_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})
_NOUNS = frozenset({"NN", "NE"})
_BEFORE = frozenset({"ART", "ADJA", "APPR", "APPRART"})


class Post(NamedTuple):
    """What a description tells of somebody."""

    noun: str
    part: str
    """The first part of "Bank-Chef", in lower case."""
    gender: str | None
    states: frozenset[str]
    """Ids of the states that it names."""


def named_below(page: Page, voice: Voice) -> Actor | None:
    """The first person named further on by the same post; None where the description stands elsewhere or names somebody
    whom nobody is called like."""
    if not _above(page, voice) or len(voice.actors) != 1 or _several(page, voice) or voice.actors[0].registered:
        return None
    post = post_of(page, voice)
    if post is None or voice.actors[0].kind is ActorKind.PERSON:
        return None
    named = next((mention.actor for mention in _people(page, voice) if called_so(page, mention, post)), None)
    return named or _first_told(page, voice, post) or _interviewed(page, voice, post)


def _interviewed(page: Page, voice: Voice, post: Post) -> Actor | None:
    """As in "Es eile, sagt der Ökonom. … Otto Kranz: Ja. … Kranz: Nein.": the one whose name often heads an answer."""
    if _people_above(page, voice):
        return None
    turns = Counter(m.actor for m in _people(page, voice, far=True) if _heads_turn(page, m))
    often = [actor for actor, count in turns.items() if count >= _ANSWERS]
    return often[0] if len(often) == 1 and often[0].gender in {None, post.gender} else None


def _heads_turn(page: Page, mention: ActorMention) -> bool:
    return page.sentence(mention.first).first == mention.first and page.form(mention.last) == ":"


def _first_told(page: Page, voice: Voice, post: Post) -> Actor | None:
    """As in "Der frühere Minister tritt an. Otto Kranz sagte, …": the first person who acts, and the only one named
    in the two sentences below; a post is held by one."""
    if not post.noun.endswith(tuple(page.words("posts of one"))) or _people_above(page, voice):
        return None
    here = page.sentence(voice.first).number
    below = [s for s in page.text.sentences[here + 1 : here + 1 + _LEAD] if s.role is Role.PROSE]
    named = {m.actor for m in _people(page, voice) if page.sentence(m.first).number <= here + _LEAD}
    if len(named) != 1:
        return None
    for clause in (clause for sentence in below for clause in page.clauses_in(sentence) if clause.parent is None):
        told = subject(page, clause)
        if told is not None and set(told.actors) == named:
            person = told.actors[0]
            return person if (person.gender or told.gender) in {None, post.gender} else None
    return None


def _people_above(page: Page, voice: Voice) -> bool:
    """Whether the headline or teaser names a person itself."""
    return any(m.first < voice.first and m.actor.kind is ActorKind.PERSON for m in page.mentions.actors)


def _several(page: Page, voice: Voice) -> bool:
    """Whether the words mean several: as they are described, where that is known."""
    described = [m.plural for m in page.named.get(voice.first, ()) if m.form is MentionForm.DESCRIPTION]
    return voice.plural and all(described)


def _above(page: Page, voice: Voice) -> bool:
    """Whether the words stand in a headline or among the first sentences."""
    here = page.sentence(voice.first)
    if here.role is not Role.HEADLINE and here.number > _CLUTTER:
        return False
    above = [s for s in page.text.sentences[: here.number + 1] if s.role in {Role.PROSE, Role.HEADLINE}]
    return here.role is Role.HEADLINE or len(above) <= _LEAD


def post_of(page: Page, voice: Voice) -> Post | None:
    """The post that a definite or bare description of one person names."""
    tokens = [page.token(place) for place in range(voice.first + _owner_first(page, voice), voice.last)]
    head = next((token for token in tokens if token.tag in _NOUNS and not _state_at(page, token.position)), None)
    if head is None or not personal(page, head.position):
        return None
    lead = [token for token in tokens if token.position < head.position]
    if any(token.tag == "ART" and token.form.lower() not in page.words("the") for token in lead):
        return None
    part, noun = _parts(head)
    states = frozenset(state for place in range(voice.first, voice.last) for state in _state_at(page, place))
    return Post(noun, part, "f" if noun.endswith("in") else "m", states)


def _owner_first(page: Page, voice: Voice) -> bool:
    """As in "Kärntens Landeshauptmann", "Rapids Trainer": of what the post is stands first; nobody is named so."""
    owner = page.token(voice.first)
    owned = owner.tag in _NOUNS and owner.form.endswith("s") and page.token(voice.first + 1).tag == "NN"
    named = page.named.get(voice.first, ()) if owned else ()
    return owned and not any(m.actor.kind is ActorKind.PERSON for m in named)


def _parts(token: Token) -> tuple[str, str]:
    """The first part of "Bank-Chef" and the noun itself; the lemma may have lost the hyphen."""
    part = token.form.lower().rpartition("-")[0]
    noun = token.lemma.lower().rpartition("-")[2]
    return part, noun.removeprefix(part.replace("-", "")) or noun


def _state_at(page: Page, place: int) -> frozenset[str]:
    """Ids of the states named at a position, not by their seats: "Wiens Bürgermeister"."""
    states = (m for m in page.named.get(place, ()) if m.actor.kind is ActorKind.STATE)
    return frozenset(mention.actor.id for mention in states if mention.form is not MentionForm.METONYM)


def _people(page: Page, voice: Voice, *, far: bool = False) -> Iterator[ActorMention]:
    """The people named further on, or anywhere below, with all that stands before their names."""
    here = page.sentence(voice.first).number
    for mention in page.mentions.actors:
        if mention.first < voice.last or mention.form not in _NAMED:
            continue
        if not far and page.sentence(mention.first).number > here + _REACH:
            return
        if mention.actor.kind is ActorKind.PERSON:
            yield mention


def called_so(page: Page, mention: ActorMention, post: Post) -> bool:
    """Whether somebody is named by the post: "Vizekanzler Otto Kranz", "Otto Kranz, Chef der Bank"."""
    if (mention.actor.gender or mention.gender) not in {None, post.gender}:
        return False
    own = frozenset({mention.actor.acts_for or ""})
    told = own.union(*(_state_at(page, place) for place in range(mention.first, mention.last)))
    if post.states and not post.states & told and not (told == {""} and _alone(page, mention, post)):
        return False
    return any(_same(page, token, post) for token in titles(page, mention))


def _alone(page: Page, mention: ActorMention, post: Post) -> bool:
    """As in "Präsident Otto Kranz", of whichever state: by the same post of one, not "Bundespräsident Otto Kranz"."""
    nouns = {_parts(token)[1] for token in titles(page, mention)}
    heads = page.words("head of government")
    same = post.noun in nouns or (post.noun in heads and not nouns.isdisjoint(heads))
    return same and mention.form is MentionForm.NAME and post.noun.endswith(tuple(page.words("posts of one")))


def holder_elsewhere(page: Page, voice: Voice, person: Actor) -> Actor | None:
    """As in "Otto Kranz sprach. …, sagte der Premier. Regierungschef Holm …": the only one whom the article names by
    a post of one, where that is another person than the one who seems to be meant."""
    post = post_of(page, voice)
    if post is None or not post.noun.endswith(tuple(page.words("posts of one"))):
        return None
    heads = page.words("head of government")
    nouns = heads if post.noun in heads else {post.noun}
    people = (m for m in page.mentions.actors if m.actor.kind is ActorKind.PERSON and m.form in _NAMED)
    held = (m for m in people if any(_parts(token)[1] in nouns for token in titles(page, m)))
    holders = {mention.actor for mention in held if called_so(page, mention, post)}
    return holders.pop() if len(holders) == 1 and person not in holders else None


def titles(page: Page, mention: ActorMention) -> list[Token]:
    """The nouns before a name, up to what the post is of, and those of an apposition behind it."""
    before = [page.token(place) for place in range(mention.first, mention.last)]
    before = [t for t in before if t.start < mention.name.start or mention.form is MentionForm.OFFICE]
    of = next((n for n, token in enumerate(before) if n and token.tag in _BEFORE), len(before))
    nouns = [token for token in before[:of] if token.tag in _NOUNS]
    if page.form(mention.last) == ",":
        behind = [page.token(place) for place in range(mention.last + 1, mention.last + 4)]
        named = [token for token in behind if token.tag in _NOUNS]
        first = mention.last + 1
        owned = [token.position for token in named[:2]] == [first, first + 1]  # "Otto Kranz, Holms Anwalt"
        nouns += named[owned:][:1]
    return nouns


def _same(page: Page, token: Token, post: Post) -> bool:
    part, noun = _parts(token)
    if post.part and part and post.part != part:
        return False
    heads = page.words("head of government")
    return noun.endswith(post.noun) or (noun in heads and post.noun in heads)
